"""Carry acts out as the people of a region would: through the slice's actions, with their permissions."""

from collections import Counter
from dataclasses import dataclass, field

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.custody.actions.adding import add_entry
from qorgau.custody.actions.booking import book
from qorgau.custody.refusal import CustodyRefusal, NeedsConfirmation
from qorgau.demo.country import Country, PlacePlan
from qorgau.demo.replay.acts import Act
from qorgau.lawbook import Language

_ROLES = {
    "court": Role.COURT_REGISTRY,
    "prosecutor": Role.DUTY_PROSECUTOR,
    "doctor": Role.DOCTOR,
    "place_doctor": Role.DOCTOR,
}


@dataclass
class Desk:
    """All who act in one writer's share of the custodies, and what came of their acts."""

    country: Country
    custodies: dict[str, str] = field(default_factory=dict)
    entries: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    done: int = 0

    def __post_init__(self) -> None:
        """Know the places by their ids."""
        self._places = {place.id: place for place in self.country.places}

    def carry_out(self, act: Act, *, now: int) -> None:
        """Do it; a refusal is counted with its reason."""
        try:
            if act.booking is not None:
                self._book(act, now=now)
            elif act.custody in self.custodies:
                self._add(act, now=now)
            else:
                self.refused["never booked"] += 1
        except NeedsConfirmation:
            self.refused["needs confirmation"] += 1
        except CustodyRefusal as refusal:
            self.refused[refusal.key] += 1
        self.done += 1

    def _book(self, act: Act, *, now: int) -> None:
        assert act.booking is not None
        actor = self._actor(self._places[act.place], "")
        booked = book(actor, act.booking, now=now, act_id=act.key, confirmed=True)
        self.custodies[act.custody] = booked.custody
        self.entries.extend(booked.entries)

    def _add(self, act: Act, *, now: int) -> None:
        assert act.new is not None
        actor = self._actor(self._places[act.place], act.word)
        custody = self.custodies[act.custody]
        added = add_entry(actor, custody, act.new, now=now, act_id=act.key, confirmed=True)
        self.entries.append(added.entry)

    def _actor(self, place: PlacePlan, word: str) -> Actor:
        role = _ROLES.get(word, Role.CUSTODY_OFFICER)
        at_desk = role is Role.CUSTODY_OFFICER
        return Actor(
            account=f"replay-{role.value}-{place.region}",
            name="Replay (demo)",
            role=role,
            body=(place.unit or place.body) if at_desk else "demo",
            places=frozenset(each.id for each in self.country.places if each.region == place.region),
            regions=frozenset({place.region}),
            language=Language.EN,
            said_by=place.said_by if at_desk else word,
        )
