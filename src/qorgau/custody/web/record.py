"""The custody record: its timeline, its clocks at a glance, and who is still missing."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.views.decorators.http import require_GET

from qorgau.access.actor import Actor
from qorgau.access.permission import may, reach
from qorgau.access.queries import account_names
from qorgau.access.request import actor_of, moment_of
from qorgau.access.roles import Role
from qorgau.access.web import permit
from qorgau.custody.actions import open_record
from qorgau.custody.document.record_rulings import binding, comparisons
from qorgau.custody.entries import usual_ground
from qorgau.custody.facts.record import CustodyRecord
from qorgau.custody.kind_forms import KindForm, Touch, group_titles, kind_forms
from qorgau.custody.queries.looking import openings
from qorgau.custody.queries.persons import custodies_of_person
from qorgau.custody.queries.reach import sees, whereabouts_of
from qorgau.custody.queries.record import record
from qorgau.custody.refusal import NoSuchCustody
from qorgau.custody.web.board import lines_of
from qorgau.custody.web.body_chart import chart_of
from qorgau.custody.web.care import care_lines, property_lines
from qorgau.custody.web.lasting import lasting
from qorgau.custody.web.lines import clock_line, verdict_lines
from qorgau.custody.web.names import name_of
from qorgau.custody.web.timeline import timeline_of
from qorgau.custody.web.titles import (
    body_name,
    button_word,
    cell_title,
    fact_word,
    fact_words,
    kind_title,
    place_title,
    place_titles,
    source_title,
)
from qorgau.lawbook import Language
from qorgau.recording.drafts import new_entry_id
from qorgau.wording import in_language
from qorgau.wording.templatetags.wording import active_language

_FIELD = "RegisterFieldRecorded"
_MOST_OVERDUE = 3
_AT_ONCE = ("RightsExplained", "ReasonsGiven", "MealGiven", "RestGiven", "WelfareChecked", "LawyerMet",
            "RelativeTold", "ProsecutorTold", "HearingRequested", "MedicalExaminationRequested",
)  # fmt: skip


@permit("custody.see")
@require_GET
def record_page(request: HttpRequest, custody_id: str) -> HttpResponse:
    """One custody; that it was opened is an entry."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    if not may(actor, "custody.read"):
        # What article 18 entitles a relative to has a page of its own, which enters the look by itself.
        if not sees(actor, custody_id):
            raise Http404
        return redirect(f"/lookup/{custody_id}/")
    found = seen_record(actor, custody_id, now=now)
    return render(request, "custody/record.html", page_of(found, actor, language))


def seen_record(actor: Actor, custody_id: str, *, now: int) -> CustodyRecord:
    """The record, once the look is entered; 404 alike for what is not there and what may not be seen."""
    try:
        open_record(actor, custody_id, because=usual_ground(actor.role), now=now)
        return record(actor, custody_id, as_of=now)
    except NoSuchCustody as refusal:
        raise Http404(refusal.said(active_language())) from refusal


def page_of(found: CustodyRecord, actor: Actor, language: Language) -> dict[str, Any]:
    """Everything the page shows."""
    where = found.whereabouts
    national, national_aside = verdict_lines(found.national, found, language)
    standards, standards_aside = verdict_lines(binding(found.standards), found, language)
    compared, _ = verdict_lines(comparisons(found.standards), found, language)
    return {
        "record": found,
        "zone": found.zone,
        "as_of": found.as_of,
        "name": name_of(found, language),
        "held_for": found.as_of - found.apprehended[0].earliest if found.apprehended else None,
        "place": place_title(where.place, language) if where.place else "",
        "cell": cell_title(where.cell),
        "destination": place_title(where.destination, language) if where.destination else "",
        "body": body_name(found.body, language),
        "said_ended_by": capfirst(source_title(where.said_ended_by, language)),
        "said_ended_kind": where.said_ended.capitalize(),
        "unconfirmed_for": found.as_of - (where.since or found.as_of),
        "overdue_clocks": [clock_line(each) for each in found.overdue_clocks[:_MOST_OVERDUE]],
        "more_overdue": max(0, len(found.overdue_clocks) - _MOST_OVERDUE),
        "next_clocks": [clock_line(each) for each in found.next_clocks],
        "national": national,
        "national_aside": national_aside,
        "standards": standards,
        "standards_aside": standards_aside,
        "compared": compared,
        "timeline": timeline_of(found, actor, language),
        "at_once": _at_once(found, language),
        "act_id": new_entry_id,
        "stays": _stays(found, language),
        "others": _others(found, actor, language),
        "looks": _looks(found, actor, language),
        "missing": missing_lines(found, language),
        "register": register_lines(found),
        "ground": fact_word("ground", found.ground, language),
        "chart": chart_of(found.entries, language),
        "lasting": lasting(found, language),
        "care": care_lines(found, language),
        "property": property_lines(found, language),
        "waiting": _waiting(found),
        **_permissions(found, actor),
    }


