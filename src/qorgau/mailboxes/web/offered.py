"""What the page offers to choose from: places by region, and the bodies that may receive, the independent first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from qorgau.lawbook import Language
from qorgau.lawbook.bodies import Body
from qorgau.lawbook.safeguard import Text
from qorgau.places import country
from qorgau.places.models import PlaceRow
from qorgau.places.place import Place
from qorgau.places.queries import institution_of, read_rows
from qorgau.wording import in_language

# What a complaint of ill-treatment is about, in the words of bodies.yaml; the weightier first.
_TELLING = (
    "investigate_torture",
    "investigate_ill_treatment",
    "record_police_complaints",
    "supervise_detention",
    "visit_places",
    "coordinate_npm",
    "visit_children",
    "review_investigation",
    "sanction_detention",
    "forensic_examination",
)
_LAST = len(_TELLING)


@dataclass(frozen=True, kw_only=True)
class PlaceChoice:
    """A place in the list; body: the institution that runs it."""

    id: str
    title: str
    body: str


@dataclass(frozen=True, kw_only=True)
class RegionChoice:
    """A region with its places."""

    title: str
    places: tuple[PlaceChoice, ...]


@dataclass(frozen=True, kw_only=True)
class BodyChoice:
    """A body that may receive; ties: for each institution that runs places and is tied to it, the way between them."""

    id: str
    title: str
    does: tuple[tuple[str, str], ...]  # what it does, and by which source
    flag: str
    is_proposed: bool
    is_mechanism: bool
    ties: Mapping[str, str]

    @property
    def tied_to(self) -> str:
        """The institutions it is tied to, as one word list."""
        return " ".join(sorted(self.ties))


def offered_places(language: Language) -> tuple[RegionChoice, ...]:
    """Every open place, by region, in the alphabetical order of the language."""
    found = read_rows(PlaceRow.objects.filter(closed_at__isnull=True))
    by_region: dict[str, list[Place]] = {}
    for each in found:
        by_region.setdefault(each.region, []).append(each)
    known = country.regions()
    listed = (
        RegionChoice(
            title=in_language(known[region].title, language) if region in known else region,
            places=tuple(sorted((_place(each, language) for each in here), key=lambda one: one.title)),
        )
        for region, here in by_region.items()
    )
    return tuple(sorted(listed, key=lambda each: each.title))


def offered_bodies(receiving: Iterable[str], language: Language, *, today: date) -> tuple[BodyChoice, ...]:
    """The bodies with a key, each with what it does today: those that belong to no keeper of places first."""
    keepers = _keepers(today)
    known = country.bodies().bodies
    there = [known[each] for each in receiving if each in known and known[each].span.holds(today)]
    return tuple(
        _choice(body, keepers, language, today=today)
        for body in sorted(there, key=lambda body: _rank(body, keepers, today))
    )


def _rank(body: Body, keepers: Iterable[str], today: date) -> tuple[bool, bool, int, str]:
    """The independent and existing first, then by how much the body has to do with such complaints."""
    does = {each.what for each in body.competences if each.span.holds(today)}
    weight = min((_TELLING.index(each) for each in does if each in _TELLING), default=_LAST)
    return bool(_ties(body.id, keepers, today)), body.proposed, weight, body.id


def _keepers(today: date) -> tuple[str, ...]:
    """The institutions that run places where persons are held on that day."""
    return tuple(
        body.id
        for body in country.institutions().values()
        if body.span.holds(today) and any(run.span.holds(today) for run in body.runs)
    )


def _ties(body: str, keepers: Iterable[str], today: date) -> dict[str, tuple[str, ...]]:
    found = {keeper: country.bodies().tied(body, keeper, today) for keeper in keepers}
    return {keeper: way for keeper, way in found.items() if way is not None}


def _choice(body: Body, keepers: Iterable[str], language: Language, *, today: date) -> BodyChoice:
    ways = _ties(body.id, keepers, today)
    return BodyChoice(
        id=body.id,
        title=in_language(body.title, language),
        does=tuple(_does(body, language, today)),
        flag=in_language(body.flag, language) if body.flag else "",
        is_proposed=body.proposed,
        is_mechanism=body.id == "npm",
        ties={keeper: " → ".join(_title(step, language) for step in way) for keeper, way in ways.items()},
    )


def _does(body: Body, language: Language, today: date) -> Iterable[tuple[str, str]]:
    """What the body does today that a complainant asks about, with the line of law."""
    for each in body.competences:
        if each.what in _TELLING and each.span.holds(today):
            words: Text = country.bodies().competences[each.what]
            yield in_language(words, language), each.source


def _title(body: str, language: Language) -> str:
    return in_language(country.bodies().bodies[body].title, language)


def _place(place: Place, language: Language) -> PlaceChoice:
    return PlaceChoice(id=place.id, title=in_language(place.name, language), body=institution_of(place.body))
