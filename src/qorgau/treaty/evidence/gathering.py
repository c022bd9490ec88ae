"""Live evidence of one recommendation: verdicts, figures, law and what others stated; counted when asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, reach
from qorgau.custody.models import ClockRow
from qorgau.lawbook import Language
from qorgau.lawbook.official_figures_measures import Measure, MeasureUnit
from qorgau.lawbook.safeguard import Safeguard, Text
from qorgau.treaty.evidence.counting import Verdicts, verdicts
from qorgau.treaty.evidence.figures import Span, count
from qorgau.treaty.evidence.measures import ties_of
from qorgau.treaty.evidence.shapes import (
    Count,
    CountedFigure,
    Evidence,
    LawAnswer,
    OfficialGroup,
    Period,
    SafeguardCount,
)
from qorgau.treaty.evidence.small_numbers import shown, shown_parts, shown_share
from qorgau.treaty.evidence.topics import topics_of
from qorgau.treaty.facts.told import Tied
from qorgau.treaty.facts.words import Tie
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.queries.finding import recommendation_row
from qorgau.treaty.queries.reach import require_seeing
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book, country, today
from qorgau.wording import say_text

_COUNTING = ("figures.see", "complaints.oversight")


def evidence(
    actor: Actor | None, recommendation_id: str, *, as_of: int, period: Period | None = None
) -> Evidence:
    """What measures a recommendation over a period; by default that of usual_year.

    Who may not count over everything, the public included, is told no number below five, and counts by one calendar
    year at a time, so that no two periods can be subtracted down to one person.
    """
    require_seeing(actor)
    row = recommendation_row(actor, recommendation_id)
    suppress = not counts_everything(actor)
    over = period or Period.year(usual_year(as_of))
    if suppress and not over.is_one_year:
        raise TreatyRefusal("whole_years", field="period")
    ties = ties_of(row)
    safeguards = _named(ties, Tie.SAFEGUARD)
    return Evidence(
        recommendation=row.recommendation_id,
        period=over,
        as_of=as_of,
        counted_at=as_of,
        safeguards=tuple(_safeguards(safeguards, over, as_of=as_of, suppress=suppress)),
        figures=tuple(_figures(_named(ties, Tie.FIGURE), over, as_of=as_of, suppress=suppress)),
        law=tuple(_law(_named(ties, Tie.ARTICLE), on=today(country(), as_of))),
        official=tuple(_official(row)),
        suppressed=suppress,
        ties=tuple((each.tie, each.name) for each in ties),
    )


def usual_year(as_of: int) -> int:
    """The last whole calendar year; the running one where no limit began to run before it."""
    running = today(country(), as_of).year
    begins = country().day_bounds(date(running, 1, 1))[0]
    return running - 1 if ClockRow.objects.filter(triggered_at__lt=begins).exists() else running


def law_of(actor: Actor | None, recommendation_id: str, *, on: date) -> tuple[LawAnswer, ...]:
    """The articles that a recommendation is about, each held against its standards on a civil day."""
    require_seeing(actor)
    row = recommendation_row(actor, recommendation_id)
    return tuple(_law(_named(ties_of(row), Tie.ARTICLE), on=on))


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


def _figures(codes: Sequence[str], period: Period, *, as_of: int, suppress: bool) -> Iterator[CountedFigure]:
    since, until = period.instants(country())
    span = Span(since=since, until=min(until, as_of), as_of=as_of)
    for code in codes:
        measure = book().measures.get(code)
        value = count(code, span)
        if measure is not None and value is not None:
            yield _figure(measure, value, span, period, suppress=suppress)


def _figure(measure: Measure, value: int, span: Span, period: Period, *, suppress: bool) -> CountedFigure:
    whole = count(measure.of, span) if measure.of else None
    # Days and places are nobody's: a small number of them betrays no person.
    hide = suppress and measure.unit not in (MeasureUnit.DAYS, MeasureUnit.PLACES)
    told: tuple[Count, Count | None] = (shown(value, suppress=hide), None)
    if whole is not None:
        told = shown_share(value, whole, suppress=hide)
    return CountedFigure(
        id=measure.id,
        title=measure.title,
        value=told[0],
        of=told[1],
        unit=measure.unit.value,
        unit_title=say_text(f"treaty.unit_{measure.unit.value}"),
        population=measure.population,
        rule=measure.rule,
        period=period,
        counted_at=span.as_of,
    )


def _law(names: Sequence[str], *, on: date) -> Iterator[LawAnswer]:
    law = book()
    for name in names:
        article = law.articles.get(name)
        if article is None:
            continue
        for standard in article.bears_on:
            yield LawAnswer(
                article=article.id,
                title=article.title,
                number=article.number,
                standard=standard,
                standard_title=_standard_title(standard),
                answer=law.in_line(article.id, standard, on=on),
                on=on,
            )


def _standard_title(standard: str) -> Text:
    known = book().standards.get(standard)
    return known.title if known is not None else dict.fromkeys(Language, standard)


def _official(row: RecommendationRow) -> Iterator[OfficialGroup]:
    stated = book().official_figures
    for topic in topics_of(row, known=stated.topics):
        figures = stated.about(topic)
        if figures:
            yield OfficialGroup(
                topic=topic,
                title=stated.topics[topic],
                figures=figures,
                disagreements=tuple(each for each in stated.disagreements if each.topic == topic),
            )
