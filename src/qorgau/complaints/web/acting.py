"""The page of an act: its form, and what it says when it is refused."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from qorgau.access.actor import Actor
from qorgau.access.permission import may, require
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.actions import Done
from qorgau.complaints.actions.releasing import IDENTITY
from qorgau.complaints.facts.case import Case
from qorgau.complaints.queries.reach import whereabouts_of
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.web import acts_of_handling, acts_of_protection, acts_on_things
from qorgau.complaints.web.act import Act
from qorgau.complaints.web.opening import seen_case
from qorgau.lawbook import Language
from qorgau.wording import knows, say
from qorgau.wording.templatetags.wording import active_language

ACTS: Mapping[str, type[Act]] = {
    "take_case": acts_of_handling.TakeCase,
    "name_officer": acts_of_handling.NameOfficer,
    "state_service": acts_of_handling.StateService,
    "take_evidence": acts_on_things.TakeEvidence,
    "move_evidence": acts_on_things.MoveEvidence,
    "set_hearing": acts_on_things.SetHearing,
    "hold_hearing": acts_on_things.HoldHearing,
    "serve_decision": acts_on_things.ServeDecision,
    "answer_complainant": acts_of_handling.AnswerComplainant,
    "report_reprisal": acts_of_protection.ReportReprisal,
    "ask_protection": acts_of_protection.AskProtection,
    "give_protection": acts_of_protection.GiveProtection,
    "ask_transfer": acts_of_protection.AskTransfer,
    "withdrawal_asked": acts_of_protection.WithdrawalAsked,
    "npm_contact": acts_of_protection.NpmContact,
    "release_identity": acts_of_protection.ReleaseIdentity,
    "link": acts_of_handling.Link,
    "forward": acts_of_handling.Forward,
    "recuse": acts_of_handling.Recuse,
    "hand_over": acts_of_handling.HandOver,
}


def acts_open(case: Case, actor: Actor, language: Language) -> list[tuple[str, str]]:
    """The acts that this actor may do on this case, by name."""
    at = whereabouts_of(case.complaint)
    return [
        (key, say(f"complaints.act_{key}", language))
        for key, act in ACTS.items()
        if act.makes_sense(case)
        and act.is_for(case, actor)
        and any(may(actor, each, at=at) for each in act.needs)
    ]


@permit("complaints.see")
@require_http_methods(["GET", "POST"])
def act_page(request: HttpRequest, complaint_id: str, act: str) -> HttpResponse:
    """One act on a case; sent, it is on the record or refused with a reason."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    made = ACTS.get(act)
    if made is None:
        raise Http404
    case = seen_case(actor, complaint_id, now=now)
    at = whereabouts_of(complaint_id)
    if not any(may(actor, each, at=at) for each in made.needs):
        require(actor, made.needs[0], at=at)
    form = made(request.POST or None, case=case, actor=actor, now=now, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            done = form.perform()
        except ComplaintRefusal as refusal:
            form.refused(refusal)
        else:
            _tell(request, done, language)
            return redirect("complaints:case", complaint_id)
    lead = f"complaints.lead_{act}"
    shown = {
        "complaint_id": case.complaint,
        "number": case.number or case.complaint,
        "title": say(f"complaints.act_{act}", language),
        "lead": say(lead, language) if knows(lead) else "",
        "form": form,
    }
    return render(request, "complaints/act.html", shown, status=422 if form.errors else 200)


def _tell(request: HttpRequest, done: object, language: Language) -> None:
    """That it is on the record; and, where it counts for nothing yet, that somebody else has to confirm it."""
    if isinstance(done, Done) and IDENTITY in done.improves:
        messages.warning(request, say("complaints.release_waits", language))
    else:
        messages.success(request, say("complaints.act_done", language))
