"""Pages and downloads of the papers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from qorgau.access.web import public
from qorgau.clock import now
from qorgau.custody.document.rights_card import CardLanguage, print_card, rights_card
from qorgau.lawbook import Language
from qorgau.wording import say


@public
def rights_cards(request: HttpRequest) -> HttpResponse:
    """The card of rights in every language it stands in."""
    return render(request, "custody/rights_cards.html", {"languages": rights_card().languages.values()})


@public
def rights_card_page(request: HttpRequest, key: str) -> HttpResponse:
    """The card in one language, on the screen."""
    card, chosen = rights_card(), _card_language(request, key)
    rights = [
        {
            "number": right.number,
            "title": right.title[chosen.key],
            "says": right.says[chosen.key],
            "sources": "; ".join(right.sources),
        }
        for right in card.rights
    ]
    shown = {
        "chosen": chosen,
        "card_title": card.text("title", chosen),
        "card_intro": card.text("intro", chosen),
        "card_not_reviewed": card.text("not_reviewed", chosen),
        "rights": rights,
        "languages": [each for each in card.languages.values() if each != chosen],
    }
    return render(request, "custody/rights_card.html", shown)


@public
def rights_card_pdf(request: HttpRequest, key: str) -> HttpResponse:
    """The card in one language, on paper."""
    chosen = _card_language(request, key)
    return _pdf(print_card(chosen, dated=_as_of(request)), f"rights-{chosen.key}.pdf")


def _card_language(request: HttpRequest, key: str) -> CardLanguage:
    found = rights_card().languages.get(key)
    if found is None:
        names = ", ".join(rights_card().languages)
        raise Http404(say("custody.no_such_card", _language(request), asked=key, names=names))
    return found


def _as_of(request: HttpRequest) -> int:
    return getattr(request, "as_of", None) or now()


def _pdf(made: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )


def _language(request: HttpRequest) -> Language:
    return getattr(request, "language", None) or Language.KK
