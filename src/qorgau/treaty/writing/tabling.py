"""Tables within a report: how duties were met, what was counted, and what others stated, one beside the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Evidence, Tally
from qorgau.treaty.writing.figures import Figure, base_id, span_of
from qorgau.treaty.writing.notes import Notes
from qorgau.treaty.writing.report import Run, Tabled
from qorgau.treaty.writing.saying import said, say_count, say_figure, say_figure_short, say_iso, sentence
from qorgau.wording import explained

_STATES = ("met", "late", "breached", "open", "cannot_tell", "not_checked", "not_applicable")
"""Verdicts in the order in which a reader asks for them."""
_DUTY, _BY, _PERIOD, _NARROW = 32, 22, 44, 13
_FIGURE, _VALUES = 48, 48
_NONE = "0"
_DONE, _OWN = ("met", "late"), "own_word"
"""Beside what was done stands how much of it is known by the word of the owing body alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One row: a duty with its numbers, and the line of evidence it comes from."""

    tally: Tally
    evidence: Evidence


def duties_of(evidence: Iterable[Evidence]) -> tuple[Duty, ...]:
    """The lines that can stand in a table."""
    return tuple(Duty(tally=each.tally, evidence=each) for each in evidence if each.tally is not None)


def by_day(duties: Iterable[Duty]) -> tuple[tuple[Duty, ...], ...]:
    """Duties counted on the same day: these alone may stand in one table."""
    held: dict[str, list[Duty]] = {}
    for each in duties:
        held.setdefault(each.evidence.on, []).append(each)
    return tuple(tuple(rows) for rows in held.values())


def practice_table(
    duties: Sequence[Duty], *, number: int, block: str, language: Language, gap: str = ""
) -> Tabled:
    """Duty, what requires it, cases, and how many of them met, late, breached, open or not to be told.

    Of several periods each duty is the title of its rows, one for each period. gap: what is said of time not recorded.
    """
    states = _states(duties)
    several = len({each.tally.period for each in duties}) > 1
    worded = ("years",) if several else ("duty", "required_by")
    numbers = (said("column_cases", language), *(_state_head(each, language) for each in states))
    title = (
        said("table_practice_by_period", language)
        if several
        else said("table_practice", language, period=duties[0].tally.period)
    )
    return Tabled(
        label=said("table", language, number=number),
        title=title,
        head=(*(said(f"column_{each}", language) for each in worded), *numbers),
        rows=tuple(_by_period(duties, states, language) if several else _by_duty(duties, states, language)),
        widths=(*((_PERIOD,) if several else (_DUTY, _BY)), *(_NARROW for _ in numbers)),
        worded=len(worded),
        below=_below_duties(duties, duties[0].evidence.on, language, gap if several else ""),
        block=block,
    )


def _states(duties: Sequence[Duty]) -> list[str]:
    states = [state for state in _STATES if any(_count(each.tally, state) != _NONE for each in duties)]
    if any(each.tally.own_word != _NONE for each in duties):
        states.insert(sum(state in _DONE for state in states), _OWN)
    return states


def _state_head(state: str, language: Language) -> str:
    if state == _OWN:
        return said("column_own_word", language)
    return sentence(explained("states", state, language))


def _by_duty(duties: Sequence[Duty], states: Sequence[str], language: Language) -> Iterator[tuple[Run, ...]]:
    for each in duties:
        yield (
            Run(text=each.tally.title),
            Run(text=_required(each, language)),
            *_cells(each, states, language),
        )


def _by_period(
    duties: Sequence[Duty], states: Sequence[str], language: Language
) -> Iterator[tuple[Run, ...]]:
    """A duty over the whole breadth, and below it its periods, the oldest first."""
    held: dict[str, list[Duty]] = {}
    for each in duties:
        held.setdefault(base_id(each.evidence.id), []).append(each)
    for rows in held.values():
        first = rows[0]
        yield (Run(text=f"{first.tally.title} ({_required(first, language)})"),)
        for each in sorted(rows, key=lambda one: span_of(one.evidence.id)):
            yield (Run(text=each.tally.period), *_cells(each, states, language))


def _required(each: Duty, language: Language) -> str:
    source = cited(each.evidence.source, language)
    return f"{each.tally.basis}: {source}" if source else each.tally.basis


def _cells(each: Duty, states: Sequence[str], language: Language) -> Iterator[Run]:
    counts = (each.tally.total, *(_count(each.tally, state) for state in states))
    return (Run(text=say_count(count, language, whole=each.tally.total)) for count in counts)


def _count(tally: Tally, state: str) -> str:
    if state == _OWN:
        return tally.own_word
    return dict(tally.states).get(state, _NONE)


def _below_duties(duties: Sequence[Duty], on: str, language: Language, gap: str) -> str:
    told = [_source(on, language), said("rule_duties", language), *([gap] if gap else [])]
    if any("<" in count for each in duties for count in _numbers(each.tally)):
        told.append(said("withheld", language))
    return " ".join(told)


def _numbers(tally: Tally) -> tuple[str, ...]:
    return (tally.total, tally.own_word, *(count for _, count in tally.states))


def _source(on: str, language: Language) -> str:
    source = said("own_record", language)
    if not on:
        return said("note_source", language, source=source)
    return said("note_source_on", language, source=source, day=say_iso(on, language))


def figures_table(
    figures: Sequence[Figure], notes: Notes, *, number: int, block: str, language: Language, gap: str = ""
) -> Tabled:
    """What was counted: a row for each figure, a column for each period, a note on each figure's rule."""
    in_time = sorted(figures, key=lambda each: span_of(each.id))
    periods = list(dict.fromkeys(each.period for each in in_time))
    rows: dict[str, dict[str, Figure]] = {}
    for each in figures:
        rows.setdefault(base_id(each.id), {})[each.period] = each
    days = [each.stated_on for each in figures]
    below = [_source(max(days, default=""), language), *([gap] if gap and periods != [""] else [])]
    if any(each.value.startswith("<") for each in figures):
        below.append(said("withheld", language))
    return Tabled(
        label=said("table", language, number=number),
        title=said("table_figures" if periods != [""] else "table_figures_on_day", language),
        head=(said("column_figure", language), *(each or said("column_value", language) for each in periods)),
        rows=tuple(_figure_row(held, periods, notes, language) for held in rows.values()),
        widths=(_FIGURE, *(max(_VALUES // len(periods), _NARROW) for _ in periods)),
        worded=1,
        below=" ".join(below),
        block=block,
    )


def _figure_row(
    held: Mapping[str, Figure], periods: Sequence[str], notes: Notes, language: Language
) -> tuple[Run, ...]:
    first = next(iter(held.values()))
    title = Run(text=sentence(first.title), note=notes.of_rule(first))
    short = len(periods) > 1
    return (title, *(_cell(held.get(period), language, short=short) for period in periods))


def _cell(figure: Figure | None, language: Language, *, short: bool) -> Run:
    if figure is None:
        return Run(text=said("not_counted", language))
    return Run(text=say_figure_short(figure, language) if short else say_figure(figure, language))


def stated_table(
    figures: Sequence[Figure], notes: Notes, *, title: str, number: int, block: str, language: Language
) -> Tabled:
    """What others stated, each with who says so and of when; the note gives its source."""
    head = tuple(said(f"column_{each}", language) for each in ("figure", "value", "agency", "day"))
    rows = tuple(
        (
            Run(text=sentence(each.title), note=notes.of_figure(each)),
            Run(text=say_figure(each, language)),
            Run(text=each.agency or cited(each.source, language)),
            Run(text=each.period or say_iso(each.stated_on, language)),
        )
        for each in figures
    )
    return Tabled(
        label=said("table", language, number=number),
        title=title,
        head=head,
        rows=rows,
        widths=(38, 22, 22, 18),
        worded=len(head),
        block=block,
    )
