"""How the numbers of one sentence hang together: what each counts, and which is part of which."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from qorgau.reading.citing import figure_units
from qorgau.reading.citing.figure_numbers import Number
from qorgau.reading.citing.figure_units import Unit

PERCENT: Final = "per cent"
_LONGEST_LIST: Final = 20
_REACH: Final = 300  # characters
_NEAR: Final = 12  # numbers
_SOME: Final = (
    r"(?:the\s+|its\s+|their\s+|a\s+total\s+of\s+|some\s+|these\s+|those\s+|all\s+|approximately\s+|about\s+|around\s+|nearly\s+|more\s+than\s+|over\s+|the\s+total\s+of\s+|"
    r"общего\s+числа\s+|всех\s+|примерно\s+|около\s+)*"
)
_OUT_OF: Final = re.compile(
    rf"^\s*(?:(?:[\w’'-]+\s+){{0,4}}?,?\s*out\s+of|of|from\s+among|из)\s+{_SOME}$", re.IGNORECASE
)
WHOLE: Final = re.compile(rf"(?:^|[\s,;:(])(?:of|out\s+of|among|from\s+among|из)\s+{_SOME}$", re.IGNORECASE)
_OF_WHOM: Final = re.compile(
    r"\b(?:of|out\s+of|among|из)\s+(?:whom|which|them|those|these|that\s+number|них|которых)\s*,?\s*(?:only\s+|just\s+|some\s+|about\s+|at\s+least\s+|лишь\s+|только\s+)*$",
    re.IGNORECASE,
)
_OF_ITS: Final = re.compile(
    r"\s+of\s+(?:its|their|his|her)(?=\s+[^\W\d])", re.IGNORECASE
)  # "484,000 of its nationals"
_OF_THEM: Final = re.compile(r"\s+(?:of|из)\s+(?:whom|which|them|those|these|них)\b", re.IGNORECASE)
_OF_THOSE_BEFORE: Final = re.compile(
    r"\s*(?:of|out\s+of|among|из)\s+(?:these|them|those|that\s+number|них|этого\s+числа)\s*,?\s*(?:only\s+|just\s+|some\s+|about\s+|лишь\s+|только\s+)*",
    re.IGNORECASE,
)
_FROM_TO: Final = re.compile(
    r"\s+(?:(?:in|at\s+the\s+end\s+of|в)\s+(?:19|20)\d\d\s+(?:года?\s+)?)?(?:to|до)\s+(?:some\s+|about\s+|over\s+|nearly\s+)?",
    re.IGNORECASE,
)
_OF_ANOTHER: Final = re.compile(r"\s+(?:of|из|от)\s+(?!them|these|those|whom|the\s+cases|них)", re.IGNORECASE)
_PLACE_BEFORE: Final = re.compile(r"[A-ZА-ЯЁ][\w-]+\s\($")
_VERB: Final = re.compile(
    r"\s+(?:in\s+(?:convictions?|acquittals?|prosecutions?|sentences?|indictments?|disciplinary)|were|was|had|have|has|led|resulted|ended|did|died|remain\w*|received|reached|went|are|is|could|still|only|"
    r"был[аио]?|привел\w*|закончил\w*|получил\w*|осужден\w*|остал\w*|дошл\w*|переда\w*|прекращен\w*)\b",
    re.IGNORECASE,
)
POINTS_BACK: Final = re.compile(r"\b(?:the|these|those|both|эти|этих|оба|обе)\s+$", re.IGNORECASE)
# "deaths in custody rose from 23 in 2016 to 41 in 2018"
_MOVED: Final = re.compile(
    r"\b([A-Za-z-]+(?<!s)s)\b[^.;,]{0,60}?\s(?:rose|risen|fell|fallen|increased|decreased|declined|dropped|grew|grown|reduced)\s+(?:by\s+[^.;,]{1,20}\s)?"
    r"(?:from\s+(?:\d[\d,.\s]*(?:in\s+\d{4}\s+)?to\s+)?|to\s+)(?:some\s+|about\s+|over\s+|nearly\s+)?$",
    re.IGNORECASE,
)
_STOCK: Final = re.compile(
    r"\b(capacity|population|budget|membership|occupancy)\s+(?:of|is|was|stood\s+at|stands\s+at|at|reached)\s+(?:only\s+|about\s+|some\s+|nearly\s+|over\s+|more\s+than\s+)?$",
    re.IGNORECASE,
)
_NUMBER_OF: Final = re.compile(
    r"\b(?:numbers?|total|population)\s+of\s+(?:the\s+|registered\s+)?|\b(?:числ[оа]|количеств[оа]|численност[ьи])\s+",
    re.IGNORECASE,
)
_IS_GIVEN: Final = re.compile(
    r"\b(?:from|to|at|was|were|is|are|been|reached|totall?ed|as|by|с|до|составил[ои]?|составляет|достигло|равно)\s+(?:only\s+|about\s+|some\s+|nearly\s+|over\s+|more\s+than\s+|approximately\s+|около\s+|более\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of a sentence with what it counts; `whole` is another of the same sentence that it is part of."""

    number: Number
    unit: str
    head: str
    end: int
    own_unit: bool = True
    whole: int | None = None


