"""Export of the register as a file."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import FileResponse, HttpRequest
from ninja import Query, Router

from qorgau.access.permission import require
from qorgau.access.request import actor_of, moment_of
from qorgau.custody.api import given
from qorgau.custody.exporting.answering import MEDIA_TYPES, register_response
from qorgau.custody.exporting.register import Asked
from qorgau.eventlog.writing import Form

router = Router(tags=["export"])
_FILE: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
_READ = {"application/json", "application/yaml"}  # what readers of the description take apart
_CONTENT = {
    kind: {"schema": {}} if kind in _READ else _FILE
    for kind in (*(each.partition(";")[0] for each in MEDIA_TYPES.values()), "application/yaml")
}


@router.get(
    "/export",
    summary="The register as a file",
    openapi_extra={
        "x-act": "custody.export",
        "responses": {200: {"description": "The file, or its map.", "content": _CONTENT}},
    },
)
def export(
    request: HttpRequest,
    form: Annotated[Form, Query(Form.CSV, alias="format")],
    place: Annotated[given.Id | None, Query(None)],
    region: Annotated[given.Id | None, Query(None)],
    only_held: Annotated[bool, Query(False)],
    with_names: Annotated[bool, Query(False, description="Names and dates of birth beside persons.")],
    as_map: Annotated[
        bool, Query(False, alias="map", description="The map by which `qorgau check` reads the file.")
    ],
) -> FileResponse:
    """What counts in the register, within the actor's reach: CSV, XLSX, Parquet, XES or OCEL 2.0."""
    actor = actor_of(request)
    require(actor, "custody.export")
    asked = Asked(place=place or "", region=region or "", only_held=only_held, with_names=with_names)
    return register_response(actor, asked, form=form, now=moment_of(request), as_map=as_map)
