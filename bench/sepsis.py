"""The benchmark's log: the hospital's sepsis cases, replicated to any size in arrival order."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import Element, iterparse

import numpy as np
from numpy.typing import NDArray

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLE = REPOSITORY.parent / "shared" / "samples" / "events" / "Sepsis_Cases.xes.gz"
CACHE = REPOSITORY / "out" / "bench-cache"
DAY = 86_400
SHIFT_DAYS = 3_650  # copies are spread over ten years, so that int32 seconds still hold them

KINDS = (
    "ER Registration", "ER Triage", "ER Sepsis Triage", "IV Antibiotics", "LacticAcid",
    "Admission NC", "Admission IC", "Release A", "CRP", "IV Liquid", "Leucocytes", "Return ER",
    "Release B", "Release C", "Release D", "Release E",
)  # fmt: skip
UNKNOWN = -1

Column = NDArray[np.int64] | NDArray[np.int32] | NDArray[np.int16] | NDArray[np.int8]


@dataclass(frozen=True)
class SepsisLog:
    """Events in arrival order: case number, UTC seconds, kind, group, and two facts (-1: not said)."""

    case: NDArray[np.int32]
    second: NDArray[np.int64]
    kind: NDArray[np.int8]  # place in KINDS
    group: NDArray[np.int8]
    infection: NDArray[np.int8]
    age: NDArray[np.int16]

    def __len__(self) -> int:
        """How many events the log has."""
        return len(self.case)

    @property
    def cases(self) -> int:
        """How many cases; they are numbered from 0 without gaps."""
        return int(self.case.max()) + 1 if len(self) else 0

    def take(self, rows: NDArray[np.intp]) -> SepsisLog:
        """The chosen events, in the order of `rows`."""
        return SepsisLog(*(getattr(self, field.name)[rows] for field in fields(self)))


def read_xes(path: Path) -> SepsisLog:
    """The original log: cases in file order, events in file order within a case."""
    rows: list[tuple[int, int, int, int, int, int]] = []
    groups: dict[str, int] = {}
    with gzip.open(path, "rb") as file:
        case = 0
        for _, element in iterparse(file):
            if element.tag.rpartition("}")[2] == "trace":
                rows.extend(_event(case, event, groups) for event in element if _is(event, "event"))
                case += 1
                element.clear()
    return _columns(rows)


def _is(element: Element, tag: str) -> bool:
    return element.tag.rpartition("}")[2] == tag


def _event(case: int, event: Element, groups: dict[str, int]) -> tuple[int, int, int, int, int, int]:
    said = {part.get("key", ""): part.get("value", "") for part in event}
    second = int(datetime.fromisoformat(said["time:timestamp"]).timestamp())
    group = groups.setdefault(said["org:group"], len(groups))
    infection = {"true": 1, "false": 0}.get(said.get("InfectionSuspected", ""), UNKNOWN)
    return case, second, KINDS.index(said["concept:name"]), group, infection, int(said.get("Age", UNKNOWN))


def _columns(rows: list[tuple[int, int, int, int, int, int]]) -> SepsisLog:
    table = np.array(rows, dtype=np.int64).reshape(-1, 6)
    types = (np.int32, np.int64, np.int8, np.int8, np.int8, np.int16)
    columns = [np.ascontiguousarray(table[:, i]).astype(t) for i, t in enumerate(types)]
    return SepsisLog(*columns)


def synthetic(*, cases: int = 1_050, seed: int = 7) -> SepsisLog:
    """A made-up log of the same shape, for where the sample is missing: same kinds, many ties."""
    random = np.random.default_rng(seed)
    rows: list[tuple[int, int, int, int, int, int]] = []
    for case in range(cases):
        start = int(random.integers(1_380_000_000, 1_430_000_000))
        count = 3 + int(random.poisson(11))
        gaps = random.choice((0, 60, 900, 7_200, 40_000, 90_000), size=count)
        later = random.choice(np.arange(3, len(KINDS)), size=count - 3)
        for place, kind in enumerate((0, 1, 2, *(int(k) for k in later))):
            second = start + int(gaps[: place + 1].sum())
            said = (int(random.integers(0, 2)), int(random.integers(20, 95)))
            facts = said if kind == 0 else (UNKNOWN, UNKNOWN)
            rows.append((case, second, kind, int(random.integers(0, 20)), *facts))
    return _columns(rows)


def original() -> tuple[SepsisLog, bool]:
    """The sample and True, or a synthetic log and False where the sample is missing."""
    return (read_xes(SAMPLE), True) if SAMPLE.exists() else (synthetic(), False)


def replicated(log: SepsisLog, *, copies: int, seed: int = 20_250_101) -> SepsisLog:
    """`copies` of the log under fresh case numbers, each case moved by whole days, in order of arrival.

    Cases are shuffled; events of a case that share their second keep their order in the file.
    """
    random = np.random.default_rng(seed)
    cases, events = log.cases, len(log)
    copy = np.repeat(np.arange(copies, dtype=np.int64), events)
    rows = np.tile(np.arange(events, dtype=np.intp), copies)
    number = random.permutation(cases * copies).astype(np.int32)
    shift = random.integers(0, SHIFT_DAYS, size=cases * copies) * DAY
    old = copy * cases + log.case[rows]
    moved = SepsisLog(
        number[old], log.second[rows] + shift[old],
        log.kind[rows], log.group[rows], log.infection[rows], log.age[rows],
    )  # fmt: skip
    by_case = np.argsort(moved.case, kind="stable")
    moved = moved.take(by_case)
    return moved.take(np.argsort(moved.second, kind="stable"))


COPIES = {"1e5": 7, "1e6": 66, "1e7": 658}


def kept_file(size: str) -> Path:
    """Where the replicated log of that size is kept; other processes read it from there."""
    return CACHE / f"{'sepsis' if SAMPLE.exists() else 'synthetic'}-{size}.npz"


def sized(size: str) -> tuple[SepsisLog, bool]:
    """The replicated log of about that many events, kept under out/ after the first time."""
    kept = kept_file(size)
    if kept.exists():
        with np.load(kept) as file:
            return SepsisLog(*(file[field.name] for field in fields(SepsisLog))), SAMPLE.exists()
    source, real = original()
    log = replicated(source, copies=COPIES[size])
    kept.parent.mkdir(parents=True, exist_ok=True)
    np.savez(kept, **{field.name: getattr(log, field.name) for field in fields(SepsisLog)})
    return log, real
