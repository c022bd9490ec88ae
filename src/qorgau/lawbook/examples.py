"""Worked examples: short stories with the right answer, written beside the rules for lawyers to check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qorgau.clock import Interval, TimeError, Zone, read_instant, read_span, zone_named
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.lawbook.words import Basis

STATES = ("met", "late", "breached", "open", "cannot_tell", "not_applicable", "not_checked")


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the story."""

    kind: str
    at: Interval
    by: str | None
    objects: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Expected:
    """One right answer; spans are (least, most) seconds."""

    safeguard: str
    state: str
    place: str  # file and line, for the test's message
    basis: Basis | None = None
    word_of: str | None = None
    subject: str | None = None
    by: tuple[int, int] | None = None
    elapsed: tuple[int, int] | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A story, what its log can record, and what is right as of an instant (None: the log is closed)."""

    name: str
    title: Text
    zone: Zone
    observes: frozenset[str] | None  # None: everything
    attributes: Mapping[str, str]
    entries: tuple[Told, ...]
    as_of: int | None
    expected: tuple[Expected, ...]


def read_examples(path: Path) -> tuple[Example, ...]:
    """The examples of one file: a single one, or a list under `examples:`."""
    root = read_yaml(path, name=f"{path.parent.name}/{path.name}")
    listed = root.mapping().get("examples")
    parts = (root,) if listed is None else listed.items()
    return tuple(_example(part, f"{path.parent.name}/{path.stem}") for part in parts)


def _example(node: Node, name: str) -> Example:
    allowed = "title source zone observes attributes entries as_of expect facts explain".split()
    keys = node.mapping(frozenset(allowed))
    for key in ("title", "entries", "as_of", "expect"):
        if key not in keys:
            raise node.fail(f"`{key}` is missing.")
    zone = zone_named(keys["zone"].text() if "zone" in keys else "Asia/Almaty")
    observes = keys.get("observes")
    as_of = keys["as_of"]
    return Example(
        name=f"{name}:{node.place.line}",
        title=read_text(keys["title"]),
        zone=zone,
        observes=None if observes is None or observes.value == "all" else frozenset(observes.texts()),
        attributes=_texts(keys.get("attributes")),
        entries=tuple(_told(item, zone) for item in keys["entries"].items()),
        as_of=None if as_of.text() == "closed" else _at(as_of, zone).latest,
        expected=tuple(_expected(item) for item in keys["expect"].items()),
    )


def _told(node: Node, zone: Zone) -> Told:
    keys = node.mapping(frozenset("kind at by objects facts".split()))
    objects = keys["objects"].mapping() if "objects" in keys else {}
    return Told(
        kind=keys["kind"].text(),
        at=_at(keys["at"], zone),
        by=keys["by"].text() if "by" in keys else None,
        objects={role: value.texts() for role, value in objects.items()},
        facts=_texts(keys.get("facts")),
    )


def _expected(node: Node) -> Expected:
    keys = node.mapping(frozenset("safeguard basis word_of subject state by elapsed reason".split()))
    for key in ("safeguard", "state"):
        if key not in keys:
            raise node.fail(f"`{key}` is missing.")
    return Expected(
        safeguard=keys["safeguard"].text(),
        state=keys["state"].one_of(STATES),
        place=str(node.place),
        basis=Basis(keys["basis"].one_of([b.value for b in Basis])) if "basis" in keys else None,
        word_of=keys["word_of"].text() if "word_of" in keys else None,
        subject=keys["subject"].text() if "subject" in keys else None,
        by=_span(keys.get("by")),
        elapsed=_span(keys.get("elapsed")),
        reason=keys["reason"].text() if "reason" in keys else None,
    )


def _texts(node: Node | None) -> dict[str, str]:
    return {} if node is None else {key: value.text() for key, value in node.mapping().items()}


def _at(node: Node, zone: Zone) -> Interval:
    """A typed time, or `EARLIEST / LATEST` where only an interval is known."""
    parts = node.text().split(" / ")
    try:
        return Interval.hull(read_instant(part, zone) for part in parts)
    except TimeError as error:
        raise node.fail(str(error)) from error


def _span(node: Node | None) -> tuple[int, int] | None:
    """A span, or `LEAST to MOST`."""
    if node is None:
        return None
    try:
        spans = [read_span(part) for part in node.text().split(" to ")]
    except ValueError as error:
        raise node.fail(str(error)) from error
    return spans[0], spans[-1]
