"""The calendar: what is due, month by month, what was done and how late; and the same as a file for any calendar."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from babel.dates import format_skeleton
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.lawbook import Language
from qorgau.treaty.calendar_file import icalendar
from qorgau.treaty.facts.told import DueLine
from qorgau.treaty.facts.words import DueWhat
from qorgau.treaty.queries import due
from qorgau.treaty.web.due_words import due_said
from qorgau.treaty.web.words import body_word, due_title
from qorgau.wording import say, sort_key
from qorgau.wording.templatetags.wording import active_language

_SHOWN = ("", "all", "done")


@permit("treaty.see")
@require_GET
def calendar_page(request: HttpRequest) -> HttpResponse:
    """What is due, the earliest first."""
    return render(
        request, "treaty/calendar.html", page_of(request, actor_of(request), now=moment_of(request))
    )


@permit("treaty.see")
@require_GET
def calendar_file(request: HttpRequest) -> HttpResponse:
    """The same as iCalendar."""
    return file_of(request, actor_of(request), now=moment_of(request))


def page_of(request: HttpRequest, actor: Actor | None, *, now: int) -> dict[str, Any]:
    """Everything the calendar shows; actor None is the public."""
    language, typed = active_language(), request.GET.dict()
    every = due(actor, as_of=now)
    lines = _narrowed(every, typed)
    return {
        "months": _months(lines, language),
        "total": len(lines),
        "choices": _choices(every, typed, language),
        "query": request.GET.urlencode(),
        "is_narrowed": any(typed.get(name) for name in ("what", "body", "show")),
    }


def file_of(request: HttpRequest, actor: Actor | None, *, now: int) -> HttpResponse:
    """The calendar file of what the page shows."""
    lines = _narrowed(due(actor, as_of=now), request.GET.dict())
    return HttpResponse(
        icalendar(lines, made_at=now, language=active_language()),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="recommendations.ics"'},
    )


def _narrowed(lines: tuple[DueLine, ...], typed: dict[str, str]) -> tuple[DueLine, ...]:
    show = typed.get("show", "")
    return tuple(
        line
        for line in lines
        if (not typed.get("what") or line.what.value == typed["what"])
        and (not typed.get("body") or line.body == typed["body"])
        and (show == "all" or (line.kept_on is not None) == (show == "done"))
    )


def _months(lines: tuple[DueLine, ...], language: Language) -> list[dict[str, Any]]:
    def month(line: DueLine) -> date:
        return line.due.replace(day=1)

    return [
        {
            "title": format_skeleton("yMMMM", first, locale=language.value),
            "lines": [due_said(line, language) for line in held],
        }
        for first, held in groupby(lines, key=month)
    ]


def _choices(lines: tuple[DueLine, ...], typed: dict[str, str], language: Language) -> list[dict[str, Any]]:
    whats = [
        (each.value, due_title(each, language))
        for each in DueWhat
        if any(line.what is each for line in lines)
    ]
    known = {line.body: body_word(line.body, language) for line in lines if line.body}
    bodies = sorted(known.items(), key=lambda pair: sort_key(pair[1], language))
    shows = [(each, say(f"treaty.show_{each}", language)) for each in _SHOWN if each]
    found = [
        ("what", whats, say("treaty.any", language)),
        ("body", bodies, say("treaty.any", language)),
        ("show", shows, say("treaty.show_open", language)),
    ]
    return [
        {
            "name": name,
            "title": say(f"treaty.calendar_{name}", language),
            "options": options,
            "chosen": typed.get(name, ""),
            "blank": blank,
        }
        for name, options, blank in found
    ]
