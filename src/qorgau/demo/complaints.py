"""Some sixty synthetic complaints, in every stage of every procedure, and some forty of a year that is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from qorgau.demo.calendar import settled_ages
from qorgau.demo.chance import DAY, Chance, id_of
from qorgau.demo.complaint_tales import (
    appealed,
    assigned,
    before_the_committee,
    closed,
    coalition,
    communicated,
    convicted,
    disciplined,
    excluded,
    interrupted,
    investigated,
    minor,
    opened,
    protected,
    sent_back,
    withdrawn,
)
from qorgau.demo.complaint_telling import CaseTelling, ComplaintPlan, NotYet
from qorgau.demo.country import Country
from qorgau.demo.course.telling import Sent

_ALLEGATIONS = {
    "beating": 6,
    "suffocation": 2,
    "forced_position": 2,
    "threats": 3,
    "electric_shock": 1,
    "deprivation": 2,
}


@dataclass(frozen=True, kw_only=True)
class Tale:
    """How a complaint goes: told up to a stage; ages: how many days ago it began, None for a day of the last
    settled year; stop: which stage it reaches."""

    tell: Callable[[CaseTelling, int], object]
    stop: int
    ages: tuple[int, int] | None
    about: str = "torture"
    to_body: str = "special_prosecutors"
    outside: bool = False
    way: str = ""


def _kinds() -> Iterator[Tale]:
    """Nearly sixty of them, each sort at each of its stages."""
    yield from (Tale(tell=opened, stop=0, ages=(1, 6)) for _ in range(4))
    yield from (Tale(tell=assigned, stop=0, ages=(2, 12)) for _ in range(5))
    yield from (
        Tale(tell=assigned, stop=1, ages=(2, 20), about="ill_treatment", to_body="prosecutors_office")
        for _ in range(4)
    )
    yield from (Tale(tell=investigated, stop=stop, ages=(10, 60)) for stop in (1, 2, 3, 4, 5, 6, 6))
    yield from (Tale(tell=interrupted, stop=0, ages=(60, 200)) for _ in range(3))
    yield from (Tale(tell=closed, stop=stop, ages=(70, 220)) for stop in (0, 1, 2, 2))
    yield from (Tale(tell=appealed, stop=stop, ages=(120, 300)) for stop in (0, 1, 2, 3))
    yield from (Tale(tell=convicted, stop=stop, ages=(150, 400)) for stop in (0, 1, 2))
    yield from (Tale(tell=minor, stop=stop, ages=(5, 80), about="other", to_body="kpi") for stop in (0, 1, 2))
    yield from (
        Tale(tell=disciplined, stop=stop, ages=(30, 200), about="other", to_body="kpi")
        for stop in (0, 1, 2, 3, 4, 6, 7, 8)
    )
    yield from (Tale(tell=protected, stop=stop, ages=(8, 40)) for stop in (0, 1))
    yield from (Tale(tell=withdrawn, stop=stop, ages=(6, 30)) for stop in (0, 1))
    yield from (Tale(tell=excluded, stop=stop, ages=(40, 160)) for stop in (0, 1))
    yield from (Tale(tell=communicated, stop=stop, ages=(500, 900)) for stop in (1, 2))
    yield Tale(tell=coalition, stop=1, ages=(30, 90), to_body="coalition", outside=True, way="ngo")


def _long_ago() -> Iterator[Tale]:
    """Of the last settled year, and over since, each sort so often that it can be told without betraying anybody."""
    for tell, stop, times in (
        (closed, 2, 6), (appealed, 1, 3), (appealed, 3, 3), (convicted, 1, 4), (convicted, 2, 2), (interrupted, 0, 5),
        (withdrawn, 1, 2), (protected, 1, 5),
    ):  # fmt: skip
        yield from (Tale(tell=tell, stop=stop, ages=None) for _ in range(times))
    yield from (
        Tale(tell=tell, stop=2, ages=None, about="ill_treatment", to_body="prosecutors_office")
        for tell in (closed, closed, closed, closed, convicted, convicted)
    )
    yield from (Tale(tell=minor, stop=2, ages=None, about="other", to_body="kpi") for _ in range(5))
    yield from (
        Tale(tell=sent_back, stop=0, ages=None, to_body="coalition", outside=True, way="ngo")
        for _ in range(5)
    )
    yield from (
        Tale(tell=disciplined, stop=stop, ages=None, about="other", to_body="kpi") for stop in (7, 7, 7, 8, 8)
    )


STORIES: Mapping[str, tuple[str, Tale, int]] = {
    "demo-complaint-at-hearing": (
        "A hearing of the discipline committee is set for tomorrow.",
        Tale(tell=before_the_committee, stop=0, ages=(0, 0), about="other", to_body="kpi"),
        40,
    ),
    "demo-complaint-sent-back": (
        "Followed from outside: sent to the accused's own department, never registered, refused by a court.",
        Tale(tell=sent_back, stop=0, ages=(0, 0), to_body="coalition", outside=True, way="ngo"),
        60,
    ),
    "demo-complaint-reprisal": (
        "An assignment to the police was refused; afterwards the complainant was threatened.",
        Tale(tell=protected, stop=2, ages=(0, 0)),
        9,
    ),
}
"""Complaints whose ids never change: what each shows, how it is told, and how many days ago it began."""


def told_complaints(country: Country, *, seed: int, until: int, instance: str) -> Iterator[tuple[Sent, ...]]:
    """Every complaint as far as it is known at `until`."""
    for name, (_, tale, days) in STORIES.items():
        yield _told(country, name, tale, days, seed=seed, until=until, instance=instance)
    for number, tale in enumerate((*_kinds(), *_long_ago())):
        name = id_of(seed, "complaint", number)
        days = Chance(seed, "complaint age", number).between(*(tale.ages or settled_ages(until)))
        yield _told(country, name, tale, days, seed=seed, until=until, instance=instance)


def _told(
    country: Country, name: str, tale: Tale, days: int, *, seed: int, until: int, instance: str
) -> tuple[Sent, ...]:
    chance = Chance(seed, "complaint plan", name)
    region = "almaty" if name in STORIES or chance.likely(0.6) else chance.one_of(("astana", "jetisu"))
    told = CaseTelling(
        ComplaintPlan(
            seed=seed,
            id=name,
            began=until - days * DAY - chance.between(1, 5) * 3600,
            until=until,
            instance=instance,
            place=chance.one_of(country.of(region, chance.one_of(("station", "ivs", "sizo")))),
            about=tale.about,
            allegation=chance.weighed(_ALLEGATIONS),
            way=tale.way or chance.weighed({"paper": 3, "oral": 2, "phone": 1, "letter": 1}),
            to_body=tale.to_body,
            outside=tale.outside,
        )
    )
    # What comes after the last moment has not happened yet.
    with suppress(NotYet):
        tale.tell(told, tale.stop)
    return tuple(told.sent)
