"""Reads what a State writes: which paragraph of it answers which recommendation or question; and lists of issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qorgau.reading.document import DocumentKind, Doubt, Paragraph, ParagraphKind, Parts, Recommendation
from qorgau.reading.reasons import reason
from qorgau.reading.replies.answering import answers_of
from qorgau.reading.replies.asking import questions_of
from qorgau.reading.replies.assessing import told_again
from qorgau.reading.replies.cells import Table, tables_of, without_tables
from qorgau.reading.replies.requesting import requests_of
from qorgau.reading.replies.tables import with_tables
from qorgau.reading.source import Source
from qorgau.reading.structure import Header, structure_of
from qorgau.reading.structure.paragraphs import is_unsure

__all__ = ["assessed", "questions", "read"]

_REPLIES = (DocumentKind.STATE_REPLIES, DocumentKind.FOLLOW_UP_REPLY)


def read(source: Source, header: Header, *, asked: Sequence[Recommendation] = ()) -> Parts:
    """The paragraphs of a State's report or reply and what each answers; `asked` is the list it replies to, if known."""
    tables = tables_of(source)
    running = without_tables(source, tables)
    structure = structure_of(running, kind=header.kind, language=header.language)
    accounts = [_account(paragraph) for paragraph in structure.paragraphs]
    paragraphs = with_tables(running, accounts, tables)
    answers = answers_of(running, header.parsed, paragraphs, asked, _named(tables))
    doubts = [*(each for each in structure.doubts if not is_unsure(each))]
    if header.kind in _REPLIES and not answers:
        doubts.append(
            Doubt(
                reason("answers_untied"),
                None,
                reason("answers_untied_why"),
            )
        )
    return Parts(paragraphs, (), tuple(doubts), answers)


def questions(source: Source, header: Header) -> Parts:
    """The questions of a list of issues: each numbered paragraph or its leaves, with the article of its heading."""
    structure = structure_of(source, kind=DocumentKind.LIST_OF_ISSUES, language=header.language)
    paragraphs, asked = questions_of(source, structure.paragraphs, structure.recommendations)
    return Parts(paragraphs, asked, structure.doubts)


def assessed(source: Source, header: Header) -> Parts:
    """The paragraphs of a committee's assessment; what it quotes is no new request, what it asks for below its view is."""
    structure = structure_of(source, kind=header.kind, language=header.language)
    doubts = tuple(each for each in structure.doubts if not is_unsure(each))
    paragraphs = tuple(told_again(paragraph) for paragraph in structure.paragraphs)
    return Parts(paragraphs, requests_of(source, paragraphs, header.language), doubts)


def _named(tables: Sequence[Table]) -> dict[int, tuple[str, ...]]:
    """What the rows of tables of replies answer, by the line at which each begins; a row of heads answers nothing."""
    rows = (row for table in tables if table.answers for row in table.rows)
    return {row.place.line: row.named for row in rows}


def _account(paragraph: Paragraph) -> Paragraph:
    """A State gives an account: where its words say "should", nobody recommends anything."""
    if paragraph.kind is ParagraphKind.INTRODUCTION:
        return paragraph
    return replace(paragraph, kind=ParagraphKind.OTHER, confidence=1.0, why=reason("kind_account"))
