"""Pages and downloads of the papers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit, public
from qorgau.custody.document.contents import Audience
from qorgau.custody.document.copying import is_synthetic, make_copy, usual_reader
from qorgau.custody.document.paper_form import print_form
from qorgau.custody.document.record_sheet import print_record
from qorgau.custody.document.rights_card import CardLanguage, print_card, rights_card
from qorgau.custody.document.shift_list import print_shift_list
from qorgau.custody.refusal import NoSuchCustody
from qorgau.lawbook import Language
from qorgau.places.queries import NotListed
from qorgau.wording import say


@public
def rights_cards(request: HttpRequest) -> HttpResponse:
    """The card of rights in every language it stands in."""
    return render(request, "custody/rights_cards.html", {"cards": rights_card().languages.values()})


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
        "other_cards": [each for each in card.languages.values() if each != chosen],
    }
    return render(request, "custody/rights_card.html", shown)


@public
def rights_card_pdf(request: HttpRequest, key: str) -> HttpResponse:
    """The card in one language, on paper."""
    chosen = _card_language(request, key)
    return _pdf(print_card(chosen, dated=moment_of(request)), f"rights-{chosen.key}.pdf")


@permit("custody.document")
@require_GET
def record_pdf(request: HttpRequest, custody_id: str) -> HttpResponse:
    """The custody record as a document; `lang` and `for` (person, lawyer, officer) may be asked for."""
    actor, language = actor_of(request), _asked_language(request)
    audience = _asked_reader(request, actor)
    try:
        copy = make_copy(actor, custody_id, audience=audience, language=language, now=moment_of(request))
    except NoSuchCustody as refusal:
        raise Http404(refusal.said(_language(request))) from refusal
    return _pdf(print_record(copy), f"{custody_id}-{language.value}.pdf")


@public
@require_GET
def paper_form_pdf(request: HttpRequest) -> HttpResponse:
    """The blank form for a desk without power: anybody may print one."""
    language = _asked_language(request)
    return _pdf(print_form(language, dated=moment_of(request)), f"paper-form-{language.value}.pdf")


@permit("board.see")
@require_GET
def shift_list_pdf(request: HttpRequest) -> HttpResponse:
    """Everyone held at a place, on paper; `place` is asked for where the actor has several, or cell by cell."""
    actor, language = actor_of(request), _asked_language(request)
    place = request.GET.get("place", "") or _own_place(actor, language)
    try:
        made = print_shift_list(
            actor,
            place,
            cell=request.GET.get("cell", ""),
            language=language,
            now=moment_of(request),
            synthetic=is_synthetic(),
        )
    except NotListed as missing:
        raise Http404(str(missing)) from missing
    return _pdf(made, f"shift-{language.value}.pdf")


def _own_place(actor: Actor, language: Language) -> str:
    if len(actor.places) == 1:
        return next(iter(actor.places))
    raise Http404(say("custody.list_which_place", language, places=", ".join(sorted(actor.places)) or "—"))


def _asked_language(request: HttpRequest) -> Language:
    asked = request.GET.get("lang", "")
    if not asked:
        return _language(request)
    if asked not in {each.value for each in Language}:
        raise Http404(say("custody.paper_unknown_language", _language(request), asked=asked))
    return Language(asked)


def _asked_reader(request: HttpRequest, actor: Actor) -> Audience:
    asked = request.GET.get("for", "")
    if not asked:
        return usual_reader(actor)
    if asked not in {each.value for each in Audience}:
        raise Http404(say("custody.paper_unknown_reader", _language(request), asked=asked))
    return Audience(asked)


def _card_language(request: HttpRequest, key: str) -> CardLanguage:
    found = rights_card().languages.get(key)
    if found is None:
        names = ", ".join(rights_card().languages)
        raise Http404(say("custody.no_such_card", _language(request), asked=key, names=names))
    return found


def _pdf(made: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )


def _language(request: HttpRequest) -> Language:
    return getattr(request, "language", None) or Language.KK
