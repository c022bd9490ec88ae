"""Start from the law's own catalogue: what a document asks, in our words, and what followed, each with its source."""

from __future__ import annotations

from typing import Any

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.lawbook import Language
from qorgau.lawbook.committees import SenderKind
from qorgau.lawbook.follow_up import Cycle, Sent, SentPaper
from qorgau.lawbook.recommendations import Asked, Catalogue
from qorgau.recording.drafts import Draft
from qorgau.treaty.actions.accepting import PARAPHRASE
from qorgau.treaty.actions.acting import NO, YES, Act, Done, held_entry, tried_twice
from qorgau.treaty.entries import (
    ASSESSMENT,
    ASSESSMENT_TAKEN,
    DEADLINE,
    DEADLINE_SET,
    RECOMMENDATION,
    RECOMMENDATION_TAKEN,
    REPLY,
    REPLY_TAKEN,
)
from qorgau.treaty.facts.naming import joined, key_of
from qorgau.treaty.facts.words import About, DueWhat, Procedure, Sender
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.queries.reach import recommendations_seen
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book

TAKE, ASSESS = "treaty.take", "treaty.assess"
_KINDS = {
    SenderKind.TREATY_BODY: Sender.TREATY_BODY,
    SenderKind.SUBCOMMITTEE: Sender.SUBCOMMITTEE,
    SenderKind.REVIEW: Sender.UPR,
    SenderKind.NATIONAL: Sender.OTHER,
}


def take_catalogue(actor: Actor, symbol: str, *, now: int) -> Done:
    """Track what the catalogue knows of a document. Its words are ours, marked so, until the document itself is taken."""
    require(actor, TAKE)
    return tried_twice(lambda: _tracked(actor, symbol, now=now))


def _tracked(actor: Actor, symbol: str, *, now: int) -> Done:
    catalogue = book().catalogue.get(symbol)
    if catalogue is None:
        raise TreatyRefusal("no_catalogue", symbol=symbol, known=", ".join(sorted(book().catalogue)))
    act = Act(actor=actor, key=f"catalogue/{symbol}", now=now)
    keys = {leaf.id: key_of(joined(symbol, leaf.id)) for leaf in catalogue.leaves}
    # A copy that somebody holds back is no reason to tell others that all is tracked already.
    tracked = recommendations_seen(RecommendationRow.objects.filter(key__in=keys.values()), None)
    held = set(tracked.values_list("key", flat=True))
    new = [(place, each) for place, each in enumerate(catalogue.leaves, start=1) if keys[each.id] not in held]
    drafts = [_leaf(act, catalogue, each, place) for place, each in new]
    if not drafts:
        return Done(made=symbol, entries=(), is_new=False)
    cycle = book().follow_up.get(symbol)
    return act.store([*drafts, *(_deadlines(act, cycle) if cycle else [])], made=symbol)


def take_follow_up(actor: Actor, symbol: str, *, now: int) -> Done:
    """Enter what the law's files know of what followed: replies of the State and assessments, each with its source."""
    require(actor, TAKE)
    require(actor, ASSESS)
    return tried_twice(lambda: _followed(actor, symbol, now=now))


def _followed(actor: Actor, symbol: str, *, now: int) -> Done:
    cycle = book().follow_up.get(symbol)
    tracked = recommendations_seen(RecommendationRow.objects.filter(stem=symbol), None)
    if cycle is None or not tracked.exists():
        raise TreatyRefusal("no_catalogue", symbol=symbol, known=", ".join(sorted(book().follow_up)))
    act = Act(actor=actor, key=f"follow-up/{symbol}", now=now)
    found = [*_replies(act, cycle), *_assessments(act, cycle)]
    drafts = [each for each in found if held_entry(each.id) is None]
    return act.store(drafts, made=symbol) if drafts else Done(made=symbol, entries=(), is_new=False)


