"""`python -m bench`: one table, each row with its ratio measured in the same run."""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import (
    browser_bench,
    complaints_bench,
    end_to_end,
    linking_bench,
    live,
    reading_bench,
    site_bench,
    whole_record,
    with_peers,
)
from bench.measure import Row, machine
from bench.sepsis import COPIES, SAMPLE

_SECTIONS = ("record", "check", "live", "ledger", "site", "complaints", "treaty")


def main() -> None:
    """Measure what was asked for, print the table, write the JSON."""
    asked = _arguments()
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=180)  # a pipe has no width of its own
    console.print(machine())
    if not SAMPLE.exists():
        console.print("The sample log is missing (../shared/samples): a synthetic log of its shape is used.")
    started = time.perf_counter()
    rows: list[Row] = []
    for row in _rows(asked):
        console.print(f"[dim]{row.what}, {row.scale}: {_seconds(row.seconds)}[/dim]", soft_wrap=True)
        rows.append(row)
    total = time.perf_counter() - started
    console.print(_table(rows))
    console.print(
        f"A ratio compares the best runs of both where best is given. Whole benchmark: {total:.0f} s."
    )
    if asked.json:
        asked.json.parent.mkdir(parents=True, exist_ok=True)
        said = {"machine": machine(), "seconds": total, "rows": [row.as_json() for row in rows]}
        asked.json.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--sizes", nargs="+", choices=tuple(COPIES), default=list(COPIES), help="events in the log"
    )
    parser.add_argument(
        "--only", nargs="+", choices=_SECTIONS, default=list(_SECTIONS), help="sections to run"
    )
    parser.add_argument(
        "--short", action="store_true", help="the site and complaints in a small store and short steps"
    )
    parser.add_argument("--runs", type=int, default=7, help="repetitions of short measurements")
    parser.add_argument(
        "--peers", action="store_true", help="also pm4py and Declare4Py, each in its own environment"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows as JSON")
    return parser.parse_args()


def _rows(asked: argparse.Namespace) -> Iterator[Row]:
    if "record" in asked.only:
        yield from whole_record.rows(tuple(asked.sizes), runs=asked.runs)
    if asked.peers:
        yield from with_peers.rows(whole_record.ours(with_peers.SIZE, runs=asked.runs))
    if "check" in asked.only:
        yield from end_to_end.rows(asked.sizes[-1], runs=min(2, asked.runs))
    if "live" in asked.only:
        yield from live.rows(runs=min(5, asked.runs))
    if "ledger" in asked.only:
        yield from _ledger()
    if "site" in asked.only:
        yield from site_bench.rows(short=asked.short)
    if "complaints" in asked.only:
        yield from complaints_bench.rows(short=asked.short)
        yield from browser_bench.rows(runs=min(5, asked.runs))
    if "treaty" in asked.only:
        yield from reading_bench.rows(runs=min(5, asked.runs))
        yield from linking_bench.rows(runs=min(2, asked.runs))


def _ledger() -> Iterator[Row]:
    """Appends, proofs and verification; measured by a module of the ledger's own."""
    try:
        module = importlib.import_module("bench.ledger_bench")
    except ModuleNotFoundError as error:
        yield Row("ledger", "", None, said=f"not measured: {error}")
        return
    yield from module.rows()


def _seconds(seconds: float | None) -> str:
    if seconds is None:
        return "not measured"
    if seconds >= 1:
        return f"{seconds:.2f} s"
    if seconds >= 1e-3:
        return f"{seconds * 1e3:.2f} ms"
    return f"{seconds * 1e6:.1f} µs" if seconds >= 1e-6 else f"{seconds * 1e9:.2f} ns"


def _table(rows: list[Row]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("what")
    table.add_column("on")
    table.add_column("median", justify="right", no_wrap=True)
    table.add_column("best", justify="right", no_wrap=True)
    table.add_column("runs", justify="right")
    table.add_column("ratio", justify="right", no_wrap=True)
    table.add_column("against")
    table.add_column("")
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:,.3g}" if row.ratio < 1_000 else f"{row.ratio:,.0f}"
        best = "" if row.best is None or row.runs == 1 else _seconds(row.best)
        median = _seconds(row.seconds)
        table.add_row(row.what, row.scale, median, best, str(row.runs), ratio, row.against, row.said)
    return table


if __name__ == "__main__":
    main()
