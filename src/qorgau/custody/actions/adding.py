"""Adding an entry to a custody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qorgau.access.actor import Actor
from qorgau.custody.actions.at_hand import AtHand, at_hand, tried_twice
from qorgau.custody.actions.checks import (
    ask_if_unusual,
    refuse_impossible,
    refuse_other_cell,
    refuse_unknown_place,
    unusual_times,
)
from qorgau.custody.actions.done import Added
from qorgau.custody.actions.drafting import as_recorded, draft_of, form_for, happened_of
from qorgau.custody.actions.naming import refuse_moving_elsewhere, refuse_no_such_account, refuse_not_asked
from qorgau.custody.actions.register_fields import field_draft, fields_filled
from qorgau.custody.actions.second_person import marked_addition
from qorgau.custody.actions.still_open import still_open
from qorgau.custody.entries import NewEntry
from qorgau.custody.facts.known import Known, known_of
from qorgau.custody.kind_forms import KindForm
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record


def add_entry(
    actor: Actor,
    custody_id: str,
    new: NewEntry,
    *,
    now: int,
    act_id: str | None = None,
    confirmed: bool = False,
) -> Added:
    """Add one entry by its kind's form; `NewEntry(kind="MealGiven")` is one touch: it happened now.

    Raises CustodyRefusal (field names the field), NeedsConfirmation, NoSuchCustody, NotPermitted.
    """
    form = form_for(actor, new.kind)

    def act() -> Added:
        hand = at_hand(actor, custody_id, form.acts, now=now, act_id=act_id)
        return appended(actor, hand, form, new, confirmed=confirmed, received=now)

    return tried_twice(act)


def appended(
    actor: Actor,
    hand: AtHand,
    form: KindForm,
    new: NewEntry,
    *,
    confirmed: bool,
    received: int,
    also: Sequence[Draft] = (),
) -> Added:
    """Check the entry, and store it with the fields of the register that it fills."""
    new = settled(hand, form, new)
    checked(actor, hand, form, new, confirmed=confirmed)
    draft, improves = marked_addition(hand, form, draft_of(actor, hand, form, new))
    drafts = [draft, *also, *register_fields(actor, hand, [draft, *also])]
    refuse_moving_elsewhere(actor, hand, think_ahead(hand, drafts, received=received))
    answers = record(drafts, received=received, thought_ahead=True)
    return Added(custody=hand.custody, entry=draft.id, acknowledgement=answers[0], improves=improves)


def think_ahead(hand: AtHand, drafts: Sequence[Draft], *, received: int) -> Known | None:
    """Assess what will stand before taking a turn at the record, so that other writers wait less."""
    then = known_of(hand.custody, (*hand.known.entries, *(as_recorded(each, received) for each in drafts)))
    if then is not None:
        then.clocks(as_of=then.story.reaches)
    return then


def settled(hand: AtHand, form: KindForm, new: NewEntry) -> NewEntry:
    """The entry with the place it must mean: where the person is, unless another was named."""
    if form.place in ("place", "cell") and not new.place:
        return replace(new, place=hand.known.course.now.place)
    return new


def checked(
    actor: Actor, hand: AtHand, form: KindForm, new: NewEntry, *, confirmed: bool, corrects: bool = False
) -> None:
    """Refuse what cannot be, and ask about what is unlikely; corrects: it takes the place of one that is there."""
    refuse_not_asked(form, new)
    refuse_no_such_account(form, new, now=hand.now)
    happened = happened_of(actor, new, now=hand.now)
    refuse_impossible(happened, now=hand.now, born=born_at(hand), field="happened")
    if form.place in ("place", "cell"):
        refuse_unknown_place(new.place)
        refuse_other_cell(new.place, new.cell)
    if new.destination:
        refuse_unknown_place(new.destination, field="destination")
    again = () if new.account_of or corrects else still_open(hand.known, form)
    ask_if_unusual((*unusual_times(hand.known, form.kind, happened), *again), confirmed=confirmed)


def born_at(hand: AtHand) -> int | None:
    """The first second of the day on which the person was born, where the date is known."""
    born_on = hand.known.identity.born_on
    if not born_on:
        return None
    return hand.known.story.zone.day_bounds(date.fromisoformat(born_on))[0]


def register_fields(actor: Actor, hand: AtHand, drafts: Sequence[Draft]) -> list[Draft]:
    """The entries of the register's fields that these drafts fill."""
    words = [word for draft in drafts for word in fields_filled(draft, hand.known.moments)]
    return [
        field_draft(
            actor,
            entry_id=hand.id(f"field/{word}"),
            custody=hand.custody,
            person=hand.person,
            word=word,
            now=hand.now,
        )
        for word in dict.fromkeys(words)
    ]
