"""Going back and going on: an older version of a draft is restored, an issued report is corrected by a new draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qorgau.access.actor import Actor
from qorgau.custody.actions.at_hand import checked_act, made_id
from qorgau.treaty.actions.saving import COVER, DraftMoved, save, store_first
from qorgau.treaty.models.drafts import DraftRow, IssuedReportRow
from qorgau.treaty.queries.draft_rows import own_draft, writing_of
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import country, today
from qorgau.treaty.writing.blocks import Writing


def restore_version(actor: Actor, draft_id: str, number: int, *, base: int, now: int) -> int:
    """Make an older version the next one; every version between them stays. Gives the number of the new version.

    Raises DraftMoved where somebody saved anything since version `base`: going back would undo it unseen.
    """
    row = own_draft(actor, draft_id)
    old, seen = writing_of(row, number), writing_of(row, base)

    def back(latest: Writing) -> Writing:
        if latest != seen:
            raise DraftMoved(own_draft(actor, draft_id).version)
        return old

    touched = tuple(_differing(seen, old))
    return save(actor, draft_id, back, what="restored", touched=touched, base=base, now=now)


def _differing(seen: Writing, old: Writing) -> Iterator[str]:
    """The parts that going back changes, those that only one of the two has among them."""
    if seen.cover != old.cover:
        yield COVER
    for name in dict.fromkeys(each.id for each in (*seen.blocks, *old.blocks)):
        if seen.block(name) != old.block(name):
            yield name


def correct_issued(actor: Actor, report_id: str, *, now: int, act_id: str | None = None) -> str:
    """Begin a new draft with all that an issued report says; its first page tells which day's report it replaces.

    The issued one stays as it is. Gives the id of the new draft.
    """
    issued = own_draft(actor, report_id)
    found = IssuedReportRow.objects.filter(report_id=report_id).first()
    if not issued.frozen or found is None:
        raise TreatyRefusal("draft_not_issued")
    draft_id = made_id("treaty/draft", f"{actor.account}/{checked_act(act_id)}")
    if DraftRow.objects.filter(draft_id=draft_id).exists():
        return own_draft(actor, draft_id).draft_id
    day = today(country(), found.issued_at).isoformat()
    writing = replace(writing_of(issued, found.version), corrects=day)
    row = DraftRow(
        draft_id=draft_id,
        kind=issued.kind,
        document_id=issued.document_id,
        stem=issued.stem,
        language=issued.language,
        body_id=issued.body_id,
        account=actor.account,
        begun_at=now,
        saved_at=now,
        version=1,
    )
    store_first(row, writing, actor=actor, now=now, what="corrected")
    return draft_id
