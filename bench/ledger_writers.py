"""Processes that write for some seconds and tell how long each write took to be durable."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from typing import Any

PAYLOAD = b"x" * 400  # about an entry's canonical bytes
Work = Callable[[Any, float, Barrier], list[float]]


@dataclass(frozen=True)
class Burst:
    """What some writers did together."""

    per_second: float
    p99: float
    p50: float


def burst(work: Work, *, writers: int, seconds: float, argument: object) -> Burst:
    """Run `work` in so many processes at once; all start together when each is connected."""
    context = multiprocessing.get_context("spawn")
    ready, answers = context.Barrier(writers + 1), context.Queue()
    processes = [
        context.Process(target=_report, args=(work, argument, seconds, ready, answers))
        for _ in range(writers)
    ]
    for process in processes:
        process.start()
    ready.wait(timeout=120)
    started = time.perf_counter()
    taken = sorted(one for _ in processes for one in answers.get(timeout=seconds + 120))
    elapsed = time.perf_counter() - started
    for process in processes:
        process.join()
    return Burst(len(taken) / elapsed, taken[int(len(taken) * 0.99)], taken[len(taken) // 2])


def _report(work: Work, argument: object, seconds: float, ready: Barrier, answers: Any) -> None:
    answers.put(work(argument, seconds, ready))


def recording(environment: dict[str, str], seconds: float, ready: Barrier) -> list[float]:
    """Append entries through the record: checked, committed to, durable, promised.

    Their object is of a role that no slice folds: what folding a custody costs is measured by
    `--only site`, where a custody has tens of entries, not the thousands one writer adds here.
    """
    os.environ.update(environment)
    from qorgau.recording.starting import start_django

    start_django()
    from qorgau.recording.drafts import Draft, new_entry_id
    from qorgau.recording.kinds import EntryKind, register_kinds
    from qorgau.recording.record import record

    register_kinds([EntryKind(name="Noted", roles=frozenset({"measured"}))])
    facts = {"text": "x" * 120, "room": "7"}
    measured = secrets.token_hex(8)

    def append() -> None:
        record(
            [
                Draft(
                    id=new_entry_id(), kind="Noted", recorded=1_000, for_body="police", by="officer-1",
                    objects={"measured": [measured]}, facts=facts,
                )
            ],
            received=1_000,
        )  # fmt: skip

    append()
    return list(_timed(append, seconds, ready))


def bare_sqlite(path: str, seconds: float, ready: Barrier) -> list[float]:
    """Insert a row and commit, with nothing around it: SQLite's own polling decides who is next."""
    return list(_timed(bare_commit(path), seconds, ready))


def bare_sqlite_in_turn(path: str, seconds: float, ready: Barrier) -> list[float]:
    """The same bare commits by writers who queue as the record's writers do, so that none starves."""
    commit, queue = bare_commit(path), os.open(f"{path}-queue", os.O_RDWR | os.O_CREAT)

    def commit_in_turn() -> None:
        fcntl.flock(queue, fcntl.LOCK_EX)
        commit()
        fcntl.flock(queue, fcntl.LOCK_UN)

    return list(_timed(commit_in_turn, seconds, ready))


def bare_commit(path: str) -> Callable[[], None]:
    """Open the file, made at need, and give what inserts one row and commits."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=60)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, body BLOB)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare VALUES (?, ?)", (secrets.token_hex(16), PAYLOAD))
        connection.execute("COMMIT")

    return commit


def bare_postgresql(address: str, seconds: float, ready: Barrier) -> list[float]:
    """Insert a row and commit, with nothing around it."""
    import psycopg

    connection = psycopg.connect(address)
    connection.execute("SELECT pg_advisory_xact_lock(1)")
    connection.execute("CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, body bytea)")
    connection.commit()

    def commit() -> None:
        connection.execute("INSERT INTO bare VALUES (%s, %s)", (secrets.token_hex(16), PAYLOAD))
        connection.commit()

    return list(_timed(commit, seconds, ready))


def _timed(write: Callable[[], None], seconds: float, ready: Barrier) -> Iterator[float]:
    ready.wait(timeout=120)
    ends = time.perf_counter() + seconds
    before = time.perf_counter()
    while before < ends:
        write()
        after = time.perf_counter()
        yield after - before
        before = after
