"""One door to all writers: the form follows from the file's ending."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qorgau.eventlog.logmap import LogMap
from qorgau.eventlog.map_writing import dump_map
from qorgau.eventlog.writing import export_map
from qorgau.eventlog.writing.csv_export import write_csv
from qorgau.eventlog.writing.events import Export, ExportError
from qorgau.eventlog.writing.layout import Layout, layout_of
from qorgau.eventlog.writing.ocel_json import write_ocel_json
from qorgau.eventlog.writing.ocel_sqlite import write_ocel_sqlite
from qorgau.eventlog.writing.parquet_export import write_parquet
from qorgau.eventlog.writing.sheet_export import write_sheet
from qorgau.eventlog.writing.spool import Spool, spool_beside
from qorgau.eventlog.writing.survey import Survey, survey_of
from qorgau.eventlog.writing.whole import whole
from qorgau.eventlog.writing.xes_export import write_xes


class Form(StrEnum):
    """The forms an export can take; the value is the word in commands and addresses."""

    CSV = "csv"
    """Rows of text, for any program."""
    XLSX = "xlsx"
    """A workbook with real dates, for a person."""
    PARQUET = "parquet"
    """Typed columns, for analysis."""
    XES = "xes"
    """IEEE 1849: one trace for each case, for process mining."""
    OCEL_JSON = "ocel-json"
    """OCEL 2.0 in JSON: events and all objects they name."""
    OCEL_SQLITE = "ocel-sqlite"
    """OCEL 2.0 as a SQLite database."""

    @property
    def ending(self) -> str:
        """What the name of such a file ends in."""
        return _ENDINGS[self]


_ENDINGS = {
    Form.CSV: ".csv",
    Form.XLSX: ".xlsx",
    Form.PARQUET: ".parquet",
    Form.XES: ".xes",
    Form.OCEL_JSON: ".ocel.json",
    Form.OCEL_SQLITE: ".ocel.sqlite",
}


@dataclass(frozen=True, kw_only=True)
class Exported:
    """What was written: the file, its map (none for OCEL), and how much of what (objects: OCEL only)."""

    path: Path
    form: Form
    map_path: Path | None
    events: int
    rows: int
    objects: int | None


def form_of(path: Path) -> Form:
    """The form that a file's ending asks for."""
    for form, ending in _ENDINGS.items():
        if path.name.lower().endswith(ending):
            return form
    raise ExportError(
        f"{path.name}: exports end in {', '.join(_ENDINGS.values())}. Give the file one of them."
    )


def write_export(export: Export, path: Path, *, form: Form | None = None) -> Exported:
    """Write the export as a file of this form, and beside it the map that reads it back.

    Raises ExportError where the form cannot hold the export. A file of that name is replaced once
    the new one is complete, and not before.
    """
    form = form or form_of(path)
    survey = survey_of(export)
    layout = layout_of(export, survey)
    with spool_beside(path) as spool:
        spool.keep_things(export)
        if form not in _MAPS:
            spool.keep_named(export)
        with whole(path) as part:
            _WRITERS[form](export, survey, layout, spool, part)
        objects = None if form in _MAPS else spool.count()
    log_map = _MAPS[form](export, survey, layout) if form in _MAPS else None
    return Exported(
        path=path,
        form=form,
        map_path=None if log_map is None else _write_map(log_map, path),
        events=survey.events,
        rows=survey.rows,
        objects=objects,
    )


def _write_map(log_map: LogMap, path: Path) -> Path:
    beside = path.with_name(f"{path.name}.map.yaml")
    with whole(beside) as part:
        part.write_text(dump_map(log_map), encoding="utf-8")
    return beside


_Writer = Callable[[Export, Survey, Layout, Spool, Path], None]
_WRITERS: dict[Form, _Writer] = {
    Form.CSV: write_csv,
    Form.XLSX: write_sheet,
    Form.PARQUET: write_parquet,
    Form.XES: write_xes,
    Form.OCEL_JSON: write_ocel_json,
    Form.OCEL_SQLITE: write_ocel_sqlite,
}
_MAPS: dict[Form, Callable[[Export, Survey, Layout], LogMap]] = {
    Form.CSV: export_map.map_for_csv,
    Form.XLSX: export_map.map_for_sheet,
    Form.PARQUET: export_map.map_for_parquet,
    Form.XES: export_map.map_for_xes,
}
