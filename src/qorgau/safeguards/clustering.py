"""Bring a record from order of arrival into order of subjects: a counting scatter, no sort."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qorgau.safeguards.compiled import compiled


@compiled
def case_offsets(subjects: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    """Where each subject's entries begin once they stand together; one more item for the end."""
    offsets = np.zeros(count + 1, np.int64)
    for i in range(len(subjects)):
        offsets[subjects[i] + 1] += 1
    for i in range(count):
        offsets[i + 1] += offsets[i]
    return offsets


@compiled
def scattered_rows(
    subjects: NDArray[np.int32], times: NDArray[np.int64], offsets: NDArray[np.int64]
) -> tuple[NDArray[np.int64], bool]:
    """The rows by subject, in order of arrival, and whether that is the order of time as well."""
    rows = np.empty(len(subjects), np.int64)
    filled = offsets[:-1].copy()
    ordered = True
    for i in range(len(subjects)):
        place = filled[subjects[i]]
        if place > offsets[subjects[i]] and times[rows[place - 1]] > times[i]:
            ordered = False
        rows[place] = i
        filled[subjects[i]] = place + 1
    return rows, ordered


@compiled
def order_within(rows: NDArray[np.int64], times: NDArray[np.int64], offsets: NDArray[np.int64]) -> None:
    """Bring each subject's rows into order of time; rows of one second keep their order."""
    for case in range(len(offsets) - 1):
        begin, end = offsets[case], offsets[case + 1]
        for i in range(begin + 1, end):
            row = rows[i]
            if times[rows[i - 1]] <= times[row]:
                continue
            if end - begin > 64:
                rows[begin:end] = rows[begin:end][np.argsort(times[rows[begin:end]], kind="mergesort")]
                break
            j = i
            while j > begin and times[rows[j - 1]] > times[row]:
                rows[j] = rows[j - 1]
                j -= 1
            rows[j] = row


@compiled
def _scatter(
    subjects: NDArray[np.int32],
    times: NDArray[np.int64],
    classes: NDArray[np.int32],
    offsets: NDArray[np.int64],
    base: int,
    out_times: NDArray[np.int32],
    out_classes: NDArray[np.uint8],
) -> bool:
    """Write times and classes by subject; whether order of arrival is the order of time."""
    filled = offsets[:-1].copy()
    ordered = True
    for i in range(len(subjects)):
        subject = subjects[i]
        place = filled[subject]
        filled[subject] = place + 1
        t = np.int32(times[i] - base)
        if place > offsets[subject] and out_times[place - 1] > t:
            ordered = False
        out_times[place] = t
        out_classes[place] = classes[i]
    return ordered


@compiled
def order_pairs(times: NDArray[np.int32], classes: NDArray[np.uint8], offsets: NDArray[np.int64]) -> None:
    """Bring each subject's events into order of time; those of one second keep their order."""
    for case in range(len(offsets) - 1):
        begin, end = offsets[case], offsets[case + 1]
        for i in range(begin + 1, end):
            if times[i - 1] <= times[i]:
                continue
            if end - begin > 64:
                order = np.argsort(times[begin:end], kind="mergesort")
                times[begin:end] = times[begin:end][order]
                classes[begin:end] = classes[begin:end][order]
                break
            t, kind = times[i], classes[i]
            j = i
            while j > begin and times[j - 1] > t:
                times[j], classes[j] = times[j - 1], classes[j - 1]
                j -= 1
            times[j], classes[j] = t, kind


def scattered(
    subjects: NDArray[np.int32],
    times: NDArray[np.int64],
    classes: NDArray[np.int32],
    offsets: NDArray[np.int64],
    base: int,
) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
    """Seconds since `base` and classes in order of (subject, time, arrival)."""
    out_times = np.empty(len(subjects), dtype=np.int32)
    out_classes = np.empty(len(subjects), dtype=np.uint8)
    if not _scatter(subjects, times, classes, offsets, base, out_times, out_classes):
        order_pairs(out_times, out_classes, offsets)
    return out_times, out_classes


@compiled
def first_rows(codes: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    """The first row of each code; -1 where there is none."""
    first = np.full(count, -1, np.int64)
    missing = count
    for i in range(len(codes)):
        if codes[i] >= 0 and first[codes[i]] < 0:
            first[codes[i]] = i
            missing -= 1
            if missing == 0:
                break
    return first


@compiled
def looked_up(codes: NDArray[np.int32], table: NDArray[np.int32], out: NDArray[np.int32]) -> None:
    """Replace each code by its item of a table; codes below zero by nothing."""
    for i in range(len(codes)):
        out[i] = table[codes[i]]


def clustered_rows(
    subjects: NDArray[np.int32], times: NDArray[np.int64], count: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows in order of (subject, time, arrival), and where each subject's begin."""
    offsets = case_offsets(subjects, count)
    rows, ordered = scattered_rows(subjects, times, offsets)
    if not ordered:
        order_within(rows, times, offsets)
    return rows, offsets
