"""A desk whose clock was set back is noticed by what it has recorded itself."""

from tests.slices.recording.small_slice import opened
from tests.slices.store import Store

from qorgau.recording.batches import integrate_now
from qorgau.recording.desk_clock import ClockState, check_clock
from qorgau.recording.own_clock import own_testimony
from qorgau.recording.record import record

NOW = 1_767_561_000


def test_a_clock_set_back_by_an_hour_is_noticed_before_and_after_the_next_batch(store: Store) -> None:
    assert check_clock(own_testimony(now=NOW)).state is ClockState.NO_OTHER
    record([opened(1)], received=NOW)
    for _ in range(2):
        back = check_clock(own_testimony(now=NOW - 3600))
        assert (back.state, back.at_least) == (ClockState.BEHIND, 3600)
        assert check_clock(own_testimony(now=NOW + 60)).state is ClockState.AGREES
        integrate_now(as_of=NOW)
