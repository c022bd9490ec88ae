"""The record and its log: acknowledged appends beside bare commits of the same database, and proofs."""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.ledger_writers import (
    Burst,
    Work,
    bare_commit,
    bare_postgresql,
    bare_sqlite,
    bare_sqlite_in_turn,
    burst,
    recording,
)
from bench.measure import Row, took
from qorgau.ledger.commitment import leaf_hash
from qorgau.ledger.proofs import verify_inclusion
from qorgau.ledger.tree import Tree, node_hash

WRITERS = (1, 4, 16)
ROUNDS = 2
SECONDS = 1.5
LEAVES = 131_072
_PROOFS = 5_000


def rows() -> Iterator[Row]:
    """All rows of the ledger, SQLite always, PostgreSQL where its programs are installed."""
    yield from _tree_rows()
    yield from append_rows(WRITERS, ROUNDS)


def append_rows(writers: Sequence[int], rounds: int) -> Iterator[Row]:
    """Appends beside bare commits, for each number of writers, in so many pairs of bursts."""
    with tempfile.TemporaryDirectory(prefix="qorgau-bench-") as folder:
        yield from _sqlite_rows(Path(folder), writers, rounds)
    yield from _postgresql_rows(writers, rounds)


@dataclass(frozen=True)
class _Side:
    """What one database did with one number of writers, over several rounds."""

    ours: list[Burst]
    bare: list[Burst]
    in_turn: list[Burst]

    def row(self, database: str, writers: int) -> Row:
        """Acknowledged appends, with their rate as a share of the bare commits' rate."""
        ours = statistics.median(each.per_second for each in self.ours)
        bare = statistics.median(each.per_second for each in self.bare)
        p99 = statistics.median(each.p99 for each in self.ours)
        bare_p99 = statistics.median(each.p99 for each in self.bare)
        return Row(
            f"acknowledged appends, {database}",
            f"{writers} writers",
            1 / ours,
            ours / bare,
            f"rate of bare commits, {writers} writers",
            f"{ours:,.0f}/s, p99 {p99 * 1e3:.1f} ms; bare {bare:,.0f}/s, p99 {bare_p99 * 1e3:.1f} ms"
            + self._said_in_turn(ours)
            + f"; load {os.getloadavg()[0]:.1f}",
            len(self.ours),
        )

    def _said_in_turn(self, ours: float) -> str:
        if not self.in_turn:
            return ""
        rate = statistics.median(each.per_second for each in self.in_turn)
        p99 = statistics.median(each.p99 for each in self.in_turn)
        return f"; bare in the same queue {rate:,.0f}/s ({ours / rate:.2f}), p99 {p99 * 1e3:.1f} ms"


def _sqlite_rows(folder: Path, numbers: Sequence[int], rounds: int) -> Iterator[Row]:
    environment = {
        "QORGAU_DATA": str(folder),
        "QORGAU_DATABASE_URL": f"sqlite:///{folder / 'record.sqlite3'}",
        "QORGAU_KEYS_URL": f"sqlite:///{folder / 'keys.sqlite3'}",
    }
    _set_up(environment)
    bare_file = str(folder / "bare.sqlite3")
    # Sixteen that turn one new file to WAL at once refuse each other without waiting.
    bare_commit(bare_file)()
    for writers in numbers:
        bare = (bare_sqlite, bare_sqlite_in_turn)
        side = _side(writers, rounds, environment, bare, bare_file)
        yield side.row("SQLite", writers)


def _postgresql_rows(numbers: Sequence[int], rounds: int) -> Iterator[Row]:
    # The throwaway server is the one of the tests; both are for developers only.
    from tests.slices.postgresql_server import NoPostgreSQL, running_server

    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(running_server())
        except NoPostgreSQL as missing:
            yield Row("acknowledged appends, PostgreSQL", "", None, said=f"not measured: {missing}")
            return
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="qorgau-bench-"))
        server.create("qorgau")
        environment = {
            "QORGAU_DATA": folder,
            "QORGAU_DATABASE_URL": server.address("qorgau", user="qorgau_app"),
            "QORGAU_OWNER_URL": server.address("qorgau", user="qorgau_owner"),
            "QORGAU_KEYS_URL": f"sqlite:///{folder}/keys.sqlite3",
        }
        _set_up(environment)
        for writers in numbers:
            address = server.address("qorgau", user="qorgau_owner")
            side = _side(writers, rounds, environment, (bare_postgresql,), address)
            yield side.row("PostgreSQL", writers)


