"""What of a case an actor may read: who complained is shown to none whose body is tied to the accused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, may
from qorgau.access.roles import Role
from qorgau.complaints.entries import FILE_OPENED, LODGED, Naming
from qorgau.complaints.facts import routing
from qorgau.complaints.facts.candidates import Tied
from qorgau.complaints.facts.case import CaseEntry, Officer, Told
from qorgau.complaints.facts.keeping import keeper_of, texts_of, victim_of
from qorgau.complaints.facts.known import Known
from qorgau.complaints.facts.register import institution
from qorgau.complaints.queries.correcting import Allowed
from qorgau.custody.facts.reasons import WHY, why_of
from qorgau.custody.facts.standing import OF_THE_ENTRY, key_of, needs_confirmation
from qorgau.ledger.entry import CorrectionAct
from qorgau.mailboxes.entries import IDENTITY_RELEASED
from qorgau.recording.history import RecordedEntry

_LOOKS = frozenset({FILE_OPENED})


def hides_identity(
    actor: Actor, known: Known, officers: Sequence[Officer], where: Whereabouts, *, today: date
) -> bool:
    """Whether who complained, and what they told, must stay hidden from this actor."""
    if actor.role is Role.NPM_MEMBER or actor.account == known.lodged.entry.by:
        return False
    if not may(actor, "complaints.identity", at=where):
        return True
    tied = is_tied(actor, known, officers, today=today)
    if _released_to(known, actor.body, by_two=tied):
        return False
    if tied:
        return True
    named = known.lodged.entry.facts.get("naming") == Naming.NAMED
    return not (named or actor.body in _received(known) or actor.role is Role.LAWYER)


def is_tied(actor: Actor, known: Known, officers: Sequence[Officer], *, today: date) -> bool:
    """Whether the actor's institution is tied to anybody accused in the case."""
    return tie_of_body(actor.body, known, officers, today=today) is not None


def tie_of_body(body: str, known: Known, officers: Sequence[Officer], *, today: date) -> Tied | None:
    """What ties a body, or the institution it is a unit of, to anybody accused in the case."""
    act_on = date.fromisoformat(known.act_on) if known.act_on else None
    suspected = routing.suspected_of(
        officers,
        accused_bodies=known.accused_bodies,
        place_type=known.fact("place_type"),
        on=act_on or today,
    )
    return routing.tie_of(institution(body), suspected, act_on=act_on, today=today)


def _received(known: Known) -> frozenset[str]:
    facts = known.lodged.entry.facts
    return frozenset({known.lodged.entry.for_body, str(facts.get("lodged_with", ""))})


def _released_to(known: Known, body: str, *, by_two: bool) -> bool:
    """Whether the body was told; by_two: only what a second member of the mechanism confirmed counts."""
    released = (each for each in known.all(IDENTITY_RELEASED) if each.entry.facts.get("released_to") == body)
    return any(not by_two or each.entry.id in known.standing.confirmed for each in released)


def told(known: Known, *, hidden: bool) -> Told:
    """Who complained and for whom, as far as it may be shown."""
    if hidden:
        return Told(hidden=True, sealed=known.is_sealed)
    own = texts_of(known.lodged, keeper_of(known.complaint))
    victim = texts_of(known.lodged, victim_of(known.complaint))
    return Told(
        name=str(own.get("name", "")),
        contact=str(own.get("contact", "")),
        contact_safe=str(own.get("contact_safe", "")),
        victim_name=str(victim.get("name", "")),
        narrative=str(own.get("narrative", "")),
        sealed=known.is_sealed,
    )


def entries_of(known: Known, actor: Actor, *, hidden: bool, can: Allowed) -> tuple[CaseEntry, ...]:
    """The timeline: every entry but the looks, in the order in which things happened; `counts` says which do."""
    counted = {key_of(each) for each in known.standing.counted}
    every = [each for each in known.entries if each.entry.kind not in _LOOKS]
    shown = [
        replace(_shown(each, actor, hidden=hidden), **_standing(each, known, can, key_of(each) in counted))
        for each in every
    ]
    return tuple(sorted(shown, key=_when))


def _standing(each: RecordedEntry, known: Known, can: Allowed, counts: bool) -> dict[str, Any]:
    """What became of an entry, and what may be done with it."""
    correction, confirmed = each.entry.corrects, known.standing.confirmed.get(each.entry.id)
    waits = needs_confirmation(each) and confirmed is None
    return {
        "counts": counts,
        "corrects": correction.entry if correction else "",
        "withdraws": correction is not None and correction.act is CorrectionAct.WITHDRAWS,
        "waits": waits,
        "confirmed_by": (confirmed.entry.by or "") if confirmed else "",
        "may_correct": counts and can.may_correct(each),
        "may_confirm": waits and can.may_confirm(each),
    }


def _when(shown: CaseEntry) -> int:
    return min((source.earliest for source in shown.happened), default=shown.recorded)


def _shown(each: RecordedEntry, actor: Actor, *, hidden: bool) -> CaseEntry:
    entry = each.entry
    keeps_quiet = hidden and entry.by != actor.account
    return CaseEntry(
        id=entry.id,
        kind=entry.kind,
        recorded=entry.recorded,
        received=each.received,
        happened=tuple(entry.happened),
        # Who typed it in may betray who complained: a relative's lawyer, a doctor of one ward.
        by="" if keeps_quiet and entry.kind == LODGED else entry.by or "",
        body=entry.for_body,
        facts={name: value for name, value in entry.facts.items() if name not in OF_THE_ENTRY},
        objects={role: tuple(ids) for role, ids in entry.objects.items()},
        personal={} if keeps_quiet else {person: _texts(own) for person, own in each.personal.items()},
        hidden=keeps_quiet and bool(entry.personal),
        way_sealed=bool(entry.sealed),
        why="" if keeps_quiet else why_of(each),
    )


def _texts(own: Mapping[str, str | int]) -> dict[str, str | int]:
    return {name: text for name, text in own.items() if name != WHY}
