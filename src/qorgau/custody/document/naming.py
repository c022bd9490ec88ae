"""What ids, facts and sources are called on paper."""

from __future__ import annotations

from collections.abc import Sequence

from qorgau.custody.document.contents import Copy
from qorgau.custody.document.instants import brief_span
from qorgau.custody.facts.law import THROUGH
from qorgau.custody.kind_forms import fact_known
from qorgau.custody.web.titles import source_title
from qorgau.lawbook import Language
from qorgau.ledger.entry import Happened
from qorgau.wording import in_language, say

_OF_THE_PLACE = frozenset({"region", "zone"})
"""Facts that an entry carries of its place, which is named beside them."""


def place(place_id: str, copy: Copy) -> str:
    """The name of a place; its id where nobody listed it."""
    known = copy.names.places.get(place_id)
    return in_language(known, copy.language) if known else place_id


def cell(cell_id: str, copy: Copy) -> str:
    """A cell with its word, such as `cell 4`."""
    name = copy.names.cells.get(cell_id, cell_id)
    return say("custody.paper_cell", copy.language, name=name) if name else ""


def body(body_id: str, copy: Copy) -> str:
    """The name of a body; its id where nobody listed it."""
    known = copy.names.bodies.get(body_id)
    return in_language(known, copy.language) if known else body_id


def source(said_by: str, language: Language) -> str:
    """Whose word it is, without who typed it."""
    return source_title(said_by.partition(THROUGH)[0], language)


def told(happened: Sequence[Happened], copy: Copy) -> tuple[str, ...]:
    """Each time of one event with whose word it is, earliest first."""
    return tuple(
        say(
            "custody.paper_by_word",
            copy.language,
            when=brief_span(each.earliest, each.latest, copy.record.zone, copy.language),
            who=source(each.said_by, copy.language),
        )
        for each in sorted(happened, key=lambda each: (each.earliest, each.latest, each.said_by))
    )


def fact_title(name: str, language: Language) -> str:
    """What a fact is called; "" for what serves the machine only, such as a region's id."""
    asked = None if name in _OF_THE_PLACE else fact_known(name)
    return in_language(asked.title, language) if asked else ""


def fact_value(name: str, value: str | int, language: Language) -> str:
    """What a fact says, in words where the vocabulary has them."""
    word = str(value)
    if word in {"yes", "no"}:
        return say(word, language)
    asked = fact_known(name)
    known = asked.words.get(word) if asked else None
    return in_language(known, language) if known else word