def ahead(text: str, number: Number) -> str:
    """The words before a number, as far as they can bear on it."""
    return text[max(0, number.start - _REACH) : number.start]


def counted(text: str, numbers: list[Number], before: str | None = None) -> list[Counted]:
    """Numbers that count something; those that lean on another ("of whom 12") take its unit.

    `before` is the unit that the sentence before counted last, for "Of these, 8 were closed".
    """
    kept: list[Counted] = []
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        one = _own(text, number) or _leaning(text, number, following, kept)
        if one is None and before is not None and _OF_THOSE_BEFORE.fullmatch(text[: number.start]):
            one = Counted(
                number, before, figure_units.head_of(before.split()[-1]), number.end, own_unit=False
            )
        if one is not None:
            kept.append(one)
    return _wholes(text, kept)


def _own(text: str, number: Number) -> Counted | None:
    """A number with its own noun; words such as "three" count only what is counted in such texts."""
    if number.unit is not None:
        return Counted(number, number.unit, number.unit, number.end)
    owned = _OF_ITS.match(text, number.end)
    unit = _bracketed(text, number) or figure_units.after(text, owned.end() if owned else number.end)
    if unit is None or (number.in_words and not _is_counting_word(text, number, unit)):
        return None
    return Counted(_thousands(text, number, unit), unit.words, unit.head, max(unit.end, number.end))


def _is_counting_word(text: str, number: Number, unit: Unit) -> bool:
    """Whether a word counts: "two women died" does; "the two institutions" points at what was named before, and "one" is seldom a number."""
    return number.value >= 2 and figure_units.counts(unit) and POINTS_BACK.search(ahead(text, number)) is None


def _thousands(text: str, number: Number, unit: Unit) -> Number:
    """Reads "25.671 people" as thousands: people are whole, and some authors part thousands with a full stop."""
    written = text[number.start : number.end]
    if figure_units.counts(unit) and re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written):
        return replace(number, value=float(written.replace(".", "")))
    return number


def _bracketed(text: str, number: Number) -> Unit | None:
    """The noun before a number alone in its brackets, "members of personnel (700)"."""
    if not _is_bracketed(text, number):
        return None
    unit = figure_units.before_bracket(text, number.start)
    return replace(unit, end=number.end) if unit else None


def _is_bracketed(text: str, number: Number) -> bool:
    if text[number.end : number.end + 1] != ")" or text[max(0, number.start - 1) : number.start] != "(":
        return False
    return not _is_list_mark(text, int(number.value))


def _is_list_mark(text: str, value: int) -> bool:
    """Whether "(2)" counts the points of a list: its neighbours stand in brackets too."""
    return value <= _LONGEST_LIST and (f"({value - 1})" in text or f"({value + 1})" in text)


