"""The page of a case: where it stands, what runs out, what may be done, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actor import Actor
from qorgau.access.permission import may
from qorgau.access.queries import account_names
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.documents.paper import Paper
from qorgau.complaints.entries import Status
from qorgau.complaints.facts.case import Case
from qorgau.complaints.facts.law import law
from qorgau.complaints.facts.listed import LeftBehind
from qorgau.complaints.queries import left_behind, openings
from qorgau.complaints.web.acting import acts_open
from qorgau.complaints.web.clock_lines import ClockLine, clock_line, next_clocks, worst_first
from qorgau.complaints.web.events import event_lines
from qorgau.complaints.web.marking import mark_lines
from qorgau.complaints.web.messaging import messages_of
from qorgau.complaints.web.opening import seen_case
from qorgau.complaints.web.parts import decision_lines, evidence_lines, gap_lines, officer_lines
from qorgau.complaints.web.protecting import protection_lines
from qorgau.complaints.web.runs import run_line
from qorgau.complaints.web.words import about_word, body_word, place_word, status_colour, status_word
from qorgau.custody.facts.clocks import Clock
from qorgau.custody.web.titles import fact_word
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id
from qorgau.wording import in_language, say, say_day, say_instant, say_plural
from qorgau.wording.templatetags.wording import active_language


@permit("complaints.see")
@require_GET
def case_page(request: HttpRequest, complaint_id: str) -> HttpResponse:
    """One case; that it was opened is an entry."""
    actor, language = actor_of(request), active_language()
    found = seen_case(actor, complaint_id, now=moment_of(request))
    return render(request, "complaints/case.html", page_of(found, actor, language))


def page_of(case: Case, actor: Actor, language: Language) -> dict[str, Any]:
    """Everything the page shows."""
    zone, now = case.zone, case.as_of

    def lines(clocks: Iterable[Clock]) -> list[ClockLine]:
        return [clock_line(each, zone=zone, as_of=now, language=language) for each in clocks]

    officers = officer_lines(case, language, history=may(actor, "complaints.officers"))
    enters = "complaints.move" in case.may
    runs = [run_line(each, zone=zone, language=language, enters=enters) for each in case.runs]
    return {
        "complaint_id": case.complaint,
        "number": case.number or case.complaint,
        "zone": zone,
        "as_of": now,
        "about": about_word(case.about, language),
        "status": status_word(case.status.value, language),
        "status_colour": status_colour(case.status.value),
        "tags": _tags(case, language),
        "facts": _facts(case, language),
        "marks": mark_lines((mark for each in case.runs for mark in each.standing.marks), language),
        "next_clocks": lines(next_clocks(case.clocks)),
        "verdicts": lines(worst_first(case.clocks)),
        "runs": runs,
        "has_moves": any(run.own_moves for run in runs),
        "events": event_lines(case, language),
        "officers": officers,
        "penalties": [each for each in officers if each.has_outcome],
        "evidence": evidence_lines(case, language, may_move="complaints.evidence" in case.may),
        "gaps": gap_lines(case, language),
        "decisions": decision_lines(case, language, may_serve="complaints.move" in case.may),
        "protection": protection_lines(case, language),
        "linked": case.linked_to,
        "papers": [(each.value, say(f"complaints.paper_title_{each.value}", language)) for each in Paper],
        "act_id": new_entry_id,
        **messages_of(case, actor, language),
        **_permissions(case, actor, language),
    }


def _permissions(case: Case, actor: Actor, language: Language) -> dict[str, Any]:
    return {
        "may_read_sealed": case.is_sealed and case.read_at is None and "complaints.read_sealed" in case.may,
        "may_assign": "complaints.assign" in case.may and case.status is not Status.RECEIVED,
        "acts": acts_open(case, actor, language),
        "procedures": _procedures(case, language) if "complaints.move" in case.may else [],
        "looks": _looks(case, actor, language) if "complaints.looks" in case.may else None,
        "leaver": any(case.complaint in each.complaints for each in _left(case, actor)),
        "may_hand_over": "complaints.assign" in case.may,
    }


def _procedures(case: Case, language: Language) -> list[tuple[str, str]]:
    """Procedures that do not run in this case yet."""
    running = {run.procedure.id for run in case.runs if not run.standing.ended}
    known = law().procedures
    return [(key, in_language(each.title, language)) for key, each in known.items() if key not in running]


def _left(case: Case, actor: Actor) -> tuple[LeftBehind, ...]:
    return left_behind(actor, now=case.as_of) if may(actor, "complaints.assign") else ()


def _looks(case: Case, actor: Actor, language: Language) -> list[tuple[str, str, str]]:
    found = openings(actor, case.complaint)
    names = account_names(each.account for each in found)
    return [
        (
            say_instant(each.at, case.zone, language),
            names.get(each.account, each.account),
            fact_word("looked_because", each.because, language),
        )
        for each in found
    ]


def _tags(case: Case, language: Language) -> list[tuple[str, str]]:
    tags = []
    if case.sent_back_at is not None:
        tags.append((say("complaints.tag_sent_back", language), "red"))
    if case.reprisals:
        tags.append((say("complaints.tag_reprisal", language), "red"))
    if case.withdrawal_asked_at is not None:
        tags.append((say("complaints.tag_withdrawal", language), "amber"))
    if case.outside:
        tags.append((say("complaints.tag_outside", language), "violet"))
    if case.linked_to:
        tags.append((say("complaints.linked", language), "grey"))
    return tags


def _facts(case: Case, language: Language) -> list[tuple[str, str, str]]:
    """Title, value and a note, line by line."""
    hour = say("complaints.lodged_hour", language) if case.is_sealed else ""
    rows = [
        ("lodged", say_instant(case.lodged_at, case.zone, language), hour),
        ("age", _days(case, language), ""),
        ("way", fact_word("way", case.way, language), ""),
        ("registered", _instant(case.registered_at, case, language), ""),
        ("place", place_word(case.place, language), ""),
        ("act_on", _day(case, language), ""),
        ("allegation", fact_word("allegation", case.allegation, language), ""),
        ("accused_body", body_word(case.accused_body, language), ""),
        ("to_body", body_word(case.to_body, language), ""),
        ("has_it", body_word(case.body, language) or say("complaints.nobody_has_it", language), ""),
        ("complainant", *_complainant(case, language)),
    ]
    return [(say(f"complaints.{key}", language), value, note) for key, value, note in rows if value]


def _complainant(case: Case, language: Language) -> tuple[str, str]:
    told = case.told
    if told.hidden or (told.sealed and not told.name):
        return say("complaints.complainant_hidden", language), ""
    name = told.name or fact_word("naming", case.naming, language)
    contact = " · ".join(each for each in (told.contact, told.contact_safe) if each)
    return name, contact


def _day(case: Case, language: Language) -> str:
    return say_day(date.fromisoformat(case.act_on), language) if case.act_on else ""


def _days(case: Case, language: Language) -> str:
    return say_plural("complaints.days_old", case.age_days, language)


def _instant(at: int | None, case: Case, language: Language) -> str:
    return say_instant(at, case.zone, language) if at is not None else ""
