"""Days by which something is due that no document of ours says, and the word that what was due is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.clock import Zone
from qorgau.treaty.actions.acting import Act, Done, day_in_use, line, not_to_come, word, words
from qorgau.treaty.actions.planning import everybodys
from qorgau.treaty.entries import DEADLINE, DEADLINE_MET, DEADLINE_SET, DOCUMENT, RECOMMENDATION
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.facts.words import DueWhat
from qorgau.treaty.models import DeadlineRow, DocumentRow, OwnDeadlineRow, RecommendationRow
from qorgau.treaty.queries.due_days import seat_of_set
from qorgau.treaty.queries.finding import document_row
from qorgau.treaty.queries.reach import documents_seen
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal
from qorgau.treaty.seats import seat_of

TAKE = "treaty.take"


@dataclass(frozen=True, kw_only=True)
class NewDeadline:
    """A day by which something is due, and who says so."""

    what: DueWhat
    due: date
    document: str = ""
    recommendations: Sequence[str] = ()
    committee: str = ""
    note: str = ""
    source: str = ""


def set_deadline(actor: Actor, new: NewDeadline, *, now: int, act_id: str | None = None) -> Done:
    """Enter a day by which something is due."""
    require(actor, TAKE)
    act = Act.of(actor, act_id, now=now)
    day_in_use(new.due, field="due")
    rows = everybodys(actor, new.recommendations) if new.recommendations else []
    document = document_row(actor, new.document).document_id if new.document else ""
    facts = {
        "what": new.what.value,
        "due": new.due.isoformat(),
        "document": document,
        "recommendations": [row.recommendation_id for row in rows],
        "committee": word(new.committee, field="committee"),
        "note": words(new.note, field="note", needed=False, most=2000),
        "source": line(new.source, field="source", needed=False),
    }
    if (held := act.held(act.id(), facts)) is not None:
        return held
    objects = {
        DEADLINE: [act.id()],
        DOCUMENT: [document] if document else [],
        RECOMMENDATION: [row.key for row in rows],
    }
    return act.store([act.draft(DEADLINE_SET, objects=objects, facts=facts)], made=act.id())


def meet_deadline(
    actor: Actor, deadline_id: str, *, on: date, note: str = "", now: int, act_id: str | None = None
) -> Done:
    """Record on which day what was due was done; of a deadline that a person set, or that a document states."""
    require(actor, TAKE)
    act = Act.of(actor, act_id or f"{deadline_id}/met/{on}", now=now)
    facts = {"on": on.isoformat(), "note": words(note, field="note", needed=False, most=2000)}
    own = OwnDeadlineRow.objects.filter(pk=deadline_id).first()
    if own is not None:
        _require_seen(actor, own)
        not_to_come(on, act, field="on", seat=_seat(own))
        _refuse_met(own.met_on)
        keys = [key_of(each) for each in from_lines(own.recommendations)]
        objects: dict[str, Sequence[str]] = {DEADLINE: [deadline_id], RECOMMENDATION: keys}
        return act.store([act.draft(DEADLINE_MET, objects=objects, facts=facts, on=on)], made=deadline_id)
    stated = DeadlineRow.objects.filter(pk=deadline_id).first()
    if stated is None:
        raise NoSuchThing(deadline_id)
    not_to_come(on, act, field="on", seat=seat_of(document_row(actor, stated.document_id).sender))
    met = OwnDeadlineRow.objects.filter(meets=deadline_id).order_by("set_at").first()
    _refuse_met(met.met_on if met else "")
    told = {
        **facts,
        "what": stated.what,
        "due": stated.due,
        "document": stated.document_id,
        "meets": deadline_id,
    }
    objects = {DEADLINE: [act.id()], DOCUMENT: [stated.document_id]}
    return act.store([act.draft(DEADLINE_MET, objects=objects, facts=told, on=on)], made=deadline_id)


def _seat(own: OwnDeadlineRow) -> Zone:
    rows = RecommendationRow.objects.filter(recommendation_id__in=from_lines(own.recommendations))
    return seat_of_set(own, dict(rows.values_list("recommendation_id", "sender")))


def _require_seen(actor: Actor, own: OwnDeadlineRow) -> None:
    """A day set for a document is known to whoever sees the document."""
    seen = documents_seen(DocumentRow.objects.filter(pk=own.document_id), actor)
    if own.document_id and not seen.exists():
        raise NoSuchThing(own.deadline_id)


def _refuse_met(met_on: str) -> None:
    if met_on:
        raise TreatyRefusal("met_already", day=met_on)
