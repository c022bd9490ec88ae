"""Reading XES event by event; entities and outside references in the file are refused."""

from __future__ import annotations

import gzip
import zlib
from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast
from xml.parsers import expat

import numpy as np
from numpy.typing import NDArray

from qorgau.eventlog.log import Texts, UnreadableLogError
from qorgau.eventlog.table import Progress, Table

_VALUES = frozenset({"string", "date", "int", "float", "boolean", "id"})
# What programs write as a default when they mean "nothing".
_NO_DEFAULT = frozenset({"", "DEFAULT", "UNKNOWN", "__INVALID__", "EMPTY"})
_NEVER_FILLED = frozenset({"time:timestamp", "concept:name"})
_CHUNK = 1 << 20
TRACE_PREFIX = "case:"


@dataclass
class _Attribute:
    """The values of one attribute, kept only where it occurs."""

    places: array[int] = field(default_factory=lambda: array("q"))
    codes: array[int] = field(default_factory=lambda: array("i"))
    values: dict[str, int] = field(default_factory=dict)

    def add(self, place: int, value: str) -> None:
        """Note the value of one event or trace."""
        self.places.append(place)
        self.codes.append(self.values.setdefault(value, len(self.values)))

    def column(self, length: int) -> Texts:
        """The attribute of every event or trace, absent where it does not occur."""
        codes = np.full(length, -1, np.int32)
        codes[np.frombuffer(self.places, np.int64)] = np.frombuffer(self.codes, np.int32)
        return Texts(codes, tuple(self.values))


class _RefusedError(Exception):
    """The file holds what a log never needs and an attacker does."""


class _NotXesError(Exception):
    """The first element is not a log."""


class _Collector:
    """Follows the elements of an XES file and keeps the attributes of traces and events."""

    def __init__(self) -> None:
        """Begin before the first trace."""
        self.events: dict[str, _Attribute] = {}
        self.traces: dict[str, _Attribute] = {}
        self.defaults: dict[str, dict[str, str]] = {"event": {}, "trace": {}}
        self.trace_of: array[int] = array("q")
        self.lines: array[int] = array("q")
        self.trace_count = 0
        self._path: list[str] = []
        self._scope = ""
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.buffer_text = True

    def _refuse(self, *_declared: object) -> None:
        raise _RefusedError

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        parent = self._path[-1] if self._path else ""
        self._path.append(tag)
        if tag in _VALUES:
            self._attribute(tag, parent, attributes)
        elif tag == "event":
            # A log may hold events that belong to no trace, before, between or after the traces.
            self.trace_of.append(self.trace_count - 1 if parent == "trace" else -1)
            self.lines.append(self.parser.CurrentLineNumber)
        elif tag == "trace":
            self.trace_count += 1
        elif tag == "global":
            self._scope = attributes.get("scope", "event")
        elif tag != "log" and parent == "":
            raise _NotXesError(tag)

    def _attribute(self, tag: str, parent: str, attributes: dict[str, str]) -> None:
        """Keep an attribute of an event, a trace or the log's defaults; nested ones are left out."""
        if parent == "event":
            kept, place = self.events, len(self.lines) - 1
        elif parent == "trace":
            kept, place = self.traces, self.trace_count - 1
        elif parent == "global":
            self.defaults.setdefault(self._scope, {})[attributes["key"]] = attributes["value"]
            return
        else:
            return
        key, value = attributes["key"], attributes["value"]
        if key not in kept:
            kept[key] = _Attribute()
        kept[key].add(place, value.capitalize() if tag == "boolean" else value)

    def _end(self, _tag: str) -> None:
        self._path.pop()


def read_xes(path: Path, *, only: Collection[str] | None, progress: Progress) -> Table:
    """Read the columns in `only` (all if None) of an XES file, packed or not.

    The attributes of a trace become columns of each of its events, called by their own name or,
    where events have one of that name, with `case:` before it.
    """
    collector = _Collector()
    try:
        _parse(collector, path, progress)
    except _RefusedError:
        raise UnreadableLogError(
            place=f"{path.name}, line {collector.parser.CurrentLineNumber}",
            why="the file declares a document type or entities, which a log never needs.",
            mend="Export it again without <!DOCTYPE ...>.",
        ) from None
    except expat.ExpatError as error:
        raise UnreadableLogError(
            place=f"{path.name}, line {error.lineno}",
            why=f"the XML is broken ({expat.ErrorString(error.code)}).",
            mend="Export the log again; it may be cut short.",
        ) from None
    except (_NotXesError, KeyError) as error:
        raise UnreadableLogError(
            place=f"{path.name}, line {collector.parser.CurrentLineNumber}",
            why=f"this is XML but not XES ({error}).",
            mend="A log begins with <log>, and each attribute has `key` and `value`.",
        ) from None
    if not collector.lines:
        raise UnreadableLogError(place=path.name, why="the log holds no event.", mend="Export the log again.")
    return _table(collector, only)


def _parse(collector: _Collector, path: Path, progress: Progress) -> None:
    try:
        total = path.stat().st_size
        with path.open("rb") as file:
            for chunk in _chunks(file, place=path.name):
                collector.parser.Parse(chunk, False)
                progress("reading the file", file.tell(), total)
            collector.parser.Parse(b"", True)
    except FileNotFoundError:
        raise UnreadableLogError(
            place=path.name, why="there is no such file.", mend="Check the name and the folder."
        ) from None


def _chunks(file: BinaryIO, *, place: str) -> Iterator[bytes]:
    """The file's content piece by piece, unpacked if it is gzipped."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    content = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if packed else file
    try:
        while chunk := content.read(_CHUNK):
            yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableLogError(
            place=place,
            why=f"the packed file is damaged or cut short ({error}).",
            mend="Fetch or export it again.",
        ) from None


def _table(collector: _Collector, only: Collection[str] | None) -> Table:
    events, traces = len(collector.lines), collector.trace_count
    # Events outside any trace have trace -1, the last place, which stays absent.
    trace_of = np.frombuffer(collector.trace_of, np.int64)
    columns: dict[str, Texts] = {}
    for key, attribute in collector.traces.items():
        shared = key in collector.events or key == "concept:name"
        name = TRACE_PREFIX + key if shared else key
        texts = _filled(attribute.column(traces + 1), collector.defaults["trace"].get(key, ""), key)
        columns[name] = Texts(np.append(texts.codes[:-1], np.int32(-1))[trace_of], texts.values)
    for key, attribute in collector.events.items():
        default = collector.defaults["event"].get(key, "")
        columns[key] = _filled(attribute.column(events), default, key)
    rows, unit = _rows(collector)
    return Table(
        names=tuple(columns),
        columns={name: texts for name, texts in columns.items() if only is None or name in only},
        rows=rows,
        row_unit=unit,
    )


def _filled(texts: Texts, default: str, key: str) -> Texts:
    """The attribute with the log's default where it is left out, unless that means nothing."""
    if default in _NO_DEFAULT or key in _NEVER_FILLED or not (texts.codes < 0).any():
        return texts
    values = {value: code for code, value in enumerate(texts.values)}
    code = values.setdefault(default, len(values))
    return Texts(np.where(texts.codes < 0, np.int32(code), texts.codes), tuple(values))


def _rows(collector: _Collector) -> tuple[NDArray[np.int64], str]:
    """The line of each event, or its number where several events stand on one line."""
    lines = np.frombuffer(collector.lines, np.int64)
    if (np.diff(lines) > 0).all():
        return lines, "line"
    return np.arange(1, len(lines) + 1, dtype=np.int64), "event"
