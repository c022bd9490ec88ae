"""Replies of the State: prepared by a focal point, cleared by another person of the lead body, sent by a third act.

Four eyes: whoever prepared or revised a reply neither clears nor sends it. What was revised must be cleared anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.treaty.actions.acting import Act, Done, language_code, line, not_to_come, word, words
from qorgau.treaty.actions.planning import everybodys, not_before_adoption, rows_of, source_document
from qorgau.treaty.entries import (
    DOCUMENT,
    RECOMMENDATION,
    REPLY,
    REPLY_CLEARED,
    REPLY_PREPARED,
    REPLY_RETURNED,
    REPLY_REVISED,
    REPLY_SENT,
    REPLY_TAKEN,
)
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.facts.words import Procedure, ReplyStage, Sender, SourceLevel
from qorgau.treaty.models import RecommendationRow, ReplyRow
from qorgau.treaty.queries.reach import require_for, works_on
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal
from qorgau.treaty.seats import seat_of, today
from qorgau.treaty.storing import PLAIN, keep_content

PREPARE, CLEAR, SEND, TAKE = "treaty.reply", "treaty.clear", "treaty.send", "treaty.take"
_OPEN = (ReplyStage.PREPARED, ReplyStage.RETURNED, ReplyStage.CLEARED)


@dataclass(frozen=True, kw_only=True)
class NewReply:
    """A reply in work. document: the id of a file that holds it, where there is one."""

    recommendations: Sequence[str]
    text: str
    language: str
    procedure: Procedure = Procedure.FOLLOW_UP
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class TakenReply:
    """A reply that was sent outside this instance, as its document or another source tells."""

    recommendations: Sequence[str]
    sent_on: date
    source: str
    level: SourceLevel
    symbol: str = ""
    document: str = ""
    summary: str = ""
    language: str = "en"
    procedure: Procedure = Procedure.FOLLOW_UP


def prepare_reply(actor: Actor, new: NewReply, *, now: int, act_id: str | None = None) -> Done:
    """Prepare a reply for a body that leads, or contributes to, every one of the recommendations."""
    require(actor, PREPARE)
    rows = rows_of(actor, new.recommendations)
    for row in rows:
        if not row.lead:
            raise TreatyRefusal("nobody_leads", field="recommendations", recommendation=row.recommendation_id)
        require_for(actor, PREPARE, [row.lead, *from_lines(row.contributing)])
    leads = {row.lead for row in rows}
    if len(leads) > 1:
        raise TreatyRefusal("several_lead", field="recommendations", bodies=", ".join(sorted(leads)))
    act = Act.of(actor, act_id, now=now)
    facts = {
        "recommendations": [row.recommendation_id for row in rows],
        "procedure": new.procedure.value,
        "language": language_code(new.language),
        "lead": rows[0].lead,
        "bodies": sorted({body for row in rows for body in from_lines(row.contributing)}),
        "document": source_document(actor, new.document),
        "text_sha256": _kept(new.text, now=now),
    }
    said = ("recommendations", "procedure", "language", "document", "text_sha256")
    if (held := act.held(act.id(), {name: facts[name] for name in said})) is not None:
        return held
    draft = act.draft(REPLY_PREPARED, objects=_objects(act.id(), [row.key for row in rows]), facts=facts)
    return act.store([draft], made=act.id())


def revise_reply(actor: Actor, reply_id: str, text: str, *, now: int, act_id: str | None = None) -> Done:
    """Write the words of a reply anew; a clearance of the words before no longer counts."""
    row = _in_work(actor, reply_id)
    require_for(actor, PREPARE, [row.lead, *from_lines(row.bodies)])
    act = Act.of(actor, act_id, now=now)
    given = {"text_sha256": _kept(text, now=now)}
    if (held := act.held(reply_id, given, of={REPLY: [reply_id]})) is not None:
        return held
    return _step(act, row, REPLY_REVISED, given)


def clear_reply(
    actor: Actor, reply_id: str, *, note: str = "", seen: str = "", now: int, act_id: str | None = None
) -> Done:
    """Clear the words of a reply; never one's own, and only for the body that leads.

    seen: the hash of the words that the actor read; refused where others stand there by now.
    """
    row = _in_work(actor, reply_id)
    require_for(actor, CLEAR, [row.lead])
    act = Act.of(actor, act_id, now=now)
    given = {"note": words(note, field="note", needed=False, most=2000), "text_sha256": row.text_sha256}
    if (held := act.held(reply_id, given, of={REPLY: [reply_id]})) is not None:
        return held
    _refuse_own(actor, row)
    _refuse_leads_no_longer(row)
    if seen and seen != row.text_sha256:
        raise TreatyRefusal("moved_meanwhile")
    if row.stage != ReplyStage.PREPARED:
        raise TreatyRefusal("not_to_clear", stage=row.stage)
    return _step(act, row, REPLY_CLEARED, given)


def return_reply(actor: Actor, reply_id: str, *, reason: str, now: int, act_id: str | None = None) -> Done:
    """Give a reply back to be revised, with a reason."""
    row = _in_work(actor, reply_id)
    _require_clears_or_sends(actor, row)
    act = Act.of(actor, act_id, now=now)
    given = {"reason": words(reason, field="reason", most=2000)}
    if (held := act.held(reply_id, given, of={REPLY: [reply_id]})) is not None:
        return held
    return _step(act, row, REPLY_RETURNED, given)


def send_reply(
    actor: Actor, reply_id: str, *, sent: date | int, symbol: str = "", now: int, act_id: str | None = None
) -> Done:
    """Record that a cleared reply was sent. sent: the day at the seat of who receives it, or the moment."""
    row = _in_work(actor, reply_id, or_sent=True)
    require_for(actor, SEND, [row.lead])
    act = Act.of(actor, act_id, now=now)
    zone = seat_of(_sender_of(row))
    on = today(zone, sent) if isinstance(sent, int) else sent
    given = {"sent_on": on.isoformat(), "symbol": word(symbol, field="symbol")}
    if (held := act.held(reply_id, given, of={REPLY: [reply_id]})) is not None:
        return held
    if row.stage == ReplyStage.SENT:
        raise TreatyRefusal("sent_already", day=row.sent_on)
    if row.stage != ReplyStage.CLEARED or row.cleared_at is None:
        raise TreatyRefusal("not_cleared")
    _refuse_own(actor, row)
    _refuse_leads_no_longer(row)
    not_to_come(on, act, field="sent", seat=zone)
    if on < today(zone, row.cleared_at):
        raise TreatyRefusal(
            "sent_before_cleared", field="sent", cleared=today(zone, row.cleared_at).isoformat()
        )
    facts = {**given, "procedure": row.procedure}
    return _step(act, row, REPLY_SENT, facts, stays=ReplyStage.CLEARED)


def take_reply(actor: Actor, taken: TakenReply, *, now: int, act_id: str | None = None) -> Done:
    """Enter a reply that was sent outside this instance; it is marked as such, with its source."""
    require(actor, TAKE)
    rows = everybodys(actor, taken.recommendations)
    act = Act.of(actor, act_id, now=now)
    document = source_document(actor, taken.document)
    facts = {
        "recommendations": [row.recommendation_id for row in rows],
        "procedure": taken.procedure.value,
        "sent_on": taken.sent_on.isoformat(),
        "source": line(taken.source, field="source"),
        "level": taken.level.value,
        "symbol": word(taken.symbol, field="symbol"),
        "summary": words(taken.summary, field="summary", needed=False, most=8000),
        "language": language_code(taken.language),
        "document": document,
    }
    if (held := act.held(act.id(), facts)) is not None:
        return held
    not_to_come(taken.sent_on, act, field="sent_on", seat=seat_of(rows[0].sender))
    not_before_adoption(taken.sent_on, rows, field="sent_on")
    objects = {**_objects(act.id(), [row.key for row in rows]), DOCUMENT: [document] if document else []}
    return act.store([act.draft(REPLY_TAKEN, objects=objects, facts=facts, on=taken.sent_on)], made=act.id())


def _kept(text: str, *, now: int) -> str:
    return keep_content(words(text, field="text").encode(), PLAIN, now=now)


def _objects(reply_id: str, keys: Sequence[str]) -> dict[str, Sequence[str]]:
    return {REPLY: [reply_id], RECOMMENDATION: keys}


def _in_work(actor: Actor, reply_id: str, *, or_sent: bool = False) -> ReplyRow:
    row = ReplyRow.objects.filter(pk=reply_id).first()
    if row is None or not works_on(row, actor):
        raise NoSuchThing(reply_id)
    if row.stage not in _OPEN and not or_sent:
        raise TreatyRefusal("sent_already", day=row.sent_on)
    return row


def _require_clears_or_sends(actor: Actor, row: ReplyRow) -> None:
    from qorgau.treaty.queries.reach import may_for

    if not may_for(actor, SEND, [row.lead]):
        require_for(actor, CLEAR, [row.lead])


def _refuse_own(actor: Actor, row: ReplyRow) -> None:
    if actor.account in from_lines(row.writers):
        raise TreatyRefusal("own_words")


def _refuse_leads_no_longer(row: ReplyRow) -> None:
    """Whoever answers now answers in its own words."""
    keys = [key_of(each) for each in from_lines(row.recommendations)]
    others = RecommendationRow.objects.filter(key__in=keys).exclude(lead=row.lead)
    if (found := others.order_by("key").first()) is not None:
        raise TreatyRefusal("leads_no_longer", recommendation=found.recommendation_id)


def _sender_of(row: ReplyRow) -> str:
    keys = [key_of(each) for each in from_lines(row.recommendations)]
    found = (
        RecommendationRow.objects.filter(key__in=keys)
        .order_by("key")
        .values_list("sender", flat=True)
        .first()
    )
    return found or Sender.OTHER.value


def _step(
    act: Act, row: ReplyRow, kind: str, facts: dict[str, str], *, stays: ReplyStage | None = None
) -> Done:
    keys = [key_of(each) for each in from_lines(row.recommendations)]
    draft = act.draft(kind, objects=_objects(row.reply_id, keys), facts=facts)

    def unmoved() -> None:
        # Two acts at once were each lawful by themselves: cleared words must not be revised while they are sent.
        now = ReplyRow.objects.filter(pk=row.reply_id).values_list("stage", "text_sha256").first()
        if now != ((stays.value if stays else row.stage), row.text_sha256):
            raise TreatyRefusal("moved_meanwhile")

    return act.store([draft], made=row.reply_id, first=unmoved)
