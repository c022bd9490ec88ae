"""What an export is made of: events, the objects they name, and what the columns mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Value = str | int


class ExportError(ValueError):
    """An export that cannot be written as asked; says what, why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Told:
    """Between which two instants (UTC seconds, both included) it happened, and by whose word."""

    earliest: int
    latest: int
    said_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, in the order of the record.

    happened: one interval for each source that tells a time, none where nobody does; recorded:
    when it was typed (UTC seconds); objects: role -> ids; facts: whole numbers and text. Personal
    data stand in an export only where the caller put them into facts or into a thing's attributes.
    """

    id: str
    kind: str
    happened: Sequence[Told] = ()
    recorded: int | None = None
    by: str | None = None
    body: str | None = None
    objects: Mapping[str, Sequence[str]] = field(default_factory=dict)
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An object that events name, with what is known of it and how it belongs to others.

    related: how, role and id of each other object.
    """

    role: str
    id: str
    attributes: Mapping[str, Value] = field(default_factory=dict)
    related: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a column, kind or role means: a sentence, its unit and where the definition stands."""

    title: str
    unit: str = ""
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Export:
    """A stream of events to be written, and how to read it.

    events and things are gone through more than once, so each must be a list or an object whose
    `__iter__` begins anew; a generator is refused. role: what one case is (custody, person ...).
    zone: the IANA zone of local times. observes: the kinds that could have been recorded.
    about: lines for the reader, such as what was chosen and as of when.
    """

    name: str
    role: str
    zone: str
    events: Iterable[Event]
    things: Iterable[Thing] = ()
    observes: frozenset[str] | None = None
    meanings: Mapping[str, Meaning] = field(default_factory=dict)
    about: Sequence[tuple[str, str]] = ()

    def __post_init__(self) -> None:
        """Refuse a stream that could be read only once."""
        for name in ("events", "things"):
            stream = getattr(self, name)
            if iter(stream) is stream:
                raise ExportError(
                    f"The {name} of the export `{self.name}` can be read once only. Give a list, or "
                    "an object whose __iter__ starts from the beginning each time."
                )
