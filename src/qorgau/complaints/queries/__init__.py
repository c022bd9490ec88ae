"""Every read of complaints, permission applied."""

from datetime import date

from qorgau.complaints.facts.candidates import Routing
from qorgau.complaints.facts.case import Officer
from qorgau.complaints.facts.routing import routing
from qorgau.complaints.queries.case import case, openings
from qorgau.complaints.queries.lists import hearings, inbox, left_behind
from qorgau.complaints.queries.officers import officer_history, officers_named
from qorgau.complaints.queries.oversight import oversight


def competent(
    about: str,
    *,
    on: date,
    place_type: str = "",
    accused: tuple[Officer, ...] = (),
    accused_body: str = "",
    act_on: date | None = None,
) -> Routing:
    """The bodies that may be given a complaint on a day, each with what ties it; no complaint need exist."""
    return routing(
        about,
        on=on,
        accused=accused,
        accused_bodies=(accused_body,) if accused_body else (),
        place_type=place_type,
        act_on=act_on,
    )


__all__ = [
    "case", "competent", "hearings", "inbox", "left_behind", "officer_history", "officers_named", "openings",
    "oversight",
]  # fmt: skip
