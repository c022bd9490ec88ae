"""Compare this instance's clock with another one, which somebody reads."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.carrying.actions.clock import compare_clock
from qorgau.carrying.desk_clock import clock_now
from qorgau.carrying.web.moments import instant_typed, zone_here
from qorgau.clock import Zone
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.fields import MomentField, said
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language


class ClockForm(ActForm):
    """The time another clock shows at this moment."""

    other = MomentField(label=said("carrying.other_clock"), help_text=said("carrying.other_clock_hint"))


@permit("bundle.carry")
@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest) -> HttpResponse:
    """Ask for the other clock's time, and say what follows."""
    actor, now = actor_of(request), moment_of(request)
    zone, form = zone_here(actor), ClockForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        other = _typed(form, zone)
        if other is not None:
            check = compare_clock(actor, other=other, now=now, act_id=form.act)
            style = messages.WARNING if check.needs_warning else messages.SUCCESS
            said = say(f"carrying.clock_is_{check.state.value}", active_language())
            messages.add_message(request, style, said)
            return redirect("carrying:overview")
    context = {"form": form, "check": clock_now(now=now), "shows": now, "clock_zone": zone}
    return render(request, "carrying/clock.html", context, status=422 if form.errors else 200)


def _typed(form: ClockForm, zone: Zone) -> int | None:
    if " " in form.given("other"):
        return instant_typed(form, "other", zone)
    form.add_error("other", say("carrying.time_needed", active_language()))
    return None
