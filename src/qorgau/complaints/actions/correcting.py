"""Correcting and withdrawing entries of a case; what improves a verdict already due waits for a second person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from qorgau.access.actor import Actor
from qorgau.complaints.actions.at_hand import AtHand, at_hand, checked_texts, checked_when
from qorgau.complaints.actions.done import Done
from qorgau.complaints.actions.releasing import require_second_member
from qorgau.complaints.actions.restating import checked_codes, restated
from qorgau.complaints.actions.second_person import marked_correction
from qorgau.complaints.entries import COMPLAINT, CORRECTION_CONFIRMED, MOVED, OFFICER, PERSON, SERVED_AT
from qorgau.complaints.facts.corrections import (
    BY_ITS_AUTHOR,
    OF_INDEPENDENCE,
    can_be_withdrawn,
    led,
    rests_on,
    stays_as_it_is,
    together,
)
from qorgau.complaints.facts.known import Known, known_of
from qorgau.complaints.queries.correcting import CONFIRM, CORRECT, is_own
from qorgau.complaints.queries.reach import whereabouts_of
from qorgau.complaints.queries.showing import hides_identity, is_tied
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.actions.corrections import correction_of, corrects, with_reason
from qorgau.custody.actions.drafting import as_recorded
from qorgau.custody.facts.standing import key_of
from qorgau.custody.times import When
from qorgau.ledger.entry import CorrectionAct
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry, history

ABOUT = "about"


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """What stands in the place of what was wrong; what is not given stays.

    facts: codes by name (facts/corrections.CODES), "" to take one away; texts: person id -> texts by name.
    """

    happened: When | None = None
    facts: Mapping[str, str] | None = None
    texts: Mapping[str, Mapping[str, str]] | None = None


def correct_entry(
    actor: Actor,
    complaint_id: str,
    entry_id: str,
    new: Corrected,
    *,
    why: str,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Put a new entry of the same kind in the place of an earlier one, and say why; the earlier stays in sight."""
    hand, wrong = _begun(actor, complaint_id, entry_id, why=why, now=now, act_id=act_id)
    if wrong.entry.by != actor.account and (wrong.entry.kind in BY_ITS_AUTHOR or _keeps_quiet(hand, wrong)):
        raise ComplaintRefusal("by_its_author", field="entry")
    if new.happened is not None:
        checked_when(new.happened, now=hand.now)
    codes = checked_codes(wrong, new.facts or {}, now=hand.now)
    group = together(hand.known, wrong) if new.happened is not None else (wrong,)
    drafts = [
        restated(hand, each, happened=new.happened, part=_part(number)) for number, each in enumerate(group)
    ]
    kept = {name: value for name, value in drafts[0].facts.items() if name not in codes}
    drafts[0] = replace(
        drafts[0],
        facts={**kept, **{name: value for name, value in codes.items() if value != ""}},
        personal=_texts(wrong, new.texts or {}),
    )
    if not _differs(drafts[0], wrong):
        raise ComplaintRefusal("nothing_changed", field="why")
    frees = bool(OF_INDEPENDENCE & codes.keys())
    return _stored(hand, drafts, group, CorrectionAct.REPLACES, why=why, frees=frees)


def withdraw_entry(
    actor: Actor, complaint_id: str, entry_id: str, *, why: str, now: int, act_id: str | None = None
) -> Done:
    """Withdraw an entry that should not have been made, with what its act recorded beside it, and say why."""
    hand, wrong = _begun(actor, complaint_id, entry_id, why=why, now=now, act_id=act_id)
    if not can_be_withdrawn(wrong.entry.kind):
        raise ComplaintRefusal("complaint_stays", field="entry")
    group = together(hand.known, wrong)
    if rests_on(hand.known, group) is not None:
        raise ComplaintRefusal("later_rests_on_it", field="entry")
    drafts = [_withdrawal(hand, each, part=_part(number)) for number, each in enumerate(group)]
    frees = any(each.entry.kind == SERVED_AT for each in group)
    return _stored(hand, drafts, group, CorrectionAct.WITHDRAWS, why=why, frees=frees)


def confirm_correction(
    actor: Actor, complaint_id: str, correction_id: str, *, now: int, act_id: str | None = None
) -> Done:
    """Confirm, as a second person, what would improve a verdict; from then on the whole act counts."""
    hand = at_hand(actor, complaint_id, CONFIRM, now=now, act_id=act_id)
    waiting = {each.entry.id: each for each in hand.known.standing.waiting}
    asked = waiting.get(correction_id)
    if asked is None:
        raise ComplaintRefusal("nothing_to_confirm", field="correction")
    if asked.entry.by == actor.account:
        raise ComplaintRefusal("not_by_the_same_person", field="correction")
    if is_tied(actor, hand.known, hand.officers, today=hand.day()):
        raise ComplaintRefusal("tied_confirms_nothing", field="correction")
    require_second_member(actor, asked)
    act = [each for each in waiting.values() if _of_one_act(each, asked)]
    officers = sorted({name for each in act for name in each.entry.objects.get(OFFICER, ())})
    objects = {ABOUT: [each.entry.id for each in act], **({OFFICER: officers} if officers else {})}
    return hand.record(
        [hand.draft(CORRECTION_CONFIRMED, objects=objects)],
        first=_unless(
            hand, lambda each: correction_id in each.entry.objects.get(ABOUT, ()), "nothing_to_confirm"
        ),
    )


