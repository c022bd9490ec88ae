"""Tables within a report: how duties were met, what was counted, and what others stated, one beside the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Evidence, Tally
from qorgau.treaty.writing.figures import Figure, base_id
from qorgau.treaty.writing.notes import Notes
from qorgau.treaty.writing.report import Run, Tabled
from qorgau.treaty.writing.saying import said, say_count, say_figure, say_iso, sentence
from qorgau.wording import explained

_STATES = ("met", "late", "breached", "open", "cannot_tell", "not_checked", "not_applicable")
"""Verdicts in the order in which a reader asks for them."""
_DUTY, _BY, _NARROW = 32, 22, 12
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


def by_period(duties: Iterable[Duty]) -> tuple[tuple[Duty, ...], ...]:
    """Duties counted over the same time, as at the same day: these alone may stand in one table."""
    held: dict[tuple[str, str], list[Duty]] = {}
    for each in duties:
        held.setdefault((each.tally.period, each.evidence.on), []).append(each)
    return tuple(tuple(rows) for rows in held.values())


def practice_table(duties: Sequence[Duty], *, number: int, block: str, language: Language) -> Tabled:
    """Duty, what requires it, cases, and how many of them met, late, breached, open or not to be told."""
    states = [state for state in _STATES if any(_count(each.tally, state) != _NONE for each in duties)]
    with_own = any(each.tally.own_word != _NONE for each in duties)
    columns = [said(f"column_{each}", language) for each in ("duty", "required_by", "cases")]
    heads = {state: sentence(explained("states", state, language)) for state in states}
    if with_own:
        states.insert(sum(state in _DONE for state in states), _OWN)
        heads[_OWN] = said("column_own_word", language)
    head = [*columns, *(heads[state] for state in states)]
    rows = tuple(_duty_row(each, states, language) for each in duties)
    first = duties[0]
    return Tabled(
        label=said("table", language, number=number),
        title=said("table_practice", language, period=first.tally.period),
        head=tuple(head),
        rows=rows,
        widths=(_DUTY, _BY, *(_NARROW for _ in head[2:])),
        below=_below_duties(duties, first.evidence.on, language),
        block=block,
    )


def _count(tally: Tally, state: str) -> str:
    if state == _OWN:
        return tally.own_word
    return dict(tally.states).get(state, _NONE)


def _duty_row(each: Duty, states: Sequence[str], language: Language) -> tuple[Run, ...]:
    tally, source = each.tally, cited(each.evidence.source, language)
    required = f"{tally.basis}: {source}" if source else tally.basis
    counts = [tally.total, *(_count(tally, state) for state in states)]
    told = (say_count(count, language, whole=tally.total) for count in counts)
    return (Run(text=tally.title), Run(text=required), *(Run(text=count) for count in told))


def _below_duties(duties: Sequence[Duty], on: str, language: Language) -> str:
    told = [_source(on, language), said("rule_duties", language)]
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
    figures: Sequence[Figure], notes: Notes, *, number: int, block: str, language: Language
) -> Tabled:
    """What was counted: a row for each figure, a column for each period, a note on each figure's rule."""
    periods = list(dict.fromkeys(each.period for each in figures))
    rows: dict[str, dict[str, Figure]] = {}
    for each in figures:
        rows.setdefault(base_id(each.id), {})[each.period] = each
    days = [each.stated_on for each in figures]
    below = [_source(max(days, default=""), language)]
    if any(each.value.startswith("<") for each in figures):
        below.append(said("withheld", language))
    return Tabled(
        label=said("table", language, number=number),
        title=said("table_figures", language),
        head=(said("column_figure", language), *(each or said("column_value", language) for each in periods)),
        rows=tuple(_figure_row(held, periods, notes, language) for held in rows.values()),
        widths=(52, *(max(48 // len(periods), 12) for _ in periods)),
        below=" ".join(below),
        block=block,
    )


def _figure_row(
    held: Mapping[str, Figure], periods: Sequence[str], notes: Notes, language: Language
) -> tuple[Run, ...]:
    first = next(iter(held.values()))
    title = Run(text=sentence(first.title), note=notes.of_rule(first))
    return (title, *(_cell(held.get(period), language) for period in periods))


def _cell(figure: Figure | None, language: Language) -> Run:
    return Run(text=say_figure(figure, language) if figure else said("not_counted", language))


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
        block=block,
    )
