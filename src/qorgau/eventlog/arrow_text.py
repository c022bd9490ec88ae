"""Plain columns of text as Arrow keeps them, and the few things done with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Strings = pa.StringArray


def strings(texts: Iterable[str | None]) -> Strings:
    """A column of text from Python texts; None is null."""
    return pa.array(list(texts), pa.string())


def bytes_and_places(texts: Strings) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The bytes of all texts, and where in them each one begins (and the last one ends)."""
    filled = texts.fill_null("") if texts.null_count else texts
    _, offsets, data = filled.buffers()
    if offsets is None:
        return np.empty(0, np.uint8), np.zeros(1, np.int64)
    places = np.frombuffer(memoryview(offsets), np.int32)
    places = places[filled.offset : filled.offset + len(filled) + 1]
    content = np.empty(0, np.uint8) if data is None else np.frombuffer(memoryview(data), np.uint8)
    return content, places.astype(np.int64)


def lengths(texts: Strings) -> NDArray[np.int64]:
    """The length of each text in bytes; null is 0."""
    return np.diff(bytes_and_places(texts)[1])


def chosen(texts: Strings, rows: NDArray[Any]) -> Strings:
    """The texts of the chosen rows, by number or by a mask."""
    picked: Any = pa.array(rows)
    return texts.filter(picked) if rows.dtype == np.bool_ else texts.take(picked)


def is_one_of(texts: Strings, words: Collection[str]) -> NDArray[np.bool_]:
    """Where a text, spaces around it aside, is one of the words."""
    trimmed = pc.utf8_trim_whitespace(texts)
    found: Any = pc.is_in(trimmed, value_set=pa.array(sorted(words), pa.string()))
    return cast("NDArray[np.bool_]", found.to_numpy(zero_copy_only=False))


def texts_of_seconds(seconds: NDArray[np.int64], absent: NDArray[np.bool_], form: str) -> Strings:
    """Seconds since 1970 written in a strftime format; null where absent."""
    stamps: Any = pa.array(seconds, mask=absent).cast(pa.timestamp("s"))
    return cast(Strings, pc.strftime(stamps, format=form))
