"""OCEL 2.0 (object-centric event log): how events and objects are told in its terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qorgau.eventlog.writing.events import Event, Export, ExportError, Told, Value
from qorgau.eventlog.writing.instants import in_utc
from qorgau.eventlog.writing.layout import BODY, BY, LATEST, RECORDED, SAID_BY, Layout, Part
from qorgau.eventlog.writing.survey import Survey

ALWAYS = "1970-01-01T00:00:00Z"
"""OCEL dates each value of an object's attribute; ours are as last known."""
TIME_IS, ACCOUNTS = "time_is", "accounts"
_STRING, _INTEGER, _TIME = "string", "integer", "time"
_OF_EVERY_EVENT = {
    LATEST: _TIME,
    SAID_BY: _STRING,
    ACCOUNTS: _STRING,
    TIME_IS: _STRING,
    RECORDED: _TIME,
    BY: _STRING,
    BODY: _STRING,
}


@dataclass(frozen=True)
class Shape:
    """The types of events and objects, each with its attributes and their types."""

    kinds: dict[str, dict[str, str]]
    roles: dict[str, dict[str, str]]
    facts: dict[str, str]  # a fact's name -> the attribute's


def shape_of(export: Export, survey: Survey, layout: Layout) -> Shape:
    """What can occur, from the first look at the export."""
    # No fact may be taken for one of the attributes that every event has.
    facts = {fact: f"{name}_" if name in _OF_EVERY_EVENT else name
             for fact, name in layout.names(Part.FACT).items()}  # fmt: skip
    return Shape(
        kinds={
            kind: {**_OF_EVERY_EVENT, **{facts[name]: _type(number) for name, number in sorted(said.items())}}
            for kind, said in sorted(survey.kinds.items())
        },
        roles={
            role: {name: _type(number) for name, number in sorted(survey.attributes.get(role, {}).items())}
            for role in sorted(survey.roles | {export.role})
        },
        facts=facts,
    )


def _type(number: bool) -> str:
    return _INTEGER if number else _STRING


def object_id(role: str, each: str) -> str:
    """Ids are unique within a role only; OCEL wants them unique altogether."""
    return f"{role}:{each}"


def time_of(event: Event) -> str:
    """The one time OCEL gives an event: the earliest that anybody tells, else when it was recorded."""
    if event.happened:
        return in_utc(min(told.earliest for told in event.happened))
    if event.recorded is None:
        raise ExportError(
            f"The event {event.id} says neither when it happened nor when it was recorded, and OCEL needs "
            "a time for each. Leave it out, or write CSV, XLSX, Parquet or XES."
        )
    return in_utc(event.recorded)


def attributes_of(event: Event, shape: Shape) -> dict[str, Value]:
    """Everything else that an event says, by the names of its type's attributes."""
    said: dict[str, Value | None] = {
        LATEST: in_utc(max(told.latest for told in event.happened)) if event.happened else None,
        SAID_BY: " ".join(dict.fromkeys(told.said_by for told in event.happened)) or None,
        ACCOUNTS: "; ".join(map(_account, event.happened)) if len(event.happened) > 1 else None,
        TIME_IS: None if event.happened else "recorded",
        RECORDED: None if event.recorded is None else in_utc(event.recorded),
        BY: event.by,
        BODY: event.body,
    }
    types = shape.kinds[event.kind]
    for name, value in event.facts.items():
        attribute = shape.facts[name]
        said[attribute] = value if types[attribute] == _INTEGER else str(value)
    return {name: value for name, value in said.items() if value is not None}


def links_of(event: Event) -> Iterator[tuple[str, str]]:
    """The objects an event names, each with the role as the qualifier."""
    for role, ids in sorted(event.objects.items()):
        for each in ids:
            yield object_id(role, each), role


def object_value(value: Value, kind: str) -> Value:
    """An attribute's value as its type says."""
    return value if kind == _INTEGER else str(value)


def _account(told: Told) -> str:
    return f"{told.said_by} {in_utc(told.earliest)}/{in_utc(told.latest)}"
