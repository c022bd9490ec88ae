"""Pages for everybody: no account, no cookie; the same record, with what is held back and small numbers left out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from qorgau.access.request import moment_of
from qorgau.access.web import public
from qorgau.treaty.queries import documents
from qorgau.treaty.web import board, recommendation
from qorgau.treaty.web.language_asked import cached, lang_query
from qorgau.treaty.web.opening import found_or_404, seen_document, seen_recommendation
from qorgau.treaty.web.reader import reader_of
from qorgau.treaty.web.words import committee_word
from qorgau.wording.templatetags.wording import active_language

_MOST_DOCUMENTS = 200


@public
@require_GET
@cached
def board_page(request: HttpRequest) -> HttpResponse:
    """The recommendations that nobody holds back."""
    shown = board.page_of(request, None, now=moment_of(request))
    shown |= {"exports": [], "lang_query": lang_query(request)}
    shown["papers"] = [
        {"line": each, "from": committee_word(each.committee, active_language()) or each.title}
        for each in documents(None, size=_MOST_DOCUMENTS).lines
    ]
    return render(request, "treaty/public_board.html", shown)


@public
@require_GET
@cached
def recommendation_page(request: HttpRequest, stem: str, leaf: str) -> HttpResponse:
    """One recommendation: what is public of it, with small numbers left out."""
    now = moment_of(request)
    found = seen_recommendation(None, stem, leaf, now=now)
    year = request.GET.get("year", "")
    shown = recommendation.page_of(found, None, year=year, now=now, language=active_language())
    shown |= {
        "acts": None,
        "home": "treaty:public_recommendation",
        "document_href": _document_href(found.document),
    }
    return render(request, "treaty/public_recommendation.html", shown)


@public
@require_GET
@cached
def document_page(request: HttpRequest, stem: str) -> HttpResponse:
    """A document as it was read."""
    now = moment_of(request)
    with found_or_404():
        page = seen_document(None, stem, now=now)
    shown = reader_of(page, language=active_language(), to="treaty:public_recommendation")
    shown["lang_query"] = lang_query(request)
    return render(request, "treaty/public_document.html", shown)


def _document_href(document: Any) -> str:
    return reverse("treaty:public_document", args=[document.slug]) if document is not None else ""
