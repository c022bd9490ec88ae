"""Uncertain times: the critical placements say exactly what every second within the intervals says."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.safeguards.stories import KINDS, UTC, facts, moments, rules

from qorgau.clock import Interval
from qorgau.lawbook import Lawbook, Shape
from qorgau.safeguards import Entry, History, Reason, State, assess


@st.composite
def uncertain_stories(draw) -> History:
    """A few events; two of them may have happened at any of several seconds."""
    entries = []
    unsure = 0
    for seq in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, 5)) * 60 + draw(st.integers(-1, 1))
        width = draw(st.sampled_from([0, 0, 1, 2, 3])) if unsure < 2 else 0
        unsure += width > 0
        kind = draw(st.sampled_from(KINDS))
        entries.append(Entry(f"e{seq}", seq, kind, Interval(at, at + width), facts=draw(facts)))
    return History.of(entries, zone=UTC)


def every_second(rule, story, as_of):
    """The verdicts for each way to fix the uncertain times, second by second."""
    spans = [range(e.happened.earliest, e.happened.latest + 1) for e in story.entries]
    for seconds in product(*spans):
        fixed = [
            Entry(e.id, e.seq, e.kind, Interval.at(t), facts=e.facts)
            for e, t in zip(story.entries, seconds, strict=True)
        ]
        (verdict,) = assess(History.of(fixed, zone=UTC), [rule], lawbook=Lawbook(), as_of=as_of)
        yield verdict


@settings(max_examples=150, deadline=None)
@given(rules(), uncertain_stories(), moments)
def test_the_verdict_is_certain_only_if_every_second_gives_the_same(rule, story, as_of):
    (verdict,) = assess(story, [rule], lawbook=Lawbook(), as_of=as_of)
    states = {one.state for one in every_second(rule, story, as_of)}
    if len(states) == 1:
        assert {verdict.state} == states
    else:
        assert verdict.state is State.CANNOT_TELL
        assert verdict.reason is Reason.UNCERTAIN_TIME
        assert set(verdict.possible) == states


@settings(max_examples=100, deadline=None)
@given(rules(shapes=(Shape.WITHIN, Shape.AT_MOST, Shape.EVERY)), uncertain_stories(), moments)
def test_the_delay_of_a_clock_spans_what_every_second_gives(rule, story, as_of):
    (verdict,) = assess(story, [rule], lawbook=Lawbook(), as_of=as_of)
    delays: dict[str, list[int]] = {}
    for one in every_second(rule, story, as_of):
        for clock in one.clocks:
            delays.setdefault(clock.trigger_ids[0], []).extend(clock.delay or ())
    for clock in verdict.clocks:
        found = delays[clock.trigger_ids[0]]
        assert clock.delay == ((min(found), max(found)) if found else None)
