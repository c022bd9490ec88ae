"""Live assessment: entry by entry it says what the whole history says."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.safeguards.stories import UTC, exact_stories, moments, rules, safeguard

from qorgau.clock import Interval
from qorgau.lawbook import Duration, Lawbook, Shape, Unit
from qorgau.lawbook.book import Kind
from qorgau.safeguards import Entry, History, Live, State, assess

BOOK = Lawbook(kinds={"A": Kind("A", {}, identified_by="custody")})
HELD = safeguard(Shape.WITHIN, limit=Duration(3, Unit.HOURS), starts=("Apprehended",), answers=("Delivered",))


@st.composite
def arrivals(draw) -> list[Entry]:
    """Entries in order of arrival: mostly in order of time, some late, uncertain or told by two."""
    story = draw(exact_stories(most=7))
    entries = list(story.entries)
    if draw(st.booleans()):
        entries.sort(key=lambda entry: entry.happened.earliest)
    arrived = []
    for seq, entry in enumerate(entries):
        t = entry.happened.earliest
        width = draw(st.sampled_from([0, 0, 0, 0, 0, 2]))
        by = draw(st.sampled_from([None, None, "police", "person"]))
        told = replace(entry, seq=seq, happened=Interval(t, t + width), by=by, objects={"custody": ("1",)})
        if draw(st.sampled_from([True, True, False])):
            told = replace(told, facts={})
        arrived.append(told)
    return arrived


@settings(max_examples=150, deadline=None)
@given(st.lists(rules(), min_size=1, max_size=3), arrivals(), moments)
def test_entry_by_entry_gives_what_the_whole_history_gives(drawn, entries, as_of):
    live = Live(drawn, lawbook=BOOK, zone=UTC)
    for count, entry in enumerate(entries, 1):
        live.observe(entry)
        whole = History.of(entries[:count], zone=UTC)
        assert live.verdicts(as_of) == assess(whole, drawn, lawbook=BOOK, as_of=as_of)


def test_the_next_deadline_is_known_until_the_duty_is_done():
    live = Live([HELD], lawbook=Lawbook(), zone=UTC)
    assert live.next_due() is None
    live.observe(Entry("1", 1, "Apprehended", Interval.at(0)))
    assert live.next_due().due == 3 * 3600
    live.observe(Entry("2", 2, "Delivered", Interval.at(60)))
    assert live.next_due() is None
    assert live.verdicts(None)[0].state is State.MET


def test_an_uncertain_start_alarms_at_the_earliest_deadline():
    live = Live([HELD], lawbook=Lawbook(), zone=UTC)
    live.observe(Entry("1", 1, "Apprehended", Interval(0, 86_399)))
    assert live.next_due().due == 3 * 3600
