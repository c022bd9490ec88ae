"""What an act begins from: the custody's entries, where it stands, and whether the actor may."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, may, require
from qorgau.custody.entries import CUSTODY
from qorgau.custody.facts.known import Known, known_of
from qorgau.custody.queries.reach import whereabouts_of
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody
from qorgau.recording.drafts import new_entry_id
from qorgau.recording.history import RecordedEntry, history
from qorgau.recording.record import EntryConflict

LONGEST_ACT_ID = 100
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class AtHand:
    """A custody as an act finds it.

    act: the key that all ids of this act are made from; now: when it is done; before: what stood before
    it. An act that comes in again is rebuilt from where it first began, so that it gives the same entry.
    """

    known: Known
    whereabouts: Whereabouts
    act: str
    now: int

    @property
    def custody(self) -> str:
        """The custody's id."""
        return self.known.custody

    @property
    def person(self) -> str:
        """The person it was entered for: whose key its entries are written under."""
        return self.known.entered_for

    def id(self, part: str = "") -> str:
        """An id of this act: the same for the same act and part."""
        return made_id(self.act, part)

    def entry(self, entry_id: str) -> RecordedEntry:
        """One entry of the custody; refused where there is none."""
        found = next((each for each in self.known.entries if each.entry.id == entry_id), None)
        if found is None:
            raise CustodyRefusal("no_such_entry", entry=entry_id)
        return found


def at_hand(
    actor: Actor,
    custody_id: str,
    acts: Iterable[str],
    *,
    now: int,
    act_id: str | None = None,
    whose: str = "",
    at: Whereabouts | None = None,
) -> AtHand:
    """The custody for one of these acts; refused as unknown where the actor may not even see it.

    whose: an entry of which the actor may be the author, where that is what permits the act. at: where
    the act is done, if that is not where the custody stands.
    """
    where = whereabouts_of(custody_id, actor=actor)
    act = checked_act(act_id)
    every = history(CUSTODY, custody_id)
    require_one(actor, tuple(acts), at or _with_author(where, every, whose))
    entries, first = before_act(every, made_id(act), now=now)
    known = known_of(custody_id, entries)
    if known is None:
        raise NoSuchCustody
    return AtHand(known=known, whereabouts=where, act=act, now=first)


def _with_author(where: Whereabouts, entries: tuple[RecordedEntry, ...], whose: str) -> Whereabouts:
    """Of an entry its author is the only party: who has a part in the case does not own what others wrote."""
    if not whose:
        return where
    authors = (each.entry.by for each in entries if each.entry.id == whose)
    return replace(where, parties=frozenset(author for author in authors if author))


def require_one(actor: Actor, acts: tuple[str, ...], where: Whereabouts) -> None:
    """Raise unless one of the acts is permitted there; unknown to those who may not see the custody."""
    if any(may(actor, act, at=where) for act in acts):
        return
    if any(may(actor, act) for act in acts) and not may(actor, "custody.see", at=where):
        raise NoSuchCustody
    require(actor, acts[0], at=where)


def before_act(
    entries: tuple[RecordedEntry, ...], first_id: str, *, now: int
) -> tuple[tuple[RecordedEntry, ...], int]:
    """The entries before this act and when it was first done: now, unless it came in before.

    Entries of one second stand in no order of time, so what came in with the act counts as before it.
    """
    done = next((each for each in entries if each.entry.id == first_id), None)
    if done is None:
        return entries, now
    before = (each for each in entries if each.received <= done.received and each is not done)
    return tuple(before), done.entry.recorded


def tried_twice(act: Callable[[], T]) -> T:
    """Do the act; where the same one, sent at once, was stored a second earlier, do it again as that one began."""
    try:
        return act()
    except EntryConflict:
        return act()


def refuse_if_since(
    custody_id: str, *, own: str, by: Callable[[RecordedEntry], bool], key: str, field: str
) -> None:
    """Raise if meanwhile somebody else's entry came in that this one cannot stand beside; asked under the lock."""
    if any(by(each) for each in history(CUSTODY, custody_id) if each.entry.id != own):
        raise CustodyRefusal(key, field=field)


def checked_act(act_id: str | None) -> str:
    """The caller's key, or a new one."""
    if act_id is None:
        return new_entry_id()
    if not act_id or len(act_id) > LONGEST_ACT_ID:
        raise CustodyRefusal("act_id_length", field="act_id", most=LONGEST_ACT_ID)
    return act_id


def made_id(act: str, part: str = "") -> str:
    """An id that nobody can guess from outside and that is the same for the same act and part."""
    return hashlib.sha256(f"qorgau/custody/act/v1\0{act}\0{part}".encode()).hexdigest()[:32]
