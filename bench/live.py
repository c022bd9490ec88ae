"""Live use: one entry arrives, and every clock of 50 safeguards on its subject is up to date."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bench.measure import Row, Took, took
from qorgau.clock import Interval, zone_named
from qorgau.lawbook import Lawbook, Safeguard, load
from qorgau.safeguards import Entry, History, Live, assess

SAFEGUARDS = 50
ENTRIES = 40
START = 1_740_000_000
STEP = 1_800
AIM = 0.001  # seconds


def fifty(book: Lawbook) -> tuple[Safeguard, ...]:
    """The first 50 safeguards of the book that are counted per custody."""
    return tuple(rule for rule in book.safeguards.values() if rule.per == "custody")[:SAFEGUARDS]


def story(rules: tuple[Safeguard, ...]) -> tuple[Entry, ...]:
    """A made-up custody: the kinds the rules speak of, one every half hour."""
    kinds = tuple(dict.fromkeys(kind for rule in rules for kind in (*rule.starts, *rule.answers, *rule.acts)))
    return tuple(
        Entry(
            id=str(i),
            seq=i,
            kind=kinds[i % len(kinds)],
            happened=Interval(START + i * STEP, START + i * STEP),
            by="police_entry",
            facts={"age": "30"} if i == 0 else {},
            objects={"custody": ("1",)},
        )
        for i in range(ENTRIES)
    )


def rows(*, runs: int) -> Iterator[Row]:
    """Seconds per entry, averaged over one custody of 40 entries."""
    book = load(("kz",))
    rules = fifty(book)
    entries = story(rules)
    scale = f"{len(rules)} safeguards"
    ways = {
        "live, per entry: clocks, changed verdicts, next due": _changed,
        "live, per entry: clocks and every verdict": _every,
        "the subject assessed anew at each entry": _anew,
    }
    for what, way in ways.items():
        yield _row(what, scale, took(partial(way, book, rules, entries), runs=runs), len(entries))


def _changed(book: Lawbook, rules: tuple[Safeguard, ...], entries: tuple[Entry, ...]) -> None:
    live = Live(rules, lawbook=book, zone=zone_named(book.zone))
    for entry in entries:
        live.observe(entry)
        live.touched(entry.happened.latest)
        live.next_due()


def _every(book: Lawbook, rules: tuple[Safeguard, ...], entries: tuple[Entry, ...]) -> None:
    live = Live(rules, lawbook=book, zone=zone_named(book.zone))
    for entry in entries:
        live.observe(entry)
        live.verdicts(entry.happened.latest)


def _anew(book: Lawbook, rules: tuple[Safeguard, ...], entries: tuple[Entry, ...]) -> None:
    zone = zone_named(book.zone)
    for count in range(1, len(entries) + 1):
        history = History.of(entries[:count], zone=zone)
        assess(history, rules, lawbook=book, as_of=entries[count - 1].happened.latest)


def _row(what: str, scale: str, whole: Took, entries: int) -> Row:
    each = Took(whole.best / entries, whole.median / entries, whole.runs)
    said = f"{entries} entries of one custody"
    return Row(what, scale, each.median, each.best / AIM, "1 ms, the aim", said, each.runs, each.best)
