"""YAML read strictly: every scalar stays text, duplicate keys are errors, and each value knows its line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

# libyaml reads the packs several times faster; both give the same nodes
_FASTEST: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _PlainText(_FASTEST):  # type: ignore[misc,valid-type]
    """Reads every scalar as text: to guess whether one is a number or a day would be a quarter of the work."""

    yaml_implicit_resolvers: dict[str, list[object]] = {}  # noqa: RUF012


class LawFileError(Exception):
    """A file that cannot be taken as it stands; the message says where, why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, for error messages."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file with its place: text, a list of nodes, or a mapping of nodes."""

    value: str | tuple[Node, ...] | Mapping[str, Node]
    place: Place

    def fail(self, why: str) -> LawFileError:
        """An error at this place; raise it."""
        return LawFileError(f"{self.place}: {why}")

    def text(self) -> str:
        """The scalar's text."""
        if not isinstance(self.value, str):
            raise self.fail("expected a single value here, not a list or a mapping.")
        return self.value.strip()

    def items(self) -> tuple[Node, ...]:
        """The list's parts; a single value counts as a list of one."""
        if isinstance(self.value, tuple):
            return self.value
        if isinstance(self.value, str):
            return (self,) if self.value.strip() else ()
        raise self.fail("expected a list or a single value here, not a mapping.")

    def texts(self) -> tuple[str, ...]:
        """A list of plain texts."""
        return tuple(item.text() for item in self.items())

    def mapping(self, allowed: frozenset[str] | None = None) -> Mapping[str, Node]:
        """The mapping; with `allowed`, any other key is an error that names the nearest one."""
        if isinstance(self.value, str | tuple):
            raise self.fail("expected `key: value` lines here.")
        if allowed is not None:
            for key, child in self.value.items():
                if key not in allowed:
                    raise child.fail(_unknown_key(key, allowed))
        return self.value

    def one_of(self, words: Iterator[str] | tuple[str, ...] | list[str]) -> str:
        """A word of a closed set."""
        known = tuple(words)
        word = self.text()
        if word not in known:
            raise self.fail(f"`{word}` is not one of: {', '.join(known)}.{_nearest(word, frozenset(known))}")
        return word


def _nearest(word: str, known: frozenset[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f" Did you mean `{close[0]}`?" if close else ""


def _unknown_key(key: str, allowed: frozenset[str]) -> str:
    hint = _nearest(key, allowed) or f" Known keys: {', '.join(sorted(allowed))}."
    return f"unknown key `{key}`.{hint}"


def read_yaml(path: Path, *, name: str | None = None) -> Node:
    """Read one YAML file; raises LawFileError with file and line for anything unclear."""
    shown = name or path.name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LawFileError(
            f"{shown}: not UTF-8 (byte {error.start}). Save the file as UTF-8 and try again."
        ) from error
    return parse_yaml(text, name=shown)


def parse_yaml(text: str, *, name: str) -> Node:
    """Parse YAML text; `name` is how error messages call it."""
    try:
        _refuse_aliases(text, name)
        root = yaml.compose(text, Loader=_PlainText)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LawFileError(f"{name}, line {line}: not YAML: {error.problem}.") from error
    except yaml.YAMLError as error:
        raise LawFileError(f"{name}: not YAML: {error}.") from error
    if root is None:
        raise LawFileError(f"{name}: the file is empty.")
    return _convert(root, name)


def _refuse_aliases(text: str, name: str) -> None:
    if "*" not in text:
        return
    for event in yaml.parse(text, Loader=_PlainText):
        if isinstance(event, yaml.AliasEvent):
            mark = event.start_mark
            line = mark.line + 1 if mark else 1
            raise LawFileError(f"{name}, line {line}: references (*name) are not read. Write the value out.")


def _convert(node: yaml.Node, name: str) -> Node:
    place = Place(name, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        return Node(node.value, place)
    if isinstance(node, yaml.SequenceNode):
        return Node(tuple(_convert(item, name) for item in node.value), place)
    found: dict[str, Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise LawFileError(f"{place}: a key must be a plain word.")
        if key.value in found:
            first = found[key.value].place.line
            line = key.start_mark.line + 1
            raise LawFileError(
                f"{name}, line {line}: the key `{key.value}` stands twice (first on line {first}). "
                "Keep one of them."
            )
        child = _convert(value, name)
        found[key.value] = Node(child.value, Place(name, key.start_mark.line + 1))
    return Node(found, place)
