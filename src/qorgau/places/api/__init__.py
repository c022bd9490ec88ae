"""The inventory of places for programs: list, show, enter, change, close; cells and units."""

from qorgau.places.api import acting as acting
from qorgau.places.api.looking import router

__all__ = ["acting", "router"]
