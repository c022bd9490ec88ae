"""Everything that is due, with the days left: deadlines of documents, days people set, the plan, replies in work."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from qorgau.access.actor import Actor
from qorgau.clock import Zone
from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.entries import DEADLINE
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.lateness import days_late, left
from qorgau.treaty.facts.naming import split
from qorgau.treaty.facts.told import DueLine
from qorgau.treaty.facts.typed_words import typed_in
from qorgau.treaty.facts.words import ActionState, DueWhat, Procedure, ReplyStage
from qorgau.treaty.models import (
    ActionRow,
    DeadlineRow,
    DocumentRow,
    OwnDeadlineRow,
    RecommendationRow,
    ReplyRow,
)
from qorgau.treaty.queries.document_names import called, called_by_stem
from qorgau.treaty.queries.due_days import StatedDays, seat_of_set
from qorgau.treaty.queries.first_replies import FirstReplies
from qorgau.treaty.queries.lines import day_of
from qorgau.treaty.queries.parts import Parts
from qorgau.treaty.queries.reach import (
    documents_seen,
    recommendations_seen,
    replies_seen,
    require_seeing,
)
from qorgau.treaty.seats import book, country, seat_of, today
from qorgau.wording import say_text

_IN_WORK = (ReplyStage.PREPARED.value, ReplyStage.RETURNED.value, ReplyStage.CLEARED.value)
_OPEN = (ActionState.PLANNED.value, ActionState.UNDER_WAY.value)


def due(
    actor: Actor | None,
    *,
    as_of: int,
    until: date | None = None,
    body: str = "",
    what: DueWhat | str = "",
    open_only: bool = False,
) -> tuple[DueLine, ...]:
    """What is due, by day. until: no later than; body: what that body leads; open_only: leave out what was done."""
    require_seeing(actor)
    found = [*_of_documents(actor, as_of=as_of), *_of_people(actor, as_of=as_of)]
    found += [*_of_the_plan(actor, as_of=as_of), *_of_replies(actor, as_of=as_of)]
    kept = (
        line
        for line in found
        if (until is None or line.due <= until)
        and (not what or line.what == what)
        and (not body or line.body == body)
        and not (open_only and line.kept_on is not None)
    )
    return tuple(sorted(_shown_to(actor, kept), key=lambda line: (line.due, line.what.value, line.id)))


def due_of_document(actor: Actor | None, row: DocumentRow, *, as_of: int) -> tuple[DueLine, ...]:
    """What one document makes due."""
    rows = DeadlineRow.objects.filter(document_id=row.document_id)
    found = _shown_to(actor, _stated(rows, {row.document_id: row}, as_of=as_of))
    return tuple(sorted(found, key=lambda line: line.due))


def _shown_to(actor: Actor | None, lines: Iterable[DueLine]) -> Iterator[DueLine]:
    """What a desk noted when it was done is for the desks: nobody wrote it for everybody to read."""
    return (replace(line, met_note="") if actor is None else line for line in lines)


def due_of_each(
    actor: Actor | None, rows: Sequence[RecommendationRow], parts: Parts, *, as_of: int
) -> Mapping[str, tuple[DueLine, ...]]:
    """What is due of each recommendation: its follow-up or report, what people set, its actions."""
    found = due(actor, as_of=as_of)
    set_for = parts.dealt(DEADLINE, ((line.id, line.id) for line in found))
    return {
        row.key: tuple(line for line in found if line.id in set_for[row.key] or _is_about(line, row))
        for row in rows
    }


def _is_about(line: DueLine, row: RecommendationRow) -> bool:
    if line.recommendation:
        return row.recommendation_id in line.recommendation.split("\n")
    return bool(line.document) and line.document == row.document_id and line.what is not DueWhat.FOLLOW_UP


def _of_documents(actor: Actor | None, *, as_of: int) -> Iterator[DueLine]:
    rows = list(DeadlineRow.objects.all())
    seen = documents_seen(DocumentRow.objects.filter(pk__in={row.document_id for row in rows}), actor)
    yield from _stated(rows, {row.document_id: row for row in seen}, as_of=as_of)


def _stated(
    rows: Iterable[DeadlineRow], documents: dict[str, DocumentRow], *, as_of: int
) -> Iterator[DueLine]:
    met = {row.meets: row for row in OwnDeadlineRow.objects.exclude(meets="").order_by("-set_at")}
    replies, told = FirstReplies(), set[tuple[str, str, str]]()
    for row in rows:
        document = documents.get(row.document_id)
        # The same document in two languages states its deadlines once.
        if document is None or (name := (document.stem, row.what, row.due)) in told:
            continue
        told.add(name)
        ids = [f"{document.stem}#{leaf}" for leaf in from_lines(row.leaves)]
        word = met.get(row.key)
        kept, latest = (day_of(word.met_on), False) if word else _replied_on(document, row.what, replies)
        yield _line(
            row.key,
            DueWhat(row.what),
            date.fromisoformat(row.due),
            seat_of(document.sender),
            as_of=as_of,
            kept=kept,
            latest=latest,
            title=_titled(row.what, called(document)),
            recommendation="\n".join(ids),
            document=row.document_id,
            committee=document.committee,
            words=row.words,
            met_note=word.met_note if word else "",
        )


def _replied_on(document: DocumentRow, what: str, replies: FirstReplies) -> tuple[date | None, bool]:
    """When the State first replied in the procedure that the deadline belongs to."""
    procedure = {DueWhat.FOLLOW_UP: Procedure.FOLLOW_UP, DueWhat.NEXT_REPORT: Procedure.REPORT}.get(
        DueWhat(what)
    )
    return (None, False) if procedure is None else replies.on(document.stem, procedure)


def _of_people(actor: Actor | None, *, as_of: int) -> Iterator[DueLine]:
    rows = list(OwnDeadlineRow.objects.filter(meets=""))
    ids = {each for row in rows for each in from_lines(row.recommendations)}
    tracked = RecommendationRow.objects.filter(recommendation_id__in=ids)
    senders = dict(recommendations_seen(tracked, actor).values_list("recommendation_id", "sender"))
    seen = set(
        documents_seen(
            DocumentRow.objects.filter(pk__in={row.document_id for row in rows}), actor
        ).values_list("document_id", flat=True)
    )
    names, replies = called_by_stem(actor), FirstReplies()
    for row in rows:
        own = from_lines(row.recommendations)
        if (own and not any(each in senders for each in own)) or (
            row.document_id and row.document_id not in seen
        ):
            continue
        met_on = day_of(row.met_on)
        kept, latest = (met_on, False) if met_on else _kept_by_reply(row, own, replies)
        yield _line(
            row.deadline_id,
            DueWhat(row.what),
            date.fromisoformat(row.due),
            seat_of_set(row, senders),
            as_of=as_of,
            kept=kept,
            latest=latest,
            title=_titled(
                row.what, _document(own[0], names) if own else _committee(row.committee) or row.note
            ),
            recommendation="\n".join(own),
            document=row.document_id,
            committee=row.committee,
            words=row.note,
            met_note=row.met_note,
        )


def _kept_by_reply(
    row: OwnDeadlineRow, ids: tuple[str, ...], replies: FirstReplies
) -> tuple[date | None, bool]:
    if row.what != DueWhat.FOLLOW_UP or not ids:
        return None, False
    return replies.on(split(ids[0])[0], Procedure.FOLLOW_UP)


def _of_the_plan(actor: Actor | None, *, as_of: int) -> Iterator[DueLine]:
    rows = list(ActionRow.objects.exclude(state=ActionState.STOPPED.value))
    seen = _seen(actor, rows)
    for row in rows:
        if not seen.intersection(from_lines(row.recommendations)):
            continue
        yield _line(
            row.action_id,
            DueWhat.PLANNED_ACTION,
            date.fromisoformat(row.due),
            country(),
            as_of=as_of,
            kept=day_of(row.state_since) if row.state not in _OPEN else None,
            title=_titled(DueWhat.PLANNED_ACTION.value, _action(json.loads(row.what))),
            recommendation=row.recommendations,
            body=row.lead,
        )


def _seen(actor: Actor | None, rows: Iterable[ActionRow]) -> set[str]:
    """Of the recommendations that these actions are planned for, those that the actor sees."""
    ids = {each for row in rows for each in from_lines(row.recommendations)}
    tracked = RecommendationRow.objects.filter(recommendation_id__in=ids)
    return set(recommendations_seen(tracked, actor).values_list("recommendation_id", flat=True))


def _of_replies(actor: Actor | None, *, as_of: int) -> Iterator[DueLine]:
    rows, names = replies_seen(ReplyRow.objects.filter(stage__in=_IN_WORK), actor), called_by_stem(actor)
    days = StatedDays({each for row in rows for each in from_lines(row.recommendations)})
    for row in rows:
        ids = from_lines(row.recommendations)
        day = days.due(ids, row.procedure)
        if day is not None:
            yield _line(
                row.reply_id,
                DueWhat.CLEARANCE,
                day,
                seat_of(days.sender(ids[:1])),
                as_of=as_of,
                kept=None,
                title=_titled(DueWhat.CLEARANCE.value, _document(ids[0], names)),
                recommendation=row.recommendations,
                body=row.lead,
            )


def _action(what: Mapping[str, str]) -> Text:
    return {language: typed_in(what, language) for language in Language}


def _titled(what: str, about: str | Text) -> Text:
    words = say_text(f"treaty.due_{what}")
    named = {language: about if isinstance(about, str) else about[language] for language in Language}
    return {language: ": ".join(filter(None, (words[language], named[language]))) for language in Language}


def _document(recommendation: str, names: Mapping[str, str]) -> str:
    """The document of a recommendation: by its symbol, which its id begins with, or by its name."""
    stem = split(recommendation)[0]
    return names.get(stem, stem)


def _committee(code: str) -> str | Text:
    """Who set it, by name in each language."""
    known = book().committees.get(code)
    return code if known is None else known.short


def _line(
    name: str,
    what: DueWhat,
    day: date,
    zone: Zone,
    *,
    as_of: int,
    kept: date | None,
    title: Text,
    latest: bool = False,
    recommendation: str = "",
    document: str = "",
    committee: str = "",
    body: str = "",
    words: str = "",
    met_note: str = "",
) -> DueLine:
    return DueLine(
        id=name,
        what=what,
        due=day,
        days_left=left(day, today(zone, as_of)),
        kept_on=kept,
        days_late=None if kept is None or (latest and kept > day) else days_late(kept, day),
        title=title,
        recommendation=recommendation,
        document=document,
        committee=committee,
        body=body,
        zone=zone.name,
        words=words,
        met_note=met_note,
    )
