"""Whole stories with `qorgau check`: a log, its map, the law, and every way to show the answer."""

import csv
import json
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from qorgau.portal.cli import cli

DEMO = Path(__file__).resolve().parents[2] / "demo"
LOG, MAP = str(DEMO / "custody.csv"), str(DEMO / "custody.map.yaml")
STATES = ("met", "late", "breached", "open", "cannot_tell")

RULE = """
safeguards:
  - id: held_at_most_two_days
    title: Nobody is held longer than two days
    shape: at_most
    starts_at: Admitted
    ends_at: Released
    limits: [{since: {2000-01-01: {limit: 48 hours, source: house rules, basis: standard}}}]
    confirmed: opened
"""
SMALL_MAP = """
zone: Asia/Almaty
subject: {role: custody, column: id}
times:
  - {column: in, kind: Admitted}
  - {column: out, kind: Released, ends: in}
"""


def check(*args: str) -> Result:
    return CliRunner().invoke(cli, ["check", *args])


@pytest.fixture
def small(tmp_path: Path) -> tuple[str, ...]:
    """Four stays: in time, exactly at the limit, late by an hour, never ended."""
    log = tmp_path / "stays.csv"
    log.write_text(
        "id,in,out\n"
        "NA,2025-03-01 10:00,2025-03-02 10:00\n"
        "b,2025-03-01 10:00,2025-03-03 10:00\n"
        "c,2025-03-01 10:00,2025-03-03 11:00\n"
        "d,2025-03-03 09:00,\n"
    )
    (tmp_path / "map.yaml").write_text(SMALL_MAP)
    (tmp_path / "rules.yaml").write_text(RULE)
    return str(log), "--map", str(tmp_path / "map.yaml"), "--rules", str(tmp_path / "rules.yaml")


