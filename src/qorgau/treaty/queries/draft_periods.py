"""Over which periods a draft counts: chosen when it is begun, or the years since the last review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Min

from qorgau.access.actor import Actor
from qorgau.complaints.models import ComplaintRow
from qorgau.custody.models import ClockRow
from qorgau.reading.document import DocumentKind
from qorgau.treaty.evidence import Period, last_public_year, usual_year
from qorgau.treaty.evidence.gathering import counts_everything
from qorgau.treaty.models import DocumentRow
from qorgau.treaty.queries.asked import Questioned
from qorgau.treaty.queries.evidence_figures import period_named
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book, country, today
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.kinds import ReportKind, Scope

_MOST = 8
"""More columns than these fit on no page."""
_SETTLED = 5
"""Of settled years the last five are counted unless others are asked for."""


def periods_of(writing: Writing, *, now: int) -> tuple[Period, ...]:
    """Those of the draft, the oldest first; of one from before they could be chosen the last whole year."""
    return tuple(period_named(each) for each in writing.periods) or (Period.year(usual_year(now)),)


def chosen_periods(actor: Actor, typed: Sequence[str], *, now: int) -> tuple[Period, ...]:
    """The periods that were typed, each "2025" or "2025-01-01..2025-06-30", the oldest first; raises TreatyRefusal."""
    read = {_read(each) for each in typed if each.strip()}
    found = sorted(read, key=lambda each: (each.from_, each.to))
    if len(found) > _MOST:
        raise TreatyRefusal("draft_periods_too_many", field="periods", most=_MOST)
    for each in found:
        if each.from_ > today(country(), now):
            raise TreatyRefusal("draft_period_to_come", field="periods", period=each.from_.isoformat())
        if not counts_everything(actor) and not each.is_one_year:
            raise TreatyRefusal("whole_years", field="periods")
    return tuple(found)


def usual_periods(found: Questioned, kind: ReportKind, *, now: int) -> tuple[Period, ...]:
    """The years that a report of this kind tells of, by what it answers.

    A report on follow-up begins with the year of the adoption, so that the months before stand beside those after; any
    other with the first whole year since. Of settled years the last five; then those not settled, the running one last.
    """
    adopted = _last_review(found, on=today(country(), now))
    if adopted is None:
        return (Period.year(usual_year(now)),)
    running = today(country(), now).year
    first = adopted.year if kind.scope is Scope.FOLLOW_UP else adopted.year + 1
    years = range(max(first, last_public_year(now) - _SETTLED + 1), running + 1)
    return tuple(Period.year(each) for each in years) or (Period.year(running),)


def recorded_from() -> str:
    """The month with which the record begins, by which also `holds_nothing` tells; empty for an empty record.

    The day would be that of the first person in it; of a month nobody can tell whose it is.
    """
    firsts = (
        ClockRow.objects.aggregate(first=Min("triggered_at"))["first"],
        ComplaintRow.objects.aggregate(first=Min("lodged_at"))["first"],
    )
    known = [each for each in firsts if each is not None]
    return today(country(), min(known)).isoformat()[:7] if known else ""


def _read(typed: str) -> Period:
    span = typed.strip()
    try:
        return Period.year(int(span)) if span.isdecimal() and len(span) == 4 else period_named(span)
    except ValueError as error:
        raise TreatyRefusal("draft_period_unreadable", field="periods", typed=span[:60]) from error


def _last_review(found: Questioned, *, on: date) -> date | None:
    """The day of the last concluding observations up to the document that is answered; else that document's own day."""
    own = found.adopted
    days = [each for each in _reviews(found) if each <= (own or on)]
    # A committee sends its list of issues years after the review before: that review is where its questions begin.
    return max(days, default=own)


def _reviews(found: Questioned) -> Iterator[date]:
    """When the committee adopted observations on the State, as the law's files and the documents here tell."""
    for each in book().catalogue.values():
        if (each.committee, each.state) == (found.committee, found.state):
            yield each.adopted
    rows = DocumentRow.objects.filter(
        kind=DocumentKind.CONCLUDING_OBSERVATIONS.value,
        committee=found.committee,
        state=found.state,
        held_back=False,
    ).exclude(adopted="")
    for day in rows.values_list("adopted", flat=True):
        yield date.fromisoformat(day)
