"""The distinct values of a column and each row's place among them, by counting where that is faster."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from qorgau.eventlog.log import Codes, Texts


def encoded(column: pa.Array[Any] | pa.ChunkedArray[Any]) -> Texts:
    """Any column of single values as dictionary-encoded text; null is absent."""
    if pa.types.is_integer(column.type) and not column.null_count:
        counted = _counted(_numbers(column))
        if counted is not None:
            return Texts(counted[0], tuple(map(str, counted[1].tolist())))
    if pa.types.is_string(column.type) and not column.null_count:
        numerals = _numerals(column)
        if numerals is not None:
            return numerals
    return _hashed(column)


def _numerals(column: pa.Array[Any] | pa.ChunkedArray[Any]) -> Texts | None:
    """Texts that are all whole numbers in their shortest writing (7 and not 07), else None."""
    try:
        # Names give themselves away at once.
        column.slice(0, 1000).cast(pa.int64())
        counted = _counted(_numbers(column.cast(pa.int64())))
    except pa.ArrowInvalid:
        return None
    if counted is None:
        return None
    codes, numbers = counted
    values = tuple(map(str, numbers.tolist()))
    times = np.bincount(codes, minlength=len(values))
    # The shortest writing is shorter than any other, so equal total lengths prove it for each.
    shortest = int(np.dot(times, [len(value) for value in values]))
    return Texts(codes, values) if shortest == _total_length(column) else None


def _total_length(column: pa.Array[Any] | pa.ChunkedArray[Any]) -> int:
    total = 0
    for chunk in column.chunks if isinstance(column, pa.ChunkedArray) else [column]:
        if len(chunk):
            offsets: Any = chunk.buffers()[1]
            places = np.frombuffer(offsets, np.int32)
            total += int(places[chunk.offset + len(chunk)]) - int(places[chunk.offset])
    return total


def _numbers(column: Any) -> NDArray[np.int64]:
    numbers: NDArray[np.int64] = column.cast(pa.int64()).to_numpy()
    return numbers


def _counted(numbers: NDArray[np.int64]) -> tuple[Codes, NDArray[np.int64]] | None:
    """Codes and distinct numbers in rising order, if they lie close enough to be counted off."""
    if not len(numbers):
        return None
    low, high = int(numbers.min()), int(numbers.max())
    if high - low > 4 * len(numbers) + 1024:
        return None
    shifted = numbers - low
    seen = np.zeros(high - low + 1, np.int32)
    seen[shifted] = 1
    codes = (np.cumsum(seen, dtype=np.int32) - 1)[shifted]
    return codes, np.flatnonzero(seen) + low


def _hashed(column: pa.Array[Any] | pa.ChunkedArray[Any]) -> Texts:
    chunked = column if isinstance(column, pa.ChunkedArray) else pa.chunked_array([column])
    if pa.types.is_dictionary(chunked.type):
        whole: Any = chunked.unify_dictionaries()
    else:
        whole = chunked.dictionary_encode()
    if not whole.num_chunks:
        return Texts.absent(length=0)
    parts = [_codes(chunk.indices) for chunk in whole.chunks]
    # Every chunk shares one dictionary, of which the last chunk has seen all.
    return _named(np.concatenate(parts), whole.chunks[-1].dictionary.to_pylist())


def _codes(indices: Any) -> Codes:
    filled = indices.fill_null(-1) if indices.null_count else indices
    codes: Codes = filled.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
    return codes


def _named(codes: Codes, values: list[Any]) -> Texts:
    if None in values:
        codes = np.where(codes == values.index(None), np.int32(-1), codes)
    return Texts(codes, tuple("" if value is None else str(value) for value in values))