def _at_once(found: CustodyRecord, language: Language) -> list[tuple[str, str]]:
    """What one button adds, the ordinary acts first; nothing once custody has ended."""
    forms = kind_forms()
    open_roles = open_objects(found)
    usable = (forms[kind] for kind in _AT_ONCE if kind in found.may_add and kind in forms)
    missing = {each.adds for each in found.missing}
    return [
        (form.kind, button_word(form.kind, language))
        for form in usable
        if form.touch is Touch.ONE
        and form.kind not in missing
        and (not form.ends or open_roles.get(form.ends))
    ]


def open_objects(found: CustodyRecord) -> dict[str, list[tuple[str, int, str]]]:
    """Role -> what began and has not ended: id, when it began, the kind that began it."""
    forms, begun = kind_forms(), dict[tuple[str, str], tuple[int, str]]()
    for entry in found.timeline:
        form = forms.get(entry.kind)
        if form is None or not entry.counts:
            continue
        for each in entry.objects.get(form.starts, ()) if form.starts else ():
            begun.setdefault((form.starts, each), (entry.at, entry.kind))
        for each in entry.objects.get(form.ends, ()) if form.ends else ():
            begun.pop((form.ends, each), None)
    result: dict[str, list[tuple[str, int, str]]] = {}
    for (role, each), (at, kind) in begun.items():
        result.setdefault(role, []).append((each, at, kind))
    return result


def groups_of_forms(found: CustodyRecord, language: Language) -> list[tuple[str, list[KindForm]]]:
    """What the actor may add, by group, in the order of the table."""
    addable = [form for kind, form in kind_forms().items() if kind in found.may_add]
    return [
        (in_language(title, language), of_group)
        for group, title in group_titles().items()
        if (of_group := [form for form in addable if form.group == group])
    ]


def missing_lines(found: CustodyRecord, language: Language) -> list[dict[str, Any]]:
    """Who is still missing, and the words on the button that adds them."""
    return [
        {"who": each.who, "asked_at": each.asked_at, "kind": each.adds,
         "adds": button_word(each.adds, language) if each.adds in found.may_add else ""}
        for each in found.missing
    ]  # fmt: skip


def register_lines(found: CustodyRecord) -> list[dict[str, Any]]:
    """The fields of article 17 (3), part by part, with the kinds that fill their gaps."""
    titles = fact_words("field")
    return [
        {
            "field": field,
            "parts": [
                (titles.get(part, {Language.EN: part}), field.filled.get(part)) for part in field.needed
            ],
            "fills": [
                (kind, titles.get(part, kind_title(kind)), part if kind == _FIELD else "")
                for kind, part in zip(field.adds, field.gaps, strict=True)
                if kind in found.may_add
            ],
        }
        for field in found.register
    ]


def _stays(found: CustodyRecord, language: Language) -> list[dict[str, Any]]:
    titles = place_titles((stay.place for stay in found.stays), language)
    return [
        {"stay": stay, "place": titles.get(stay.place, stay.place), "cell": cell_title(stay.cell)}
        for stay in found.stays
    ]


def _others(found: CustodyRecord, actor: Actor, language: Language) -> list[Any]:
    if actor.role in (Role.LAWYER, Role.RELATIVE):
        return []
    rows = custodies_of_person(actor, found.identity.person, as_of=found.as_of)
    return list(lines_of(tuple(row for row in rows if row.custody != found.custody), language))


def _looks(found: CustodyRecord, actor: Actor, language: Language) -> list[Any] | None:
    if not sees(actor, found.custody, act="looks.see"):
        return None
    seen = openings(actor, found.custody)
    names = account_names(each.account for each in seen)
    return [{"look": each, "who": names.get(each.account, each.account)} for each in seen]


def _waiting(found: CustodyRecord) -> list[Any]:
    return [entry for entry in found.entries if entry.needs_confirmation and not entry.confirmed_by]


def _permissions(found: CustodyRecord, actor: Actor) -> dict[str, bool]:
    at = whereabouts_of(found.custody)
    acts = {
        "may_answer": "custody.answer_breach",
        "may_confirm": "custody.confirm_correction",
        "may_document": "custody.document",
        "may_join": "custody.join",
    }
    can = {name: may(actor, act, at=at) for name, act in acts.items()}
    return {**can, "may_see_board": reach(actor, "board.see") is not None}
