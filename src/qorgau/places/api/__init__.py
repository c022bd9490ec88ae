"""The inventory of places for programs: list, show, enter, change, close; cells and units."""

from qorgau.places.api.acting import router as acting
from qorgau.places.api.looking import router as looking

__all__ = ["acting", "looking"]
