"""What an act on a complaint begins from: its entries, whether the actor may, and how its entries are drafted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from qorgau.access.actor import Actor
from qorgau.access.permission import may, require
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.second_person import marked_again
from qorgau.complaints.entries import ACCOUNT, ASSIGNED, COMPLAINT, MOVED, PERSON, RECUSED, RUN_OPENED
from qorgau.complaints.facts.case import Officer
from qorgau.complaints.facts.keeping import keeper_of
from qorgau.complaints.facts.known import Known, known_of
from qorgau.complaints.facts.register import institution
from qorgau.complaints.queries.reach import whereabouts_of
from qorgau.complaints.queries.services import officers_with_services
from qorgau.complaints.refusal import ComplaintRefusal, NoSuchComplaint
from qorgau.custody.actions.at_hand import before_act, checked_act, made_id
from qorgau.custody.times import When
from qorgau.lawbook.procedure import Mark
from qorgau.recording.drafts import Draft, Notice
from qorgau.recording.history import history
from qorgau.recording.record import EntryConflict, record

LONGEST_TEXT = 8_000
Texts = Mapping[str, str]
Objects = Mapping[str, Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class AtHand:
    """A complaint as an act finds it.

    act: the key that all ids of this act are made from; now: when it is done. An act that comes in again is
    rebuilt from where it first began, so that it gives the same entries.
    """

    actor: Actor
    known: Known
    act: str
    now: int

    @property
    def complaint(self) -> str:
        """The complaint's id."""
        return self.known.complaint

    @property
    def keeper(self) -> str:
        """Under whose key the texts of this complaint stand."""
        return keeper_of(self.complaint)

    @cached_property
    def officers(self) -> tuple[Officer, ...]:
        """The officers of the case, with where they served."""
        return officers_with_services(self.known)

    @property
    def body(self) -> str:
        """The institution the actor acts for."""
        return institution(self.actor.body)

    def day(self, instant: int | None = None) -> date:
        """The civil day of an instant at the place; of now."""
        return date.fromordinal(self.known.story.zone.civil_day(self.now if instant is None else instant))

    def id(self, part: str = "") -> str:
        """An id of this act: the same for the same act and part."""
        return made_id(self.act, part)

    def draft(
        self,
        kind: str,
        *,
        part: str = "",
        facts: Mapping[str, str | int] | None = None,
        objects: Objects | None = None,
        texts: Texts | None = None,
        of_person: tuple[str, Texts] | None = None,
        happened: When | None = None,
        sealed: Mapping[str, str] | None = None,
    ) -> Draft:
        """An entry of this act about the complaint. texts: personal, under the complaint's own key;
        of_person: personal of somebody else, under theirs.
        """  # fmt: skip
        personal = _personal(self.keeper, texts, of_person)
        told = checked_when(happened, now=self.now).told_by(self.actor.said_by)
        persons = {PERSON: sorted(personal)} if personal else {}
        return Draft(
            id=self.id(part),
            kind=kind,
            recorded=self.now,
            by=self.actor.account,
            for_body=self.actor.body,
            objects={COMPLAINT: [self.complaint], **persons, **(objects or {})},
            happened=(told,),
            facts={name: value for name, value in (facts or {}).items() if value != ""},
            personal=personal,
            sealed=sealed or {},
        )

    def record(
        self,
        drafts: Sequence[Draft],
        *,
        made: Mapping[str, str] | None = None,
        marks: tuple[Mark, ...] = (),
        notices: Sequence[Notice] = (),
        first: Callable[[], None] | None = None,
    ) -> Done:
        """Store the entries of this act together, or none of them; first: asked under the lock."""
        improves: tuple[str, ...] = ()
        if not any(each.corrects for each in drafts):
            drafts, improves = marked_again(self.known, drafts, now=self.now)
        try:
            moves = any(each.kind in _MOVES for each in drafts)
            asked = first or (partial(self._require_unmoved, drafts) if moves else None)
            answers = record(drafts, received=self.now, notices=notices, first=asked)
        except EntryConflict as conflict:
            raise ComplaintRefusal("sent_before") from conflict
        return Done(
            complaint=self.complaint,
            entries=tuple(each.id for each in drafts),
            acknowledgements=answers,
            made=made or {},
            marks=marks,
            improves=improves,
        )

    def _require_unmoved(self, drafts: Sequence[Draft]) -> None:
        """Refuse where somebody moved the case on since it was read: both moves were lawful only by themselves."""
        own, read = {each.id for each in drafts}, {each.entry.id for each in self.known.entries}
        held = history(COMPLAINT, self.complaint)
        if any(each.entry.id in own for each in held):
            return  # Sent again: what it gave is held already.
        if any(each.entry.kind in _MOVES and each.entry.id not in read for each in held):
            raise ComplaintRefusal("moved_meanwhile")


_MOVES = frozenset({MOVED, RUN_OPENED, ASSIGNED})


def _personal(
    keeper: str, texts: Texts | None, of_person: tuple[str, Texts] | None
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    if texts and (own := checked_texts(texts)):
        found[keeper] = own
    if of_person and (theirs := checked_texts(of_person[1])):
        found[of_person[0]] = theirs
    return found


def checked_texts(texts: Texts) -> dict[str, str]:
    """The texts that say something; refused where one is too long."""
    kept = {name: text.strip() for name, text in texts.items() if text.strip()}
    for name, text in kept.items():
        if len(text) > LONGEST_TEXT:
            raise ComplaintRefusal("too_long", field=name, most=LONGEST_TEXT)
    return kept


def checked_when(happened: When | None, *, now: int) -> When:
    """When it happened, now by default; nothing happened in the future."""
    if happened is None:
        return When.at(now)
    if happened.earliest > now:
        raise ComplaintRefusal("time_to_come", field="happened")
    return happened


def checked_word(typed: str, known: Iterable[str], *, field: str) -> str:
    """A word of a closed list; refused otherwise."""
    words = tuple(known)
    if typed not in words:
        raise ComplaintRefusal("no_such_word", field=field, typed=typed, known=", ".join(words))
    return typed


def at_hand(
    actor: Actor,
    complaint_id: str,
    *acts: str,
    now: int,
    act_id: str | None = None,
    may_be_recused: bool = False,
) -> AtHand:
    """The complaint for one of these acts; refused as unknown where the actor may not even see it."""
    where = whereabouts_of(complaint_id)
    if not any(may(actor, act, at=where) for act in acts):
        if not may(actor, "complaints.see", at=where):
            raise NoSuchComplaint
        require(actor, acts[0], at=where)
    act = checked_act(act_id)
    entries, first = before_act(history(COMPLAINT, complaint_id), made_id(act), now=now)
    known = known_of(complaint_id, entries)
    if known is None:
        raise NoSuchComplaint
    hand = AtHand(actor=actor, known=known, act=act, now=first)
    if not may_be_recused and is_recused(hand.known, actor.account):
        raise ComplaintRefusal("recused_already")
    return hand


def is_recused(known: Known, account: str) -> bool:
    """Whether somebody stepped aside from the case, or was removed from it."""
    return any(account in each.entry.objects.get(ACCOUNT, ()) for each in known.all(RECUSED))
