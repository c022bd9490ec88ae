"""Which of several files of one symbol is believed: that which both sides hold, then that of a body whose task it is.

Both sides: people of a body of the State and of one outside it took in the very same bytes, each by themselves. Neither
can bring a file to the front in this way alone (decision 0147).
"""

from __future__ import annotations

from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, reach
from qorgau.access.roles import Role
from qorgau.treaty.actions.acting import NO, YES, Act, Done
from qorgau.treaty.entries import DOCUMENT, DOCUMENT_CONFIRMED, RECOMMENDATION
from qorgau.treaty.facts.words import Sender
from qorgau.treaty.models import DocumentRow, RecommendationRow
from qorgau.treaty.queries.reach import OF_THE_STATE

ASSIGN = "treaty.assign"
_OF_THE_MECHANISM = frozenset({Sender.NPM, Sender.SUBCOMMITTEE})


def is_of_the_state(actor: Actor) -> bool:
    """Whether the actor acts for a body that answers for the State."""
    return actor.role in OF_THE_STATE


def has_the_mandate(actor: Actor, sender: Sender) -> bool:
    """Whether it is the actor's task to enter such documents: who says which body answers, and the mechanism for its own."""
    return reach(actor, ASSIGN) is Reach.EVERYWHERE or (
        actor.role is Role.NPM_MEMBER and sender in _OF_THE_MECHANISM
    )


def confirmed_by_the_other_side(actor: Actor, row: DocumentRow, *, now: int) -> Done:
    """The same bytes were taken in again: a word for the file, where the other side has not said it yet."""
    known = Done(made=row.document_id, entries=(), is_new=False)
    if row.held_back or row.confirmed_by or row.by_state == is_of_the_state(actor):
        return known
    act = Act(actor=actor, key=f"{row.document_id}/confirmed", now=now)
    keys = RecommendationRow.objects.filter(stem=row.stem, held_back=False).values_list("key", flat=True)
    objects = {DOCUMENT: [row.document_id], RECOMMENDATION: sorted(keys)}
    facts = {"sha256": row.file_sha256, "by_state": YES if is_of_the_state(actor) else NO}
    return replace(
        act.store([act.draft(DOCUMENT_CONFIRMED, objects=objects, facts=facts)], made=row.document_id),
        is_new=False,
    )
