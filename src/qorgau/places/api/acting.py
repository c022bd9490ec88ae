"""What programs enter into the inventory; each answers with the entry's commitment and signed promise."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Body, Header, Path, Status

from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.places import actions, queries
from qorgau.places.actions import Since
from qorgau.places.api.looking import router  # one for both: an address answers by one router only
from qorgau.places.api.seeing import seen_place
from qorgau.places.api.shapes import CellGiven, ClosingGiven, Id, ListedAnswer, PlaceGiven, UnitGiven
from qorgau.places.details import CellDetails, PlaceDetails, UnitDetails, whole_name
from qorgau.recording.models import StoredEntry
from qorgau.recording.receipts import receipt_of

PlaceId = Annotated[Id, Path(...)]
Key = Annotated[str | None, Header(None, alias="Idempotency-Key", max_length=200, pattern=r"^[\x21-\x7e]+$")]
_LISTED = {200: ListedAnswer, 201: ListedAnswer}


@router.post("/places", response=_LISTED, summary="List a place", openapi_extra={"x-act": "places.change"})
def list_place(
    request: HttpRequest, asked: Annotated[PlaceGiven, Body(...)], key: Key
) -> Status[ListedAnswer]:
    """Open a place in the inventory; an unofficial one too. The same key again lists nothing anew."""
    actor = actor_of(request)
    made = _made_id(actor, key)
    if made is not None and queries.entries_so_far(made):
        return _listed(made, is_new=False)
    found = actions.list_place(
        actor, _details(asked), now=moment_of(request), since=Since(day=asked.since), place_id=made
    )
    return _listed(found, is_new=True)


@router.put(
    "/places/{place_id}",
    response=_LISTED,
    summary="Say anew what a place is",
    openapi_extra={"x-act": "places.change"},
)
def change_place(
    request: HttpRequest, place_id: PlaceId, asked: Annotated[PlaceGiven, Body(...)]
) -> Status[ListedAnswer]:
    """Record what is different; nothing where nothing is."""
    actor = actor_of(request)
    seen_place(actor, place_id)
    changed = actions.change_place(
        actor,
        place_id,
        _details(asked),
        now=moment_of(request),
        since=Since(day=asked.since),
        reason=asked.reason,
    )
    return _listed(place_id, is_new=changed)


@router.post(
    "/places/{place_id}/closings",
    response=_LISTED,
    summary="Close a place",
    openapi_extra={"x-act": "places.change"},
)
def close_place(
    request: HttpRequest, place_id: PlaceId, asked: Annotated[ClosingGiven, Body(...)]
) -> Status[ListedAnswer]:
    """Nobody is held there any more; the reason must be said."""
    actor = actor_of(request)
    seen_place(actor, place_id)
    actions.close_place(
        actor, place_id, now=moment_of(request), since=Since(day=asked.since), reason=asked.reason
    )
    return _listed(place_id, is_new=True)


@router.post(
    "/places/{place_id}/reopenings",
    response=_LISTED,
    summary="Reopen a place",
    openapi_extra={"x-act": "places.change"},
)
def reopen_place(
    request: HttpRequest, place_id: PlaceId, asked: Annotated[ClosingGiven, Body(...)]
) -> Status[ListedAnswer]:
    """A closed place holds persons again, as it was."""
    actor = actor_of(request)
    seen_place(actor, place_id)
    actions.reopen_place(
        actor, place_id, now=moment_of(request), since=Since(day=asked.since), reason=asked.reason
    )
    return _listed(place_id, is_new=True)


@router.post(
    "/places/{place_id}/cells",
    response=_LISTED,
    summary="List a cell",
    openapi_extra={"x-act": "places.change"},
)
def list_cell(
    request: HttpRequest, place_id: PlaceId, asked: Annotated[CellGiven, Body(...)], key: Key
) -> Status[ListedAnswer]:
    """List a cell of a place; the same key again lists nothing anew."""
    actor = actor_of(request)
    seen_place(actor, place_id)
    before = queries.entries_so_far(place_id)
    found = actions.list_cell(
        actor,
        place_id,
        CellDetails(
            name=asked.name,
            capacity=asked.capacity,
            area_tenths=asked.area_tenths,
            for_whom=tuple(asked.for_whom),
        ),
        now=moment_of(request),
        since=Since(day=asked.since),
        cell_id=_made_id(actor, key),
    )
    return _listed(place_id, is_new=queries.entries_so_far(place_id) > before, shown_id=found)


@router.post(
    "/cells/{cell_id}/closings",
    response=_LISTED,
    summary="Close a cell",
    openapi_extra={"x-act": "places.change"},
)
def close_cell(
    request: HttpRequest,
    cell_id: Annotated[Id, Path(...)],
    asked: Annotated[ClosingGiven, Body(...)],
) -> Status[ListedAnswer]:
    """Nobody is put in it any more."""
    actor = actor_of(request)
    where = queries.cell(cell_id, language=actor.language).place
    actions.close_cell(
        actor, cell_id, now=moment_of(request), since=Since(day=asked.since), reason=asked.reason
    )
    return _listed(where, is_new=True, shown_id=cell_id)


@router.post(
    "/units", response=_LISTED, summary="List a concrete body", openapi_extra={"x-act": "places.change"}
)
def list_unit(request: HttpRequest, asked: Annotated[UnitGiven, Body(...)], key: Key) -> Status[ListedAnswer]:
    """List a body under its institution; the same key again lists nothing anew."""
    actor = actor_of(request)
    made = _made_id(actor, key)
    if made is not None and queries.entries_so_far(made):
        return _listed(made, is_new=False)
    details = UnitDetails(
        name=whole_name(en=asked.name_en, ru=asked.name_ru, kk=asked.name_kk),
        institution=asked.institution,
        region=asked.region,
        above=asked.above,
    )
    return _listed(actions.list_unit(actor, details, now=moment_of(request), unit_id=made), is_new=True)


def _made_id(actor: Actor, key: str | None) -> str | None:
    """The id that the caller's key makes; another account's same key makes another."""
    if key is None:
        return None
    return hashlib.sha256(f"qorgau/api/place/v1\0{actor.account}\0{key}".encode()).hexdigest()[:32]


def _details(asked: PlaceGiven) -> PlaceDetails:
    return PlaceDetails(
        name=whole_name(en=asked.name_en.strip(), ru=asked.name_ru.strip(), kk=asked.name_kk.strip()),
        kind=asked.kind,
        official=asked.official,
        body=asked.body,
        region=asked.region,
        unit=asked.unit,
        settlement=asked.settlement.strip(),
        zone=asked.zone,
        capacity=asked.capacity,
        area_tenths=asked.area_tenths,
        for_whom=tuple(dict.fromkeys(asked.for_whom)),
        accessible=None if asked.accessible is None else tuple(dict.fromkeys(asked.accessible)),
    )


def _listed(line: str, *, is_new: bool, shown_id: str = "") -> Status[ListedAnswer]:
    entry = queries.entries_of(line)[-1].entry
    stored = StoredEntry.objects.get(id=entry.id)
    answer = ListedAnswer(
        id=shown_id or line,
        entry=entry.id,
        commitment=bytes(stored.commitment).hex(),
        promise=str(receipt_of(entry.id).promise),
        merge_by=datetime.fromtimestamp(stored.merge_by, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        is_new=is_new,
    )
    return Status(201 if is_new else 200, answer)
