"""What a line of the whiteboard shows of a custody's clocks: written into its row, read with the time of the question."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qorgau.custody.facts.board import ClockNow
from qorgau.custody.facts.clocks import Clock, bad_ones, by_urgency, runs, state_now
from qorgau.custody.facts.law import law
from qorgau.lawbook import Basis
from qorgau.safeguards import State

SHOWN = 3
END_OF_TIME = 1 << 61
"""Where in the order those stand who have no clock that runs out."""

_BAD = frozenset({State.BREACHED, State.LATE})
_DUES, _BAD_ONES = '"dues":', ',"bad":'
_NOTHING = '{"next":[],"dues":[],"bad":0}'


@dataclass(frozen=True, kw_only=True)
class BoardLine:
    """The clocks of one line as of an instant."""

    clocks: tuple[ClockNow, ...]
    running: int
    breaches: int


def written(clocks: Sequence[Clock], *, late: int = 0) -> str:
    """The running duties of weight by when they run out, the first three in full; and what is settled badly.

    late: seconds by which late entries were late, together.
    """
    running = by_urgency(clocks)
    line = {
        "next": [_in_full(each) for each in running[:SHOWN]],
        "dues": [[each.clock.state, each.due_from, each.due_at, each.after_due] for each in running],
        "bad": bad_ones(each for each in clocks if not runs(each)),
        **({"late": late} if late else {}),
    }
    return json.dumps(line, separators=(",", ":"))


def read(text: str, *, custody: str, as_of: int) -> BoardLine:
    """The line as of an instant."""
    line = json.loads(text or _NOTHING)
    now = [_state(*each, as_of=as_of) for each in line["dues"]]
    shown = (_clock(each, custody, state, as_of) for each, state in zip(line["next"], now, strict=False))
    return BoardLine(
        clocks=tuple(each for each in shown if each is not None),
        running=len(now),
        breaches=line["bad"] + sum(state in _BAD for state in now),
    )


def is_overdue(text: str, *, as_of: int) -> bool:
    """Whether a duty ran out and is still undone, as of an instant."""
    # Read of thousands of lines at once: the three in full, which come first, are passed over.
    dues = json.loads(text[text.index(_DUES) + len(_DUES) : text.rindex(_BAD_ONES)]) if text else ()
    return any(_state(*each, as_of=as_of) is State.BREACHED for each in dues)


def late_seconds_in(text: str) -> int:
    """By how many seconds the late entries of a line's custody were late, together."""
    return int(json.loads(text or _NOTHING).get("late", 0))


def breaches_in(text: str, *, as_of: int) -> int:
    """How many breaches a line counts as of an instant."""
    line = json.loads(text or _NOTHING)
    bad = sum(_state(*each, as_of=as_of) in _BAD for each in line["dues"])
    return int(line["bad"]) + bad


def _in_full(each: Clock) -> list[str | int | bool | None]:
    began = each.clock.triggered.earliest
    return [
        each.safeguard.id,
        each.basis,
        each.role,
        each.subject,
        began,
        each.due_from,
        each.due_at,
        each.has_figure,
    ]


def _state(folded: str, due_from: int, due_at: int, after: str, *, as_of: int) -> State:
    return state_now(State(folded), as_of, running=True, due=(due_from, due_at), after_due=State(after))


def _clock(said: list[Any], custody: str, state: State, as_of: int) -> ClockNow | None:
    """A clock as it was written; None for one whose safeguard the law no longer names."""
    rule, basis, role, subject, began, due_from, due_at, has_figure = said
    safeguard = law().book.safeguards.get(rule)
    if safeguard is None:
        return None
    return ClockNow(
        custody=custody,
        safeguard=safeguard,
        basis=Basis(basis),
        subject_role=role,
        subject=subject,
        state=state,
        triggered_at=began,
        due_from=due_from,
        due_at=due_at,
        met_at=None,
        has_figure=has_figure,
        own_word_only=False,
        overdue_by=as_of - due_at,
    )
