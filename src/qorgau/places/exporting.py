"""The inventory as CSV and as a workbook."""

import csv
import io
from collections.abc import Sequence

import xlsxwriter  # type: ignore[import-untyped]

from qorgau.lawbook import Language
from qorgau.places import queries
from qorgau.places.place import Place
from qorgau.places.saying import FIELDS, say_area, say_field, say_groups, say_name
from qorgau.places.typed import written_area
from qorgau.wording import in_language, say, say_day

COLUMNS = (
    "id", "name_kk", "name_ru", "name_en", "kind", "official", "region", "settlement", "body", "unit",
    "capacity", "area", "for_whom", "accessible", "zone", "opened_on", "closed_on", "cells",
)  # fmt: skip
"""The columns of the file, which an import reads again (all but the last two)."""

# A cell that begins so is a formula to a spreadsheet, whatever its column says.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def inventory_csv(places: Sequence[Place]) -> bytes:
    """The places with the words of the law files, in UTF-8 with a byte-order mark for spreadsheets."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for place in places:
        writer.writerow([_safe(value) for value in row_of(place)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def inventory_xlsx(places: Sequence[Place], *, language: Language) -> bytes:
    """The places and their cells, in the reader's words."""
    out = io.BytesIO()
    # Strings stay strings: nothing typed by somebody becomes a formula or a link in the reader's program.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    _places_sheet(book, head, places, language)
    _cells_sheet(book, head, places, language)
    book.close()
    return out.getvalue()


def row_of(place: Place) -> list[str]:
    """A place under the columns of the file."""
    return [
        place.id,
        place.name[Language.KK],
        place.name[Language.RU],
        place.name[Language.EN],
        place.kind,
        "yes" if place.official else "no",
        place.region,
        place.settlement,
        place.body,
        place.unit,
        "" if place.capacity is None else str(place.capacity),
        written_area(place.area_tenths),
        " ".join(place.for_whom),
        "" if place.accessible is None else " ".join(place.accessible) or "none",
        place.zone.name,
        _day(place, place.opened_at),
        _day(place, place.closed_at),
        str(place.cells),
    ]


def _day(place: Place, at: int | None) -> str:
    return "" if at is None else place.zone.local(at).date().isoformat()


def _safe(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA_MARKS) else value


def _places_sheet(
    book: xlsxwriter.Workbook, head: xlsxwriter.format.Format, places: Sequence[Place], language: Language
) -> None:
    sheet = book.add_worksheet(say("places.title", language)[:31])
    units = {unit.id: unit.name for unit in queries.units()}
    titles = [say(f"places.{field}", language) for field in (*FIELDS, "opened_on", "closed_on", "cells")]
    sheet.write_row(0, 0, titles, head)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(titles) - 1, 22)
    for number, place in enumerate(places, start=1):
        # One read for all units: asking for each place's own would be a question a row.
        unit = in_language(units[place.unit], language) if place.unit in units else ""
        said: dict[str, str | int | None] = {"capacity": place.capacity, "unit": unit}
        for column, field in enumerate(FIELDS):
            value = said[field] if field in said else say_field(field, place, language)
            _write(sheet, number, column, value)
        for column, at in enumerate((place.opened_at, place.closed_at), start=len(FIELDS)):
            _write(sheet, number, column, _said_day(place, at, language))
        _write(sheet, number, len(FIELDS) + 2, place.cells)
    sheet.autofilter(0, 0, max(1, len(places)), len(titles) - 1)


def _cells_sheet(
    book: xlsxwriter.Workbook, head: xlsxwriter.format.Format, places: Sequence[Place], language: Language
) -> None:
    sheet = book.add_worksheet(say("places.cells", language)[:31])
    titles = [say(f"places.{key}", language) for key in ("name", "cell_name", "capacity", "area", "for_whom")]
    sheet.write_row(0, 0, titles, head)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(titles) - 1, 22)
    for number, (place, cell) in enumerate(queries.cells_of_places(places), start=1):
        values = (say_name(place, language), cell.name, cell.capacity, say_area(cell.area_tenths, language),
                  say_groups(cell.for_whom, language))  # fmt: skip
        for column, value in enumerate(values):
            _write(sheet, number, column, value)


def _said_day(place: Place, at: int | None, language: Language) -> str:
    return "" if at is None else say_day(place.zone.local(at).date(), language)


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: str | int | None) -> None:
    if isinstance(value, int):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, value)
