"""Every write of the inventory: one function for each act of a person. Nothing is ever removed."""

from qorgau.places.actions.cells import close_cell, list_cell
from qorgau.places.actions.drafting import NOW, Since
from qorgau.places.actions.places import (
    NewPlace,
    change_place,
    close_place,
    list_place,
    list_places,
    place_problems,
    reopen_place,
)
from qorgau.places.actions.units import list_unit

__all__ = [
    "NOW",
    "NewPlace",
    "Since",
    "change_place",
    "close_cell",
    "close_place",
    "list_cell",
    "list_place",
    "list_places",
    "list_unit",
    "place_problems",
    "reopen_place",
]
