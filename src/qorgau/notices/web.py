"""The page of notices, and the button that acknowledges one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Max, Min, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from qorgau.access.actions import note_list, note_refreshed
from qorgau.access.permission import reach
from qorgau.access.queries import account_names
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.clock import Zone
from qorgau.custody.facts.law import law, zone
from qorgau.custody.models import CustodyRow
from qorgau.custody.web.names import full_name
from qorgau.custody.web.titles import place_titles
from qorgau.lawbook import Language, Safeguard
from qorgau.notices.actions import NoticeRefusal, acknowledge
from qorgau.notices.models import Notice
from qorgau.notices.queries import notices_for
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

_PEOPLE_ON_A_PAGE = 20


@dataclass(frozen=True, kw_only=True)
class NoticeLine:
    """A notice with the words it needs."""

    notice: Notice
    rule: Safeguard | None
    name: str
    place: str
    zone: Zone
    since: int
    by: str


@dataclass(frozen=True, kw_only=True)
class Told:
    """All that the actor was told about one person."""

    custody: str
    name: str
    lines: tuple[NoticeLine, ...]


@permit("notices.see", keeps_awake=False)
@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """What the actor was told: first what went up furthest, then what ran out first."""
    actor, language = actor_of(request), active_language()
    everything = request.GET.get("show") == "all"
    told = notices_for(actor, waiting=not everything)
    page = Paginator(_custodies(told), _PEOPLE_ON_A_PAGE).get_page(request.GET.get("page"))
    here = [row["custody_id"] for row in page.object_list]
    lines = _lines(list(told.filter(custody_id__in=here)), language, as_of=moment_of(request))
    shown = {
        "page": page,
        "people": _by_person(lines, here),
        "total": told.count(),
        "everything": everything,
        "may_acknowledge": reach(actor, "notices.acknowledge") is not None,
        "as_of": moment_of(request),
    }
    # Anybody can send this header: what no page was opened for is noted as well.
    note = note_refreshed if request.headers.get("HX-Request") else note_list
    note(actor, "notices.see", filters=request.GET.dict(), rows=len(lines), now=moment_of(request))
    part = "notices/list.html" if request.headers.get("HX-Request") else "notices/page.html"
    return render(request, part, shown)


@permit("notices.acknowledge")
@require_POST
def acknowledged(request: HttpRequest, notice_id: str) -> HttpResponse:
    """Acknowledge one notice."""
    actor = actor_of(request)
    try:
        acknowledge(actor, notice_id, now=moment_of(request))
        messages.success(request, say("notices.acknowledged", active_language()))
    except NoticeRefusal as refusal:
        messages.error(request, str(refusal))
    return redirect("notices:notices")


def _custodies(told: QuerySet[Notice]) -> QuerySet[Notice, Any]:
    """Whom the notices are about, in the order of their first one."""
    about = told.order_by().values("custody_id").annotate(top=Max("level"), first=Min("happened_at"))
    return about.order_by("-top", "first", "custody_id")


def _by_person(lines: list[NoticeLine], custodies: list[str]) -> list[Told]:
    """The notices of each person together: one breach rarely comes alone."""
    found: dict[str, list[NoticeLine]] = {custody: [] for custody in custodies}
    for line in lines:
        found[line.notice.custody_id].append(line)
    return [
        Told(custody=custody, name=own[0].name, lines=tuple(own)) for custody, own in found.items() if own
    ]


def _lines(found: list[Notice], language: Language, *, as_of: int) -> list[NoticeLine]:
    rows = CustodyRow.objects.in_bulk({notice.custody_id for notice in found})
    places = place_titles((notice.place_id for notice in found), language)
    names = account_names(notice.acknowledged_by for notice in found)
    rules = law().book.safeguards
    return [
        NoticeLine(
            notice=notice,
            rule=rules.get(notice.safeguard),
            name=full_name(row.name, row.name_status, language) if row else "",
            place=places.get(notice.place_id, notice.place_id),
            zone=zone(row.zone if row else ""),
            since=as_of - notice.happened_at,
            by=names.get(notice.acknowledged_by, ""),
        )
        for notice in found
        for row in [rows.get(notice.custody_id)]
    ]
