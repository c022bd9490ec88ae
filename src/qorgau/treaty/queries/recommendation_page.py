"""Recommendations with everything that became of each, as far as the actor sees: one page, or many for a file."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from qorgau.access.actor import Actor
from qorgau.treaty.evidence.measures import ties_of_each
from qorgau.treaty.facts.class_told import classes_told
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.told import Classes, DocumentLine, RecommendationPage, Responsible
from qorgau.treaty.models import DocumentRow, RecommendationRow, RecommendationTextRow, ResponsibleRow
from qorgau.treaty.queries.due_lines import due_of_each
from qorgau.treaty.queries.finding import most_trusted, recommendation_row, recommendation_rows
from qorgau.treaty.queries.following import (
    actions_of_each,
    alternatives_of_each,
    assessments_of_each,
    replies_of_each,
)
from qorgau.treaty.queries.lines import day_of, document_line, line_of
from qorgau.treaty.queries.linking import history_of_each, links_of_each
from qorgau.treaty.queries.parts import Parts
from qorgau.treaty.queries.reach import documents_seen, require_seeing
from qorgau.treaty.queries.timeline import Timelines

_AT_ONCE = 250


def recommendation(actor: Actor | None, name: str, *, as_of: int) -> RecommendationPage:
    """One recommendation by its id or address; refused as unknown where the actor may not see it."""
    require_seeing(actor)
    return next(_pages(actor, [recommendation_row(actor, name)], as_of=as_of))


def recommendations(actor: Actor | None, ids: Sequence[str], *, as_of: int) -> Iterator[RecommendationPage]:
    """Many by their ids, in this order; the store is asked as often for a few hundred as for one."""
    require_seeing(actor)
    for start in range(0, len(ids), _AT_ONCE):
        yield from _pages(actor, recommendation_rows(actor, ids[start : start + _AT_ONCE]), as_of=as_of)


def _pages(
    actor: Actor | None, rows: Sequence[RecommendationRow], *, as_of: int
) -> Iterator[RecommendationPage]:
    parts = Parts(row.key for row in rows)
    texts, responsible = _texts(parts.keys), _responsible(parts.keys)
    documents, ties = _documents(actor, rows), ties_of_each(rows)
    actions, replies = actions_of_each(parts, as_of=as_of), replies_of_each(actor, parts)
    alternatives, assessments = alternatives_of_each(actor, parts), assessments_of_each(parts)
    links = links_of_each(actor, [row.recommendation_id for row in rows])
    history = history_of_each(actor, links, as_of=as_of)
    due = due_of_each(actor, rows, parts, as_of=as_of)
    timelines = Timelines(actor, parts.keys)
    for row in rows:
        yield RecommendationPage(
            line=line_of(row, as_of=as_of),
            texts={each.language: each.text for each in texts[row.key]},
            paraphrases=frozenset(each.language for each in texts[row.key] if each.paraphrased),
            demands=_demands(texts[row.key], row.language),
            document=documents[row.key],
            classes=_classes(row),
            classes_by=row.classes_by,
            classes_why=classes_told(row.classes_why, by_person=bool(row.classes_by)),
            responsible=tuple(map(_answering, responsible[row.key])),
            actions=actions[row.key],
            replies=replies[row.key],
            alternatives=alternatives[row.key],
            assessments=assessments[row.key],
            history=history[row.recommendation_id],
            links=links[row.recommendation_id],
            ties=ties[row.key],
            due=due[row.key],
            timeline=tuple(timelines.lines(row.key)),
            other_words=tuple(timelines.other_words(row.key)),
        )


def _texts(keys: Sequence[str]) -> Mapping[str, list[RecommendationTextRow]]:
    found = defaultdict[str, list[RecommendationTextRow]](list)
    for row in RecommendationTextRow.objects.filter(key__in=keys).order_by("language"):
        found[row.key].append(row)
    return found


def _demands(texts: Sequence[RecommendationTextRow], language: str) -> tuple[tuple[str, str], ...]:
    best = next((each for each in texts if each.language == language), None)
    return tuple((str(name), str(words)) for name, words in json.loads(best.demands)) if best else ()


def _documents(actor: Actor | None, rows: Sequence[RecommendationRow]) -> Mapping[str, DocumentLine | None]:
    """The file that each was taken from, else the most trusted one of the same symbol, as far as the actor sees it."""
    named = DocumentRow.objects.filter(stem__in={row.stem for row in rows})
    files = defaultdict[str, list[DocumentRow]](list)
    for file in most_trusted(documents_seen(named, actor)):
        files[file.stem].append(file)
    return {row.key: _document(row, files[row.stem]) for row in rows}


def _document(row: RecommendationRow, files: Sequence[DocumentRow]) -> DocumentLine | None:
    own = (file for file in files if file.document_id == row.document_id)
    found = next(own, None) or next(iter(files), None)
    return None if found is None else document_line(found)


def _classes(row: RecommendationRow) -> Classes:
    return Classes(
        subjects=from_lines(row.subjects),
        people=from_lines(row.people),
        sdg=from_lines(row.sdg),
        measures=from_lines(row.measures),
        strength=row.strength,
    )


def _responsible(keys: Sequence[str]) -> Mapping[str, list[ResponsibleRow]]:
    found = defaultdict[str, list[ResponsibleRow]](list)
    rows = ResponsibleRow.objects.filter(key__in=keys)
    for row in rows.order_by("since", "at", "-leads", "body_id"):
        found[row.key].append(row)
    return found


def _answering(row: ResponsibleRow) -> Responsible:
    return Responsible(
        body=row.body_id,
        leads=row.leads,
        since=date.fromisoformat(row.since),
        until=day_of(row.until),
        reason=row.reason,
        by_body=row.by_body,
    )
