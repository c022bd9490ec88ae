"""Which reader a file needs: by its ending, and by its first bytes where the ending is silent."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from qorgau.eventlog.csv_source import CsvLayout, read_csv
from qorgau.eventlog.log import UnreadableLogError
from qorgau.eventlog.logmap import LogMap
from qorgau.eventlog.parquet_source import read_parquet
from qorgau.eventlog.sheet_source import read_sheet
from qorgau.eventlog.table import Progress, Table
from qorgau.eventlog.xes_source import read_xes

_CSV_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".tab"})
_SHEET_ENDINGS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_PARQUET_ENDINGS = frozenset({".parquet", ".pq"})


def read_source(
    path: Path, *, only: Collection[str] | None, log_map: LogMap | None, progress: Progress
) -> Table:
    """Read the columns in `only` (all if None) of any file this software knows."""
    ending = ending_of(path)
    progress("reading the file", 0, 1)
    if ending in _CSV_ENDINGS:
        layout = CsvLayout()
        if log_map is not None:
            layout = CsvLayout(log_map.encoding, log_map.delimiter, log_map.header)
        table = read_csv(path, only=only, layout=layout)
    elif ending in _SHEET_ENDINGS:
        sheet, header = (None, None) if log_map is None else (log_map.sheet, log_map.header)
        table = read_sheet(path, only=only, sheet=sheet, header=header)
    elif ending in _PARQUET_ENDINGS:
        table = read_parquet(path, only=only)
    elif ending == ".xes":
        table = read_xes(path, only=only, progress=progress)
    else:
        raise UnreadableLogError(
            place=path.name,
            why=f"the ending `{ending or 'none'}` is not one of a log.",
            mend="Logs are read from .csv, .tsv, .txt, .xlsx, .parquet and .xes, also .csv.gz and .xes.gz.",
        )
    progress("reading the file", 1, 1)
    return table


def ending_of(path: Path) -> str:
    """The file's ending in lower case, without .gz."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix
