"""The reading of a document is accepted: each recommendation becomes an object that is followed up."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.reading.document import Document, Recommendation
from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry, history, standing
from qorgau.treaty.actions.acting import NO, YES, Act, Done, tried_twice
from qorgau.treaty.actions.trust import has_the_mandate, is_of_the_state
from qorgau.treaty.entries import DOCUMENT, DOCUMENT_ACCEPTED, RECOMMENDATION, RECOMMENDATION_TAKEN
from qorgau.treaty.facts.entry_facts import of_kind, text
from qorgau.treaty.facts.naming import joined
from qorgau.treaty.facts.words import DueWhat, Sender
from qorgau.treaty.models import DocumentRow, RecommendationRow
from qorgau.treaty.queries.finding import document_row, tracking_key
from qorgau.treaty.queries.readings import as_corrected, as_read, corrections_of
from qorgau.treaty.refusal import TreatyRefusal

TAKE = "treaty.take"
DOCUMENT_WORDS, PARAPHRASE = "document", "paraphrase"
_LONGEST_WHY = 4000


def accept_document(actor: Actor, document_id: str, *, leaves: Sequence[str] | None = None, now: int) -> Done:
    """Track the recommendations of a document as its reading now stands. leaves: only these; None: all."""
    require(actor, TAKE)
    return tried_twice(lambda: _accepted(actor, document_id, leaves, now=now))


def _accepted(actor: Actor, document_id: str, leaves: Sequence[str] | None, *, now: int) -> Done:
    row = document_row(actor, document_id)
    if row.held_back and row.body_id != actor.body:
        raise TreatyRefusal("only_own_body")
    document = as_corrected(row, corrections_of(row.document_id)).document
    wanted = [each for each in document.recommendations if leaves is None or each.id in set(leaves)]
    if leaves is not None and (unknown := set(leaves) - {each.id for each in wanted}):
        raise TreatyRefusal("no_such_leaf", leaf=", ".join(sorted(unknown)))
    if not wanted:
        raise TreatyRefusal("nothing_to_track")
    act = Act(actor=actor, key=f"{row.document_id}/accepted/{row.reading}/{row.corrections}", now=now)
    said = _Accepted.by(actor, row)
    new = _not_yet_tracked(row, wanted, said)
    if not new and row.accepted_at is not None:
        return Done(made=row.document_id, entries=(), is_new=False)
    drafts = [_acceptance(act, row, document, len(wanted))]
    drafts += [_taking(act, row, document, each, number, said) for each, number in new]
    return act.store(drafts, made=row.document_id)


@dataclass(frozen=True, kw_only=True)
class _Accepted:
    """What the word of one who accepts adds where a person's words stand in the place of the file's."""

    as_read: Mapping[str, str]
    weight: Mapping[str, str]

    @classmethod
    def by(cls, actor: Actor, row: DocumentRow) -> _Accepted:
        mandated = has_the_mandate(actor, Sender(row.sender), row.symbol)
        weight = {
            "mandated": YES if mandated else "",
            "by_state": YES if is_of_the_state(actor) else NO,
            "own": YES if actor.body == row.body_id else "",
        }
        return cls(as_read={each.id: each.text for each in as_read(row).recommendations}, weight=weight)

    def trust(self, row: DocumentRow, each: Recommendation) -> dict[str, str]:
        """Of the file's own words the trust that the file has; of corrected words that of whoever accepts them."""
        if self.as_read.get(each.id) != each.text:
            return {**self.weight, "corrected": YES}
        return {"mandated": YES if row.mandated else "", "confirmed": YES if row.confirmed_by else ""}

    def adds_to(self, before: Sequence[RecordedEntry], each: Recommendation) -> bool:
        """Whether these words were not accepted yet, or, where a person put them there, not with this weight."""
        if not before or text(before[-1].entry, "text") != each.text:
            return True
        if self.as_read.get(each.id) == each.text:
            return False
        same = [one.entry for one in before if text(one.entry, "text") == each.text]
        return not any(all(text(one, name) == said for name, said in self.weight.items()) for one in same)


def _not_yet_tracked(
    row: DocumentRow, wanted: Sequence[Recommendation], said: _Accepted
) -> list[tuple[Recommendation, int]]:
    """Those that are not tracked from this document in these words, and how often each was taken from it before."""
    keys = {tracking_key(row, each.id): each for each in wanted}
    tracked = set(RecommendationRow.objects.filter(key__in=keys).values_list("key", flat=True))
    found = []
    for key, each in keys.items():
        before = _taken_before(row, key) if key in tracked else []
        if said.adds_to(before, each):
            found.append((each, len(before)))
    return found


