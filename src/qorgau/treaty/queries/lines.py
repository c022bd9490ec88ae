"""Rows as the lines that lists show."""

from __future__ import annotations

from datetime import date

from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.lateness import left
from qorgau.treaty.facts.standing import standing_of
from qorgau.treaty.facts.told import DocumentLine, Line
from qorgau.treaty.facts.words import Sender
from qorgau.treaty.grading import grade_word
from qorgau.treaty.models import DocumentRow, RecommendationRow
from qorgau.treaty.seats import seat_of, today


def day_of(column: str) -> date | None:
    """A day as a column keeps it; None for none."""
    return date.fromisoformat(column) if column else None


def line_of(row: RecommendationRow, *, as_of: int) -> Line:
    """A recommendation as boards list it, judged as of the asking at the seat of who made it."""
    now, due = today(seat_of(row.sender), as_of), day_of(row.due)
    return Line(
        id=row.recommendation_id,
        stem=row.stem,
        slug=row.slug,
        leaf=row.leaf,
        text=row.text,
        language=row.language,
        paraphrased=row.paraphrased,
        heading=row.heading,
        sender=Sender(row.sender),
        committee=row.committee,
        state=row.state,
        cycle=row.cycle,
        symbol=row.symbol,
        document=row.document_id,
        subjects=from_lines(row.subjects),
        people=from_lines(row.people),
        measures=from_lines(row.measures),
        sdg=from_lines(row.sdg),
        strength=row.strength,
        lead=row.lead,
        contributing=from_lines(row.contributing),
        due=due,
        days_left=None if due is None else left(due, now),
        stands=standing_of(row, today=now),
        follow_up=row.follow_up,
        grade=grade_word(row.grade_scale, row.grade),
        actions=row.actions,
        held_back=row.held_back,
    )


def document_line(row: DocumentRow) -> DocumentLine:
    """A document as lists show it."""
    return DocumentLine(
        id=row.document_id,
        stem=row.stem,
        slug=row.slug,
        symbol=row.symbol,
        title=row.title or row.name,
        kind=row.kind,
        sender=Sender(row.sender),
        committee=row.committee,
        state=row.state,
        cycle=row.cycle,
        language=row.language,
        adopted=day_of(row.adopted),
        taken_at=row.taken_at,
        name=row.name,
        recommendations=row.recommendations,
        corrections=row.corrections,
        accepted=row.accepted_at is not None,
        held_back=row.held_back and not row.published_on,
        published_on=day_of(row.published_on),
        body=row.body_id,
    )
