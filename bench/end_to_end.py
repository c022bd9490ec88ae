"""`qorgau check` as a user runs it, from a Parquet file to the table, beside reading that file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from bench.measure import Row, row, took
from bench.parquet_log import parquet_of
from bench.rules import RULES
from bench.sepsis import CACHE


def rows(size: str, *, runs: int) -> Iterator[Row]:
    """The whole command in a process of its own, against pyarrow reading the same file."""
    file, log_map = parquet_of(size)
    reading = took(lambda: pq.read_table(file), runs=max(3, runs))
    scale = f"{size} events"
    yield row("pyarrow reads the Parquet file", scale, reading)
    yield row(
        "qorgau check, from Parquet to the table",
        scale,
        took(lambda: _check(file, log_map), runs=runs, warm=False),
        against=("reading that file", reading),
        said="20 rules, start of the process included",
    )


def _check(file: Path, log_map: Path) -> None:
    command = [str(Path(sys.executable).with_name("qorgau")), "check", str(file), "--map", str(log_map)]
    options = ["--rules", str(RULES), "--as-of", "closed", "--threads", "2"]
    subprocess.run([*command, *options], check=True, capture_output=True, env=_environment())


def _environment() -> dict[str, str]:
    """Bytecode is kept between runs as it is for any user, even where this process was told not to."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(CACHE / "pycache")}
