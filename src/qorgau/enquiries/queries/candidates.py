"""Who may be meant: over the whole register, for the duty desk alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz

from qorgau.access.actions.looking import note_list
from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.custody.models import CustodyRow
from qorgau.custody.names import folded_words
from qorgau.enquiries.entries import Asking

LIKE = 75
MOST = 20
_READ = 2000
_FIRST = 2


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody in the register who may be the one sought; likeness: of the names, in percent."""

    custody: str
    name: str
    born_on: str
    same_birth_date: bool
    place: str
    region: str
    status: str
    apprehended_at: int | None
    likeness: int


def candidates(actor: Actor, asking: Asking, *, now: int) -> tuple[Candidate, ...]:
    """Those held, or dead in custody, whose names are spelled alike and whose birth date is the same or unknown.

    The whole register is searched, whatever the actor's region, because nobody knows where a person who
    is looked for is held. Each search is noted with whose it was and how many it showed.
    """
    require(actor, "enquiry.answer")
    family, given = folded_words(asking.family_name), folded_words(asking.given_name)
    rows = _rows(CustodyRow.objects.all(), (*family, *given), born_on=asking.born_on)
    found = [_candidate(row, family, given, asking.born_on) for row in rows]
    shown = sorted((each for each in found if each.likeness >= LIKE), key=_rank)[:MOST]
    sought = {"family_name": asking.family_name, "given_name": asking.given_name, "born_on": asking.born_on}
    note_list(actor, "enquiry.answer", filters=sought, rows=len(shown), now=now)
    return tuple(shown)


def _rows(rows: QuerySet[CustodyRow], words: tuple[str, ...], *, born_on: str) -> list[CustodyRow]:
    """Rows whose family name begins as any of the words does: the two names are often written in turn."""
    alike = Q()
    for word in words:
        first = word[:_FIRST]
        last = first[:-1] + chr(ord(first[-1]) + 1)
        alike |= Q(family_key__gte=first, family_key__lt=last)
        alike |= Q(family_key="", given_key__gte=first, given_key__lt=last)
    if not words:
        return []
    there = Q(is_here=True) | Q(status="died")
    born = Q(born_on=born_on) | Q(born_on="")
    return list(rows.filter(alike, there, born).order_by("-apprehended_at", "custody_id")[:_READ])


def _candidate(row: CustodyRow, family: tuple[str, ...], given: tuple[str, ...], born_on: str) -> Candidate:
    known = f"{row.family_key} {row.given_key}".strip()
    asked = " ".join((*family, *given))
    return Candidate(
        custody=row.custody_id,
        name=row.name,
        born_on=row.born_on,
        same_birth_date=row.born_on == born_on,
        place=row.place_id,
        region=row.region,
        status=row.status,
        apprehended_at=row.apprehended_at,
        # A patronymic that only one side gives, or a given name nobody recorded, makes nobody unlike.
        likeness=round(fuzz.token_set_ratio(asked, known)),
    )


def _rank(each: Candidate) -> tuple[bool, int, int, str]:
    return not each.same_birth_date, -each.likeness, -(each.apprehended_at or 0), each.custody
