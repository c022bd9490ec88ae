"""Numbers that a document states: how many of what, out of how many, when, by whose word. Nothing is merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from qorgau.reading.citing import figure_context, figure_masks, figure_numbers, figure_units, sentences
from qorgau.reading.citing.figure_numbers import Number
from qorgau.reading.citing.figure_units import Unit
from qorgau.reading.citing.passage import Call, Passage, calls_within
from qorgau.reading.document import StatedFigure

_PERCENT: Final = "per cent"
_SOME: Final = (
    r"(?:the\s+|a\s+total\s+of\s+|some\s+|these\s+|those\s+|all\s+|approximately\s+|about\s+|around\s+|nearly\s+|more\s+than\s+|over\s+|the\s+total\s+of\s+|"
    r"общего\s+числа\s+|всех\s+|примерно\s+|около\s+)*"
)
_OUT_OF: Final = re.compile(
    rf"^\s*(?:(?:[\w’'-]+\s+){{0,4}}?,?\s*out\s+of|of|from\s+among|из)\s+{_SOME}$", re.IGNORECASE
)
_WHOLE: Final = re.compile(rf"(?:^|[\s,;:(])(?:of|out\s+of|among|from\s+among|из)\s+{_SOME}$", re.IGNORECASE)
_OF_WHOM: Final = re.compile(
    r"\b(?:of|out\s+of|among|из)\s+(?:whom|which|them|those|these|that\s+number|них|которых)\s*,?\s*(?:only\s+|just\s+|some\s+|about\s+|at\s+least\s+|лишь\s+|только\s+)*$",
    re.IGNORECASE,
)
_FROM_TO: Final = re.compile(
    r"\s+(?:(?:in|at\s+the\s+end\s+of|в)\s+(?:19|20)\d\d\s+(?:года?\s+)?)?(?:to|до)\s+(?:some\s+|about\s+|over\s+|nearly\s+)?",
    re.IGNORECASE,
)
_OF_ANOTHER: Final = re.compile(r"\s+(?:of|из|от)\s+(?!them|these|those|whom|the\s+cases|них)", re.IGNORECASE)
_PLACE_BEFORE: Final = re.compile(r"[A-ZА-ЯЁ][\w-]+\s\($")
_VERB: Final = re.compile(
    r"\s+(?:were|was|had|have|has|led|resulted|ended|did|died|remain\w*|received|reached|went|are|is|could|still|only|"
    r"был[аио]?|привел\w*|закончил\w*|получил\w*|осужден\w*|остал\w*|дошл\w*|переда\w*|прекращен\w*)\b",
    re.IGNORECASE,
)
_OF_THEM: Final = re.compile(r"\s+(?:of|из)\s+(?:whom|which|them|those|these|них)\b", re.IGNORECASE)
_AND_A_NUMBER: Final = (
    r"\band\s+(?=(?:only\s+|about\s+|just\s+|another\s+)?(?:the\s+|a\s+)?(?!(?:19|20)\d\d\b)\d)"
)
_CLAUSE_START: Final = re.compile(rf"[;:,(](?!\d)|\bthat\b|\bwhile\b|{_AND_A_NUMBER}|\bчто\b")
_CLAUSE_END: Final = re.compile(
    rf"[;:,](?!\d)|\)(?!\s+\w)|{_AND_A_NUMBER}|\bwhile\b|\bwhereas\b|\bresulting\b|$"
)
_SPEAKS: Final = re.compile(
    r"^.*?\b(?:concerned\s+(?:about|at|by|that)|regrets?(?:\s+(?:that|to\s+note))?|(?:notes?|welcomes?|noting)\s+(?:with\s+\w+\s+)?(?:of\s+|that\s+|the\s+)?|informed\s+that|alarmed\s+(?:at|by))\b\s*",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"^(?:(?:and|or|but|only|of|out\s+of|among|about|around|approximately|nearly|almost|some|over|more\s+than|less\s+than|at\s+least|up\s+to|the|a\s+total\s+of|all|и|а|из|лишь|только|около|более|менее)\s+)+",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(
    r"^(?:person|individual|victim|detainee|prisoner|inmate|convict(?!i)|child|minor|juvenile|adolescent|boy|girl|woman|man|officer|official|migrant|refugee|asylum|student|patient|citizen|"
    r"soldier|conscript|suspect|defendant|protester|demonstrator|personnel|member|psychiatrist|человек|лиц|жертв|заключ|задержан|осужд|реб|дет|несовершен|женщин|мужчин|сотрудник|пострадав)"
)
_WITH: Final = re.compile(
    r"\s+(?:with|without|in|from|of|deprived\s+of)\s+[\w’'-]+(?:\s+(?:and\s+)?[\w’'-]+){0,3}?(?=\s+(?:in|who|were|was|are|is|have|had|at|for|by|that|on|and)\b|[,.;()]|$)",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(r"\b(?:the|these|those|эти|этих)\s+$", re.IGNORECASE)
_LONGEST: Final = 180
_WORDS_BEFORE: Final = 12


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number of a sentence with what it counts; `whole` is another of the same sentence that it is part of."""

    number: Number
    unit: str
    head: str
    end: int
    own_unit: bool = True
    whole: int | None = None


