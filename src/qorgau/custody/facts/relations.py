"""Who has a part in a custody, who looked at it, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qorgau.custody.facts.identity import person_of
from qorgau.custody.facts.moments import Moments, at, named
from qorgau.custody.facts.record import Answer, Opening, Party
from qorgau.custody.facts.wished import is_meant, is_same
from qorgau.recording.history import RecordedEntry

_BEGINS = {"MandateGiven": "lawyer", "RelativeNamed": "relative", "NotToBeFoundBy": "relative"}
_ENDS = {"MandateEnded": "lawyer", "RelativeUnnamed": "relative"}
NOT_FOUND_BY = "not_to_be_found_by"
WISHES = frozenset({"NotToBeFoundBy", "MayBeFoundBy"})
"""What the person wishes of who finds them: for their lawyer and the preventive mechanism alone."""
LOOKS = frozenset({"RecordOpened", "PersonLookedUp"})


def parties_of(moments: Moments, *, with_wishes: bool = True) -> tuple[Party, ...]:
    """Lawyers with a mandate, relatives the person named, and those who must not find them.

    with_wishes: otherwise as those see it who are not to know of any wish.
    """
    until = {named(each, role): at(each) for kind, role in _ENDS.items() for each in moments.of.get(kind, ())}
    parties = tuple(_parties(moments, until))
    wishes = [party for party in parties if party.role == NOT_FOUND_BY]
    if not with_wishes:
        return tuple(party for party in parties if party.role != NOT_FOUND_BY)
    ended = tuple(_until_taken_back(wish, moments) for wish in wishes)
    still = [wish for wish in ended if wish.until is None]
    others = (_without(party, still) for party in parties if party.role != NOT_FOUND_BY)
    return (*others, *ended)


def _until_taken_back(wish: Party, moments: Moments) -> Party:
    """The wish, ended by the first later entry that the person may be found by this somebody again."""
    _, person = person_of(moments)
    for each in moments.of.get("MayBeFoundBy", ()):
        name = str(each.personal.get(person, {}).get("name", ""))
        account = named(each, "account")
        meant = (bool(account) and account == wish.account) or (bool(name) and is_same(wish.name, name))
        if meant and at(each) >= (wish.since or 0):
            return replace(wish, until=at(each))
    return wish


def _without(party: Party, wishes: Sequence[Party]) -> Party:
    """The wish not to be found by somebody goes before their having been named, until it is taken back."""
    if party.until is not None:
        return party
    for wish in wishes:
        by_account = bool(wish.account) and wish.account == party.account
        if by_account or is_meant(wish.name, name=party.name, relation=party.relation):
            return replace(party, until=max(wish.since or 0, party.since or 0))
    return party


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
