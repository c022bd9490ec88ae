"""The background work of carrying: the record says once when the clock is found wrong, and when right again."""

from qorgau.carrying.actions.clock import note_clock


def work(*, now: int) -> str:
    """Compare the clock with what the record knows; gives what was written down."""
    check = note_clock(now=now)
    return "" if check is None else f"the clock of this instance: {check.state.value}"
