"""The same record seen from objects of another role: whose history an entry belongs to, in columns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from qorgau.lawbook import Lawbook
from qorgau.safeguards.record import Column, Record

Pairs = NDArray[np.int64]  # rows of (whole, part), each pair once


def seen_from(record: Record, role: str, lawbook: Lawbook) -> Record | None:
    """The record with the objects of a role as its subjects; None if no entry names one.

    An entry belongs to the objects it names in that role; if it names none, to all objects that
    are part of the nearest wider object it does name.
    """
    if role == record.role:
        return record
    own = record.objects.get(role)
    if own is None or not (own.codes >= 0).any():
        return None
    wider = lawbook.widening(role)
    codes = {name: _codes(record, name) for name in (role, *wider)}
    rows = [np.flatnonzero(own.codes >= 0)]
    subjects = [own.codes[rows[0]].astype(np.int64)]
    unnamed = own.codes < 0
    members = _members(role, wider, codes)
    for above in wider:
        naming = np.flatnonzero(unnamed & (codes[above] >= 0))
        unnamed &= codes[above] < 0
        repeated, parts = _joined(naming, codes[above][naming], members[above])
        rows.append(repeated)
        subjects.append(parts)
    every, who = np.concatenate(rows), np.concatenate(subjects)
    order = np.argsort(every, kind="stable")
    return _taken(record, every[order], role, Column(who[order].astype(np.int32), own.values))


def _codes(record: Record, role: str) -> NDArray[np.int32]:
    if role == record.role:
        return record.subjects.codes
    column = record.objects.get(role)
    return np.full(len(record), -1, dtype=np.int32) if column is None else column.codes


def _members(role: str, wider: tuple[str, ...], codes: Mapping[str, NDArray[np.int32]]) -> dict[str, Pairs]:
    """For each wider role, which objects of the role are part of which of its objects."""
    members: dict[str, Pairs] = {}
    for place, above in enumerate(wider):
        found = [_pairs(codes[above], codes[role])]
        for between in wider[:place]:
            links = _pairs(codes[above], codes[between])
            repeated, parts = _joined(links[:, 0], links[:, 1], members[between])
            found.append(np.stack([repeated, parts], axis=1))
        members[above] = np.unique(np.concatenate(found), axis=0)
    return members


def _pairs(wholes: NDArray[np.int32], parts: NDArray[np.int32]) -> Pairs:
    both = (wholes >= 0) & (parts >= 0)
    stacked = np.stack([wholes[both], parts[both]], axis=1).astype(np.int64)
    return np.unique(stacked, axis=0)


def _joined(
    items: NDArray[np.int64], wholes: NDArray[np.int64] | NDArray[np.int32], pairs: Pairs
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each item once for every part of its whole."""
    low = np.searchsorted(pairs[:, 0], wholes, side="left")
    counts = np.searchsorted(pairs[:, 0], wholes, side="right") - low
    starts = np.repeat(low - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
    places = starts + np.arange(int(counts.sum()))
    return np.repeat(items, counts).astype(np.int64), pairs[places.astype(np.int64), 1]


def _taken(record: Record, rows: NDArray[np.int64], role: str, subjects: Column) -> Record:
    def taken(column: Column) -> Column:
        return Column(column.codes[rows], column.values)

    objects = {name: taken(column) for name, column in record.objects.items() if name != role}
    return Record(
        role=role,
        subjects=subjects,
        kinds=taken(record.kinds),
        earliest=record.earliest[rows],
        latest=record.latest[rows],
        zone=record.zone,
        sources=taken(record.sources) if record.sources else None,
        recorded=None if record.recorded is None else record.recorded[rows],
        objects={**objects, record.role: taken(record.subjects)},
        facts={name: taken(column) for name, column in record.facts.items()},
        observed=record.observed,
        stays=None if record.stays is None else record.stays[rows],
    )
