"""The drafts of all rows: each is judged as if those before it stood already, and none is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.custody.actions.adding import checked, register_fields, settled
from qorgau.custody.actions.at_hand import AtHand, made_id, require_one
from qorgau.custody.actions.booking import checked_booking
from qorgau.custody.actions.booking_drafts import drafts_of
from qorgau.custody.actions.checks import refuse_unknown_place
from qorgau.custody.actions.drafting import as_recorded, draft_of, form_for
from qorgau.custody.actions.naming import refuse_moving_elsewhere
from qorgau.custody.actions.second_person import marked_addition
from qorgau.custody.api.reading import booking_of, entry_of
from qorgau.custody.entries import CUSTODY
from qorgau.custody.facts.known import known_of
from qorgau.custody.importing.faults import RowFault
from qorgau.custody.importing.judging import booking_in, entry_in
from qorgau.custody.importing.rows import Row
from qorgau.custody.queries.reach import whereabouts_of
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody
from qorgau.places import queries as places
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry, history


@dataclass(frozen=True, kw_only=True)
class PlannedRow:
    """What one row would record."""

    number: int
    custody: str
    is_booking: bool
    drafts: tuple[Draft, ...]


@dataclass(kw_only=True)
class Plan:
    """What an import would record, row by row; `faults` says what is wrong.

    own_ids: first entries of this import's rows: a custody is judged as it was before any of them.
    """

    actor: Actor
    key: str
    now: int
    confirmed: bool
    own_ids: frozenset[str]
    rows: list[PlannedRow] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    _named: set[str] = field(default_factory=set)
    _keys: dict[str, str] = field(default_factory=dict)
    _entries: dict[str, list[RecordedEntry]] = field(default_factory=dict)
    _where: dict[str, Whereabouts] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Plan one row, or keep what is wrong with it."""
        if row.key in self._named:
            self._refuse(row, "key", "import_key_twice", key=row.key[:100])
            return
        self._named.add(row.key)
        try:
            planned = self._booking(row) if row.is_booking else self._entry(row)
        except CustodyRefusal as refusal:
            self.faults.append(RowFault(row=row.number, column=refusal.field, refusal=refusal))
        except PermissionDenied as refusal:
            self._refuse(row, "", "import_said", said=str(refusal))
        except OverflowError:
            self._refuse(row, "", "import_cell_unfit")
        else:
            if planned is not None:
                self.rows.append(planned)

    def _refuse(self, row: Row, column: str, phrase: str, **values: str | int) -> None:
        self.faults.append(RowFault(row=row.number, column=column, phrase=phrase, values=values))

    def _booking(self, row: Row) -> PlannedRow | None:
        given, faults = booking_in(row)
        self.faults += faults
        if given is None:
            return None
        refuse_unknown_place(given.place)
        place = places.place(given.place)
        where = Whereabouts(place=place.id, region=place.region, body=self.actor.body)
        require(self.actor, "custody.book", at=where)
        confirmed = self.confirmed or given.confirmed
        booked = checked_booking(
            self.actor, booking_of(given), act=act_of_row(self.key, row), now=self.now, confirmed=confirmed
        )
        self._keys[row.key], self._where[booked.custody] = booked.custody, where
        return self._kept(row, booked.custody, drafts_of(self.actor, booked))

    def _entry(self, row: Row) -> PlannedRow | None:
        given, faults = entry_in(row)
        self.faults += faults
        custody = self._custody_of(row)
        if given is None or custody is None:
            return None
        form = form_for(self.actor, given.kind)
        hand = self._hand(row, custody, form.acts)
        new = settled(hand, form, entry_of(given, hand.known.story.zone))
        checked(self.actor, hand, form, new, confirmed=self.confirmed or given.confirmed)
        # What a second person must confirm at the desk waits for them in an import as well.
        draft, _ = marked_addition(hand, form, draft_of(self.actor, hand, form, new))
        if form.place:
            then = known_of(custody, (*hand.known.entries, as_recorded(draft, self.now)))
            refuse_moving_elsewhere(self.actor, hand, then)
        return self._kept(row, custody, (draft, *register_fields(self.actor, hand, [draft])))

    def _custody_of(self, row: Row) -> str | None:
        """The custody that the row names, or that a booking above it begins."""
        if custody := row.text("custody"):
            return custody
        of = row.text("of")
        if of in self._keys:
            return self._keys[of]
        if of:
            self._refuse(row, "of", "import_no_such_row", of=of[:100])
        else:
            self._refuse(row, "custody", "import_custody_needed")
        return None

    def _hand(self, row: Row, custody: str, acts: tuple[str, ...]) -> AtHand:
        if custody not in self._entries:
            self._where[custody] = whereabouts_of(custody)
            self._entries[custody] = list(_before(history(CUSTODY, custody), self.own_ids))
        where = self._where[custody]
        require_one(self.actor, acts, where)
        known = known_of(custody, self._entries[custody])
        if known is None:
            raise NoSuchCustody
        return AtHand(known=known, whereabouts=where, act=act_of_row(self.key, row), now=self.now)

    def _kept(self, row: Row, custody: str, drafts: tuple[Draft, ...]) -> PlannedRow:
        stood = self._entries.setdefault(custody, [])
        stood += [as_recorded(draft, self.now) for draft in drafts]
        return PlannedRow(number=row.number, custody=custody, is_booking=row.is_booking, drafts=drafts)


def act_of_row(key: str, row: Row) -> str:
    """The act of one row: the same for the same import and row."""
    return hashlib.sha256(f"qorgau/import/v1\0{key}\0{row.key}".encode()).hexdigest()


def first_id(key: str, row: Row) -> str:
    """The id of the first entry that the row records."""
    return made_id(act_of_row(key, row), "Apprehended" if row.is_booking else "")


def _before(entries: Sequence[RecordedEntry], own_ids: frozenset[str]) -> Sequence[RecordedEntry]:
    """The entries before any of this import: sent again, it is judged as it was at first."""
    for place, each in enumerate(entries):
        if each.entry.id in own_ids:
            return entries[:place]
    return entries
