"""Trust another instance by its card, after its fingerprint was compared; the record says who did, and why anew."""

from __future__ import annotations

from contextlib import suppress

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.carrying.entries import INSTANCE, TRUSTED
from qorgau.carrying.refusals import ReasonMissing
from qorgau.recording.bundles.cards import Card
from qorgau.recording.bundles.trusted import trust, trusted_cards
from qorgau.recording.drafts import Draft
from qorgau.recording.record import EntryConflict, record

LONGEST_REASON = 1000


def is_replaced_by(card: Card) -> bool:
    """Whether the instance is trusted already, with other keys."""
    return trusted_cards().get(card.instance) not in (None, card)


def trust_instance(actor: Actor, card: Card, *, reason: str, now: int, act_id: str) -> None:
    """Read the instance's bundles from now on, and write for it; raises a CardRefused."""
    require(actor, "instances.trust")
    replaces, why = is_replaced_by(card), reason.strip()[:LONGEST_REASON]
    if replaces and not why:
        raise ReasonMissing(f"{card.instance} is trusted with other keys. Say why it has new ones.")
    facts: dict[str, str | int] = {"fingerprint": card.fingerprint, "replaces": "yes" if replaces else "no"}
    draft = Draft(
        id=act_id,
        kind=TRUSTED,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects={INSTANCE: [card.instance]},
        facts=facts | ({"why": why} if why else {}),
    )
    # In the record's own transaction: a card that is refused leaves no entry, and an entry has its card.
    with suppress(EntryConflict):  # pressed twice, it was trusted once
        record([draft], received=now, first=lambda: trust(card, replace=replaces))
