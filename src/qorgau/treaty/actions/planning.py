"""Who answers for a recommendation, and what the council's plan does about it; a change is an entry, nothing is removed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.lawbook import Language
from qorgau.places.country import bodies
from qorgau.treaty.actions.acting import Act, Done, day_in_use, line, not_to_come, words
from qorgau.treaty.entries import ACTION, ACTION_PLANNED, ACTION_STATED, MADE_RESPONSIBLE, RECOMMENDATION
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.facts.words import ActionState
from qorgau.treaty.models import ActionRow, ActionStateRow, DocumentRow, RecommendationRow
from qorgau.treaty.queries.finding import document_row, recommendation_row
from qorgau.treaty.queries.reach import documents_seen, require_for
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal
from qorgau.treaty.seats import book

ASSIGN, PLAN = "treaty.assign", "treaty.plan"
_CURRENCY = re.compile("[A-Z]{3}")
_MOST_BUDGET = 10**15
_MOST = 500


@dataclass(frozen=True, kw_only=True)
class NewAction:
    """An action for the plan. what: in one language or several; budget: in whole units of the currency (ISO 4217)."""

    recommendations: Sequence[str]
    what: Mapping[str, str] | str
    lead: str
    due: date
    budget: int | None = None
    currency: str = ""
    contributing: Sequence[str] = ()


def make_responsible(
    actor: Actor,
    recommendation_ids: Sequence[str],
    *,
    lead: str,
    contributing: Sequence[str] = (),
    since: date,
    reason: str = "",
    now: int,
    act_id: str | None = None,
) -> Done:
    """Make a body answer for recommendations from a day on; who answered before stays in the history."""
    require(actor, ASSIGN)
    rows = everybodys(actor, recommendation_ids)
    act = Act.of(actor, act_id, now=now)
    day_in_use(since, field="since")
    for body in (lead, *contributing):
        known_body(body)
    given = {
        "lead": lead,
        "contributing": [body for body in dict.fromkeys(contributing) if body != lead],
        "since": since.isoformat(),
        "reason": words(reason, field="reason", needed=False, most=2000),
    }
    objects = {RECOMMENDATION: [row.key for row in rows]}
    if (held := act.held(rows[0].recommendation_id, given, of=objects)) is not None:
        return held
    for row in rows:
        if row.responsible_since and since.isoformat() < row.responsible_since:
            # Who answered on a past day is a fact of that day; a later word does not change it.
            raise TreatyRefusal("before_the_last", field="since", last=row.responsible_since)
    draft = act.draft(MADE_RESPONSIBLE, objects=objects, facts=given, on=min(since, act.today))
    return act.store([draft], made=rows[0].recommendation_id)


def plan_action(actor: Actor, new: NewAction, *, now: int, act_id: str | None = None) -> Done:
    """Enter an action in the plan."""
    known_body(new.lead)
    for body in new.contributing:
        known_body(body)
    require_for(actor, PLAN, [new.lead])
    rows = everybodys(actor, new.recommendations)
    for row in rows:
        # An action done makes a recommendation "said done": nobody says so of what another body answers for.
        require_for(actor, PLAN, [row.lead, *from_lines(row.contributing)])
    act = Act.of(actor, act_id, now=now)
    given = {
        "recommendations": [row.recommendation_id for row in rows],
        "what": _what(actor, new.what),
        "lead": new.lead,
        "contributing": list(dict.fromkeys(new.contributing)),
        "due": day_in_use(new.due, field="due").isoformat(),
        **_budget(new),
    }
    if (held := act.held(act.id(), given)) is not None:
        return held
    if new.due < act.today:
        raise TreatyRefusal("due_is_past", field="due", day=new.due.isoformat())
    objects = {ACTION: [act.id()], RECOMMENDATION: [row.key for row in rows]}
    facts = {**given, "on": act.today.isoformat()}
    return act.store([act.draft(ACTION_PLANNED, objects=objects, facts=facts)], made=act.id())


def state_action(
    actor: Actor,
    action_id: str,
    state: ActionState,
    *,
    on: date,
    reason: str = "",
    due: date | None = None,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Say how far an action has come. due: a new day, with a reason; the days it had before stay in sight."""
    row = ActionRow.objects.filter(pk=action_id).first()
    if row is None:
        raise NoSuchThing(action_id)
    require_for(actor, PLAN, [row.lead])
    act = Act.of(actor, act_id, now=now)
    moved = due is not None and due.isoformat() != row.due
    needs = state is ActionState.STOPPED or moved
    given = {
        "state": state.value,
        "on": on.isoformat(),
        "due": day_in_use(due, field="due").isoformat() if due is not None else "",
        "reason": words(reason, field="reason", needed=needs, most=2000),
    }
    if (held := act.held(action_id, given, of={ACTION: [action_id]})) is not None:
        return held
    not_to_come(on, act, field="on")
    last = ActionStateRow.objects.filter(action_id=action_id).order_by("-number").first()
    if last is not None and on.isoformat() < last.on:
        raise TreatyRefusal("before_the_last", field="on", last=last.on)
    keys = [key_of(each) for each in from_lines(row.recommendations)]
    draft = act.draft(ACTION_STATED, objects={ACTION: [action_id], RECOMMENDATION: keys}, facts=given, on=on)
    return act.store([draft], made=action_id)


