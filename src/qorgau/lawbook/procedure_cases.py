"""Worked cases of procedures: what was done, where the case then stands, and which move is refused and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qorgau.clock import TimeError, Zone, read_instant, read_span, zone_named
from qorgau.lawbook.examples import STATES
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.lawbook.words import Basis

_CASE = frozenset("title source zone procedure opened moves entries as_of expect tries".split())
_MOVE = frozenset("move at body by ground facts".split())
_ENTRY = frozenset("kind at objects facts by".split())
_EXPECT = frozenset("stage ended marks refused open safeguards".split())
_TRY = frozenset("move at body by ground reasons why_not holds fails facts allowed marks".split())
_VERDICT = frozenset("safeguard basis state elapsed broken_for".split())


@dataclass(frozen=True, slots=True)
class MoveTold:
    """One move of the story."""

    move: str
    at: int
    body: str
    by: str
    ground: str | None
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EntryTold:
    """An entry beside the moves."""

    kind: str
    at: int
    by: str | None
    objects: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VerdictTold:
    """What the engine of safeguards has to say; spans in seconds."""

    safeguard: str
    basis: Basis
    state: str
    elapsed: int | None = None
    broken_for: int | None = None  # from when a prohibition was broken to the moment asked about


@dataclass(frozen=True, slots=True)
class Try:
    """A move somebody wants to make at the end of the story, and the right answer."""

    told: MoveTold
    reasons: str
    why_not: Mapping[str, str]
    conditions: Mapping[str, bool]
    allowed: bool
    marks: frozenset[str]
    place: str


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """A story with the right answers."""

    title: Text
    procedure: str
    zone: Zone
    opened: int
    moves: tuple[MoveTold, ...]
    entries: tuple[EntryTold, ...]
    as_of: int
    stage: str
    ended: bool
    marks: frozenset[str]
    refused: tuple[str, ...]
    open_moves: frozenset[str]
    verdicts: tuple[VerdictTold, ...]
    tries: tuple[Try, ...]
    place: str = field(default="")


def read_cases(path: Path) -> tuple[WorkedCase, ...]:
    """The cases of one file; raises LawFileError with file and line."""
    root = read_yaml(path, name=f"{path.parent.name}/{path.name}")
    return tuple(_case(node) for node in _need(root, "cases").items())


def _case(node: Node) -> WorkedCase:
    keys = node.mapping(_CASE)
    zone = zone_named(keys["zone"].text() if "zone" in keys else "Asia/Almaty")
    expect = _need(node, "expect").mapping(_EXPECT)
    as_of = _at(_need(node, "as_of"), zone)
    return WorkedCase(
        title=read_text(_need(node, "title")),
        procedure=_need(node, "procedure").text(),
        zone=zone,
        opened=_at(_need(node, "opened"), zone),
        moves=tuple(_told(item, zone, None) for item in _items(keys.get("moves"))),
        entries=tuple(_entry(item, zone) for item in _items(keys.get("entries"))),
        as_of=as_of,
        stage=expect["stage"].text(),
        ended="ended" in expect and expect["ended"].one_of(("yes", "no")) == "yes",
        marks=frozenset(item.text() for item in _items(expect.get("marks"))),
        refused=tuple(item.text() for item in _items(expect.get("refused"))),
        open_moves=frozenset(item.text() for item in _items(expect.get("open"))),
        verdicts=tuple(_verdict(item) for item in _items(expect.get("safeguards"))),
        tries=tuple(_try(item, zone, as_of) for item in _items(keys.get("tries"))),
        place=str(node.place),
    )


def _told(node: Node, zone: Zone, otherwise: int | None, allowed: frozenset[str] = _MOVE) -> MoveTold:
    keys = node.mapping(allowed)
    at = otherwise if otherwise is not None and "at" not in keys else _at(_need(node, "at"), zone)
    return MoveTold(
        move=_need(node, "move").text(),
        at=at,
        body=_need(node, "body").text(),
        by=keys["by"].text() if "by" in keys else "",
        ground=keys["ground"].text() if "ground" in keys else None,
        facts=_texts(keys.get("facts")),
    )


def _entry(node: Node, zone: Zone) -> EntryTold:
    keys = node.mapping(_ENTRY)
    objects = keys["objects"].mapping() if "objects" in keys else {}
    return EntryTold(
        kind=_need(node, "kind").text(),
        at=_at(_need(node, "at"), zone),
        by=keys["by"].text() if "by" in keys else None,
        objects={role: value.texts() for role, value in objects.items()},
        facts=_texts(keys.get("facts")),
    )


def _verdict(node: Node) -> VerdictTold:
    keys = node.mapping(_VERDICT)
    return VerdictTold(
        safeguard=_need(node, "safeguard").text(),
        basis=Basis(_need(node, "basis").one_of([basis.value for basis in Basis])),
        state=_need(node, "state").one_of(STATES),
        elapsed=read_span(keys["elapsed"].text()) if "elapsed" in keys else None,
        broken_for=read_span(keys["broken_for"].text()) if "broken_for" in keys else None,
    )


def _try(node: Node, zone: Zone, as_of: int) -> Try:
    keys = node.mapping(_TRY)
    holds = {item.text(): True for item in _items(keys.get("holds"))}
    fails = {item.text(): False for item in _items(keys.get("fails"))}
    return Try(
        told=_told(node, zone, as_of, _TRY),
        reasons=keys["reasons"].text() if "reasons" in keys else "",
        why_not=_texts(keys.get("why_not")),
        conditions=holds | fails,
        allowed=_need(node, "allowed").one_of(("yes", "no")) == "yes",
        marks=frozenset(item.text() for item in _items(keys.get("marks"))),
        place=str(node.place),
    )


def _at(node: Node, zone: Zone) -> int:
    try:
        return read_instant(node.text(), zone).earliest
    except TimeError as error:
        raise node.fail(str(error)) from error


def _need(node: Node, key: str) -> Node:
    found = node.mapping().get(key)
    if found is None:
        raise node.fail(f"`{key}` is missing.")
    return found


def _items(node: Node | None) -> tuple[Node, ...]:
    return () if node is None else node.items()


def _texts(node: Node | None) -> dict[str, str]:
    return {} if node is None else {key: value.text() for key, value in node.mapping().items()}
