"""A record changed behind the log's back: the first bad index is named, and what was done."""

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qorgau.ledger.audit import BadIndex, Fault, first_bad_checkpoint, first_bad_index
from qorgau.ledger.checkpoint import Checkpoint
from qorgau.ledger.tree import Tree

Change = Callable[[list[bytes | None]], None]


def leaves(count: int) -> list[bytes]:
    return [hashlib.sha256(bytes([number])).digest() for number in range(count)]


def altered(record: list[bytes | None]) -> None:
    record[5] = hashlib.sha256(b"altered").digest()


def removed(record: list[bytes | None]) -> None:
    del record[5]


def emptied(record: list[bytes | None]) -> None:
    record[5] = None


def swapped(record: list[bytes | None]) -> None:
    record[5], record[9] = record[9], record[5]


def inserted(record: list[bytes | None]) -> None:
    record.insert(5, hashlib.sha256(b"inserted").digest())


def copied_over(record: list[bytes | None]) -> None:
    record[5] = record[2]


def copied_from_its_neighbour(record: list[bytes | None]) -> None:
    record[5] = record[4]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (altered, Fault.ALTERED),
        (removed, Fault.REMOVED),
        (emptied, Fault.REMOVED),
        (swapped, Fault.REORDERED),
        (inserted, Fault.ADDED),
        (copied_over, Fault.ALTERED),
        (copied_from_its_neighbour, Fault.ALTERED),
    ],
)
def test_the_first_bad_index_and_what_was_done_are_named(change: Change, fault: Fault) -> None:
    record: list[bytes | None] = list(leaves(20))
    change(record)
    found = first_bad_index(recorded=leaves(20), recomputed=record)
    assert found == BadIndex(index=5, fault=fault)
    assert "Leaf 5" in str(found)


def test_a_record_cut_off_at_its_end_is_noticed() -> None:
    found = first_bad_index(recorded=leaves(20), recomputed=leaves(19))
    assert found == BadIndex(index=19, fault=Fault.REMOVED)


def test_an_entry_the_log_never_took_is_noticed() -> None:
    found = first_bad_index(recorded=leaves(19), recomputed=leaves(20))
    assert found == BadIndex(index=19, fault=Fault.ADDED)


@given(st.integers(0, 30))
def test_an_untouched_record_has_no_bad_index(count: int) -> None:
    assert first_bad_index(recorded=leaves(count), recomputed=leaves(count)) is None


@given(st.permutations(range(12)))
def test_any_reordering_is_found_at_its_first_place(order: list[int]) -> None:
    recorded = leaves(12)
    found = first_bad_index(recorded=recorded, recomputed=[recorded[each] for each in order])
    expected = next((place for place, each in enumerate(order) if place != each), None)
    assert (found and found.index) == expected
    assert found is None or found.fault is Fault.REORDERED


def test_whoever_rewrites_entry_and_leaf_together_is_caught_by_an_older_checkpoint() -> None:
    checkpoints = [
        Checkpoint(origin="log.example", size=size, root=Tree(leaves(size)).root()) for size in (20, 8, 4)
    ]
    rewritten = leaves(20)
    rewritten[6] = hashlib.sha256(b"rewritten").digest()
    assert first_bad_checkpoint(Tree(rewritten), checkpoints) == checkpoints[1]
    assert first_bad_checkpoint(Tree(leaves(20)), checkpoints) is None
    assert first_bad_checkpoint(Tree(leaves(19)), checkpoints) == checkpoints[0]
