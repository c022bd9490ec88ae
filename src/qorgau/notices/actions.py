"""Acknowledging a notice: an entry, so that nobody can say later that they were not told."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.custody.queries.reach import whereabouts_of
from qorgau.lawbook import Language
from qorgau.notices.entries import ACKNOWLEDGED
from qorgau.notices.models import Notice
from qorgau.recording.drafts import Draft
from qorgau.recording.record import record
from qorgau.wording import say


class NoticeRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """A notice cannot be acknowledged; the sentence says why."""


def acknowledge(actor: Actor, notice_id: str, *, now: int) -> None:
    """Say that the notice reached this person, who thereby answers for what follows."""
    notice = Notice.objects.filter(pk=notice_id).first()
    if notice is None or f" {actor.role.value} " not in notice.told:
        raise NoticeRefusal(say("notices.none", actor.language))
    require(actor, "notices.acknowledge", at=_at(notice, actor))
    if notice.acknowledged_at is not None:
        raise NoticeRefusal(say("notices.taken", actor.language))
    draft = Draft(
        id=f"noticed-{notice_id}",
        kind=ACKNOWLEDGED,
        recorded=now,
        for_body=actor.body,
        by=actor.account,
        objects={"person": [notice.person_id], "custody": [notice.custody_id]},
        facts={"safeguard": notice.safeguard, "basis": notice.basis, "stage": notice.stage},
    )
    record([draft], received=now, first=lambda: _take(notice_id, actor, now=now))


def _at(notice: Notice, actor: Actor) -> Whereabouts:
    parties = whereabouts_of(notice.custody_id, actor=actor).parties
    return Whereabouts(place=notice.place_id, region=notice.region, parties=parties)


def _take(notice_id: str, actor: Actor, *, now: int) -> None:
    """In the entry's own transaction, and only where nobody was quicker."""
    free = Notice.objects.filter(pk=notice_id, acknowledged_at__isnull=True)
    if not free.update(acknowledged_by=actor.account, acknowledged_at=now, escalates_at=None):
        raise NoticeRefusal(say("notices.taken", actor.language or Language.EN))
