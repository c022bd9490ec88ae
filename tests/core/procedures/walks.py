"""Cases made up for tests: moves made at random, each one open where the case then stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from qorgau.clock import read_instant, zone_named
from qorgau.lawbook import load, pack_names
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.procedure import Move, Procedure
from qorgau.procedures import UNTIL, Event, Standing, standing

BOOK = load(pack_names())
ZONE = zone_named("Asia/Almaty")
BODIES = read_bodies(law_folder() / "kz" / "bodies.yaml")
DAY = 86_400


def at(text: str) -> int:
    """The first second of a time typed in Almaty."""
    return read_instant(text, ZONE).earliest


OPENED = at("2024-01-15 09:00")


def possible_ground(move: Move, day: date, offence: str) -> str | None:
    """A ground that the law of the day lets through, or none where none is asked for."""
    fitting = (name for name, ground in move.grounds.items() if not ground.refused_on(day, offence))
    return next(fitting, None)


def stands(procedure: Procedure, events: list[Event], as_of: int) -> Standing:
    return standing(procedure, events, as_of=as_of, zone=ZONE, opened=OPENED)


@dataclass(frozen=True)
class Walk:
    """A procedure, moves that all count, and a moment after the last of them."""

    name: str
    events: list[Event]
    as_of: int

    @property
    def procedure(self) -> Procedure:
        """The procedure itself, which is too long to print."""
        return BOOK.procedures[self.name]


@st.composite
def walks(draw: st.DrawFn, longest: int = 14) -> Walk:
    """A walk on one of the procedures."""
    name = draw(st.sampled_from(sorted(BOOK.procedures)))
    procedure = BOOK.procedures[name]
    events: list[Event] = []
    moment = OPENED
    for number in range(draw(st.integers(0, longest))):
        moment += draw(st.sampled_from([0, 3600, DAY, 9 * DAY, 100 * DAY]))
        now = stands(procedure, events, moment)
        day = date.fromordinal(ZONE.civil_day(moment))
        moves = [m.id for m in now.open_moves if not m.grounds or possible_ground(m, day, now.offence)]
        if not moves:
            break
        move = procedure.moves[draw(st.sampled_from(moves))]
        facts = {UNTIL: date.fromordinal(day.toordinal() + draw(st.integers(-40, 200))).isoformat()}
        events.append(
            Event(
                move.id,
                moment,
                "somebody",
                f"account {number}",
                possible_ground(move, day, now.offence),
                facts if move.extends else {},
                f"e{number}",
            )
        )
    return Walk(name, events, moment + draw(st.sampled_from([0, DAY, 60 * DAY, 400 * DAY])))
