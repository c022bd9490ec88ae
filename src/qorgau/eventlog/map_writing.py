"""Maps written back as YAML, with the comments of a proposal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from qorgau.eventlog.logmap import LogMap, Naming, TimeColumn
from qorgau.eventlog.moments import Clock, DateOrder, Midnight

_WIDTH = 92


def dump_map(log_map: LogMap) -> str:
    """The map as YAML; the notes of a proposal stand above as comments."""
    return "\n".join((*_comments(log_map.notes), *_lines(log_map), ""))


def _comments(notes: Iterable[str]) -> Iterator[str]:
    for note in notes:
        yield from textwrap.wrap(
            note, _WIDTH, initial_indent="# - ", subsequent_indent="#   ", break_on_hyphens=False
        )


def _lines(log_map: LogMap) -> Iterator[str]:
    yield f"log: {quoted(log_map.log)}"
    yield f"subject: {_flow(_subject(log_map))}"
    yield f"zone: {quoted(log_map.zone)}"
    yield from _choices(log_map)
    if log_map.kind:
        yield from _naming("kind", log_map.kind)
    yield "times:"
    for time in log_map.times:
        yield f"  - {_flow(_time(time))}"
    if log_map.recorded:
        yield f"recorded: {_flow(_time(log_map.recorded))}"
    if log_map.source:
        yield from _naming("source", log_map.source)
    if log_map.objects:
        yield "objects:"
    for role, naming in log_map.objects.items():
        one = len(naming.columns) == 1
        yield f"  {quoted(role)}: {quoted(naming.columns[0]) if one else _flow(_where(naming))}"
    yield from _columns("facts", log_map.facts)
    if log_map.observes is not None:
        yield f"observes: {_list(sorted(log_map.observes))}"
    for key in ("sheet", "header", "delimiter", "encoding", "guard"):
        value = getattr(log_map, key)
        if value is not None:
            yield f"{key}: {quoted(str(value))}"


def _subject(log_map: LogMap) -> dict[str, str]:
    subject = {"role": quoted(log_map.role)} | _where(log_map.subject)
    if log_map.subject.if_empty is not None:
        subject["if_empty"] = quoted(log_map.subject.if_empty)
    return subject


def _where(naming: Naming) -> dict[str, str]:
    if naming.each_row:
        return {"each": "row"}
    if len(naming.columns) == 1:
        return {"column": quoted(naming.columns[0])}
    return {"columns": _list(naming.columns), "joined_by": quoted(naming.joined_by)}


def _choices(log_map: LogMap) -> Iterator[str]:
    if log_map.clock is not Clock.FULL:
        yield f"clock: {log_map.clock}"
    if log_map.dates is not DateOrder.BY_VALUES:
        yield f"dates: {log_map.dates}"
    if log_map.midnight is not Midnight.EXACT:
        yield f"midnight: {log_map.midnight}"
    if log_map.formats:
        yield f"formats: {_list(log_map.formats)}"
    if log_map.missing:
        yield f"missing: {_list(sorted(log_map.missing))}"


def _adding(naming: Naming) -> dict[str, str]:
    return {"adding": quoted(naming.adding)} if naming.adding else {}


def _naming(key: str, naming: Naming) -> Iterator[str]:
    if naming.always is not None:
        yield f"{key}: {quoted(naming.always)}"
        return
    if not naming.names:
        yield f"{key}: {_flow(_where(naming) | _adding(naming))}"
        return
    yield f"{key}:"
    for part, value in (_where(naming) | _adding(naming)).items():
        yield f"  {part}: {value}"
    yield "  names:"
    for name, ours in naming.names.items():
        yield f"    {quoted(name)}: {quoted(ours)}"


def _time(time: TimeColumn) -> dict[str, str]:
    parts: dict[str, str] = {}
    for key in ("column", "latest", "date", "time", "ends", "zone", "clock", "dates", "midnight"):
        value = getattr(time, key)
        if value is not None:
            parts[key] = quoted(str(value))
    if time.between:
        parts["between"] = _list(time.between)
    if time.kind and time.kind.always is not None:
        parts["kind"] = quoted(time.kind.always)
    elif time.kind:
        names = {quoted(name): quoted(ours) for name, ours in time.kind.names.items()}
        parts["kind"] = _flow(
            _where(time.kind) | _adding(time.kind) | ({"names": _flow(names)} if names else {})
        )
    if time.formats:
        parts["formats"] = _list(time.formats)
    if time.missing:
        parts["missing"] = _list(sorted(time.missing))
    return parts


def _columns(key: str, columns: Mapping[str, str]) -> Iterator[str]:
    if not columns:
        return
    if all(name == column for name, column in columns.items()):
        yield f"{key}: {_list(columns)}"
        return
    yield f"{key}:"
    for name, column in columns.items():
        yield f"  {quoted(name)}: {quoted(column)}"


def _flow(parts: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def quoted(text: str) -> str:
    """A text as YAML reads it back: plain if it is a plain word, in double quotes otherwise."""
    plain = text.replace("_", "").replace("-", "").replace("/", "").replace(" ", "")
    if plain.isalnum() and text == text.strip() and not text.startswith("-"):
        return text
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(escapes.get(sign, sign) for sign in text) + '"'
