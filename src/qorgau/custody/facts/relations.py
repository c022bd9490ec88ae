"""Who has a part in a custody, who looked at it, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from qorgau.custody.facts.identity import person_of
from qorgau.custody.facts.moments import Moments, at, named
from qorgau.custody.facts.record import Answer, Opening, Party
from qorgau.recording.history import RecordedEntry

_BEGINS = {"MandateGiven": "lawyer", "RelativeNamed": "relative", "NotToBeFoundBy": "relative"}
_ENDS = {"MandateEnded": "lawyer", "RelativeUnnamed": "relative"}
NOT_FOUND_BY = "not_to_be_found_by"
LOOKS = frozenset({"RecordOpened", "PersonLookedUp"})


def parties_of(moments: Moments) -> tuple[Party, ...]:
    """Lawyers with a mandate, relatives the person named, and those who must not find them."""
    until = {named(each, role): at(each) for kind, role in _ENDS.items() for each in moments.of.get(kind, ())}
    parties = tuple(_parties(moments, until))
    unwanted = {party.account: party for party in parties if party.role == NOT_FOUND_BY and party.account}
    return tuple(_without(party, unwanted) for party in parties)


def _without(party: Party, unwanted: Mapping[str, Party]) -> Party:
    """The wish not to be found by somebody goes before their having been named, until it is withdrawn."""
    wish = unwanted.get(party.account)
    if wish is None or wish.until is not None or party.role == NOT_FOUND_BY or party.until is not None:
        return party
    return replace(party, until=max(wish.since or 0, party.since or 0))


def _parties(moments: Moments, until: dict[str, int]) -> Iterator[Party]:
    _, person = person_of(moments)
    for each in moments.ordered:
        role = _BEGINS.get(each.entry.kind)
        if role is None:
            continue
        party = named(each, role) or each.entry.id
        told = {name: str(value) for name, value in each.personal.get(person, {}).items()}
        yield Party(
            id=party,
            role=NOT_FOUND_BY if each.entry.kind == "NotToBeFoundBy" else role,
            account=named(each, "account"),
            relation=str(each.entry.facts.get("relation", "")),
            name=told.get("name", ""),
            contact=told.get("contact", ""),
            since=at(each),
            until=until.get(party),
        )


def openings_of(entries: Sequence[RecordedEntry]) -> tuple[Opening, ...]:
    """Each look at the record, in the order of time."""
    return tuple(
        Opening(
            entry_id=each.entry.id,
            account=each.entry.by or "",
            body=each.entry.for_body,
            looked_as=str(each.entry.facts.get("looked_as", "")),
            because=str(each.entry.facts.get("looked_because", "")),
            # One entry stands for the looks of an hour; the first of them came in at this second.
            at=each.received,
        )
        for each in entries
        if each.entry.kind in LOOKS
    )


def answers_of(moments: Moments) -> tuple[Answer, ...]:
    """What followed from breaches."""
    _, person = person_of(moments)
    return tuple(
        Answer(
            entry_id=each.entry.id,
            safeguard=str(each.entry.facts["safeguard"]),
            basis=str(each.entry.facts["basis"]),
            outcome=str(each.entry.facts["breach_outcome"]),
            reason=str(each.personal.get(person, {}).get("note", "")),
            by=each.entry.by or "",
            at=at(each),
        )
        for each in moments.of.get("BreachAnswered", ())
    )
