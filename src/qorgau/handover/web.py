"""The page of a shift's handover."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, Whereabouts, may, reach
from qorgau.access.queries import account_names
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.facts.board import ClockNow
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.occupancy import handover_facts
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.board import lines_of
from qorgau.custody.web.fields import long_text, said
from qorgau.custody.web.names import full_name
from qorgau.custody.web.titles import all_places, desk_places, place_title
from qorgau.handover.actions import HandoverRefusal, hand_over, take_over
from qorgau.handover.queries import handovers, note_of, shift_began
from qorgau.lawbook import Language
from qorgau.places.queries import Wanted, places_seen_by, zone_of
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language


class HandoverForm(ActForm):
    """What the next shift must know."""

    note = long_text(label=said("handover.note"), help_text=said("handover.note_hint"), required=False)


@permit("handover.see")
@require_http_methods(["GET", "POST"])
def handover(request: HttpRequest) -> HttpResponse:
    """What this shift hands over; sent, it is on the record."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    choices = _choices(actor, language)
    place = request.GET.get("place", "") or (choices[0][0] if choices else "")
    if place not in dict(choices):
        raise Http404
    form = HandoverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            hand_over(actor, place, note=form.given("note"), now=now, act_id=form.act)
        except HandoverRefusal as refusal:
            form.add_error("note", str(refusal))
        else:
            messages.success(request, say("handover.done", language))
            return redirect(f"{reverse('handover:handover')}?place={place}")
    return render(request, "handover/page.html", _page(actor, place, choices, form, now, language))


@permit("handover.make")
@require_POST
def taken(request: HttpRequest, shift_id: str) -> HttpResponse:
    """Take a shift over."""
    actor, language = actor_of(request), active_language()
    try:
        take_over(actor, shift_id, now=moment_of(request))
        messages.success(request, say("handover.took", language))
    except HandoverRefusal as refusal:
        messages.error(request, str(refusal))
    return redirect("handover:handover")


def _page(
    actor: Actor, place: str, choices: list[tuple[str, str]], form: HandoverForm, now: int, language: Language
) -> dict[str, Any]:
    since = shift_began(place, now=now)
    facts = handover_facts(actor, place, since=since, until=now)
    past = handovers(actor, place)
    names = account_names([who for row in past for who in (row.given_by, row.taken_by) if who])
    return {
        "choices": choices,
        "place": place,
        "place_title": place_title(place, language),
        "zone": zone_of(place),
        "as_of": now,
        "since": since,
        "facts": facts,
        "ran_out": _by_person(facts.ran_out, language),
        "next_due": _by_person(facts.next_due, language),
        "came": lines_of(facts.came, language),
        "left": lines_of(facts.left, language),
        "unconfirmed": lines_of(facts.unconfirmed, language),
        "with_missing": lines_of(facts.with_missing, language),
        "past": [
            (row, names.get(row.given_by, ""), names.get(row.taken_by, ""), note_of(row.shift_id))
            for row in past
        ],
        "form": form if may(actor, "handover.make", at=Whereabouts(place=place)) else None,
        "account": actor.account,
    }


def _by_person(clocks: tuple[ClockNow, ...], language: Language) -> list[tuple[str, str, list[ClockNow]]]:
    """The clocks of each person together, in the order of the first: custody, name, clocks."""
    rows = CustodyRow.objects.in_bulk({clock.custody for clock in clocks})
    found: dict[str, list[ClockNow]] = {}
    for clock in clocks:
        found.setdefault(clock.custody, []).append(clock)
    return [
        (custody, full_name(rows[custody].name, rows[custody].name_status, language), own)
        for custody, own in found.items()
    ]


def _choices(actor: Actor, language: Language) -> list[tuple[str, str]]:
    far = reach(actor, "handover.see")
    if far is Reach.PLACE:
        return desk_places(actor, language)
    if far is Reach.REGION:
        seen = (
            each for region in sorted(actor.regions) for each in places_seen_by(actor, Wanted(region=region))
        )
        return [(each.id, in_language(each.name, language)) for each in seen if not each.closed]
    return all_places(actor, language)
