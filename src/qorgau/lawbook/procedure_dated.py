"""Reading what is dated in a procedure: terms, marks, grounds and deadlines. Values are added to, never edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from qorgau.lawbook.procedure import Ground, GroundRule, Mark, Term, Within
from qorgau.lawbook.reading import read_date, read_limit, read_text
from qorgau.lawbook.safeguard import DatedLimit
from qorgau.lawbook.strict_yaml import Node
from qorgau.lawbook.words import Basis, Confirmed, Counts

_MARK = frozenset("text source basis since until confirmed name".split())
_GROUND = frozenset("title since marks facts".split())
_RULE = frozenset("stands source basis confirmed note offences".split())
_WITHIN = frozenset("counted_from title owed_by counts since met_by".split())
_LIMIT = frozenset("limit source basis confirmed note until corrects".split())


def weight_of(node: Node, keys: Mapping[str, Node], *, basis: Basis | None = None) -> tuple[Basis, Confirmed]:
    """The basis a value rests on (with `basis` as what is meant where none stands) and how far it was checked."""
    if "basis" not in keys and basis is None:
        raise node.fail("`basis` is missing.")
    if "confirmed" not in keys:
        raise node.fail("`confirmed` is missing: opened, seed or memory.")
    said = Basis(keys["basis"].one_of([known.value for known in Basis])) if "basis" in keys else basis
    return said or Basis.PROPOSAL, Confirmed(keys["confirmed"].one_of([word.value for word in Confirmed]))


def read_term(node: Node, keys: Mapping[str, Node]) -> Term:
    """From which civil day on something stands, and the first day on which it no longer does."""
    if "since" not in keys:
        raise node.fail("`since` is missing: the civil day from which on the law says so.")
    term = Term(read_date(keys["since"]), read_date(keys["until"]) if "until" in keys else None)
    if term.until is not None and term.until <= term.since:
        raise keys["until"].fail(f"it ends on {term.until}, before it begins on {term.since}.")
    return term


def read_mark(node: Node) -> Mark:
    """A mark: what it says, and from which source and day."""
    keys = node.mapping(_MARK)
    basis, confirmed = weight_of(node, keys)
    return Mark(
        text=read_text(_need(node, keys, "text")),
        source=_need(node, keys, "source").text(),
        basis=basis,
        term=read_term(node, keys),
        confirmed=confirmed,
        name=keys["name"].text() if "name" in keys else "",
    )


def read_grounds(node: Node | None) -> dict[str, Ground]:
    """The grounds of a move, each with what the law says of it over time."""
    return {} if node is None else {name: _ground(name, item) for name, item in node.mapping().items()}


def read_within(node: Node) -> Within:
    """A deadline: what starts it, who owes it, and its dated limits by basis."""
    keys = node.mapping(_WITHIN)
    return Within(
        counted_from=_need(node, keys, "counted_from").texts(),
        title=read_text(_need(node, keys, "title")),
        owed_by=_need(node, keys, "owed_by").text(),
        limits=tuple(_limit(day, item) for day, item in _dated(_need(node, keys, "since"))),
        counts=Counts(keys["counts"].one_of([word.value for word in Counts]))
        if "counts" in keys
        else Counts.EVERY_HOUR,
        met_by=keys["met_by"].texts() if "met_by" in keys else (),
    )


def read_facts(node: Node | None) -> dict[str, str]:
    """Clear facts that an entry carries."""
    return {} if node is None else {fact: value.text() for fact, value in node.mapping().items()}


def _ground(name: str, node: Node) -> Ground:
    keys = node.mapping(_GROUND)
    return Ground(
        id=name,
        title=read_text(_need(node, keys, "title")),
        rules=tuple(_rule(day, item) for day, item in _dated(_need(node, keys, "since"))),
        marks=tuple(read_mark(item) for item in keys["marks"].items()) if "marks" in keys else (),
        facts=read_facts(keys.get("facts")),
    )


def _rule(since: date, node: Node) -> GroundRule:
    keys = node.mapping(_RULE)
    basis, confirmed = weight_of(node, keys)
    return GroundRule(
        since=since,
        refused=_need(node, keys, "stands").one_of(("possible", "refused")) == "refused",
        source=_need(node, keys, "source").text(),
        basis=basis,
        confirmed=confirmed,
        note=keys["note"].text() if "note" in keys else "",
        offences=keys["offences"].texts() if "offences" in keys else (),
    )


def _limit(since: date, node: Node) -> DatedLimit:
    keys = node.mapping(_LIMIT)
    basis, confirmed = weight_of(node, keys)
    return DatedLimit(
        since=since,
        limit=read_limit(_need(node, keys, "limit")),
        source=_need(node, keys, "source").text(),
        basis=basis,
        confirmed=confirmed,
        note=keys["note"].text() if "note" in keys else "",
        corrects=keys["corrects"].text() if "corrects" in keys else "",
        until=read_date(keys["until"]) if "until" in keys else None,
    )


def _dated(node: Node) -> Iterator[tuple[date, Node]]:
    """The values in the order of their days; a day holds one value or a list of them."""
    days = [(read_date(Node(day, values.place)), values) for day, values in node.mapping().items()]
    for day, values in sorted(days, key=lambda pair: pair[0]):
        for value in values.items() if isinstance(values.value, tuple) else (values,):
            yield day, value


def _need(node: Node, keys: Mapping[str, Node], key: str) -> Node:
    if key not in keys:
        raise node.fail(f"`{key}` is missing.")
    return keys[key]
