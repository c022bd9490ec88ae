"""`qorgau check`: a log against the law, with one command."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from qorgau.clock import TimeError, now, read_instant, zone_named
from qorgau.eventlog.log import Log, UnreadableLogError
from qorgau.eventlog.logmap import LogMap, MapError
from qorgau.eventlog.map_yaml import load_map
from qorgau.eventlog.reading import read_log
from qorgau.lawbook import Language, Lawbook, LawFileError, Safeguard, load, read_rules
from qorgau.portal.checking.outcome import Question, check_log, outcome_columns, worst_cases
from qorgau.portal.checking.result import CheckResult
from qorgau.portal.checking.table import show
from qorgau.portal.checking.whole_file import write_whole
from qorgau.portal.checking.why import NoSuchSubjectError, show_why
from qorgau.safeguards import GroupVerdicts, UncheckableRuleError
from qorgau.wording import language_option


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where a result goes besides the terminal."""

    json: Path | None
    out: Path | None
    report: Path | None

    def refuse_before_work(self) -> None:
        """A long check must not end in a file that cannot be written."""
        if self.out is not None and self.out.suffix not in {".csv", ".parquet"}:
            raise UnreadableLogError(
                place=f"--out {self.out.name}",
                why="the rows are written as CSV or Parquet.",
                mend="End its name in .csv or .parquet.",
            )
        for path in (self.json, self.out, self.report):
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)

    def write(self, result: CheckResult, groups: tuple[GroupVerdicts, ...], language: Language) -> None:
        """Write what was asked for; each file appears whole or not at all."""
        if self.json:
            write_whole(self.json, json.dumps(result.as_json(), ensure_ascii=False, indent=1) + "\n")
        if self.out:
            from qorgau.eventlog.table_file import write_table

            write_table(outcome_columns(groups, result.zone), self.out)
        if self.report:
            from qorgau.portal.checking.report import write_report

            write_report(
                result,
                self.report,
                worst=worst_cases(groups, result.zone, language=language),
                language=language,
            )


_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("log", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--map", "map_file", type=_file, help="YAML that says which column is what; proposed if not given."
)
@click.option(
    "--propose-map", is_flag=True, help="Only print a proposed map for this log, to be saved and corrected."
)
@click.option(
    "--law",
    "packs",
    multiple=True,
    metavar="PACK",
    help="Pack to check against (repeatable); includes what it builds on.",
)
@click.option("--rules", type=_file, help="YAML with further safeguards.")
@click.option("--safeguard", "only", multiple=True, metavar="ID", help="Only these safeguards (repeatable).")
@click.option(
    "--as-of",
    default="",
    metavar="TIME",
    help="Clocks run to this local time; `closed`: nothing stays open. Default: the log's last time.",
)
@click.option("--json", "json_file", type=_file, help="Write the result as JSON.")
@click.option("--out", type=_file, help="Write one row per subject and safeguard (.csv or .parquet).")
@click.option("--report", type=_file, help="Write a page with charts (.html).")
@click.option(
    "--why", metavar="SUBJECT", help="Explain every verdict on this one subject: entries, law, arithmetic."
)
@click.option(
    "--threads", type=click.IntRange(1, 64), default=1, show_default=True, help="Threads for large logs."
)
@language_option
def check(
    log: Path,
    map_file: Path | None,
    propose_map: bool,
    packs: tuple[str, ...],
    rules: Path | None,
    only: tuple[str, ...],
    as_of: str,
    json_file: Path | None,
    out: Path | None,
    report: Path | None,
    why: str | None,
    threads: int,
    lang: str,
) -> None:
    """Check LOG (CSV, Parquet, XLSX or XES, also .gz) against the law and say how each safeguard fared."""
    started = time.perf_counter()
    try:
        if propose_map:
            from qorgau.eventlog.map_writing import dump_map

            click.echo(dump_map(_proposed(log)), nl=False)
            return
        outputs = Outputs(json_file, out, report)
        outputs.refuse_before_work()
        book, safeguards = _law(packs, rules, only)
        read = _read(log, map_file)
        question = Question(book, safeguards, _as_of(as_of, read), not as_of, threads)
        console = Console(highlight=False, soft_wrap=True)
        if why is not None:
            show_why(read, question, why, console, language=Language(lang))
            return
        with _progress("checking") as advance:
            result, groups = check_log(read, question, progress=advance, started=started)
        show(result, console, language=Language(lang))
        outputs.write(result, groups, Language(lang))
    except (
        UnreadableLogError,
        MapError,
        NoSuchSubjectError,
        LawFileError,
        UncheckableRuleError,
        OSError,
    ) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)


def _read(path: Path, map_file: Path | None) -> Log:
    if map_file is None:
        click.echo("No --map was given: one was proposed and used. See it with --propose-map.", err=True)
    log_map = load_map(map_file) if map_file else _proposed(path)
    with _progress("reading") as advance:
        return read_log(
            path, log_map, progress=lambda _, done, total: advance(done / total if total else 1.0)
        )


def _proposed(path: Path) -> LogMap:
    from qorgau.eventlog.proposing import propose_map

    return propose_map(path)


def _law(
    packs: tuple[str, ...], rules: Path | None, only: tuple[str, ...]
) -> tuple[Lawbook, tuple[Safeguard, ...]]:
    """The book and the safeguards asked for; with a rules file alone, only its rules."""
    named = packs or (() if rules else ("international",))
    book = load(named)
    if not named:
        book = Lawbook(book.packs, {}, book.kinds, book.roles, book.speakers)
    if rules:
        book = book.with_rules(read_rules(rules))
    if not only:
        return book, tuple(book.safeguards.values())
    for name in only:
        if name not in book.safeguards:
            raise LawFileError(
                f"there is no safeguard `{name}` in what was given. `qorgau law list` shows those of the packs."
            )
    return book, tuple(book.safeguards[name] for name in only)


def _as_of(text: str, log: Log) -> int | None:
    """The instant clocks run to; None when the log is closed."""
    if text == "closed":
        return None
    if not text:
        return _last_time(log)
    try:
        return read_instant(text, zone_named(log.zone)).latest
    except TimeError as error:
        raise UnreadableLogError(place="--as-of", why=str(error), mend="Or write `closed`.") from error


def _last_time(log: Log) -> int:
    """The log's last time; of a log without dates (each time spans more than a year), the present."""
    dated = log.latest[log.latest - log.earliest <= 366 * 86400]
    return int(dated.max()) if len(dated) else now()


@contextmanager
def _progress(doing: str) -> Iterator[Callable[[float], None]]:
    """A bar on the error stream; it takes the share done, 0 to 1, and vanishes when finished."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn(doing),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task(doing, total=1.0)
        yield lambda share: bar.update(task, completed=share)
