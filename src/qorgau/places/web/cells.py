"""Forms that list, change and close a cell."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.places import actions, queries
from qorgau.places.faults import Unfit
from qorgau.places.forms import CellForm, ClosingForm, typed_of_cell
from qorgau.places.permits import require_change
from qorgau.places.place import Cell, Place
from qorgau.places.queries import NotListed
from qorgau.places.web.asked import language_of, posted
from qorgau.places.web.places import place_or_404, shown
from qorgau.wording import say


@permit("places.list_unofficial")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, place_id: str) -> HttpResponse:
    """List a cell of a place."""
    return _listed(request, place_or_404(place_id, language_of(request)), None)


@permit("places.list_unofficial")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, place_id: str, cell_id: str) -> HttpResponse:
    """Say anew what a cell is."""
    language = language_of(request)
    return _listed(request, place_or_404(place_id, language), _cell_or_404(place_id, cell_id, language))


@permit("places.list_unofficial")
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, place_id: str, cell_id: str) -> HttpResponse:
    """Close a cell."""
    actor, language = actor_of(request), language_of(request)
    place, cell = place_or_404(place_id, language), _cell_or_404(place_id, cell_id, language)
    require_change(actor, place)
    form = ClosingForm(posted(request), language=language)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            actions.close_cell(actor, cell_id, now=moment_of(request), since=form.since, reason=reason)
        except Unfit as unfit:
            form.take(unfit.faults)
        else:
            messages.success(request, say("places.cell_was_closed", language, name=cell.name))
            return redirect("places:place", place_id)
    return shown(request, form, title="places.close_cell", place=place, cell=cell)


def _listed(request: HttpRequest, place: Place, cell: Cell | None) -> HttpResponse:
    actor, language = actor_of(request), language_of(request)
    require_change(actor, place)
    first = typed_of_cell(cell) if cell else {}
    form = CellForm(posted(request), language=language, initial=first)
    if form.is_valid():
        details, known = form.details(), cell.id if cell else None
        try:
            actions.list_cell(
                actor, place.id, details, now=moment_of(request), since=form.since, cell_id=known
            )
        except Unfit as unfit:
            form.take(unfit.faults)
        else:
            messages.success(request, say("places.cell_was_recorded", language, name=details.name))
            return redirect("places:place", place.id)
    title = "places.change_cell" if cell else "places.list_cell"
    return shown(request, form, title=title, place=place, cell=cell)


def _cell_or_404(place_id: str, cell_id: str, language: Language) -> Cell:
    try:
        cell = queries.cell(cell_id, language=language)
    except NotListed as missing:
        raise Http404(str(missing)) from missing
    if cell.place != place_id:
        raise Http404(say("places.no_such_cell", language, id=cell_id[:64]))
    return cell
