"""Reading one procedure from YAML into its type; every slip is an error that names file and line."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.lawbook.procedure import (
    ConditionName,
    ConditionWords,
    Effect,
    Mark,
    Move,
    NamedCondition,
    Procedure,
    Stage,
)
from qorgau.lawbook.procedure_dated import (
    read_facts,
    read_grounds,
    read_mark,
    read_term,
    read_within,
    weight_of,
)
from qorgau.lawbook.procedure_soundness import check_soundness
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node
from qorgau.lawbook.words import Basis

Conditions = Mapping[ConditionName, ConditionWords]

_PROCEDURE = frozenset(
    "title explain basis per source confirmed stages moves flags facts articles signed_off".split()
)
_STAGE = frozenset("title meaning start end marks".split())
_MOVE = frozenset(
    "title explain from to done_by records facts since until source basis confirmed only_if grounds reasons"
    " within marks extends opens watched_by".split()
)
_CONDITION = frozenset("condition else since until source basis confirmed asked_of says".split())


def read_procedure(
    node: Node, *, id: str, path: str, conditions: Conditions, parties: Mapping[str, Text]
) -> Procedure:
    """Type one procedure and prove it sound; `id` is pack/name."""
    keys = node.mapping(_PROCEDURE)
    basis, confirmed = weight_of(node, keys)
    found = Procedure(
        id=id,
        title=read_text(_need(node, "title")),
        basis=basis,
        per=keys["per"].text() if "per" in keys else "run",
        source=_need(node, "source").text(),
        confirmed=confirmed,
        stages={name: _stage(name, item) for name, item in _need(node, "stages").mapping().items()},
        moves={
            name: _move(name, item, basis, conditions)
            for name, item in _need(node, "moves").mapping().items()
        },
        explain=_text(keys.get("explain")),
        flags=_marks(keys.get("flags")),
        parties=parties,
        facts=_texts(keys.get("facts")),
        articles=_texts(keys.get("articles")),
        signed_off={k: v.text() for k, v in keys["signed_off"].mapping(frozenset({"lawyer", "on"})).items()}
        if "signed_off" in keys
        else {},
        path=path,
    )
    check_soundness(found, node)
    return found


def read_condition_name(name: str, node: Node) -> ConditionName:
    """A key of vocabulary/conditions.yaml."""
    return ConditionName(Node(name, node.place).one_of([known.value for known in ConditionName]))


def read_condition_words(node: Node) -> ConditionWords:
    """One line of vocabulary/conditions.yaml."""
    keys = node.mapping(frozenset({"title", "fails", "shown_by"}))
    return ConditionWords(
        read_text(_need(node, "title")), read_text(_need(node, "fails")), _texts(keys.get("shown_by"))
    )


def _stage(name: str, node: Node) -> Stage:
    keys = node.mapping(_STAGE)
    return Stage(
        id=name,
        title=read_text(_need(node, "title")),
        is_start=_yes(keys.get("start")),
        is_end=_yes(keys.get("end")),
        meaning=_text(keys.get("meaning")),
        marks=_marks(keys.get("marks")),
    )


def _move(name: str, node: Node, of_procedure: Basis, conditions: Conditions) -> Move:
    keys = node.mapping(_MOVE)
    basis, confirmed = weight_of(node, keys, basis=of_procedure)
    term = read_term(node, keys)
    source = _need(node, "source").text()
    return Move(
        id=name,
        title=read_text(_need(node, "title")),
        from_=_need(node, "from").texts(),
        to=keys["to"].text() if "to" in keys else "",
        done_by=_need(node, "done_by").texts(),
        records=keys["records"].text() if "records" in keys else "",
        source=source,
        basis=basis,
        term=term,
        confirmed=confirmed,
        facts=read_facts(keys.get("facts")),
        only_if=tuple(_condition(item, conditions) for item in keys["only_if"].items())
        if "only_if" in keys
        else (),
        grounds=read_grounds(keys.get("grounds")),
        reasons_required=_yes(keys.get("reasons")),
        within=read_within(keys["within"]) if "within" in keys else None,
        marks=_marks(keys.get("marks")),
        extends=keys["extends"].text() if "extends" in keys else "",
        opens=keys["opens"].text() if "opens" in keys else "",
        safeguards=_texts(keys.get("watched_by")),
        explain=_text(keys.get("explain")),
    )


def _condition(node: Node, words: Conditions) -> NamedCondition:
    keys = node.mapping(_CONDITION)
    name = ConditionName(_need(node, "condition").one_of([known.value for known in ConditionName]))
    basis, confirmed = weight_of(node, keys)
    if name not in words:
        raise node.fail(f"`{name}` has no words in vocabulary/conditions.yaml. Add its title and `fails`.")
    return NamedCondition(
        name=name,
        effect=Effect(_need(node, "else").one_of([effect.value for effect in Effect])),
        words=words[name],
        source=_need(node, "source").text(),
        basis=basis,
        term=read_term(node, keys),
        confirmed=confirmed,
        asked_of=_texts(keys.get("asked_of")),
        says=_text(keys.get("says")),
    )


def _marks(node: Node | None) -> tuple[Mark, ...]:
    return () if node is None else tuple(read_mark(item) for item in node.items())


def _need(node: Node, key: str) -> Node:
    found = node.mapping().get(key)
    if found is None:
        raise node.fail(f"`{key}` is missing.")
    return found


def _yes(node: Node | None) -> bool:
    return node is not None and node.one_of(("yes", "no")) == "yes"


def _text(node: Node | None) -> Text:
    return {} if node is None else read_text(node)


def _texts(node: Node | None) -> tuple[str, ...]:
    return () if node is None else node.texts()