def _leaf(act: Act, catalogue: Catalogue, each: Asked, place: int) -> Draft:
    public_id = joined(catalogue.symbol, each.id)
    committee = book().committees.get(catalogue.committee)
    cycle = book().follow_up.get(catalogue.symbol)
    report = cycle.due_for("next_report") if cycle else None
    facts: dict[str, Any] = {
        "id": public_id,
        "place": place,
        "kind": "recommendation",
        "sender": (_KINDS[committee.kind] if committee else Sender.OTHER).value,
        "committee": catalogue.committee,
        "state": catalogue.state,
        "cycle": str(catalogue.cycle),
        "symbol": catalogue.symbol,
        "heading": each.title[Language.EN],
        "text": each.asks[Language.EN],
        "language": Language.EN.value,
        "texts": {language.value: each.asks[language] for language in (Language.RU, Language.KK)},
        "paragraph": each.paragraph,
        "words_are": PARAPHRASE,
        "follow_up": YES if each.follow_up else NO,
        "due": each.due.isoformat() if each.follow_up and each.due else "",
        "report_due": report.on.isoformat() if report else "",
        "demands": [
            {"id": one.id, "text": one.asks[Language.EN], **_others(one.asks)} for one in each.demands
        ],
        "classes": {"subjects": list(each.subjects)} if each.subjects else {},
        "held_back": NO,
        "reiterates": [joined(earlier.symbol, earlier.paragraph) for earlier in each.reiterates],
    }
    return act.draft(
        RECOMMENDATION_TAKEN, part=each.id, objects={RECOMMENDATION: [key_of(public_id)]}, facts=facts
    )


def _others(text: Any) -> dict[str, str]:
    return {language.value: text[language] for language in (Language.RU, Language.KK) if text.get(language)}


def _deadlines(act: Act, cycle: Cycle) -> list[Draft]:
    known = {each.value for each in DueWhat}
    drafts = []
    for each in cycle.due:
        deadline = act.id(f"due/{each.what}")
        targets = (
            [joined(cycle.symbol, leaf) for leaf in cycle.targets] if each.what == DueWhat.FOLLOW_UP else []
        )
        facts = {
            "what": each.what if each.what in known else DueWhat.OTHER.value,
            "due": each.on.isoformat(),
            "committee": cycle.committee,
            "note": each.note,
            "source": each.source,
            "recommendations": targets,
        }
        objects = {DEADLINE: [deadline], RECOMMENDATION: [key_of(target) for target in targets]}
        drafts.append(act.draft(DEADLINE_SET, entry_id=deadline, objects=objects, facts=facts))
    return drafts


def _replies(act: Act, cycle: Cycle) -> list[Draft]:
    found = [paper for paper in cycle.sent if paper.what in (Sent.REPLY, Sent.FURTHER)]
    return [
        _reply(act, cycle, paper, place)
        for place, paper in enumerate(found)
        if paper.on or paper.no_later_than
    ]


def _reply(act: Act, cycle: Cycle, paper: SentPaper, place: int) -> Draft:
    targets = [joined(cycle.symbol, leaf) for leaf in cycle.targets]
    reply = act.id(f"sent/{place}")
    day = paper.on or paper.no_later_than
    assert day is not None
    facts = {
        "recommendations": targets,
        "procedure": Procedure.FOLLOW_UP.value,
        "sent_on": day.isoformat(),
        "day_is": "the_latest" if paper.on is None else "",
        "source": paper.source[:400],
        "level": paper.level.value,
        "symbol": paper.symbol,
        "summary": " ".join(filter(None, (paper.title[Language.EN], paper.note))),
        "language": Language.EN.value,
    }
    objects = {REPLY: [reply], RECOMMENDATION: [key_of(target) for target in targets]}
    return act.draft(REPLY_TAKEN, entry_id=reply, objects=objects, facts=facts, on=day)


def _assessments(act: Act, cycle: Cycle) -> list[Draft]:
    drafts = []
    for place, each in enumerate(cycle.assessed):
        target = joined(cycle.symbol, each.recommendation)
        assessment = act.id(f"assessed/{place}")
        facts = {
            "recommendations": [target],
            "scale": cycle.committee,
            "grade": each.grade,
            "words": each.note,
            "about": About.IMPLEMENTATION.value,
            "on": each.on.isoformat(),
            "source": each.source[:400],
            "level": each.level.value,
        }
        objects = {ASSESSMENT: [assessment], RECOMMENDATION: [key_of(target)]}
        drafts.append(
            act.draft(ASSESSMENT_TAKEN, entry_id=assessment, objects=objects, facts=facts, on=each.on)
        )
    return drafts
