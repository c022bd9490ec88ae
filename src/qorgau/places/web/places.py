"""Forms that list, change, close and reopen a place."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.places import actions, choices, queries
from qorgau.places.faults import Unfit
from qorgau.places.forms import ChangePlaceForm, ClosingForm, PlaceForm, typed_of_place
from qorgau.places.permits import require_change
from qorgau.places.place import Place
from qorgau.places.queries import NotListed
from qorgau.places.saying import say_name
from qorgau.places.web.asked import language_of, posted
from qorgau.wording import say

_FORM = "places/form.html"


@permit("places.change")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """List a place, official or not."""
    language = language_of(request)
    return _new(request, PlaceForm(posted(request), language=language), "places.list_place")


@permit("places.list_unofficial")
@require_http_methods(["GET", "POST"])
def new_unofficial(request: HttpRequest) -> HttpResponse:
    """List a place where persons are held although nobody may be: open to whoever may record that they are."""
    language = language_of(request)
    first = {"official": "no", "body": actor_of(request).body}
    form = PlaceForm(posted(request), language=language, initial=first)
    form.fields["kind"].choices = [  # type: ignore[attr-defined]
        ("", ""),
        *choices.kinds(language, official=False),
        *choices.kinds(language, official=True),
    ]
    return _new(request, form, "places.list_unofficial")


@permit("places.list_unofficial")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, place_id: str) -> HttpResponse:
    """Change what is said of a place; who may is for the act to ask."""
    actor, language = actor_of(request), language_of(request)
    place = place_or_404(place_id, language)
    require_change(actor, place)
    first = typed_of_place(place, seen=queries.entries_so_far(place_id))
    form = ChangePlaceForm(posted(request), language=language, initial=first)
    if form.is_valid():
        said = form.cleaned_data
        try:
            changed = actions.change_place(
                actor,
                place_id,
                form.details(),
                now=moment_of(request),
                since=form.since,
                reason=said["reason"],
                seen=said["seen"],
            )
        except Unfit as unfit:
            form.take(unfit.faults)
        else:
            key = "was_changed" if changed else "nothing_changed"
            (messages.success if changed else messages.info)(request, say(f"places.{key}", language))
            return redirect("places:place", place_id)
    return shown(request, form, title="places.change_place", place=place)


@permit("places.list_unofficial")
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, place_id: str) -> HttpResponse:
    """Close a place."""
    return _end(request, place_id, actions.close_place, title="places.close_place", done="places.was_closed")


@permit("places.list_unofficial")
@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, place_id: str) -> HttpResponse:
    """Reopen a closed place."""
    return _end(
        request, place_id, actions.reopen_place, title="places.reopen_place", done="places.was_reopened"
    )


def place_or_404(place_id: str, language: Language) -> Place:
    """The place, or the page that says there is none."""
    try:
        return queries.place(place_id, language=language)
    except NotListed as missing:
        raise Http404(str(missing)) from missing


def shown(
    request: HttpRequest, form: Any, *, title: str, place: Place | None = None, **more: Any
) -> HttpResponse:
    """The page of a form; with status 422 where what was typed cannot be recorded."""
    language = language_of(request)
    back = reverse("places:place", args=[place.id]) if place else reverse("places:index")
    context = {
        "form": form,
        "title": say(title, language),
        "place": place,
        "name": say_name(place, language) if place else "",
        "back": back,
        **more,
    }
    return render(request, _FORM, context, status=422 if form.is_bound and form.errors else 200)


def _new(request: HttpRequest, form: PlaceForm, title: str) -> HttpResponse:
    if form.is_valid():
        details = form.details()
        try:
            place_id = actions.list_place(
                actor_of(request), details, now=moment_of(request), since=form.since
            )
        except Unfit as unfit:
            form.take(unfit.faults)
        else:
            name = details.name[language_of(request)]
            messages.success(request, say("places.was_listed", language_of(request), name=name))
            return redirect("places:place", place_id)
    return shown(request, form, title=title, warns=title == "places.list_unofficial")


def _end(
    request: HttpRequest, place_id: str, act: Callable[..., None], *, title: str, done: str
) -> HttpResponse:
    actor, language = actor_of(request), language_of(request)
    place = place_or_404(place_id, language)
    require_change(actor, place)
    form = ClosingForm(posted(request), language=language, needs_reason=not place.closed)
    if form.is_valid():
        try:
            act(actor, place_id, now=moment_of(request), since=form.since, reason=form.cleaned_data["reason"])
        except Unfit as unfit:
            form.take(unfit.faults)
        else:
            messages.success(request, say(done, language))
            return redirect("places:place", place_id)
    hint = "" if place.closed else say("places.close_hint", language)
    return shown(request, form, title=title, place=place, hint=hint)