def _taken_before(row: DocumentRow, key: str) -> list[RecordedEntry]:
    taken = of_kind(standing(history(RECOMMENDATION, key)), RECOMMENDATION_TAKEN)
    return [each for each in taken if text(each.entry, "document") == row.document_id]


def _acceptance(act: Act, row: DocumentRow, document: Document, count: int) -> Draft:
    facts = {"recommendations": count, "deadlines": _deadlines(document), "reading": row.reading}
    part = f"accepted/{act.now}" if row.accepted_at is not None else "accepted"
    return act.draft(DOCUMENT_ACCEPTED, part=part, objects={DOCUMENT: [row.document_id]}, facts=facts)


def _deadlines(document: Document) -> list[dict[str, Any]]:
    known = {each.value for each in DueWhat}
    targets = list(document.follow_up.targets) if document.follow_up else []
    found = [
        {
            "what": each.what if each.what in known else DueWhat.OTHER.value,
            "due": each.due.isoformat(),
            "words": each.words[:400],
            "paragraph": each.paragraph or "",
            "leaves": targets if each.what == DueWhat.FOLLOW_UP else [],
        }
        for each in document.deadlines
        if each.due is not None
    ]
    told = {each["what"] for each in found}
    for what, holder in (
        (DueWhat.FOLLOW_UP, document.follow_up),
        (DueWhat.NEXT_REPORT, document.next_report),
    ):
        if what.value not in told and holder is not None and holder.due is not None:
            leaves = targets if what is DueWhat.FOLLOW_UP else []
            found.append(
                {
                    "what": what.value,
                    "due": holder.due.isoformat(),
                    "words": "",
                    "paragraph": "",
                    "leaves": leaves,
                }
            )
    return found


def _taking(
    act: Act, row: DocumentRow, document: Document, each: Recommendation, before: int, said: _Accepted
) -> Draft:
    follow_up = document.follow_up
    chosen = follow_up is not None and _is_chosen(each, follow_up.targets)
    report = document.next_report.due if document.next_report else None
    public_id = joined(row.stem, each.id)
    facts: dict[str, Any] = {
        "id": public_id,
        "document": row.document_id,
        "place": _order(document, each),
        "kind": each.kind,
        "sender": row.sender,
        "committee": row.committee,
        "state": row.state,
        "cycle": row.cycle,
        "symbol": row.symbol,
        "heading": (each.heading or "")[:400],
        "text": each.text,
        "language": row.language,
        "paragraph": each.paragraph or "",
        "words_are": DOCUMENT_WORDS,
        "follow_up": YES if chosen else NO,
        "due": follow_up.due.isoformat() if chosen and follow_up and follow_up.due else "",
        "report_due": report.isoformat() if report else "",
        "demands": [{"id": demand.id, "text": demand.text} for demand in each.demands],
        "classes": classes_of(each, document),
        "held_back": YES if row.held_back and not row.published_on else NO,
        **said.trust(row, each),
        "article": each.article or "",
        "position": each.position or "",
        "addressed_by": list(each.addressed_by),
        "reiterates": [
            joined(earlier.symbol, paragraph)
            for earlier in each.reiterates
            for paragraph in earlier.paragraphs
        ],
    }
    objects = {RECOMMENDATION: [tracking_key(row, each.id)], DOCUMENT: [row.document_id]}
    return act.draft(RECOMMENDATION_TAKEN, part=f"taken/{each.id}/{before}", objects=objects, facts=facts)


def _order(document: Document, each: Recommendation) -> int:
    return next(at for at, one in enumerate(document.recommendations, start=1) if one.id == each.id)


def _is_chosen(each: Recommendation, targets: Sequence[str]) -> bool:
    """Whether the leaf itself was chosen for follow-up, or the whole paragraph that holds it."""
    return each.id in targets or any(each.id.startswith(f"{target}(") for target in targets)


def classes_of(each: Recommendation, document: Document) -> Mapping[str, Any]:
    """What the rules say a recommendation is about, each word with what gave it."""
    from qorgau.reading.classifying import classify_recommendation

    found = classify_recommendation(each, document)
    lists = {name: getattr(found, name) for name in ("subjects", "people", "sdg", "measures")}
    why = [
        {"code": one.code, "words": said}
        for group in lists.values()
        for one in group
        if (said := sorted({reason.words for reason in one.why if reason.words})[:4])
    ]
    told = {name: [one.code for one in group] for name, group in lists.items()}
    classes: dict[str, Any] = {name: codes for name, codes in told.items() if codes}
    if found.strength is not None:
        classes["strength"] = found.strength.code
    if len(json.dumps(why, ensure_ascii=False)) <= _LONGEST_WHY:
        classes["why"] = why
    return classes
