"""Mends what copying and converting did to a text; what could change a meaning is only reported."""

from qorgau.reading.repairing.draft import Call, Draft, Edit, Fix, edited
from qorgau.reading.repairing.mending import mend

__all__ = ["Call", "Draft", "Edit", "Fix", "edited", "mend"]
