"""When something is due, what for, and what a relative deadline was counted from."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.reading.citing_passages import passage

from qorgau.reading.citing import deadlines, follow_up, next_report
from qorgau.reading.citing.deadlines import Calendar
from qorgau.reading.document import Deadline, FollowUp, NextReport

CALENDAR = Calendar(dt.date(2031, 11, 30), dt.date(2031, 11, 24))


def found(text: str, calendar: Calendar = CALENDAR) -> tuple[Deadline, ...]:
    return deadlines.find(passage(text), calendar)


def due(text: str, calendar: Calendar = CALENDAR) -> list[tuple[str, str | None]]:
    return [(one.what, one.due.isoformat() if one.due else None) for one in found(text, calendar)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Committee requests the State party to provide, by 12 May 2032, information on follow-up to its recommendations on lanterns.",
            [("follow_up", "2032-05-12")],
        ),
        (
            "The State party is requested to submit, no later than 18 March 2033, its next periodic report.",
            [("next_report", "2033-03-18")],
        ),
        (
            "To that end, the Committee invites the State party to accept, by 12 May 2032, the simplified reporting procedure for its report.",
            [("simplified_procedure", "2032-05-12")],
        ),
        ("The State party should adopt a national action plan by 2036.", [("plan", "2036-12-31")]),
        (
            "The Committee requests the State party to submit its sixth periodic report, which is due in November 2035.",
            [("next_report", "2035-11-30")],
        ),
        (
            "The Committee requests the State party to submit, by 18 March 2033, information on its implementation of the recommendations in paragraphs 14 and 18, and to accept, by 30 November 2032, the simplified reporting procedure.",
            [("follow_up", "2033-03-18"), ("simplified_procedure", "2032-11-30")],
        ),
        (
            "Комитет просит представить к 12 мая 2032 года информацию о последующих мерах в связи с рекомендациями, содержащимися в пункте 14.",
            [("follow_up", "2032-05-12")],
        ),
        (
            "Комитет просит представить следующий периодический доклад не позднее 12 мая 2035 года.",
            [("next_report", "2035-05-12")],
        ),
        (
            "Комитет предлагает дать к 12 мая 2032 года согласие на применение упрощенной процедуры.",
            [("simplified_procedure", "2032-05-12")],
        ),
    ],
)
def test_dates_are_read_with_what_they_are_for(text: str, expected: list[tuple[str, str]]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("within one year", "2032-11-30"),
        ("within one year of the adoption of the present concluding observations", "2032-11-30"),
        ("within two years", "2033-11-30"),
        ("within 24 months of the adoption of the present concluding observations", "2033-11-30"),
        ("within three months", "2032-02-29"),  # there is no 30 February
        ("in a period of 90 days", "2032-02-28"),
    ],
)
def test_relative_deadlines_run_from_the_end_of_the_session(words: str, expected: str) -> None:
    (one,) = found(
        f"The Committee requests the State party to provide, {words}, written information on the steps taken."
    )
    assert (one.what, one.due) == ("follow_up", dt.date.fromisoformat(expected))
    assert one.counted_from is not None
    assert str(one.counted_from).startswith("the end of the session, 2031-11-30")


def test_what_the_text_counts_from_is_kept_beside_the_rule() -> None:
    (one,) = found(
        "The State party is requested to provide, within one year of the adoption of these observations, written information."
    )
    assert one.counted_from is not None
    assert "the text says: the adoption" in str(one.counted_from)


def test_without_a_session_the_day_of_adoption_is_taken_with_a_doubt() -> None:
    (one,) = found(
        "The Committee requests written information within one year.", Calendar(adopted=dt.date(2031, 11, 24))
    )
    assert one.due == dt.date(2032, 11, 24)
    assert one.doubt is not None


def test_without_any_day_a_relative_deadline_has_no_date() -> None:
    (one,) = found("The Committee requests written information within one year.", Calendar())
    assert (one.due, one.doubt is None) == (None, False)


def test_a_date_that_the_text_gives_itself_goes_before_counting() -> None:
    text = "The State party is requested to provide, within 24 months of the adoption of the present observations (31 October 2033), written information."
    (one,) = found(text)
    assert one.due == dt.date(2033, 10, 31)


def test_a_time_from_the_receipt_of_a_paper_is_not_counted_from_the_session() -> None:
    (one,) = found(
        "The State party will receive in 2037 the list of issues and will be expected to submit within one year its replies, which will be its fourth periodic report."
    )
    assert one.what == "next_report"
    assert one.due is None
    assert one.counted_from is not None
    assert "2037" in str(one.counted_from)


@pytest.mark.parametrize(
    "text",
    [
        "Detainees should be brought before a judge within 48 hours.",
        "The State party should ensure that a doctor is seen within 10 days of arrest.",
        "By 12 May 2029 the State party had adopted a law, as it should.",
        "The Committee asks for information within the coming reporting period.",
    ],
)
def test_rules_for_others_and_the_past_are_no_deadlines(text: str) -> None:
    assert due(text) == []


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.integers(1, 60))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: dt.date, months: int) -> None:
    later = deadlines.after(day, months, "months")
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + dt.timedelta(days=1)).day == 1)


def test_the_words_of_a_deadline_stand_at_its_place() -> None:
    text = "Nothing here. The Committee requests the State party to submit its next report by 12 May 2035."
    (one,) = deadlines.find(passage(text, at=70), CALENDAR)
    assert text[one.place.start - 70 : one.place.end - 70] == one.words == "by 12 May 2035"


FOLLOWED = (
    "In accordance with rule 75, paragraph 1, of its rules of procedure, the Committee requests the State party to provide, by 30 July 2033, "
    "information on the implementation of the recommendations made in paragraphs 14 (lanterns), 20 (a)–(b) and 40 (keys and locks) above."
)


def test_the_paragraphs_chosen_for_follow_up_are_spelt_out() -> None:
    asked = follow_up.find([passage(FOLLOWED)], found(FOLLOWED))
    assert asked.follow_up == FollowUp(dt.date(2033, 7, 30), ("14", "20(a)", "20(b)", "40"))


def test_a_paragraph_that_the_document_does_not_have_is_doubted() -> None:
    asked = follow_up.find([passage(FOLLOWED)], found(FOLLOWED), known=("14", "20(a)", "20(b)"))
    assert ["40" in str(doubt.why) for doubt in asked.doubts] == [True]


@pytest.mark.parametrize(
    ("text", "number", "numbers", "day"),
    [
        (
            "The State party is invited to send its fifth periodic report on lanterns by 12 May 2035.",
            5,
            (5,),
            "2035-05-12",
        ),
        (
            "The Committee recommends that the State party submit its combined eleventh to thirteenth periodic reports by 25 September 2035.",
            11,
            (11, 12, 13),
            "2035-09-25",
        ),
        (
            "The Committee invites the State party to submit its combined seventh and eighth periodic reports by 1 March 2036.",
            7,
            (7, 8),
            "2036-03-01",
        ),
        (
            "The Committee requests the State party to submit its twenty-third periodic report by 1 March 2036.",
            23,
            (23,),
            "2036-03-01",
        ),
        (
            "The Committee requests the State party to submit its thirtieth periodic report by 1 March 2036.",
            30,
            (30,),
            "2036-03-01",
        ),
        (
            "Комитет просит представить объединенные одиннадцатый и двенадцатый периодические доклады до 30 июня 2036 года.",
            11,
            (11, 12),
            "2036-06-30",
        ),
        (
            "Комитет просит представить следующий доклад, который будет пятым по счету, к 12 мая 2035 года.",
            5,
            (5,),
            "2035-05-12",
        ),
        (
            (
                "The Committee invites the State party to submit its third periodic report, which was due in September 2031, "
                "and its fourth periodic report, due in September 2035, in a combined report in September 2035."
            ),
            3,
            (3, 4),
            "2035-09-30",
        ),
        (
            "The Committee will communicate the due date of the combined seventh and eighth periodic reports.",
            7,
            (7, 8),
            None,
        ),
    ],
)
def test_the_next_report_is_known_by_its_number(
    text: str, number: int, numbers: tuple[int, ...], day: str | None
) -> None:
    expected = NextReport(dt.date.fromisoformat(day) if day else None, number, numbers)
    assert next_report.find([passage(text)], found(text)) == expected


def test_the_report_just_considered_is_not_the_next_one() -> None:
    text = "The Committee considered the fourth periodic report of Synthetia, submitted late."
    assert next_report.find([passage(text)], found(text)) is None
