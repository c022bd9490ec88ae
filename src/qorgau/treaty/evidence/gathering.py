"""Live evidence of one recommendation: verdicts, figures, law and what others stated; counted when asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, reach
from qorgau.lawbook.official_figures_measures import Counted, Measure, MeasureUnit
from qorgau.lawbook.safeguard import Safeguard
from qorgau.treaty.evidence.counting import Verdicts, verdicts
from qorgau.treaty.evidence.figures import Span, cases_behind, count
from qorgau.treaty.evidence.law import findings_about, law_answers
from qorgau.treaty.evidence.law_shapes import LawAnswer
from qorgau.treaty.evidence.measures import ties_of
from qorgau.treaty.evidence.official import official_beside
from qorgau.treaty.evidence.periods import holds_nothing, last_public_year, usual_year
from qorgau.treaty.evidence.shapes import (
    SMALL,
    Count,
    CountedFigure,
    Evidence,
    Period,
    SafeguardCount,
)
from qorgau.treaty.evidence.small_numbers import shown, shown_among, shown_parts, shown_share
from qorgau.treaty.facts.told import Tied
from qorgau.treaty.facts.words import Tie
from qorgau.treaty.queries.finding import recommendation_row
from qorgau.treaty.queries.reach import require_seeing
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book, country, today
from qorgau.wording import say_text

_COUNTING = ("figures.see", "complaints.oversight")


def evidence(
    actor: Actor | None, recommendation_id: str, *, as_of: int, period: Period | None = None
) -> Evidence:
    """What measures a recommendation over a period; by default the last year that the actor may ask for.

    Who may not count over everything is told no number below five, and counts by one calendar year at a time, so that
    no two periods can be subtracted down to one person. The public asks for years that are over and settled.
    """
    require_seeing(actor)
    row = recommendation_row(actor, recommendation_id)
    suppress = not counts_everything(actor)
    over = period or Period.year(last_public_year(as_of) if actor is None else usual_year(as_of))
    _refuse_telling(actor, over, as_of=as_of)
    span = _span(actor, over, as_of=as_of)
    ties, day = ties_of(row), today(country(), as_of)
    safeguards, figures, articles = (_named(ties, each) for each in (Tie.SAFEGUARD, Tie.FIGURE, Tie.ARTICLE))
    asked = book().asked(row.recommendation_id)
    named = asked.measured_by.findings if asked is not None else ()
    return Evidence(
        recommendation=row.recommendation_id,
        period=over,
        as_of=as_of,
        counted_at=as_of,
        safeguards=tuple(_safeguards(safeguards, over, as_of=as_of, suppress=suppress)),
        figures=tuple(_figures(figures, over, span, suppress=suppress)),
        law=tuple(law_answers(_with_held(articles, named), on=day)),
        findings=tuple(findings_about(named, safeguards, articles, on=day)),
        official=tuple(official_beside(row, figures)),
        suppressed=suppress,
        ties=tuple((each.tie, each.name) for each in ties),
        not_measured=asked.not_measured if asked is not None else {},
        holds_nothing=holds_nothing(over),
    )


def _refuse_telling(actor: Actor | None, over: Period, *, as_of: int) -> None:
    if not counts_everything(actor) and not over.is_one_year:
        raise TreatyRefusal("whole_years", field="period")
    if actor is None and over.to.year > last_public_year(as_of):
        raise TreatyRefusal("year_not_over", field="period", last=last_public_year(as_of))


def _span(actor: Actor | None, over: Period, *, as_of: int) -> Span:
    """The public is told what there was when its period ended: the present moment moves with every single person."""
    since, until = over.instants(country())
    return Span(since=since, until=min(until, as_of), at=until if actor is None else as_of)


def _with_held(articles: Sequence[str], findings: Sequence[str]) -> list[str]:
    """The articles tied, and those that hold what the catalogue's findings are about."""
    held = [
        name for each in findings if each in book().findings for name in book().findings[each].held_against
    ]
    return list(dict.fromkeys((*articles, *held)))


