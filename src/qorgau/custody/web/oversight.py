"""Answers: breaches by place, what followed from them, what was typed late, what waits for a second person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.access.permission import may
from qorgau.access.queries import account_names
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.custody.entries import Outcome
from qorgau.custody.facts.oversight import PlaceFigures
from qorgau.custody.models import CorrectionRow
from qorgau.custody.queries.oversight import oversight, unanswered
from qorgau.custody.queries.waiting import corrections_waiting
from qorgau.custody.web.board import lines_of
from qorgau.custody.web.titles import place_titles
from qorgau.lawbook import Language
from qorgau.places.queries import regions
from qorgau.wording import in_language
from qorgau.wording.templatetags.wording import active_language

PERIODS = (7, 30, 90, 365)
_USUAL = 30
_DAY = 86_400
_MOST = 200


@dataclass(frozen=True, kw_only=True)
class FigureLine:
    """One place or region with its name."""

    name: str
    figures: PlaceFigures


@permit("figures.see")
@require_GET
def answers(request: HttpRequest) -> HttpResponse:
    """The figures of a period; whoever may answer also sees where an answer is missing."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    typed = request.GET.get("days", "")
    days = int(typed) if typed in {str(each) for each in PERIODS} else _USUAL
    found = oversight(actor, since=now - days * _DAY, as_of=now)
    note_list(actor, "figures.see", filters={"days": str(days)}, rows=len(found.places), now=now)
    shown = {
        "found": found,
        "days": days,
        "periods": PERIODS,
        "by_region": _by_region(found.regions, language),
        "by_place": _by_place(found.places[:_MOST], language),
        "answered": [(outcome.value, found.answers[outcome.value]) for outcome in Outcome],
        **_to_do(actor, now, language),
    }
    return render(request, "custody/answers.html", shown)


def _to_do(actor: Actor, now: int, language: Language) -> dict[str, Any]:
    """What waits for this actor: nothing for those who only read figures."""
    answering, confirming = may(actor, "custody.answer_breach"), may(actor, "custody.confirm_correction")
    return {
        "may_answer": answering,
        "may_confirm": confirming,
        "unanswered": lines_of(unanswered(actor, as_of=now), language) if answering else (),
        "waiting": _waiting(actor, language) if confirming else [],
    }


def _waiting(actor: Actor, language: Language) -> list[dict[str, Any]]:
    rows: tuple[CorrectionRow, ...] = corrections_waiting(actor)
    places = place_titles((row.place_id for row in rows), language)
    names = account_names(row.by for row in rows)
    return [
        {"row": row, "place": places.get(row.place_id, row.place_id), "by": names.get(row.by, "")}
        for row in rows
    ]


def _by_region(figures: tuple[PlaceFigures, ...], language: Language) -> list[FigureLine]:
    known = regions()
    return [
        FigureLine(
            name=in_language(known[each.region].title, language) if each.region in known else each.region,
            figures=each,
        )
        for each in figures
    ]


def _by_place(figures: tuple[PlaceFigures, ...], language: Language) -> list[FigureLine]:
    titles = place_titles((each.place for each in figures), language)
    return [FigureLine(name=titles.get(each.place, each.place), figures=each) for each in figures]
