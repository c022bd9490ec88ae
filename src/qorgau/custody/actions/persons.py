"""Joining the records of one person, and splitting what was joined by mistake."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.custody.actions.at_hand import checked_act, made_id
from qorgau.custody.actions.done import Added
from qorgau.custody.entries import CUSTODY, PERSON
from qorgau.custody.facts.offered import checked_text
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.reach import whereabouts_of
from qorgau.custody.refusal import CustodyRefusal
from qorgau.ledger.entry import Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry, history
from qorgau.recording.models import EntryObject
from qorgau.recording.record import record

MOST = 200
"""So many custodies two persons may have together; more would be one act too large to check."""


def join_persons(
    actor: Actor, *, keep: str, other: str, why: str, now: int, act_id: str | None = None
) -> Added:
    """Say that two persons are one: all custodies of `other` show under `keep`; both ids survive."""
    if not why.strip():
        raise CustodyRefusal("why_required", field="why")
    if keep == other:
        raise CustodyRefusal("joined_with_itself", field="other")
    act = checked_act(act_id)
    if (again := _again(keep, act)) is not None:
        objects, now_first = again.entry.objects, again.entry.recorded
    else:
        objects, now_first = _objects(actor, keep, other), now
    return _recorded(
        actor,
        act=act,
        kind="PersonsJoined",
        objects=objects,
        facts={"keep": keep, "other": other},
        why=why,
        at=now_first,
        received=now,
        first=None if again else lambda: _refuse_joined_meanwhile(keep, other),
    )


def _refuse_joined_meanwhile(keep: str, other: str) -> None:
    """Raise if one of the two was joined with somebody since; asked under the lock."""
    still = set(CustodyRow.objects.filter(person_id__in=(keep, other)).values_list("person_id", flat=True))
    if still != {keep, other}:
        raise CustodyRefusal("no_such_person", field="other")


def split_persons(actor: Actor, *, joined_entry: str, why: str, now: int, act_id: str | None = None) -> Added:
    """Undo a joining: each custody shows under the person it was entered for."""
    if not why.strip():
        raise CustodyRefusal("why_required", field="why")
    joined = _joined(joined_entry)
    for custody in joined.entry.objects[CUSTODY]:
        require(actor, "custody.join", at=whereabouts_of(custody))
    act = checked_act(act_id)
    again = _again(str(joined.entry.facts["keep"]), act)
    return _recorded(
        actor,
        act=act,
        kind="PersonsSplit",
        objects={**joined.entry.objects, "about": [joined_entry]},
        facts={},
        why=why,
        at=now if again is None else again.entry.recorded,
        received=now,
    )


def _objects(actor: Actor, keep: str, other: str) -> dict[str, Sequence[str]]:
    """Both persons, those whom their custodies were entered for, and all those custodies."""
    rows = CustodyRow.objects.filter(person_id__in=(keep, other)).order_by("custody_id")
    found = list(rows.values_list("custody_id", "person_id", "entered_for")[: MOST + 1])
    if {person for _, person, _ in found} != {keep, other}:
        raise CustodyRefusal("no_such_person", field="other")
    if len(found) > MOST:
        raise CustodyRefusal("too_many_custodies", field="other", most=MOST)
    for custody, _, _ in found:
        require(actor, "custody.join", at=whereabouts_of(custody))
    persons = {keep, other, *(entered for _, _, entered in found)}
    return {PERSON: sorted(persons), CUSTODY: [custody for custody, _, _ in found]}


def _recorded(
    actor: Actor,
    *,
    act: str,
    kind: str,
    objects: Mapping[str, Sequence[str]],
    facts: Mapping[str, str],
    why: str,
    at: int,
    received: int,
    first: Callable[[], None] | None = None,
) -> Added:
    keep = facts.get("keep") or objects[PERSON][0]
    draft = Draft(
        id=made_id(act),
        kind=kind,
        recorded=at,
        by=actor.account,
        for_body=actor.body,
        objects=dict(objects),
        happened=(Happened(said_by=actor.said_by, earliest=at, latest=at),),
        facts=dict(facts),
        personal={keep: {"note": checked_text(why, field="why")}},
    )
    (answer,) = record([draft], received=received, first=first)
    return Added(custody=objects[CUSTODY][0], entry=draft.id, acknowledgement=answer)


def _again(person: str, act: str) -> RecordedEntry | None:
    """The entry of this very act, if it came in before."""
    wanted = made_id(act)
    return next((each for each in history(PERSON, person) if each.entry.id == wanted), None)


def _joined(entry_id: str) -> RecordedEntry:
    found = entry_of(entry_id)
    if found is None or found.entry.kind != "PersonsJoined":
        raise CustodyRefusal("no_such_entry", field="joined_entry", entry=entry_id)
    return found


def entry_of(entry_id: str) -> RecordedEntry | None:
    """One entry of the record, found by a custody that it names."""
    named = EntryObject.objects.filter(role=CUSTODY, entry_id=entry_id).values_list("object_id", flat=True)
    custody = named.first()
    if custody is None:
        return None
    return next((each for each in history(CUSTODY, custody) if each.entry.id == entry_id), None)
