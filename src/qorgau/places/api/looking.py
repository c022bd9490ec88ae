"""What programs read of the inventory: places, cells, units."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.access.request import actor_of
from qorgau.clock import now
from qorgau.lawbook import Language
from qorgau.places import queries
from qorgau.places.api.seeing import seen_place
from qorgau.places.api.shapes import (
    CellsAnswer,
    CellShown,
    Id,
    Line,
    PlacesAnswer,
    PlaceShown,
    UnitsAnswer,
    UnitShown,
)
from qorgau.places.occupancy import held_at
from qorgau.places.permits import may_count
from qorgau.places.place import Cell, Place, Unit

router = Router(tags=["places"])
PlaceId = Annotated[Id, Path(...)]


@router.get(
    "/places", response=PlacesAnswer, summary="Places of detention", openapi_extra={"x-act": "places.see"}
)
def places(
    request: HttpRequest,
    region: Annotated[Id | None, Query(None)],
    kind: Annotated[Id | None, Query(None)],
    body: Annotated[Id | None, Query(None)],
    official: Annotated[bool | None, Query(None)],
    closed: Annotated[bool, Query(False, description="Closed ones too.")],
    text: Annotated[Line, Query("")],
    page: Annotated[int, Query(1, ge=1, le=1_000_000)],
    per_page: Annotated[int, Query(100, ge=1, le=1000)],
) -> PlacesAnswer:
    """By region and name, official and not, narrowed as asked."""
    actor = actor_of(request)
    wanted = queries.Wanted(
        region=region or "",
        kind=kind or "",
        body=body or "",
        official=official,
        closed=None if closed else False,
        text=text,
    )
    rows = queries.rows_seen_by(actor, wanted)
    total = rows.count()
    found = queries.read_rows(rows[(page - 1) * per_page : page * per_page])
    shown = _shown(actor, found)
    return PlacesAnswer(total=total, page=page, pages=max(1, -(-total // per_page)), places=shown)


@router.get(
    "/places/{place_id}", response=PlaceShown, summary="One place", openapi_extra={"x-act": "places.see"}
)
def place(request: HttpRequest, place_id: PlaceId) -> PlaceShown:
    """The place as it stands now."""
    actor = actor_of(request)
    return _shown(actor, [seen_place(actor, place_id)])[0]


@router.get(
    "/places/{place_id}/cells",
    response=CellsAnswer,
    summary="The cells of a place",
    openapi_extra={"x-act": "places.see"},
)
def cells(request: HttpRequest, place_id: PlaceId, closed: Annotated[bool, Query(False)]) -> CellsAnswer:
    """Open ones, and closed ones if asked."""
    found = seen_place(actor_of(request), place_id)
    return CellsAnswer(cells=[_cell(each) for each in queries.cells_of(found.id, closed=closed)])


@router.get("/units", response=UnitsAnswer, summary="Concrete bodies", openapi_extra={"x-act": "places.see"})
def units(
    request: HttpRequest,
    institution: Annotated[Id | None, Query(None)],
    region: Annotated[Id | None, Query(None)],
) -> UnitsAnswer:
    """Departments and the like, under their institutions."""
    actor = actor_of(request)
    require(actor, "places.see")
    found = queries.units(institution=institution or "", region=region or "")
    return UnitsAnswer(units=[_unit(each, actor.language) for each in found])


def _shown(actor: Actor, found: list[Place]) -> list[PlaceShown]:
    counted = [each.id for each in found if may_count(actor, each)]
    held = held_at(counted, as_of=now()) or {}
    return [_place(each, actor.language, held.get(each.id)) for each in found]


def _place(each: Place, language: Language, held: int | None) -> PlaceShown:
    return PlaceShown(
        id=each.id,
        name=each.name[language],
        name_kk=each.name[Language.KK],
        name_ru=each.name[Language.RU],
        name_en=each.name[Language.EN],
        kind=each.kind,
        official=each.official,
        body=each.body,
        unit=each.unit,
        region=each.region,
        settlement=each.settlement,
        zone=each.zone.name,
        capacity=each.capacity,
        area_tenths=each.area_tenths,
        for_whom=[word.value for word in each.for_whom],
        accessible=None if each.accessible is None else [word.value for word in each.accessible],
        cells=each.cells,
        closed=each.closed,
        held=held,
    )


def _cell(each: Cell) -> CellShown:
    return CellShown(
        id=each.id,
        place=each.place,
        name=each.name,
        capacity=each.capacity,
        area_tenths=each.area_tenths,
        for_whom=[word.value for word in each.for_whom],
        closed=each.closed,
    )


def _unit(each: Unit, language: Language) -> UnitShown:
    return UnitShown(
        id=each.id,
        name=each.name[language],
        institution=each.institution,
        region=each.region,
        above=each.above,
    )
