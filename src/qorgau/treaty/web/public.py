"""Pages for everybody: no account, no cookie; the same record, with what is held back and small numbers left out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from qorgau.access.request import moment_of
from qorgau.access.web import public
from qorgau.lawbook import Language
from qorgau.treaty.facts.told import DocumentLine
from qorgau.treaty.queries import documents
from qorgau.treaty.seats import country, today
from qorgau.treaty.web import board, recommendation
from qorgau.treaty.web.board_filters import Choice
from qorgau.treaty.web.language_asked import cached, lang_query
from qorgau.treaty.web.opening import seen_document, seen_recommendation
from qorgau.treaty.web.public_data import exports_of
from qorgau.treaty.web.reader import reader_of
from qorgau.treaty.web.words import committee_word, phrase
from qorgau.wording import say, say_day, state_name
from qorgau.wording.templatetags.wording import active_language

_MOST_DOCUMENTS, _LISTED = 200, 20


@public
@require_GET
@cached
def board_page(request: HttpRequest) -> HttpResponse:
    """The recommendations that nobody holds back."""
    language = active_language()
    shown = board.page_of(request, None, now=moment_of(request), listed=_LISTED)
    shown |= {"exports": exports_of(request), "lang_query": lang_query(request)}
    shown["filters"] = _folded(shown["filters"])
    shown["papers"] = [
        {"line": each, "about": _about(each, language)}
        for each in documents(None, size=_MOST_DOCUMENTS).lines
    ]
    return render(request, "treaty/public_board.html", shown)


@public
@require_GET
@cached
def recommendation_page(request: HttpRequest, stem: str, leaf: str) -> HttpResponse:
    """One recommendation: what is public of it, with small numbers left out."""
    now, language = moment_of(request), active_language()
    found = seen_recommendation(None, stem, leaf, now=now)
    year = request.GET.get("year", "")
    shown = recommendation.page_of(found, None, year=year, now=now, language=language)
    shown |= {
        "acts": None,
        "home": "treaty:public_recommendation",
        "document_href": _document_href(found.document),
        "lang_query": lang_query(request),
        "cited_on": say("treaty.cite_as", language, day=say_day(today(country(), now), language)),
        # Our own words stand above already; here follow those of the document.
        "texts": [each for each in shown["texts"] if not each["is_ours"]],
    }
    return render(request, "treaty/public_recommendation.html", shown)


@public
@require_GET
@cached
def document_page(request: HttpRequest, stem: str) -> HttpResponse:
    """A document as it was read."""
    now, language = moment_of(request), active_language()
    page = seen_document(None, stem, now=now)
    shown = reader_of(page, request.GET.dict(), language=language, to="treaty:public_recommendation")
    shown |= {"page_query": shown["asked"].own_query}
    shown |= {"lang_query": lang_query(request), "head": [], "about": _about(page.line, language)}
    return render(request, "treaty/public_document.html", shown)


def _folded(filters: dict[str, list[Choice]]) -> dict[str, list[Choice]]:
    """One select in front, the others behind a click: on a phone the list itself comes first."""
    rest = filters["front"][1:]
    return {
        "front": filters["front"][:1],
        "more": [*rest, *filters["more"]],
        "open": [*filters["open"], *(each for each in rest if each["chosen"])],
    }


def _about(line: DocumentLine, language: Language) -> str:
    """What a document is, in one line: its kind, whose it is, on which State, of which day."""
    told = (
        phrase("document", line.kind, language),
        committee_word(line.committee, language) if line.committee else phrase("sender", line.sender.value, language),
        state_name(line.state, language) if line.state else "",
        say("treaty.cycle", language, number=line.cycle) if line.cycle else "",
        say_day(line.adopted, language) if line.adopted else "",
    )  # fmt: skip
    said = " · ".join(each for each in told if each)
    return said[:1].upper() + said[1:]


def _document_href(document: Any) -> str:
    return reverse("treaty:public_document", args=[document.slug]) if document is not None else ""
