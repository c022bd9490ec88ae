"""Take entries out: for whom, since when, how many; then the files."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.carrying.actions.taking_out import say_arrived, take_out
from qorgau.carrying.queries import not_yet_carried, to_carry
from qorgau.carrying.refusals import refused_as
from qorgau.carrying.web.moments import instant_typed, zone_here
from qorgau.carrying.web.refusing import in_words
from qorgau.clock import Zone
from qorgau.custody.web.fields import MomentField, said
from qorgau.recording.bundles.trusted import trusted_cards
from qorgau.recording.refusal import RecordingRefusal
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

NEW, ALL, TIME = "new", "all", "time"


class OutForm(forms.Form):
    """For whom, and since when."""

    to = forms.ChoiceField(label=said("carrying.to"))
    what = forms.ChoiceField(
        label=said("carrying.since"),
        choices=[
            (NEW, said("carrying.since_new")),
            (ALL, said("carrying.since_all")),
            (TIME, said("carrying.since_time")),
        ],
        initial=NEW,
        widget=forms.RadioSelect,
    )
    moment = MomentField(label=said("carrying.since_moment"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The instances that are trusted are the choices."""
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(name, name) for name in sorted(trusted_cards())]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A time must be named where one is asked for."""
        given = super().clean() or {}
        if given.get("what") == TIME and not given.get("moment") and "moment" not in self.errors:
            self.add_error("moment", say("carrying.moment_needed", active_language()))
        return given

    def since(self, zone: Zone, *, now: int) -> int | None:
        """The instant from which on entries go; None for all, or with an error at the field."""
        if self.cleaned_data["what"] == TIME:
            return instant_typed(self, "moment", zone)
        return not_yet_carried(self.cleaned_data["to"], now=now) if self.cleaned_data["what"] == NEW else None


@permit("bundle.carry")
@require_http_methods(["GET", "POST"])
def out(request: HttpRequest) -> HttpResponseBase:
    """Ask, count, and on POST give the files."""
    actor, now = actor_of(request), moment_of(request)
    if not trusted_cards():
        return render(request, "carrying/out.html", {"nobody": True})
    sent = request.POST if request.method == "POST" else request.GET
    form = OutForm(sent if "to" in sent else None)
    if not form.is_bound or not form.is_valid():
        return _page(request, form)
    since = form.since(zone_here(actor), now=now)
    if form.errors:
        return _page(request, form)
    if request.method == "GET":
        return _page(request, form, counted=to_carry(actor, since=since), since=since)
    try:
        taken = take_out(actor, to=form.cleaned_data["to"], since=since, now=now)
    except RecordingRefusal as refusal:
        form.add_error(None, in_words(refused_as(refusal)))
        return _page(request, form)
    return FileResponse(
        taken.opened, as_attachment=True, filename=taken.name, content_type="application/octet-stream"
    )


@permit("bundle.carry")
@require_POST
def arrived(request: HttpRequest) -> HttpResponse:
    """Somebody says that the last files for an instance were taken in there."""
    instance, of = request.POST.get("instance", ""), request.POST.get("of", "")
    try:
        say_arrived(actor_of(request), instance=instance, of=of, now=moment_of(request))
    except RecordingRefusal as refusal:
        messages.error(request, in_words(refused_as(refusal)))
    else:
        messages.success(request, say("carrying.arrived_noted", active_language(), instance=instance))
    return redirect("carrying:overview")


def _page(request: HttpRequest, form: OutForm, **more: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "carrying/out.html", {"form": form, **more}, status=status)
