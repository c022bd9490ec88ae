"""Fold a custody's entries into its rows. It reads nothing but entries and the law, so replay gives the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Model

from qorgau.custody.entries import CUSTODY
from qorgau.custody.facts.board_line import END_OF_TIME, written
from qorgau.custody.facts.clocks import Clock, bad_ones, next_due
from qorgau.custody.facts.known import Known, known_of
from qorgau.custody.facts.lateness import late_by
from qorgau.custody.facts.law import law
from qorgau.custody.facts.missing import missing_of
from qorgau.custody.facts.relations import LOOKS, answers_of, openings_of, parties_of
from qorgau.custody.facts.standing import IMPROVES, needs_confirmation
from qorgau.custody.models import (
    AnsweredBreachRow,
    ClockRow,
    CorrectionRow,
    CustodyRow,
    OpeningRow,
    PartyRow,
    StayRow,
)
from qorgau.custody.names import folded
from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry
from qorgau.safeguards import State

TABLES: tuple[type[Model], ...] = (
    CustodyRow, ClockRow, StayRow, PartyRow, OpeningRow, CorrectionRow, AnsweredBreachRow,
)  # fmt: skip
ADDS = "adds"
"""What an entry does that corrects none, and tells otherwise what was told."""


def register() -> None:
    """Tell the record how custodies are folded."""
    # A look changes nothing but who looked, and comes as often as a page is opened: it has a fold of its own.
    own = tuple(table for table in TABLES if table is not OpeningRow)
    register_fold(
        Fold(
            name="custody_rows", role=CUSTODY, key="custody_id", tables=own, fold=fold_custody, but_not=LOOKS
        )
    )
    register_fold(
        Fold(
            name="custody_openings",
            role=CUSTODY,
            key="custody_id",
            tables=(OpeningRow,),
            fold=fold_openings,
            kinds=LOOKS,
        )
    )


def fold_custody(custody_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The rows of one custody; none before something happened to somebody in it."""
    # Of who looked the place does not learn, nor when.
    known = known_of(custody_id, [each for each in entries if each.entry.kind not in LOOKS])
    if known is None:
        return
    clocks = known.clocks(as_of=known.story.reaches)
    yield _custody_row(known, clocks)
    yield from _clock_rows(known, clocks)
    yield from _stay_rows(known)
    yield from _party_rows(known)
    yield from _correction_rows(known)
    yield from _answer_rows(known)


def _custody_row(known: Known, clocks: Sequence[Clock]) -> CustodyRow:
    course, moments, identity = known.course, known.moments, known.identity
    ended = course.ended_at is not None
    first = None if ended else next_due(clocks)
    return CustodyRow(
        custody_id=known.custody,
        person_id=known.person,
        entered_for=known.entered_for,
        name=identity.name,
        name_status=identity.name_status,
        family_key=folded(identity.family_name)[:128],
        given_key=folded(identity.given_name)[:128],
        born_on=identity.born_on[:10],
        age=identity.age,
        gender=identity.gender,
        is_child=identity.is_child,
        foreign=identity.foreign_national == "yes",
        ground=moments.last_fact("ground") or "",
        place_id=course.now.place,
        cell_id=course.now.cell,
        region=course.now.region,
        body_id=known.body,
        zone=known.story.zone.name,
        status=course.now.status,
        status_since=course.now.since,
        destination_id=course.now.destination,
        in_hospital=course.now.in_hospital,
        is_here=not ended,
        apprehended_at=moments.first_at("Apprehended", "Stopped", "Cordoned"),
        registered_at=moments.first_at("Registered"),
        ended_at=course.ended_at,
        next_due_at=first.due_from if first else None,
        next_due_safeguard=first.safeguard.id if first else "",
        next_due_basis=first.basis if first else "",
        order_at=first.due_from if first and first.due_from is not None else END_OF_TIME,
        board=written(clocks, late=sum(late_by(each) or 0 for each in known.standing.counted)),
        breaches=bad_ones(clocks),
        answered_breaches=len(moments.of.get("BreachAnswered", ())),
        missing=" ".join(each.who for each in missing_of(moments, identity, ended=ended)),
        late_entries=sum(late_by(each) is not None for each in known.standing.counted),
        corrections=sum(each.entry.corrects is not None for each in known.entries),
        unconfirmed_corrections=len(known.standing.waiting),
        entries=len(known.entries),
        last_entry_at=max(each.received for each in known.entries),
    )


