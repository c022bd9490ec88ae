"""What each body has before it, how old it is, how it ended; as a page and as a file."""

from __future__ import annotations

import csv
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actions import note_list
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.entries import Status
from qorgau.complaints.facts.listed import BodyLoad, Oversight
from qorgau.complaints.queries import oversight
from qorgau.complaints.web.words import body_word, outcome_word
from qorgau.lawbook import Language
from qorgau.wording import say
from qorgau.wording.templatetags.wording import active_language

COLUMNS = ("body", "all", "open", "sealed", "ended", "sent_back", "oldest", "median", "breaches")
_TRAPS = ("=", "+", "-", "@", "\t", "\r")


@permit("complaints.oversight")
@require_GET
def oversight_page(request: HttpRequest) -> HttpResponse:
    """The figures of every body within reach."""
    found, language = _found(request), active_language()
    titles = [say(f"complaints.column_{key}", language) for key in COLUMNS]
    shown = {
        "as_of": found.as_of,
        "titles": titles,
        "lines": [list(zip(titles, _values(each, language), strict=True)) for each in found.bodies],
        "sums": [(say(f"complaints.tally_{key}", language), value) for key, value in _tally(found)],
        "outcomes": _outcomes(found, language),
    }
    return render(request, "complaints/oversight.html", shown)


@permit("complaints.oversight")
@require_GET
def oversight_csv(request: HttpRequest) -> HttpResponse:
    """The same as a table for a sheet; no name stands in it."""
    found, language = _found(request), active_language()
    written = StringIO()
    table = csv.writer(written)
    table.writerow(say(f"complaints.column_{key}", language) for key in COLUMNS)
    for each in found.bodies:
        table.writerow(_tame(value) for value in _values(each, language))
    # Sheets read UTF-8 only where the file begins by saying so.
    return HttpResponse(
        "\ufeff" + written.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="complaints-by-body.csv"'},
    )


def _found(request: HttpRequest) -> Oversight:
    actor, now = actor_of(request), moment_of(request)
    found = oversight(actor, as_of=now)
    note_list(actor, "complaints.oversight", filters={}, rows=len(found.bodies), now=now)
    return found


def _values(load: BodyLoad, language: Language) -> tuple[str | int, ...]:
    return (
        body_word(load.body, language) or say("complaints.nobody_has_it", language),
        load.complaints,
        load.open,
        load.by_status.get(Status.RECEIVED, 0),
        load.by_status.get(Status.ENDED, 0),
        load.by_status.get(Status.SENT_BACK, 0),
        load.oldest_days,
        load.median_days,
        load.breaches,
    )


def _tally(found: Oversight) -> list[tuple[str, int]]:
    tally = found.tally
    return [
        ("complaints", tally.complaints),
        ("unregistered", tally.unregistered),
        ("sent_back", tally.sent_back),
        ("refused_by_court", tally.refused_by_court),
        ("unknown", tally.unknown),
    ]


def _outcomes(found: Oversight, language: Language) -> list[tuple[str, int]]:
    sums: dict[str, int] = {}
    for each in found.bodies:
        for outcome, count in each.by_outcome.items():
            sums[outcome] = sums.get(outcome, 0) + count
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(outcome_word(outcome, language), count) for outcome, count in ordered]


def _tame(value: str | int) -> str | int:
    # A sheet would run a cell that begins so.
    return f"'{value}" if isinstance(value, str) and value.startswith(_TRAPS) else value
