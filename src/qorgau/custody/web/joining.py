"""Two records of one person are joined, and split again where that was a mistake."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.actions import join_persons, split_persons
from qorgau.custody.queries.record import record
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.web.act_form import ActForm
from qorgau.custody.web.fields import long_text, said
from qorgau.custody.web.names import name_of
from qorgau.custody.web.record import seen_record
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language


class JoinForm(ActForm):
    """Which other custody is of the same person, and how one knows."""

    other = forms.RegexField(r"^\s*[A-Za-z0-9._:-]{1,128}\s*$", label=said("custody.join_other"))
    why = long_text(label=said("custody.reason_join"))


@permit("custody.join")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, custody_id: str) -> HttpResponse:
    """Say that the person of another record is this person."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = seen_record(actor, custody_id, now=now)
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            other = record(actor, form.given("other"), as_of=now)
            join_persons(
                actor, keep=found.identity.person, other=other.identity.person, why=form.given("why"),
                now=now, act_id=form.act,
            )  # fmt: skip
        except CustodyRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("custody.joined", language))
            return redirect("custody:record", custody_id)
    name = name_of(found, language)
    shown = {"record": found, "name": name, "form": form}
    return render(request, "custody/join.html", shown, status=422 if form.errors else 200)


@permit("custody.join")
@require_POST
def split(request: HttpRequest, custody_id: str, entry_id: str) -> HttpResponse:
    """Undo a joining."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    try:
        split_persons(actor, joined_entry=entry_id, why=request.POST.get("why", "")[:1000], now=now)
        messages.success(request, say("custody.splitted", language))
    except CustodyRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("custody:record", custody_id)
