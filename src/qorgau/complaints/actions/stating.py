"""Particulars and officers as entries: codes clear, names under the officer's own key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from qorgau.access.actor import Actor
from qorgau.complaints.entries import NAMED, OFFICER, SERVED_AT
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.facts.law import zone as zone_of
from qorgau.complaints.facts.register import institution
from qorgau.complaints.models import NamedRow
from qorgau.complaints.offered import NamedOfficer, Particulars
from qorgau.complaints.queries.reach import sees
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.custody.actions.at_hand import made_id
from qorgau.ledger.plain_values import IDENTIFIER
from qorgau.recording.drafts import Draft

NAMERS = ("victim", "witness", "document", "investigation")
DraftOf = Callable[..., Draft]


def checked_body(typed: str, *, field: str) -> str:
    """The id of an institution or a listed unit; refused otherwise."""
    if institution(typed) in bodies().bodies:
        return typed
    raise ComplaintRefusal("no_such_body", field=field, body=typed)


def checked_day(typed: str, *, field: str, now: int, may_come: bool = False) -> str:
    """A civil day, YYYY-MM-DD, that is not in the future; "" stays so."""
    if not typed:
        return ""
    try:
        day = date.fromisoformat(typed)
    except ValueError as error:
        raise ComplaintRefusal("no_day", field=field, typed=typed) from error
    if not may_come and day.toordinal() > zone_of("").civil_day(now):
        raise ComplaintRefusal("day_to_come", field=field, typed=typed)
    return typed


def particulars_facts(of: Particulars) -> dict[str, str | int]:
    """What a complaint says, as clear codes."""
    if of.accused_body and not IDENTIFIER.fullmatch(of.accused_body):
        raise ComplaintRefusal("no_such_body", field="accused_body", body=of.accused_body)
    return {
        "about": of.about.value if of.about else "",
        "allegation": of.allegation,
        "act_on": of.act_on,
        "at_place": of.place,
        "place_type": of.place_type,
        "region": of.region,
        "accused_body": institution(of.accused_body) if of.accused_body else "",
    }


def officer_drafts(
    draft: DraftOf, officer: NamedOfficer, *, actor: Actor, act: str, part: str, now: int
) -> Iterator[Draft]:
    """An officer named in a case, and where they serve, if that was said."""
    officer_id = checked_officer(officer, actor=actor, act=act, part=part)
    if officer.named_by not in NAMERS:
        raise ComplaintRefusal(
            "no_such_word", field="named_by", typed=officer.named_by, known=", ".join(NAMERS)
        )
    texts = {"name": officer.name, "rank": officer.rank, "described_as": officer.described_as}
    personal = {officer_id: {name: text.strip() for name, text in texts.items() if text.strip()}}
    yield draft(
        NAMED,
        part=part,
        facts={"named_by": officer.named_by, "allegation": officer.allegation},
        personal=personal,
        objects={OFFICER: (officer_id,)},
    )
    if officer.body:
        yield draft(
            SERVED_AT,
            part=f"{part}/served",
            facts=service_facts(officer.body, officer.since, officer.until, now=now),
            objects={OFFICER: (officer_id,)},
        )


def checked_officer(officer: NamedOfficer, *, actor: Actor, act: str, part: str) -> str:
    """The officer's id: of one whom the actor sees in some case, or a new one made from the act.

    Whoever merely has an id is answered as if there were no such officer: to attach it would show the name.
    """
    if not officer.officer:
        return made_id(act, f"{part}/id")
    named = NamedRow.objects.filter(officer_id=officer.officer).values_list("complaint_id", flat=True)
    if not any(sees(actor, each) for each in named):
        raise ComplaintRefusal("no_such_officer", field="officer")
    return officer.officer


def service_facts(body: str, since: str, until: str, *, now: int) -> dict[str, str | int]:
    """Where somebody served, from one civil day up to but not including another."""
    checked_body(body, field="body")
    checked_day(since, field="since", now=now)
    checked_day(until, field="until", now=now, may_come=True)
    if since and until and until <= since:
        raise ComplaintRefusal("ends_before_it_begins", field="until", begins=since, ends=until)
    return {"served_body": institution(body), "served_since": since, "served_until": until}
