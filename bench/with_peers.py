"""The engine beside pm4py and Declare4Py on the smallest log; verdicts compared as sets of cases."""

from __future__ import annotations

from collections.abc import Iterator

from bench import numpy_peer
from bench.measure import Row
from bench.peers import DECLARE4PY, PM4PY, Answer, Peer, PeerError, ask
from bench.rules import bench_rules
from bench.sepsis import kept_file, sized
from bench.whole_record import Ours

SIZE = "1e5"


def rows(ours: Ours) -> Iterator[Row]:
    """One row per peer: its seconds, how many times ours, which rules it gets wrong.

    A peer's log is in its own form, by case, before its clock starts; ours is measured both ways.
    """
    log, _ = sized(SIZE)
    clustered = numpy_peer.clustered(log)
    right = {rule.id: frozenset(numpy_peer.violating(clustered, rule).tolist()) for rule in bench_rules()}
    for peer in (PM4PY, DECLARE4PY):
        yield _row(peer, right, ours)


def _row(peer: Peer, right: dict[str, frozenset[int]], ours: Ours) -> Row:
    scale = f"{SIZE} events"
    try:
        answer = ask(peer, kept_file(SIZE), bench_rules())
    except PeerError as error:
        return Row(peer.name, scale, None, said=str(error))
    return Row(
        f"{peer.name}, {len(answer.rules)} of the rules",
        scale,
        answer.seconds,
        answer.seconds / ours.arrived.best,
        "from arrival order, 20 rules",
        f"{answer.seconds / ours.over_store.best:,.0f} times over the store; {_said(answer, right)}",
    )


def _said(answer: Answer, right: dict[str, frozenset[int]]) -> str:
    wrong = answer.wrong(right)
    agree = len(answer.cases) - len(wrong)
    named = "; ".join(f"{rule} {how}" for rule, how in sorted(wrong.items()))
    return f"{agree} rules agree" + (f"; wrong: {named}" if wrong else "")
