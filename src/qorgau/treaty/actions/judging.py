"""What a person says of a recommendation: what it is about, what it is linked with, what measures it."""

from __future__ import annotations

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.treaty.actions.acting import NO, YES, Act, Done, line, words
from qorgau.treaty.entries import (
    CLASSIFIED,
    LINK,
    LINK_JUDGED,
    MEASURE_TIED,
    RECOMMENDATION,
)
from qorgau.treaty.evidence.measures import require_measure
from qorgau.treaty.facts.naming import SIGN, link_key
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import Judgement, Tie
from qorgau.treaty.queries.finding import keys_seen, recommendation_row
from qorgau.treaty.refusal import NoSuchRecommendation, TreatyRefusal
from qorgau.treaty.vocabulary import require_codes

CORRECT, LINKS = "treaty.correct", "treaty.link"
_HOW = ("", "stated", "exact_reuse", "paraphrase")


def classify(
    actor: Actor,
    recommendation_id: str,
    classes: Classes,
    *,
    reason: str,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Say what a recommendation is about; a person's word stands over any classifier, earlier or later."""
    require(actor, CORRECT)
    row = recommendation_row(actor, recommendation_id)
    act = Act.of(actor, act_id, now=now)
    lists = {
        "subjects": classes.subjects,
        "people": classes.people,
        "sdg": classes.sdg,
        "measures": classes.measures,
    }
    for name, codes in lists.items():
        require_codes(name, codes)
    told: dict[str, object] = {name: list(codes) for name, codes in lists.items() if codes}
    if classes.strength:
        require_codes("strengths", (classes.strength,))
        told["strength"] = classes.strength
    facts = {"classes": told, "reason": words(reason, field="reason", most=2000)}
    if (held := act.held(row.recommendation_id, facts, of={RECOMMENDATION: [row.key]})) is not None:
        return held
    draft = act.draft(CLASSIFIED, objects={RECOMMENDATION: [row.key]}, facts=facts)
    return act.store([draft], made=row.recommendation_id)


def judge_link(
    actor: Actor,
    left_id: str,
    right_id: str,
    judgement: Judgement,
    *,
    how: str = "",
    reason: str,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Say whether two demands are the same; a later word stands over an earlier one, which stays in the history.

    The demands need not be tracked: what an organisation asked for and a committee did not take up is a link too.
    """
    require(actor, LINKS)
    if how not in _HOW:
        raise TreatyRefusal("no_such_word", field="how", typed=how, known=", ".join(filter(None, _HOW)))
    left, right = _demand(actor, left_id), _demand(actor, right_id)
    if left == right:
        raise TreatyRefusal("linked_with_itself", field="right")
    act = Act.of(actor, act_id, now=now)
    given = {
        "left": left,
        "right": right,
        "judgement": judgement.value,
        "how": how,
        "reason": words(reason, field="reason", most=2000),
    }
    link = link_key(left, right)
    if (held := act.held(link, given)) is not None:
        return held
    objects = {LINK: [link], RECOMMENDATION: list(keys_seen(actor, (left, right)).values())}
    return act.store([act.draft(LINK_JUDGED, objects=objects, facts=given)], made=link)


def _demand(actor: Actor, name: str) -> str:
    try:
        return recommendation_row(actor, name).recommendation_id
    except NoSuchRecommendation:
        if name.count(SIGN) != 1 or len(line(name, field="right")) < 3:
            raise
        return name


def tie_measure(
    actor: Actor,
    recommendation_id: str,
    tie: Tie,
    name: str,
    *,
    holds: bool = True,
    reason: str,
    now: int,
    act_id: str | None = None,
) -> Done:
    """Say that a safeguard, figure or article measures a recommendation, beside what the catalogue says; or that it
    does not. What the catalogue says stays in sight with who set it aside.
    """  # fmt: skip
    require(actor, LINKS)
    row = recommendation_row(actor, recommendation_id)
    require_measure(tie, name)
    act = Act.of(actor, act_id, now=now)
    given = {
        "tie": tie.value,
        "name": name,
        "holds": YES if holds else NO,
        "reason": words(reason, field="reason", most=2000),
    }
    if (held := act.held(row.recommendation_id, given, of={RECOMMENDATION: [row.key]})) is not None:
        return held
    draft = act.draft(MEASURE_TIED, objects={RECOMMENDATION: [row.key]}, facts=given)
    return act.store([draft], made=row.recommendation_id)
