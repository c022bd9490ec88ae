"""Import of many rows in one request: all or none, with a dry run."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Header, Query, Router, Status

from qorgau.access.permission import require
from qorgau.access.request import actor_of, moment_of
from qorgau.custody.api import answers, telling
from qorgau.custody.api.keys import KEY, act_of
from qorgau.custody.importing.faults import ImportTooLarge
from qorgau.custody.importing.files import FileForm, form_of_media_type, read_rows
from qorgau.custody.importing.rows import MOST_BYTES, MOST_ROWS
from qorgau.custody.importing.running import Imported, import_rows, key_of_content

router = Router(tags=["import"])
_ROW = {
    "type": "object",
    "description": "Flat: the columns of a booking (kind: Booking) or of an entry; see docs/reference/api.md.",
    "properties": {"kind": {"type": "string"}},
    "required": ["kind"],
    "additionalProperties": {"type": ["string", "integer", "boolean", "null"]},
}
_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        FileForm.JSON.value: {
            "schema": {"type": "array", "items": _ROW, "minItems": 1, "maxItems": MOST_ROWS}
        },
        FileForm.LINES.value: {"schema": {"type": "string", "description": "One JSON object a line."}},
        FileForm.CSV.value: {"schema": {"type": "string"}},
        FileForm.XLSX.value: {"schema": {"type": "string", "format": "binary"}},
    },
}


@router.post(
    "/import",
    response={200: answers.ImportAnswer, 201: answers.ImportAnswer},
    summary="Bookings and entries in bulk",
    openapi_extra={"x-act": "import.run", "requestBody": _BODY},
)
def import_file(
    request: HttpRequest,
    dry_run: Annotated[bool, Query(False, description="Judge every row and record none.")],
    confirmed: Annotated[bool, Query(False, description="What looks unusual is meant so, in all rows.")],
    key: Annotated[str | None, Header(None, alias="Idempotency-Key", **KEY)],
) -> Status[answers.ImportAnswer]:
    """Every row is recorded, or none. Without a key the content is the key: one file is imported once."""
    actor = actor_of(request)
    require(actor, "import.run")
    form = form_of_media_type(request.headers.get("Content-Type", ""))
    content = request.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ImportTooLarge("import_too_large", most=MOST_BYTES // 1_000_000)
    done = import_rows(
        actor,
        read_rows(content, form),
        key=act_of(actor, key) or key_of_content(actor, content),
        now=moment_of(request),
        dry_run=dry_run,
        confirmed=confirmed,
    )
    return Status(201 if done.stored else 200, _answer(done))


def _answer(done: Imported) -> answers.ImportAnswer:
    return answers.ImportAnswer(
        dry_run=done.dry_run,
        rows=len(done.rows),
        bookings=done.bookings,
        entries=len(done.rows) - done.bookings,
        stored=done.stored,
        results=[
            answers.ImportedRow(
                row=row.row,
                custody=row.custody,
                entries=[telling.receipt(each) for each in row.acknowledgements],
            )
            for row in done.rows
        ],
    )
