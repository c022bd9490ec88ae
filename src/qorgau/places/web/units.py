"""The list of units, and the form that lists or changes one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from qorgau.access.permission import Whereabouts, may, require
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.places import actions, queries
from qorgau.places.country import institutions, regions
from qorgau.places.faults import Unfit
from qorgau.places.forms import UnitForm, typed_of_unit
from qorgau.places.place import Unit
from qorgau.places.queries import NotListed
from qorgau.places.saying import say_body, say_region
from qorgau.places.web.asked import language_of, posted
from qorgau.places.web.places import shown
from qorgau.wording import in_language, say, sort_key

_ON_A_PAGE = 100


@permit("places.see")
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every listed unit, with whom it answers to."""
    language = language_of(request)
    page = Paginator(_asked_units(request, language), _ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": [_line(unit, language) for unit in page.object_list],
        "may_change": may(actor_of(request), "places.change", at=Whereabouts()),
    }
    return render(request, "places/units.html", context)


@permit("places.change")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """List a unit."""
    return _listed(request, None)


@permit("places.change")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, unit_id: str) -> HttpResponse:
    """Say anew what a unit is."""
    try:
        unit = queries.unit(unit_id, language=language_of(request))
    except NotListed as missing:
        raise Http404(str(missing)) from missing
    return _listed(request, unit)


def _listed(request: HttpRequest, unit: Unit | None) -> HttpResponse:
    actor, language = actor_of(request), language_of(request)
    require(actor, "places.change", at=Whereabouts(region=unit.region if unit else None))
    known = unit.id if unit else ""
    first = typed_of_unit(unit) if unit else {}
    form = UnitForm(posted(request), language=language, initial=first, unit_id=known)
    if form.is_valid():
        details = form.details()
        try:
            actions.list_unit(actor, details, now=moment_of(request), since=form.since, unit_id=known or None)
        except Unfit as unfit:
            form.take(unfit.faults)
        else:
            name = in_language(details.name, language)
            messages.success(request, say("places.unit_was_recorded", language, name=name))
            return redirect("places:units")
    title = "places.change_unit" if unit else "places.list_unit"
    return shown(request, form, title=title, back=reverse("places:units"))


def _asked_units(request: HttpRequest, language: Language) -> tuple[Unit, ...]:
    """The units of an institution and region that exist, in the alphabet of a language; what does not is not asked."""
    institution, region = request.GET.get("institution", ""), request.GET.get("region", "")
    found = queries.units(
        institution=institution if institution in institutions() else "",
        region=region if region in regions() else "",
    )
    names = {unit.id: sort_key(in_language(unit.name, language), language) for unit in found}
    return tuple(sorted(found, key=lambda unit: (unit.institution, unit.region, names[unit.id], unit.id)))


def _line(unit: Unit, language: Language) -> dict[str, str]:
    return {
        "id": unit.id,
        "name": in_language(unit.name, language),
        "institution": say_body(unit.institution, language),
        "region": say_region(unit.region, language),
        "above": say_body(unit.above, language) or say("places.above_nobody", language),
    }
