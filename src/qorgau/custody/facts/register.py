"""The eight groups of article 17 (3) ICPPED: complete, or the gap is shown."""

from __future__ import annotations

from functools import lru_cache

from qorgau.custody.facts.moments import Moments
from qorgau.custody.facts.record import RegisterField
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import Node, read_yaml

_ALWAYS = {
    "a": ("identity",),
    "b": ("deprivation",),
    "c": ("ordering_authority",),
    "d": ("supervising_authority",),
    "e": ("admission",),
    "f": ("health",),
}
"""Letter -> words of `field` (vocabulary) that fill it."""

_ADDS = {
    "identity": "IdentityRecorded",
    "admission": "Admitted",
    "health": "MedicallyExamined",
    "release": "Released",
    "transfer": "Transferred",
}
"""Kinds whose entry fills a field as well, if it says enough (actions/register_fields.py)."""


def register_of(moments: Moments) -> tuple[RegisterField, ...]:
    """The groups (a) to (h), each with when its parts were recorded."""
    filled = _filled(moments)
    return tuple(
        RegisterField(
            letter=letter,
            title=field_title((needed or words)[0]),
            needed=needed,
            filled={word: filled[word] for word in needed if word in filled},
            gaps=tuple(word for word in needed if word not in filled),
            adds=tuple(_ADDS.get(word, "RegisterFieldRecorded") for word in needed if word not in filled),
        )
        for letter, needed, words in _groups(moments)
    )


def _groups(moments: Moments) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    groups = [(letter, words, words) for letter, words in _ALWAYS.items()]
    died = ("death",) if moments.any("Died") else ()
    left = [("release", "Released"), ("transfer", "Transferred")]
    gone = tuple(word for word, kind in left if moments.any(kind))
    return [*groups, ("g", died, ("death",)), ("h", gone, ("release",))]


def _filled(moments: Moments) -> dict[str, int]:
    """Field -> when it was first recorded."""
    found: dict[str, int] = {}
    for each in moments.of.get("RegisterFieldRecorded", ()):
        word = str(each.entry.facts.get("field", ""))
        found[word] = min(each.entry.recorded, found.get(word, each.entry.recorded))
    return found


def field_title(word: str) -> Text:
    """A field of the register as the vocabulary titles it."""
    return read_text(_words()[word])


@lru_cache(maxsize=1)
def _words() -> dict[str, Node]:
    path = law_folder() / "international" / "vocabulary" / "attributes.yaml"
    facts = read_yaml(path).mapping()["facts"].mapping()
    return dict(facts["field"].mapping()["values"].mapping())
