"""The page where everything about work without the network begins, and this instance's card."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.permission import may
from qorgau.access.queries import account_names
from qorgau.access.request import actor_of
from qorgau.access.web import permit
from qorgau.carrying.queries import exchanges, this_card


@permit("instances.see")
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """What can be done, this instance's card, and what went to and came from whom."""
    actor = actor_of(request)
    found = exchanges(actor)
    people = {each.brought.brought_by for each in found if each.brought}
    people |= {each.taken_out.taken_by for each in found if each.taken_out}
    names = account_names(sorted(people - {""}))
    rows = [
        (
            each,
            names.get(each.brought.brought_by, "") if each.brought else "",
            names.get(each.taken_out.taken_by, "") if each.taken_out else "",
        )
        for each in found
    ]
    context = {
        "card": this_card(actor),
        "exchanges": rows,
        "may_carry": may(actor, "bundle.carry"),
        "may_trust": may(actor, "instances.trust"),
    }
    return render(request, "carrying/overview.html", context)


@permit("instances.see")
@require_GET
def card(request: HttpRequest) -> HttpResponse:
    """This instance's card as a file."""
    own = this_card(actor_of(request))
    response = HttpResponse(str(own), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{own.instance}.card"'
    return response
