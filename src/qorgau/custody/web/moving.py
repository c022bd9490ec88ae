"""Somebody who was on the way arrives."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.actions import arrive
from qorgau.custody.queries.record import record
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.titles import kind_title
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language


@permit("custody.move")
@require_POST
def arrived(request: HttpRequest, custody_id: str) -> HttpResponse:
    """One touch at the destination: the person is here now."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    act = ActForm(request.POST)
    try:
        destination = record(actor, custody_id, as_of=now).whereabouts.destination
        arrive(actor, custody_id, place=destination, now=now, act_id=act.act if act.is_valid() else None)
        title = in_language(kind_title("Arrived"), language)
        messages.success(request, say("custody.added", language, title=title))
    except CustodyRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("custody:record", custody_id)
