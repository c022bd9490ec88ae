"""The verdicts on short stories, one provision at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qorgau.clock import Interval, read_instant, zone_named
from qorgau.lawbook import Lawbook, Safeguard
from qorgau.lawbook.book import Kind, Role, Speaker
from qorgau.lawbook.reading import read_safeguard
from qorgau.lawbook.strict_yaml import parse_yaml
from qorgau.safeguards import Entry, History, Note, Reason, State, Verdict, assess, histories

ALMATY = zone_named("Asia/Almaty")
BOOK = Lawbook(
    kinds={name: Kind(name, {}, identified_by="custody") for name in ("Apprehended", "FirstAppeared")},
    roles={"custody": Role("custody", {}, "person"), "recording": Role("recording", {}, "custody")},
    speakers={"police_entry": Speaker("police_entry", {}, ("police",)), "camera": Speaker("camera", {})},
)
MINUTE, HOUR, DAY = 60, 3600, 86_400


def rule(text: str) -> Safeguard:
    """A safeguard from its YAML, with a title and one source."""
    return read_safeguard(
        parse_yaml("title: a duty\nconfirmed: opened\n" + text, name="test"), id="test/rule"
    )


def at(text: str) -> Interval:
    return read_instant(text, ALMATY)


def story(*told: tuple[str, str, str | None] | tuple[str, str], **attributes: str) -> History:
    """Entries (kind, local time, who says so) of one custody."""
    entries = [
        Entry(str(n), n, kind, at(when), by[0] if by else None, objects={"custody": ("c1",)})
        for n, (kind, when, *by) in enumerate(told)
    ]
    return History.of(entries, zone=ALMATY, subject="c1", attributes=attributes)


def verdict(
    safeguard: Safeguard,
    history: History,
    as_of: str | None = None,
    *,
    word_of: str | None = None,
    observed: frozenset[str] | None = None,
) -> Verdict:
    moment = None if as_of is None else at(as_of).earliest
    (only,) = assess(history, [safeguard], lawbook=BOOK, as_of=moment, word_of=word_of, observed=observed)
    return only


JUDGE = rule("""
owed_by: police
shape: within
starts_at: [Apprehended]
met_by: [FirstAppeared]
ended_by: [Released]
limits:
  - applies_to: child
    since: {2018-03-01: {limit: 24 hours, source: s, basis: national_law}}
  - applies_to: everyone
    since:
      1998-01-01: {limit: 72 hours, source: s, basis: national_law}
      2018-03-01: {limit: 48 hours, source: s, basis: national_law}
