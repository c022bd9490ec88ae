"""Reading `articles/*.yaml` and `standards/*.yaml` strictly; every slip names file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qorgau.lawbook.articles import Article, Element, ElementState, Holds, Objection, Standard, Version
from qorgau.lawbook.fields import (
    Keys,
    full_text,
    need,
    optional_date,
    optional_items,
    optional_text,
    optional_word,
    optional_words,
    read_confirmed,
)
from qorgau.lawbook.reading import read_date
from qorgau.lawbook.strict_yaml import Node, read_yaml

_STANDARD = frozenset("title source elements confirmed".split())
_ELEMENT = frozenset("title source".split())
_ARTICLE = frozenset("code number title bears_on versions objections".split())
_VERSION = frozenset("changed source confirmed elements law seen_on note facts".split())
_STATE = frozenset("holds confirmed source note".split())
_OBJECTION = frozenset("element symbol paragraph made_on says confirmed".split())


def read_standard(path: Path, *, id: str, name: str = "") -> Standard:
    """Read one standard with its elements."""
    shown = name or path.name
    root = read_yaml(path, name=shown)
    keys = root.mapping(_STANDARD)
    listed = need(root, keys, "elements").mapping()
    source = need(root, keys, "source").text()
    return Standard(
        id=id,
        title=full_text(need(root, keys, "title")),
        source=source,
        elements={word: _element(word, node, source) for word, node in listed.items()},
        confirmed=read_confirmed(root, keys),
        path=shown,
    )


def _element(id: str, node: Node, source: str) -> Element:
    keys = node.mapping(_ELEMENT)
    return Element(id, full_text(need(node, keys, "title")), optional_word(keys, "source") or source)


def read_article(path: Path, *, id: str, name: str = "") -> Article:
    """Read one article with its versions and the objections to it."""
    shown = name or path.name
    root = read_yaml(path, name=shown)
    keys = root.mapping(_ARTICLE)
    bears_on = _bears_on(need(root, keys, "bears_on"))
    elements = frozenset(word for listed in bears_on.values() for word in listed)
    return Article(
        id=id,
        code=optional_word(keys, "code"),
        number=optional_word(keys, "number"),
        title=full_text(need(root, keys, "title")),
        bears_on=bears_on,
        versions=_versions(need(root, keys, "versions"), elements),
        objections=tuple(_objection(item, elements) for item in optional_items(keys, "objections")),
        path=shown,
    )


def _bears_on(node: Node) -> dict[str, tuple[str, ...]]:
    found = {standard: listed.texts() for standard, listed in node.mapping().items()}
    words = [word for listed in found.values() for word in listed]
    for word in words:
        if words.count(word) > 1:
            raise node.fail(f"the element `{word}` stands twice. An article answers for an element once.")
    if not words:
        raise node.fail("`bears_on` names no element; an article here answers for at least one.")
    return found


def _versions(node: Node, elements: frozenset[str]) -> tuple[Version, ...]:
    listed = node.mapping()
    if not listed:
        raise node.fail("an article needs at least one version.")
    found = [_version(day, value, elements) for day, value in listed.items()]
    return tuple(sorted(found, key=lambda version: version.since))


def _version(day: str, node: Node, elements: frozenset[str]) -> Version:
    keys = node.mapping(_VERSION)
    stated = need(node, keys, "elements").mapping(elements)
    missing = sorted(elements - stated.keys())
    if missing:
        raise node.fail(
            f"the version of {day} says nothing of: {', '.join(missing)}. "
            "Write has, lacks, disputed or unknown for each element of `bears_on`."
        )
    confirmed = read_confirmed(node, keys)
    source = need(node, keys, "source").text()
    return Version(
        since=read_date(Node(day, node.place)),
        changed=full_text(need(node, keys, "changed")),
        source=source,
        confirmed=confirmed,
        elements={word: _state(word, value, keys, source) for word, value in stated.items()},
        law=optional_word(keys, "law"),
        seen_on=optional_date(keys, "seen_on"),
        note=optional_text(keys, "note"),
        facts=optional_words(keys, "facts"),
    )


def _state(element: str, node: Node, version: Keys, source: str) -> ElementState:
    """A bare word takes its confirmation and source from the version; a mapping may say its own."""
    words = [word.value for word in Holds]
    if isinstance(node.value, str):
        confirmed = read_confirmed(node, version)
        return ElementState(element, Holds(node.one_of(words)), confirmed, source)
    keys: Mapping[str, Node] = node.mapping(_STATE)
    return ElementState(
        element,
        Holds(need(node, keys, "holds").one_of(words)),
        read_confirmed(node, keys if "confirmed" in keys else version),
        optional_word(keys, "source") or source,
        optional_text(keys, "note"),
    )


def _objection(node: Node, elements: frozenset[str]) -> Objection:
    keys = node.mapping(_OBJECTION)
    return Objection(
        element=need(node, keys, "element").one_of(sorted(elements)),
        symbol=need(node, keys, "symbol").text(),
        paragraph=need(node, keys, "paragraph").text(),
        made_on=read_date(need(node, keys, "made_on")),
        says=full_text(need(node, keys, "says")),
        confirmed=read_confirmed(node, keys),
    )
