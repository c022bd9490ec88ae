"""Reading `follow_up.yaml` strictly; every slip is an error that names file and line."""

from __future__ import annotations

from pathlib import Path

from qorgau.lawbook.fields import (
    Keys,
    full_text,
    need,
    optional_date,
    optional_items,
    optional_text,
    optional_word,
    optional_words,
    whole,
)
from qorgau.lawbook.follow_up import Assessed, Cycle, Due, Sent, SentPaper, SourceLevel
from qorgau.lawbook.reading import read_date, read_duration
from qorgau.lawbook.recommendations_reading import read_session
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.lawbook.words import Language

DEADLINES = ("follow_up", "next_report", "simplified_procedure")
_CYCLE = frozenset("committee adopted session targets due sent assessed".split())
_DUE = frozenset("what on within source level note".split())
_SENT = frozenset("what title on no_later_than symbol source level count note".split())
_ASSESSED = frozenset("recommendation grade on source level note".split())


def read_follow_up(path: Path, *, name: str = "") -> dict[str, Cycle]:
    """Read the cycles, by the symbol of the recommendations."""
    root = read_yaml(path, name=name or f"{path.parent.name}/{path.name}")
    listed = need(root, root.mapping(frozenset({"cycles"})), "cycles").mapping()
    return {symbol: _cycle(symbol, node) for symbol, node in listed.items()}


def _cycle(symbol: str, node: Node) -> Cycle:
    keys = node.mapping(_CYCLE)
    return Cycle(
        symbol=symbol,
        committee=need(node, keys, "committee").text(),
        adopted=read_date(need(node, keys, "adopted")),
        session=read_session(need(node, keys, "session")),
        targets=optional_words(keys, "targets"),
        due=tuple(_due(item) for item in optional_items(keys, "due")),
        sent=tuple(_sent(item) for item in optional_items(keys, "sent")),
        assessed=tuple(_assessed(item) for item in optional_items(keys, "assessed")),
    )


def _due(node: Node) -> Due:
    keys = node.mapping(_DUE)
    return Due(
        what=need(node, keys, "what").one_of(DEADLINES),
        on=read_date(need(node, keys, "on")),
        within=read_duration(keys["within"]) if "within" in keys else None,
        source=need(node, keys, "source").text(),
        level=_level(node, keys),
        note=optional_text(keys, "note").get(Language.EN, ""),
        notes=optional_text(keys, "note"),
    )


def _sent(node: Node) -> SentPaper:
    keys = node.mapping(_SENT)
    if ("on" in keys) == ("no_later_than" in keys):
        raise node.fail("say `on`, or `no_later_than` where the day is not known; not both and not neither.")
    return SentPaper(
        what=Sent(need(node, keys, "what").one_of([word.value for word in Sent])),
        title=full_text(need(node, keys, "title")),
        on=optional_date(keys, "on"),
        no_later_than=optional_date(keys, "no_later_than"),
        symbol=optional_word(keys, "symbol"),
        source=need(node, keys, "source").text(),
        level=_level(node, keys),
        count=whole(keys["count"]) if "count" in keys else 1,
        note=optional_text(keys, "note").get(Language.EN, ""),
        notes=optional_text(keys, "note"),
    )


def _assessed(node: Node) -> Assessed:
    keys = node.mapping(_ASSESSED)
    return Assessed(
        recommendation=need(node, keys, "recommendation").text(),
        grade=need(node, keys, "grade").text(),
        on=read_date(need(node, keys, "on")),
        source=need(node, keys, "source").text(),
        level=_level(node, keys),
        note=optional_text(keys, "note").get(Language.EN, ""),
        notes=optional_text(keys, "note"),
    )


def _level(node: Node, keys: Keys) -> SourceLevel:
    return SourceLevel(need(node, keys, "level").one_of([level.value for level in SourceLevel]))
