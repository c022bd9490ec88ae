"""What must hold of a place, a cell or a unit before it is recorded. Pure: each rule yields its faults."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from qorgau.clock import zone_named
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.places.country import bodies, institutions, place_types, regions
from qorgau.places.details import CellDetails, PlaceDetails, UnitDetails
from qorgau.places.faults import Fault
from qorgau.places.place import Unit

LONGEST_NAME = 200
LARGEST_CAPACITY = 20_000
LARGEST_AREA = 10_000_000
"""In tenths of a square metre: a square kilometre."""
LEAST_EACH = 1
"""Tenths of a square metre for each of the capacity; below it a comma was lost."""


def place_faults(details: PlaceDetails, *, day: date, unit: Unit | None = None) -> Iterator[Fault]:
    """What is wrong with what is said of a place, as of a civil day; unit: the one it names, if listed."""
    yield from name_faults(details.name)
    yield from _kind_faults(details)
    yield from _body_faults(details, day)
    yield from _unit_faults(details, unit)
    if details.region not in regions():
        yield Fault(where="region", key="choose_region")
    if details.zone and not _is_zone(details.zone):
        yield Fault(where="zone", key="no_such_zone", values={"zone": details.zone})
    yield from text_faults("settlement", details.settlement, most=LONGEST_NAME)
    yield from _measure_faults(details.capacity, details.area_tenths)


def cell_faults(details: CellDetails) -> Iterator[Fault]:
    """What is wrong with what is said of a cell."""
    if not details.name:
        yield Fault(where="name", key="cell_needs_name")
    yield from text_faults("name", details.name, most=LONGEST_NAME)
    yield from _measure_faults(details.capacity, details.area_tenths)


def unit_faults(details: UnitDetails, *, above: Unit | None = None) -> Iterator[Fault]:
    """What is wrong with what is said of a unit; above: the one it names, if listed."""
    yield from name_faults(details.name)
    if details.institution not in institutions():
        yield Fault(where="institution", key="choose_institution")
    if details.region not in regions():
        yield Fault(where="region", key="choose_region")
    if details.above and above is None:
        yield Fault(where="above", key="no_such_unit", values={"id": details.above})
    elif above is not None and above.institution != details.institution:
        yield Fault(where="above", key="unit_above_elsewhere")


def name_faults(name: Text) -> Iterator[Fault]:
    """A name is there, short enough, and can be shown."""
    if not any(name.values()):
        yield Fault(where="name_kk", key="needs_name")
    for language in Language:
        yield from text_faults(f"name_{language.value}", name[language], most=LONGEST_NAME)


def text_faults(where: str, text: str, *, most: int) -> list[Fault]:
    """A text is short enough and can be shown."""
    if len(text) > most or _unseen(text.replace("\n", " ")):
        return [Fault(where=where, key="text_unfit", values={"most": most})]
    return []


def _kind_faults(details: PlaceDetails) -> Iterator[Fault]:
    known = place_types().get(details.kind)
    if known is None:
        yield Fault(where="kind", key="choose_kind")
    elif details.official and not known.official:
        yield Fault(where="official", key="kind_never_official", values={"kind": known.title})


def _body_faults(details: PlaceDetails, day: date) -> Iterator[Fault]:
    """An official place is run by whom the law lets run its kind; an unofficial one by whoever does."""
    if details.body not in institutions():
        yield Fault(where="body", key="choose_body")
        return
    running = bodies().running(details.kind, day) if details.kind in place_types() else ()
    if not details.official or not running:
        return
    if not institutions()[details.body].span.holds(day):
        yield Fault(where="body", key="body_does_not_stand", values={"day": day.isoformat()})
    elif not {body.id for body in running} & set(bodies().path(details.body, day)):
        kind = place_types()[details.kind].title
        yield Fault(where="body", key="body_does_not_run", values={"kind": kind, "body": running[0].title})


def _unit_faults(details: PlaceDetails, unit: Unit | None) -> Iterator[Fault]:
    if not details.unit:
        return
    if unit is None:
        yield Fault(where="unit", key="no_such_unit", values={"id": details.unit})
    elif unit.institution != details.body:
        yield Fault(where="unit", key="unit_of_another_body", values={"unit": unit.name})


def _measure_faults(capacity: int | None, area_tenths: int | None) -> Iterator[Fault]:
    if capacity is not None and not 0 <= capacity <= LARGEST_CAPACITY:
        yield Fault(where="capacity", key="capacity_unfit", values={"most": LARGEST_CAPACITY})
    if area_tenths is not None and not 0 < area_tenths <= LARGEST_AREA:
        yield Fault(where="area", key="area_unfit", values={"most": LARGEST_AREA // 10})
    elif capacity and area_tenths is not None and area_tenths < capacity * LEAST_EACH:
        yield Fault(where="area", key="area_too_small", values={"capacity": capacity})


def _unseen(text: str) -> bool:
    """Whether it holds characters nobody can see, or letters written in two ways."""
    if not unicodedata.is_normalized("NFC", text):
        return True
    return any(unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn"} for letter in text)


def _is_zone(name: str) -> bool:
    try:
        return bool(zone_named(name))
    except ValueError:
        return False