""")


@pytest.mark.parametrize(
    ("appeared", "state", "minutes"),
    [("09:59", State.MET, -1), ("10:00", State.MET, 0), ("10:01", State.LATE, 1)],
)
def test_a_duty_done_exactly_at_the_limit_is_met(appeared, state, minutes):
    found = verdict(
        JUDGE,
        story(("Apprehended", "2025-02-10 10:00"), ("FirstAppeared", f"2025-02-12 {appeared}"), age="30"),
    )
    assert (found.state, found.delay) == (state, (minutes * MINUTE,) * 2)


def test_a_deadline_that_still_runs_is_open_and_then_breached():
    held = story(("Apprehended", "2025-02-10 10:00"), age="30")
    assert verdict(JUDGE, held, "2025-02-12 10:00").state is State.OPEN
    assert verdict(JUDGE, held, "2025-02-12 10:01").state is State.BREACHED
    assert verdict(JUDGE, held).state is State.BREACHED


def test_a_release_in_time_ends_the_duty_and_one_after_due_does_not_excuse_it():
    in_time = story(("Apprehended", "2025-02-10 10:00"), ("Released", "2025-02-10 12:00"), age="30")
    too_late = story(("Apprehended", "2025-02-10 10:00"), ("Released", "2025-02-13 12:00"), age="30")
    assert verdict(JUDGE, in_time).state is State.NOT_APPLICABLE
    assert verdict(JUDGE, too_late).state is State.LATE


def test_the_law_in_force_when_the_duty_arose_decides():
    before = story(("Apprehended", "2018-02-28 20:00"), ("FirstAppeared", "2018-03-03 10:00"), age="30")
    after = story(("Apprehended", "2018-03-01 00:00"), ("FirstAppeared", "2018-03-03 14:00"), age="30")
    assert verdict(JUDGE, before).state is State.MET
    assert verdict(JUDGE, after).delay == (14 * HOUR, 14 * HOUR)


def test_an_unknown_age_is_treated_by_the_childs_rule_and_says_so():
    found = verdict(JUDGE, story(("Apprehended", "2025-02-10 10:00"), ("FirstAppeared", "2025-02-11 16:00")))
    assert found.state is State.LATE
    assert Note.AGE_UNKNOWN_CHILD_RULE in found.notes


TWO_ACCOUNTS = (
    ("Apprehended", "2025-02-12 03:00", "person"),
    ("Apprehended", "2025-02-12 04:10", "police_entry"),
    ("FirstAppeared", "2025-02-13 03:45", "court"),
)


@pytest.mark.parametrize(
    ("word_of", "state", "delay"),
    [
        ("person", State.LATE, (45 * MINUTE,) * 2),
        ("police_entry", State.MET, (-25 * MINUTE,) * 2),
        (None, State.CANNOT_TELL, (-25 * MINUTE, 45 * MINUTE)),
    ],
)
def test_each_source_yields_its_own_verdict_and_together_none_can_tell(word_of, state, delay):
    found = verdict(JUDGE, story(*TWO_ACCOUNTS, age="15"), word_of=word_of)
    assert (found.state, found.delay) == (state, delay)
    assert found.gap == 70 * MINUTE
    assert Note.ACCOUNTS_DIFFER in found.notes


def test_one_source_that_speaks_twice_tells_of_two_arrests():
    twice = story(
        ("Apprehended", "2025-02-10 10:00", "police_entry"),
        ("FirstAppeared", "2025-02-10 20:00", "court"),
        ("Apprehended", "2025-03-10 10:00", "police_entry"),
        age="15",
    )
    assert [clock.state for clock in verdict(JUDGE, twice).clocks] == [State.MET, State.BREACHED]


def test_a_duty_met_only_by_the_word_of_who_owes_it_says_so():
    told = (("Apprehended", "2025-02-10 10:00"), ("FirstAppeared", "2025-02-10 12:00", "police_entry"))
    assert Note.OWN_ENTRY_ONLY in verdict(JUDGE, story(*told)).notes
    seen = (*told, ("FirstAppeared", "2025-02-10 12:00", "camera"))
    assert Note.OWN_ENTRY_ONLY not in verdict(JUDGE, story(*seen)).notes


def test_a_date_without_time_is_the_whole_day_and_may_leave_the_answer_open():
    held = ("Apprehended", "2025-02-10 10:00")
    assert verdict(JUDGE, story(held, ("FirstAppeared", "2025-02-12"), age="30")).state is State.CANNOT_TELL
    assert verdict(JUDGE, story(held, ("FirstAppeared", "2025-02-11"), age="30")).state is State.MET
    assert verdict(JUDGE, story(held, ("FirstAppeared", "2025-02-13"), age="30")).state is State.LATE


def test_hours_elapse_over_the_change_of_the_clocks_of_1_march_2024():
    found = verdict(
        JUDGE, story(("Apprehended", "2024-02-28 22:00"), ("FirstAppeared", "2024-03-01 21:30"), age="30")
    )
    assert found.delay == (30 * MINUTE, 30 * MINUTE)


PARENT = rule("""
shape: within
starts_at: [Apprehended]
met_by: [ParentTold]
ended_by: [Released]
limits: [{since: {1998-01-01: {limit: immediately, source: s, basis: standard}}}]
""")


def test_immediately_has_no_figure_and_shows_the_time_that_passed():
    found = verdict(PARENT, story(*TWO_ACCOUNTS[:2], ("ParentTold", "2025-02-12 08:10")))
    assert (found.state, found.reason) == (State.CANNOT_TELL, Reason.NO_FIGURE)
    assert found.elapsed == (4 * HOUR, 5 * HOUR + 10 * MINUTE)


def test_what_must_be_done_at_once_is_breached_when_the_next_day_has_ended():
    held = story(("Apprehended", "2025-02-12 03:00"))
    assert verdict(PARENT, held, "2025-02-13 23:59").state is State.OPEN
    assert verdict(PARENT, held, "2025-02-14 00:00").state is State.BREACHED


def test_promptly_is_no_figure_either_and_only_a_closed_case_breaches_it():
    promptly = rule("""