def _of_one_act(each: RecordedEntry, other: RecordedEntry) -> bool:
    return (each.entry.by, each.entry.recorded, each.received) == (
        other.entry.by, other.entry.recorded, other.received,
    )  # fmt: skip


def _begun(
    actor: Actor, complaint_id: str, entry_id: str, *, why: str, now: int, act_id: str | None
) -> tuple[AtHand, RecordedEntry]:
    """The case and the entry that is wrong; refused where it is not the actor's to correct."""
    if not why.strip():
        raise ComplaintRefusal("why_required", field="why")
    hand = at_hand(actor, complaint_id, CORRECT, now=now, act_id=act_id)
    wrong = next((each for each in hand.known.entries if each.entry.id == entry_id), None)
    if wrong is None:
        raise ComplaintRefusal("no_such_entry", field="entry")
    if stays_as_it_is(wrong):
        raise ComplaintRefusal("not_to_be_corrected", field="entry")
    if not is_own(actor, wrong):
        raise ComplaintRefusal("recorded_by_others", field="entry")
    if key_of(wrong) not in {key_of(each) for each in hand.known.standing.counted}:
        raise ComplaintRefusal("corrected_already", field="entry")
    if key_of(wrong) in led(hand.known):
        raise ComplaintRefusal("corrected_with_its_move", field="entry")
    return hand, wrong


def _keeps_quiet(hand: AtHand, wrong: RecordedEntry) -> bool:
    """Whether it holds texts that the actor may not read, and would as the author of the one in its place."""
    where = whereabouts_of(hand.complaint)
    return bool(wrong.entry.personal) and hides_identity(
        hand.actor, hand.known, hand.officers, where, today=hand.day()
    )


def _part(number: int) -> str:
    return f"beside/{number}" if number else ""


def _withdrawal(hand: AtHand, wrong: RecordedEntry, *, part: str) -> Draft:
    return Draft(
        id=hand.id(part),
        kind=wrong.entry.kind,
        recorded=hand.now,
        by=hand.actor.account,
        for_body=hand.actor.body,
        objects=dict(wrong.entry.objects),
    )


def _texts(wrong: RecordedEntry, typed: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The texts as they were, with those that were typed anew."""
    found = {
        person: {name: str(text) for name, text in own.items()} for person, own in wrong.personal.items()
    }
    for person, own in typed.items():
        if person not in found:
            raise ComplaintRefusal("no_such_entry", field="texts")
        found[person] = checked_texts({**found[person], **own})
    return {person: own for person, own in found.items() if own}


def _differs(draft: Draft, wrong: RecordedEntry) -> bool:
    before = {person: dict(own) for person, own in wrong.personal.items()}
    return (
        tuple(draft.happened) != tuple(wrong.entry.happened)
        or dict(draft.facts) != dict(wrong.entry.facts)
        or {person: dict(own) for person, own in draft.personal.items()} != before
    )


def _stored(
    hand: AtHand,
    drafts: Sequence[Draft],
    group: Sequence[RecordedEntry],
    act: CorrectionAct,
    *,
    why: str,
    frees: bool,
) -> Done:
    """Store the corrections together, each with the reason, marked if they would improve what is due."""
    said = checked_texts({"why": why})["why"]
    ready = [
        _about(with_reason(replace(draft, corrects=correction_of(wrong, act)), hand.keeper, said))
        for draft, wrong in zip(drafts, group, strict=True)
    ]
    _refuse_breaking_a_course(hand, ready)
    kept, improves = marked_correction(hand.known, ready, now=hand.now, frees=frees)
    meant = kept[0].corrects
    done = hand.record(kept, first=_unless(hand, lambda each: corrects(each, meant), "corrected_already"))
    return replace(done, improves=improves)


def _about(draft: Draft) -> Draft:
    """The draft, naming everybody under whose key a text of it stands."""
    persons = sorted({*draft.objects.get(PERSON, ()), *draft.personal})
    return replace(draft, objects={**draft.objects, PERSON: persons})


def _refuse_breaking_a_course(hand: AtHand, drafts: Sequence[Draft]) -> None:
    """Later moves rest on earlier ones: none may become a move that the procedure never allowed."""
    if not any(each.kind == MOVED for each in drafts):
        return
    then = known_of(hand.complaint, (*hand.known.entries, *(as_recorded(each, hand.now) for each in drafts)))
    if then is None or _refused_steps(then, hand.now) > _refused_steps(hand.known, hand.now):
        raise ComplaintRefusal("later_rests_on_it", field="entry")


def _refused_steps(known: Known, now: int) -> int:
    zone = known.story.zone
    return sum(len(run.standing(as_of=now, zone=zone).refused_steps) for run in known.runs)


def _unless(hand: AtHand, by: Callable[[RecordedEntry], bool], key: str) -> Callable[[], None]:
    """Asked under the lock: refused if meanwhile somebody else's entry came in that this cannot stand beside."""

    def ask() -> None:
        if any(by(each) for each in history(COMPLAINT, hand.complaint) if each.entry.id != hand.id()):
            raise ComplaintRefusal(key, field="entry")

    return ask
