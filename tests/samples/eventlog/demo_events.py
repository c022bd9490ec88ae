"""The demo's custody log as events to export: real variety, and verdicts to compare."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from qorgau.eventlog.log import UNKNOWN_SECOND, Log
from qorgau.eventlog.map_yaml import load_map
from qorgau.eventlog.reading import read_log
from qorgau.eventlog.writing import Event, Export, Told

ROOT = Path(__file__).parent.parent.parent.parent
DEMO = ROOT / "demo" / "custody.csv"
DEMO_MAP = ROOT / "demo" / "custody.map.yaml"


def demo_log() -> Log:
    return read_log(DEMO, load_map(DEMO_MAP))


def demo_export() -> Export:
    log = demo_log()
    return Export(
        name=log.name, role=log.role, zone=log.zone, events=list(events_of(log)), observes=log.observes
    )


def events_of(log: Log) -> Iterator[Event]:
    for row in range(len(log)):
        objects = {log.role: (log.subjects[row],)}
        objects |= {role: (name,) for role, texts in log.objects.items() if (name := texts[row])}
        recorded = None if log.recorded is None else int(log.recorded[row])
        yield Event(
            id=f"entry-{row}",
            kind=log.kinds[row],
            happened=(Told(int(log.earliest[row]), int(log.latest[row]), log.sources[row]),),
            recorded=None if recorded == UNKNOWN_SECOND else recorded,
            objects=objects,
            facts={name: text for name, texts in log.facts.items() if (text := texts[row]) is not None},
        )


def in_utc(instant: int) -> str:
    return str(datetime.fromtimestamp(instant, UTC))
