"""The head of the first page, as the United Nations lay it out; an organisation's paper bears its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qorgau.lawbook import Language
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.edition import Edition
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.report import Masthead
from qorgau.treaty.writing.saying import said, say_iso
from qorgau.wording import say_day

_LANGUAGES = {Language.EN: "English", Language.RU: "Russian", Language.KK: "Kazakh"}


def masthead(writing: Writing, edition: Edition) -> Masthead:
    """The head of a report."""
    language, civil = writing.language, writing.kind.is_civil
    return Masthead(
        organisation=writing.cover.author if civil else said("united_nations", language),
        symbol="" if civil else said("symbol", language),
        right=tuple(_right(writing, edition)),
        treaty=edition.treaty,
        committee=edition.committee,
        title=_title(writing),
        lines=tuple(_lines(writing, edition)),
        draft=_draft(writing, edition),
        synthetic=said("synthetic", language) if edition.synthetic else "",
    )


def _right(writing: Writing, edition: Edition) -> Iterator[str]:
    """Distribution, day, languages: the United Nations print these in English in every language."""
    if not writing.kind.is_civil:
        yield "Distr.: General"
    yield say_day(date.fromisoformat(edition.dated_on), Language.EN)
    yield f"Original: {_LANGUAGES[writing.language]}"


def _title(writing: Writing) -> str:
    if writing.kind is ReportKind.PERIODIC and writing.cover.number:
        return said("title_periodic_report_numbered", writing.language, number=writing.cover.number)
    return said(f"title_{writing.kind.value}", writing.language)


def _lines(writing: Writing, edition: Edition) -> Iterator[str]:
    language, cover = writing.language, writing.cover
    yield said("state", language, state=edition.state)
    if writing.symbol:
        yield said("on_document", language, symbol=writing.symbol)
    for key, value in (
        ("author", "" if writing.kind.is_civil else cover.author),
        ("session", cover.session),
        ("contact", cover.contact),
    ):
        if value:
            yield said(key, language, **{key: value})
    if cover.received_on:
        yield said("received", language, day=say_iso(cover.received_on, language))
    elif not writing.kind.is_civil:
        yield said("received_open", language)


def _draft(writing: Writing, edition: Edition) -> str:
    if edition.issued:
        return ""
    day = say_iso(edition.dated_on, writing.language)
    return said("draft", writing.language, version=edition.version, day=day)
