"""The words of the packs are explained in three languages, and rules ask only for words that are explained."""

from collections.abc import Iterator

import pytest

from qorgau.lawbook import load, pack_names
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.conditions import Compare, Condition, Named, Not, Op, Scope
from qorgau.lawbook.examples import read_examples
from qorgau.lawbook.strict_yaml import Node, read_yaml
from qorgau.lawbook.words import Basis, Confirmed, Language, NoFigure, Shape
from qorgau.safeguards import verdict

BOOK = load(pack_names())
FOLDER = law_folder() / "international" / "vocabulary"
WORDS = read_yaml(FOLDER / "attributes.yaml").mapping()
STATES = read_yaml(FOLDER / "states.yaml").mapping()


def compared(condition: Condition) -> Iterator[Compare]:
    """Every closed comparison inside a condition."""
    if isinstance(condition, Compare):
        yield condition
    elif isinstance(condition, Not):
        yield from compared(condition.inner)
    elif not isinstance(condition, Named):
        for part in condition.parts:
            yield from compared(part)


def comparisons() -> Iterator[object]:
    for rule in BOOK.safeguards.values():
        lines = [line.applies_to for line in rule.limits]
        for condition in (rule.only_if, rule.answer_only_if, rule.act_only_if, *lines):
            for found in compared(condition):
                yield pytest.param(found, id=f"{rule.id}-{found.name}-{found.op}")


def values_of(scope: Scope, name: str) -> Node:
    words = WORDS["attributes" if scope is Scope.ATTRIBUTE else "facts"].mapping()
    assert name in words, f"{scope} `{name}` is not explained in vocabulary/attributes.yaml"
    return words[name].mapping()["values"]


def allowed(values: Node, value: str) -> bool:
    if not isinstance(values.value, str):
        return value in values.mapping()
    if values.text() == "yes_no":
        return value in {"yes", "no"}
    return values.text() != "number" or value.replace(".", "", 1).isdigit()


def in_three_languages(node: Node) -> bool:
    return set(node.mapping()) == {language.value for language in Language}


@pytest.mark.parametrize("asked", list(comparisons()))
def test_a_rule_asks_only_for_words_that_the_vocabulary_explains(asked: Compare) -> None:
    values = values_of(asked.scope, asked.name)
    if asked.op is not Op.KNOWN:
        assert all(allowed(values, value) for value in asked.values), asked


def test_a_worked_example_states_only_facts_that_the_vocabulary_explains() -> None:
    facts, attributes = WORDS["facts"].mapping(), WORDS["attributes"].mapping()
    for path in sorted((law_folder() / "examples").rglob("*.yaml")):
        for example in read_examples(path):
            said = [*example.attributes.items(), *(pair for e in example.entries for pair in e.facts.items())]
            for name, value in said:
                known = facts.get(name) or attributes.get(name)
                assert known is not None, f"{example.name}: `{name}` is not explained"
                assert allowed(known.mapping()["values"], value), f"{example.name}: {name} = `{value}`"


@pytest.mark.parametrize("part", ["attributes", "facts"])
def test_every_fact_and_every_value_has_a_title_in_three_languages(part: str) -> None:
    for name, node in WORDS[part].mapping().items():
        keys = node.mapping(frozenset({"title", "on", "values"}))
        assert in_three_languages(keys["title"]), name
        if not isinstance(keys["values"].value, str):
            assert all(in_three_languages(value) for value in keys["values"].mapping().values()), name
        for kind in keys["on"].texts() if "on" in keys else ():
            assert kind in BOOK.kinds, f"{name} stands on `{kind}`, which is no kind"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("states", {state.value for state in verdict.State}),
        ("bases", {basis.value for basis in Basis}),
        ("reasons", {reason.value for reason in verdict.Reason}),
        ("notes", {note.value for note in verdict.Note}),
        ("confirmed", {confirmed.value for confirmed in Confirmed}),
        ("no_figure", {word.value for word in NoFigure}),
        ("shapes", {shape.value for shape in Shape}),
    ],
)
def test_every_word_of_a_verdict_is_explained_in_three_languages(part: str, words: set[str]) -> None:
    explained = STATES[part].mapping()
    assert set(explained) == words
    for name, node in explained.items():
        keys = node.mapping(frozenset({"title", "says"}))
        assert all(in_three_languages(keys[key]) for key in ("title", "says")), name


def test_the_istanbul_protocol_has_five_degrees_and_absence_is_none_of_them() -> None:
    degrees = read_yaml(FOLDER / "degrees_of_consistency.yaml").mapping()["degrees"].mapping()
    assert [node.mapping()["order"].text() for node in degrees.values()] == ["1", "2", "3", "4", "5"]
    assert list(degrees) == ["not_consistent", "consistent", "highly_consistent", "typical", "diagnostic"]


@pytest.mark.parametrize(
    "name", ["roles-of-bodies.yaml", "sources-of-entries.yaml", "roles.yaml", "kinds.yaml"]
)
def test_every_word_of_the_vocabulary_has_a_title_in_three_languages(name: str) -> None:
    for word, node in read_yaml(FOLDER / name).mapping().items():
        assert in_three_languages(node.mapping()["title"]), word
