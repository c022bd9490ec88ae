"""One complaint with all that followed from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, may
from qorgau.complaints.entries import COMPLAINT, NPM_CONTACT, REPRISAL, WITHDRAWALS
from qorgau.complaints.facts.candidates import Routing
from qorgau.complaints.facts.case import Case, Officer, Run
from qorgau.complaints.facts.course import assignments_of, in_charge, where_of
from qorgau.complaints.facts.gaps import gaps_of
from qorgau.complaints.facts.known import Known, known_of
from qorgau.complaints.facts.law import bodies, law
from qorgau.complaints.facts.register import institution
from qorgau.complaints.facts.routing import routing
from qorgau.complaints.facts.runs import KnownRun
from qorgau.complaints.facts.things import (
    consents_of,
    decisions_of,
    evidence_of,
    hearings_of,
    protections_of,
)
from qorgau.complaints.models import ComplaintOpeningRow, NamedRow
from qorgau.complaints.parties import candidates
from qorgau.complaints.queries.correcting import CONFIRM, CORRECT, allowed
from qorgau.complaints.queries.masking import (
    linked_to,
    masked,
    masked_assignments,
    masked_decisions,
    masked_evidence,
)
from qorgau.complaints.queries.reach import seen_whereabouts
from qorgau.complaints.queries.services import officers_with_services
from qorgau.complaints.queries.showing import entries_of, hides_identity, is_tied, told
from qorgau.complaints.refusal import NoSuchComplaint
from qorgau.custody.facts.moments import at
from qorgau.procedures import Standing
from qorgau.procedures import may as may_move
from qorgau.recording.history import history

ACTS = (
    "complaints.read_sealed", "complaints.assign", "complaints.move", "complaints.evidence",
    "complaints.hearing", "complaints.officers", "complaints.identity", "complaints.looks",
    "complaints.mailbox", CORRECT, CONFIRM,
)  # fmt: skip


def case(actor: Actor, complaint_id: str, *, as_of: int, known_at: int | None = None) -> Case:
    """Everything about one complaint as of an instant, by what this instance had received by known_at.

    Raises NoSuchComplaint where there is none or the actor may not see it. Opening the file is an act of
    its own (actions.open_file), which the page does beside this.
    """
    where = seen_whereabouts(actor, complaint_id)
    until = as_of if known_at is None else known_at
    entries = tuple(each for each in history(COMPLAINT, complaint_id) if each.received <= until)
    known = known_of(complaint_id, entries)
    if known is None:
        raise NoSuchComplaint
    return _case(actor, known, where, as_of=as_of, known_at=until)


def _case(actor: Actor, known: Known, where: Whereabouts, *, as_of: int, known_at: int) -> Case:
    zone = known.story.zone
    today = date.fromordinal(zone.civil_day(as_of))
    officers = officers_with_services(known)
    hidden = hides_identity(actor, known, officers, where, today=today)
    runs = [(run, run.standing(as_of=as_of, zone=zone)) for run in known.runs]
    stands = where_of(known, tuple(now for _, now in runs))
    asked, contact = known.moments.last(*WITHDRAWALS), known.moments.last(NPM_CONTACT)
    facts = known.lodged.entry.facts
    judged = known.judged(as_of=as_of)
    can = allowed(actor, known, where, tied=is_tied(actor, known, officers, today=today))
    every = masked(entries_of(known, actor, hidden=hidden, can=can), known, actor, hidden=hidden)
    return Case(
        complaint=known.complaint,
        as_of=as_of,
        known_at=known_at,
        zone=zone,
        law_hash=law().whole_hash,
        status=stands.status,
        status_since=stands.since,
        lodged_at=known.lodged_at,
        way=known.way.value,
        naming=str(facts.get("naming", "")),
        on_behalf=str(facts.get("on_behalf", "")),
        outside=known.is_outside,
        is_sealed=known.is_sealed,
        about=known.about,
        allegation=known.fact("allegation"),
        act_on=known.act_on,
        accused_body=known.accused_body,
        place=known.fact("at_place"),
        region=known.fact("region"),
        to_body=str(facts.get("lodged_with", "") or known.lodged.entry.for_body),
        body=in_charge(known),
        number=known.fact("number"),
        registered_at=known.registered_at,
        read_at=known.read_at,
        sent_back_at=known.sent_back_at,
        refused_by_court=known.refused_by_court,
        outcome=stands.outcome,
        told=told(known, hidden=hidden),
        entries=tuple(each for each in every if each.counts),
        set_aside=tuple(each for each in every if not each.counts),
        runs=tuple(_run(actor, run, now, today) for run, now in runs),
        officers=_with_other_cases(known, officers),
        evidence=masked_evidence(evidence_of(known), known, actor, hidden=hidden),
        hearings=hearings_of(known),
        decisions=masked_decisions(decisions_of(known), known, actor, hidden=hidden),
        assignments=masked_assignments(assignments_of(known), known, actor, hidden=hidden),
        protections=protections_of(known),
        consents=consents_of(known),
        gaps=gaps_of(known, officers),
        judged=judged,
        clocks=known.clocks(as_of=as_of),
        linked_to=linked_to(known, actor),
        reprisals=len(known.all(REPRISAL)),
        withdrawal_asked_at=at(asked) if asked else None,
        npm_contact_at=at(contact) if contact else None,
        routing=_routing(known, officers, today),
        may=frozenset(act for act in ACTS if may(actor, act, at=where)),
    )


def _run(actor: Actor, run: KnownRun, now: Standing, today: date) -> Run:
    """A run with the moves that the actor's body, or a party whom the actor stands for, may make next."""
    by = (institution(actor.body), *candidates(actor.role))
    own = tuple(
        move
        for move in now.open_moves
        if any(may_move(run.procedure, move, each, today, bodies()) for each in by)
    )
    return Run(
        id=run.id,
        procedure=run.procedure,
        body=run.body,
        opened_at=run.opened_at,
        standing=now,
        reviews=run.reviews,
        moves=own,
    )


def _routing(known: Known, officers: tuple[Officer, ...], today: date) -> Routing:
    return routing(
        known.about,
        on=today,
        accused=officers,
        accused_bodies=known.accused_bodies,
        place_type=known.fact("place_type"),
        act_on=date.fromisoformat(known.act_on) if known.act_on else None,
    )


def _with_other_cases(known: Known, officers: tuple[Officer, ...]) -> tuple[Officer, ...]:
    rows = NamedRow.objects.filter(officer_id__in=[each.id for each in officers])
    others: dict[str, int] = {}
    for officer in rows.exclude(complaint_id=known.complaint).values_list("officer_id", flat=True):
        others[officer] = others.get(officer, 0) + 1
    return tuple(replace(each, other_cases=others.get(each.id, 0)) for each in officers)


def openings(actor: Actor, complaint_id: str) -> tuple[ComplaintOpeningRow, ...]:
    """Who opened the file, the latest first: for the preventive mechanism and the victim's lawyer."""
    seen_whereabouts(actor, complaint_id, act="complaints.looks")
    rows = ComplaintOpeningRow.objects.filter(complaint_id=complaint_id).order_by("-at", "entry_id")
    return tuple(rows)
