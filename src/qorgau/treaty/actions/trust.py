"""Which of several files of one symbol is believed: that which both sides hold, then that of a body whose task it is.

Both sides: people of a body of the State and of one outside it took in the very same bytes, each by themselves. Neither
can bring a file to the front in this way alone (decision 0147).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, reach
from qorgau.access.roles import Role
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.facts.register import institution
from qorgau.recording.history import history, standing
from qorgau.treaty.actions.acting import NO, YES, Act, Done
from qorgau.treaty.entries import DOCUMENT, DOCUMENT_CONFIRMED, DOCUMENT_TAKEN, RECOMMENDATION
from qorgau.treaty.facts.entry_facts import of_kind
from qorgau.treaty.facts.words import Fix, Sender
from qorgau.treaty.models import CorrectionRow, DocumentRow, RecommendationRow
from qorgau.treaty.queries.reach import OF_THE_STATE
from qorgau.treaty.queries.readings import corrections_of
from qorgau.treaty.seats import book

ASSIGN = "treaty.assign"
_COMMISSIONER, _SUBCOMMITTEE = "commissioner", "CAT/OP"
_OF_THE_MECHANISM = frozenset({Sender.NPM, Sender.SUBCOMMITTEE})


def is_of_the_state(actor: Actor) -> bool:
    """Whether the actor acts for a body that answers for the State: by the role, or by the institution behind it.

    An analyst of a ministry is the ministry's. One of the ombudsperson, of the mechanism below it or of an organisation
    that the law's files know is not; of a body that nobody knows an analyst is taken for the State's, a worker of an
    organisation for that organisation's.
    """
    if actor.role in OF_THE_STATE:
        return True
    name = institution(actor.body)
    if name in bodies().bodies:
        return not _answers_to_a_commissioner(name)
    return actor.role is Role.ANALYST and name not in book().organisations


def _answers_to_a_commissioner(name: str) -> bool:
    known = bodies().bodies
    while name in known and known[name].kind != _COMMISSIONER and known[name].parents:
        name = known[name].parents[-1].body
    return name in known and known[name].kind == _COMMISSIONER


def has_the_mandate(actor: Actor, sender: Sender, symbol: str) -> bool:
    """Whether it is the actor's task to enter such documents: who says which body answers, and the mechanism for its own.

    A paper under a symbol is the mechanism's task only if it is the Subcommittee's symbol, whoever it is said to be from.
    """
    if reach(actor, ASSIGN) is Reach.EVERYWHERE:
        return True
    own = sender in _OF_THE_MECHANISM and (not symbol or symbol.startswith(_SUBCOMMITTEE))
    return own and actor.role is Role.NPM_MEMBER


def confirmed_by_the_other_side(actor: Actor, row: DocumentRow, *, now: int) -> Done:
    """The same bytes were taken in again: a word for the file, where the other side has not said it yet.

    Of a file whose symbol a person typed it says nothing: what both sides hold does not bear that symbol.
    """
    known = Done(made=row.document_id, entries=(), is_new=False)
    if row.held_back or row.confirmed_by or row.by_state == is_of_the_state(actor):
        return known
    if _taken_by(row) == actor.account or symbol_is_typed(corrections_of(row.document_id)):
        return known
    act = Act(actor=actor, key=f"{row.document_id}/confirmed", now=now)
    keys = RecommendationRow.objects.filter(stem=row.stem, held_back=False).values_list("key", flat=True)
    objects = {DOCUMENT: [row.document_id], RECOMMENDATION: sorted(keys)}
    facts = {"sha256": row.file_sha256, "by_state": YES if is_of_the_state(actor) else NO}
    return replace(
        act.store([act.draft(DOCUMENT_CONFIRMED, objects=objects, facts=facts)], made=row.document_id),
        is_new=False,
    )


def symbol_is_typed(corrections: Iterable[CorrectionRow]) -> bool:
    """Whether a person put the symbol there that the document goes by."""
    return any(
        each.what == Fix.HEADER and each.target == "symbol" and not each.withdrawn_why for each in corrections
    )


def _taken_by(row: DocumentRow) -> str:
    taken = of_kind(standing(history(DOCUMENT, row.document_id)), DOCUMENT_TAKEN)
    return taken[0].entry.by or ""
