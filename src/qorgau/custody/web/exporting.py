"""Taking the register along as a file."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.exporting.answering import register_response
from qorgau.custody.exporting.register import Asked
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.web.fields import said
from qorgau.eventlog.writing import Form
from qorgau.wording.templatetags.wording import active_language

_NAMES = {Form.CSV: "CSV", Form.XLSX: "XLSX", Form.PARQUET: "Parquet", Form.XES: "XES",
          Form.OCEL_JSON: "OCEL 2.0 JSON", Form.OCEL_SQLITE: "OCEL 2.0 SQLite"}  # fmt: skip


class ExportForm(forms.Form):
    """Which file, and of whom."""

    format = forms.ChoiceField(
        label=said("custody.export_form"),
        choices=[(form.value, title) for form, title in _NAMES.items()],
        widget=forms.RadioSelect,
        error_messages={
            "required": said("custody.export_choose"),
            "invalid_choice": said("custody.export_choose"),
        },
    )
    only_held = forms.BooleanField(label=said("custody.export_only_held"), required=False)
    with_names = forms.BooleanField(label=said("custody.export_with_names"), required=False)
    map = forms.BooleanField(label=said("custody.export_map"), required=False)


@permit("custody.export")
@require_GET
def export(request: HttpRequest) -> HttpResponseBase:
    """The page, or the file once a form is chosen."""
    form = ExportForm(request.GET if request.GET else None, initial={"format": Form.XLSX.value})
    if request.GET and form.is_valid():
        try:
            return _file(request, form)
        except CustodyRefusal as refusal:
            form.add_error(None, refusal.said(active_language()))
    page: HttpResponse = render(request, "custody/export.html", {"form": form})
    return page


def _file(request: HttpRequest, form: ExportForm) -> HttpResponseBase:
    given = form.cleaned_data
    asked = Asked(
        place=request.GET.get("place", "")[:128],
        region=request.GET.get("region", "")[:64],
        only_held=given["only_held"],
        with_names=given["with_names"],
    )
    return register_response(
        actor_of(request), asked, form=Form(given["format"]), now=moment_of(request), as_map=given["map"]
    )
