"""The first look at an export: which roles, facts and kinds occur, so that columns can be laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qorgau.eventlog.writing.events import Event, Export, ExportError, Thing, Value

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,127}")
LARGEST_NUMBER = 2**53 - 1
"""Beyond this spreadsheets and browsers round."""


@dataclass
class Survey:
    """What occurs in an export; bounded by its columns, not by its events."""

    events: int = 0
    rows: int = 0
    recorded: int = 0  # events that say when they were typed
    roles: set[str] = field(default_factory=set)
    facts: dict[str, bool] = field(default_factory=dict)  # name -> whether all values are numbers
    kinds: dict[str, dict[str, bool]] = field(default_factory=dict)
    attributes: dict[str, dict[str, bool]] = field(default_factory=dict)  # role -> name -> numbers only

    def add_event(self, event: Event, *, role: str) -> None:
        """Take one event into account."""
        self.events += 1
        self.rows += max(1, len(event.happened)) * max(1, len(event.objects.get(role, ())))
        self.recorded += event.recorded is not None
        self.roles.update(event.objects)
        of_kind = self.kinds.setdefault(event.kind, {})
        for name, value in event.facts.items():
            number = is_number(value)
            self.facts[name] = self.facts.get(name, True) and number
            of_kind[name] = of_kind.get(name, True) and number

    def add_thing(self, thing: Thing) -> None:
        """Take one object into account."""
        self.roles.add(thing.role)
        self.roles.update(role for _, role, _ in thing.related)
        of_role = self.attributes.setdefault(thing.role, {})
        for name, value in thing.attributes.items():
            of_role[name] = of_role.get(name, True) and is_number(value)


def is_number(value: Value) -> bool:
    """Whether a value can stand as a number everywhere without being rounded."""
    return isinstance(value, int) and abs(value) <= LARGEST_NUMBER


def survey_of(export: Export) -> Survey:
    """Go through the whole export once; refuses names that some form could not carry."""
    survey = Survey()
    for event in export.events:
        survey.add_event(event, role=export.role)
    for thing in export.things:
        survey.add_thing(thing)
    _check_names("role", survey.roles | {export.role})
    _check_names("fact", survey.facts)
    for role, names in survey.attributes.items():
        _check_names(f"attribute of {role}", names)
    return survey


def _check_names(what: str, names: Iterable[str] | Mapping[str, bool]) -> None:
    for name in names:
        if not _NAME.fullmatch(name):
            raise ExportError(
                f"The {what} `{name}` cannot name a column in every form. Use Latin letters, digits and "
                "underscores, a letter first."
            )