shape: within
starts_at: [Apprehended]
met_by: [FirstAppeared]
limits: [{since: {1998-01-01: {limit: promptly, source: s, basis: treaty}}}]
""")
    held = story(("Apprehended", "2025-02-12 03:00"))
    found = verdict(promptly, held, "2025-02-20 00:00")
    assert (found.state, found.reason) == (State.CANNOT_TELL, Reason.NO_FIGURE)
    assert verdict(promptly, held).state is State.BREACHED


SOLITARY = """
shape: at_most
starts_at: [SolitaryStarted]
ends_at: [SolitaryEnded]
limits: [{since: {1998-01-01: {limit: 15 days, source: s, basis: standard}}}]
"""
SIX_SIX_SIX = (
    ("SolitaryStarted", "2025-02-01 10:00"), ("SolitaryEnded", "2025-02-07 10:00"),
    ("SolitaryStarted", "2025-02-08 10:00"), ("SolitaryEnded", "2025-02-14 10:00"),
    ("SolitaryStarted", "2025-02-15 10:00"), ("SolitaryEnded", "2025-02-21 10:00"),
)  # fmt: skip


def test_solitary_confinement_of_exactly_15_days_is_met():
    held = story(("SolitaryStarted", "2025-02-01 10:00"), ("SolitaryEnded", "2025-02-16 10:00"))
    assert verdict(rule(SOLITARY), held).state is State.MET


def test_three_stays_of_six_days_are_met_one_by_one_and_late_by_three_days_together():
    assert verdict(rule(SOLITARY), story(*SIX_SIX_SIX)).state is State.MET
    together = rule(SOLITARY + "in_window: 30 days\ninterpretation: stays add up\n")
    found = verdict(together, story(*SIX_SIX_SIX))
    assert (found.state, found.delay) == (State.LATE, (3 * DAY, 3 * DAY))
    assert Note.INTERPRETATION in found.notes


def test_a_stay_that_begins_when_the_last_ended_goes_on():
    moved = story(
        ("SolitaryStarted", "2025-02-01 10:00"), ("SolitaryEnded", "2025-02-11 10:00"),
        ("SolitaryStarted", "2025-02-11 10:00"), ("SolitaryEnded", "2025-02-17 10:00"),
    )  # fmt: skip
    found = verdict(rule(SOLITARY), moved)
    assert (found.state, found.delay, len(found.clocks)) == (State.LATE, (DAY, DAY), 1)


def test_civil_days_of_a_window_hold_over_the_change_of_the_clocks():
    together = rule(SOLITARY + "in_window: 30 days\n")
    held = story(("SolitaryStarted", "2024-02-20 10:00"), ("SolitaryEnded", "2024-03-06 10:00"))
    assert verdict(together, held).delay == (0, 0)


RECORDING = """
shape: keep
per: recording
starts_at: [RecordingMade]
destroyed_by: [RecordingDestroyed]
"""
THIRTY_DAYS = RECORDING + "limits: [{since: {1998-01-01: {limit: 30 days, source: s, basis: national_law}}}]"
HELD_OPEN = (
    RECORDING
    + """
