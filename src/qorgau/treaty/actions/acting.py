"""What every act of the treaty cycle begins from and ends with: its ids, its entries, its answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Any

from qorgau.access.actor import Actor
from qorgau.clock import Zone
from qorgau.custody.actions.at_hand import checked_act, made_id
from qorgau.ledger.entry import Correction, Entry, Happened, MalformedEntry
from qorgau.ledger.entry_reading import read_entry
from qorgau.recording.drafts import Draft
from qorgau.recording.models import StoredEntry
from qorgau.recording.record import Acknowledgement, EntryConflict, record
from qorgau.recording.typed_text import DeceivingSign, typed_text
from qorgau.treaty.models.content import WORD
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import country, today

_LANGUAGE = re.compile(r"[a-z]{2,3}")
LONGEST_LINE, LONGEST_TEXT = 400, 200_000
YES, NO = "yes", "no"
FIRST_DAY, LAST_DAY = date(1945, 1, 1), date(2200, 12, 31)
"""Before the first nobody recommended anything to a State; after the last no plan is meant."""

Storing = Callable[[Sequence[Draft], int, Callable[[], None] | None], tuple[Acknowledgement, ...]]
"""Stores entries that came in at an instant, after asking what is asked under the lock."""


def _recorded(
    drafts: Sequence[Draft], received: int, first: Callable[[], None] | None
) -> tuple[Acknowledgement, ...]:
    return record(drafts, received=received, first=first)


STORED_BY: ContextVar[Storing] = ContextVar("treaty_stored_by", default=_recorded)
"""How acts are stored: as ever, but for the demo's past, whose door is closed to real records (decision 0141)."""


@dataclass(frozen=True, kw_only=True)
class Done:
    """An act was recorded. made: the public id of what it made or changed; note: what the actor should know."""

    made: str
    entries: tuple[str, ...]
    acknowledgements: tuple[Acknowledgement, ...] = ()
    is_new: bool = True
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act of one person, now. key: what all its ids are made from, the same when it is sent again."""

    actor: Actor
    key: str
    now: int

    @classmethod
    def of(cls, actor: Actor, act_id: str | None, *, now: int) -> Act:
        """An act under the caller's key, or under a new one."""
        return cls(actor=actor, key=checked_act(act_id), now=now)

    def id(self, part: str = "") -> str:
        """An id of this act: the same for the same act and part."""
        return made_id(f"treaty/{self.key}", part)

    @property
    def today(self) -> date:
        """The civil day in the country."""
        return today(country(), self.now)

    def draft(
        self,
        kind: str,
        *,
        part: str = "",
        objects: Mapping[str, Sequence[str]],
        facts: Mapping[str, Any],
        on: date | None = None,
        corrects: Correction | None = None,
        entry_id: str = "",
    ) -> Draft:
        """An entry of this act. on: the civil day it speaks of, by default the moment itself."""
        return Draft(
            id=entry_id or self.id(part),
            kind=kind,
            recorded=self.now,
            by=self.actor.account,
            for_body=self.actor.body,
            objects={role: list(dict.fromkeys(ids)) for role, ids in objects.items() if ids},
            happened=(self._happened(on),),
            facts={name: value for name, value in facts.items() if value not in ("", None, [], {})},
            corrects=corrects,
        )

    def _happened(self, on: date | None) -> Happened:
        if on is None:
            return Happened(said_by=self.actor.said_by, earliest=self.now, latest=self.now)
        first, last = country().day_bounds(on)
        return Happened(said_by=self.actor.said_by, earliest=first, latest=last)

    def held(
        self, made: str, given: Mapping[str, object], *, of: Mapping[str, Sequence[str]] | None = None
    ) -> Done | None:
        """The answer to an act that came in before; None if it did not.

        given: what the person said then, and now; of: of which things, where `given` does not name them.
        """
        entry = held_entry(self.id())
        if entry is None:
            return None
        if (
            any((entry.facts.get(name) or "") != (value or "") for name, value in given.items())
            or any(list(entry.objects.get(role, ())) != list(ids) for role, ids in (of or {}).items())
            or entry.by != self.actor.account
        ):
            raise TreatyRefusal("sent_before")
        return Done(made=made, entries=(entry.id,), is_new=False)

    def store(
        self, drafts: Sequence[Draft], *, made: str, first: Callable[[], None] | None = None, note: str = ""
    ) -> Done:
        """Store the entries together, or none of them; first: asked under the lock."""
        try:
            answers = STORED_BY.get()(drafts, self.now, first)
        except EntryConflict as conflict:
            raise TreatyRefusal("sent_before") from conflict
        except MalformedEntry as malformed:
            raise TreatyRefusal("entry_too_large") from malformed
        return Done(
            made=made,
            entries=tuple(each.id for each in drafts),
            acknowledgements=answers,
            is_new=any(each.is_new for each in answers),
            note=note,
        )


