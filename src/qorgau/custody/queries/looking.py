"""Search by name, for staff; and who opened a record."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.custody.facts.board import Found
from qorgau.custody.facts.record import Opening
from qorgau.custody.models import CustodyRow, OpeningRow
from qorgau.custody.names import folded_words
from qorgau.custody.queries.reach import whereabouts_of, within_reach
from qorgau.custody.refusal import CustodyRefusal

CANDIDATES = 2000
LIKE = 70
_FIRST = 3


def search(
    actor: Actor, *, name: str, born_on: str = "", past: bool = False, limit: int = 20
) -> tuple[Found, ...]:
    """Those whose name is spelled alike in Latin, Russian or Kazakh letters, best first, within the actor's reach.

    past: also those no longer held. Opening one of them is an entry of its own (actions.open_record).
    """
    words = folded_words(name)
    if not words or max(map(len, words)) < 2:
        raise CustodyRefusal("name_too_short", field="name")
    rows = within_reach(CustodyRow.objects.all(), actor, "custody.see")
    rows = rows if past else rows.filter(is_here=True)
    if born_on:
        rows = rows.filter(Q(born_on=born_on) | Q(born_on=""))
    found = (_found(row, words) for row in _candidates(rows, words))
    likely = sorted((each for each in found if each.likeness >= LIKE), key=_rank)
    return tuple(likely[:limit])


def _candidates(rows: QuerySet[CustodyRow], words: tuple[str, ...]) -> list[CustodyRow]:
    """Rows whose family or given name begins as one of the words does: the index finds them."""
    alike = Q()
    for word in words:
        first = word[:_FIRST]
        last = first[:-1] + chr(ord(first[-1]) + 1)
        alike |= Q(family_key__gte=first, family_key__lt=last)
        alike |= Q(family_key="", given_key__gte=first, given_key__lt=last)
    return list(rows.filter(alike).order_by("-is_here", "-apprehended_at")[:CANDIDATES])


def _found(row: CustodyRow, words: tuple[str, ...]) -> Found:
    known = [key for key in (row.family_key, row.given_key) if key]
    likeness = sum(max((fuzz.ratio(word, key) for key in known), default=0) for word in words) / len(words)
    return Found(
        custody=row.custody_id,
        person=row.person_id,
        name=row.name,
        born_on=row.born_on,
        age=row.age,
        place=row.place_id,
        status=row.status,
        apprehended_at=row.apprehended_at,
        ended_at=row.ended_at,
        likeness=round(likeness),
    )


def _rank(found: Found) -> tuple[int, bool, int, str]:
    return -found.likeness, found.ended_at is not None, -(found.apprehended_at or 0), found.custody


def openings(actor: Actor, custody_id: str) -> tuple[Opening, ...]:
    """Who opened the record or looked the person up (looks.see): for the person's side and the NPM, not the place."""
    require(actor, "looks.see", at=whereabouts_of(custody_id, actor=actor))
    return openings_of(custody_id)


def openings_of(custody_id: str) -> tuple[Opening, ...]:
    """Who opened a record, the latest first; without asking an actor."""
    return tuple(
        Opening(
            entry_id=row.entry_id,
            account=row.account,
            body=row.body_id,
            looked_as=row.looked_as,
            because=row.because,
            at=row.at,
        )
        for row in OpeningRow.objects.filter(custody_id=custody_id).order_by("-at", "entry_id")
    )
