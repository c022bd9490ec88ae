"""Finding somebody by name, for staff."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from qorgau.access.actions import note_list
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.facts.board import Found
from qorgau.custody.queries.looking import search
from qorgau.custody.web.fields import said, short_text
from qorgau.custody.web.titles import place_titles
from qorgau.wording.templatetags.wording import active_language


class SearchForm(forms.Form):
    """A name, in whatever letters."""

    name = short_text(label=said("custody.field_family_name"), help_text=said("custody.find_hint"))
    past = forms.BooleanField(label=said("custody.find_past"), required=False)


@permit("board.see")
@require_http_methods(["GET", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Search by name. It is sent as a form, not in the address: names stay out of logs and histories."""
    actor, language = actor_of(request), active_language()
    form = SearchForm(request.POST or None)
    found: tuple[Found, ...] | None = None
    if request.method == "POST" and form.is_valid():
        found = search(actor, name=form.cleaned_data["name"], past=form.cleaned_data["past"])
        asked = {key: str(value) for key, value in form.cleaned_data.items()}
        note_list(actor, "board.see", filters=asked, rows=len(found), now=moment_of(request))
    titles = place_titles((each.place for each in found or ()), language)
    lines = [{"found": each, "place": titles.get(each.place, each.place)} for each in found or ()]
    shown = {
        "form": form,
        "lines": lines if found is not None else None,
        "as_of": moment_of(request),
    }
    return render(request, "custody/find.html", shown)
