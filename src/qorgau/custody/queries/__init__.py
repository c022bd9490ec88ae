"""Every read of the custody slice; each asks the actor's reach in one place (reach.py)."""

from qorgau.custody.queries.board import expected, held, held_row
from qorgau.custody.queries.clocks import clocks_now, running_out
from qorgau.custody.queries.looking import openings, openings_of, search
from qorgau.custody.queries.occupancy import handover_facts, held_count, occupancy, stays_at
from qorgau.custody.queries.persons import custodies_of_person, custodies_with_party, parties_of
from qorgau.custody.queries.reach import sees, whereabouts_of
from qorgau.custody.queries.record import record
from qorgau.custody.queries.waiting import answers_counted, corrections_waiting

__all__ = [
    "answers_counted",
    "clocks_now",
    "corrections_waiting",
    "custodies_of_person",
    "custodies_with_party",
    "expected",
    "handover_facts",
    "held",
    "held_count",
    "held_row",
    "occupancy",
    "openings",
    "openings_of",
    "parties_of",
    "record",
    "running_out",
    "search",
    "sees",
    "stays_at",
    "whereabouts_of",
]
