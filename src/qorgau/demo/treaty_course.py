"""Who answers, what is planned, what is replied and what others say, in the treaty cycle of the demo."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from qorgau.access.actor import Actor
from qorgau.demo import treaty_words as words
from qorgau.demo.treaty_documents import CATALOGUE, OF_THE_MINISTRY, OF_THE_PRISONS, visited
from qorgau.demo.treaty_people import COALITION, COUNCIL, FOCAL_POLICE, FOCAL_PROSECUTOR, MINISTER
from qorgau.demo.treaty_plan import NOBODY_ANSWERS, PLAN, Planned, Step
from qorgau.demo.treaty_telling import CycleTelling
from qorgau.reading.structure.languages import language_of
from qorgau.treaty import actions
from qorgau.treaty.facts.words import Procedure
from qorgau.treaty.seats import book

_ASSIGNED, _VISITS_ASSIGNED = 200, 70


def leaf(name: str) -> str:
    """A recommendation of the catalogue."""
    return f"{CATALOGUE}#{name}"


def assign(told: CycleTelling, visits: str) -> None:
    """The council gives most recommendations to the bodies that the catalogue proposes."""
    by_bodies: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each in book().catalogue[CATALOGUE].leaves:
        if each.bodies and each.id not in NOBODY_ANSWERS:
            by_bodies[tuple(each.bodies)].append(leaf(each.id))
    for bodies, leaves in by_bodies.items():
        _answers(told, bodies, leaves, days=_ASSIGNED)
    _answers(told, ("mia",), [f"{visits}#{number}" for number in OF_THE_MINISTRY], days=_VISITS_ASSIGNED)
    prisons = [f"{visits}#{number}" for number in OF_THE_PRISONS]
    _answers(told, ("penitentiary_committee",), prisons, days=_VISITS_ASSIGNED)


def _answers(told: CycleTelling, bodies: tuple[str, ...], leaves: list[str], *, days: int) -> None:
    reason = words.DECIDED if days == _ASSIGNED else words.DECIDED_ON_VISITS
    told.once(
        f"responsible-{'-'.join(bodies)}-{days}",
        lambda key: actions.make_responsible(
            COUNCIL, leaves, lead=bodies[0], contributing=bodies[1:], since=told.day(days),
            reason=reason, now=told.ago(days), act_id=key,
        ),
    )  # fmt: skip


def plan(told: CycleTelling) -> None:
    """The council's plan, and what its leads said of each action."""
    for each in PLAN:
        made = told.once(f"action-{each.name}", lambda key, each=each: _planned(told, each, key))  # type: ignore[misc]
        for number, step in enumerate(each.steps):
            _stated(told, each, made, number, step)


def _planned(told: CycleTelling, each: Planned, key: str) -> actions.Done:
    new = actions.NewAction(
        recommendations=[leaf(name) for name in each.leaves],
        what=each.what,
        lead=each.lead,
        due=told.day(-each.due_in),
        budget=each.budget,
        currency="KZT" if each.budget else "",
    )
    return actions.plan_action(COUNCIL, new, now=told.ago(180), act_id=key)


def _stated(told: CycleTelling, each: Planned, action: str, number: int, step: Step) -> None:
    told.once(
        f"action-{each.name}-{number}",
        lambda key: actions.state_action(
            COUNCIL, action, step.state, on=told.day(step.days_ago), reason=step.reason,
            due=None if step.moved_to is None else told.day(-step.moved_to), now=told.ago(step.days_ago), act_id=key,
        ),
    )  # fmt: skip


def reply(told: CycleTelling, visits: str) -> None:
    """One reply waits for its clearance, one for its sending, and one went out a day late."""
    _prepared(told, "prepared", FOCAL_PROSECUTOR, [leaf("20(a)")], words.PREPARED, Procedure.REPORT, days=6)
    cleared = _prepared(
        told, "cleared", FOCAL_POLICE, [leaf("12(a)(iv)")], words.CLEARED, Procedure.REPORT, days=9
    )
    _cleared(told, "cleared", cleared, days=4)
    late = [f"{visits}#{number}" for number in OF_THE_MINISTRY[:2]]
    sent = _prepared(told, "sent", FOCAL_POLICE, late, words.SENT_LATE, Procedure.FOLLOW_UP, days=20)
    _cleared(told, "sent", sent, days=12)
    told.once(
        "reply-sent-2",
        lambda key: actions.send_reply(
            COUNCIL, sent, sent=visited(told) + timedelta(days=1), now=told.ago(11), act_id=key
        ),
    )


def _prepared(
    told: CycleTelling,
    name: str,
    actor: Actor,
    recommendations: list[str],
    text: str,
    procedure: Procedure,
    *,
    days: int,
) -> str:
    new = actions.NewReply(
        recommendations=recommendations, text=text, language=language_of(text), procedure=procedure
    )
    return told.once(
        f"reply-{name}-0", lambda key: actions.prepare_reply(actor, new, now=told.ago(days), act_id=key)
    )


def _cleared(told: CycleTelling, name: str, made: str, *, days: int) -> None:
    told.once(
        f"reply-{name}-1",
        lambda key: actions.clear_reply(MINISTER, made, note=words.READ, now=told.ago(days), act_id=key),
    )


def alternatives(told: CycleTelling) -> None:
    """What the coalition says: once in public against what the State says, once held back."""
    public = actions.NewAlternative(
        recommendations=[leaf("12(a)(iv)"), leaf("12(a)(i)")],
        title=words.CONTRADICTS_TITLE,
        text=words.CONTRADICTS,
        language="ru",
        published_on=told.day(5),
    )
    kept = actions.NewAlternative(
        recommendations=[leaf("12(a)(vi)")],
        title=words.HELD_BACK_TITLE,
        text=words.HELD_BACK,
        language="kk",
    )
    for name, new in (("public", public), ("held-back", kept)):
        told.once(
            f"alternative-{name}",
            lambda key, new=new: actions.take_alternative(COALITION, new, now=told.ago(5), act_id=key),  # type: ignore[misc]
        )
