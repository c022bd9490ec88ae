"""An officer across cases: what was alleged and what became of it, kept apart; nothing here says guilt."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from qorgau.access.actions import note_list
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.clock import Zone
from qorgau.complaints.facts.case import Service
from qorgau.complaints.facts.law import zone as zone_of_law
from qorgau.complaints.facts.listed import CaseOfOfficer
from qorgau.complaints.queries import officer_history
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.complaints.web.words import body_word, findings_said, status_word
from qorgau.custody.web.titles import fact_word
from qorgau.lawbook import Language
from qorgau.wording import say, say_instant
from qorgau.wording.templatetags.wording import active_language


@permit("complaints.officers")
@require_GET
def officer_page(request: HttpRequest, officer_id: str) -> HttpResponse:
    """One officer in every case that names them."""
    actor, language, zone = actor_of(request), active_language(), zone_of_law("")
    try:
        found = officer_history(actor, officer_id)
    except ComplaintRefusal as refusal:
        raise Http404(refusal.said(language)) from refusal
    note_list(
        actor,
        "complaints.officers",
        filters={"officer": officer_id},
        rows=len(found.cases),
        now=moment_of(request),
    )
    still = say("complaints.still", language)
    shown = {
        "name": found.name or say("complaints.officer_name_hidden", language),
        "services": [
            (body_word(each.body, language), each.since or "…", each.until or still)
            for each in found.services
            if isinstance(each, Service)
        ],
        "cases": [_case(each, zone, language) for each in found.cases],
    }
    return render(request, "complaints/officer.html", shown)


def _case(case: CaseOfOfficer, zone: Zone, language: Language) -> dict[str, str]:
    if not case.readable:
        return _elsewhere(case, zone, language)
    pending = say("complaints.pending", language)
    imposed = fact_word("disciplinary_penalty", case.imposed, language)
    if imposed and not case.final:
        imposed = f"{imposed} ({say('complaints.not_final', language)})"
    return {
        "number": case.complaint,
        "href": reverse("complaints:case", args=[case.complaint]),
        "when": say_instant(case.named_at, zone, language),
        "allegation": fact_word("allegation", case.allegation, language) or "–",
        "finding": findings_said(case.charges, language),
        "recommended": fact_word("disciplinary_penalty", case.recommended, language) or pending,
        "imposed": imposed or pending,
        "state": status_word(case.status, language),
    }


def _elsewhere(case: CaseOfOfficer, zone: Zone, language: Language) -> dict[str, str]:
    """A case beyond the actor's reach: that there is one, and nothing of it."""
    said = dict.fromkeys(("allegation", "finding", "recommended", "imposed", "state"), "–")
    return {
        **said,
        "number": say("complaints.case_elsewhere", language),
        "href": "",
        "when": say_instant(case.named_at, zone, language),
    }
