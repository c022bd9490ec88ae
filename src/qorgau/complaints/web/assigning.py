"""Who is to investigate: every candidate with its law, its marks and what ties it; a refused one with the way."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.actions import assign
from qorgau.complaints.facts.candidates import Candidate
from qorgau.complaints.facts.case import Case
from qorgau.complaints.refusal import ComplaintRefusal, MoveRefused, TiedBody
from qorgau.complaints.web.choosing import body_choices
from qorgau.complaints.web.marking import mark_lines
from qorgau.complaints.web.opening import seen_case
from qorgau.complaints.web.words import body_path, body_word
from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id
from qorgau.wording import in_language, say, say_day, say_instant
from qorgau.wording.templatetags.wording import active_language

_TREATY = "treaty_body"


@permit("complaints.assign")
@require_http_methods(["GET", "POST"])
def assign_page(request: HttpRequest, complaint_id: str) -> HttpResponse:
    """The candidates; sent, one of them gets the case, or is refused and the refusal is shown."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    refused: dict[str, Any] = {}
    seen_case(actor, complaint_id, now=now)
    if request.method == "POST":
        body, act_id = request.POST.get("body", ""), request.POST.get("act_id") or None
        try:
            done = assign(actor, complaint_id, body, now=now, act_id=act_id)
        except (TiedBody, MoveRefused) as refusal:
            refused = {"sentence": refusal.said(language), "path": body_path(refusal.path, language)}
        except ComplaintRefusal as refusal:
            refused = {"sentence": refusal.said(language), "path": []}
        else:
            messages.success(request, say("complaints.assigned", language))
            for mark in mark_lines(done.marks, language):
                messages.warning(request, f"{mark.title}: {mark.text} ({mark.source})")
            return redirect("complaints:case", complaint_id)
    case = seen_case(actor, complaint_id, now=now)
    shown = {**page_of(case, language), "refused": refused}
    return render(request, "complaints/assign.html", shown, status=422 if refused else 200)


def page_of(case: Case, language: Language) -> dict[str, Any]:
    """Everything the page shows."""
    candidates = case.routing.candidates if case.routing else ()
    national = [each for each in candidates if each.forum != _TREATY]
    listed = {each.body for each in national}
    today = date.fromordinal(case.zone.civil_day(case.as_of))
    return {
        "complaint_id": case.complaint,
        "number": case.number or case.complaint,
        "candidates": [candidate_line(each, case, language) for each in national],
        "no_body": bool(case.routing and case.routing.says),
        "treaty_bodies": [in_language(each.title, language) for each in candidates if each.forum == _TREATY],
        "others": [pair for pair in body_choices(language, on=today) if pair[0] not in listed],
        "before": [
            {
                "name": body_word(each.body, language),
                "when": say_instant(each.since, case.zone, language),
                "path": body_path(each.path, language),
            }
            for each in case.assignments
            if each.refused
        ],
        "act_id": new_entry_id,
    }


def candidate_line(each: Candidate, case: Case, language: Language) -> dict[str, Any]:
    """One body: why it is competent, what is wrong with it, what ties it and when."""
    competence, tie = each.competence, each.tie
    knows = bool(case.officers or case.accused_body)
    word, colour = (
        ("tie_found", "red") if tie else ("independent", "green") if knows else ("tie_unknown", "grey")
    )
    return {
        "body": each.body,
        "name": in_language(each.title, language),
        "source": cited(competence.source, language) if competence else "",
        "basis": competence.basis.value if competence else "",
        "marks": mark_lines(each.marks, language),
        "tie": body_path(tie.path, language) if tie else [],
        "tie_when": _tie_when(tie.on, then=tie.then, language=language) if tie else "",
        "word": say(f"complaints.{word}", language),
        "colour": colour,
    }


def _tie_when(on: str, *, then: bool, language: Language) -> str:
    word = say("complaints.tie_then" if then else "complaints.tie_now", language)
    return f"{word}: {say_day(date.fromisoformat(on), language)}"
