"""From records, clocks and rows to the shapes of answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from qorgau.clock import Interval as Span
from qorgau.custody.actions import Added, Booked, Corrected
from qorgau.custody.api import answers as shape
from qorgau.custody.facts.board import ClockNow, Found, HeldPage, HeldRow
from qorgau.custody.facts.record import CustodyRecord, ShownClock, ShownEntry, ShownVerdict
from qorgau.lawbook import Language
from qorgau.ledger.entry import Happened
from qorgau.recording.record import Acknowledgement
from qorgau.safeguards import ClockVerdict, Verdict
from qorgau.wording import in_language


def utc(instant: int) -> str:
    """An instant as RFC 3339 in UTC."""
    return datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def utc_or_none(instant: int | None) -> str | None:
    """The same; nothing for nothing."""
    return None if instant is None else utc(instant)


def receipt(given: Acknowledgement) -> shape.Receipt:
    """An acknowledgement as programs keep it."""
    return shape.Receipt(**_receipt(given))


def _receipt(given: Acknowledgement) -> dict[str, Any]:
    return {
        "entry": given.entry_id,
        "commitment": given.commitment.hex(),
        "promise": given.promise,
        "received": utc(given.received),
        "merge_by": utc(given.merge_by),
        "is_new": given.is_new,
    }


def added(done: Added) -> shape.AddedAnswer:
    """The answer to one entry."""
    return shape.AddedAnswer(custody=done.custody, **_receipt(done.acknowledgement))


def corrected(done: Corrected) -> shape.CorrectedAnswer:
    """The answer to a correction or withdrawal."""
    return shape.CorrectedAnswer(
        custody=done.custody,
        improves=list(done.improves),
        needs_confirmation=done.needs_confirmation,
        **_receipt(done.acknowledgement),
    )


def booked(done: Booked) -> shape.BookedAnswer:
    """The answer to a booking."""
    return shape.BookedAnswer(
        custody=done.custody,
        person=done.person,
        is_new=done.is_new,
        entries=[receipt(each) for each in done.acknowledgements],
    )


def record_answer(found: CustodyRecord, language: Language) -> shape.RecordAnswer:
    """A whole record."""
    identity, where = found.identity, found.whereabouts
    return shape.RecordAnswer(
        custody=found.custody,
        as_of=utc(found.as_of),
        known_at=utc(found.known_at),
        zone=found.zone.name,
        law=found.law_hash,
        identity=shape.IdentityShown(
            person=identity.person,
            name=identity.name,
            name_status=identity.name_status,
            born_on=identity.born_on,
            age=identity.age,
            gender=identity.gender,
            is_child=identity.is_child,
            foreign_national=identity.foreign_national,
        ),
        whereabouts=shape.WhereaboutsShown(
            status=where.status,
            since=utc_or_none(where.since),
            place=where.place,
            cell=where.cell,
            region=where.region,
            destination=where.destination,
            in_hospital=where.in_hospital,
            said_ended=where.said_ended,
            said_ended_by=where.said_ended_by,
        ),
        ground=found.ground,
        body=found.body,
        entries=[_entry(each, language) for each in found.timeline],
        verdicts=verdicts(found.verdicts, language),
        clocks=clocks(found.clocks, language),
        by_word={word: verdicts(own, language) for word, own in found.by_word.items()},
        waiting=verdicts(found.waiting, language),
        missing=[each.who for each in found.missing],
        register_fields=_register(found, language),
        stays=[
            shape.StayShown(
                place=stay.place,
                cell=stay.cell,
                from_at=utc(stay.from_at),
                until_at=utc_or_none(stay.until_at),
            )
            for stay in found.stays
        ],
        may_add=sorted(found.may_add),
    )


def _register(found: CustodyRecord, language: Language) -> list[shape.FieldShown]:
    return [
        shape.FieldShown(
            letter=each.letter,
            title=in_language(each.title, language),
            is_due=each.is_due,
            is_complete=each.is_complete,
            gaps=list(each.gaps),
        )
        for each in found.register
    ]


def _entry(each: ShownEntry, language: Language) -> shape.EntryShown:
    correction = each.corrects
    return shape.EntryShown(
        id=each.id,
        kind=each.kind,
        title=in_language(each.title, language) if each.title else each.kind,
        group=each.group,
        happened=[_told(source) for source in each.happened],
        recorded=utc(each.recorded),
        received=utc(each.received),
        by=each.by,
        body=each.body,
        facts=dict(each.facts),
        personal=dict(each.personal),
        objects={role: list(ids) for role, ids in each.objects.items()},
        counts=each.counts,
        late_by=each.late_by,
        corrects=correction.entry if correction else None,
        correction=correction.act.value if correction else None,
        why=each.why if correction else None,
        corrected_by=list(each.corrected_by),
        needs_confirmation=each.needs_confirmation,
        confirmed_by=each.confirmed_by,
    )


def _told(source: Happened) -> shape.Interval:
    return shape.Interval(earliest=utc(source.earliest), latest=utc(source.latest), said_by=source.said_by)


def _span(span: Span | None) -> shape.Interval | None:
    if span is None or max(abs(span.earliest), abs(span.latest)) >= 1 << 37:
        return None  # the law's "never" and "always" lie outside the calendar
    return shape.Interval(earliest=utc(span.earliest), latest=utc(span.latest))


def clocks(found: Iterable[ShownClock], language: Language) -> list[shape.ClockShown]:
    """Clocks with their rules."""
    return [_clock(each, each.clock, language) for each in found]


def _clock(each: ShownClock, clock: ClockVerdict, language: Language) -> shape.ClockShown:
    due = None if each.due_at is None else Span(each.due_from or each.due_at, each.due_at)
    return shape.ClockShown(
        safeguard=each.safeguard.id,
        title=in_language(each.safeguard.title, language),
        basis=each.basis.value,
        subject_role=each.subject_role,
        subject=each.subject,
        state=each.state.value,
        triggered=shape.Interval(earliest=utc(clock.triggered.earliest), latest=utc(clock.triggered.latest)),
        due=_span(due),
        met=_span(clock.met),
        has_figure=each.has_figure,
        is_running=each.is_running,
        own_word_only=each.own_word_only,
        source=clock.limit.source,
    )


def verdicts(found: Iterable[ShownVerdict], language: Language) -> list[shape.VerdictShown]:
    """Verdicts with their rules."""
    return [_verdict(each, each.verdict, language) for each in found]


def _verdict(each: ShownVerdict, verdict: Verdict, language: Language) -> shape.VerdictShown:
    return shape.VerdictShown(
        safeguard=each.safeguard.id,
        title=in_language(each.safeguard.title, language),
        basis=verdict.basis.value,
        national=each.is_national,
        subject_role=each.subject_role,
        subject=verdict.subject,
        state=verdict.state.value,
        reason=verdict.reason.value if verdict.reason else None,
        triggered=_span(verdict.triggered),
        due=_span(verdict.due),
        met=_span(verdict.met),
        source=verdict.limit.source if verdict.limit else "",
        notes=sorted(note.value for note in verdict.notes),
        missing=list(verdict.missing),
        possible=[state.value for state in verdict.possible],
    )


def board(page: HeldPage, language: Language) -> shape.BoardAnswer:
    """A page of the whiteboard."""
    return shape.BoardAnswer(
        as_of=utc(page.as_of),
        total=page.total,
        page=page.page,
        pages=page.pages,
        held=[_line(row, language) for row in page.rows],
    )


def _line(row: HeldRow, language: Language) -> shape.BoardLine:
    return shape.BoardLine(
        custody=row.custody,
        person=row.person,
        name=row.name,
        name_status=row.name_status,
        age=row.age,
        is_child=row.is_child,
        gender=row.gender,
        foreign=row.foreign,
        ground=row.ground,
        place=row.place,
        cell=row.cell,
        region=row.region,
        status=row.status,
        status_since=utc_or_none(row.status_since),
        destination=row.destination,
        in_hospital=row.in_hospital,
        zone=row.zone,
        apprehended=utc_or_none(row.apprehended_at),
        next_due=utc_or_none(row.next_due_at),
        clocks=[_board_clock(each, language) for each in row.clocks],
        running=row.running,
        breaches=row.breaches,
        unanswered_breaches=row.unanswered_breaches,
        missing=list(row.missing),
        last_entry=utc(row.last_entry_at),
    )


def _board_clock(each: ClockNow, language: Language) -> shape.BoardClock:
    return shape.BoardClock(
        safeguard=each.safeguard.id,
        title=in_language(each.safeguard.title, language),
        basis=each.basis.value,
        state=each.state.value,
        due=utc_or_none(each.due_at),
        overdue_by=each.overdue_by,
    )


def found_line(each: Found) -> shape.FoundLine:
    """Somebody whom a search found."""
    return shape.FoundLine(
        custody=each.custody,
        person=each.person,
        name=each.name,
        born_on=each.born_on,
        age=each.age,
        place=each.place,
        status=each.status,
        apprehended=utc_or_none(each.apprehended_at),
        ended=utc_or_none(each.ended_at),
        likeness=each.likeness,
    )
