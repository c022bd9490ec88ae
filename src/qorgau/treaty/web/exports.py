"""What the board shows, as a file to take along."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.treaty.exporting.writing import ExportForm, write_export
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.web.board import asked_of
from qorgau.wording.templatetags.wording import active_language


@permit("treaty.see")
@require_GET
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The file of what the filters of the board leave; by the same words in the address."""
    if form not in set(ExportForm):
        raise Http404
    actor, now = actor_of(request), moment_of(request)
    try:
        made = write_export(actor, asked_of(request.GET.dict()), form=form, now=now)
    except TreatyRefusal as refusal:
        said = {"said": refusal.said(active_language())}
        return render(request, "treaty/export_refused.html", said, status=422)
    headers = {"Content-Disposition": content_disposition_header(True, made.name) or "attachment"}
    return HttpResponse(made.data, content_type=made.media_type, headers=headers)
