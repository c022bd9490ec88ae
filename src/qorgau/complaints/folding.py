"""Fold a complaint's entries into its rows. It reads nothing but entries and the law, so replay gives the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Model

from qorgau.complaints.case_rows import case_rows
from qorgau.complaints.entries import COMPLAINT, FILE_OPENED, LINKED, NPM_CONTACT, REPRISAL, WITHDRAWALS
from qorgau.complaints.facts.assessing import bad_ones, next_due
from qorgau.complaints.facts.case import Officer
from qorgau.complaints.facts.course import (
    Where,
    assignments_of,
    bodies_of,
    in_charge,
    parts_of,
    where_of,
)
from qorgau.complaints.facts.known import Known, known_of
from qorgau.complaints.facts.law import law
from qorgau.complaints.facts.officers import officers_of
from qorgau.complaints.facts.things import evidence_of, hearings_of
from qorgau.complaints.models import (
    AssignmentRow,
    CaseHearingRow,
    CasePartyRow,
    ComplaintBodyRow,
    ComplaintClockRow,
    ComplaintOpeningRow,
    ComplaintRow,
    DecisionRow,
    EvidenceRow,
    NamedRow,
    RunRow,
)
from qorgau.custody.facts.board_line import END_OF_TIME
from qorgau.custody.facts.clocks import Clock
from qorgau.custody.facts.moments import at
from qorgau.procedures import Standing
from qorgau.recording.folds import Fold, register_fold
from qorgau.recording.history import RecordedEntry

TABLES: tuple[type[Model], ...] = (
    ComplaintRow, ComplaintBodyRow, CasePartyRow, ComplaintClockRow, ComplaintOpeningRow, RunRow,
    AssignmentRow, EvidenceRow, CaseHearingRow, DecisionRow, NamedRow,
)  # fmt: skip


def register() -> None:
    """Tell the record how complaints are folded."""
    register_fold(
        Fold(name="complaint_rows", role=COMPLAINT, key="complaint_id", tables=TABLES, fold=fold_complaint)
    )


def fold_complaint(complaint_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The rows of one complaint; none before it was lodged."""
    known = known_of(complaint_id, entries)
    if known is None:
        return
    as_of = known.reaches
    standings = tuple(run.standing(as_of=as_of, zone=known.story.zone) for run in known.runs)
    clocks, officers = known.clocks(as_of=as_of), officers_of(known)
    yield _complaint_row(known, standings, clocks, officers)
    yield from _body_rows(known)
    yield from _party_rows(known)
    yield from _clock_rows(known, clocks)
    yield from _opening_rows(known)
    yield from case_rows(known, standings, officers)


def _complaint_row(
    known: Known, standings: tuple[Standing, ...], clocks: Sequence[Clock], officers: Sequence[Officer]
) -> ComplaintRow:
    where, first = where_of(known, standings), next_due(clocks)
    return ComplaintRow(
        complaint_id=known.complaint,
        **_as_lodged(known),
        **_as_it_stands(known, where),
        **_what_follows(known, first),
        breaches=bad_ones(clocks),
        officers_named=len(officers),
        named_not_suspected=sum(each.named_by == "victim" and not each.is_suspect for each in officers),
        evidence=len(evidence_of(known)),
        refused_assignments=sum(each.refused for each in assignments_of(known)),
        entries=sum(each.entry.kind != FILE_OPENED for each in known.entries),
        last_entry_at=max(each.received for each in known.entries if each.entry.kind != FILE_OPENED),
    )


def _as_lodged(known: Known) -> dict[str, Any]:
    facts = known.lodged.entry.facts
    return {
        "lodged_at": known.lodged_at,
        "way": known.way.value,
        "naming": str(facts.get("naming", "")),
        "on_behalf": str(facts.get("on_behalf", "")),
        "outside": known.is_outside,
        "is_sealed": known.is_sealed,
        "read_at": known.read_at,
        "about": known.about,
        "act_on": known.act_on,
        "accused_body": known.accused_body,
        "place_id": known.fact("at_place"),
        "region": known.fact("region"),
        "zone": known.story.zone.name,
        "to_body": str(facts.get("lodged_with", "") or known.lodged.entry.for_body),
        "registered_by": "" if known.is_sealed else known.lodged.entry.by or "",
    }


