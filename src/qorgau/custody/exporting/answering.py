"""The register as the answer to a request: written to a scratch folder, streamed, and gone."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.http import FileResponse

from qorgau.access.actor import Actor
from qorgau.custody.exporting.register import Asked
from qorgau.custody.exporting.writing import MOST_BY_REQUEST, write_register
from qorgau.custody.refusal import CustodyRefusal
from qorgau.eventlog.writing import ExportError, Form

MEDIA_TYPES = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.PARQUET: "application/vnd.apache.parquet",
    Form.XES: "application/xml",
    Form.OCEL_JSON: "application/json",
    Form.OCEL_SQLITE: "application/vnd.sqlite3",
}


def register_response(
    actor: Actor, asked: Asked, *, form: Form, now: int, as_map: bool = False
) -> FileResponse:
    """The file, or the map that reads it back; raises CustodyRefusal where the form cannot hold it."""
    with tempfile.TemporaryDirectory(prefix="qorgau-export-") as folder:
        path = Path(folder) / f"custody-register{form.ending}"
        try:
            done = write_register(actor, asked, path, form=form, now=now, most=MOST_BY_REQUEST)
        except ExportError as error:
            raise CustodyRefusal("export_unfit", field="format", why=str(error)) from error
        shown = done.map_path if as_map else done.path
        if shown is None:
            raise CustodyRefusal("export_no_map", field="format")
        # Open before its folder goes: the answer streams from it, and the disk forgets it afterwards.
        response = FileResponse(shown.open("rb"), as_attachment=True, filename=shown.name)
    response.headers["Content-Type"] = "application/yaml" if as_map else MEDIA_TYPES[form]
    return response
