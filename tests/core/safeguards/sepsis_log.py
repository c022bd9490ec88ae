"""The hospital log of the benchmark as a record, read without any of our readers."""

from __future__ import annotations

import gzip
from datetime import datetime
from pathlib import Path
from xml.etree.ElementTree import iterparse

import numpy as np

from qorgau.clock import zone_named
from qorgau.safeguards import Column, Record

REPOSITORY = Path(__file__).resolve().parents[3]
SAMPLE = REPOSITORY / "../shared/samples/events/Sepsis_Cases.xes.gz"
RULES = REPOSITORY / "bench/rules.yaml"


def column(texts: list[str | None]) -> Column:
    """Texts as codes, in the order in which they first appear."""
    index: dict[str, int] = {}
    codes = [-1 if text is None else index.setdefault(text, len(index)) for text in texts]
    return Column(np.array(codes, dtype=np.int32), tuple(index))


def sepsis_record() -> Record:
    """All events in order of the file; the subject is the trace."""
    cases: list[str | None] = []
    events: list[dict[str, str]] = []
    with gzip.open(SAMPLE, "rb") as file:
        for _, element in iterparse(file):
            if element.tag.rpartition("}")[2] != "trace":
                continue
            own = [
                {part.get("key", ""): part.get("value", "") for part in event}
                for event in element
                if event.tag.rpartition("}")[2] == "event"
            ]
            cases.extend([f"case-{len(set(cases))}"] * len(own))
            events.extend(own)
            element.clear()
    seconds = [int(datetime.fromisoformat(event["time:timestamp"]).timestamp()) for event in events]
    times = np.array(seconds, dtype=np.int64)
    names = ("Age", "InfectionSuspected", "org:group")
    return Record(
        role="case",
        subjects=column(cases),
        kinds=column([event["concept:name"] for event in events]),
        earliest=times,
        latest=times,
        zone=zone_named("Europe/Amsterdam"),
        facts={name: column([event.get(name) for event in events]) for name in names},
    )
