"""Every read of the inventory. `place` and its like ask no permission: what they give is no secret."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, reach, require
from qorgau.clock import Zone, zone_named
from qorgau.lawbook import Language
from qorgau.lawbook.regions import Region
from qorgau.lawbook.safeguard import Text
from qorgau.places import country
from qorgau.places.details import PlaceDetails
from qorgau.places.facts import LISTING, Inventory, fold_place
from qorgau.places.models import CellRow, PlaceRow, UnitRow
from qorgau.places.place import Accessibility, Cell, ForWhom, Place, Unit
from qorgau.recording.history import RecordedEntry, history
from qorgau.wording import say


class NotListed(LookupError):  # noqa: N818 - read aloud: "not listed"
    """No such place, cell or unit in the inventory; the message says which, in the asker's language."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which places somebody asks for; what is None or empty is not asked."""

    region: str = ""
    kind: str = ""
    body: str = ""
    unit: str = ""
    official: bool | None = None
    closed: bool | None = False
    text: str = ""


def regions() -> Mapping[str, Region]:
    """The regions of the country by id."""
    return country.regions()


def place(place_id: str, *, language: Language = Language.EN) -> Place:
    """The place as it stands now; raises NotListed."""
    row = PlaceRow.objects.filter(place_id=place_id).first()
    if row is None:
        raise NotListed(say("places.no_such_place", language, id=place_id))
    return _place(row)


def places(place_ids: Collection[str]) -> Mapping[str, Place]:
    """Several places at once; those not listed are left out."""
    return {row.place_id: _place(row) for row in PlaceRow.objects.filter(place_id__in=place_ids)}


def place_on(place_id: str, *, as_of: int, language: Language = Language.EN) -> Inventory:
    """The place with its cells as they stood at an instant; raises NotListed where it did not stand."""
    found = fold_place(place_id, entries_of(place_id), as_of=as_of)
    if found is None:
        raise NotListed(say("places.no_such_place", language, id=place_id))
    return found


def places_seen_by(actor: Actor, wanted: Wanted | None = None) -> tuple[Place, ...]:
    """The places this actor may see, by region and name in their language."""
    return tuple(read_rows(rows_seen_by(actor, wanted)))


def rows_seen_by(
    actor: Actor, wanted: Wanted | None = None, *, language: Language | None = None
) -> QuerySet[PlaceRow]:
    """The same as rows, for pages that show a part; ordered by the names of a language."""
    require(actor, "places.see")
    rows = _within_reach(PlaceRow.objects.all(), actor)
    named = (language or actor.language).value
    return _matching(rows, wanted or Wanted()).order_by("region", f"name_{named}", "place_id")


def read_rows(rows: Iterable[PlaceRow]) -> list[Place]:
    """Rows of places as places."""
    return [_place(row) for row in rows]


def is_listed(place_id: str) -> bool:
    """Whether the inventory holds this place, closed or not."""
    return PlaceRow.objects.filter(place_id=place_id).exists()


def is_unofficial(place_id: str) -> bool:
    """Whether this is a listed place where nobody may be held."""
    return PlaceRow.objects.filter(place_id=place_id, official=False).exists()


def unofficial_beside(body: str, place_ids: frozenset[str]) -> frozenset[str]:
    """The unofficial places, closed ones too, that this body listed in the regions of these places (decision 0090)."""
    made = list(PlaceRow.objects.filter(official=False, listed_for=body).values_list("place_id", "region"))
    if not made:
        # Asked with every request of a desk, and true of few bodies: the regions are asked for only then.
        return frozenset()
    near = set(PlaceRow.objects.filter(place_id__in=place_ids).values_list("region", flat=True))
    return frozenset(place_id for place_id, region in made if region in near)


def is_seen_by(actor: Actor, place_id: str) -> bool:
    """Whether the actor may see this place."""
    return rows_seen_by(actor, Wanted(closed=None)).filter(place_id=place_id).exists()


def zone_of(place_id: str) -> Zone:
    """The zone a place lives by; raises NotListed."""
    name = PlaceRow.objects.filter(place_id=place_id).values_list("zone", flat=True).first()
    if name is None:
        raise NotListed(say("places.no_such_place", Language.EN, id=place_id))
    return zone_named(name)


def cells_of(place_id: str, *, closed: bool = False) -> tuple[Cell, ...]:
    """The cells of a place, by name as people count them; with `closed`, those closed too."""
    rows = CellRow.objects.filter(place_id=place_id)
    found = rows if closed else rows.filter(closed_at__isnull=True)
    return in_counting_order(_cell(row) for row in found)