def law_of(actor: Actor | None, recommendation_id: str, *, on: date) -> tuple[LawAnswer, ...]:
    """The articles that a recommendation is about, each held against its standards on a civil day."""
    require_seeing(actor)
    row = recommendation_row(actor, recommendation_id)
    asked = book().asked(row.recommendation_id)
    named = asked.measured_by.findings if asked is not None else ()
    return tuple(law_answers(_with_held(_named(ties_of(row), Tie.ARTICLE), named), on=on))


def counts_everything(actor: Actor | None) -> bool:
    """Whether the actor may count custodies and complaints of the whole country anyway."""
    return actor is not None and all(reach(actor, act) is Reach.EVERYWHERE for act in _COUNTING)


def _named(ties: Sequence[Tied], tie: Tie) -> list[str]:
    return [each.name for each in ties if each.tie is tie]


def _safeguards(
    names: Sequence[str], period: Period, *, as_of: int, suppress: bool
) -> Iterator[SafeguardCount]:
    since, until = period.instants(country())
    found = verdicts(names, since=since, until=min(until, as_of), as_of=as_of)
    rules = book().safeguards
    for name in names:
        rule = rules.get(name)
        if rule is None:
            continue
        bases = sorted(basis for safeguard, basis in found if safeguard == name)
        for basis in bases or [rule.bases[0].value if rule.bases else ""]:
            yield _counted(rule, basis, found.get((name, basis), Verdicts()), suppress=suppress)


def _counted(rule: Safeguard, basis: str, told: Verdicts, *, suppress: bool) -> SafeguardCount:
    counts, total = shown_parts(told.states, suppress=suppress)
    done = told.states["met"] + told.states["late"]
    own, _ = shown_share(told.own_entry_only, done, suppress=suppress)
    return SafeguardCount(
        safeguard=rule.id,
        title=rule.title,
        basis=basis,
        counts=counts,
        own_entry_only=own,
        total=total,
        source=_source(rule, basis),
        rule=say_text("treaty.rule_verdicts"),
    )


def _source(rule: Safeguard, basis: str) -> str:
    dated = [each for line in rule.limits for each in line.dated if each.basis == basis]
    return dated[-1].source if dated else ""


def _figures(codes: Sequence[str], period: Period, span: Span, *, suppress: bool) -> Iterator[CountedFigure]:
    for code in codes:
        measure = book().measures.get(code)
        value = count(code, span)
        if suppress and 0 < (cases_behind(code, span) or 0) < SMALL:
            # The median of one case is that person's own time; of a few, somebody's.
            continue
        if measure is not None and value is not None:
            yield _figure(measure, value, span, period, suppress=suppress)


def _figure(measure: Measure, value: int, span: Span, period: Period, *, suppress: bool) -> CountedFigure:
    # Days and places are nobody's: a small number of them betrays no person.
    hide = suppress and measure.unit not in (MeasureUnit.DAYS, MeasureUnit.PLACES)
    part, whole = _told(measure, value, span, suppress=hide)
    at_a_moment = measure.counted is Counted.AT_A_MOMENT
    return CountedFigure(
        id=measure.id,
        title=measure.title,
        value=part,
        of=whole,
        unit=measure.unit.value,
        unit_title=say_text(f"treaty.unit_{measure.unit.value}"),
        population=measure.population,
        rule=measure.rule,
        period=None if at_a_moment else period,
        counted_at=span.at,
    )


def _told(measure: Measure, value: int, span: Span, *, suppress: bool) -> tuple[Count, Count | None]:
    whole = count(measure.of, span) if measure.of else None
    if whole is None:
        return shown(value, suppress=suppress), None
    beside = {
        each.id: count(each.id, span) or 0
        for each in book().measures.values()
        if measure.apart_by and (each.of, each.apart_by) == (measure.of, measure.apart_by)
    }
    return shown_among(measure.id, {**beside, measure.id: value}, whole, suppress=suppress)
