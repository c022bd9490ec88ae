"""What the country's pack says of places, bodies and regions; read once."""

from collections.abc import Mapping
from functools import cache

from qorgau.lawbook.bodies import Bodies, Body, PlaceType
from qorgau.lawbook.bodies_reading import read_bodies
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.regions import Region, read_regions

PACK = "kz"


@cache
def bodies() -> Bodies:
    """The institutions of the country."""
    return read_bodies(law_folder() / PACK / "bodies.yaml")


@cache
def regions() -> Mapping[str, Region]:
    """The regions of the country by id, in the order of the file."""
    return read_regions(law_folder() / PACK / "regions.yaml")


def place_types() -> Mapping[str, PlaceType]:
    """The kinds of place a person may be held in, official and not."""
    return bodies().place_types


def institutions() -> Mapping[str, Body]:
    """The institutions that exist; those only proposed run no place."""
    return {name: body for name, body in bodies().bodies.items() if not body.proposed}
