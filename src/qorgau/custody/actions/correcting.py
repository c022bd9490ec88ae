"""Correcting and withdrawing entries; a correction that improves a verdict needs a second person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.custody.actions.adding import checked, settled
from qorgau.custody.actions.at_hand import AtHand, at_hand, refuse_if_since, tried_twice
from qorgau.custody.actions.corrections import correction_of, corrects, with_reason
from qorgau.custody.actions.done import Added, Corrected
from qorgau.custody.actions.drafting import as_recorded, draft_of, form_for
from qorgau.custody.actions.naming import refuse_moving_elsewhere
from qorgau.custody.actions.second_person import marked_correction
from qorgau.custody.entries import CUSTODY, PERSON, RECORD_KINDS, NewEntry
from qorgau.custody.facts.known import known_of
from qorgau.custody.facts.offered import checked_text
from qorgau.custody.facts.standing import key_of
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.times import When
from qorgau.ledger.entry import CorrectionAct, Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry
from qorgau.recording.record import record

_CORRECT = ("custody.correct",)
_CONFIRM = ("custody.confirm_correction",)


def correct_entry(
    actor: Actor,
    custody_id: str,
    entry_id: str,
    new: NewEntry,
    *,
    why: str,
    now: int,
    act_id: str | None = None,
    confirmed: bool = False,
) -> Corrected:
    """Put a new entry in the place of an earlier one, of the same kind, and say why."""
    return tried_twice(
        lambda: _corrected(
            actor, custody_id, entry_id, new, why=why, now=now, act_id=act_id, confirmed=confirmed
        )
    )


def _corrected(
    actor: Actor,
    custody_id: str,
    entry_id: str,
    new: NewEntry,
    *,
    why: str,
    now: int,
    act_id: str | None,
    confirmed: bool,
) -> Corrected:
    hand, wrong = _begun(actor, custody_id, entry_id, why=why, now=now, act_id=act_id)
    if new.kind != wrong.entry.kind:
        raise CustodyRefusal("corrects_another_kind", field="kind")
    form = form_for(actor, new.kind)
    new = settled(hand, form, _with_its_time(new, wrong))
    checked(actor, hand, form, new, confirmed=confirmed, corrects=True)
    correction = correction_of(wrong, CorrectionAct.REPLACES)
    draft = draft_of(actor, hand, form, new, corrects=correction, objects=_objects(wrong, new))
    return _stored(actor, hand, _with_reason(hand, draft, why), received=now)


def withdraw_entry(
    actor: Actor, custody_id: str, entry_id: str, *, why: str, now: int, act_id: str | None = None
) -> Corrected:
    """Withdraw an entry that should not have been made, and say why."""
    return tried_twice(lambda: _withdrawn(actor, custody_id, entry_id, why=why, now=now, act_id=act_id))


def _withdrawn(
    actor: Actor, custody_id: str, entry_id: str, *, why: str, now: int, act_id: str | None
) -> Corrected:
    hand, wrong = _begun(actor, custody_id, entry_id, why=why, now=now, act_id=act_id)
    draft = Draft(
        id=hand.id(),
        kind=wrong.entry.kind,
        recorded=hand.now,
        by=actor.account,
        for_body=actor.body,
        objects=dict(wrong.entry.objects),
        corrects=correction_of(wrong, CorrectionAct.WITHDRAWS),
    )
    return _stored(actor, hand, _with_reason(hand, draft, why), received=now)


def confirm_correction(
    actor: Actor, custody_id: str, correction_id: str, *, now: int, act_id: str | None = None
) -> Added:
    """Confirm, as a second person, a correction that improves a verdict; from then on it counts."""
    hand = at_hand(actor, custody_id, _CONFIRM, now=now, act_id=act_id)
    waiting = {each.entry.id: each for each in hand.known.standing.waiting}
    if correction_id not in waiting:
        raise CustodyRefusal("nothing_to_confirm", field="correction")
    if waiting[correction_id].entry.by == actor.account:
        raise CustodyRefusal("not_by_the_same_person", field="correction")
    draft = Draft(
        id=hand.id(),
        kind="CorrectionConfirmed",
        recorded=hand.now,
        by=actor.account,
        for_body=actor.body,
        objects={PERSON: [hand.person], CUSTODY: [hand.custody], "about": [correction_id]},
        happened=(Happened(said_by=actor.said_by, earliest=hand.now, latest=hand.now),),
    )
    (answer,) = record([draft], received=now, first=lambda: _refuse_confirmed(hand, draft.id, correction_id))
    return Added(custody=hand.custody, entry=draft.id, acknowledgement=answer)


def _refuse_confirmed(hand: AtHand, own: str, correction_id: str) -> None:
    def confirms(each: RecordedEntry) -> bool:
        about = each.entry.objects.get("about", ())
        return each.entry.kind == "CorrectionConfirmed" and correction_id in about

    refuse_if_since(hand.custody, own=own, by=confirms, key="nothing_to_confirm", field="correction")


def _begun(
    actor: Actor, custody_id: str, entry_id: str, *, why: str, now: int, act_id: str | None
) -> tuple[AtHand, RecordedEntry]:
    """The custody and the entry that is wrong; one's own entry may be within reach where others are not."""
    if not why.strip():
        raise CustodyRefusal("why_required", field="why")
    hand = at_hand(actor, custody_id, _CORRECT, now=now, act_id=act_id, whose=entry_id)
    wrong = hand.entry(entry_id)
    if wrong.entry.kind in RECORD_KINDS or wrong.entry.kind == "PersonLookedUp":
        raise CustodyRefusal("not_to_be_corrected", field="entry")
    if key_of(wrong) not in {key_of(each) for each in hand.known.standing.counted}:
        raise CustodyRefusal("corrected_already", field="entry")
    return hand, wrong


def _with_reason(hand: AtHand, draft: Draft, why: str) -> Draft:
    return with_reason(draft, hand.person, checked_text(why, field="why"))


def _with_its_time(new: NewEntry, wrong: RecordedEntry) -> NewEntry:
    """A correction that types no time leaves the time as it was."""
    if new.happened or not wrong.entry.happened:
        return new
    return replace(
        new,
        happened=tuple(
            When(earliest=t.earliest, latest=t.latest, said_by=t.said_by) for t in wrong.entry.happened
        ),
    )


def _objects(wrong: RecordedEntry, new: NewEntry) -> dict[str, Sequence[str]]:
    """The objects of the entry that was wrong, with the places that the new one names."""
    named = {"place": new.place, "cell": new.cell, "destination": new.destination}
    changed: Mapping[str, Sequence[str]] = {role: [where] for role, where in named.items() if where}
    return {**wrong.entry.objects, **changed}


def _stored(actor: Actor, hand: AtHand, draft: Draft, *, received: int) -> Corrected:
    """Store the correction, marked if it would improve what is already due."""
    then = known_of(hand.custody, (*hand.known.entries, as_recorded(draft, hand.now)))
    refuse_moving_elsewhere(actor, hand, then)
    draft, improves = marked_correction(hand, draft)
    corrected = draft.corrects

    def refuse_second() -> None:
        refuse_if_since(
            hand.custody,
            own=draft.id,
            by=lambda each: corrects(each, corrected),
            key="corrected_already",
            field="entry",
        )

    (answer,) = record([draft], received=received, first=refuse_second)
    return Corrected(custody=hand.custody, entry=draft.id, acknowledgement=answer, improves=improves)
