"""Reading `recommendations/*.yaml` strictly; every slip is an error that names file and line."""

from __future__ import annotations

import re
from pathlib import Path

from qorgau.lawbook.fields import (
    Keys,
    full_text,
    need,
    optional_date,
    optional_items,
    optional_text,
    optional_words,
    read_confirmed,
    whole,
    yes,
)
from qorgau.lawbook.reading import read_date
from qorgau.lawbook.recommendations import (
    Asked,
    AskedKind,
    Catalogue,
    Cited,
    DemandAsked,
    MeasuredBy,
    SessionHeld,
)
from qorgau.lawbook.strict_yaml import Node, read_yaml

_FILE = frozenset(
    "symbol committee state cycle title adopted session bodies_proposed confirmed asked".split()
)
_ASKED = frozenset(
    "kind title asks subjects bodies follow_up due reiterates measured_by not_measured demands facts".split()
)
_DEMAND = frozenset("title asks measured_by".split())
_MEASURED = frozenset("safeguards figures articles findings".split())
_ID = re.compile(r"\d+(\([a-z]\)(\([ivx]+\))?)?")


def read_catalogue(path: Path, *, name: str = "") -> Catalogue:
    """Read what one document asks."""
    shown = name or f"{path.parent.name}/{path.name}"
    root = read_yaml(path, name=shown)
    keys = root.mapping(_FILE)
    proposed = yes(keys, "bodies_proposed", otherwise=True)
    listed = need(root, keys, "asked").mapping()
    return Catalogue(
        symbol=need(root, keys, "symbol").text(),
        committee=need(root, keys, "committee").text(),
        state=need(root, keys, "state").text(),
        cycle=whole(need(root, keys, "cycle")),
        title=full_text(need(root, keys, "title")),
        adopted=read_date(need(root, keys, "adopted")),
        session=read_session(need(root, keys, "session")),
        confirmed=read_confirmed(root, keys),
        asked={leaf: _asked(leaf, node, proposed) for leaf, node in listed.items()},
        path=shown,
    )


def read_session(node: Node) -> SessionHeld:
    """A session: its number, first and last day."""
    keys = node.mapping(frozenset({"number", "begins", "ends"}))
    held = SessionHeld(
        whole(need(node, keys, "number")),
        read_date(need(node, keys, "begins")),
        read_date(need(node, keys, "ends")),
    )
    if held.ends < held.begins:
        raise node.fail(f"the session ends on {held.ends}, before it begins on {held.begins}.")
    return held


def _asked(id: str, node: Node, proposed: bool) -> Asked:
    if not _ID.fullmatch(id):
        raise node.fail(f"`{id}` is no place in a document. Write it as 10, 14(a) or 12(a)(iv).")
    keys = node.mapping(_ASKED)
    kinds = [kind.value for kind in AskedKind]
    return Asked(
        id=id,
        paragraph=id.partition("(")[0],
        kind=AskedKind(keys["kind"].one_of(kinds)) if "kind" in keys else AskedKind.RECOMMENDATION,
        title=full_text(need(node, keys, "title")),
        asks=full_text(need(node, keys, "asks")),
        subjects=need(node, keys, "subjects").texts(),
        bodies=need(node, keys, "bodies").texts(),
        proposed=proposed,
        follow_up=yes(keys, "follow_up"),
        due=optional_date(keys, "due"),
        reiterates=tuple(_cited(item) for item in optional_items(keys, "reiterates")),
        measured_by=_measured_by(keys),
        not_measured=optional_text(keys, "not_measured"),
        demands=_demands(id, keys),
        facts=optional_words(keys, "facts"),
    )


def _cited(node: Node) -> Cited:
    keys = node.mapping(frozenset({"symbol", "paragraph"}))
    return Cited(need(node, keys, "symbol").text(), need(node, keys, "paragraph").text())


def _demands(id: str, keys: Keys) -> tuple[DemandAsked, ...]:
    """The demands within a leaf, numbered by their order."""
    return tuple(
        _demand(f"{id}/{number}", node) for number, node in enumerate(optional_items(keys, "demands"), 1)
    )


def _demand(id: str, node: Node) -> DemandAsked:
    keys = node.mapping(_DEMAND)
    return DemandAsked(
        id,
        full_text(need(node, keys, "title")),
        full_text(need(node, keys, "asks")),
        _measured_by(keys),
    )


def _measured_by(keys: Keys) -> MeasuredBy:
    if "measured_by" not in keys:
        return MeasuredBy()
    listed = keys["measured_by"].mapping(_MEASURED)
    return MeasuredBy(**{word: optional_words(listed, word) for word in _MEASURED})
