"""Whoever reads a list leaves a trace, and the trace cannot be wiped unseen."""

from tests.slices.access.people import actor
from tests.slices.store import Store

from qorgau.access.actions import anchor_lists, anchor_lists_due, note_list
from qorgau.access.models import LookedAt
from qorgau.access.readers import altered_lists, last_anchor
from qorgau.access.work import work
from qorgau.recording.verification import verify_record

START = 1_790_000_000


def read_lists(count: int, *, since: int = START) -> None:
    who = actor("inspector")
    for number in range(count):
        note_list(
            who, "board.see", filters={"name": "Canary", "page": number}, rows=number, now=since + number
        )


def test_lists_read_are_chained_and_their_head_stands_in_the_record(store: Store) -> None:
    read_lists(5)
    assert anchor_lists(as_of=START + 10) == 5
    read_lists(3, since=START + 100)
    assert anchor_lists(as_of=START + 200) == 3
    assert last_anchor().facts["last"] == 8
    assert list(LookedAt.objects.order_by("number").values_list("number", flat=True)) == list(range(1, 9))
    assert list(altered_lists()) == []
    assert verify_record(as_of=START + 300).is_sound


def test_what_somebody_searched_for_is_not_kept(sqlite_store: Store) -> None:
    read_lists(1)
    assert "Canary" not in str(LookedAt.objects.values())


def test_a_changed_row_is_noticed(store: Store) -> None:
    read_lists(5)
    anchor_lists(as_of=START + 10)
    LookedAt.objects.filter(number=3).update(account="somebody-else")
    (sentence,) = altered_lists()
    assert "changed" in sentence


def test_a_removed_row_is_noticed(store: Store) -> None:
    read_lists(5)
    anchor_lists(as_of=START + 10)
    LookedAt.objects.filter(number=5).delete()
    (sentence,) = altered_lists()
    assert "4 are there" in sentence


def test_two_rows_that_change_places_are_noticed(sqlite_store: Store) -> None:
    read_lists(2)
    anchor_lists(as_of=START + 10)
    LookedAt.objects.filter(number=1).update(number=9)
    LookedAt.objects.filter(number=2).update(number=1)
    LookedAt.objects.filter(number=9).update(number=2)
    assert len(list(altered_lists())) == 1


def test_no_list_waits_longer_than_an_hour_for_its_anchor(store: Store) -> None:
    read_lists(2)
    assert anchor_lists_due(as_of=START + 3599) == 0
    assert anchor_lists_due(as_of=START + 3600) == 2
    assert anchor_lists_due(as_of=START + 9999) == 0
    read_lists(1, since=START + 10_000)
    assert "1 lists" in work(now=START + 13_600)
    assert work(now=START + 20_000) == ""


def test_nothing_read_leaves_no_entry(sqlite_store: Store) -> None:
    assert anchor_lists(as_of=START) == 0
    assert last_anchor() is None
