"""One document as the reader's page shows it: as corrected, as read, with every correction and what it makes due."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.access.actor import Actor
from qorgau.access.permission import may
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.facts.document_file import DocumentFile
from qorgau.treaty.facts.told import CorrectionLine, DocumentPage, ReadingLine
from qorgau.treaty.facts.words import Fix
from qorgau.treaty.models import CorrectionRow, ReadingRow, RecommendationRow
from qorgau.treaty.queries.due_lines import due_of_document
from qorgau.treaty.queries.finding import document_row
from qorgau.treaty.queries.lines import document_line
from qorgau.treaty.queries.reach import (
    CORRECT,
    is_an_organisations,
    may_correct,
    recommendations_seen,
    require_seeing,
)
from qorgau.treaty.queries.readings import as_corrected, as_read, corrections_of
from qorgau.treaty.refusal import NoSuchDocument
from qorgau.treaty.storing import content
from qorgau.wording import say_text


def document(actor: Actor | None, document_id: str, *, as_of: int) -> DocumentPage:
    """One document that the actor may see."""
    require_seeing(actor)
    row = document_row(actor, document_id)
    corrections = corrections_of(row.document_id)
    laid = as_corrected(row, corrections)
    why_not = {each.id: say_text(f"treaty.{each.why}") for each in laid.misfits}
    lines = tuple(_correction(actor, each, why_not) for each in corrections)
    tracked = recommendations_seen(RecommendationRow.objects.filter(stem=row.stem), actor)
    corrects = may_correct(actor, row)
    return DocumentPage(
        line=document_line(row),
        document=laid.document,
        as_read=as_read(row),
        corrections=lines,
        misfits=tuple(line for line in lines if not line.fits and not line.withdrawn_why),
        tracked=dict(tracked.values_list("leaf", "recommendation_id")),
        readings=tuple(_readings(row.document_id)),
        due=due_of_document(actor, row, as_of=as_of),
        may_correct=corrects,
        is_anothers=not corrects and actor is not None and may(actor, CORRECT) and is_an_organisations(row),
    )


def document_file(actor: Actor | None, document_id: str) -> DocumentFile:
    """The file itself; refused as unknown where it is lost."""
    require_seeing(actor)
    row = document_row(actor, document_id)
    data = content(row.file_sha256)
    if data is None:
        raise NoSuchDocument
    return DocumentFile(name=row.name, media_type=row.media_type, data=data)


def _correction(actor: Actor | None, row: CorrectionRow, why_not: Mapping[str, Text]) -> CorrectionLine:
    return CorrectionLine(
        id=row.entry_id,
        what=Fix(row.what),
        target=row.target,
        before=row.before,
        after=row.after,
        reason=row.reason,
        at=row.at,
        body=row.body_id,
        by_me=actor is not None and actor.account == row.account,
        fits=row.entry_id not in why_not,
        why_not=why_not.get(row.entry_id),
        withdrawn_why=row.withdrawn_why,
    )


def _readings(document_id: str) -> list[ReadingLine]:
    rows = ReadingRow.objects.filter(document_id=document_id).order_by("number")
    return [ReadingLine(number=row.number, program=row.program, at=row.at, sha256=row.sha256) for row in rows]