def find(passage: Passage, calls: Sequence[Call] = ()) -> tuple[StatedFigure, ...]:
    """Every figure that a passage states, in order; years, articles, dates, ages and terms are none."""
    masked = figure_masks.masked(passage)
    found: list[StatedFigure] = []
    for start, end in sentences.spans(passage.text):
        within = tuple((a - start, b - start) for a, b in masked if a < end and start < b)
        for one in _in_sentence(passage.cut(start, end), within, tuple(calls)):
            if not _is_again(passage, one, found):
                found.append(one)
    return tuple(found)


def _is_again(passage: Passage, one: StatedFigure, found: Sequence[StatedFigure]) -> bool:
    """ "the five employees" after "five employees" is no further figure."""
    before = passage.text[: one.place.start - passage.place.start]
    return bool(_POINTS_BACK.search(before)) and any(
        (one.value, one.unit) == (other.value, other.unit) for other in found
    )


def _in_sentence(
    sentence: Passage, masked: tuple[tuple[int, int], ...], calls: tuple[Call, ...]
) -> list[StatedFigure]:
    text = sentence.text
    counted = _counted(text, figure_numbers.find(text, masked))
    if not counted:
        return []
    periods = figure_context.periods(text)
    called = list(calls_within(sentence, calls))
    return [_figure(sentence, one, counted, periods, called) for one in counted]


def _counted(text: str, numbers: list[Number]) -> list[_Counted]:
    """Numbers that count something; those that lean on another ("of whom 12") take its unit."""
    kept: list[_Counted] = []
    index_of: dict[int, int] = {}
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        one = _own(text, number) or _leaning(text, number, following, kept)
        if one is not None:
            index_of[index] = len(kept)
            kept.append(one)
    return _wholes(text, kept)


def _own(text: str, number: Number) -> _Counted | None:
    """A number with its own noun; words such as "three" count only what is counted in such texts."""
    if number.unit is not None:
        return _Counted(number, number.unit, number.unit, number.end)
    unit = _bracketed(text, number) or figure_units.after(text, number.end)
    if unit is None or (number.in_words and (number.value < 2 or not figure_units.counts(unit))):
        return None
    return _Counted(_thousands(text, number, unit), unit.words, unit.head, max(unit.end, number.end))


def _thousands(text: str, number: Number, unit: Unit) -> Number:
    """ "25.671 people" cannot be a decimal: some authors part thousands with a full stop."""
    written = text[number.start : number.end]
    if figure_units.counts(unit) and re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written):
        return replace(number, value=float(written.replace(".", "")))
    return number


def _bracketed(text: str, number: Number) -> Unit | None:
    """ "members of personnel (700)": the number alone in its brackets."""
    if not _is_bracketed(text, number):
        return None
    unit = figure_units.before_bracket(text, number.start)
    return replace(unit, end=number.end) if unit else None


def _is_bracketed(text: str, number: Number) -> bool:
    return text[number.end : number.end + 1] == ")" and text[max(0, number.start - 1) : number.start] == "("


def _leaning(text: str, number: Number, following: Number | None, kept: list[_Counted]) -> _Counted | None:
    """A number without a noun of its own: "236 out of 329 cases", "from 36 to 29 cases", "of whom 12", "Almaty (31)"."""
    if following is not None and not following.unit and _leads_to(text, number, following):
        unit = figure_units.after(text, following.end)
        if unit is not None:
            return _Counted(number, unit.words, unit.head, number.end, own_unit=False)
    named = [one for one in kept if one.unit != _PERCENT and ";" not in text[one.end : number.start]]
    if named and (_refers_back(text, number) or _continues(text, number, named[-1])):
        return _Counted(number, named[-1].unit, named[-1].head, number.end, own_unit=False)
    return None


def _leads_to(text: str, number: Number, following: Number) -> bool:
    between = text[number.end : following.start]
    return bool(_OUT_OF.match(between) or _FROM_TO.fullmatch(between))


def _refers_back(text: str, number: Number) -> bool:
    return bool(_OF_WHOM.search(text[: number.start]) or _OF_THEM.match(text, number.end))


