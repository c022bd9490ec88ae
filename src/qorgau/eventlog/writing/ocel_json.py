"""OCEL 2.0 as JSON, one event and one object at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from qorgau.eventlog.writing.events import Event, Export, Value
from qorgau.eventlog.writing.layout import Layout
from qorgau.eventlog.writing.ocel_shape import (
    ALWAYS,
    Shape,
    attributes_of,
    links_of,
    object_id,
    object_value,
    shape_of,
    time_of,
)
from qorgau.eventlog.writing.spool import Spool
from qorgau.eventlog.writing.survey import Survey

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_ocel_json(export: Export, survey: Survey, layout: Layout, spool: Spool, path: Path) -> None:
    """Write the four lists of the standard."""
    shape = shape_of(export, survey, layout)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("{")
        _write_list(file, "objectTypes", _types(shape.roles))
        file.write(",\n")
        _write_list(file, "eventTypes", _types(shape.kinds))
        file.write(",\n")
        _write_list(file, "objects", _objects(spool, shape))
        file.write(",\n")
        _write_list(file, "events", (_event(event, shape) for event in export.events))
        file.write("}\n")


def _write_list(file: TextIO, name: str, items: Iterable[Mapping[str, Any]]) -> None:
    file.write(f'"{name}":[')
    for place, item in enumerate(items):
        file.write(("\n" if place == 0 else ",\n") + _write(item))
    file.write("]")


def _types(types: Mapping[str, Mapping[str, str]]) -> Iterator[Mapping[str, Any]]:
    for name, attributes in types.items():
        yield {
            "name": name,
            "attributes": [{"name": each, "type": kind} for each, kind in attributes.items()],
        }


def _objects(spool: Spool, shape: Shape) -> Iterator[Mapping[str, Any]]:
    for role, each, attributes, related in spool.things():
        yield {
            "id": object_id(role, each),
            "type": role,
            "attributes": [
                {"name": name, "time": ALWAYS, "value": object_value(value, shape.roles[role][name])}
                for name, value in sorted(attributes.items())
            ],
            "relationships": [
                {"objectId": object_id(other_role, other), "qualifier": how}
                for how, other_role, other in related
            ],
        }


def _event(event: Event, shape: Shape) -> Mapping[str, Any]:
    said: Mapping[str, Value] = attributes_of(event, shape)
    return {
        "id": event.id,
        "type": event.kind,
        "time": time_of(event),
        "attributes": [{"name": name, "value": value} for name, value in said.items()],
        "relationships": [{"objectId": each, "qualifier": role} for each, role in links_of(event)],
    }
