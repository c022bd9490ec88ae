"""The sums above the whiteboard where many are held: children and the overdue are kept for the time of a refresh."""

import pytest
from tests.slices.custody.desk import HOUR, NIGHT, booking, open_desk
from tests.slices.store import Store

from qorgau.custody import actions
from qorgau.custody.facts.board import BoardSums
from qorgau.custody.queries.board_sums import board_sums


def test_among_many_the_held_are_counted_now_and_children_within_15_seconds(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    monkeypatch.setitem(board_sums.__globals__, "_MANY", 1)
    monkeypatch.setitem(board_sums.__globals__, "_KEPT", {})
    now = NIGHT + HOUR
    actions.book(desk.officer, booking(desk, birth="2012-05-01"), now=NIGHT)
    assert _told(board_sums(desk.officer, as_of=now)) == (1, 1)
    actions.book(desk.officer, booking(desk, family_name="Second", birth="2013-05-01"), now=NIGHT)
    assert _told(board_sums(desk.officer, as_of=now + 14)) == (2, 1)
    assert _told(board_sums(desk.officer, as_of=now + 15)) == (2, 2)


def test_what_one_desk_counted_is_not_told_to_another(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk()
    monkeypatch.setitem(board_sums.__globals__, "_MANY", 1)
    monkeypatch.setitem(board_sums.__globals__, "_KEPT", {})
    actions.book(desk.officer, booking(desk, birth="2012-05-01"), now=NIGHT)
    assert _told(board_sums(desk.officer, as_of=NIGHT + HOUR)) == (1, 1)
    assert _told(board_sums(desk.far_officer, as_of=NIGHT + HOUR)) == (0, 0)


def _told(sums: BoardSums) -> tuple[int, int]:
    return sums.held, sums.children
