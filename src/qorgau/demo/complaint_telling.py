"""Tell one complaint: each call adds the entries of one act, as the slice's own acts draft them.

The acts' own rules decide what may be told: a move that the law refuses cannot stand in the demo either.
Nothing is read from a store, so that the demo can be made before any of it is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from qorgau.access.actor import Actor
from qorgau.access.roles import SAYS, Role
from qorgau.complaints.actions.at_hand import AtHand
from qorgau.complaints.actions.conditions import tie
from qorgau.complaints.actions.moving import moved
from qorgau.complaints.actions.opening import begun
from qorgau.complaints.entries import (
    ALLEGED,
    ASSIGNMENT_REFUSED,
    COMPLAINT,
    LODGED,
    NAMED,
    OFFICER,
    PERSON,
    REGISTERED,
    SERVED_AT,
)
from qorgau.complaints.facts.course import PATH_SIGN
from qorgau.complaints.facts.keeping import keeper_of
from qorgau.complaints.facts.known import known_of
from qorgau.complaints.facts.register import keeps_the_register
from qorgau.complaints.offered import MoveAsked
from qorgau.custody.times import When
from qorgau.demo.chance import DAY, HOUR, Chance, id_of
from qorgau.demo.country import PlacePlan
from qorgau.demo.course.telling import Sent
from qorgau.demo.names import Style, invented_name
from qorgau.ledger.entry import Entry, Happened
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry

CRIMINAL, DISCIPLINE = "kz/criminal_investigation", "kz/police_discipline"


class NotYet(Exception):  # noqa: N818 - read aloud: "not yet"
    """The next act lies behind the last moment of which anything is known."""


@dataclass(frozen=True, kw_only=True)
class OfficerPlan:
    """An invented officer, who may be named in several complaints."""

    id: str
    name: str
    body: str
    since: str


@dataclass(frozen=True, kw_only=True)
class ComplaintPlan:
    """What is planned of one complaint. began, until: seconds since 1970 (UTC); about, allegation: codes."""

    seed: int
    id: str
    began: int
    until: int
    instance: str
    place: PlacePlan
    about: str = "torture"
    allegation: str = "beating"
    way: str = "paper"
    to_body: str = "special_prosecutors"
    accused_body: str = "police"
    outside: bool = False


class CaseTelling:
    """One complaint as it is told."""

    def __init__(self, plan: ComplaintPlan) -> None:
        """Begin with nothing told."""
        self.plan = plan
        self.chance = Chance(plan.seed, "complaint", plan.id)
        self.entries: list[RecordedEntry] = []
        self.sent: list[Sent] = []

    def at(self, days: float, *, hour: int = 10) -> int:
        """So many days after the complaint, at an hour of work."""
        return self.plan.began + round(days * DAY) + (hour - 9) * HOUR

    def hand(self, actor: Actor, at: int) -> AtHand:
        """The case as an act at that moment finds it."""
        if at > self.plan.until:
            raise NotYet
        known = known_of(self.plan.id, self.entries)
        assert known is not None
        act = id_of(self.plan.seed, self.plan.id, len(self.sent))
        return AtHand(actor=actor, known=known, act=act, now=at)

    def add(self, *drafts: Draft) -> None:
        """Take entries into the telling."""
        for draft in drafts:
            entry = _entry_of(draft, self.plan.instance)
            self.entries.append(RecordedEntry(entry=entry, received=draft.recorded, personal=draft.personal))
            self.sent.append(Sent(draft=draft, received=draft.recorded))

    def lodge(self, actor: Actor, *, narrative: str) -> None:
        """The complaint comes in, on paper or by word, and is in the register at once."""
        plan, keeper = self.plan, keeper_of(self.plan.id)
        if plan.began > plan.until:
            raise NotYet
        name = invented_name(self.chance, self.chance.one_of(tuple(Style)), woman=self.chance.likely(0.2))
        told = {
            "name": f"{name.in_full} (demo)",
            "contact": "demo contact",
            "narrative": f"{narrative} (demo)",
        }
        drafts = [self._coming(actor, LODGED, 0, self._lodged_facts(), {keeper: told})]
        if not plan.outside and keeps_the_register(plan.to_body):
            drafts.append(
                self._coming(
                    actor, REGISTERED, 1, {"number": f"DEMO-{id_of(plan.seed, plan.id, 'number')[:6]}"}, {}
                )
            )
        drafts.append(self._coming(actor, ALLEGED, 2, self.particulars(), {}))
        self.add(*drafts)

    def _lodged_facts(self) -> dict[str, str]:
        plan = self.plan
        facts = {
            "way": plan.way,
            "naming": "confidential",
            "on_behalf": "self",
            "outside": "yes" if plan.outside else "",
            "lodged_with": plan.to_body,
            "zone": plan.place.zone,
            **self.particulars(),
        }
        return {name: value for name, value in facts.items() if value}

    def particulars(self) -> dict[str, str]:
        """What the complaint says, in codes."""
        plan = self.plan
        return {
            "about": plan.about,
            "allegation": plan.allegation,
            "act_on": self.act_on,
            "at_place": plan.place.id,
            "place_type": plan.place.kind,
            "region": plan.place.region,
            "accused_body": plan.accused_body,
        }

    @property
    def act_on(self) -> str:
        """The civil day of the act: two days before the complaint."""
        return f"{datetime.fromtimestamp(self.plan.began - 2 * DAY, tz=UTC):%Y-%m-%d}"

    def _coming(
        self,
        actor: Actor,
        kind: str,
        number: int,
        facts: Mapping[str, str],
        personal: Mapping[str, Mapping[str, str]],
    ) -> Draft:
        at = self.plan.began
        return Draft(
            id=id_of(self.plan.seed, self.plan.id, "coming", number),
            kind=kind,
            recorded=at,
            by=actor.account,
            for_body=actor.body,
            objects={COMPLAINT: [self.plan.id], **({PERSON: sorted(personal)} if personal else {})},
            happened=(
                Happened(said_by="person" if kind == LODGED else actor.said_by, earliest=at, latest=at),
            ),
            facts=facts,
            personal=personal,
        )

    def note(
        self,
        kind: str,
        at: int,
        actor: Actor,
        *,
        objects: Mapping[str, Sequence[str]] | None = None,
        texts: Mapping[str, str] | None = None,
        of_person: tuple[str, Mapping[str, str]] | None = None,
        **facts: str | int,
    ) -> Draft:
        """One entry that is no move."""
        draft = self.hand(actor, at).draft(
            kind, facts=facts, objects=objects, texts=texts, of_person=of_person
        )
        self.add(draft)
        return draft

    def officer(self, officer: OfficerPlan, at: int, actor: Actor, *, named_by: str = "victim") -> None:
        """Somebody names an officer, and where they serve is stated."""
        self.note(
            NAMED, at, actor, objects={OFFICER: [officer.id]}, of_person=(officer.id, {"name": officer.name}),
            named_by=named_by, allegation=self.plan.allegation,
        )  # fmt: skip
        self.note(
            SERVED_AT,
            at,
            actor,
            objects={OFFICER: [officer.id]},
            served_body=officer.body,
            served_since=officer.since,
        )

    def open_run(self, procedure: str, at: int, actor: Actor, *, reviews: str = "", body: str = "") -> str:
        """A procedure begins; gives the run's id."""
        drafts, run = begun(self.hand(actor, at), procedure, part="opened", reviews=reviews, body=body)
        self.add(*drafts)
        return run.id

    def move(
        self,
        run: str,
        move: str,
        at: int,
        actor: Actor,
        *,
        ground: str = "",
        reasons: str = "",
        why_not: Mapping[str, str] | None = None,
        officers: Sequence[str] = (),
        by_party: str = "",
        facts: Mapping[str, str | int] | None = None,
        more: Mapping[str, str] | None = None,
        for_body: str = "",
    ) -> Mapping[str, str]:
        """A move is made; gives the objects it made. Raises MoveRefused as for everybody."""
        hand = self.hand(actor, at)
        known = hand.known.run(run)
        assert known is not None
        asked = MoveAsked(
            move=move, ground=ground, reasons=f"{reasons} (demo)" if reasons else "", facts=facts or {},
            why_not=why_not or {}, body=by_party, officers=officers, happened=When.at(at),
        )  # fmt: skip
        drafted = moved(hand, known, asked, for_body=for_body, more=more)
        self.add(*drafted.drafts)
        return drafted.made

    def assign(self, run: str, body: str, at: int, actor: Actor) -> None:
        """The case is given to a body."""
        tied = tie(self.hand(actor, at), body, self.hand(actor, at).day()) is not None
        move = "assign_ill_treatment" if self.plan.about == "ill_treatment" else "assign_torture"
        more = {
            "body": body,
            "offence": self.plan.about,
            "accused_body": self.plan.accused_body,
            "institutional_tie": "yes" if tied else "no",
        }
        self.move(run, move, at, actor, facts={"body": body}, more=more, for_body=body)

    def refuse(self, body: str, at: int, actor: Actor) -> None:
        """An assignment to a tied body is refused, with the way that ties it."""
        hand = self.hand(actor, at)
        found = tie(hand, body, hand.day())
        assert found is not None
        facts = {"body": body, "refused_because": "tied_then", "tie_path": PATH_SIGN.join(found.path)}
        self.add(hand.draft(ASSIGNMENT_REFUSED, part="refused", facts=facts))


def actor(account: str, role: Role, body: str) -> Actor:
    """A demo account as somebody who acts."""
    return Actor(account=account, name=account, role=role, body=body, said_by=SAYS[role][0])


def _entry_of(draft: Draft, instance: str) -> Entry:
    return Entry(
        instance=instance,
        id=draft.id,
        kind=draft.kind,
        objects={role: tuple(names) for role, names in draft.objects.items()},
        happened=draft.happened,
        recorded=draft.recorded,
        by=draft.by,
        for_body=draft.for_body,
        facts=draft.facts,
        personal={},
        sealed=draft.sealed,
        corrects=None,
    )
