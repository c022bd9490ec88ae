"""What the preventive mechanism follows up: wishes to withdraw, and reprisals."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actions import note_list
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.models import ComplaintRow
from qorgau.complaints.queries.desk import watched
from qorgau.complaints.web.inbox import tags_of
from qorgau.complaints.web.words import about_word, body_word, place_word
from qorgau.lawbook import Language
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language


@permit("complaints.watch")
@require_GET
def watch_page(request: HttpRequest) -> HttpResponse:
    """Whom to meet, who is threatened, who was met."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = watched(actor)
    sections = [
        _section("withdrawn", found.to_meet, "npm_contact", language),
        _section("reprisals", found.reprisals, "ask_protection", language),
        _section("met", found.met, "", language),
    ]
    rows = sum(len(each["lines"]) for each in sections)
    note_list(actor, "complaints.watch", filters={}, rows=rows, now=now)
    return render(request, "complaints/watch.html", {"as_of": now, "sections": sections})


def _section(key: str, rows: tuple[ComplaintRow, ...], act: str, language: Language) -> dict[str, Any]:
    return {
        "title": say(f"complaints.watch_{key}", language),
        "lead": say(f"complaints.watch_{key}_lead", language),
        "lines": [_line(row, language) for row in rows],
        "act": act,
        "act_title": say(f"complaints.act_{act}", language) if act else "",
    }


def _line(row: ComplaintRow, language: Language) -> dict[str, Any]:
    return {
        "id": row.complaint_id,
        "number": row.complaint_id,
        "about": about_word(row.about, language),
        "place": place_word(row.place_id, language),
        "body": body_word(row.body_id or row.to_body, language),
        "tags": tags_of(row, language),
    }
