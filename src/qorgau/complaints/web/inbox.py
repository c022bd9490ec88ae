"""The inbox: what is new and sealed, and every case by the next time limit, refreshed as one looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from qorgau.access.actions import note_list, note_refreshed
from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, may, reach
from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.entries import About, Status
from qorgau.complaints.facts.law import law
from qorgau.complaints.facts.law import zone as zone_of_law
from qorgau.complaints.models import ComplaintClockRow, ComplaintRow
from qorgau.complaints.queries.desk import ORDERS, Desk, DeskLine, Wanted, desk
from qorgau.complaints.web.choosing import body_choices, fact_choices
from qorgau.complaints.web.words import about_word, body_word, place_word, status_word
from qorgau.custody.citing import cited
from qorgau.custody.web.asked import number
from qorgau.lawbook import Language, Safeguard
from qorgau.wording import in_language, say, say_instant
from qorgau.wording.templatetags.wording import active_language

AGES = (7, 30, 90, 365)
_SUMS = ("sealed", "overdue", "soon", "all")


@dataclass(frozen=True, kw_only=True)
class NextClock:
    """The clock that runs out first, for the bar."""

    title: str
    basis: str
    source: str
    state: str
    triggered_at: int
    due_at: int | None
    met_at: int | None = None


@dataclass(frozen=True, kw_only=True)
class CaseLine:
    """One case in the inbox."""

    id: str
    number: str
    about: str
    place: str
    status: str
    body: str
    lodged: str
    age: int
    breaches: int
    tags: tuple[tuple[str, str], ...]
    clock: NextClock | None


@permit("complaints.see", keeps_awake=False)
@require_GET
def inbox_page(request: HttpRequest) -> HttpResponse:
    """The complaints within the actor's reach; htmx fetches the list again every 15 seconds."""
    actor, now, language = actor_of(request), moment_of(request), active_language()
    wanted = _asked(request.GET.dict())
    found = desk(actor, wanted, as_of=now, page=number(request, "page"))
    shown = {
        "as_of": now,
        **_list(found, actor, language),
        "is_narrowed": wanted != Wanted(order=wanted.order),
    }
    if request.headers.get("HX-Request"):
        # Anybody can send this header: what no page was opened for is noted here.
        note_refreshed(actor, "complaints.see", filters=request.GET.dict(), rows=len(found.lines), now=now)
        return render(request, "complaints/inbox_list.html", shown)
    note_list(actor, "complaints.see", filters=request.GET.dict(), rows=len(found.lines), now=now)
    return render(request, "complaints/inbox.html", {**shown, **_frame(actor, wanted, language)})


def case_lines(rows: Iterable[DeskLine], language: Language) -> list[CaseLine]:
    """Rows in words."""
    return [_line(each, language) for each in rows]


def tags_of(row: ComplaintRow, language: Language) -> tuple[tuple[str, str], ...]:
    """What a reader of a list must not overlook, each with its colour."""
    found = (
        ("tag_sent_back", "red", row.sent_back_at is not None),
        ("tag_reprisal", "red", row.reprisals > 0),
        ("tag_withdrawal", "amber", row.withdrawal_asked),
        ("tag_outside", "violet", row.outside),
        ("linked", "grey", bool(row.linked_to)),
    )
    return tuple((say(f"complaints.{key}", language), colour) for key, colour, holds in found if holds)


def _line(line: DeskLine, language: Language) -> CaseLine:
    row = line.row
    return CaseLine(
        id=row.complaint_id,
        number=row.complaint_id,
        about=about_word(row.about, language),
        place=place_word(row.place_id, language),
        status=status_word(row.status, language),
        body=body_word(row.body_id or row.to_body, language),
        lodged=say_instant(row.lodged_at, zone_of_law(row.zone), language),
        age=line.age_days,
        breaches=row.breaches,
        tags=tags_of(row, language),
        clock=_clock(line.clock, line.state, language) if line.clock else None,
    )


def _clock(row: ComplaintClockRow, state: str, language: Language) -> NextClock | None:
    rule = law().safeguards.get(row.safeguard)
    if rule is None:
        return None
    return NextClock(
        title=in_language(rule.title, language),
        basis=row.basis,
        source=cited(_source(rule, row.basis), language),
        state=state,
        triggered_at=row.triggered_at,
        due_at=row.due_at if row.has_figure else None,
    )


def _source(rule: Safeguard, basis: str) -> str:
    """The latest source of this weight that sets the limit."""
    found = [dated.source for line in rule.limits for dated in line.dated if dated.basis.value == basis]
    return found[-1] if found else ""


def _list(found: Desk, actor: Actor, language: Language) -> dict[str, Any]:
    return {
        "lines": case_lines(found.lines, language),
        "sealed": case_lines(found.sealed, language),
        "may_open": may(actor, "complaints.read_sealed"),
        "total": found.total,
        "previous": found.page - 1 if found.page > 1 else None,
        "next": found.page + 1 if found.page < found.pages else None,
        "sums": [(key, found.sums[key]) for key in _SUMS],
    }


def _asked(typed: Mapping[str, str]) -> Wanted:
    """What the address asks; an unknown word asks nothing."""
    older = typed.get("older", "")
    return Wanted(
        status=_one_of(typed.get("status", ""), [each.value for each in Status]),
        body=typed.get("body", "")[:128],
        about=_one_of(typed.get("about", ""), [each.value for each in About]),
        older_than=int(older) if older in {str(each) for each in AGES} else 0,
        order=_one_of(typed.get("order", ""), list(ORDERS)) or "due",
    )


def _frame(actor: Actor, wanted: Wanted, language: Language) -> dict[str, Any]:
    return {
        "choices": _choices(actor, wanted, language),
        "may_register": may(actor, "complaints.register"),
        "may_hear": may(actor, "complaints.hearing"),
        "may_oversee": may(actor, "complaints.oversight"),
        "may_watch": may(actor, "complaints.watch"),
    }


def _choices(actor: Actor, wanted: Wanted, language: Language) -> list[dict[str, Any]]:
    """The filters; which body is asked only of whoever sees more than one."""
    ages = [(str(each), say(f"complaints.older_{each}", language)) for each in AGES]
    orders = [(each, say(f"complaints.order_{each}", language)) for each in ORDERS]
    states = [(each.value, status_word(each.value, language)) for each in Status]
    found = [
        ("status", "state", states, wanted.status, True),
        ("about", "about", fact_choices("about", language), wanted.about, True),
        ("older", "older_than", ages, str(wanted.older_than or ""), True),
        ("order", "order", orders, wanted.order, False),
    ]
    if reach(actor, "complaints.see") is Reach.EVERYWHERE:
        found.insert(1, ("body", "body", body_choices(language), wanted.body, True))
    return [
        {
            "name": name,
            "title": say(f"complaints.{title}", language),
            "options": options,
            "chosen": chosen,
            "any": blank,
        }
        for name, title, options, chosen, blank in found
    ]


def _one_of(word: str, known: list[str]) -> str:
    return word if word in known else ""