def _clock_rows(known: Known, clocks: Sequence[Clock]) -> Iterator[ClockRow]:
    ended = known.course.ended_at is not None
    for number, each in enumerate(clocks):
        # A limit that had not run out when the custody ended never will. What was kept stays: shares are counted over it.
        if not (ended and each.clock.state is State.OPEN and not each.is_running):
            yield _clock_row(known, number, each)


def _clock_row(known: Known, number: int, each: Clock) -> ClockRow:
    return ClockRow(
        clock_id=f"{known.custody}/{number:03}",
        custody_id=known.custody,
        place_id=known.course.now.place,
        region=known.course.now.region,
        subject_role=each.role,
        subject=each.subject,
        safeguard=each.safeguard.id,
        basis=each.basis,
        triggered_at=each.clock.triggered.earliest,
        due_from=each.due_from if _fits(each.due_from) else None,
        due_at=each.due_at if _fits(each.due_at) else None,
        met_at=None if each.clock.met is None else each.clock.met.earliest,
        is_running=each.is_running,
        has_figure=each.has_figure,
        state_when_folded=each.clock.state,
        state_after_due=each.after_due,
        own_word_only=each.own_word_only,
        law_hash=law().hashes[each.safeguard.id],
    )


def _fits(instant: int | None) -> bool:
    return instant is not None and abs(instant) < 1 << 60


def _stay_rows(known: Known) -> Iterator[StayRow]:
    for number, stay in enumerate(known.course.stays):
        yield StayRow(
            stay_id=f"{known.custody}/{number:03}",
            custody_id=known.custody,
            placement_id=stay.placement,
            place_id=stay.place,
            cell_id=stay.cell,
            from_at=stay.from_at,
            until_at=stay.until_at,
        )


def _party_rows(known: Known) -> Iterator[PartyRow]:
    for party in parties_of(known.moments):
        yield PartyRow(
            party_id=f"{known.custody}/{party.id}",
            custody_id=known.custody,
            account=party.account,
            role=party.role,
            relation=party.relation,
            name=party.name,
            name_key=" ".join(folded(word) for word in party.name.split())[:128],
            # A lawyer's is told to families; what a relative gave stays encrypted in the entry.
            contact=party.contact if party.role == "lawyer" else "",
            since=party.since,
            until=party.until,
        )


def fold_openings(custody_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """Who looked at a custody."""
    for look in openings_of(entries):
        yield OpeningRow(
            entry_id=look.entry_id,
            custody_id=custody_id,
            account=look.account,
            body_id=look.body,
            looked_as=look.looked_as,
            because=look.because,
            at=look.at,
        )


def _correction_rows(known: Known) -> Iterator[CorrectionRow]:
    for each in known.entries:
        correction = each.entry.corrects
        if correction is None and not needs_confirmation(each):
            continue
        confirmed = known.standing.confirmed.get(each.entry.id)
        yield CorrectionRow(
            entry_id=each.entry.id,
            custody_id=known.custody,
            corrected_id=correction.entry if correction else "",
            act=correction.act if correction else ADDS,
            by=each.entry.by or "",
            body_id=each.entry.for_body,
            place_id=known.course.now.place,
            region=known.course.now.region,
            at=each.entry.recorded,
            needs_confirmation=needs_confirmation(each),
            confirmed_by=(confirmed.entry.by or "") if confirmed else "",
            confirmed_at=confirmed.entry.recorded if confirmed else None,
            improves=str(each.entry.facts.get(IMPROVES, "")),
        )


def _answer_rows(known: Known) -> Iterator[AnsweredBreachRow]:
    for answer in answers_of(known.moments):
        yield AnsweredBreachRow(
            entry_id=answer.entry_id,
            custody_id=known.custody,
            place_id=known.course.now.place,
            region=known.course.now.region,
            safeguard=answer.safeguard,
            basis=answer.basis,
            outcome=answer.outcome,
            by=answer.by,
            at=answer.at,
        )
