"""Reading one safeguard from YAML into its type; every slip is an error that names file and line."""

from __future__ import annotations

import re
from datetime import date
from typing import Any as AnyValue

from qorgau.lawbook.conditions import EVERYONE, All, Any, Compare, Condition, Not, Op, Scope
from qorgau.lawbook.predicates import PREDICATES
from qorgau.lawbook.safeguard import DatedLimit, Duration, Limit, LimitLine, Safeguard, Text, WhileOpen
from qorgau.lawbook.strict_yaml import Node
from qorgau.lawbook.words import Basis, Confirmed, Counts, Language, NoFigure, Shape, Unit

_ALWAYS = frozenset(
    "id title explain owed_by per shape only_if counts limits articles facts disputed_by interpretation"
    " confirmed signed_off".split()
)
# What each shape's own keys become in `Safeguard`; a key of another shape is an error.
_FIELDS: dict[Shape, dict[str, str]] = {
    Shape.WITHIN: {
        "starts_at": "starts",
        "met_by": "answers",
        "also_met_by": "also_answers",
        "ended_by": "ends",
        "met_only_if": "answer_only_if",
        "first_only": "first_only",
        "next": "is_next",
        "either_side": "either_side",
        "same": "same",
    },
    Shape.BEFORE: {
        "act": "acts",
        "needs": "answers",
        "also_needs": "also_answers",
        "needs_only_if": "answer_only_if",
        "first_only": "first_only",
        "same": "same",
    },
    Shape.NEVER: {
        "act": "acts",
        "starts_at": "starts",
        "ended_by": "ends",
        "broken_only_if": "act_only_if",
        "count": "count",
        "same": "same",
        "first_only": "first_only",
    },
    Shape.AT_MOST: {
        "starts_at": "starts",
        "ends_at": "answers",
        "also_ends_at": "also_answers",
        "in_window": "in_window",
    },
    Shape.EVERY: {
        "starts_at": "starts",
        "ends_at": "ends",
        "met_by": "answers",
        "also_met_by": "also_answers",
        "met_only_if": "answer_only_if",
    },
    Shape.KEEP: {
        "starts_at": "starts",
        "destroyed_by": "acts",
        "destroyed_only_if": "act_only_if",
        "while_open": "while_open",
    },
}
_NEEDED: dict[Shape, tuple[str, ...]] = {
    Shape.WITHIN: ("starts_at", "met_by"),
    Shape.BEFORE: ("act", "needs"),
    Shape.NEVER: ("act",),
    Shape.AT_MOST: ("starts_at", "ends_at"),
    Shape.EVERY: ("starts_at", "ends_at", "met_by"),
    Shape.KEEP: ("starts_at", "destroyed_by"),
}
_DATED = frozenset("limit source basis confirmed note corrects until".split())
_FIGURE = re.compile(r"(\d+)\s+([a-z_]+)")


def read_safeguard(node: Node, *, id: str, path: str = "") -> Safeguard:
    """Type one safeguard; `id` is pack/name."""
    shape = Shape(_need(node, "shape").one_of([word.value for word in Shape]))
    fields = _FIELDS[shape]
    keys = node.mapping(_ALWAYS | fields.keys())
    for key in _NEEDED[shape]:
        _need(node, key)
    confirmed = _confirmed(keys.get("confirmed"), Confirmed.MEMORY)
    limits = tuple(_line(item, confirmed) for item in _need(node, "limits").items())
    safeguard = Safeguard(
        id=id,
        shape=shape,
        title=_text(_need(node, "title")),
        owed_by=keys["owed_by"].text() if "owed_by" in keys else "",
        per=keys["per"].text() if "per" in keys else "custody",
        limits=limits,
        confirmed=confirmed,
        only_if=_optional_condition(keys.get("only_if")),
        counts=Counts(keys["counts"].one_of([c.value for c in Counts]))
        if "counts" in keys
        else Counts.EVERY_HOUR,
        explain=_text(keys["explain"]) if "explain" in keys else {},
        interpretation=_text(keys["interpretation"]) if "interpretation" in keys else {},
        disputed_by=tuple(map(_text, keys["disputed_by"].items())) if "disputed_by" in keys else (),
        facts=_texts(keys.get("facts")),
        articles=_texts(keys.get("articles")),
        signed_off={k: v.text() for k, v in keys["signed_off"].mapping(frozenset({"lawyer", "on"})).items()}
        if "signed_off" in keys
        else {},
        path=path,
        **{field: _field(field, keys[key]) for key, field in fields.items() if key in keys},
    )
    _check_limits(safeguard, node)
    return safeguard


def read_text(node: Node) -> Text:
    """A text in one language (English) or in several."""
    return _text(node)


def read_condition(node: Node) -> Condition:
    """A named predicate or one of the closed forms."""
    if isinstance(node.value, str):
        name = node.one_of(sorted(PREDICATES))
        return PREDICATES[name]
    keys = node.mapping(frozenset({"fact", "attribute", "not", "all", "any"} | {op.value for op in Op}))
    if "not" in keys:
        return Not(read_condition(keys["not"]))
    if "all" in keys or "any" in keys:
        word = "all" if "all" in keys else "any"
        parts = tuple(read_condition(part) for part in keys[word].items())
        return All(parts) if word == "all" else Any(parts)
    return _compare(node, dict(keys))


def read_limit(node: Node) -> Limit:
    """`48 hours`, or a word of the source that gives no figure."""
    text = node.text()
    if text in {word.value for word in NoFigure}:
        return NoFigure(text)
    return read_duration(node)


