"""The list of places and the page of one."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, may
from qorgau.access.queries import account_names
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.places import occupancy, queries
from qorgau.places.chart import draw_course, say_course, say_title
from qorgau.places.crowding import Crowding, cell_crowding, crowding, room_for
from qorgau.places.facts import Inventory, fold_place, stages
from qorgau.places.names import ids_in_order
from qorgau.places.occupancy_days import Course, course
from qorgau.places.past import changes
from qorgau.places.permits import may_change, may_count
from qorgau.places.place import Place
from qorgau.places.saying import FIELDS, say_field, say_name
from qorgau.places.web.asked import language_of
from qorgau.places.web.filters import asked
from qorgau.places.web.history import told
from qorgau.recording.history import RecordedEntry
from qorgau.wording import say

_ON_A_PAGE = 50
_NEWEST = 8
_SPANS = (7, 30, 90, 365)
_DAY = 86_400


@dataclass(frozen=True)
class ListedPlace:
    """A line of the list: the place, and those held where the reader may know it."""

    place: Place
    crowding: Crowding | None


@permit("places.see")
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every place the reader may see, narrowed as they ask."""
    actor, language = actor_of(request), language_of(request)
    form = asked(request.GET, language)
    rows = queries.rows_seen_by(actor, form.wanted, language=language)
    page = Paginator(ids_in_order(rows, language), _ON_A_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    known = queries.places(shown)
    found = [known[each] for each in shown if each in known]
    context = {
        "filter": form,
        "page": page,
        "total": page.paginator.count,
        "unofficial": rows.filter(official=False).count(),
        "lines": _lines(found, actor, moment_of(request)),
        "counts": occupancy.is_counted(),
        "may_list": may(actor, "places.change", at=Whereabouts()),
        "may_list_unofficial": may(actor, "places.list_unofficial"),
        "may_change_units": may(actor, "places.change", at=Whereabouts()),
    }
    return render(request, "places/index.html", context)


@permit("places.see")
@require_GET
def show(request: HttpRequest, place_id: str) -> HttpResponse:
    """One place: what is said of it, its cells, how crowded it is, and its history."""
    actor, language, moment = actor_of(request), language_of(request), moment_of(request)
    entries = queries.entries_of(place_id)
    found = fold_place(place_id, entries)
    if found is None or not queries.is_seen_by(actor, place_id):
        raise Http404(say("places.no_such_place", language, id=place_id[:64]))
    place = found.place
    recorded = changes(place_id, entries)
    names = account_names(each.by for each in recorded if each.by)
    history = [told(each, place.zone, language, names=names) for each in recorded]
    context = {
        "place": place,
        "name": say_name(place, language),
        "zone": place.zone,
        "facts": [(name, say_field(name, place, language)) for name in FIELDS],
        "cells": _cells(found, actor, moment),
        "rooms": room_for(found, day=place.zone.local(moment).date()),
        "newest": history[:_NEWEST],
        "older": history[_NEWEST:],
        "may_change": may_change(actor, place),
        **_occupancy(request, found, entries, actor),
    }
    return render(request, "places/place.html", context)


def _lines(found: list[Place], actor: Actor, moment: int) -> list[ListedPlace]:
    known = [place.id for place in found if may_count(actor, place)]
    held = occupancy.held_at(known, as_of=moment) or {}
    day = {place.id: place.zone.local(moment).date() for place in found}
    return [
        ListedPlace(
            place,
            crowding(held[place.id], Inventory(place), day=day[place.id]) if place.id in held else None,
        )
        for place in found
    ]


def _cells(found: Inventory, actor: Actor, moment: int) -> list[dict[str, Any]]:
    place, ids = found.place, [cell.id for cell in found.open_cells]
    counted = occupancy.held_in_cells(ids, as_of=moment) if may_count(actor, place) else None
    day = place.zone.local(moment).date()
    cells = queries.in_counting_order(found.open_cells)
    return [
        {
            "cell": cell,
            "crowding": cell_crowding(counted[cell.id], cell, kind=place.kind, day=day) if counted else None,
        }
        for cell in cells
    ]


def _occupancy(
    request: HttpRequest, found: Inventory, entries: tuple[RecordedEntry, ...], actor: Actor
) -> dict[str, Any]:
    """The panel of those held now and over time; empty where the reader may not know it or nobody counts."""
    place, moment = found.place, moment_of(request)
    if not may_count(actor, place):
        return {}
    held = occupancy.held_at([place.id], as_of=moment)
    if held is None:
        return {}
    panel = {
        "crowding": crowding(held[place.id], found, day=place.zone.local(moment).date()),
        "moment": moment,
    }
    return panel | _over_time(request, place, entries)


def _over_time(request: HttpRequest, place: Place, entries: tuple[RecordedEntry, ...]) -> dict[str, Any]:
    language, until, days = language_of(request), moment_of(request), _span_asked(request)
    steps = occupancy.held_over_time(place.id, since=until - days * _DAY, until=until)
    limits = [(at, stage.place.capacity) for at, stage in stages(place.id, entries)]
    told_course = course(steps or (), capacity=limits, since=until - days * _DAY, until=until)
    shown = {
        "spans": _SPANS,
        "days": days,
        "course": told_course if told_course and told_course.most[0] else None,
    }
    return shown | (_drawn(told_course, place, language) if told_course else {})


def _drawn(found: Course, place: Place, language: Language) -> dict[str, Any]:
    """The drawing, what it shows in a sentence, and the same as a table."""
    title = say_title(found, name=say_name(place, language), zone=place.zone, language=language)
    sentence = say_course(found, zone=place.zone, language=language)
    drawing = draw_course(found, zone=place.zone, language=language, title=title, sentence=sentence)
    return {"drawing": drawing, "sentence": sentence, "by_day": list(found.days(place.zone))[::-1]}


def _span_asked(request: HttpRequest) -> int:
    written = request.GET.get("days", "")
    return int(written) if written in {str(days) for days in _SPANS} else timedelta(days=30).days
