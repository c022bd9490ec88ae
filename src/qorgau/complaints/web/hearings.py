"""The calendar of hearings: by month and day, to print, and as a file for any calendar."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.clock import Zone
from qorgau.clock.zone import FIRST_YEAR, LAST_YEAR
from qorgau.complaints.facts.law import zone as zone_of_law
from qorgau.complaints.facts.listed import HearingLine
from qorgau.complaints.queries import hearings
from qorgau.complaints.web.words import body_word
from qorgau.lawbook import Language
from qorgau.wording import say, say_clock, say_day
from qorgau.wording.icalendar import calendar_instant, calendar_of, calendar_text
from qorgau.wording.templatetags.wording import active_language

_MONTH_LETTERS = 7
_FAR_AHEAD = timedelta(days=400)
_LASTS = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class DayCell:
    """A day of the month's table."""

    number: int
    key: str
    in_month: bool
    is_today: bool
    count: int


@permit("complaints.hearing")
@require_GET
def calendar_page(request: HttpRequest) -> HttpResponse:
    """One month, as a table and as a list by day."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    zone = zone_of_law("")
    today = date.fromordinal(zone.civil_day(now))
    first = _asked_month(request, today)
    found = _of_month(actor, first, zone)
    note_list(actor, "complaints.hearing", filters={"month": f"{first:%Y-%m}"}, rows=len(found), now=now)
    by_day = _by_day(found, zone)
    shown = {
        "as_of": now,
        "month": f"{first:%Y-%m}",
        "month_title": format_date(first, "LLLL y", locale=language.value),
        "previous": f"{first - timedelta(days=1):%Y-%m}",
        "next": f"{_next_month(first):%Y-%m}",
        "weekdays": [format_date(date(2024, 1, day), "ccc", locale=language.value) for day in range(1, 8)],
        "weeks": _weeks(first, today, by_day),
        "days": [_day_lines(day, lines, now, zone, language) for day, lines in sorted(by_day.items())],
    }
    return render(request, "complaints/hearings.html", shown)


@permit("complaints.hearing")
@require_GET
def calendar_file(request: HttpRequest) -> HttpResponse:
    """The coming hearings as iCalendar: the case's number and the body, and nobody's name."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    found = hearings(actor, from_=now, to=now + int(_FAR_AHEAD.total_seconds()))
    note_list(actor, "complaints.hearing", filters={"file": "ics"}, rows=len(found), now=now)
    return HttpResponse(
        icalendar(found, made_at=now, language=language),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="hearings.ics"'},
    )


def icalendar(lines: Sequence[HearingLine], *, made_at: int, language: Language) -> bytes:
    """The hearings as a calendar file."""
    return calendar_of("Hearings", (_event(each, made_at=made_at, language=language) for each in lines))


def _event(line: HearingLine, *, made_at: int, language: Language) -> list[str]:
    title = f"{say('complaints.hearings_title', language)}: {line.complaint}"
    return [
        f"UID:{calendar_text(line.hearing)}@{settings.QORGAU_INSTANCE}",
        f"SEQUENCE:{line.put_off}",
        f"DTSTAMP:{calendar_instant(made_at)}",
        f"DTSTART:{calendar_instant(line.set_for)}",
        f"DTEND:{calendar_instant(line.set_for + int(_LASTS.total_seconds()))}",
        f"SUMMARY:{calendar_text(title)}",
        f"LOCATION:{calendar_text(body_word(line.body, language))}",
    ]


def _asked_month(request: HttpRequest, today: date) -> date:
    typed = request.GET.get("month", "")
    try:
        first = date.fromisoformat(f"{typed}-01") if len(typed) == _MONTH_LETTERS else date.min
    except ValueError:
        first = date.min
    # Before the first year and after the last there is no month to turn the page to.
    return first if FIRST_YEAR <= first.year < LAST_YEAR else today.replace(day=1)


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def _of_month(actor: Actor, first: date, zone: Zone) -> Sequence[HearingLine]:
    since, _ = zone.day_bounds(first)
    until, _ = zone.day_bounds(_next_month(first))
    return hearings(actor, from_=since, to=until)


def _by_day(found: Sequence[HearingLine], zone: Zone) -> dict[date, list[HearingLine]]:
    days: dict[date, list[HearingLine]] = {}
    for each in sorted(found, key=lambda line: (line.set_for, line.hearing)):
        days.setdefault(date.fromordinal(zone.civil_day(each.set_for)), []).append(each)
    return days


def _weeks(first: date, today: date, by_day: dict[date, list[HearingLine]]) -> list[list[DayCell]]:
    return [
        [
            DayCell(
                number=day.day,
                key=day.isoformat(),
                in_month=day.month == first.month,
                is_today=day == today,
                count=len(by_day.get(day, ())) if day.month == first.month else 0,
            )
            for day in week
        ]
        for week in Calendar().monthdatescalendar(first.year, first.month)
    ]


def _day_lines(
    day: date, lines: list[HearingLine], now: int, zone: Zone, language: Language
) -> dict[str, object]:
    return {
        "key": day.isoformat(),
        "title": f"{say_day(day, language)}, {format_date(day, 'cccc', locale=language.value)}",
        "hearings": [_line(each, now, zone, language) for each in lines],
    }


def _line(line: HearingLine, now: int, zone: Zone, language: Language) -> dict[str, str]:
    if line.heard_at is not None:
        word, colour = say("complaints.hearing_held", language), "green"
    elif line.set_for < now:
        word, colour = say("complaints.hearing_not_held", language), "red"
    else:
        word, colour = say("complaints.hearing_coming", language), "blue"
    if line.put_off:
        word = f"{word}; {say('complaints.hearing_put_off', language, count=line.put_off)}"
    return {
        "time": say_clock(line.set_for, zone, language),
        "complaint": line.complaint,
        "body": body_word(line.body, language),
        "word": word,
        "colour": colour,
    }
