"""The verdicts on short stories, one provision at a time."""

import pytest

from qorgau.clock import Interval, zone_named
from qorgau.lawbook import Lawbook, Safeguard
from qorgau.lawbook.reading import read_safeguard
from qorgau.lawbook.strict_yaml import parse_yaml
from qorgau.safeguards import Entry, History, State, assess

UTC = zone_named("UTC")
HOUR = 3600
DAY = 24 * HOUR


def rule(text: str) -> Safeguard:
    """A safeguard from its YAML, with a title."""
    return read_safeguard(parse_yaml("title: a duty\n" + text, name="test"), id="test/rule")


def history(*told: tuple[str, int] | tuple[str, int, dict[str, str]]) -> History:
    """A story of exact events at whole seconds."""
    entries = [
        Entry(str(i), i, item[0], Interval.at(item[1]), facts=item[2] if len(item) > 2 else {})
        for i, item in enumerate(told)
    ]
    return History.of(entries, zone=UTC)


def verdict(safeguard: Safeguard, story: History, as_of: int | None = None):
    (only,) = assess(story, [safeguard], lawbook=Lawbook(), as_of=as_of)
    return only


JUDGE = rule("""
shape: within
starts_at: [Apprehended]
met_by: [FirstAppeared]
ended_by: [Released]
limits: [{since: {1960-01-01: {limit: 48 hours, source: s, basis: standard}}}]
""")


@pytest.mark.parametrize(("hours", "state"), [(47, State.MET), (48, State.MET), (49, State.LATE)])
def test_a_duty_done_exactly_at_the_limit_is_met(hours, state):
    story = history(("Apprehended", 0), ("FirstAppeared", hours * HOUR))
    found = verdict(JUDGE, story)
    assert found.state is state
    assert found.delay == ((hours - 48) * HOUR,) * 2


def test_a_deadline_that_still_runs_is_open_and_then_breached():
    story = history(("Apprehended", 0))
    assert verdict(JUDGE, story, as_of=48 * HOUR).state is State.OPEN
    assert verdict(JUDGE, story, as_of=48 * HOUR + 1).state is State.BREACHED
    assert verdict(JUDGE, story).state is State.BREACHED


def test_a_release_in_time_ends_the_duty_and_one_after_due_does_not_excuse_it():
    assert verdict(JUDGE, history(("Apprehended", 0), ("Released", HOUR))).state is State.NOT_APPLICABLE
    assert verdict(JUDGE, history(("Apprehended", 0), ("Released", 50 * HOUR))).state is State.LATE
