"""What waits for a second person: whatever makes a verdict milder that is already due, by correcting or by adding."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.custody.actions.at_hand import AtHand
from qorgau.custody.actions.corrections import marked
from qorgau.custody.actions.drafting import as_recorded
from qorgau.custody.facts.ends import said_only
from qorgau.custody.facts.improving import improved, retold
from qorgau.custody.facts.known import known_of
from qorgau.custody.facts.moments import Moments
from qorgau.custody.facts.standing import OF_THE_ENTRY
from qorgau.custody.kind_forms import KindForm
from qorgau.ledger.entry import CorrectionAct
from qorgau.recording.drafts import Draft

_OF_THE_EVENT = frozenset({"zone", "region", "place", "official_place"})
"""Where each event was: another place is another event, not another word on the same one."""


def marked_correction(hand: AtHand, draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """The correction, marked if it would improve what is already due; and which safeguards."""
    then = known_of(hand.custody, (*hand.known.entries, as_recorded(draft, hand.now)))
    after = () if then is None else then.judged(as_of=hand.now, touched_only=True)
    before = hand.known.judged(as_of=hand.now, touched_only=True)
    return _marked(draft, improved(before, after, now=hand.now, zone=hand.known.story.zone))


def marked_addition(hand: AtHand, form: KindForm, draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """The new entry, marked if it tells otherwise what is told already and would improve what is due.

    Doing a duty late, or writing late that it was done, is no such thing: it is marked as late.
    """
    again = _is_told(hand.known.moments, form, draft) or _was_withdrawn(hand, draft.kind)
    if not again and not _says_otherwise(hand.known.moments, draft.facts):
        return draft, ()
    then = known_of(hand.custody, (*hand.known.entries, as_recorded(draft, hand.now)))
    after = () if then is None else then.judged(as_of=hand.now, touched_only=True)
    before = hand.known.judged(as_of=hand.now, touched_only=True)
    zone = hand.known.story.zone
    better = improved(before, after, now=hand.now, zone=zone)
    return _marked(draft, better if again else retold(better, before, after))


def _marked(draft: Draft, improves: tuple[str, ...]) -> tuple[Draft, tuple[str, ...]]:
    return marked(draft, improves), improves


def _is_told(moments: Moments, form: KindForm, draft: Draft) -> bool:
    """Whether an entry that counts tells of this very event already."""
    if not form.identified_by:
        return False
    event = tuple(draft.objects.get(form.identified_by, ()))
    told = moments.of.get(draft.kind, ())
    # An end that others reported counts for nothing yet: to confirm it is to tell it first.
    unheard = said_only(told)
    return any(
        tuple(each.entry.objects.get(form.identified_by, ())) == event for each in told if each not in unheard
    )


def _was_withdrawn(hand: AtHand, kind: str) -> bool:
    """Whether one of its kind was withdrawn here: to withdraw and to add anew is to correct."""
    return any(
        each.entry.kind == kind
        and each.entry.corrects is not None
        and each.entry.corrects.act is CorrectionAct.WITHDRAWS
        for each in hand.known.entries
    )


def _says_otherwise(moments: Moments, facts: Mapping[str, object]) -> bool:
    """Whether a fact is given another value than it has; one that nobody had stated changes nothing."""
    for name, value in facts.items():
        if name not in OF_THE_ENTRY | _OF_THE_EVENT:
            before = moments.last_fact(name)
            if before is not None and before != str(value):
                return True
    return False
