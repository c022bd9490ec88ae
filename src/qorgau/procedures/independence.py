"""Who is tied to whom: on the dated tree of institutions and along an officer's service, then and now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qorgau.lawbook.bodies import Bodies, UnknownBodyError
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Language


@dataclass(frozen=True, slots=True)
class Service:
    """Where an officer served, from a civil day on, up to but not including another."""

    body: str
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the officer served there on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a body to an accused: the way from one to the other, and the day on which it stood."""

    path: tuple[str, ...]  # ids of bodies, from the investigating body to that of the accused
    on: date
    in_period: bool  # it stood at the time of the act or since, and no longer stands today
    service: Service


def independence(
    bodies: Bodies,
    *,
    body: str,
    accused: Sequence[Service],
    act_on: date | None,
    today: date,
    served_since: date | None = None,
) -> Tie | None:
    """The first tie found, at the time of the act, then now, then in between; None: the body is independent.

    `served_since` widens the period looked at to an earlier day; without it, it begins with the act. Where
    the day of the act is not known, the whole service of each accused is looked at.
    """
    for day in _days(bodies, accused, act_on, today, served_since):
        for service in accused:
            path = _path(bodies, body, service, day, today) if service.holds(day) else None
            if path is not None:
                now = service.holds(today) and _path(bodies, body, service, today, today) is not None
                return Tie(path, day, not now, service)
    return None


def in_names(bodies: Bodies, path: Sequence[str]) -> Text:
    """The way of a tie by the names of its bodies."""
    return {language: " – ".join(_name(bodies, one, language) for one in path) for language in Language}


def _name(bodies: Bodies, id: str, language: Language) -> str:
    body = bodies.bodies.get(id)
    return id if body is None else body.title.get(language, body.title[Language.EN])


def _days(
    bodies: Bodies, accused: Sequence[Service], act_on: date | None, today: date, since: date | None
) -> list[date]:
    """The days on which the answer may differ: the act, today, and every change in between."""
    begins = min((day for day in (act_on, since) if day is not None), default=date.min)
    changes = {
        day
        for day in (*_tree_changes(bodies), *_service_changes(accused))
        if day is not None and begins <= day <= today
    }
    first = [act_on] if act_on is not None else []
    edge = {begins} - {date.min}
    return [*first, today, *sorted((changes | edge) - {today, *first})]


def _service_changes(accused: Sequence[Service]) -> Iterator[date | None]:
    for service in accused:
        yield service.since
        yield None if service.until is None else service.until - timedelta(days=1)


def _tree_changes(bodies: Bodies) -> Iterator[date | None]:
    for body in bodies.bodies.values():
        yield from (body.span.since, body.span.until)
        yield from (parent.since for parent in body.parents)


def _path(bodies: Bodies, body: str, service: Service, day: date, today: date) -> tuple[str, ...] | None:
    """The way between both on the tree of that day, or from the body as it is today to where the accused was then."""
    down = _up(bodies, service.body, day)
    for up in (_up(bodies, body, day), _up(bodies, body, today)):
        shared = next((above for above in up if above in down), None)
        if shared is not None:
            return (*up[: up.index(shared) + 1], *reversed(down[: down.index(shared)]))
    return None


def _up(bodies: Bodies, body: str, day: date) -> tuple[str, ...]:
    """The body and all it answers to on a day; a body that does not stand then answers to nobody."""
    try:
        return bodies.path(body, day)
    except UnknownBodyError:
        return (body,)
