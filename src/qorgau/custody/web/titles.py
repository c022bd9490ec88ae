"""Names of places, cells, bodies, accounts and sources as the pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from qorgau.access.actor import Actor
from qorgau.custody.facts.law import law
from qorgau.custody.kind_forms import fact_known
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.places.names import names_of, names_seen_by
from qorgau.places.queries import NotListed, body_title, cell, cells_of, places
from qorgau.wording import in_language, knows, say


def place_title(place_id: str, language: Language) -> str:
    """The name of a place; its number where the inventory does not hold it."""
    return place_titles([place_id], language).get(place_id, place_id)


def place_titles(ids: Iterable[str], language: Language) -> Mapping[str, str]:
    """The names of several places, asked for at once."""
    return {key: in_language(name, language) for key, name in names_of(set(ids) - {""}).items()}


def desk_places(actor: Actor, language: Language) -> list[tuple[str, str]]:
    """The places of the actor's appointment, or all open places within reach, as choices."""
    if actor.places:
        found = places(actor.places)
        # Where somebody is appointed comes before a gym that their body listed: the first one is offered.
        keys = sorted(found, key=lambda key: (not found[key].official, key))
        return [(key, in_language(found[key].name, language)) for key in keys]
    return all_places(actor, language)


def all_places(actor: Actor, language: Language) -> list[tuple[str, str]]:
    """Every open place that the actor may see, as choices."""
    return [(key, in_language(name, language)) for key, name in names_seen_by(actor)]


def cell_title(cell_id: str) -> str:
    """The name of a cell; nothing where there is none."""
    if not cell_id:
        return ""
    try:
        return cell(cell_id).name
    except NotListed:
        return cell_id


def cell_choices(place_id: str) -> list[tuple[str, str]]:
    """The cells of a place, as choices."""
    return [(each.id, each.name) for each in cells_of(place_id)] if place_id else []


def source_title(said_by: str, language: Language) -> str:
    """A source of entries in words."""
    known = law().book.speakers.get(said_by)
    return in_language(known.title, language) if known else said_by


def kind_title(kind: str) -> Text:
    """A kind of entry in words; its name where the vocabulary does not hold it."""
    known = law().book.kinds.get(kind)
    return known.title if known else {Language.EN: kind}


def button_word(kind: str, language: Language) -> str:
    """A kind in two words, for a button; its title where nobody wrote shorter ones."""
    short = f"custody.touch_{kind}"
    return say(short, language) if knows(short) else in_language(kind_title(kind), language)


@lru_cache(maxsize=64)
def fact_words(fact: str) -> Mapping[str, Text]:
    """The closed words of a fact."""
    known = fact_known(fact)
    return known.words if known else {}


def fact_word(fact: str, word: str, language: Language) -> str:
    """One word of a fact, in words; nothing for nothing."""
    title = fact_words(fact).get(word)
    return in_language(title, language) if title else word


def body_name(body: str, language: Language) -> str:
    """A body in words."""
    return in_language(body_title(body), language) if body else say("custody.not_said", language)