def _as_it_stands(known: Known, where: Where) -> dict[str, Any]:
    return {
        "body_id": in_charge(known),
        "registered_at": known.registered_at,
        "sent_back_at": known.sent_back_at,
        "refusals_by_court": len(known.refused_by_court),
        "status": where.status.value,
        "status_since": where.since,
        "outcome": where.outcome,
        "ended_at": where.ended_at,
        "linked_to": _linked(known),
    }


def _linked(known: Known) -> str:
    others = {
        name
        for each in known.all(LINKED)
        for name in each.entry.objects.get(COMPLAINT, ())
        if name != known.complaint
    }
    return min(others, default="")


def _what_follows(known: Known, first: Clock | None) -> dict[str, Any]:
    hearings = [each.set_for for each in hearings_of(known) if each.heard_at is None]
    asked, contact = known.moments.last(*WITHDRAWALS), known.moments.last(NPM_CONTACT)
    contact_due = asked is not None and (contact is None or at(contact) < at(asked))
    return {
        "next_due_at": first.due_from if first else None,
        "next_due_safeguard": first.safeguard.id if first else "",
        "next_due_basis": first.basis if first else "",
        "order_at": first.due_from if first and first.due_from is not None else END_OF_TIME,
        "next_hearing_at": min(hearings, default=None),
        "withdrawal_asked": asked is not None,
        "npm_contact_due": contact_due,
        "reprisals": len(known.all(REPRISAL)),
    }


def _body_rows(known: Known) -> Iterator[ComplaintBodyRow]:
    for each in bodies_of(known):
        yield ComplaintBodyRow(
            key=f"{known.complaint}/{each.body}",
            complaint_id=known.complaint,
            body_id=each.body,
            how=each.how,
            since=each.since,
        )


def _party_rows(known: Known) -> Iterator[CasePartyRow]:
    for each in parts_of(known):
        yield CasePartyRow(
            key=f"{known.complaint}/{each.account}",
            complaint_id=known.complaint,
            account=each.account,
            part=each.part,
            since=each.since,
            until=each.until,
        )


def _clock_rows(known: Known, clocks: Sequence[Clock]) -> Iterator[ComplaintClockRow]:
    for number, each in enumerate(clocks):
        yield ComplaintClockRow(
            clock_id=f"{known.complaint}/{number:03}",
            complaint_id=known.complaint,
            body_id=in_charge(known) or known.lodged.entry.for_body,
            run_id=each.subject if known.run(each.subject) else "",
            subject_role=each.role,
            subject=each.subject,
            safeguard=each.safeguard.id,
            basis=each.basis,
            owed_by=each.safeguard.owed_by,
            triggered_at=each.clock.triggered.earliest,
            due_from=_fitting(each.due_from),
            due_at=_fitting(each.due_at),
            met_at=None if each.clock.met is None else each.clock.met.earliest,
            is_running=each.is_running,
            has_figure=each.has_figure,
            state_when_folded=each.clock.state,
            state_after_due=each.after_due,
            own_word_only=each.own_word_only,
            disputed=bool(each.safeguard.disputed_by),
            law_hash=law().hashes[each.safeguard.id],
        )


def _fitting(instant: int | None) -> int | None:
    return instant if instant is not None and abs(instant) < 1 << 60 else None


def _opening_rows(known: Known) -> Iterator[ComplaintOpeningRow]:
    for each in known.entries:
        if each.entry.kind == FILE_OPENED:
            facts = each.entry.facts
            yield ComplaintOpeningRow(
                entry_id=each.entry.id,
                complaint_id=known.complaint,
                account=each.entry.by or "",
                body_id=each.entry.for_body,
                looked_as=str(facts.get("looked_as", "")),
                because=str(facts.get("looked_because", "")),
                at=each.entry.recorded,
            )
