"""Measuring: several repetitions, the median reported, and rows whose ratio comes from the same run."""

from __future__ import annotations

import gc
import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of several repetitions of the same work."""

    best: float
    median: float
    runs: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the benchmark's table."""

    what: str
    scale: str  # what it was done on: 1e7 events, 50 safeguards ...
    seconds: float | None  # the median; None where it could not be measured
    ratio: float | None = None
    against: str = ""  # what the ratio divides by, measured in the same run
    said: str = ""  # agreement with peers, targets, why something is missing
    runs: int = 1
    best: float | None = None  # the least disturbed run

    def as_json(self) -> dict[str, object]:
        """The row for --json."""
        return asdict(self)


def took(work: Callable[[], object], *, runs: int, warm: bool = True) -> Took:
    """Time `work` several times; a first call, which may compile or fill caches, is left out."""
    if warm:
        work()
    seconds = []
    for _ in range(runs):
        gc.collect()
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return Took(min(seconds), statistics.median(seconds), runs)


def row(
    what: str, scale: str, time_taken: Took, *, against: tuple[str, Took] | None = None, said: str = ""
) -> Row:
    """A row from a measurement and what it is compared with.

    The ratio is that of the least disturbed run of each: what shares the machine only ever adds.
    """
    ratio = None if against is None else time_taken.best / against[1].best
    name = against[0] if against else ""
    return Row(what, scale, time_taken.median, ratio, name, said, time_taken.runs, time_taken.best)


def machine() -> str:
    """The machine in one line: processor, cores, memory, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB,"
        f" {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown processor")
