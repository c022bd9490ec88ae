"""The rows of what belongs to a case: runs, assignments, evidence, hearings, decisions, officers named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Model

from qorgau.complaints.facts.case import Decision, Officer
from qorgau.complaints.facts.course import PATH_SIGN, assignments_of
from qorgau.complaints.facts.known import Known
from qorgau.complaints.facts.things import decisions_of, evidence_of, hearings_of
from qorgau.complaints.models import (
    AssignmentRow,
    CaseHearingRow,
    DecisionRow,
    EvidenceRow,
    NamedRow,
    RunRow,
)
from qorgau.procedures import Standing


def case_rows(known: Known, standings: tuple[Standing, ...], officers: Sequence[Officer]) -> Iterable[Model]:
    """Every row of them."""
    yield from _run_rows(known, standings)
    yield from _assignment_rows(known)
    yield from _evidence_rows(known)
    yield from _hearing_rows(known)
    yield from (_decision_row(known, each) for each in decisions_of(known))
    yield from (_named_row(known, each) for each in officers)


def _run_rows(known: Known, standings: tuple[Standing, ...]) -> Iterator[RunRow]:
    for run, now in zip(known.runs, standings, strict=True):
        dues = [clock.due_at for clock in now.clocks if clock.due_at is not None]
        ground = now.path[-1].event.ground if now.path and now.ended else None
        yield RunRow(
            run_id=run.id,
            complaint_id=known.complaint,
            procedure=run.procedure.id,
            body_id=run.body,
            opened_at=run.opened_at,
            stage=now.stage,
            since=now.since,
            ended=now.ended,
            outcome=ground or (now.stage if now.ended else ""),
            reviews=run.reviews,
            marks=len(now.marks),
            next_due_at=min(dues, default=None),
        )


def _assignment_rows(known: Known) -> Iterator[AssignmentRow]:
    for each in assignments_of(known):
        yield AssignmentRow(
            entry_id=each.entry,
            complaint_id=known.complaint,
            body_id=each.body,
            account=each.account,
            since=each.since,
            until=each.until,
            refused=each.refused,
            why=each.why,
            path=PATH_SIGN.join(each.path)[:400],
        )


def _evidence_rows(known: Known) -> Iterator[EvidenceRow]:
    for each in evidence_of(known):
        yield EvidenceRow(
            evidence_id=each.id,
            complaint_id=known.complaint,
            kind=each.kind,
            taken_at=each.chain[0].since,
            sha256=each.sha256,
            held_by=each.chain[-1].body,
            holder=each.chain[-1].account,
            hands=len(each.chain),
            sealed_copy=bool(each.sealed_copy),
        )


def _hearing_rows(known: Known) -> Iterator[CaseHearingRow]:
    for each in hearings_of(known):
        yield CaseHearingRow(
            hearing_id=each.id,
            complaint_id=known.complaint,
            run_id=each.run,
            body_id=each.body,
            set_for=each.set_for,
            heard_at=each.heard_at,
            put_off=each.put_off,
        )


def _decision_row(known: Known, each: Decision) -> DecisionRow:
    return DecisionRow(
        decision_id=each.id,
        complaint_id=known.complaint,
        run_id=each.run,
        kind=each.kind,
        ground=each.ground,
        body_id=each.body,
        by=each.by,
        taken_at=each.taken_at,
        shown_at=each.shown_at,
        served_at=each.served_at,
        appealed_by=each.appealed_by,
    )


def _named_row(known: Known, each: Officer) -> NamedRow:
    return NamedRow(
        key=f"{known.complaint}/{each.id}",
        complaint_id=known.complaint,
        officer_id=each.id,
        named_by=each.named_by,
        named_at=each.named_at,
        allegation=each.allegation,
        suspected_at=each.suspected_at,
        suspended_at=each.suspended_at,
        returned_at=each.returned_at,
        finding=each.finding,
        recommended=each.recommended,
        imposed=each.imposed,
        final=each.final,
    )