def _continues(text: str, number: Number, last: _Counted) -> bool:
    """ "Of the 35 officers, 5 were convicted" and "Taraz (33)" after a sentence's "complaints"."""
    if _is_bracketed(text, number):
        return bool(_PLACE_BEFORE.search(text[: number.start]))
    begins = _WHOLE.search(text[: last.number.start]) is not None
    return begins and number.value < last.number.value and bool(_VERB.match(text, number.end))


def _wholes(text: str, kept: list[_Counted]) -> list[_Counted]:
    """Ties parts to their wholes: "X of Y cases", "of Y cases, X per cent", "Y officers, of whom X"."""
    tied: list[_Counted] = []
    opened: int | None = None
    for index, one in enumerate(kept):
        if index and ";" in text[kept[index - 1].end : one.number.start]:
            opened = None
        tied.append(replace(one, whole=_whole_of(text, kept, index, opened)))
        if _opens(text, tied, index):
            opened = index
    return tied


def _whole_of(text: str, kept: list[_Counted], index: int, opened: int | None) -> int | None:
    one = kept[index]
    if index + 1 < len(kept) and _OUT_OF.match(text[one.end : kept[index + 1].number.start]):
        return index + 1
    if opened is not None and _is_part(text, one, kept[opened]):
        return opened
    if index and _refers_back(text, one.number):
        return next(
            (
                back
                for back in range(index - 1, -1, -1)
                if kept[back].own_unit and kept[back].head == one.head
            ),
            None,
        )
    return None


def _opens(text: str, tied: list[_Counted], index: int) -> bool:
    """Whether a number begins a sentence's whole, "of 3,880 cases ...", and is not already that of the one before."""
    one = tied[index]
    is_told = index > 0 and tied[index - 1].whole == index
    return not is_told and one.unit != _PERCENT and _WHOLE.search(text[: one.number.start]) is not None


def _is_part(text: str, one: _Counted, whole: _Counted) -> bool:
    if one.unit == _PERCENT:
        return _OF_ANOTHER.match(text, one.end) is None
    return one.head == whole.head and one.number.value <= whole.number.value


def _figure(
    sentence: Passage,
    one: _Counted,
    counted: list[_Counted],
    periods: figure_context.Periods,
    called: list[tuple[int, Call]],
) -> StatedFigure:
    text, number = sentence.text, one.number
    whole = counted[one.whole] if one.whole is not None else None
    source = figure_context.source_of(called, number.end)
    return StatedFigure(
        value=_plain(number.value),
        unit=one.unit,
        what=_what(text, one, whole),
        paragraph=sentence.paragraph,
        place=sentence.part(number.start, max(one.end, number.end)),
        of=_plain(whole.number.value) if whole else None,
        of_unit=whole.unit if whole else None,
        share_percent=_share(one, whole),
        period=periods.nearest(number.start),
        population=_population(text, one),
        agency=figure_context.agency(text, number.start, source),
        source=source,
        approximate=number.approximate,
        upto=number.upto,
    )


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _share(one: _Counted, whole: _Counted | None) -> float | None:
    """The share in per cent, only where part and whole count the same: cases of cases, never officials of cases."""
    if whole is None or one.unit == _PERCENT or one.head != whole.head or not whole.number.value:
        return None
    return round(100 * one.number.value / whole.number.value, 2)


def _what(text: str, one: _Counted, whole: _Counted | None) -> str:
    """The clause around the figure without the number itself, and without the number it is part of."""
    number = one.number
    bracket = text.rfind("(", 0, number.start)
    opened = bracket >= 0 and ")" not in text[bracket : number.start]
    begins = [
        match.end()
        for match in _CLAUSE_START.finditer(text)
        if match.end() <= (bracket if opened else number.start)
    ]
    start = begins[-1] if begins else 0
    done = max(one.end, whole.end) if whole is not None and whole.number.start > number.start else one.end
    end = _CLAUSE_END.search(text, max(done, number.end))
    behind = text[number.end if one.own_unit else done : end.start() if end else len(text)]
    before = text[start : bracket if opened and start <= bracket else number.start]
    before = "" if _WHOLE.search(text[: number.start]) else " ".join(before.split()[-_WORDS_BEFORE:])
    words = re.sub(r"[\s()]+", " ", f"{before} {behind}").strip(" .,;:–-")
    return _LEADING.sub("", _SPEAKS.sub("", words))[:_LONGEST].strip()


def _population(text: str, one: _Counted) -> str | None:
    """Whom the figure counts, where it counts people: "children with disabilities"."""
    if not _PEOPLE.match(one.head):
        return None
    more = _WITH.match(text, one.end) if one.own_unit else None
    return one.unit + (re.sub(r"\s+", " ", more.group()) if more and "with" in more.group()[:6] else "")
