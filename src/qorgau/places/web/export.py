"""The inventory as a file, as the list shows it: CSV that can be imported again, and a workbook to read."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from qorgau.access.request import actor_of
from qorgau.access.web import permit
from qorgau.places import queries
from qorgau.places.exporting import inventory_csv, inventory_xlsx
from qorgau.places.place import Place
from qorgau.places.web.asked import language_of
from qorgau.places.web.filters import asked

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@permit("places.see")
@require_GET
def as_csv(request: HttpRequest) -> HttpResponse:
    """The places of the list as CSV, with the words a machine reads."""
    return _file(inventory_csv(_asked_places(request)), "places.csv", "text/csv; charset=utf-8")


@permit("places.see")
@require_GET
def as_xlsx(request: HttpRequest) -> HttpResponse:
    """The places of the list and their cells as a workbook in the reader's language."""
    found = _asked_places(request)
    return _file(inventory_xlsx(found, language=language_of(request)), "places.xlsx", _XLSX)


def _asked_places(request: HttpRequest) -> list[Place]:
    language = language_of(request)
    wanted = asked(request.GET, language).wanted
    return queries.read_rows(queries.rows_seen_by(actor_of(request), wanted, language=language))


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