def rows_of(actor: Actor, recommendation_ids: Sequence[str]) -> list[RecommendationRow]:
    """The recommendations named; refused where one is unknown or none is named."""
    if not recommendation_ids or len(recommendation_ids) > _MOST:
        raise TreatyRefusal("name_recommendations", field="recommendations", most=_MOST)
    return [recommendation_row(actor, each) for each in dict.fromkeys(recommendation_ids)]


def everybodys(actor: Actor, recommendation_ids: Sequence[str]) -> list[RecommendationRow]:
    """The same, where what is to be said of them is said to everybody: none of them may be held back."""
    rows = rows_of(actor, recommendation_ids)
    if any(row.held_back for row in rows):
        raise TreatyRefusal("held_back_still", field="recommendations")
    return rows


def source_document(actor: Actor, name: str) -> str:
    """The id of a document that something said to everybody rests on, "" for none; refused for one that is held back."""
    if not name:
        return ""
    row = document_row(actor, name)
    if row.held_back and not row.published_on:
        raise TreatyRefusal("held_back_still", field="document")
    return row.document_id


def not_before_adoption(day: date, rows: Sequence[RecommendationRow], *, field: str) -> None:
    """Refuse a day on which nobody had asked for anything yet."""
    adopted = adopted_on({row.stem for row in rows})
    if adopted is not None and day < adopted:
        raise TreatyRefusal("before_adoption", field=field, day=adopted.isoformat())


def adopted_on(stems: Collection[str]) -> date | None:
    """The first day on which a document of these names was adopted, as far as everybody may know."""
    days = documents_seen(DocumentRow.objects.filter(stem__in=stems, accepted_at__isnull=False), None)
    catalogued = [book().catalogue[stem].adopted for stem in stems if stem in book().catalogue]
    known = days.exclude(adopted="").values_list("adopted", flat=True)
    return min([*map(date.fromisoformat, known), *catalogued], default=None)


def known_body(body: str) -> str:
    """The id of an institution of the country; refused otherwise."""
    if body not in bodies().bodies:
        raise TreatyRefusal("no_such_body", field="body", body=body)
    return body


def _what(actor: Actor, what: Mapping[str, str] | str) -> dict[str, str]:
    said = {actor.language.value: what} if isinstance(what, str) else what
    known = {language.value for language in Language}
    told = {
        name: words(text, field="what", most=4000)
        for name, text in said.items()
        if name in known and text.strip()
    }
    if not told:
        raise TreatyRefusal("nothing_typed", field="what")
    return told


def _budget(new: NewAction) -> dict[str, object]:
    if new.budget is None:
        return {}
    currency = line(new.currency, field="currency").upper()
    if not is_budget(new.budget, currency):
        raise TreatyRefusal("no_budget", field="budget")
    return {"budget": new.budget, "currency": currency}


def is_budget(budget: int | None, currency: str) -> bool:
    """Whether a budget can be meant: none, or whole units of a currency that a treasury could hold."""
    if budget is None:
        return not currency
    return 0 <= budget <= _MOST_BUDGET and bool(_CURRENCY.fullmatch(currency))
