"""A desk whose clock is wrong is noticed, and by how much is said no more surely than it is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.recording.desk_clock import TOLERANCE, ClockState, OtherClock, Witness, check_clock

NOW = 1_767_561_000
HOUR = 3600


def passed(says: int, *, desk: int = NOW, witness: Witness = Witness.BUNDLE) -> OtherClock:
    return OtherClock(witness=witness, says=says, desk=desk)


def tells(says: int, *, desk: int = NOW, slack: int = 0) -> OtherClock:
    return OtherClock(witness=Witness.HTTP_DATE, says=says, desk=desk, slack=slack)


def test_a_desk_that_shows_an_hour_before_the_bundle_was_written_is_at_least_an_hour_behind() -> None:
    check = check_clock([passed(NOW + HOUR)])
    assert (check.state, check.at_least, check.at_most) == (ClockState.BEHIND, HOUR, None)
    assert check.needs_warning
    assert check.facts() == {"clock": "behind", "clock_off_at_least": HOUR, "clock_witness": "bundle"}


def test_a_bundle_written_yesterday_says_nothing_against_the_clock() -> None:
    check = check_clock([passed(NOW - 24 * HOUR)])
    assert check.state is ClockState.AGREES
    assert check.facts() == {"clock": "agrees"}


def test_a_clock_set_back_is_noticed_by_the_desks_own_last_entry() -> None:
    check = check_clock([passed(NOW + 7 * HOUR, witness=Witness.LAST_RECEIVED)])
    assert (check.state, check.witnesses) == (ClockState.BEHIND, (Witness.LAST_RECEIVED,))


def test_a_servers_time_shows_a_clock_that_is_ahead() -> None:
    check = check_clock([tells(NOW - HOUR, slack=2)])
    assert (check.state, check.at_least, check.at_most) == (ClockState.AHEAD, HOUR - 2, HOUR + 2)


def test_a_servers_time_shows_how_far_behind_a_clock_is_at_most() -> None:
    check = check_clock([tells(NOW + HOUR, slack=2)])
    assert (check.state, check.at_least, check.at_most) == (ClockState.BEHIND, HOUR - 2, HOUR + 2)


def test_other_clocks_that_cannot_all_be_right_are_told_as_such() -> None:
    check = check_clock([tells(NOW - HOUR), passed(NOW + HOUR)])
    assert (check.state, check.at_least) == (ClockState.CONTRADICTED, 2 * HOUR)


@pytest.mark.parametrize(
    ("off", "state"), [(TOLERANCE, ClockState.AGREES), (TOLERANCE + 1, ClockState.BEHIND)]
)
def test_exactly_the_tolerance_is_within_it(off: int, state: ClockState) -> None:
    assert check_clock([passed(NOW + off)]).state is state


def test_nothing_to_compare_with_is_no_agreement() -> None:
    check = check_clock([])
    assert (check.state, check.needs_warning) == (ClockState.NO_OTHER, False)


@given(
    off=st.integers(-(10**6), 10**6),
    ages=st.lists(st.integers(0, 10**6), max_size=4),
    slips=st.lists(st.tuples(st.integers(0, 30), st.integers(-30, 30)), max_size=4),
)
def test_honest_clocks_never_say_more_than_is_true(
    off: int, ages: list[int], slips: list[tuple[int, int]]
) -> None:
    shown = NOW + off
    told = [passed(NOW - age, desk=shown) for age in ages]
    told += [tells(NOW + slip, desk=shown, slack=30) for _, slip in slips]
    check = check_clock(told)
    assert check.state is not ClockState.CONTRADICTED
    if check.state in (ClockState.AHEAD, ClockState.BEHIND):
        assert (check.state is ClockState.AHEAD) == (off > 0)
        assert check.at_least <= abs(off)
        assert check.at_most is None or abs(off) <= check.at_most
    elif slips:
        assert abs(off) <= TOLERANCE + 60
