"""A rule that turns on a fact which the log never records is not checked, and names the fact."""

import pytest

from qorgau.lawbook.reading import read_safeguard
from qorgau.lawbook.strict_yaml import parse_yaml
from qorgau.safeguards.recorded_facts import facts_never_recorded


def rule(condition: str):
    text = f"""
title: No officer listens
shape: never
act: MedicallyExamined
broken_only_if: {condition}
limits: [{{since: {{2000-01-01: {{source: S, basis: standard}}}}}}]
"""
    return read_safeguard(parse_yaml(text, name="rule.yaml"), id="r")


@pytest.mark.parametrize(
    ("condition", "recorded", "missing"),
    [
        ('{fact: heard, is: "yes"}', {"heard"}, ()),
        ('{fact: heard, is: "yes"}', {"seen"}, ("heard",)),
        ('{not: {fact: heard, is: "yes"}}', set(), ("heard",)),
        ('{fact: heard, known: "no"}', set(), ()),
        ('{all: [{fact: heard, known: "yes"}, {fact: heard, is: "yes"}]}', set(), ()),
        ('{all: [{fact: heard, is: "yes"}, {fact: seen, is: "yes"}]}', {"seen"}, ()),
        ('{any: [{fact: heard, is: "yes"}, {fact: seen, is: "yes"}]}', {"seen"}, ()),
        ('{any: [{fact: heard, is: "yes"}, {fact: seen, is: "yes"}]}', set(), ("heard", "seen")),
        ("child", set(), ()),
        ("known_child", set(), ("age", "born_on")),
        ("known_child", {"age"}, ()),
        ("since_january_2023", set(), ()),
    ],
)
def test_only_a_question_that_no_entry_can_answer_leaves_the_rule_unchecked(
    condition: str, recorded: set[str], missing: tuple[str, ...]
) -> None:
    assert facts_never_recorded(rule(condition), frozenset(recorded)) == missing
