"""XES by IEEE 1849-2016: a trace for each case, an event for each account of what happened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import quoteattr

from qorgau.clock import zone_named
from qorgau.eventlog.writing.about import lines_about
from qorgau.eventlog.writing.events import Export, Value
from qorgau.eventlog.writing.instants import writer_of_instants
from qorgau.eventlog.writing.layout import BY, EARLIEST, KIND, Cell, Column, Holds, Layout, Part, rows_of
from qorgau.eventlog.writing.spool import Spool
from qorgau.eventlog.writing.survey import Survey

NAME, TIME, RESOURCE = "concept:name", "time:timestamp", "org:resource"
_KEYS = {KIND: NAME, EARLIEST: TIME, BY: RESOURCE}
_EXTENSIONS = (
    ("Concept", "concept"),
    ("Time", "time"),
    ("Lifecycle", "lifecycle"),
    ("Organizational", "org"),
)
_NO_TRACE = ""
# What XML 1.0 cannot carry at all.
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_xes(export: Export, survey: Survey, layout: Layout, spool: Spool, path: Path) -> None:
    """Write the log; events that belong to no case stand after the traces, as the standard allows."""
    instant = writer_of_instants(zone_named(export.zone))
    case = next(place for place, column in enumerate(layout.columns) if column.says == export.role
                and column.part is Part.ROLE)  # fmt: skip
    for row in rows_of(export, layout, spool):
        event = "".join(_attributes(row, layout, instant, leaving_out=case))
        spool.keep_piece(of=str(row[case] or _NO_TRACE), text=event)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        _write_head(file, export, survey)
        for trace, pieces in groupby(spool.pieces(), key=lambda piece: piece[0]):
            _write_trace(file, trace, (text for _, text in pieces), spool.attributes(export.role, trace))
        for text in spool.loose_pieces():
            file.write(f"<event>\n{text}</event>\n")
        file.write("</log>\n")


def _write_head(file: TextIO, export: Export, survey: Survey) -> None:
    file.write('<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849.2016" xes.features="">\n')
    for name, prefix in _EXTENSIONS:
        uri = f"http://www.xes-standard.org/{prefix}.xesext"
        file.write(f'<extension name="{name}" prefix="{prefix}" uri="{uri}"/>\n')
    file.write(f'<global scope="trace">\n{_string(NAME, "UNKNOWN")}</global>\n')
    file.write(
        f'<global scope="event">\n{_string(NAME, "UNKNOWN")}{_string("lifecycle:transition", "complete")}'
    )
    file.write("</global>\n")
    file.write(f'<classifier name="Kind" scope="event" keys="{NAME}"/>\n')
    file.write(_string(NAME, export.name))
    file.write(_string("lifecycle:model", "standard"))
    for name, text in lines_about(export, survey):
        if name != "name":
            file.write(_string(f"about_{re.sub('[^A-Za-z0-9_]', '_', name)}", text))


def _write_trace(file: TextIO, name: str, events: Iterator[str], attributes: Mapping[str, Value]) -> None:
    file.write(f"<trace>\n{_string(NAME, name)}")
    for key, value in sorted(attributes.items()):
        file.write(_value(key, value))
    for text in events:
        file.write(f"<event>\n{text}</event>\n")
    file.write("</trace>\n")


def _attributes(
    row: tuple[Cell, ...], layout: Layout, instant: Callable[[int], str], *, leaving_out: int
) -> Iterator[str]:
    for place, (cell, column) in enumerate(zip(row, layout.columns, strict=True)):
        # Attributes of the case stand in its trace.
        own = column.part is Part.ATTRIBUTE and column.of == layout.role
        if cell is not None and place != leaving_out and not own:
            yield _attribute(column, cell, instant)
    yield _string("lifecycle:transition", "complete")


def _attribute(column: Column, cell: Value, instant: Callable[[int], str]) -> str:
    key = key_of(column)
    if column.holds is Holds.INSTANT:
        return f"<date key={quoteattr(key)} value={quoteattr(instant(int(cell)))}/>\n"
    return _value(key, cell if column.holds is Holds.NUMBER else str(cell))


def key_of(column: Column) -> str:
    """What a column's attribute is called: by the standard's own key where there is one."""
    return _KEYS.get(column.says, column.name) if column.part is Part.FIXED else column.name


def _value(key: str, value: Value) -> str:
    if isinstance(value, int):
        return f'<int key={quoteattr(key)} value="{value}"/>\n'
    return _string(key, value)


def _string(key: str, text: str) -> str:
    writable = _UNWRITABLE.sub("\ufffd", text)
    return f"<string key={quoteattr(key)} value={quoteattr(writable)}/>\n"
