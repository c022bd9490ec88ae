"""The institutions of a country as a tree that changes over time, and who is tied to whom on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Basis, Confirmed


class UnknownBodyError(LookupError):
    """No such body, or none on that day; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Span:
    """Civil days from one on, up to but not including another; None leaves the side open."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies within."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Competence:
    """What a body may do, since when and by which source."""

    what: str
    span: Span
    source: str
    basis: Basis
    confirmed: Confirmed
    note: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A type of place that a body runs."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Parent:
    """Whom a body answers to from a civil day on; no day: from the beginning."""

    since: date | None
    body: str


@dataclass(frozen=True, slots=True)
class Body:
    """One institution."""

    id: str
    title: Text
    kind: str
    span: Span
    parents: tuple[Parent, ...]  # ascending; empty for an independent root
    competences: tuple[Competence, ...] = ()
    runs: tuple[Run, ...] = ()
    proposed: bool = False  # proposed, not in force
    flag: Text = field(default_factory=dict)
    note: str = ""
    source: str = ""
    confirmed: Confirmed = Confirmed.MEMORY
    facts: tuple[str, ...] = ()

    def parent_on(self, day: date) -> str | None:
        """Whom it answers to on a day; None for a root."""
        known = [parent for parent in self.parents if parent.since is None or parent.since <= day]
        return known[-1].body if known else None

    def may(self, what: str, day: date, *, basis: Basis = Basis.NATIONAL_LAW) -> Competence | None:
        """The competence it has on a day by that basis, or None."""
        for competence in self.competences:
            if competence.what == what and competence.basis is basis and competence.span.holds(day):
                return competence
        return None


@dataclass(frozen=True, slots=True)
class PlaceType:
    """A kind of place a person may be held in; nobody may be held in one that is not official."""

    id: str
    title: Text
    official: bool


@dataclass(frozen=True, slots=True)
class Bodies:
    """All institutions of a pack, with the words for what they do and where they hold people."""

    bodies: Mapping[str, Body]
    place_types: Mapping[str, PlaceType] = field(default_factory=dict)
    competences: Mapping[str, Text] = field(default_factory=dict)

    def on(self, id: str, day: date) -> Body:
        """The body as it stands on a day; raises UnknownBodyError when it does not."""
        body = self.bodies.get(id)
        if body is None:
            raise UnknownBodyError(f"there is no body `{id}` in bodies.yaml. Add it there or mend the name.")
        if not body.span.holds(day):
            since, until = body.span.since or "the beginning", body.span.until or "now"
            raise UnknownBodyError(f"`{id}` stands from {since} to {until}, not on {day}. Check the date.")
        return body

    def path(self, id: str, day: date) -> tuple[str, ...]:
        """The body and all it answers to on a day, up to its institutional root."""
        found = [id]
        parent = self.on(id, day).parent_on(day)
        while parent is not None:
            found.append(parent)
            parent = self.on(parent, day).parent_on(day)
        return tuple(found)

    def root_on(self, id: str, day: date) -> str:
        """The institution below the State that the body belongs to on a day."""
        return self.path(id, day)[-1]

    def tied(self, one: str, other: str, day: date) -> tuple[str, ...] | None:
        """The way from one body to the other through what both answer to; None if nothing ties them."""
        up, down = self.path(one, day), self.path(other, day)
        shared = next((body for body in up if body in down), None)
        if shared is None:
            return None
        return (*up[: up.index(shared) + 1], *reversed(down[: down.index(shared)]))

    def competent(
        self, what: str, day: date, *, basis: Basis = Basis.NATIONAL_LAW
    ) -> tuple[tuple[Body, Competence], ...]:
        """The bodies that may do something on a day, with the line that says so."""
        return tuple(
            (body, found)
            for body in self.bodies.values()
            if body.span.holds(day) and (found := body.may(what, day, basis=basis)) is not None
        )

    def running(self, place: str, day: date) -> tuple[Body, ...]:
        """The bodies that run a type of place on a day."""
        return tuple(self._running(place, day))

    def _running(self, place: str, day: date) -> Iterator[Body]:
        for body in self.bodies.values():
            if body.span.holds(day) and any(run.place == place and run.span.holds(day) for run in body.runs):
                yield body
