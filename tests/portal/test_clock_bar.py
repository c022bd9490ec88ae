"""A clock's bar shows due, done and late where they are, and says the same in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.clock import zone_named
from qorgau.lawbook import Language
from qorgau.portal.site.components.clock_drawing import draw_clock
from qorgau.portal.site.components.clock_words import clock_sentence, clock_times

HOUR = 3600
START = 1_770_000_000


def share(written: str) -> float:
    assert written.endswith("%")
    return float(written[:-1])


def test_a_clock_that_runs_is_used_up_to_now_and_ends_at_due() -> None:
    drawing = draw_clock(triggered_at=START, due_at=START + 24 * HOUR, met_at=None, now=START + 12 * HOUR)
    assert drawing.due is not None
    assert drawing.now is not None
    assert drawing.over is None
    assert drawing.done is None
    assert share(drawing.now.start) == pytest.approx(share(drawing.due.start) / 2, abs=0.02)
    assert share(drawing.used.length) == share(drawing.now.start)


def test_what_was_done_late_runs_over_from_due_to_done() -> None:
    drawing = draw_clock(
        triggered_at=START, due_at=START + 3 * HOUR, met_at=START + 4 * HOUR, now=START + 90 * HOUR
    )
    assert drawing.over is not None
    assert drawing.done is not None
    assert drawing.now is None
    assert share(drawing.over.start) == pytest.approx(share(drawing.used.length), abs=0.02)
    assert share(drawing.over.length) == pytest.approx(share(drawing.used.length) / 3, abs=0.02)


def test_exactly_at_the_limit_nothing_runs_over() -> None:
    drawing = draw_clock(triggered_at=START, due_at=START + HOUR, met_at=START + HOUR, now=START + 5 * HOUR)
    assert drawing.over is None


@given(
    due=st.none() | st.integers(-5 * HOUR, 9000 * HOUR),
    met=st.none() | st.integers(-5 * HOUR, 9000 * HOUR),
    now=st.integers(-5 * HOUR, 9000 * HOUR),
)
def test_every_mark_stands_on_the_bar(due: int | None, met: int | None, now: int) -> None:
    drawing = draw_clock(
        triggered_at=START,
        due_at=None if due is None else START + due,
        met_at=None if met is None else START + met,
        now=START + now,
    )
    for mark in (drawing.allowed, drawing.used, drawing.over, drawing.due, drawing.done, drawing.now):
        if mark is not None:
            assert 0 <= share(mark.start) <= 100
            assert 0 <= share(mark.start) + share(mark.length) <= 100.01


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("state", "due", "met", "now"),
    [
        ("open", 24, None, 2), ("met", 24, 20, 30), ("late", 24, 25, 30), ("breached", 24, None, 30),
        ("open", None, None, 2), ("met", None, 2, 30),
    ],
)  # fmt: skip
def test_each_state_says_in_words_what_its_bar_shows(
    state: str, due: int | None, met: int | None, now: int, language: Language
) -> None:
    times = {
        "triggered_at": START,
        "due_at": None if due is None else START + due * HOUR,
        "met_at": None if met is None else START + met * HOUR,
    }
    assert clock_sentence(state, **times, now=START + now * HOUR, language=language)
    said = clock_times(**times, zone=zone_named("Asia/Almaty"), language=language)
    assert len(said) == 2 + (met is not None)
    assert all("{" not in each for each in said)


def test_what_cannot_be_told_is_not_put_into_hours() -> None:
    times = {"triggered_at": START, "due_at": START + HOUR, "met_at": START + 2 * HOUR}
    assert clock_sentence("cannot_tell", **times, now=START, language=Language.EN) == ""