def tried_twice(act: Callable[[], Done]) -> Done:
    """Do it once more where somebody else did the same in the same moment: then it is there already."""
    try:
        return act()
    except TreatyRefusal as refusal:
        if not isinstance(refusal.__cause__, EntryConflict):
            raise
        return act()


def held_entry(entry_id: str) -> Entry | None:
    """An entry that the record holds under this id."""
    body = StoredEntry.objects.filter(id=entry_id).values_list("body", flat=True).first()
    return None if body is None else read_entry(bytes(body))


def line(typed: str, *, field: str, needed: bool = True, most: int = LONGEST_LINE) -> str:
    """A line of text as somebody typed it, refused where it is empty, too long or deceives the eye."""
    return _checked(typed, field=field, needed=needed, most=most, joins=True)


def word(typed: str, *, field: str, needed: bool = False) -> str:
    """A symbol, a code or another short name, as long as its column."""
    return line(typed, field=field, needed=needed, most=WORD)


def words(typed: str, *, field: str, needed: bool = True, most: int = LONGEST_TEXT) -> str:
    """A text of several lines."""
    return _checked(typed, field=field, needed=needed, most=most, joins=False)


def _checked(typed: str, *, field: str, needed: bool, most: int, joins: bool) -> str:
    try:
        told = typed_text(typed)
    except DeceivingSign as sign:
        raise TreatyRefusal("deceiving_sign", field=field, sign=sign.sign, at=sign.at) from sign
    told = " ".join(told.split()) if joins else told
    if needed and not told:
        raise TreatyRefusal("nothing_typed", field=field)
    if len(told) > most:
        raise TreatyRefusal("too_long", field=field, most=most)
    return told


def language_code(typed: str) -> str:
    """A language by its two or three letters; the State may reply in one that this instance does not speak."""
    if not _LANGUAGE.fullmatch(typed):
        raise TreatyRefusal("no_such_word", field="language", typed=typed[:40], known="en, ru, kk")
    return typed


def day_in_use(day: date, *, field: str) -> date:
    """A day within the years that treaties and plans speak of: a calendar breaks on one at the end of time."""
    if not FIRST_DAY <= day <= LAST_DAY:
        between = {"first": FIRST_DAY.isoformat(), "last": LAST_DAY.isoformat()}
        raise TreatyRefusal("day_out_of_use", field=field, day=day.isoformat(), **between)
    return day


def not_to_come(day: date, act: Act, *, field: str, seat: Zone | None = None) -> date:
    """A day that has come; refused otherwise. seat: by whose clocks it is counted, if not the country's."""
    day_in_use(day, field=field)
    there = today(seat or country(), act.now)
    if day <= there:
        return day
    if there == act.today:
        raise TreatyRefusal("day_to_come", field=field, day=day.isoformat())
    raise TreatyRefusal("day_to_come_there", field=field, day=day.isoformat(), there=there.isoformat())
