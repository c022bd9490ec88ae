"""Writing a table to CSV or Parquet, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
from numpy.typing import NDArray

from qorgau.eventlog.log import Texts

TableColumn = Sequence[Any] | NDArray[Any] | Texts


def write_table(columns: Mapping[str, TableColumn], path: Path) -> None:
    """Write columns of one length to a .csv or .parquet file.

    The file appears only when it is complete; one of that name is replaced then and not before.
    Raises ValueError for another ending or columns of different lengths.
    """
    if path.suffix.lower() not in _WRITERS:
        raise ValueError(
            f"{path.name}: tables are written as .csv or .parquet. Give the file one of the two."
        )
    lengths = {name: len(column) for name, column in columns.items()}
    if len(set(lengths.values())) > 1:
        raise ValueError(f"{path.name}: the columns differ in length: {lengths}.")
    table = pa.table({name: _array(column) for name, column in columns.items()})
    _replace_whole(table, path)


def _array(column: TableColumn) -> pa.Array[Any]:
    if isinstance(column, Texts):
        codes: Any = pa.array(column.codes, mask=column.codes < 0)
        values: Any = pa.array(column.values, pa.string())
        return cast("pa.Array[Any]", pa.DictionaryArray.from_arrays(codes, values))
    if isinstance(column, np.ndarray):
        return cast("pa.Array[Any]", pa.array(column))
    return cast("pa.Array[Any]", pa.array(list(column)))


def _replace_whole(table: pa.Table, path: Path) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _WRITERS[path.suffix.lower()](table, file)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644 & ~_umask())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    """The permissions withheld from new files, which a temporary file does not honour."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _write_csv(table: pa.Table, file: Any) -> None:
    plain = [
        field.with_type(pa.string()) if pa.types.is_dictionary(field.type) else field
        for field in table.schema
    ]
    pa_csv.write_csv(table.cast(pa.schema(plain)), file)


def _write_parquet(table: pa.Table, file: Any) -> None:
    pq.write_table(table, file, compression="zstd")


_WRITERS = {".csv": _write_csv, ".parquet": _write_parquet}
