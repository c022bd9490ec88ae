"""From what was offered to the draft of an entry, by the kind's form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.conf import settings

from qorgau.access.actor import Actor
from qorgau.custody.actions.at_hand import AtHand
from qorgau.custody.entries import CUSTODY, PERSON, NewEntry
from qorgau.custody.facts.law import law
from qorgau.custody.facts.moments import Moments, named
from qorgau.custody.facts.offered import checked_facts, checked_personal
from qorgau.custody.facts.standing import ENTERED_AS
from qorgau.custody.kind_forms import KindForm, form_of
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.times import When
from qorgau.ledger.entry import Correction, Entry, Happened
from qorgau.places import queries as places
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry

_ENDS_OF = {
    "placement": ("SolitaryEnded",),
    "questioning": ("QuestioningEnded",),
    "transport": ("TransportEnded",),
    "restraint": ("RestraintRemoved",),
    "hearing": ("HearingHeld",),
    "transfer": ("Arrived",),
    "recording": ("RecordingDestroyed",),
    "lawyer": ("MandateEnded",),
    "relative": ("RelativeUnnamed",),
}
"""Kinds after which an object of the role is no longer open; a placement stays until the next one."""

_BEGINS_OF = {
    "placement": ("Admitted", "Placed"),
    "questioning": ("QuestioningBegan",),
    "examination": ("MedicallyExamined",),
    "transport": ("TransportBegan",),
    "restraint": ("RestraintApplied",),
    "hearing": ("HearingRequested",),
    "transfer": ("Transferred",),
    "recording": ("RecordingMade",),
    "lawyer": ("MandateGiven",),
    "relative": ("RelativeNamed",),
}


def form_for(actor: Actor, kind: str) -> KindForm:
    """The form of a kind that this role may add; refused otherwise."""
    form = form_of(kind)
    if form is None:
        raise CustodyRefusal("no_such_kind", field="kind", kind=kind)
    if actor.role not in form.added_by:
        raise CustodyRefusal("kind_not_yours", field="kind", kind=form.title)
    return form


def draft_of(
    actor: Actor,
    hand: AtHand,
    form: KindForm,
    new: NewEntry,
    *,
    part: str = "",
    corrects: Correction | None = None,
    more_facts: Mapping[str, str | int] | None = None,
    objects: Mapping[str, Sequence[str]] | None = None,
) -> Draft:
    """The entry as it will stand in the record."""
    happened = happened_of(actor, new, now=hand.now)
    facts = {
        **checked_facts(form, new.facts, hand.known.story.zone),
        **_place_facts(form, new),
        **_typed_by_another(actor, happened),
        **(more_facts or {}),
    }
    personal = checked_personal(form, new.personal)
    return Draft(
        id=hand.id(part),
        kind=form.kind,
        recorded=hand.now,
        by=actor.account,
        for_body=actor.body,
        objects=dict(objects or objects_of(hand, form, new, part=part)),
        happened=happened,
        facts=facts,
        personal={hand.person: personal} if personal else {},
        corrects=corrects,
    )


def happened_of(actor: Actor, new: NewEntry, *, now: int) -> tuple[Happened, ...]:
    """When it happened by each word; now, by the actor's own word, where nothing was typed."""
    form = form_of(new.kind)
    usual = form.by_word if form else ""
    times = new.happened or (When.at(now, said_by=usual),)
    return tuple(each.told_by(usual if each.said_by == "" and usual else actor.said_by) for each in times)


def _typed_by_another(actor: Actor, happened: Sequence[Happened]) -> dict[str, str]:
    """Whose hand typed it, where somebody else's word is written: that word alone proves nothing more."""
    foreign = any(each.said_by != actor.said_by for each in happened)
    return {ENTERED_AS: actor.said_by} if foreign else {}


