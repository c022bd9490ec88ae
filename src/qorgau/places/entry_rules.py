"""What the record demands of an entry of the inventory, whoever offers it: a page, a file, another instance.

The folds read these facts without asking again; so nothing comes in that they could not read.
"""

from collections.abc import Callable, Mapping
from typing import Any

from qorgau.clock import zone_named
from qorgau.lawbook import Language
from qorgau.places.facts import CLEARABLE, CLEARED, LISTING, STEP
from qorgau.places.place import Accessibility, ForWhom
from qorgau.recording.drafts import Draft
from qorgau.recording.refusal import RecordingRefusal

_NAMES = tuple(f"name_{language.value}" for language in Language)
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "PlaceOpened": (*_NAMES, "kind", "official", "body", "region", "zone"),
    "CellListed": ("name",),
    "UnitListed": (*_NAMES, "institution", "region"),
}
_LINE_OF: Mapping[str, str] = {"UnitListed": "unit"}


class MalformedListing(RecordingRefusal):
    """An entry of the inventory lacks a fact, or has one that cannot be read."""


def check_listing(draft: Draft) -> None:
    """Raise unless the facts and objects of the entry can be folded."""
    _check_objects(draft)
    if missing := [name for name in _NEEDED.get(draft.kind, ()) if name not in draft.facts]:
        raise MalformedListing(f"Entry {draft.id}: {draft.kind} must say {', '.join(missing)}.")
    for name, value in draft.facts.items():
        reading = _READS.get(name)
        if reading is None:
            known = ", ".join(sorted(_READS))
            raise MalformedListing(f"Entry {draft.id}: {draft.kind} knows no fact {name!r}. Known: {known}.")
        reads, described = reading
        if not reads(value):
            raise MalformedListing(f"Entry {draft.id}: the fact {name} is {value!r}. It must be {described}.")
    if any(name in draft.facts for name in _NAMES) and not all(name in draft.facts for name in _NAMES):
        raise MalformedListing(f"Entry {draft.id}: a name must stand in all three languages.")


def _check_objects(draft: Draft) -> None:
    line = _LINE_OF.get(draft.kind, "place")
    if list(draft.objects[LISTING]) != list(draft.objects[line]) or len(draft.objects[line]) != 1:
        raise MalformedListing(
            f"Entry {draft.id}: {draft.kind} must name one {line}, and the same id as its {LISTING}."
        )
    if "cell" in draft.objects and len(draft.objects["cell"]) != 1:
        raise MalformedListing(f"Entry {draft.id}: {draft.kind} must name one cell.")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < 2**31


def _is_one_of(*words: str) -> Callable[[object], bool]:
    return lambda value: value in words


def _are_of(words: frozenset[str]) -> Callable[[object], bool]:
    return lambda value: (
        isinstance(value, list | tuple) and all(isinstance(word, str) and word in words for word in value)
    )


def _is_zone(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(zone_named(value))
    except ValueError:
        return False


_TEXT = (_is_text, "a text that is not empty")
_COUNT = (_is_count, "a whole number from 0")
_READS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys((*_NAMES, "name", "kind", "body", "region", "unit", "settlement"), _TEXT),
    **dict.fromkeys(("institution", "above", "reason"), _TEXT),
    "official": (_is_one_of("yes", "no"), "yes or no"),
    "zone": (_is_zone, "an IANA time zone such as Asia/Almaty"),
    "capacity": _COUNT,
    "area_tenths": _COUNT,
    "for_whom": (_are_of(frozenset(ForWhom)), f"a list of: {', '.join(ForWhom)}"),
    "accessible": (_are_of(frozenset(Accessibility)), f"a list of: {', '.join(Accessibility)}"),
    STEP: _COUNT,
    CLEARED: (_are_of(CLEARABLE), f"a list of: {', '.join(sorted(CLEARABLE))}"),
}
