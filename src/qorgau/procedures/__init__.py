"""Pure: where a case stands, which moves are open, why one is refused, and who is tied to whom.

`standing` replays what was done; `attempt` answers what may be done next; `safeguards_of` gives the
deadlines to the one engine of clocks; `diagram` draws it; `independence` names what ties a body to an accused.
"""

from qorgau.procedures.as_safeguards import MOVE_MADE, RUN_OPENED, safeguards_of
from qorgau.procedures.attempting import actors, attempt, may
from qorgau.procedures.case import (
    MARKED,
    OFFICER,
    Allowed,
    Attempt,
    Event,
    Finding,
    Refused,
    RefusedStep,
    Running,
    Standing,
    Step,
)
from qorgau.procedures.conditions import findings_of
from qorgau.procedures.deadlines import UNTIL
from qorgau.procedures.drawing import diagram
from qorgau.procedures.following import standing
from qorgau.procedures.independence import Service, Tie, in_names, independence

__all__ = [
    "MARKED",
    "MOVE_MADE",
    "OFFICER",
    "RUN_OPENED",
    "UNTIL",
    "Allowed",
    "Attempt",
    "Event",
    "Finding",
    "Refused",
    "RefusedStep",
    "Running",
    "Service",
    "Standing",
    "Step",
    "Tie",
    "actors",
    "attempt",
    "diagram",
    "findings_of",
    "in_names",
    "independence",
    "may",
    "safeguards_of",
    "standing",
]
