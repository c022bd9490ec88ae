"""Days at the end of time break no calendar, and a key that comes in again with something else is never taken for the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.slices.store import Store
from tests.slices.treaty.api.recommended import TEN, catalogued, program
from tests.slices.treaty.cycle import PEOPLE, at, leaf, led
from tests.slices.treaty.cycle import catalogued as tracked
from tests.slices.treaty.forged import observations

from qorgau.lawbook import Language
from qorgau.treaty import actions, queries
from qorgau.treaty.actions import (
    Correction,
    Done,
    NewAction,
    NewAlternative,
    NewAssessment,
    NewDeadline,
    NewReply,
    TakenReply,
)
from qorgau.treaty.calendar_file import icalendar
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import ActionState, DueWhat, Fix, SourceLevel, Tie
from qorgau.treaty.refusal import TreatyRefusal

NOW = at("2026-02-01")
DAY = date(2026, 1, 1)
ENDS = [date.min, date(999, 1, 1), date(2201, 1, 1), date.max]
OLD = [each for each in ENDS if each < DAY]


def action(**more: object) -> NewAction:
    said = {"recommendations": [leaf("14(a)")], "what": "A law", "lead": "mia", "due": date(2027, 1, 1)}
    return NewAction(**{**said, **more})


def deadline(**more: object) -> NewDeadline:
    return NewDeadline(**{"what": DueWhat.OTHER, "due": date(2027, 1, 1), "note": "A letter.", **more})


# Days.


@pytest.mark.parametrize("day", ENDS)
def test_nobody_sets_a_day_that_no_calendar_holds(sqlite_store: Store, day: date) -> None:
    tracked()
    led("14(a)")
    planned = actions.plan_action(PEOPLE.secretary, action(), now=NOW).made
    for act in (
        lambda: actions.set_deadline(PEOPLE.ngo, deadline(due=day), now=NOW),
        lambda: actions.plan_action(PEOPLE.secretary, action(due=day), now=NOW),
        lambda: actions.state_action(
            PEOPLE.secretary, planned, ActionState.PLANNED, on=DAY, due=day, reason="Later.", now=NOW
        ),
        lambda: actions.make_responsible(PEOPLE.secretary, [leaf("10")], lead="mia", since=day, now=NOW),
    ):
        with pytest.raises(TreatyRefusal, match=day.isoformat()):
            act()


@pytest.mark.parametrize("day", OLD)
def test_nothing_was_sent_or_graded_before_there_were_treaties(sqlite_store: Store, day: date) -> None:
    tracked()
    said = {"recommendations": [leaf("14(a)")], "source": "A letter", "level": SourceLevel.OPENED}
    with pytest.raises(TreatyRefusal, match=day.isoformat()):
        actions.take_reply(PEOPLE.secretary, TakenReply(sent_on=day, **said), now=NOW)
    with pytest.raises(TreatyRefusal, match=day.isoformat()):
        actions.take_assessment(
            PEOPLE.ngo, NewAssessment(grade="not_implemented", words="", on=day, **said), now=NOW
        )


def test_a_day_that_came_in_before_it_was_refused_breaks_no_calendar(sqlite_store: Store) -> None:
    tracked()
    (line, *_) = queries.due(None, as_of=NOW)
    for day, written in ((date.max, b"99991231"), (date.min, b"00010101")):
        made = icalendar([replace(line, due=day)], made_at=NOW, language=Language.EN)
        assert b"DTSTART;VALUE=DATE:" + written + b"\r\n" in made


@pytest.mark.parametrize("day", [253402214400000, 0, 1.5, True, "0000-00-00", "2027-01-01T00:00:00", "20270101", " 2027-01-01"])  # fmt: skip
def test_a_program_gives_a_day_as_a_day(sqlite_store: Store, day: object) -> None:
    secretary = program(PEOPLE.secretary)
    catalogued(secretary)
    asked = {"recommendations": [TEN], "what": "A bill.", "lead": "mia", "due": day}
    answer = secretary.post("/treaty/actions", asked)
    assert answer.status_code == 422, answer.content
    assert answer.json()["errors"][0]["field"] == "due"


# Keys.

Acts = list[Callable[[], Done]]


def deadlines() -> Acts:
    several = (
        deadline(),
        deadline(source="B"),
        deadline(committee="CAT"),
        deadline(recommendations=[leaf("10")]),
    )
    return [
        lambda new=new: actions.set_deadline(PEOPLE.secretary, new, now=NOW, act_id="k") for new in several
    ]


def plans() -> Acts:
    several = (
        action(),
        action(what="Nothing"),
        action(budget=5, currency="KZT"),
        action(recommendations=[leaf("10")]),
    )
    return [
        lambda new=new: actions.plan_action(PEOPLE.secretary, new, now=NOW, act_id="k") for new in several
    ]


def assignments() -> Acts:
    return [
        lambda name=name, more=more: actions.make_responsible(
            PEOPLE.secretary, [leaf(name)], lead="mia", since=DAY, now=NOW, act_id="k", **more
        )
        for name, more in (
            ("10", {}),
            ("14(b)", {}),
            ("10", {"reason": "x"}),
            ("10", {"contributing": ["moj"]}),
        )
    ]


def states() -> Acts:
    several = [actions.plan_action(PEOPLE.secretary, action(what=each), now=NOW).made for each in ("A", "B")]
    return [
        lambda name=name: actions.state_action(
            PEOPLE.secretary, name, ActionState.UNDER_WAY, on=date(2026, 2, 1), now=NOW, act_id="k"
        )
        for name in several
    ]


def classes() -> Acts:
    told = ((leaf("10"), "impunity"), (leaf("10"), "definition_of_torture"), (leaf("14(b)"), "impunity"))
    return [
        lambda name=name, subject=subject: actions.classify(
            PEOPLE.ngo, name, Classes(subjects=(subject,)), reason="So.", now=NOW, act_id="k"
        )
        for name, subject in told
    ]


def ties() -> Acts:
    return [
        lambda name=name: actions.tie_measure(
            PEOPLE.ngo, name, Tie.FIGURE, "custodies", reason="So.", now=NOW, act_id="k"
        )
        for name in (leaf("10"), leaf("14(b)"))
    ]


def replies() -> Acts:
    actions.make_responsible(PEOPLE.secretary, [leaf("14(b)")], lead="mia", since=date(2023, 10, 1), now=NOW)
    several = ({}, {"language": "ru"}, {"recommendations": [leaf("14(b)")]})
    said = {"recommendations": [leaf("14(a)")], "text": "Done.", "language": "en"}
    return [
        lambda more=more: actions.prepare_reply(
            PEOPLE.writer, NewReply(**{**said, **more}), now=NOW, act_id="k"
        )
        for more in several
    ]


def alternatives() -> Acts:
    said = {"recommendations": [leaf("14(a)")], "title": "Ours", "text": "Seen."}
    return [
        lambda more=more: actions.take_alternative(
            PEOPLE.ngo, NewAlternative(**{**said, **more}), now=NOW, act_id="k"
        )
        for more in ({}, {"published_on": DAY}, {"recommendations": [leaf("10")]})
    ]


def assessments() -> Acts:
    said = {"recommendations": [leaf("14(a)")], "grade": "not_implemented", "words": "", "on": DAY,
            "source": "A letter", "level": SourceLevel.OPENED}  # fmt: skip
    return [
        lambda more=more: actions.take_assessment(
            PEOPLE.ngo, NewAssessment(**{**said, **more}), now=NOW, act_id="k"
        )
        for more in ({}, {"words": "Other words"}, {"recommendations": [leaf("10")]})
    ]


def corrections() -> Acts:
    files = [observations(symbol) for symbol in ("CAT/C/KAZ/CO/9", "CAT/C/KAZ/CO/8")]
    taken = [actions.take_document(PEOPLE.ngo, each, name="a.txt", now=NOW).made for each in files]
    fix = Correction(what=Fix.LEAF_TEXT, target="10(a)", value="Otherwise;")
    return [
        lambda name=name: actions.correct_reading(PEOPLE.ngo, name, fix, reason="So.", now=NOW, act_id="k")
        for name in taken
    ]


@pytest.mark.parametrize(
    "several",
    [deadlines, plans, assignments, states, classes, ties, replies, alternatives, assessments, corrections],
)
def test_a_key_again_is_the_same_act_or_refused(store: Store, several: Callable[[], Acts]) -> None:
    tracked()
    led("14(a)")
    first, *others = several()
    made = first()
    assert made.is_new
    again = first()
    assert (again.made, again.is_new) == (made.made, False)
    for other in others:
        with pytest.raises(TreatyRefusal) as refusal:
            other()
        assert refusal.value.key == "treaty.sent_before"
