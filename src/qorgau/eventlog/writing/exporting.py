"""One door to all writers: the form follows from the file's ending."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qorgau.eventlog.writing.events import Export, ExportError


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
    """What was written: the file, its map (none for OCEL), and how much of what."""

    path: Path
    form: Form
    map_path: Path | None
    events: int
    rows: int
    objects: int


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
    raise NotImplementedError