def read_duration(node: Node) -> Duration:
    """A figure and a unit, such as `15 days` or `3 working_days`."""
    match = _FIGURE.fullmatch(node.text())
    units = {unit.value: unit for unit in Unit}
    if match is None:
        words = ", ".join(word.value for word in NoFigure)
        raise node.fail(
            f"`{node.text()}` is no limit. Write a figure such as `48 hours`, or one of: {words}."
        )
    amount, word = int(match[1]), match[2]
    unit = units.get(word) or units.get(f"{word}s")
    if unit is None or amount == 0:
        raise node.fail(f"`{node.text()}`: a limit counts at least 1 of: {', '.join(units)}.")
    return Duration(amount, unit)


def read_date(node: Node) -> date:
    """A civil date, YYYY-MM-DD."""
    try:
        return date.fromisoformat(node.text())
    except ValueError as error:
        raise node.fail(f"`{node.text()}` is no date. Write it as 2018-03-01.") from error


def _need(node: Node, key: str) -> Node:
    found = node.mapping().get(key)
    if found is None:
        raise node.fail(f"`{key}` is missing.")
    return found


def _field(field: str, node: Node) -> AnyValue:
    if field in {"answer_only_if", "act_only_if"}:
        return read_condition(node)
    if field in {"first_only", "is_next", "either_side"}:
        return node.one_of(("yes", "no")) == "yes"
    if field == "same":
        return node.text()
    if field == "count":
        if not node.text().isdigit() or int(node.text()) < 1:
            raise node.fail(f"`{node.text()}` is no count of at least 1.")
        return int(node.text())
    if field == "in_window":
        return read_duration(node)
    if field == "while_open":
        keys = node.mapping(frozenset({"opened_by", "closed_by"}))
        return WhileOpen(_need(node, "opened_by").texts(), _texts(keys.get("closed_by")))
    return node.texts()


def _text(node: Node) -> Text:
    if isinstance(node.value, str):
        return {Language.EN: node.text()}
    keys = node.mapping(frozenset(language.value for language in Language))
    if "en" not in keys:
        raise node.fail("a text needs at least its English wording under `en`.")
    return {Language(key): value.text() for key, value in keys.items()}


def _texts(node: Node | None) -> tuple[str, ...]:
    return () if node is None else node.texts()


def _confirmed(node: Node | None, otherwise: Confirmed) -> Confirmed:
    return otherwise if node is None else Confirmed(node.one_of([word.value for word in Confirmed]))


def _optional_condition(node: Node | None) -> Condition:
    return EVERYONE if node is None else read_condition(node)


def _compare(node: Node, keys: dict[str, Node]) -> Compare:
    scopes = [word for word in ("fact", "attribute") if word in keys]
    ops = [op for op in Op if op.value in keys]
    if len(scopes) != 1 or len(ops) != 1:
        raise node.fail(
            "a condition names one fact or attribute and one comparison: {fact: ground, is: criminal}."
        )
    op, value = ops[0], keys[ops[0].value]
    values = value.texts() if op is Op.IN else (value.text(),)
    if op is Op.KNOWN:
        value.one_of(("yes", "no"))
    if op in {Op.BELOW, Op.AT_LEAST} and not re.fullmatch(r"-?\d+(\.\d+)?", values[0]):
        raise value.fail(f"`{values[0]}` is no number.")
    return Compare(Scope(scopes[0]), keys[scopes[0]].text(), op, values)


def _line(node: Node, confirmed: Confirmed) -> LimitLine:
    keys = node.mapping(frozenset({"applies_to", "since"}))
    applies_to = _optional_condition(keys.get("applies_to"))
    dated = [
        _dated(read_date(Node(day, values.place)), value, confirmed)
        for day, values in _need(node, "since").mapping().items()
        for value in (values.items() if isinstance(values.value, tuple) else (values,))
    ]
    return LimitLine(applies_to, tuple(sorted(dated, key=lambda d: d.since)))


def _dated(since: date, node: Node, confirmed: Confirmed) -> DatedLimit:
    keys = node.mapping(_DATED)
    return DatedLimit(
        since=since,
        limit=read_limit(keys["limit"]) if "limit" in keys else None,
        source=_need(node, "source").text(),
        basis=Basis(_need(node, "basis").one_of([basis.value for basis in Basis])),
        confirmed=_confirmed(keys.get("confirmed"), confirmed),
        note=keys["note"].text() if "note" in keys else "",
        corrects=keys["corrects"].text() if "corrects" in keys else "",
        until=read_date(keys["until"]) if "until" in keys else None,
    )


def _check_limits(safeguard: Safeguard, node: Node) -> None:
    """A shape that needs a limit has one in every line, and one without a clock has none to mislead."""
    limits = [dated.limit for line in safeguard.limits for dated in line.dated]
    if not limits:
        raise node.fail("`limits` holds no dated value; a rule needs at least one source.")
    if (
        safeguard.shape in {Shape.WITHIN, Shape.EVERY, Shape.AT_MOST}
        and None in limits
        and not safeguard.is_next
    ):
        raise node.fail(f"every value of a `{safeguard.shape}` rule needs a `limit`, with or without figure.")
    if safeguard.shape in {Shape.AT_MOST, Shape.EVERY} and any(isinstance(x, NoFigure) for x in limits):
        raise node.fail(f"a `{safeguard.shape}` rule needs a figure in each limit.")
    if safeguard.shape is Shape.KEEP and (safeguard.while_open is None) == (None in limits):
        raise node.fail(
            "a `keep` rule has either a `limit` in every value or `while_open`, not both and not neither."
        )
    if safeguard.is_next and safeguard.either_side:
        raise node.fail("`next` and `either_side` exclude each other.")
