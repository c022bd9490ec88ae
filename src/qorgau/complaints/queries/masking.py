"""What a timeline must not give away beside the texts: who typed the complaint in, and cases beyond one's reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.complaints.entries import COMPLAINT, LINKED, LODGED
from qorgau.complaints.facts.case import Assignment, CaseEntry, Decision, Evidence
from qorgau.complaints.facts.known import Known
from qorgau.complaints.queries.reach import sees

_HOLDER, _HELD_BY = "holder", "held_by"


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
    if known.is_sealed or shown.by == actor.account:
        return shown
    nameless = _nameless(shown, known, actor)
    if shown.by and not _betrays(shown.by, known, actor):
        return nameless
    keeps_body = shown.kind != LODGED and shown.by == ""
    return replace(nameless, by="", body=shown.body if keeps_body else _body(shown.body, known))


def _nameless(shown: CaseEntry, known: Known, actor: Actor) -> CaseEntry:
    """The entry without the account wherever it stands in it: as a holder, a party, a giver, a second person."""
    names = {name for name, value in shown.facts.items() if _betrays(str(value), known, actor)}
    named = {
        role: tuple(each for each in ids if not _betrays(each, known, actor))
        for role, ids in shown.objects.items()
    }
    if not names and named == shown.objects and not _betrays(shown.confirmed_by, known, actor):
        return shown
    # The body that held something with them is theirs.
    gone = names | (
        {_HELD_BY} if _HOLDER in names and not _receives(str(shown.facts.get(_HELD_BY)), known) else set()
    )
    facts = {name: value for name, value in shown.facts.items() if name not in gone}
    confirmed = "" if _betrays(shown.confirmed_by, known, actor) else shown.confirmed_by
    return replace(shown, facts=facts, objects=named, confirmed_by=confirmed)


def masked_evidence(
    pieces: Sequence[Evidence], known: Known, actor: Actor, *, hidden: bool
) -> tuple[Evidence, ...]:
    """The pieces, with neither the hands of whoever typed the complaint in nor what was written of them."""
    if not hidden:
        return tuple(pieces)
    return tuple(_piece(each, known, actor) for each in pieces)


def _piece(piece: Evidence, known: Known, actor: Actor) -> Evidence:
    chain = tuple(
        replace(held, account="", body=_body(held.body, known))
        if _betrays(held.account, known, actor)
        else held
        for held in piece.chain
    )
    own = bool(piece.chain) and piece.chain[0].account == actor.account
    return replace(piece, chain=chain, description=piece.description if own else "")


def masked_decisions(
    decisions: Sequence[Decision], known: Known, actor: Actor, *, hidden: bool
) -> tuple[Decision, ...]:
    """The decisions, without who took them where that is who typed the complaint in."""
    return tuple(
        replace(each, by="", body=_body(each.body, known))
        if hidden and _betrays(each.by, known, actor)
        else each
        for each in decisions
    )


def masked_assignments(
    assignments: Sequence[Assignment], known: Known, actor: Actor, *, hidden: bool
) -> tuple[Assignment, ...]:
    """Who was given the case, without whoever typed it in."""
    return tuple(
        replace(each, account="") if hidden and _betrays(each.account, known, actor) else each
        for each in assignments
    )


def _betrays(account: str, known: Known, actor: Actor) -> bool:
    """Whether this is the account that typed the complaint in, and not the reader's own."""
    typed_in = "" if known.is_sealed else known.lodged.entry.by or ""
    return bool(account) and account == typed_in and account != actor.account


def _body(body: str, known: Known) -> str:
    """A body, where it stands for nobody but the desk that received the complaint."""
    return body if _receives(body, known) else ""


def _receives(body: str, known: Known) -> bool:
    return body == str(known.lodged.entry.facts.get("lodged_with", ""))


def _within(shown: CaseEntry, complaint: str, reached: set[str]) -> CaseEntry:
    # Why two cases are one matter may be told of the other one's complainant.
    named = shown.objects.get(COMPLAINT, ())
    if set(named) <= reached:
        return shown
    objects = {**shown.objects, COMPLAINT: tuple(name for name in named if name in reached)}
    return replace(shown, objects=objects, personal={}, hidden=True)
