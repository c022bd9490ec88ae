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
        organisation=_organisation(writing),
        symbol="" if civil else said("symbol", language),
        right=tuple(_right(writing, edition)),
        treaty=edition.treaty,
        committee=said("addressee", language, committee=edition.committee) if civil else edition.committee,
        title=_title(writing, edition),
        lines=tuple(_lines(writing, edition)),
        received="" if civil else _received(writing),
        draft=_draft(writing, edition),
        synthetic=said("synthetic", language) if edition.synthetic else "",
    )


def _organisation(writing: Writing) -> str:
    if not writing.kind.is_civil:
        return said("united_nations", writing.language)
    return writing.cover.author or said("organisation_open", writing.language)


def _right(writing: Writing, edition: Edition) -> Iterator[str]:
    """Distribution, day, languages: the United Nations print these in English in every language."""
    day = date.fromisoformat(edition.dated_on)
    if writing.kind.is_civil:
        yield say_day(day, writing.language)
        return
    yield "Distr.: General"
    yield say_day(day, Language.EN)
    yield f"Original: {_LANGUAGES[writing.language]}"


def _title(writing: Writing, edition: Edition) -> str:
    kind, language = writing.kind, writing.language
    numbered = kind is ReportKind.PERIODIC and writing.cover.number
    key = f"title_{kind.value}_numbered" if numbered else f"title_{kind.value}"
    return said(key, language, number=writing.cover.number, state=edition.state)


def _lines(writing: Writing, edition: Edition) -> Iterator[str]:
    language, cover = writing.language, writing.cover
    yield said("state", language, state=edition.state)
    if writing.corrects:
        yield said("corrects", language, day=say_iso(writing.corrects, language))
    for key, value in (
        ("author", "" if writing.kind.is_civil else cover.author),
        ("session", cover.session),
        ("contact", cover.contact),
    ):
        if value:
            yield said(key, language, **{key: value})


def _received(writing: Writing) -> str:
    day = writing.cover.received_on
    if not day:
        return said("received_open", writing.language)
    return said("received", writing.language, day=say_iso(day, writing.language))


def _draft(writing: Writing, edition: Edition) -> str:
    if edition.issued:
        return ""
    day = say_iso(edition.dated_on, writing.language)
    return said("draft", writing.language, version=edition.version, day=day)
