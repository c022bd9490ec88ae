"""The entry: what happened, to what, when, by whose word. Its form is frozen (decision 0010)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from qorgau.ledger.plain_values import (
    IDENTIFIER,
    KIND,
    ROLE,
    checked_group,
    checked_instant,
    checked_text,
    checked_word,
)
from qorgau.ledger.refusal import LedgerRefusal

VERSION = 1
FIELDS = (
    "v", "instance", "id", "kind", "objects", "happened", "recorded",
    "by", "for", "facts", "personal", "sealed", "corrects",
)  # fmt: skip
LARGEST_ENTRY = 262_144
"""In bytes of canonical form; anything larger is a file, named in the entry by its hash."""

# For integers and text under ASCII names the standard encoder gives the bytes of RFC 8785, in a
# tenth of the time of the `rfc8785` package; the tests hold the two equal (decision 0010).
_write = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


class MalformedEntry(LedgerRefusal):
    """An entry has a field too many, too few or of the wrong form."""


class CorrectionAct(StrEnum):
    """What a correction does to the entry it names."""

    REPLACES = "replaces"
    """The new entry stands in the old one's place."""
    WITHDRAWS = "withdraws"
    """The old entry should not have been made; nothing stands in its place."""


@dataclass(frozen=True, order=True, kw_only=True)
class Happened:
    """Between which two instants it happened, and who says so (seconds since 1970, UTC)."""

    said_by: str
    earliest: int
    latest: int

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins."""
        checked_word(self.said_by, ROLE, at="happened.said_by")
        checked_instant(self.earliest, at="happened.earliest")
        checked_instant(self.latest, at="happened.latest")
        if self.latest < self.earliest:
            raise MalformedEntry(
                f"happened ends ({self.latest}) before it begins ({self.earliest}). Check the two "
                "times; for an exact time give the same instant twice."
            )

    def as_group(self) -> dict[str, Any]:
        """The interval as it stands in the canonical form."""
        return {"earliest": self.earliest, "latest": self.latest, "said_by": self.said_by}


@dataclass(frozen=True, kw_only=True)
class Correction:
    """Which earlier entry this one replaces or withdraws, and why."""

    instance: str
    entry: str
    act: CorrectionAct
    why: str

    def __post_init__(self) -> None:
        """Refuse a correction that names nothing or gives no reason."""
        checked_word(self.instance, IDENTIFIER, at="corrects.instance")
        checked_word(self.entry, IDENTIFIER, at="corrects.entry")
        if not checked_text(self.why, at="corrects.why").strip():
            raise MalformedEntry("corrects.why is empty. Say why the earlier entry was wrong.")

    def as_group(self) -> dict[str, Any]:
        """The correction as it stands in the canonical form."""
        return {
            "act": self.act.value,
            "entry": self.entry,
            "instance": self.instance,
            "why": self.why,
        }


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that happened, in the thirteen fields of the frozen form.

    objects: role -> ids; happened: one interval per source, none where it is sealed or unsaid;
    recorded: seconds (UTC) at the origin; by: who typed it, None where nobody is named;
    personal: person id -> ciphertext; sealed: names and hashes of what the server cannot read.
    The order of ids and of sources has no meaning, so both are put in order here.
    """

    instance: str
    id: str
    kind: str
    recorded: int
    for_body: str
    by: str | None = None
    objects: Mapping[str, Sequence[str]] = field(default_factory=dict)
    happened: Sequence[Happened] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    personal: Mapping[str, str] = field(default_factory=dict)
    sealed: Mapping[str, Any] = field(default_factory=dict)
    corrects: Correction | None = None

    def __post_init__(self) -> None:
        """Refuse what is not well formed; put in order what has no order of its own."""
        checked_word(self.instance, IDENTIFIER, at="instance")
        checked_word(self.id, IDENTIFIER, at="id")
        checked_word(self.kind, KIND, at="kind")
        checked_instant(self.recorded, at="recorded")
        checked_word(self.for_body, IDENTIFIER, at="for")
        if self.by is not None:
            checked_word(self.by, IDENTIFIER, at="by")
        self._settle("objects", _ordered_objects(self.objects))
        self._settle("happened", _ordered_sources(self.happened))
        self._settle("facts", checked_group(self.facts, at="facts"))
        self._settle("personal", _checked_personal(self.personal))
        self._settle("sealed", checked_group(self.sealed, at="sealed"))

    def _settle(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)

    def as_group(self) -> dict[str, Any]:
        """The thirteen fields by their frozen names."""
        return {
            "v": VERSION,
            "instance": self.instance,
            "id": self.id,
            "kind": self.kind,
            "objects": {role: list(ids) for role, ids in self.objects.items()},
            "happened": [source.as_group() for source in self.happened],
            "recorded": self.recorded,
            "by": self.by,
            "for": self.for_body,
            "facts": self.facts,
            "personal": self.personal,
            "sealed": self.sealed,
            "corrects": None if self.corrects is None else self.corrects.as_group(),
        }


def canonical(entry: Entry) -> bytes:
    """The one form of an entry that is hashed: canonical JSON by RFC 8785, in UTF-8."""
    data = _write(entry.as_group()).encode()
    if len(data) > LARGEST_ENTRY:
        raise MalformedEntry(
            f"Entry {entry.id} takes {len(data)} bytes; at most {LARGEST_ENTRY} fit. Store the "
            "long part as a file and name it by its hash."
        )
    return data


def _ordered_objects(objects: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(objects, Mapping):
        raise MalformedEntry("objects must name roles, each with a list of ids. Give {} for none.")
    return {
        checked_word(role, ROLE, at="a role in objects"): _ordered_ids(ids, at=f"objects.{role}")
        for role, ids in objects.items()
    }


def _ordered_ids(ids: object, *, at: str) -> tuple[str, ...]:
    if isinstance(ids, str) or not isinstance(ids, Sequence) or not ids:
        raise MalformedEntry(f"{at} must be a list of one or more ids. Leave the role out for none.")
    ordered = tuple(sorted(checked_word(each, IDENTIFIER, at=at) for each in ids))
    if len(set(ordered)) < len(ordered):
        raise MalformedEntry(f"{at} names the same id twice. Name it once.")
    return ordered


def _ordered_sources(sources: Sequence[Happened]) -> tuple[Happened, ...]:
    ordered = tuple(sorted(sources))
    if len(set(ordered)) < len(ordered):
        raise MalformedEntry("happened holds the same source and times twice. Give them once.")
    return ordered


def _checked_personal(personal: object) -> dict[str, str]:
    if not isinstance(personal, Mapping):
        raise MalformedEntry("personal must map a person's id to ciphertext. Give {} for none.")
    return {
        checked_word(person, IDENTIFIER, at="an id in personal"): checked_text(box, at=f"personal.{person}")
        for person, box in personal.items()
    }