def _place_facts(form: KindForm, new: NewEntry) -> dict[str, str | int]:
    if form.place == "destination" or not new.place:
        return place_kind(new.destination) if new.destination else {}
    facts = where_facts(new.place)
    if form.kind == "Delivered" or form.kind == "Arrived":
        facts.pop("official_place", None)
    return facts


def where_facts(place_id: str) -> dict[str, str | int]:
    """What an entry says of a place: its kind, whether it is official, its zone and region."""
    place = places.place(place_id)
    return {
        "place": place.fact_kind,
        "official_place": "yes" if place.official else "no",
        "zone": place.zone.name,
        "region": place.region,
    }


def place_kind(place_id: str) -> dict[str, str | int]:
    """The kind of the place somebody is moved to."""
    return {"place": places.place(place_id).fact_kind}


def objects_of(hand: AtHand, form: KindForm, new: NewEntry, *, part: str = "") -> dict[str, list[str]]:
    """The objects that the entry names: person and custody, what begins, ends or is open here, and places."""
    named_here: dict[str, list[str]] = {PERSON: [hand.person], CUSTODY: [hand.custody]}
    if new.account_of:
        return _of_the_same_event(hand, form, new)
    if form.starts:
        named_here[form.starts] = [hand.id(f"{part}/{form.starts}")]
    if form.ends:
        named_here[form.ends] = [_chosen(hand, form.ends, new, must=True)]
    if form.at and (there := _chosen(hand, form.at, new, must=False)):
        named_here[form.at] = [there]
    for role, where in (("place", new.place), ("cell", new.cell), ("destination", new.destination)):
        if where:
            named_here[role] = [where]
    if account := new.objects.get("account"):
        named_here["account"] = [account]
    return named_here


def _of_the_same_event(hand: AtHand, form: KindForm, new: NewEntry) -> dict[str, list[str]]:
    first = hand.entry(new.account_of)
    if first.entry.kind != form.kind:
        raise CustodyRefusal("account_of_another_kind", field="account_of", kind=form.title)
    return {role: list(ids) for role, ids in first.entry.objects.items() if role != "account"}


def _chosen(hand: AtHand, role: str, new: NewEntry, *, must: bool) -> str:
    """The open object of the role: the one named, or the only one there is."""
    known = open_objects(hand.known.moments, role)
    wanted = new.objects.get(role, "")
    if wanted:
        if wanted not in all_objects(hand.known.moments, role):
            raise CustodyRefusal("no_such_object", field=role, role=law().book.roles[role].title)
        return wanted
    if len(known) == 1 or (known and not must):
        return known[-1]
    if must:
        raise CustodyRefusal(
            "nothing_open" if not known else "which_object", field=role, role=law().book.roles[role].title
        )
    return ""


def open_objects(moments: Moments, role: str) -> tuple[str, ...]:
    """The objects of a role that have begun and not ended, the latest last."""
    ended = {named(each, role) for kind in _ENDS_OF.get(role, ()) for each in moments.of.get(kind, ())}
    if role == "placement":
        return all_objects(moments, role)[-1:]
    return tuple(each for each in all_objects(moments, role) if each not in ended)


def all_objects(moments: Moments, role: str) -> tuple[str, ...]:
    """Every object of a role that began in this custody, in the order of time."""
    begins = frozenset(_BEGINS_OF.get(role, ()))
    begun = (named(each, role) for each in moments.ordered if each.entry.kind in begins)
    return tuple(dict.fromkeys(each for each in begun if each))


def as_recorded(draft: Draft, received: int) -> RecordedEntry:
    """The draft as it would stand in the record, to ask what would follow from it."""
    entry = Entry(
        instance=draft.instance or settings.QORGAU_INSTANCE,
        id=draft.id,
        kind=draft.kind,
        recorded=draft.recorded,
        for_body=draft.for_body,
        by=draft.by,
        objects=draft.objects,
        happened=draft.happened,
        facts=draft.facts,
        corrects=draft.corrects,
    )
    return RecordedEntry(entry=entry, received=received, personal=draft.personal)
