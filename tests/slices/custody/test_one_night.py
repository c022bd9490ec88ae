"""The story of demo/one_night.csv, typed at the desk, gets the verdicts that `qorgau check` gives the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.slices.custody.desk import Desk, at, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.custody import actions, queries
from qorgau.custody.entries import NewEntry
from qorgau.custody.facts.law import law
from qorgau.custody.facts.record import CustodyRecord
from qorgau.eventlog.map_yaml import load_map
from qorgau.eventlog.reading import read_log
from qorgau.lawbook import load
from qorgau.portal.checking.outcome import Question, record_of
from qorgau.safeguards import SEVERITY, State, assess_record

DEMO = Path(__file__).parents[3] / "demo"
BY_BOOKING = frozenset({"Registered", "RegisterFieldRecorded"})
"""What a booking adds to the story, and the file does not tell."""
NOT_SAID = -(1 << 62)
AS_OF = instant("2025-02-13 03:45")


def by_the_file(as_of: int) -> dict[tuple[str, str], tuple[State, int]]:
    """(safeguard, basis) -> (state, delay in seconds) of what the file can tell."""
    book = load(["kz"])
    log = read_log(DEMO / "one_night.csv", load_map(DEMO / "one_night.map.yaml"))
    question = Question(book, tuple(book.safeguards.values()), as_of, False, 1)
    # The file is asked as a log that records all that the desk does: silence then means the same.
    columns = replace(record_of(log, question), observed=law().observed)
    found = assess_record(columns, question.safeguards, lawbook=book, as_of=as_of)
    return {
        (group.safeguard, group.basis.value): (SEVERITY[group.state[0]], int(group.delay[0]))
        for group in found.groups
        if len(group.subjects)
    }


def by_the_desk(desk: Desk, as_of: int) -> CustodyRecord:
    """The same story, as officer, doctor and court would have typed it that night."""
    now = instant("2025-02-12 06:40")
    booked = actions.book(
        desk.officer,
        booking(desk, birth="15", apprehended=at("2025-02-12 04:10"), gender="", foreign_national="",
                by_person=at("2025-02-12 03:00"), delivered=at("2025-02-12 06:30")),
        now=now,
    )  # fmt: skip
    told = [
        (desk.officer, "QuestioningBegan", at("2025-02-12 07:00"),
         {"video_recorded": "no", "lawyer_present": "no", "parent_present": "no"}),
        (desk.officer, "ParentTold", at("2025-02-12 08:10", said_by="relative"), {}),
        (desk.doctor, "MedicallyExamined", at("2025-02-12 22:40"),
         {"officer_in_sight": "yes", "officer_in_hearing": "yes", "doctor_asked_for_officer": "yes"}),
        (desk.court, "FirstAppeared", at("2025-02-13 03:45"), {"in_person": "yes"}),
    ]  # fmt: skip
    for actor, kind, when, facts in told:
        new = NewEntry(kind=kind, happened=(when,), facts=facts)
        actions.add_entry(actor, booked.custody, new, now=when.earliest + 60)
    return queries.record(desk.npm, booked.custody, as_of=as_of, known_at=as_of + 86_400)


@pytest.mark.parametrize(
    "typed", ["2025-02-12 21:00", "2025-02-13 03:30", "2025-02-13 03:45", "2025-02-16 00:00"]
)
def test_the_desk_and_the_file_check_agree_on_one_night(sqlite_store: Store, typed: str) -> None:
    as_of = instant(typed)
    record = by_the_desk(open_desk(now=instant("2025-01-01 00:00")), as_of)
    file = by_the_file(as_of)
    compared = 0
    for each in record.verdicts:
        key = (each.safeguard.id, each.verdict.basis.value)
        told = file.get(key)
        if told is None or told[0] is State.NOT_CHECKED or each.safeguard.kinds_needed & BY_BOOKING:
            continue
        assert each.verdict.state is told[0], key
        if told[1] != NOT_SAID and each.verdict.delay:
            assert told[1] in each.verdict.delay, key
        compared += 1
    assert compared > 60


def test_by_the_childs_word_the_judge_came_too_late_and_by_the_polices_in_time(sqlite_store: Store) -> None:
    record = by_the_desk(open_desk(now=instant("2025-01-01 00:00")), AS_OF)
    rule = ("kz/judge_within_48_hours", "national_law")

    def state(verdicts: tuple) -> State | None:  # type: ignore[type-arg]
        known = {(each.safeguard.id, each.verdict.basis.value): each.verdict.state for each in verdicts}
        return known.get(rule)

    assert state(record.national) is State.CANNOT_TELL
    assert state(record.by_word["person"]) is State.LATE
    assert state(record.by_word["police_entry"]) is State.MET


def test_a_word_that_the_officer_typed_for_a_relative_proves_no_more_than_the_officers(
    sqlite_store: Store,
) -> None:
    record = by_the_desk(open_desk(now=instant("2025-01-01 00:00")), AS_OF)
    told = [each for each in record.clocks if each.safeguard.id == "international/parent_told"]
    assert told
    assert all(each.own_word_only for each in told if each.state is State.MET)
    seen = [each for each in record.clocks if each.safeguard.id == "international/presentation_to_judge"]
    assert not any(each.own_word_only for each in seen)
