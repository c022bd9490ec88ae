"""Which bodies keep the State's register of complaints, so that what reaches them is registered."""

from __future__ import annotations

from qorgau.complaints.facts.law import bodies
from qorgau.places.models import UnitRow

_REGISTERING = frozenset({
    "investigate_torture", "investigate_ill_treatment", "supervise_detention", "record_police_complaints",
    "check_complaint",
})  # fmt: skip
"""Who may do one of these enters complaints in the register; the preventive mechanism and courts do not."""


def institution(body: str) -> str:
    """The institution of bodies.yaml that a body id stands for; the id itself where nobody knows it."""
    if body in bodies().bodies:
        return body
    listed = UnitRow.objects.filter(unit_id=body).values_list("institution", flat=True).first()
    return str(listed) if listed else body


def keeps_the_register(body: str) -> bool:
    """Whether a complaint that this body receives is thereby in the register."""
    known = bodies().bodies.get(body)
    return known is not None and any(each.what in _REGISTERING for each in known.competences)