def in_counting_order(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Cells by name as people count them."""
    return tuple(sorted(cells, key=lambda cell: (_counted(cell.name), cell.id)))


def cells_of_places(found: Iterable[Place]) -> list[tuple[Place, Cell]]:
    """The open cells of several places, place by place."""
    cells: dict[str, list[Cell]] = {}
    for row in CellRow.objects.filter(closed_at__isnull=True):
        cells.setdefault(row.place_id, []).append(_cell(row))
    return [(each, cell) for each in found for cell in in_counting_order(cells.get(each.id, ()))]


def cell(cell_id: str, *, language: Language = Language.EN) -> Cell:
    """One cell; raises NotListed."""
    row = CellRow.objects.filter(cell_id=cell_id).first()
    if row is None:
        raise NotListed(say("places.no_such_cell", language, id=cell_id))
    return _cell(row)


def place_of_cell(cell_id: str) -> str | None:
    """The place a cell was listed at; None for a cell nobody listed."""
    return CellRow.objects.filter(cell_id=cell_id).values_list("place_id", flat=True).first()


def unit(unit_id: str, *, language: Language = Language.EN) -> Unit:
    """One listed unit; raises NotListed."""
    row = UnitRow.objects.filter(unit_id=unit_id).first()
    if row is None:
        raise NotListed(say("places.no_such_unit", language, id=unit_id))
    return _unit(row)


def units(*, institution: str = "", region: str = "") -> tuple[Unit, ...]:
    """Listed units, by institution, region and English name."""
    rows = UnitRow.objects.order_by("institution", "region", "name_en", "unit_id")
    rows = rows.filter(institution=institution) if institution else rows
    return tuple(_unit(row) for row in (rows.filter(region=region) if region else rows))


def units_above(unit_id: str) -> tuple[str, ...]:
    """The units a unit answers to, nearest first; stops where a circle would close."""
    found: list[str] = []
    above = unit(unit_id).above
    while above and above != unit_id and above not in found:
        found.append(above)
        above = unit(above).above
    return tuple(found)


def institution_of(body: str) -> str:
    """The institution of law/kz/bodies.yaml that a body id stands for: itself, or that of a listed unit."""
    if body in country.institutions():
        return body
    return unit(body).institution


def body_title(body: str) -> Text:
    """The name of an institution or listed unit; its id where neither knows it."""
    if body in country.institutions():
        return country.institutions()[body].title
    row = UnitRow.objects.filter(unit_id=body).first()
    return _unit(row).name if row else dict.fromkeys(Language, body)


def place_titles() -> Mapping[str, Text]:
    """Every open place by id, to choose from."""
    return {row.place_id: _name(row) for row in PlaceRow.objects.filter(closed_at__isnull=True)}


def body_titles() -> Mapping[str, Text]:
    """Every institution and listed unit by id, to choose from."""
    listed = {row.unit_id: _name(row) for row in UnitRow.objects.all()}
    return {**{key: body.title for key, body in country.institutions().items()}, **listed}


def entries_of(listing: str) -> tuple[RecordedEntry, ...]:
    """All entries of a line of the inventory, oldest first."""
    return history(LISTING, listing)


def entries_so_far(listing: str) -> int:
    """How many entries a line of the inventory has: it grows with every act, and never shrinks."""
    return len(entries_of(listing))


def place_like(details: PlaceDetails) -> Place | None:
    """An open place of that kind in that region with one of those names; None where there is none."""
    wanted = {name.casefold() for name in details.name.values()}
    rows = PlaceRow.objects.filter(region=details.region, kind=details.kind, closed_at__isnull=True)
    for row in rows:
        if wanted & {name.casefold() for name in _name(row).values()}:
            return _place(row)
    return None


def _within_reach(rows: QuerySet[PlaceRow], actor: Actor) -> QuerySet[PlaceRow]:
    far = reach(actor, "places.see")
    if far is Reach.EVERYWHERE:
        return rows
    if far is Reach.REGION:
        return rows.filter(region__in=actor.regions)
    return rows.filter(place_id__in=actor.places)


def _matching(rows: QuerySet[PlaceRow], wanted: Wanted) -> QuerySet[PlaceRow]:
    asked = {"region": wanted.region, "kind": wanted.kind, "body": wanted.body, "unit": wanted.unit}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    if wanted.official is not None:
        rows = rows.filter(official=wanted.official)
    if wanted.closed is not None:
        rows = rows.filter(closed_at__isnull=not wanted.closed)
    for word in wanted.text.casefold().split():
        rows = rows.filter(search__contains=word)
    return rows


def _place(row: PlaceRow) -> Place:
    return Place(
        id=row.place_id,
        name=_name(row),
        kind=row.kind,
        official=row.official,
        body=row.body,
        unit=row.unit,
        region=row.region,
        settlement=row.settlement,
        zone=_zone(row.zone),
        capacity=row.capacity,
        area_tenths=row.area_tenths,
        for_whom=tuple(ForWhom(word) for word in row.for_whom),
        accessible=None if row.accessible is None else tuple(Accessibility(word) for word in row.accessible),
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        cells=row.cells,
    )


def _cell(row: CellRow) -> Cell:
    return Cell(
        id=row.cell_id,
        place=row.place_id,
        name=row.name,
        capacity=row.capacity,
        area_tenths=row.area_tenths,
        for_whom=tuple(ForWhom(word) for word in row.for_whom),
        listed_at=row.listed_at,
        closed_at=row.closed_at,
    )


def _unit(row: UnitRow) -> Unit:
    return Unit(
        id=row.unit_id,
        name=_name(row),
        institution=row.institution,
        region=row.region,
        above=row.above,
        since=row.since,
    )


def _name(row: PlaceRow | UnitRow) -> Text:
    return {Language.EN: row.name_en, Language.RU: row.name_ru, Language.KK: row.name_kk}


@lru_cache(maxsize=64)
def _zone(name: str) -> Zone:
    return zone_named(name)


def _counted(name: str) -> tuple[tuple[int, int, str], ...]:
    """Cell 9 before cell 10, and what is numbered before what is only named."""
    return tuple(
        (0, int(run), "") if run.isdecimal() else (1, 0, run)
        for run in re.findall(r"[0-9]+|[^0-9]", name.casefold())
    )
