"""The terminal in a place of detention: one screen for every service, one kind of envelope for all of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.web import public
from qorgau.custody.document.rights_card import rights_card
from qorgau.mailboxes.web.frame import choices
from qorgau.mailboxes.web.headers import discreet
from qorgau.mailboxes.web.stages import stages
from qorgau.mailboxes.web.tongue import in_tongue
from qorgau.places.queries import NotListed, institution_of, place
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language


class Service(StrEnum):
    """What the terminal is for."""

    DOCTOR = "doctor"  # says what hurts, to those who answer for health care
    RIGHTS = "rights"  # reads the card of rights; an envelope goes out all the same
    ASK = "ask"  # asks the preventive mechanism something
    COMPLAIN = "complain"  # the same complaint as on the web, to a body that the person chooses


RECEIVERS = {
    Service.DOCTOR: ("ministry_of_health", "npm", "ombudsperson"),
    Service.RIGHTS: ("npm", "ombudsperson"),
    Service.ASK: ("npm", "ombudsperson"),
}
"""Who receives a service's envelope: the first of these that has a key."""

HURTS = ("head", "chest", "belly", "back", "limbs", "wound", "medicine", "mind", "urgent")


@dataclass(frozen=True, kw_only=True)
class Tile:
    """A picture to touch; to: the receiving body, empty where the person chooses it."""

    word: str
    title: str
    to: str
    icon: str


@public
@require_GET
@discreet()
@in_tongue
def kiosk_page(request: HttpRequest, place_id: str) -> HttpResponse:
    """Every service of the terminal of one place."""
    try:
        here = place(place_id, language=active_language())
    except NotListed as missing:
        raise Http404(str(missing)) from missing
    language, common = active_language(), choices(request)
    own = {
        "here": here,
        "here_title": in_language(here.name, language),
        "here_body": institution_of(here.body),
        "home": f"/kiosk/{here.id}/",
        "is_kiosk": True,
        "services": _tiles({each.id for each in common["bodies"]}),
        "hurts": [(word, say(f"mailboxes.hurts_{word}", language)) for word in HURTS],
        "rights": [(each.title[language.value], each.says[language.value]) for each in rights_card().rights],
        "stages": stages(),
    }
    return render(request, "mailboxes/kiosk.html", common | own)


def _tiles(receiving: Collection[str]) -> list[Tile]:
    language = active_language()
    return [
        Tile(
            word=each.value,
            title=say(f"mailboxes.service_{each.value}", language),
            to=next((body for body in RECEIVERS.get(each, ()) if body in receiving), ""),
            icon=f"mailboxes/pieces/icon_{each.value}.html",
        )
        for each in Service
    ]