def _side(
    writers: int, rounds: int, environment: dict[str, str], bare: tuple[Work, ...], address: str
) -> _Side:
    # Turn about, so that a disk that slows down meanwhile slows both sides down.
    side = _Side([], [], [])
    for _ in range(rounds):
        for work, bursts in zip(bare, (side.bare, side.in_turn), strict=False):
            bursts.append(burst(work, writers=writers, seconds=SECONDS, argument=address))
        side.ours.append(burst(recording, writers=writers, seconds=SECONDS, argument=environment))
    return side


def _set_up(environment: dict[str, str]) -> None:
    burst(_create, writers=1, seconds=0, argument=environment)


def _create(environment: dict[str, str], seconds: float, ready: object) -> list[float]:
    os.environ.update(environment)
    from qorgau.recording.starting import start_django

    start_django()
    from qorgau.recording.setting_up import set_up

    list(set_up())
    ready.wait()  # type: ignore[attr-defined]
    return [0.0]


def _tree_rows() -> Iterator[Row]:
    leaves = [leaf_hash(secrets.token_bytes(32)) for _ in range(LEAVES)]
    hashing = took(lambda: [node_hash(leaf, leaf) for leaf in leaves], runs=3)
    against = ("as many bare SHA-256 of two hashes", hashing)
    yield _per_item("tree: leaves appended as a batch", took(lambda: Tree(leaves), runs=3), LEAVES, against)
    yield _per_item(
        "tree: leaves appended one by one", took(lambda: _appended(leaves), runs=3), LEAVES, against
    )
    tree = Tree(leaves)
    places = [secrets.randbelow(LEAVES) for _ in range(_PROOFS)]
    paths = [tree.inclusion_proof(place) for place in places]
    climb = sum(len(path) for path in paths)
    bare = took(lambda: [node_hash(leaf, leaf) for leaf in leaves[:1] * climb], runs=3)
    against = ("the bare SHA-256 of the same paths", bare)
    proving = took(lambda: [tree.inclusion_proof(place) for place in places], runs=3)
    yield _per_item("inclusion proofs made", proving, _PROOFS, against)
    root = tree.root()
    checking = took(lambda: [_verified(leaves[i], i, path, root) for i, path in zip(places, paths, strict=True)],
                    runs=3)  # fmt: skip
    yield _per_item("inclusion proofs verified", checking, _PROOFS, against)


def _per_item(what: str, taken: object, count: int, against: tuple[str, object]) -> Row:
    seconds = taken.median  # type: ignore[attr-defined]
    ratio = seconds / against[1].median  # type: ignore[attr-defined]
    return Row(
        what,
        f"{count:,} of {LEAVES:,} leaves",
        seconds / count,
        ratio,
        against[0],
        f"{count / seconds:,.0f}/s",
        3,
    )


def _appended(leaves: list[bytes]) -> Tree:
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    return tree


def _verified(leaf: bytes, index: int, path: list[bytes], root: bytes) -> None:
    verify_inclusion(leaf, index=index, size=LEAVES, root=root, proof=path)


def main() -> None:
    """Print the rows of the ledger alone, or those of appends by so many writers."""
    asked = argparse.ArgumentParser(description="The record and its log beside bare commits.")
    asked.add_argument(
        "--writers", type=int, action="append", help="measure appends only, by so many writers"
    )
    asked.add_argument(
        "--rounds", type=int, default=ROUNDS, help="pairs of bursts, the median of which is told"
    )
    given = asked.parse_args()
    for row in append_rows(given.writers, given.rounds) if given.writers else rows():
        ratio = "" if row.ratio is None else f"{row.ratio:.2f} of {row.against}"
        print(f"{row.what:42} {row.scale:26} {row.said:70} {ratio}")


if __name__ == "__main__":
    main()
