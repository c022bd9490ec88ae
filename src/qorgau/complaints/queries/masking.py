"""What a timeline must not give away beside the texts: who typed the complaint in, and cases beyond one's reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.complaints.entries import COMPLAINT, LINKED, LODGED
from qorgau.complaints.facts.case import CaseEntry
from qorgau.complaints.facts.known import Known
from qorgau.complaints.queries.reach import sees


def masked(shown: Sequence[CaseEntry], known: Known, actor: Actor, *, hidden: bool) -> tuple[CaseEntry, ...]:
    """The entries without what this actor may not learn from them. hidden: who complained is not for them."""
    reached = {known.complaint, *linked_to(known, actor)}
    unlinked = (_within(each, known.complaint, reached) for each in shown)
    return tuple(_unsigned(each, known, actor) if hidden else each for each in unlinked)


def linked_to(known: Known, actor: Actor) -> tuple[str, ...]:
    """The complaints linked with this one that the actor sees as well."""
    others = {name for each in known.all(LINKED) for name in each.entry.objects.get(COMPLAINT, ())}
    return tuple(sorted(name for name in others - {known.complaint} if sees(actor, name)))


def _unsigned(shown: CaseEntry, known: Known, actor: Actor) -> CaseEntry:
    # One act writes several entries: a lawyer's or a ward doctor's name on any of them betrays who complained.
    lodged = known.lodged.entry
    if known.is_sealed or shown.by == actor.account or shown.by not in ("", lodged.by):
        return shown
    keeps_body = shown.kind != LODGED and shown.by == ""
    receives = shown.body == str(lodged.facts.get("lodged_with", ""))
    return replace(shown, by="", body=shown.body if receives or keeps_body else "")


def _within(shown: CaseEntry, complaint: str, reached: set[str]) -> CaseEntry:
    # Why two cases are one matter may be told of the other one's complainant.
    named = shown.objects.get(COMPLAINT, ())
    if set(named) <= reached:
        return shown
    objects = {**shown.objects, COMPLAINT: tuple(name for name in named if name in reached)}
    return replace(shown, objects=objects, personal={}, hidden=True)
