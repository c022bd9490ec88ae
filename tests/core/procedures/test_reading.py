"""A procedure is read strictly and proven sound; a slip is an error that names file, line and remedy."""

import pytest

from qorgau.lawbook import LawFileError
from qorgau.lawbook.procedure import ConditionName, ConditionWords, Procedure
from qorgau.lawbook.procedure_reading import read_procedure
from qorgau.lawbook.strict_yaml import parse_yaml

SMALL = """
title: A small procedure
basis: national_law
source: S
confirmed: opened
stages:
  begun: {title: Begun, start: "yes"}
  ended: {title: Ended, end: "yes"}
moves:
  finish:
    title: finish
    from: [begun]
    to: ended
    done_by: [court]
    since: 2015-01-01
    source: S
    confirmed: opened
"""
WORDS = {name: ConditionWords({}, {}) for name in ConditionName}


def read(text: str) -> Procedure:
    return read_procedure(
        parse_yaml(text, name="small.yaml"), id="kz/small", path="small.yaml", conditions=WORDS, parties={}
    )


def test_a_small_procedure_is_read() -> None:
    procedure = read(SMALL)
    assert procedure.start == "begun"
    assert procedure.moves["finish"].target("begun") == "ended"
    assert procedure.moves["finish"].records == ""


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("    to: ended\n", "    too: ended\n", 13, "Did you mean `to`?"),
        ("    done_by: [court]\n", "", 10, "`done_by` is missing"),
        ("done_by: [court]", "done_by: []", 10, "nobody may make"),
        ("to: ended", "to: finished", 10, "`finished`"),
        ("from: [begun]", "from: [start]", 10, "`start`"),
        ("    since: 2015-01-01\n", "", 10, "`since` is missing"),
        ("since: 2015-01-01", "since: 2015-13-01", 15, "no date"),
        ("    since: 2015-01-01\n", "    since: 2015-01-01\n    until: 2014-01-01\n", 16, "before it begins"),
        ("    confirmed: opened\n", "", 10, "`confirmed` is missing"),
        (', start: "yes"', "", 2, "one start"),
        (', end: "yes"', "", 2, "no stage is an end"),
        ('end: "yes"', 'end: "maybe"', 8, "maybe"),
        ("  ended:", "  nowhere: {title: Nowhere}\n  ended:", 8, "no way leads from the start"),
        ("basis: national_law", "basis: custom", 3, "custom"),
    ],
)
def test_a_slip_names_its_line_and_what_is_wrong(old: str, new: str, line: int, says: str) -> None:
    assert old in SMALL
    with pytest.raises(LawFileError) as error:
        read(SMALL.replace(old, new, 1) if old != "    confirmed: opened\n" else SMALL.removesuffix(old))
    assert says in str(error.value)
    assert f"small.yaml, line {line}:" in str(error.value)


def test_a_stage_from_which_no_end_can_be_reached_is_refused() -> None:
    trap = SMALL.replace("  ended:", "  trap: {title: Trap}\n  ended:") + SMALL[
        SMALL.index("  finish:") :
    ].replace("finish", "fall").replace("to: ended", "to: trap")
    with pytest.raises(LawFileError, match="a case would be stuck there"):
        read(trap)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("    extends: finish\n    reasons: \"yes\"\n", "has no `within`"),
        ("    extends: begin\n    reasons: \"yes\"\n", "`begin`, which is not among `moves`"),
        ("    extends: finish\n", "needs `reasons: yes`"),
        (
            ("    within: {counted_from: ended, title: T, owed_by: court, since: "
            "{2015-01-01: {limit: 3 days, source: S, basis: national_law, confirmed: opened}}}\n"),
            "where it cannot be made",
        ),
        (
            ("    within: {counted_from: begun, title: T, owed_by: court, since: "
            "{2015-01-01: {limit: soon, source: S, basis: national_law, confirmed: opened}}}\n"),
            "`soon` is no limit",
        ),
        (
            ("    within: {counted_from: begun, title: T, owed_by: court, since: "
            "{2014-12-31: {limit: 3 days, source: S, basis: national_law, confirmed: opened}}}\n"),
            "stands on days when the move does not",
        ),
        ("    only_if: [{condition: weather_fine, else: refuses, since: 2015-01-01, source: S, basis: treaty, confirmed: opened}]\n", "weather_fine"),
        ("    only_if: [{condition: not_own_act, else: shrugs, since: 2015-01-01, source: S, basis: treaty, confirmed: opened}]\n", "shrugs"),
        ("    grounds: {g: {title: G, since: {2015-01-01: {stands: perhaps, source: S, basis: treaty, confirmed: opened}}}}\n", "perhaps"),
        ("    marks: [{text: T, source: S, basis: treaty, confirmed: opened}]\n", "`since` is missing"),
    ],
)  # fmt: skip
def test_what_a_move_says_of_itself_is_proven(more: str, says: str) -> None:
    with pytest.raises(LawFileError) as error:
        read(SMALL + more)
    assert says in str(error.value)


def test_a_condition_without_words_is_refused() -> None:
    asked = (
        "    only_if: [{condition: not_own_act, else: refuses, since: 2015-01-01, source: S, basis: treaty,"
        " confirmed: opened}]\n"
    )
    with pytest.raises(LawFileError, match=r"no words in vocabulary/conditions\.yaml"):
        read_procedure(
            parse_yaml(SMALL + asked, name="small.yaml"), id="kz/s", path="s", conditions={}, parties={}
        )


def test_dated_values_stand_in_the_order_of_their_days() -> None:
    grounds = """    grounds:
      g:
        title: G
        since:
          2023-04-01: {stands: refused, offences: [torture], source: B, basis: national_law, confirmed: seed}
          2015-01-01: {stands: possible, source: A, basis: national_law, confirmed: seed}
"""
    ground = read(SMALL + grounds).moves["finish"].grounds["g"]
    assert [rule.source for rule in ground.rules] == ["A", "B"]
