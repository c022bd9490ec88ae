"""A person corrects how a document was read; what stood there before is kept, and every correction has its reason."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace

from django.conf import settings

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.ledger.entry import Correction as Withdrawal
from qorgau.ledger.entry import CorrectionAct
from qorgau.reading.document import Document
from qorgau.recording.history import history, standing
from qorgau.treaty.actions.acting import YES, Act, Done, line, words
from qorgau.treaty.actions.trust import has_the_mandate
from qorgau.treaty.entries import DOCUMENT, READING_CORRECTED, RECOMMENDATION, RECOMMENDATION_TAKEN
from qorgau.treaty.facts.correction_values import is_well_typed
from qorgau.treaty.facts.corrections import applied_to, before_of
from qorgau.treaty.facts.entry_facts import named, of_kind
from qorgau.treaty.facts.mend import CannotApply, Mend
from qorgau.treaty.facts.mend_places import anchor_of, paragraph_at
from qorgau.treaty.facts.words import Fix, Sender
from qorgau.treaty.models import CorrectionRow, DocumentRow, RecommendationRow
from qorgau.treaty.queries.finding import document_row, tracking_key
from qorgau.treaty.queries.reach import CORRECT, may_correct, recommendations_seen
from qorgau.treaty.queries.readings import as_corrected, corrections_of
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal

_OF_A_PARAGRAPH = (Fix.PARAGRAPH_KIND, Fix.HEADING, Fix.PARAGRAPH_TEXT, Fix.SPLIT, Fix.JOIN)
_OF_A_LEAF = (Fix.ID, Fix.IS_RECOMMENDATION)
_OF_WORDS = (Fix.LEAF_TEXT, Fix.PARAGRAPH_TEXT)
_LONGEST = 60_000


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What is to stand where. target: "p<place>" of a paragraph as the page shows it, a leaf id, or a field of the head.

    place: for a split, the number of the second paragraph; value is then where it begins, in characters of the text.
    """

    what: Fix
    target: str
    value: str = ""
    place: str = ""


def correct_reading(
    actor: Actor,
    document_id: str,
    correction: Correction,
    *,
    reason: str,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Correct one thing in the reading of a document."""
    row = _row(actor, document_id)
    act = Act.of(actor, act_id, now=now)
    given = {
        "what": correction.what.value,
        "target": line(correction.target, field="target"),
        "value": words(correction.value, field="value", needed=False, most=_LONGEST),
        "place": line(correction.place, field="place", needed=False),
        "reason": words(reason, field="reason", most=2000),
    }
    if (held := act.held(act.id(), given, of={DOCUMENT: [row.document_id]})) is not None:
        return held
    if not is_well_typed(correction.what, given["target"], given["value"], given["place"]):
        raise TreatyRefusal("misfit_no_value", field="value")
    document = as_corrected(row, corrections_of(row.document_id)).document
    mend, after = _mend(document, act.id(), given)
    if correction.what in _OF_A_LEAF:
        _refuse_tracked(actor, row, mend.target)
    _refuse_moved(row, mend, document, after)
    facts = {**given, "number": mend.number, "anchor": mend.anchor, "before": mend.before}
    if mend.what is Fix.HEADER and mend.target == "symbol":
        facts["mandated"] = YES if has_the_mandate(actor, Sender(row.sender), mend.value) else ""
    draft = act.draft(READING_CORRECTED, objects={DOCUMENT: [row.document_id]}, facts=facts)
    return act.store([draft], made=act.id())


def withdraw_correction(
    actor: Actor, document_id: str, correction_id: str, *, reason: str, now: int, act_id: str | None = None
) -> Done:
    """Take a correction back; it stays in the document's history with the reason."""
    row = _row(actor, document_id)
    found = CorrectionRow.objects.filter(document_id=row.document_id, entry_id=correction_id).first()
    if found is None or found.withdrawn_why:
        raise NoSuchThing(correction_id)
    _refuse_withdrawn(row, found)
    act = Act.of(actor, act_id or f"{correction_id}/withdrawn", now=now)
    why = words(reason, field="reason", most=2000)
    draft = act.draft(
        READING_CORRECTED,
        objects={DOCUMENT: [row.document_id]},
        facts={"what": found.what, "target": found.target},
        corrects=Withdrawal(
            instance=settings.QORGAU_INSTANCE,
            entry=correction_id,
            act=CorrectionAct.WITHDRAWS,
            why=why,
        ),
    )
    return act.store([draft], made=correction_id)


def _row(actor: Actor, document_id: str) -> DocumentRow:
    require(actor, CORRECT)
    row = document_row(actor, document_id)
    if not may_correct(actor, row):
        raise TreatyRefusal("only_own_body")
    return row


def _mend(document: Document, entry_id: str, given: dict[str, str]) -> tuple[Mend, Document]:
    mend = Mend.of(entry_id, given)
    try:
        if mend.what in _OF_A_PARAGRAPH:
            paragraph = paragraph_at(document, mend.target)
            mend = replace(mend, number=paragraph.number or "", anchor=anchor_of(paragraph))
        mend = replace(mend, before=before_of(document, mend))
        after = applied_to(document, mend)
    except CannotApply as cannot:
        raise TreatyRefusal(cannot.why, field="target", target=mend.target) from cannot
    if after == document and mend.what is not Fix.PARAGRAPH_KIND:
        raise TreatyRefusal("nothing_changed", field="value")
    return mend, after


def _refuse_withdrawn(row: DocumentRow, found: CorrectionRow) -> None:
    held = corrections_of(row.document_id)
    document = as_corrected(row, held).document
    after = as_corrected(row, [each for each in held if each.entry_id != found.entry_id]).document
    _refuse_moved(row, Mend.of(found.entry_id, json.loads(found.facts)), document, after)


def _refuse_moved(row: DocumentRow, mend: Mend, before: Document, after: Document) -> None:
    """Two leaves never share a number; what is tracked keeps its own, and no other leaf comes to stand under it."""
    ids = Counter(each.id for each in after.recommendations)
    if ids != Counter(each.id for each in before.recommendations) and max(ids.values(), default=0) > 1:
        raise TreatyRefusal("misfit_id_taken", field="value")
    if row.accepted_at is None:
        return
    if mend.what is Fix.HEADER and mend.target == "symbol":
        raise TreatyRefusal("tracked_already", field="target", leaf=row.stem)
    moved = _texts(before).items() - _texts(after).items()
    for leaf, _ in sorted(moved):
        if (mend.what not in _OF_WORDS or leaf not in ids) and _is_tracked_from(row, leaf):
            raise TreatyRefusal("tracked_already", field="target", leaf=leaf)


def _texts(document: Document) -> dict[str, str]:
    return {each.id: each.text for each in document.recommendations}


def _is_tracked_from(row: DocumentRow, leaf: str) -> bool:
    entries = standing(history(RECOMMENDATION, tracking_key(row, leaf)))
    return any(
        named(each.entry, DOCUMENT) == row.document_id for each in of_kind(entries, RECOMMENDATION_TAKEN)
    )


def _refuse_tracked(actor: Actor, row: DocumentRow, leaf: str) -> None:
    """A leaf that is tracked keeps its number: others cite it."""
    rows = RecommendationRow.objects.filter(stem=row.stem, leaf=leaf, paraphrased=False)
    if recommendations_seen(rows, actor).exists():
        raise TreatyRefusal("tracked_already", field="target", leaf=leaf)
