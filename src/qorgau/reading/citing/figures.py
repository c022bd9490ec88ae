"""Numbers that a document states: how many of what, out of how many, when, by whose word. Nothing is merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from qorgau.reading.citing import figure_context, figure_masks, figure_numbers, sentences
from qorgau.reading.citing.figure_parts import PERCENT, POINTS_BACK, WHOLE, Counted, ahead, counted
from qorgau.reading.citing.passage import Call, Passage, calls_within
from qorgau.reading.document import StatedFigure

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
_LONGEST: Final = 180
_POINTER: Final = 12  # characters of "those "
_LONGEST_CLAUSE: Final = 400
_LONGEST_SENTENCE: Final = 1_600
_WORDS_BEFORE: Final = 12


def find(passage: Passage, calls: Sequence[Call] = ()) -> tuple[StatedFigure, ...]:
    """Every figure that a passage states, in order; years, articles, dates, ages and terms are none.

    A passage is a whole paragraph: a figure named again as "the five employees" is given once.
    """
    if not figure_numbers.may_stand_in(passage.text):
        return ()
    masked = figure_masks.masked(passage)
    found: list[StatedFigure] = []
    for start, end in _stretches(passage.text):
        within = tuple((a - start, b - start) for a, b in masked if a < end and start < b)
        units = [one.unit for one in found if one.unit != PERCENT]
        for one in _in_sentence(passage.cut(start, end), within, tuple(calls), units[-1] if units else None):
            if not _is_again(passage, one, found):
                found.append(one)
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; one as long as a table is read piece by piece, so that no file can hold the reader up."""
    for start, end in sentences.spans(text):
        while end - start > _LONGEST_SENTENCE:
            cut = max(text.rfind(mark, start + 1, start + _LONGEST_SENTENCE) for mark in ("; ", ", ", " "))
            cut = cut + 1 if cut > start else start + _LONGEST_SENTENCE
            yield start, cut
            start = cut
        yield start, end


def _is_again(passage: Passage, one: StatedFigure, found: Sequence[StatedFigure]) -> bool:
    """Whether "the five employees" repeats "five employees"; it is no further figure."""
    at = one.place.start - passage.place.start
    before = passage.text[max(0, at - _POINTER) : at]
    return bool(POINTS_BACK.search(before)) and any(
        (one.value, one.unit) == (other.value, other.unit) for other in found
    )


def _in_sentence(
    sentence: Passage, masked: tuple[tuple[int, int], ...], calls: tuple[Call, ...], before: str | None
) -> list[StatedFigure]:
    text = sentence.text
    together = counted(text, figure_numbers.find(text, masked), before)
    if not together:
        return []
    periods = figure_context.periods(text)
    called = list(calls_within(sentence, calls))
    return [_figure(sentence, one, together, periods, called) for one in together]


def _figure(
    sentence: Passage,
    one: Counted,
    together: list[Counted],
    periods: figure_context.Periods,
    called: list[tuple[int, Call]],
) -> StatedFigure:
    text, number = sentence.text, one.number
    whole = together[one.whole] if one.whole is not None else None
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
        period=periods.nearest(number.start, max(one.end, number.end)),
        population=_population(text, one),
        agency=figure_context.agency(text, number.start, source),
        source=source,
        approximate=number.approximate,
        upto=number.upto,
    )


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _share(one: Counted, whole: Counted | None) -> float | None:
    """The share in per cent, only where part and whole count the same: cases of cases, never officials of cases."""
    if whole is None or one.unit == PERCENT or one.head != whole.head or not whole.number.value:
        return None
    return round(100 * one.number.value / whole.number.value, 2)


def _what(text: str, one: Counted, whole: Counted | None) -> str:
    """The clause around the figure without the number itself, and without the number it is part of."""
    number = one.number
    bracket = text.rfind("(", 0, number.start)
    opened = bracket >= 0 and ")" not in text[bracket : number.start]
    begins = [
        match.end()
        for match in _CLAUSE_START.finditer(text, max(0, number.start - _LONGEST_CLAUSE), number.start + 40)
        if match.end() <= (bracket if opened else number.start)
    ]
    start = begins[-1] if begins else max(0, number.start - _LONGEST_CLAUSE)
    done = max(one.end, whole.end) if whole is not None and whole.number.start > number.start else one.end
    end = _CLAUSE_END.search(text, max(done, number.end))
    behind = text[number.end if one.own_unit else done : end.start() if end else len(text)]
    before = text[start : bracket if opened and start <= bracket else number.start]
    before = "" if WHOLE.search(ahead(text, number)) else " ".join(before.split()[-_WORDS_BEFORE:])
    words = re.sub(r"[\s()]+", " ", f"{before} {behind}").strip(" .,;:–-")
    return _LEADING.sub("", _SPEAKS.sub("", words))[:_LONGEST].strip()


def _population(text: str, one: Counted) -> str | None:
    """Whom the figure counts, where it counts people: "children with disabilities"."""
    if not _PEOPLE.match(one.head):
        return None
    more = _WITH.match(text, one.end) if one.own_unit else None
    return one.unit + (re.sub(r"\s+", " ", more.group()) if more and "with" in more.group()[:6] else "")
