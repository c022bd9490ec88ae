"""Open data for everybody: deadlines as page and calendar, files of recommendations, a feed of what changed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import conditional_page, require_GET

from qorgau.access.request import moment_of
from qorgau.access.web import public
from qorgau.treaty.exporting.writing import ExportForm, MadeForAnother, public_export
from qorgau.treaty.feed_file import FeedLine, atom
from qorgau.treaty.queries import changes
from qorgau.treaty.queries.document_names import called_by_stem
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.web import calendar
from qorgau.treaty.web.board import asked_of
from qorgau.treaty.web.changed import change_said
from qorgau.treaty.web.language_asked import cached, lang_query
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_FORMS = ("xlsx", "csv", "json", "uhri", "uhri_json", "nrtd")
_SHOWN = 10
_MINUTE = 60


@public
@require_GET
@cached
def calendar_page(request: HttpRequest) -> HttpResponse:
    """What is due, to whom and by when."""
    shown = calendar.page_of(request, None, now=moment_of(request))
    return render(request, "treaty/public_calendar.html", shown | {"lang_query": lang_query(request)})


@public
@require_GET
@conditional_page
@cached
def calendar_file(request: HttpRequest) -> HttpResponse:
    """The same as iCalendar."""
    return calendar.file_of(request, None, now=_minute(request))


@public
@require_GET
@cached
def data_page(request: HttpRequest) -> HttpResponse:
    """Which files there are, what keeps itself up to date, and what changed last."""
    language, names = active_language(), called_by_stem(None)
    shown = {
        "lang_query": lang_query(request),
        "files": [_file(form) for form in _FORMS],
        "calendar": request.build_absolute_uri(reverse("treaty:public_calendar_file")),
        "feed": request.build_absolute_uri(reverse("treaty:public_feed")) + f"?lang={language.value}",
        "api": request.build_absolute_uri("/api/"),
        "changes": [change_said(each, language, names) for each in changes(most=_SHOWN)],
    }
    return render(request, "treaty/public_data.html", shown)


@public
@require_GET
@conditional_page
@cached
def feed(request: HttpRequest) -> HttpResponse:
    """What changed, for whoever subscribes."""
    language, names = active_language(), called_by_stem(None)
    told = [change_said(each, language, names) for each in changes()]
    query = lang_query(request)
    page = request.build_absolute_uri(reverse("treaty:public_board") + query)
    lines = [_feed_line(request, each, page, query) for each in told]
    made = atom(
        lines, title=say("treaty.public_title", language), href=request.build_absolute_uri(), page=page,
        instance=settings.QORGAU_INSTANCE, language=language.value,
    )  # fmt: skip
    return HttpResponse(made, content_type="application/atom+xml; charset=utf-8")


@public
@require_GET
@conditional_page
@cached
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The file of what the filters of the board leave, by the same words in the address."""
    if form not in set(ExportForm):
        raise Http404
    now, language = _minute(request), active_language()
    try:
        made = public_export(asked_of(request.GET.dict()), form=ExportForm(form), language=language, now=now)
    except MadeForAnother as busy:
        shown = {"said": busy.said(language)}
        answer = render(request, "treaty/export_refused.html", shown, status=503)
        answer.headers["Retry-After"] = str(busy.SECONDS)
        return answer
    except TreatyRefusal as refusal:
        return render(request, "treaty/export_refused.html", {"said": refusal.said(language)}, status=422)
    headers = {"Content-Disposition": content_disposition_header(True, made.name) or "attachment"}
    return HttpResponse(made.data, content_type=made.media_type, headers=headers)


def exports_of(request: HttpRequest) -> list[tuple[str, str]]:
    """The files of what the board shows."""
    query = request.GET.urlencode()
    return [
        (form.upper(), reverse("treaty:public_export", args=[form]) + (f"?{query}" if query else ""))
        for form in ("xlsx", "csv", "json")
    ]


def _file(form: str) -> dict[str, Any]:
    return {"name": form.replace("_", " ").upper(), "form": form, "about": f"treaty.data_{form}"}


def _feed_line(request: HttpRequest, said: dict[str, Any], page: str, query: str) -> FeedLine:
    href = request.build_absolute_uri(said["href"] + query) if said["href"] else page
    summary = " · ".join(filter(None, (said["on"], said["body"])))
    return FeedLine(id=said["id"], at=said["at"], title=said["title"], summary=summary, href=href)


def _minute(request: HttpRequest) -> int:
    """The moment, to the minute: whoever asks again at once is told that nothing changed."""
    now = moment_of(request)
    return now - now % _MINUTE
