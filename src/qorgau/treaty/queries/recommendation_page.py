"""One recommendation with everything that became of it, as far as the actor sees."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from qorgau.access.actor import Actor
from qorgau.lawbook.safeguard import Text
from qorgau.ledger.entry import Entry
from qorgau.recording.history import RecordedEntry, history, standing
from qorgau.treaty.entries import (
    ALTERNATIVE,
    DOCUMENT,
    LINK_JUDGED,
    RECOMMENDATION,
    RECOMMENDATION_TAKEN,
    REPLY,
    REPLY_CLEARED,
    REPLY_PREPARED,
    REPLY_RETURNED,
    REPLY_REVISED,
)
from qorgau.treaty.evidence.measures import ties_of
from qorgau.treaty.facts.class_told import classes_told
from qorgau.treaty.facts.entry_facts import from_lines, named, of_kind, text
from qorgau.treaty.facts.files_of_one_symbol import confirmed_by_both, words_that_differ
from qorgau.treaty.facts.other_words import OtherWords
from qorgau.treaty.facts.told import (
    Classes,
    DocumentLine,
    RecommendationPage,
    Responsible,
    TimelineLine,
)
from qorgau.treaty.models import (
    AlternativeRow,
    DocumentRow,
    RecommendationRow,
    RecommendationTextRow,
    ReplyRow,
    ResponsibleRow,
)
from qorgau.treaty.queries.due_lines import due_of_recommendation
from qorgau.treaty.queries.finding import most_trusted, recommendation_row
from qorgau.treaty.queries.following import actions_of, alternatives_of, assessments_of, replies_of
from qorgau.treaty.queries.held_back import Judged, Links
from qorgau.treaty.queries.lines import day_of, document_line, line_of
from qorgau.treaty.queries.linking import history_of, links_of
from qorgau.treaty.queries.reach import (
    alternatives_seen,
    documents_seen,
    replies_seen,
    require_seeing,
    works_on,
)
from qorgau.treaty.seats import book

_DAYS = ("on", "sent_on", "since")
_IN_WORK = (REPLY_PREPARED, REPLY_REVISED, REPLY_RETURNED, REPLY_CLEARED)


def recommendation(actor: Actor | None, name: str, *, as_of: int) -> RecommendationPage:
    """One recommendation by its id or address; refused as unknown where the actor may not see it."""
    require_seeing(actor)
    row = recommendation_row(actor, name)
    texts = list(RecommendationTextRow.objects.filter(key=row.key).order_by("language"))
    return RecommendationPage(
        line=line_of(row, as_of=as_of),
        texts={each.language: each.text for each in texts},
        paraphrases=frozenset(each.language for each in texts if each.paraphrased),
        demands=_demands(texts, row.language),
        document=_document(actor, row),
        classes=_classes(row),
        classes_by=row.classes_by,
        classes_why=classes_told(row.classes_why, by_person=bool(row.classes_by)),
        responsible=tuple(_responsible(row.key)),
        actions=actions_of(row.key, as_of=as_of),
        replies=replies_of(actor, row.key),
        alternatives=alternatives_of(actor, row.key),
        assessments=assessments_of(row.key),
        history=history_of(actor, row, as_of=as_of),
        links=links_of(actor, row.recommendation_id),
        ties=ties_of(row),
        due=due_of_recommendation(actor, row, as_of=as_of),
        timeline=tuple(_timeline(actor, row)),
        other_words=tuple(_other_words(actor, row)),
    )


def _demands(texts: Sequence[RecommendationTextRow], language: str) -> tuple[tuple[str, str], ...]:
    best = next((each for each in texts if each.language == language), None)
    return tuple((str(name), str(words)) for name, words in json.loads(best.demands)) if best else ()


def _document(actor: Actor | None, row: RecommendationRow) -> DocumentLine | None:
    seen = documents_seen(DocumentRow.objects.filter(stem=row.stem), actor)
    found = seen.filter(pk=row.document_id).first() or most_trusted(seen).first()
    return None if found is None else document_line(found)


def _classes(row: RecommendationRow) -> Classes:
    return Classes(
        subjects=from_lines(row.subjects),
        people=from_lines(row.people),
        sdg=from_lines(row.sdg),
        measures=from_lines(row.measures),
        strength=row.strength,
    )


def _responsible(key: str) -> Iterator[Responsible]:
    for row in ResponsibleRow.objects.filter(key=key).order_by("since", "at", "-leads", "body_id"):
        yield Responsible(
            body=row.body_id,
            leads=row.leads,
            since=date.fromisoformat(row.since),
            until=day_of(row.until),
            reason=row.reason,
            by_body=row.by_body,
        )


def _other_words(actor: Actor | None, row: RecommendationRow) -> Iterator[OtherWords]:
    """Of the files that the actor may see."""
    entries = standing(history(RECOMMENDATION, row.key))
    seen = _documents_seen(actor, entries)
    taken = [
        each
        for each in of_kind(entries, RECOMMENDATION_TAKEN)
        if not named(each.entry, DOCUMENT) or named(each.entry, DOCUMENT) in seen
    ]
    for each in words_that_differ(taken, confirmed=confirmed_by_both(entries)):
        entry = each.entry
        yield OtherWords(
            text=text(entry, "text"),
            language=text(entry, "language"),
            document=text(entry, "document"),
            body=entry.for_body,
            at=entry.recorded,
        )


def _timeline(actor: Actor | None, row: RecommendationRow) -> Iterator[TimelineLine]:
    entries = standing(history(RECOMMENDATION, row.key))
    replies = {
        each.reply_id for each in replies_seen(ReplyRow.objects.filter(pk__in=_named(entries, REPLY)), actor)
    }
    in_work = _those_in_work(actor, replies)
    others = AlternativeRow.objects.filter(pk__in=_named(entries, ALTERNATIVE))
    alternatives = {each.alternative_id for each in alternatives_seen(others, actor)}
    documents = _documents_seen(actor, entries)
    unseen = _links_unseen(actor, entries)
    for each in entries:
        entry = each.entry
        hidden = (
            (named(entry, REPLY) and named(entry, REPLY) not in replies)
            or (entry.kind in _IN_WORK and named(entry, REPLY) not in in_work)
            or (named(entry, ALTERNATIVE) and named(entry, ALTERNATIVE) not in alternatives)
            or (named(entry, DOCUMENT) and named(entry, DOCUMENT) not in documents)
            or entry.id in unseen
        )
        if not hidden:
            yield _told(entry)


def _those_in_work(actor: Actor | None, seen: set[str]) -> set[str]:
    """Of the replies seen, those whose clearance the actor has a part in; to others only the sending is told."""
    return {row.reply_id for row in ReplyRow.objects.filter(pk__in=seen) if works_on(row, actor)}


def _named(entries: Sequence[RecordedEntry], role: str) -> set[str]:
    return {name for each in entries for name in each.entry.objects.get(role, ())}


def _links_unseen(actor: Actor | None, entries: Sequence[RecordedEntry]) -> set[str]:
    """The entries on links that the actor may not know of."""
    told = {
        each.entry.id: Judged(
            left=text(each.entry, "left"),
            right=text(each.entry, "right"),
            body=each.entry.for_body,
            at=each.entry.recorded,
        )
        for each in of_kind(entries, LINK_JUDGED)
    }
    links = Links(actor, told.values())
    return {name for name, word in told.items() if not links.shows(word)}


def _documents_seen(actor: Actor | None, entries: Sequence[RecordedEntry]) -> set[str]:
    rows = DocumentRow.objects.filter(pk__in=_named(entries, DOCUMENT))
    return set(documents_seen(rows, actor).values_list("document_id", flat=True))


def _told(entry: Entry) -> TimelineLine:
    day = next((text(entry, name) for name in _DAYS if text(entry, name)), "")
    return TimelineLine(
        at=entry.recorded,
        on=day_of(day),
        kind=entry.kind,
        text=_title(entry.kind),
        body=entry.for_body,
        entry=entry.id,
    )


def _title(kind: str) -> Text:
    return book().kinds[kind].title