def _leaning(text: str, number: Number, following: Number | None, kept: list[Counted]) -> Counted | None:
    """A number without a noun of its own: "236 out of 329 cases", "from 36 to 29 cases", "of whom 12", "Almaty (31)"."""
    lent = _lent(text, number, following)
    if lent is not None:
        return Counted(number, *lent, number.end, own_unit=False)
    named = [one for one in kept[-_NEAR:] if one.unit != PERCENT and ";" not in text[one.end : number.start]]
    if named and (_refers_back(text, number) or _continues(text, number, _latest_own(named))):
        return Counted(number, named[-1].unit, named[-1].head, number.end, own_unit=False)
    return None


def _latest_own(named: list[Counted]) -> Counted:
    """The last number that has a noun of its own, else the last of all."""
    return next((one for one in reversed(named) if one.own_unit), named[-1])


def _lent(text: str, number: Number, following: Number | None) -> tuple[str, str] | None:
    """A unit, with its head, from the number that follows, or from "the number of children ... from 16 to 15"."""
    if following is not None and _leads_to(text, number, following):
        if following.unit is not None:
            return following.unit, following.unit
        unit = figure_units.after(text, following.end)
        if unit is not None:
            return unit.words, unit.head
    if stock := _STOCK.search(ahead(text, number)):
        return stock[1], stock[1].casefold()
    if moved := _MOVED.search(ahead(text, number)):
        return moved[1], figure_units.head_of(moved[1])
    named = list(_NUMBER_OF.finditer(text, max(0, number.start - _REACH), number.start))
    if named and (_IS_GIVEN.search(ahead(text, number)) or _OF_WHOM.search(ahead(text, number))):
        unit = figure_units.after(text, named[-1].end())
        return (unit.words, unit.head) if unit is not None else None
    return None


def _leads_to(text: str, number: Number, following: Number) -> bool:
    between = text[number.end : following.start]
    return bool(_OUT_OF.match(between) or _FROM_TO.fullmatch(between))


def _refers_back(text: str, number: Number) -> bool:
    return bool(_OF_WHOM.search(ahead(text, number)) or _OF_THEM.match(text, number.end))


def _continues(text: str, number: Number, last: Counted) -> bool:
    """Whether a number goes on counting: "of the 35 officers, 5 were convicted", "Taraz (33)" after "complaints"."""
    if _is_bracketed(text, number):
        return bool(_PLACE_BEFORE.search(ahead(text, number)))
    begins = WHOLE.search(ahead(text, last.number)) is not None
    return begins and number.value < last.number.value and bool(_VERB.match(text, number.end))


def _wholes(text: str, kept: list[Counted]) -> list[Counted]:
    """Ties parts to their wholes: "X of Y cases", "of Y cases, X per cent", "Y officers, of whom X"."""
    tied: list[Counted] = []
    opened: int | None = None
    for index, one in enumerate(kept):
        if index and ";" in text[kept[index - 1].end : one.number.start]:
            opened = None
        tied.append(replace(one, whole=_whole_of(text, kept, index, opened)))
        if _opens(text, tied, index):
            opened = index
    return tied


def _whole_of(text: str, kept: list[Counted], index: int, opened: int | None) -> int | None:
    one = kept[index]
    if index + 1 < len(kept) and _OUT_OF.match(text[one.end : kept[index + 1].number.start]):
        return index + 1
    if opened is not None and _is_part(text, one, kept[opened]):
        return opened
    if index and _refers_back(text, one.number):
        return _named_before(kept, index)
    return None


def _named_before(kept: list[Counted], index: int) -> int | None:
    """The nearest number before that a part "of them" can belong to."""
    head = kept[index].head
    for back in range(index - 1, -1, -1):
        if kept[back].own_unit and kept[back].unit != PERCENT and head in (kept[back].head, PERCENT):
            return back
    return None


def _opens(text: str, tied: list[Counted], index: int) -> bool:
    """Whether a number begins a sentence's whole, "of 3,880 cases ...", and is not already that of the one before."""
    one = tied[index]
    is_told = index > 0 and tied[index - 1].whole == index
    return not is_told and one.unit != PERCENT and WHOLE.search(ahead(text, one.number)) is not None


def _is_part(text: str, one: Counted, whole: Counted) -> bool:
    if one.unit == PERCENT:
        return _OF_ANOTHER.match(text, one.end) is None
    return one.head == whole.head and one.number.value <= whole.number.value
