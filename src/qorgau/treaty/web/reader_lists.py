"""What stands beside a reading in lists: its head, its doubts, the figures and grades that it states."""

from __future__ import annotations

from typing import Any

from qorgau.lawbook import Language
from qorgau.reading.document import Document
from qorgau.reading.reasons import said
from qorgau.treaty.facts.told import DocumentPage
from qorgau.treaty.web.parts import holding
from qorgau.treaty.web.words import LANGUAGES, committee_word, phrase
from qorgau.wording import say, say_day, state_name


def head_said(page: DocumentPage, language: Language) -> list[tuple[str, str, str]]:
    """The head of the document: the field, its title and its value."""
    document, session = page.document, page.document.session
    rows = [
        ("symbol", document.symbol or ""),
        ("kind", phrase("document", document.kind.value, language)),
        ("committee", committee_word(document.committee, language) if document.committee else ""),
        ("state", state_name(document.state, language) if document.state else ""),
        ("cycle", document.cycle or ""),
        ("adopted", say_day(document.adopted, language) if document.adopted else ""),
        ("language", LANGUAGES.get(document.language, document.language)),
        ("title", document.title or ""),
    ]
    if session and session.from_ and session.to:
        span = say(
            "treaty.period",
            language,
            first=say_day(session.from_, language),
            last=say_day(session.to, language),
        )
        rows.insert(5, ("session", f"{session.number}: {span}" if session.number else span))
    if document.organisations:
        rows.append(("organisations", ", ".join(document.organisations)))
    return [(name, say(f"treaty.head_{name}", language), value) for name, value in rows]


def doubts_said(document: Document, language: Language) -> list[dict[str, Any]]:
    """What the reader could not settle, each with its place."""
    return [
        {
            "what": _ended(said(each.what, language)),
            "why": said(each.why, language),
            "index": holding(document, each.place.line) if each.place else None,
        }
        for each in document.doubts
    ]


def _ended(what: str) -> str:
    """A sentence as it is; a mere word with a colon before the reason that follows it."""
    return what if what.endswith((".", "?")) else f"{what}:"


def figures_said(document: Document) -> list[dict[str, Any]]:
    """The figures that the document states, with what is said of each."""
    return [
        {
            "value": f"{each.value:,g}".replace(",", "\N{NO-BREAK SPACE}"),
            "upto": f"{each.upto:,g}".replace(",", "\N{NO-BREAK SPACE}") if each.upto else "",
            "of": f"{each.of:,g}".replace(",", "\N{NO-BREAK SPACE}") if each.of else "",
            "share": f"{each.share_percent:g}" if each.share_percent is not None else "",
            "unit": each.unit,
            "what": each.what,
            "period": each.period or "",
            "agency": each.agency or each.source or "",
            "paragraph": each.paragraph or "",
            "index": holding(document, each.place.line),
        }
        for each in document.figures
    ]  # fmt: skip


def grades_said(document: Document) -> list[dict[str, Any]]:
    """What the document says of earlier recommendations, in its own words."""
    return [
        {
            "symbol": each.symbol,
            "paragraph": each.paragraph,
            "words": each.words,
            "index": holding(document, each.place.line),
        }
        for each in document.grades
    ]
