"""What the verbs on an instance do: the slice's own acts and queries, by whoever holds the machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.reading.document import DocumentKind
from qorgau.treaty import actions, queries
from qorgau.treaty.calendar_file import icalendar
from qorgau.treaty.console.files import contents
from qorgau.treaty.evidence import Evidence, Period, evidence
from qorgau.treaty.exporting.writing import Exported, write_export
from qorgau.treaty.facts.told import Board, DueLine, RecommendationPage
from qorgau.treaty.facts.words import Sender
from qorgau.treaty.queries.drafts import Rendered

SEE = "treaty.see"


def asked(filters: Mapping[str, Any], *, order: str = "id", page: int = 1) -> queries.Asked:
    """The filters of a command as those of the board."""
    given: dict[str, Any] = {name: value for name, value in filters.items() if value}
    return queries.Asked(**given, order=order, page=page)


def listed(actor: Actor, filters: Mapping[str, Any], *, order: str, page: int, now: int) -> Board:
    """A page of the board; that it was read is noted."""
    found = queries.board(actor, asked(filters, order=order, page=page), as_of=now)
    noted = {name: value for name, value in filters.items() if value}
    note_list(actor, SEE, filters={**noted, "page": page}, rows=len(found.lines), now=now)
    return found


def due_lines(
    actor: Actor, *, until: date | None, body: str, what: str, with_kept: bool, now: int
) -> tuple[DueLine, ...]:
    """What is due."""
    found = queries.due(actor, as_of=now, until=until, body=body, what=what, open_only=not with_kept)
    filters = {"until": until.isoformat() if until else "", "body": body, "what": what}
    note_list(actor, SEE, filters=filters, rows=len(found), now=now)
    return found


def calendar(lines: Sequence[DueLine], language: Language, *, now: int) -> bytes:
    """The same as a calendar file."""
    return icalendar(lines, made_at=now, language=language)


def shown(actor: Actor, name: str, *, year: int | None, now: int) -> tuple[RecommendationPage, Evidence]:
    """One recommendation and what measures it."""
    page = queries.recommendation(actor, name, as_of=now)
    period = Period.year(year) if year else None
    return page, evidence(actor, page.line.id, as_of=now, period=period)


def taken(
    actor: Actor, path: Path, *, held_back: bool, sender: str | None, kind: str | None, now: int
) -> dict[str, Any]:
    """Take a file in; gives the document and how it was read."""
    data = contents(path, actor.language)
    done = actions.take_document(
        actor, data, name=path.name, held_back=held_back, sender=Sender(sender) if sender else None,
        kind=DocumentKind(kind) if kind else None, now=now,
    )  # fmt: skip
    return {"line": queries.document(actor, done.made, as_of=now).line, "is_new": done.is_new}


def reported(
    actor: Actor,
    kind: str,
    document: str,
    *,
    form: str,
    draft: str,
    written_in: Language,
    now: int,
    periods: Sequence[str] = (),
) -> tuple[Rendered, list[str]]:
    """The file of a draft, begun where there is none, or none over these periods; with the sentences on its length."""
    from qorgau.treaty.actions.writing import new_draft
    from qorgau.treaty.queries.drafts import draft as draft_seen
    from qorgau.treaty.queries.drafts import render, word_count
    from qorgau.treaty.writing.annexes import counted_lines, longest_parts
    from qorgau.treaty.writing.kinds import ReportKind

    name = draft or _begun(actor, kind, document, written_in=written_in, periods=periods, now=now)
    name = name or new_draft(actor, ReportKind(kind), document, written_in, now=now, periods=periods)
    made = render(actor, name, form)
    count = word_count(actor, name)
    longest = longest_parts(draft_seen(actor, name).writing, count, actor.language)
    return made, [f"draft {name}", *counted_lines(count, actor.language), *filter(None, [longest])]


def _begun(
    actor: Actor, kind: str, document: str, *, written_in: Language, periods: Sequence[str], now: int
) -> str:
    """The last draft of that kind and language on a document, over these periods where any are named; "" for none."""
    from qorgau.treaty.queries.draft_periods import chosen_periods
    from qorgau.treaty.queries.drafts import draft as draft_seen
    from qorgau.treaty.queries.drafts import drafts
    from qorgau.treaty.queries.evidence_figures import span_named

    named = {document, queries_stem(actor, document)}
    over = tuple(span_named(each) for each in chosen_periods(actor, periods, now=now))
    mine = (
        each.id
        for each in drafts(actor)
        if each.kind == kind
        and not each.issued
        and each.language is written_in
        and named & {each.document, each.stem}
        and (not over or draft_seen(actor, each.id).writing.periods == over)
    )
    return next(mine, "")


def queries_stem(actor: Actor, document: str) -> str:
    """The stem of a document that is named by its id or address; the name itself where there is no file."""
    from qorgau.treaty.queries.finding import document_row
    from qorgau.treaty.refusal import NoSuchDocument

    try:
        return document_row(actor, document).stem
    except NoSuchDocument:
        return document


def exported(actor: Actor, filters: Mapping[str, Any], *, form: str, now: int) -> Exported:
    """The recommendations within reach as a file."""
    return write_export(actor, asked(filters), form=form, now=now)
