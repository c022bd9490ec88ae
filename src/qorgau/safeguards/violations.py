"""Which subjects break which rule of a whole record, as fast as the memory can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qorgau.lawbook.safeguard import Safeguard
from qorgau.safeguards import codes
from qorgau.safeguards.clustering import case_offsets, scattered
from qorgau.safeguards.compiling import Group, groups_of
from qorgau.safeguards.folding import Fold, fold
from qorgau.safeguards.kernel import cluster, run_group
from qorgau.safeguards.lean import FAR, Meaning, Table, fits_lanes, flags_of, lane_seconds, tables_of
from qorgau.safeguards.record import Record


@dataclass(frozen=True)
class Store:
    """A record clustered by subject for the lean form, with the tables of its rules."""

    times: NDArray[np.int32]  # seconds since just before the first event
    classes: NDArray[np.uint8]
    offsets: NDArray[np.int64]
    tables: tuple[Table, ...]
    groups: tuple[Group, ...]
    left: dict[int, NDArray[np.bool_]]  # groups that fit no lane: assessed in full


def clustered_store(record: Record, safeguards: Iterable[Safeguard]) -> Store:
    """Fold and cluster a record whose times are exact and whose subjects are what the rules count."""
    groups = groups_of(safeguards)
    folded = fold(record, groups)
    classes, meanings = _refined(record, groups, folded)
    base = int(record.earliest.min()) - 1 if len(record) else 0
    far = len(record) > 0 and int(record.earliest.max()) - base >= FAR
    if far or int(classes.max(initial=0)) > 254:
        meanings = {}
    count = len(record.subjects.values)
    offsets = case_offsets(record.subjects.codes, count)
    if np.diff(offsets).max(initial=0) >= 1 << 15:
        meanings = {}
    times, own = (
        scattered(record.subjects.codes, record.earliest, classes, offsets, base)
        if meanings
        else (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.uint8))
    )
    size = max((len(meaning.actions) for meaning in meanings.values()), default=0)
    tables, left = tables_of(groups, meanings, classes=size)
    return Store(times, own, offsets, tuple(tables), groups, _assessed_in_full(record, groups, folded, left))


def violations(store: Store, *, threads: int = 1) -> list[NDArray[np.int64]]:
    """The flags of every subject, per table of the store."""
    return [
        flags_of(table, store.times, store.classes, store.offsets, threads=threads) for table in store.tables
    ]


def violating_cases(
    record: Record, safeguards: Sequence[Safeguard], *, threads: int = 1
) -> dict[str, NDArray[np.int64]]:
    """For each safeguard the subjects (codes, ascending) that break it once the log has ended.

    Broken is late or breached, on any basis. For records with exact times, whose role is what the
    rules count; raises ValueError where a condition turns on a fact that the entries do not say.
    """
    store = clustered_store(record, safeguards)
    found: dict[str, list[NDArray[np.int64]]] = {rule.id: [] for rule in safeguards}
    for table, flags in zip(store.tables, violations(store, threads=threads), strict=True):
        for place, bits in table.bits.items():
            found[store.groups[place].safeguard.id].append(np.flatnonzero((flags & bits) != 0))
    for place, own in store.left.items():
        found[store.groups[place].safeguard.id].append(np.flatnonzero(own))
    return {name: parts[0] if len(parts) == 1 else _united(parts) for name, parts in found.items()}


def _united(parts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *parts]))


def _refined(
    record: Record, groups: Sequence[Group], folded: Fold
) -> tuple[NDArray[np.int32], dict[int, Meaning]]:
    """Classes split by the values that must be the same, and what each is to the groups that fit lanes."""
    classes, origin = folded.classes, np.arange(len(folded.actions))
    values: dict[int, tuple[NDArray[np.int32], int]] = {}
    for place, group in enumerate(groups):
        if group.rule[codes.FLAGS] & codes.SAME and fits_lanes(group):
            classes, split, own, count = _split(record, group, folded.actions[origin, place], classes)
            values = {other: (kept[split], n) for other, (kept, n) in values.items()}
            values[place], origin = (own, count), origin[split]
    meanings = {}
    for place, group in enumerate(groups):
        own_limits = folded.limits[:, place]
        seconds = {int(i): lane_seconds(group, int(i)) for i in np.unique(own_limits) if i >= 0}
        if folded.unknown[:, place].any() or not fits_lanes(group) or None in seconds.values():
            continue
        per_class = np.array([seconds.get(int(i)) or 0 for i in own_limits], dtype=np.int64)
        same, count = values.get(place, (np.full(len(origin), -1, dtype=np.int32), 1))
        meanings[place] = Meaning(folded.actions[origin, place], per_class[origin], same, count)
    return classes, meanings


def _split(
    record: Record, group: Group, actions: NDArray[np.uint8], classes: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.intp], NDArray[np.int32], int]:
    """Split the classes a rule touches by the values its starts and acts have in common.

    Gives the new classes, which old class each comes from, which value each has, and how many values.
    """
    column = record.facts.get(group.safeguard.same)
    touched = (actions & (codes.START | codes.ACT)) > 0
    rows = np.flatnonzero(touched[classes])
    said = np.full(len(rows), -1, dtype=np.int32) if column is None else column.codes[rows]
    own = classes[rows]
    known = said >= 0
    size = int(said.max(initial=-1)) + 1
    starts = np.bincount(said[known & ((actions[own] & codes.START) > 0)], minlength=size) > 0
    acts = np.bincount(said[known & ((actions[own] & codes.ACT) > 0)], minlength=size) > 0
    common = np.flatnonzero(starts & acts)
    index = np.full(size + 1, -1, dtype=np.int32)  # the last: not said
    index[common] = np.arange(len(common), dtype=np.int32)
    kinds = np.flatnonzero(touched)
    fresh = np.full((len(actions), len(common) + 1), -1, dtype=np.int32)
    fresh[:, -1] = np.arange(len(actions))
    fresh[kinds[:, None], np.arange(len(common))] = np.arange(len(kinds) * len(common)).reshape(
        len(kinds), len(common)
    ) + len(actions)
    split = np.concatenate([np.arange(len(actions)), np.repeat(kinds, len(common))])
    values = np.concatenate([np.full(len(actions), -1), np.tile(np.arange(len(common)), len(kinds))]).astype(
        np.int32
    )
    divided = classes.copy()
    divided[rows] = fresh[own, index[said]]
    return divided, split, values, max(1, len(common))


def _assessed_in_full(
    record: Record, groups: Sequence[Group], folded: Fold, left: Sequence[int]
) -> dict[int, NDArray[np.bool_]]:
    if not left:
        return {}
    clustered = cluster(record, folded)
    found = {}
    for place in left:
        group = groups[place]
        if folded.unknown[:, place].any():
            raise ValueError(
                f"{group.safeguard.id}: a condition turns on a fact that some entries do not say. "
                "Use assess_record, which answers cannot_tell."
            )
        outcome = run_group(group, clustered, folded, place, zone=record.zone, as_of=codes.CLOSED)
        found[place] = outcome.state >= codes.LATE
    return found
