"""Places as lines of text, for the command line."""

from collections.abc import Iterator, Sequence

from qorgau.lawbook import Language
from qorgau.places import occupancy, queries
from qorgau.places.crowding import crowding, room_for
from qorgau.places.facts import Inventory
from qorgau.places.place import Place
from qorgau.places.saying import (
    FIELDS,
    say_area,
    say_field,
    say_groups,
    say_kind,
    say_name,
    say_region,
    say_status,
)
from qorgau.wording import say, say_instant, say_plural


def place_table(found: Sequence[Place], language: Language) -> Iterator[str]:
    """One line a place: id, status, kind, region, name; and how many there are."""
    for place in found:
        kind, region = say_kind(place.kind, language), say_region(place.region, language)
        yield f"{place.id}  {say_status(place, language)}  {kind}, {region}: {say_name(place, language)}"
    yield say_plural("places.found", len(found), language)


def shown_place(place_id: str, *, as_of: int, language: Language) -> Iterator[str]:
    """Everything the inventory says of a place; raises NotListed."""
    found = queries.place_on(place_id, as_of=as_of, language=language)
    place = found.place
    yield f"{say_name(place, language)}  [{say_status(place, language)}]"
    for field in FIELDS:
        if words := say_field(field, place, language):
            yield f"  {say(f'places.{field}', language)}: {words}"
    for key, at in (("opened_on", place.opened_at), ("closed_on", place.closed_at)):
        if at is not None:
            yield f"  {say(f'places.{key}', language)}: {say_instant(at, place.zone, language)}"
    yield from _cells(found, language)
    yield from _rooms(found, as_of, language)


def _cells(found: Inventory, language: Language) -> Iterator[str]:
    yield f"{say('places.cells', language)}: {len(found.open_cells)}"
    for cell in queries.in_counting_order(found.open_cells):
        words = [
            str(cell.capacity or ""),
            say_area(cell.area_tenths, language),
            say_groups(cell.for_whom, language),
        ]
        yield f"  {cell.name}  {'; '.join(filter(None, words))}"


def _rooms(found: Inventory, as_of: int, language: Language) -> Iterator[str]:
    day = found.place.zone.local(as_of).date()
    yield f"{say('places.standards', language)}:"
    for room in room_for(found, day=day):
        title = say(f"places.standard_{room.standard.name}", language)
        how = say(f"places.counted_{room.counted_by.value}", language)
        persons = "—" if room.persons is None else room.persons
        yield f"  {title}: {say('places.room_for', language)} {persons} ({how}; {room.standard.source})"
    held = occupancy.held_at([found.place.id], as_of=as_of)
    if held is not None:
        now = crowding(held[found.place.id], found, day=day)
        yield f"{say('places.held', language)}: {now.held}, {say(f'places.full_{now.state.value}', language)}"
