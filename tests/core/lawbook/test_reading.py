"""The law is read strictly: nothing is guessed, and every slip names its line."""

from datetime import date
from pathlib import Path

import pytest

from qorgau.lawbook import Basis, Duration, LawFileError, NoFigure, Shape, Unit, load, read_rules
from qorgau.lawbook.reading import read_safeguard
from qorgau.lawbook.strict_yaml import parse_yaml

JUDGE = """
title: A person arrested on a criminal charge is brought promptly before a judge
owed_by: detaining_authority
shape: within
starts_at: Apprehended
met_by: [FirstAppeared, Released]
counts: every_hour
limits:
  - applies_to: child
    since:
      2014-12-16: {limit: 24 hours, source: "CCPR/C/GC/35 para. 33", basis: standard}
  - applies_to: everyone
    since:
      2014-12-16: {limit: 48 hours, source: "CCPR/C/GC/35 para. 33", basis: standard}
confirmed: opened
signed_off: {lawyer: pending, on: pending}
"""


def read(text: str):
    return read_safeguard(parse_yaml(text, name="judge.yaml"), id="test/judge")


def test_a_safeguard_is_typed_from_its_file() -> None:
    rule = read(JUDGE)
    assert rule.shape is Shape.WITHIN
    assert rule.starts == ("Apprehended",)
    assert rule.answers == ("FirstAppeared", "Released")
    assert rule.bases == (Basis.STANDARD,)
    assert [line.dated[0].limit for line in rule.limits] == [
        Duration(24, Unit.HOURS),
        Duration(48, Unit.HOURS),
    ]
    assert rule.limits[0].dated[0].since == date(2014, 12, 16)


def test_scalars_stay_text_so_that_no_and_times_keep_their_meaning() -> None:
    rule = read(JUDGE.replace("starts_at: Apprehended", "starts_at: NO").replace("Released", "22:30"))
    assert rule.starts == ("NO",)
    assert rule.answers == ("FirstAppeared", "22:30")


def test_several_bases_may_start_on_one_day() -> None:
    rule = read(
        JUDGE.replace(
            '{limit: 48 hours, source: "CCPR/C/GC/35 para. 33", basis: standard}',
            "[{limit: 48 hours, source: A, basis: standard}, {limit: promptly, source: B, basis: treaty}]",
        )
    )
    assert rule.bases == (Basis.TREATY, Basis.STANDARD)
    assert rule.limits[1].dated[1].limit is NoFigure.PROMPTLY


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("owed_by:", "owedby:", r"judge.yaml, line 3: unknown key `owedby`. Did you mean `owed_by`"),
        ("shape: within", "shape: witin", "line 4.*Did you mean `within`"),
        ("confirmed: opened", "confirmed: opened\nconfirmed: seed", "line 16.*stands twice"),
        ("48 hours", "two days", "line 14.*no limit"),
        ("48 hours", "48 parsecs", "line 14.*at least 1 of"),
        ("48 hours", "0 hours", "line 14.*at least 1 of"),
        ("2014-12-16: {limit: 48", "2014-13-16: {limit: 48", "line 14.*no date"),
        ("applies_to: child", "applies_to: chlid", "line 9.*Did you mean `child`"),
        ("met_by:", "destroyed_by:", "unknown key `destroyed_by`"),
        ("met_by: [FirstAppeared, Released]\n", "", "`met_by` is missing"),
        ("basis: standard}", "basis: rumour}", "`rumour` is not one of"),
        ("limit: 48 hours, ", "", "needs a `limit`"),
        ("title: A", "title: {ru: А}\nexplain: A", "English wording"),
        ("owed_by: detaining_authority", "owed_by: &x a\nper: *x", "references"),
        ("  - applies_to: child", " - applies_to: child\n\t bad", "not YAML"),
    ],
)
def test_a_slip_is_an_error_that_says_where_and_why(old: str, new: str, says: str) -> None:
    with pytest.raises(LawFileError, match=says):
        read(JUDGE.replace(old, new))


def test_a_rule_that_keeps_needs_a_limit_or_an_open_case() -> None:
    keep = """
title: Recordings are kept
shape: keep
starts_at: RecordingMade
destroyed_by: RecordingDestroyed
limits: [{since: {2015-01-01: {source: S, basis: standard}}}]
"""
    with pytest.raises(LawFileError, match="either a `limit`"):
        read(keep)
    assert read(keep + "while_open: {opened_by: ComplaintLodged}\n").while_open is not None


def test_a_rules_file_names_each_safeguard_once(tmp_path: Path) -> None:
    indented = "\n".join(f"    {line}" for line in JUDGE.strip().splitlines())
    path = tmp_path / "rules.yaml"
    path.write_text(f"safeguards:\n  - id: one\n{indented}\n")
    assert [rule.id for rule in read_rules(path)] == ["one"]
    path.write_text(f"safeguards:\n  - id: one\n{indented}\n  - id: one\n{indented}\n")
    with pytest.raises(LawFileError, match="stands twice"):
        read_rules(path)


def test_an_unknown_pack_is_named_with_those_that_are_there() -> None:
    with pytest.raises(LawFileError, match=r"no pack `atlantis`. Packs: .*international"):
        load(["atlantis"])
