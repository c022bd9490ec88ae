"""What codes, bodies, places and times of complaints are called on their pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from qorgau.clock import Zone
from qorgau.complaints.facts.case import Charge
from qorgau.complaints.facts.law import bodies, law
from qorgau.custody.kind_forms import fact_known
from qorgau.custody.web.titles import fact_word, kind_title, place_title
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.places.queries import body_title
from qorgau.procedures import MOVE_MADE
from qorgau.wording import in_language, knows, say, say_instant

_YES_NO = frozenset({"yes", "no"})
_MACHINE = frozenset({"region", "zone", "procedure", "run", "number", "law_hash", "place", "made_by"})
"""Facts that serve the machine, or are said elsewhere on the page."""


def status_word(status: str, language: Language) -> str:
    """Where a complaint stands."""
    return say(f"complaints.status_{status}", language)


def status_colour(status: str) -> str:
    """The colour of a status; its word always stands beside it."""
    return _COLOURS.get(status, "blue")


_COLOURS = {
    "unregistered": "red",
    "sent_back": "red",
    "received": "amber",
    "opened": "amber",
    "assigned": "blue",
    "under_way": "blue",
    "ended": "green",
}


def about_word(about: str, language: Language) -> str:
    """What a complaint is about; a sealed one says so."""
    return fact_word("about", about, language) if about else say("complaints.about_sealed", language)


def place_word(place: str, language: Language) -> str:
    """The name of a place, or that none is stated."""
    return place_title(place, language) if place else say("complaints.unknown_place", language)


def body_word(body: str, language: Language) -> str:
    """The name of a body, one that is only proposed included; nothing for none."""
    known = bodies().bodies.get(body)
    if known is not None:
        return in_language(known.title, language)
    return in_language(body_title(body), language) if body else ""


def body_path(path: Iterable[str], language: Language) -> list[str]:
    """The bodies of a tie, by name, in order."""
    return [body_word(each, language) for each in path]


def outcome_word(outcome: str, language: Language) -> str:
    """How a case ended: the title of the ground or of the stage in which it ended."""
    key = f"complaints.outcome_{outcome or 'unknown'}"
    if knows(key):
        return say(key, language)
    found = _ends(law().whole_hash).get(outcome)
    return in_language(found, language) if found else outcome.replace("_", " ")


@lru_cache(maxsize=4)
def _ends(law_hash: str) -> Mapping[str, Text]:
    """The grounds and last stages of every procedure, by id."""
    grounds = {
        ground.id: ground.title
        for procedure in law().procedures.values()
        for move in procedure.moves.values()
        for ground in move.grounds.values()
    }
    stages = {
        stage.id: stage.title
        for procedure in law().procedures.values()
        for stage in procedure.stages.values()
        if stage.is_end
    }
    return {**stages, **grounds}


def facts_said(facts: Mapping[str, object], zone: Zone, language: Language) -> tuple[tuple[str, str], ...]:
    """The clear facts of an entry in words; what only serves the machine is left out."""
    return tuple(
        (_title(name, language), _value(name, value, zone, language))
        for name, value in facts.items()
        if name not in _MACHINE and fact_known(name) is not None and value not in ("", None)
    )


def personal_said(personal: Mapping[str, object], language: Language) -> tuple[tuple[str, str], ...]:
    """The personal texts of an entry with their titles."""
    return tuple(
        (personal_title(name, language), str(value))
        for name, value in personal.items()
        if value not in ("", None)
    )


def _title(name: str, language: Language) -> str:
    asked = fact_known(name)
    return in_language(asked.title, language) if asked else name


def _value(name: str, value: object, zone: Zone, language: Language) -> str:
    if name in _BODIES:
        return body_word(str(value), language)
    if isinstance(value, int) and name in _INSTANTS:
        return say_instant(value, zone, language)
    if str(value) in _YES_NO:
        return say(str(value), language)
    return fact_word(name, str(value), language)


_BODIES = frozenset({"served_body", "held_by", "body", "accused_body", "released_to"})
_INSTANTS = frozenset({"set_for"})


def personal_title(name: str, language: Language) -> str:
    """What a personal text of an entry is called."""
    key = f"complaints.personal_{name}"
    return say(key, language) if knows(key) else name.replace("_", " ")


def entry_title(kind: str, moved: Text | None, language: Language) -> str:
    """What happened, in one line: a move by its own title."""
    return in_language(moved if kind == MOVE_MADE and moved else kind_title(kind), language)


def findings_said(charges: Iterable[Charge], language: Language) -> str:
    """Each allegation with its finding, or that it is pending; one alone without repeating the allegation."""
    every = list(charges)
    pending = say("complaints.pending", language)
    said = [
        (fact_word("allegation", each.allegation, language), _finding(each, language) or pending)
        for each in every
    ]
    if len(said) < 2:
        return said[0][1] if said else pending
    return "; ".join(f"{allegation}: {finding}" if allegation else finding for allegation, finding in said)


def _finding(charge: Charge, language: Language) -> str:
    if charge.finding:
        return fact_word("finding", charge.finding, language)
    return fact_word("finding_state", charge.state, language) if charge.state else ""
