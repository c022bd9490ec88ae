"""Reading `figures/official.yaml` strictly; every slip is an error that names file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qorgau.lawbook.fields import (
    Keys,
    decimal,
    full_text,
    need,
    optional_date,
    optional_items,
    optional_text,
    optional_word,
    optional_words,
    whole,
)
from qorgau.lawbook.follow_up import SourceLevel
from qorgau.lawbook.official_figures import (
    Check,
    CheckKind,
    Disagreement,
    OfficialFigure,
    OfficialFigures,
    Says,
    Topic,
)
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml

_FILE = frozenset("topics units agencies figures disagreements checks".split())
_FIGURE = frozenset("topic value says unit what agency on begins ends place source level of note".split())
_TOPIC = frozenset("title beside".split())
_BESIDE = frozenset("subjects main_subjects figures recommendations".split())
_DISAGREEMENT = frozenset("topic figures why".split())
_CHECK = frozenset("kind left right decimals title".split())
_SIDES = {
    CheckKind.SUM: (0, 1),
    CheckKind.PRODUCT: (0, 1),
    CheckKind.SHARE: (2, 1),
    CheckKind.SAME_RATIO: (2, 2),
}


def read_official_figures(path: Path, *, name: str = "") -> OfficialFigures:
    """Read the figures that others stated."""
    root = read_yaml(path, name=name or f"{path.parent.name}/{path.name}")
    keys = root.mapping(_FILE)
    topics = {word: _topic(node) for word, node in need(root, keys, "topics").mapping().items()}
    words = {part: _texts(need(root, keys, part)) for part in ("units", "agencies")}
    known = {"topics": frozenset(topics), **{part: frozenset(texts) for part, texts in words.items()}}
    listed = need(root, keys, "figures").mapping()
    return OfficialFigures(
        topics=topics,
        **words,
        figures={code: _figure(code, node, known, listed) for code, node in listed.items()},
        disagreements=tuple(_disagreement(item, listed) for item in optional_items(keys, "disagreements")),
        checks=tuple(_check(item, listed) for item in optional_items(keys, "checks")),
    )


def _topic(node: Node) -> Topic:
    keys = node.mapping(_TOPIC)
    beside = need(node, keys, "beside").mapping(_BESIDE)
    named = {name: optional_words(beside, name) for name in _BESIDE}
    if not any(named.values()):
        raise node.fail(
            "`beside` names no subject, figure or recommendation; nobody would ever see these figures."
        )
    return Topic(title=full_text(need(node, keys, "title")), **named)


def _texts(node: Node) -> dict[str, Text]:
    return {word: full_text(text) for word, text in node.mapping().items()}


def _figure(
    id: str, node: Node, known: Mapping[str, frozenset[str]], listed: Mapping[str, Node]
) -> OfficialFigure:
    keys = node.mapping(_FIGURE)
    return OfficialFigure(
        id=id,
        topic=need(node, keys, "topic").one_of(sorted(known["topics"])),
        value=decimal(need(node, keys, "value")),
        says=Says(keys["says"].one_of([word.value for word in Says])) if "says" in keys else Says.EXACTLY,
        unit=need(node, keys, "unit").one_of(sorted(known["units"])),
        what=full_text(need(node, keys, "what")),
        agency=need(node, keys, "agency").one_of(sorted(known["agencies"])),
        on=optional_date(keys, "on"),
        begins=optional_date(keys, "begins"),
        ends=optional_date(keys, "ends"),
        place=optional_word(keys, "place"),
        source=need(node, keys, "source").text(),
        level=SourceLevel(need(node, keys, "level").one_of([word.value for word in SourceLevel])),
        of=_one(keys["of"], listed) if "of" in keys else "",
        note=optional_text(keys, "note"),
    )


def _disagreement(node: Node, listed: Mapping[str, Node]) -> Disagreement:
    keys = node.mapping(_DISAGREEMENT)
    figures = _ids(node, keys, "figures", listed)
    if len(figures) < 2:
        raise node.fail("a disagreement is between two figures at least.")
    return Disagreement(need(node, keys, "topic").text(), figures, full_text(need(node, keys, "why")))


def _check(node: Node, listed: Mapping[str, Node]) -> Check:
    keys = node.mapping(_CHECK)
    kind = CheckKind(need(node, keys, "kind").one_of([word.value for word in CheckKind]))
    left, right = (_ids(node, keys, side, listed) for side in ("left", "right"))
    on_left, on_right = _SIDES[kind]
    if (on_left and len(left) != on_left) or not left or len(right) != on_right:
        raise node.fail(f"a `{kind}` has {on_left or 'any number of'} figures left and {on_right} right.")
    return Check(
        kind=kind,
        left=left,
        right=right,
        decimals=whole(keys["decimals"]) if "decimals" in keys else 0,
        title=full_text(need(node, keys, "title")),
    )


def _ids(node: Node, keys: Keys, key: str, listed: Mapping[str, Node]) -> tuple[str, ...]:
    return tuple(_one(item, listed) for item in need(node, keys, key).items())


def _one(node: Node, listed: Mapping[str, Node]) -> str:
    if node.text() not in listed:
        raise node.fail(f"there is no figure `{node.text()}` in this file.")
    return node.text()
