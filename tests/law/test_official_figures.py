"""Figures that others stated stay apart; the record's own are a closed list; deadlines fall where arithmetic puts them."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from qorgau.lawbook import Language, LawFileError, load
from qorgau.lawbook.follow_up import Cycle, Sent, SentPaper, SourceLevel, Timeliness
from qorgau.lawbook.official_figures import Check, CheckKind, Topic
from qorgau.lawbook.official_figures_lint import _beside
from qorgau.lawbook.official_figures_measures import Counted
from qorgau.lawbook.official_figures_reading import read_official_figures

BOOK = load(["kz"])
STATED = BOOK.official_figures
FOURTH_CATALOGUE = BOOK.catalogue["CAT/C/KAZ/CO/4"]
THIRD, FOURTH = (BOOK.follow_up[f"CAT/C/KAZ/CO/{cycle}"] for cycle in (3, 4))


@pytest.mark.parametrize("check", STATED.checks, ids=lambda check: f"{check.kind}-{check.right[0]}")
def test_the_arithmetic_of_the_sources_comes_out(check: Check) -> None:
    assert STATED.holds(check)


def test_a_sum_that_is_off_by_one_does_not_hold() -> None:
    check = next(one for one in STATED.checks if one.kind is CheckKind.SUM)
    figure = STATED.figures[check.left[0]]
    wrong = replace(STATED, figures={**STATED.figures, figure.id: replace(figure, value=figure.value + 1)})
    assert not wrong.holds(check)


def test_fifty_three_of_3880_cases_are_1_37_per_cent() -> None:
    share = STATED.share_percent("cases_to_court_53")
    assert share is not None
    assert round(share, 2) == 1.37


def test_officials_are_no_share_of_cases() -> None:
    assert STATED.share_percent("officials_convicted_68") is None
    assert STATED.figures["officials_convicted_68"].unit == "officials"
    mixed = replace(STATED.figures["officials_convicted_68"], of="cases_3880")
    assert replace(STATED, figures={**STATED.figures, mixed.id: mixed}).share_percent(mixed.id) is None


def test_two_agencies_of_one_day_stand_side_by_side() -> None:
    same_day = [one for one in STATED.about("january_2022_cases") if one.on == date(2023, 1, 5)]
    assert {(one.agency, one.value, one.unit) for one in same_day} == {
        ("prosecutor_general", 329, "cases"),
        ("anti_corruption_agency", 432, "complaints"),
        ("anti_corruption_agency", 347, "cases"),
    }
    assert not STATED.agree("january_2022_cases")
    assert STATED.agree("prison_health_care")


def test_figures_of_a_topic_come_in_the_order_they_were_said() -> None:
    days = [one.on for one in STATED.about("january_2022_officials") if one.on]
    assert days == sorted(days)


def test_every_figure_names_its_agency_unit_and_source() -> None:
    for figure in STATED.figures.values():
        assert figure.agency in STATED.agencies
        assert figure.unit in STATED.units
        assert figure.source


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('f: {topic: t, value: "1,5", unit: u, what: W, agency: a, source: s, level: seed}', "is no number"),
        (
            'f: {topic: x, value: "1", unit: u, what: W, agency: a, source: s, level: seed}',
            "`x` is not one of",
        ),
        ('f: {topic: t, value: "1", unit: u, what: W, agency: a, source: s, level: rumour}', "`rumour`"),
        (
            'f: {topic: t, value: "1", unit: u, what: W, agency: a, source: s, level: seed, of: g}',
            "no figure `g`",
        ),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, line: str, complaint: str) -> None:
    text = '{en: "a", ru: "б", kk: "ә"}'
    path = tmp_path / "official.yaml"
    path.write_text(
        f"topics: {{t: {{title: {text}, beside: {{subjects: [npm]}}}}}}\nunits: {{u: {text}}}\nagencies: {{a: {text}}}\nfigures:\n"
        f"  {line.replace('W', text)}\n",
        encoding="utf-8",
    )
    with pytest.raises(LawFileError, match="line 5:") as caught:
        read_official_figures(path)
    assert complaint in str(caught.value)


def test_a_share_needs_two_figures_and_its_stated_result(tmp_path: Path) -> None:
    text = '{en: "a", ru: "б", kk: "ә"}'
    path = tmp_path / "official.yaml"
    path.write_text(
        f"topics: {{t: {{title: {text}, beside: {{subjects: [npm]}}}}}}\nunits: {{u: {text}}}\nagencies: {{a: {text}}}\nfigures:\n"
        f'  f: {{topic: t, value: "1", unit: u, what: {text}, agency: a, source: s, level: seed}}\n'
        f"checks: [{{kind: share, left: [f], right: [f], title: {text}}}]\n",
        encoding="utf-8",
    )
    with pytest.raises(LawFileError, match="has 2 figures left and 1 right"):
        read_official_figures(path)


def test_what_the_record_counts_is_a_closed_list_with_a_rule_in_three_languages() -> None:
    assert len(BOOK.measures) == 22
    for measure in BOOK.measures.values():
        assert len({measure.rule[language] for language in Language}) == len(Language)
    assert BOOK.measures["complaints_registered"].of == "complaints"


def test_what_there_is_at_a_moment_has_no_period() -> None:
    stock = {name for name, each in BOOK.measures.items() if each.counted is Counted.AT_A_MOMENT}
    assert stock == {"held_now", "held_on_remand", "capacity", "places_official", "crowding"}


def test_every_topic_says_beside_which_recommendations_it_stands() -> None:
    asked = FOURTH_CATALOGUE.asked.values()
    shown = {
        each.id: STATED.beside(
            f"CAT/C/KAZ/CO/4#{each.id}", subjects=each.subjects, figures=each.measured_by.figures
        )
        for each in asked
    }
    assert shown["34"] == ("compensation",)
    assert shown["28"] == ("prison_health_care",)
    assert shown["30"] == ("complaint_terminals",)
    assert {"january_2022_cases", "torture_cases_2018_2022"} <= set(shown["14(a)"])
    assert "january_2022_cases" in shown["12(b)"]
    assert not shown["40"]
    assert not shown["44"]


def test_a_topic_that_stands_nowhere_is_refused(tmp_path: Path) -> None:
    text = '{en: "a", ru: "б", kk: "ә"}'
    path = tmp_path / "official.yaml"
    path.write_text(
        f"topics: {{t: {{title: {text}, beside: {{}}}}}}\nunits: {{}}\nagencies: {{}}\nfigures: {{}}\n",
        encoding="utf-8",
    )
    with pytest.raises(LawFileError, match="nobody would ever see"):
        read_official_figures(path)


def test_names_that_no_other_law_file_knows_are_found() -> None:
    topic = Topic(
        title={},
        subjects=("cheese",),
        main_subjects=("npm",),
        figures=("nothing",),
        recommendations=("X/1#9",),
    )
    wrong = list(_beside(topic, BOOK, frozenset({"npm"})))
    assert [each.split("`")[1] for each in wrong] == ["cheese", "nothing", "X/1#9"]


def test_the_reply_of_2015_came_in_time() -> None:
    reply = next(paper for paper in THIRD.sent if paper.what is Sent.REPLY)
    assert THIRD.timeliness(reply) == (Timeliness.IN_TIME, None)


def test_whether_the_reply_of_2024_came_in_time_cannot_be_told() -> None:
    reply = next(paper for paper in FOURTH.sent if paper.what is Sent.REPLY)
    assert reply.on is None
    assert FOURTH.timeliness(reply) == (Timeliness.CANNOT_TELL, None)


@pytest.mark.parametrize(
    ("days", "found"),
    [(0, (Timeliness.IN_TIME, None)), (1, (Timeliness.LATE, 1)), (80, (Timeliness.LATE, 80))],
)
def test_a_reply_that_came_a_day_late_says_so(days: int, found: tuple[Timeliness, int | None]) -> None:
    assert FOURTH.timeliness(_reply(on=date(2024, 5, 12) + timedelta(days=days))) == found


def test_a_reply_that_came_no_later_than_its_deadline_was_in_time() -> None:
    assert FOURTH.timeliness(_reply(no_later_than=date(2024, 5, 12)))[0] is Timeliness.IN_TIME


def _reply(on: date | None = None, no_later_than: date | None = None) -> SentPaper:
    return SentPaper(Sent.REPLY, {Language.EN: "x"}, on, no_later_than, "", "x", SourceLevel.OPENED)


def test_grades_of_the_third_cycle_were_read_and_those_of_the_fourth_are_reported() -> None:
    assert _grades(THIRD) == {
        "8": ("partially_implemented", SourceLevel.OPENED),
        "10": ("not_implemented", SourceLevel.OPENED),
        "13": ("substantive_steps", SourceLevel.OPENED),
        "15": ("substantive_steps", SourceLevel.OPENED),
    }
    assert _grades(FOURTH) == {
        "14(a)": ("partially_implemented", SourceLevel.REPORTED),
        "44": ("partially_implemented", SourceLevel.REPORTED),
        "24(a)": ("not_implemented", SourceLevel.REPORTED),
        "28": ("not_implemented", SourceLevel.REPORTED),
    }


def _grades(cycle: Cycle) -> dict[str, tuple[str, SourceLevel]]:
    return {one.recommendation: (one.grade, one.level) for one in cycle.assessed}


def test_deadlines_run_from_the_end_of_the_session_and_not_from_adoption() -> None:
    assert {due.what: due.on for due in FOURTH.due} == {
        "follow_up": date(2024, 5, 12),
        "simplified_procedure": date(2024, 5, 12),
        "next_report": date(2027, 5, 12),
    }
    assert FOURTH.adopted != FOURTH.session.ends
