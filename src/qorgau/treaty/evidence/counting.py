"""Count verdicts over the whole record: how often each safeguard was met or broken, and by whose word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from django.db import connections

from qorgau.complaints.models import ComplaintClockRow
from qorgau.custody.facts.clocks import state_now
from qorgau.custody.models import ClockRow
from qorgau.recording.writer_turn import RECORD
from qorgau.safeguards import State

_TABLES = (ClockRow._meta.db_table, ComplaintClockRow._meta.db_table)
_DONE = (State.MET, State.LATE)
# Time alone moves a running clock, so running ones are told apart by whether they have run out; all others
# are counted as they were folded. One row for each combination, whatever the record's size.
_COUNT = """
SELECT safeguard, basis, state_when_folded, state_after_due, own_word_only, is_running,
       CASE WHEN due_from IS NULL OR due_at IS NULL THEN 0
            WHEN due_at < %s THEN 3 WHEN due_from < %s THEN 2 ELSE 1 END AS ran, COUNT(*)
FROM {table} WHERE safeguard IN ({marks}) AND triggered_at BETWEEN %s AND %s
GROUP BY safeguard, basis, state_when_folded, state_after_due, own_word_only, is_running, ran
"""


@dataclass
class Verdicts:
    """How many verdicts of one safeguard on one basis: by state, and those by the owing body's own word alone."""

    states: Counter[str] = field(default_factory=Counter)
    own_entry_only: int = 0


def verdicts(
    safeguards: Collection[str], *, since: int, until: int, as_of: int
) -> dict[tuple[str, str], Verdicts]:
    """(safeguard, basis) -> its verdicts, of every clock that began between the two instants, as they stand now."""
    found: dict[tuple[str, str], Verdicts] = defaultdict(Verdicts)
    if not safeguards:
        return found
    for safeguard, basis, state, own, number in _counted(sorted(safeguards), since, until, as_of):
        each = found[safeguard, basis]
        each.states[state] += number
        each.own_entry_only += number if own and state in _DONE else 0
    return found


def _counted(
    safeguards: list[str], since: int, until: int, as_of: int
) -> Iterator[tuple[str, str, str, bool, int]]:
    marks = ",".join(["%s"] * len(safeguards))
    with connections[RECORD].cursor() as cursor:
        for table in _TABLES:
            cursor.execute(_COUNT.format(table=table, marks=marks), [as_of, as_of, *safeguards, since, until])
            for safeguard, basis, folded, after, own, running, ran, number in cursor.fetchall():
                yield safeguard, basis, _state(folded, after, bool(running), ran), bool(own), number


def _state(folded: str, after: str, running: bool, ran: int) -> str:
    """The state now, by the one function that tells it: `ran` stands for where the moment lies."""
    due: tuple[int | None, int | None] = (None, None) if ran == 0 else (2, 3)
    moment = {0: 0, 1: 1, 2: 3, 3: 4}[ran]
    return state_now(State(folded), moment, running=running, due=due, after_due=State(after)).value