def answer(tmp_path: Path, *args: str) -> dict[str, object]:
    done = check(*args, "--json", str(tmp_path / "answer.json"))
    assert done.exit_code == 0, done.output
    loaded = json.loads((tmp_path / "answer.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def test_the_demo_register_is_checked_and_every_refused_row_is_named(tmp_path: Path) -> None:
    found = answer(tmp_path, LOG, "--map", MAP, "--law", "kz")
    assert found["rows"] == {
        "read": found["rows"]["read"],
        "refused": 3,
        "reasons": {"impossible_time": 1, "no_time": 1, "no_subject": 1},
    }
    assert found["subjects"] == 240
    for row in found["safeguards"]:
        assert row["applicable"] == sum(row[state] for state in STATES)
    delivery = next(
        r
        for r in found["safeguards"]
        if r["id"] == "kz/delivery_within_3_hours" and r["basis"] == "national_law"
    )
    assert delivery["met"] > 150
    assert delivery["late"] > 5
    assert delivery["worst_delay_hours"] >= delivery["median_delay_hours"] > 0


def test_exactly_at_the_limit_is_within_it_and_a_running_stay_is_open(
    small: tuple[str, ...], tmp_path: Path
) -> None:
    row = answer(tmp_path, *small)["safeguards"][0]
    assert [row[state] for state in STATES] == [2, 1, 0, 1, 0]
    assert row["median_delay_hours"] == row["worst_delay_hours"] == 1


def test_a_subject_of_refused_rows_alone_is_not_counted(small: tuple[str, ...], tmp_path: Path) -> None:
    with Path(small[0]).open("a") as log:
        log.write("e,2025-02-31 10:00,\n")
    found = answer(tmp_path, *small)
    assert (found["rows"]["refused"], found["subjects"]) == (1, 4)
    assert found["safeguards"][0]["not_applicable"] == 0


def test_a_closed_log_leaves_nothing_open(small: tuple[str, ...], tmp_path: Path) -> None:
    row = answer(tmp_path, *small, "--as-of", "closed")["safeguards"][0]
    assert [row[state] for state in STATES] == [2, 1, 1, 0, 0]


def test_clocks_run_to_the_time_asked_and_later_entries_are_left_out(
    small: tuple[str, ...], tmp_path: Path
) -> None:
    row = answer(tmp_path, *small, "--as-of", "2025-03-03 10:30")["safeguards"][0]
    assert [row[state] for state in STATES] == [2, 0, 1, 1, 0]  # c is not out yet at half past ten


def test_the_default_as_of_is_the_last_time_of_the_log_and_is_printed(small: tuple[str, ...]) -> None:
    assert "2025-03-03 11:00" in check(*small).output


def test_a_rule_whose_kind_the_log_does_not_record_is_not_checked(
    small: tuple[str, ...], tmp_path: Path
) -> None:
    found = answer(
        tmp_path, *small[:3], "--law", "international", "--safeguard", "international/relative_told"
    )
    for row in found["safeguards"]:
        assert row["not_checked"] == 4
        assert set(row["not_recorded"]) >= {"RelativeTold"}


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_out_has_one_row_per_subject_and_safeguard(
    small: tuple[str, ...], tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"rows.{ending}"
    assert check(*small, "--out", str(out)).exit_code == 0
    rows = (
        list(csv.DictReader(out.read_text().splitlines()))
        if ending == "csv"
        else pq.read_table(out).to_pylist()
    )
    assert [row["subject"] for row in rows] == ["NA", "b", "c", "d"]
    assert [row["state"] for row in rows] == ["met", "met", "late", "open"]
    assert rows[2]["due"] == "2025-03-03 10:00"


@pytest.mark.parametrize(("language", "word"), [("en", "breached"), ("ru", "нарушено"), ("kk", "бұзылды")])
def test_the_report_is_one_page_in_each_language_and_loads_nothing_from_elsewhere(
    tmp_path: Path, language: str, word: str
) -> None:
    page = tmp_path / "report.html"
    assert check(LOG, "--map", MAP, "--law", "kz", "--report", str(page), "--lang", language).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert word in html
    assert "<svg" in html
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", html)
    assert "<script" not in html


def test_a_report_shows_what_a_log_says_as_text_and_never_as_markup(
    small: tuple[str, ...], tmp_path: Path
) -> None:
    log = Path(small[0])
    log.write_text(log.read_text().replace("\nc,", "\n<script>alert(1)</script>,"))
    page = tmp_path / "report.html"
    assert check(*small, "--report", str(page)).exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--law", "atlantis"), "no pack `atlantis`"),
        (("--safeguard", "no/such"), "no safeguard `no/such`"),
        (("--as-of", "2025-02-30"), "no day of the calendar"),
        (("--out", "rows.txt"), ".csv or .parquet"),
    ],
)
def test_a_wrong_option_ends_with_its_reason_before_anything_is_written(
    small: tuple[str, ...], args: tuple[str, ...], says: str
) -> None:
    done = check(*small, *args)
    assert done.exit_code == 2
    assert says in done.output


def test_a_proposed_map_can_be_given_back(tmp_path: Path) -> None:
    proposed = check(LOG, "--propose-map")
    assert proposed.exit_code == 0, proposed.output
    (tmp_path / "map.yaml").write_text(proposed.output, encoding="utf-8")
    found = answer(tmp_path, LOG, "--map", str(tmp_path / "map.yaml"), "--law", "kz")
    assert found["subjects"] == 240


def test_why_shows_one_night_by_the_word_of_the_child_and_of_the_police() -> None:
    night = (str(DEMO / "one_night.csv"), "--map", str(DEMO / "one_night.map.yaml"), "--law", "kz")
    told = check(*night, "--safeguard", "kz/judge_within_48_hours", "--why", "night")
    assert told.exit_code == 0, told.output
    assert "cannot tell (time uncertain: met / late)" in told.output
    assert "by the word of the person held: late, 45 min" in told.output
    assert "by the word of police entry: met, 25 min to spare" in told.output
    assert "CPC art. 131" in told.output


def test_why_names_subjects_that_are_there_when_asked_for_one_that_is_not() -> None:
    told = check(LOG, "--map", MAP, "--law", "kz", "--why", "nobody")
    assert told.exit_code == 2
    assert re.search(r"no custody `nobody`.*C\d{4}", told.output)


@pytest.mark.parametrize(
    ("language", "word"), [("ru", "с опозданием, 30 мин"), ("kk", "кешіктірілді, 30 мин")]
)
def test_why_is_told_in_the_readers_language(language: str, word: str) -> None:
    night = (str(DEMO / "one_night.csv"), "--map", str(DEMO / "one_night.map.yaml"), "--law", "kz")
    told = check(*night, "--safeguard", "kz/delivery_within_3_hours", "--why", "night", "--lang", language)
    assert word in told.output
    assert not re.search(r"\b(from|due|happened|elapsed|spare|word)\b", told.output)
