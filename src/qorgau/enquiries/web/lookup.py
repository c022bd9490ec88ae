"""The pages of a lawyer and of a relative whom the person named; and who looked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.permission import may
from qorgau.access.queries import account_names
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.clock import Interval
from qorgau.custody.queries.looking import openings
from qorgau.custody.queries.reach import seen_whereabouts, whereabouts_of
from qorgau.custody.refusal import NoSuchCustody
from qorgau.custody.web.lines import span_of
from qorgau.custody.web.names import full_name
from qorgau.custody.web.titles import (
    body_name,
    fact_word,
    kind_title,
    place_title,
    place_titles,
    source_title,
)
from qorgau.enquiries.actions import look_up
from qorgau.enquiries.answer_text import home_zone
from qorgau.enquiries.queries import asked_after, people_of
from qorgau.enquiries.queries.entitlement import Entitled, Line, Said
from qorgau.lawbook import Language
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language

_BODY_TOLD = frozenset({"transferred", "whereabouts"})
_KIND_TOLD = frozenset({"health", "admitted"})


@permit("lookup.make")
@require_GET
def people_page(request: HttpRequest) -> HttpResponse:
    """Those who gave the actor a mandate or named them."""
    actor, language = actor_of(request), active_language()
    rows = people_of(actor, as_of=moment_of(request))
    titles = place_titles((row.place for row in rows), language)
    lines = [
        {
            "row": row,
            "name": full_name(row.name, row.name_status, language),
            "place": titles.get(row.place, ""),
            "status": say(f"custody.status_{row.status}", language),
        }
        for row in rows
    ]
    return render(request, "enquiries/people.html", {"lines": lines, "zone": home_zone()})


@permit("lookup.make")
@require_GET
def person_page(request: HttpRequest, custody_id: str) -> HttpResponse:
    """What article 18 ICPPED entitles the actor to; 404 alike for nobody, a stranger's and a wish."""
    actor, language = actor_of(request), active_language()
    try:
        shown = look_up(actor, custody_id, now=moment_of(request))
    except NoSuchCustody as refusal:
        raise Http404(refusal.said(language)) from refusal
    page = {
        "person": shown,
        "name": full_name(shown.name, shown.name_status, language),
        "status": say(f"custody.status_{shown.status}", language),
        "lines": [_shown(line, shown, language) for line in shown.lines],
        "zone": shown.zone,
        "may_see_looks": may(actor, "looks.see", at=whereabouts_of(custody_id)),
    }
    return render(request, "enquiries/person.html", page)


@permit("looks.see")
@require_GET
def looks_page(request: HttpRequest, custody_id: str) -> HttpResponse:
    """Who opened the record, who looked the person up, who asked after them."""
    actor, language = actor_of(request), active_language()
    try:
        seen_whereabouts(actor, custody_id, act="looks.see")
    except NoSuchCustody as refusal:
        raise Http404(refusal.said(language)) from refusal
    looks = openings(actor, custody_id)
    names = account_names(each.account for each in looks)
    page = {
        "looks": [
            {
                "at": each.at,
                "who": names.get(each.account, each.account),
                "role": say(f"access.role_{each.looked_as}", language),
                "because": fact_word("looked_because", each.because, language),
            }
            for each in looks
        ],
        "asked": [
            {"each": each, "relation": fact_word("relation", each.relation, language)}
            for each in asked_after(actor, custody_id)
        ],
        "zone": home_zone(),
    }
    return render(request, "enquiries/looks.html", page)


def _shown(line: Line, person: Entitled, language: Language) -> dict[str, Any]:
    return {
        "letter": line.letter,
        "word": line.word,
        "title": say(f"enquiries.line_{line.word}", language),
        "said": [
            {"parts": list(_parts(each, line.word, person, language)), "entered": each.entered}
            for each in line.said
        ],
    }


def _parts(each: Said, word: str, person: Entitled, language: Language) -> Iterator[str]:
    """What an entry says, part by part."""
    if word == "whereabouts":
        yield from _where_now(person, language)
    if each.kind and word in _KIND_TOLD:
        yield in_language(kind_title(each.kind), language)
    for happened in each.happened:
        when = span_of(Interval(happened.earliest, happened.latest), person.zone, language)
        yield f"{when} ({source_title(happened.said_by, language)})"
    if each.place:
        yield place_title(each.place, language)
    if each.text:
        yield each.text
    if each.body and word in _BODY_TOLD:
        yield say("enquiries.authority", language, body=body_name(each.body, language))


def _where_now(person: Entitled, language: Language) -> Iterator[str]:
    yield say(f"custody.status_{person.status}", language)
    if person.in_hospital:
        yield say("enquiries.in_hospital", language)
    if person.destination:
        yield say("enquiries.towards", language, place=place_title(person.destination, language))
