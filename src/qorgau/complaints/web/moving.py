"""Moves of a procedure: opened, made or refused with every reason; and the procedure drawn on a page of its own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.actions import make_move, open_run
from qorgau.complaints.actions.checking import checked_now
from qorgau.complaints.facts.case import Case, Run
from qorgau.complaints.refusal import ComplaintRefusal, MoveRefused, NoSuchComplaint
from qorgau.complaints.web.marking import mark_lines
from qorgau.complaints.web.move_form import MoveForm, conditions_of, marked_grounds, refused_grounds
from qorgau.complaints.web.opening import seen_case
from qorgau.complaints.web.runs import run_line
from qorgau.complaints.web.words import body_path
from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.lawbook.procedure import Move
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language


@permit("complaints.see")
@require_GET
def diagram_page(request: HttpRequest, complaint_id: str, run_id: str) -> HttpResponse:
    """A procedure with the case's position, as a page to print."""
    language = active_language()
    case = seen_case(actor_of(request), complaint_id, now=moment_of(request))
    run = run_line(_run(case, run_id), zone=case.zone, language=language)
    return render(
        request,
        "complaints/diagram.html",
        {
            "complaint_id": case.complaint,
            "number": case.number or case.complaint,
            "title": run.title,
            "stage": run.stage,
            "since": run.since,
            "drawing": run.drawing,
            "run": run,
        },
    )


@permit("complaints.move")
@require_POST
def begin_run(request: HttpRequest, complaint_id: str) -> HttpResponse:
    """Begin a procedure."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    asked = {name: request.POST.get(name, "") for name in ("procedure", "reviews", "act_id")}
    try:
        open_run(
            actor,
            complaint_id,
            asked["procedure"],
            reviews=asked["reviews"],
            now=now,
            act_id=asked["act_id"] or None,
        )
        messages.success(request, say("complaints.run_opened", language))
    except NoSuchComplaint as refusal:
        raise Http404(refusal.said(language)) from refusal
    except ComplaintRefusal as refusal:
        messages.error(request, refusal.said(language))
    return redirect("complaints:case", complaint_id)


@permit("complaints.move")
@require_http_methods(["GET", "POST"])
def move_page(request: HttpRequest, complaint_id: str, run_id: str, move_id: str) -> HttpResponse:
    """What a move needs, on what grounds it can be made, and which are refused; sent, it is made or refused."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    case = seen_case(actor, complaint_id, now=now)
    run = _run(case, run_id)
    move = run.procedure.moves.get(move_id)
    if move is None:
        raise Http404
    form = MoveForm(request.POST or None, case=case, run=run, move=move)
    refused: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            done = make_move(actor, run_id, form.asked(), now=now, act_id=form.act)
        except MoveRefused as refusal:
            refused = _refused(refusal, language)
        except ComplaintRefusal as refusal:
            form.refused(refusal)
        else:
            messages.success(request, say("complaints.move_made", language))
            for mark in mark_lines(done.marks, language):
                messages.warning(request, f"{mark.title}: {mark.text} ({mark.source})")
            return redirect("complaints:case", complaint_id)
    found = checked_now(actor, complaint_id, run_id, move, now=now)
    conditions = conditions_of(move, found, form.today, language)
    shown = {**_page(case, run, move, form, language), "conditions": conditions, "refused": refused}
    return render(request, "complaints/move.html", shown, status=422 if refused or form.errors else 200)


def _run(case: Case, run_id: str) -> Run:
    run = case.run(run_id)
    if run is None:
        raise Http404
    return run


def _refused(refusal: MoveRefused, language: Language) -> dict[str, Any]:
    return {
        "why": [in_language(each, language) for each in refusal.why],
        "path": body_path(refusal.path, language),
    }


def _page(case: Case, run: Run, move: Move, form: MoveForm, language: Language) -> dict[str, Any]:
    target = run.procedure.stages[move.target(run.standing.stage)]
    return {
        "complaint_id": case.complaint,
        "number": case.number or case.complaint,
        "run": {"title": in_language(run.procedure.title, language)},
        "move": {
            "title": in_language(move.title, language),
            "explain": in_language(move.explain, language) if move.explain else "",
            "source": cited(move.source, language),
            "basis": move.basis.value,
            "leads_to": "" if move.stays(run.standing.stage) else in_language(target.title, language),
        },
        "form": form,
        "marks": mark_lines((each for each in move.marks if each.term.holds(form.today)), language),
        "refused_grounds": refused_grounds(move, form.today, language),
        "marked_grounds": marked_grounds(form.open_grounds, form.today, language),
    }
