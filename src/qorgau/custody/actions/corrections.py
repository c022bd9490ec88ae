"""What every correction has, in a custody and in a complaint: what it sets right, and why, under somebody's key."""

from __future__ import annotations

from dataclasses import replace

from qorgau.custody.facts.reasons import IN_PERSONAL, WHY
from qorgau.custody.facts.standing import IMPROVES, NEEDS_CONFIRMATION
from qorgau.ledger.entry import Correction, CorrectionAct
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry


def correction_of(wrong: RecordedEntry, act: CorrectionAct) -> Correction:
    """That an entry replaces or withdraws this one; the reason itself is personal."""
    return Correction(instance=wrong.entry.instance, entry=wrong.entry.id, act=act, why=IN_PERSONAL)


def with_reason(draft: Draft, person: str, why: str) -> Draft:
    """The reason under this person's key: whoever explains a mistake names people."""
    own = {**draft.personal.get(person, {}), WHY: why}
    return replace(draft, personal={**draft.personal, person: own})


def corrects(each: RecordedEntry, meant: Correction | None) -> bool:
    """Whether the entry corrects the very one that is meant."""
    told = each.entry.corrects
    return (
        told is not None
        and meant is not None
        and (told.instance, told.entry) == (meant.instance, meant.entry)
    )


def marked(draft: Draft, improves: tuple[str, ...]) -> Draft:
    """The draft, waiting for a second person if it would improve what is already due."""
    if not improves:
        return draft
    marks = {NEEDS_CONFIRMATION: "yes", IMPROVES: " ".join(improves)}
    return replace(draft, facts={**draft.facts, **marks})
