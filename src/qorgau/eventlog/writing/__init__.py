"""Events written for other programs: CSV, XLSX, Parquet, XES and OCEL 2.0. No web framework, no database.

    events     Event, Told, Thing, Meaning, Export: what is written
    exporting  write_export(export, path, form=None) -> Exported; Form; the map is written beside it

Every writer takes the events one by one, so that a million of them need no more memory than a thousand;
a file appears when it is complete, and the same events give the same bytes.
"""

from qorgau.eventlog.writing.events import Event, Export, ExportError, Meaning, Thing, Told
from qorgau.eventlog.writing.exporting import Exported, Form, form_of, write_export

__all__ = [
    "Event",
    "Export",
    "ExportError",
    "Exported",
    "Form",
    "Meaning",
    "Thing",
    "Told",
    "form_of",
    "write_export",
]