while_open: {opened_by: [ComplaintLodged], closed_by: [DecisionTaken]}
limits: [{since: {1998-01-01: {source: s, basis: standard}}}]
"""
)


def recording(deleted: str, complaint: str | None = None) -> History:
    """A recording of 1 March, seen from the recording; the complaint names only the custody."""
    made = {"recording": ("r1",), "custody": ("c1",)}
    entries = [Entry("1", 1, "RecordingMade", at("2025-03-01 10:00"), objects=made)]
    if complaint:
        entries.append(Entry("2", 2, "ComplaintLodged", at(complaint), objects={"custody": ("c1",)}))
    entries.append(Entry("3", 3, "RecordingDestroyed", at(deleted), objects={"recording": ("r1",)}))
    (only,) = histories(entries, role="recording", lawbook=BOOK, zone=ALMATY)
    return only


def test_a_recording_deleted_six_days_early_is_a_breach_by_six_days():
    found = verdict(rule(THIRTY_DAYS), recording("2025-03-25 10:00"))
    assert (found.state, found.delay) == (State.BREACHED, (6 * DAY, 6 * DAY))
    assert verdict(rule(THIRTY_DAYS), recording("2025-04-02 10:00")).state is State.MET


@pytest.mark.parametrize(
    ("complaint", "state"),
    [
        ("2025-03-20 09:00", State.BREACHED),
        ("2025-04-05 09:00", State.NOT_APPLICABLE),
        (None, State.NOT_APPLICABLE),
    ],
)
def test_a_recording_is_held_while_a_complaint_about_the_custody_is_open(complaint, state):
    assert verdict(rule(HELD_OPEN), recording("2025-04-02 10:00", complaint)).state is state


DEATH = rule("""
shape: within
starts_at: [Died]
met_by: [DeathReported]
limits: [{since: {1998-01-01: {limit: without_delay, source: s, basis: standard}}}]
""")


def test_a_death_never_reported_is_breached_two_days_later():
    assert verdict(DEATH, story(("Died", "2025-05-03 14:00")), "2025-05-05 00:00").state is State.BREACHED


def test_silence_about_deaths_is_not_compliance():
    found = verdict(
        DEATH, story(("Apprehended", "2025-05-03 14:00")), observed=frozenset({"Apprehended", "Died"})
    )
    assert (found.state, found.reason, found.missing) == (
        State.NOT_CHECKED, Reason.NOT_OBSERVED, ("DeathReported",),
    )  # fmt: skip


def test_a_rule_counted_per_another_object_is_not_checked_here():
    found = verdict(rule(THIRTY_DAYS), story(("RecordingMade", "2025-03-01")))
    assert (found.state, found.reason) == (State.NOT_CHECKED, Reason.NO_SUCH_OBJECT)


IN_PERSON = rule("""
shape: within
starts_at: [Apprehended]
met_by: [FirstAppeared]
met_only_if: {fact: in_person, is: "yes"}
limits: [{since: {1998-01-01: {limit: 48 hours, source: s, basis: national_law}}}]
""")


def test_a_fact_nobody_states_leaves_the_answer_open_only_where_it_matters():
    silent = story(("Apprehended", "2025-02-10 10:00"), ("FirstAppeared", "2025-02-11 10:00"))
    found = verdict(IN_PERSON, silent)
    assert (found.state, found.reason) == (State.CANNOT_TELL, Reason.UNKNOWN_FACT)
    assert found.possible == (State.MET, State.BREACHED)
    assert verdict(IN_PERSON, silent, "2025-02-10 11:00").state is State.OPEN


def test_many_stays_known_by_date_alone_are_told_where_only_their_length_counts():
    every_day = [("SolitaryStarted", f"2025-02-{day:02}") for day in range(1, 28, 2)]
    every_day += [("SolitaryEnded", f"2025-02-{day:02}") for day in range(2, 28, 2)]
    found = verdict(rule(SOLITARY + "in_window: 30 days\n"), story(*every_day))
    assert found.state is State.BREACHED


def test_too_many_uncertain_times_say_so():
    moved = [("SolitaryStarted", f"2025-02-{day:02}") for day in range(1, 28, 2)]
    moved += [
        ("SolitaryEnded", f"2025-02-{day:02}") for day in range(3, 29, 2)
    ]  # the next one begins that day
    found = verdict(rule(SOLITARY + "in_window: 30 days\n"), story(*moved))
    assert found.state is State.CANNOT_TELL
    assert Note.TOO_MANY_PLACEMENTS in found.notes


def test_a_stay_of_one_day_ends_after_it_began_though_only_the_date_is_known():
    began, ended = story(("SolitaryStarted", "2025-02-03"), ("SolitaryEnded", "2025-02-03")).entries
    apart = History.of([began, ended], zone=ALMATY)
    one_stay = History.of([replace(began, stay=7), replace(ended, stay=7)], zone=ALMATY)
    assert verdict(rule(SOLITARY), apart, "2025-03-30 10:00").state is State.CANNOT_TELL
    assert verdict(rule(SOLITARY), one_stay, "2025-03-30 10:00").state is State.MET


def test_whoever_is_released_is_out_of_solitary_though_nobody_entered_its_end():
    told = story(("SolitaryStarted", "2025-02-03 10:00"), ("Released", "2025-02-10 10:00"))
    assert verdict(rule(SOLITARY), told, "2025-03-30 10:00").state is State.BREACHED
    released = rule(SOLITARY + "also_ends_at: [Released]\n")
    assert verdict(released, told, "2025-03-30 10:00").state is State.MET
