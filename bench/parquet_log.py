"""The replicated log as the Parquet file and the map that `qorgau check` reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from bench.sepsis import CACHE, KINDS, SepsisLog, sized

MAP = """\
log: replicated sepsis log
subject: {role: case, column: case}
kind: {column: activity}
times: [happened]
zone: UTC
facts: {org:group: group, InfectionSuspected: infection, Age: age}
"""


def parquet_of(size: str) -> tuple[Path, Path]:
    """The log of that size as Parquet, and its map; written the first time, kept under out/."""
    log, real = sized(size)
    file = CACHE / f"{'sepsis' if real else 'synthetic'}-{size}.parquet"
    log_map = CACHE / "sepsis.map.yaml"
    log_map.write_text(MAP, encoding="utf-8")
    if not file.exists():
        partial = file.with_suffix(".part")
        pq.write_table(_table(log), partial)
        partial.rename(file)
    return file, log_map


def _table(log: SepsisLog) -> pa.Table:
    cases = np.char.add("case ", np.arange(log.cases).astype(str))
    return pa.table(
        {
            "case": _words(log.case, cases),
            "activity": _words(log.kind, KINDS),
            "happened": pa.array(log.second * 1_000_000, pa.timestamp("us", tz="UTC")),
            "group": _words(log.group, tuple(f"group {i}" for i in range(int(log.group.max()) + 1))),
            "infection": _words(log.infection, ("false", "true")),
            "age": pa.array(log.age, pa.int16(), mask=log.age < 0),
        }
    )


def _words(codes: NDArray[np.generic], words: tuple[str, ...] | NDArray[np.str_]) -> pa.Array[Any]:
    """A text column; a negative code is an empty cell."""
    numbers = codes.astype(np.int32)
    index = pa.array(numbers, pa.int32(), mask=numbers < 0)
    return pa.DictionaryArray.from_arrays(index, pa.array(list(words), pa.string())).cast(pa.string())
