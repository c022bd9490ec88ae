"""What others say: alternative reports, which their authors alone enter and change, and a committee's assessments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qorgau.access.actor import Actor
from qorgau.access.permission import Whereabouts, require
from qorgau.treaty.actions.acting import Act, Done, language_code, line, not_to_come, words
from qorgau.treaty.actions.planning import everybodys, not_before_adoption, rows_of, source_document
from qorgau.treaty.entries import (
    ALTERNATIVE,
    ALTERNATIVE_PUBLISHED,
    ALTERNATIVE_REPLACED,
    ALTERNATIVE_TAKEN,
    ASSESSMENT,
    ASSESSMENT_TAKEN,
    DOCUMENT,
    RECOMMENDATION,
)
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.words import About, SourceLevel
from qorgau.treaty.grading import require_grade
from qorgau.treaty.models import AlternativeRow
from qorgau.treaty.queries.finding import document_row, keys_seen
from qorgau.treaty.queries.reach import alternatives_seen
from qorgau.treaty.refusal import NoSuchThing, TreatyRefusal
from qorgau.treaty.seats import seat_of
from qorgau.treaty.storing import PLAIN, keep_content

OWN, ASSESS = "treaty.alternative", "treaty.assess"


@dataclass(frozen=True, kw_only=True)
class NewAlternative:
    """An alternative report: its text, or the document that holds it. published_on: None while it is held back."""

    recommendations: Sequence[str]
    title: str
    text: str = ""
    language: str = "en"
    document: str = ""
    published_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewAssessment:
    """What a committee said. grade: a code of its own scale; words: its own words; level: how sure the source is."""

    recommendations: Sequence[str]
    grade: str
    words: str
    on: date
    source: str
    level: SourceLevel
    document: str = ""
    about: About = About.IMPLEMENTATION


def take_alternative(actor: Actor, new: NewAlternative, *, now: int, act_id: str | None = None) -> Done:
    """Enter one's own body's alternative report."""
    require(actor, OWN, at=Whereabouts(body=actor.body))
    rows = rows_of(actor, new.recommendations)
    act = Act.of(actor, act_id, now=now)
    document = document_row(actor, new.document).document_id if new.document else ""
    text = words(new.text, field="text", needed=not document)
    if new.published_on is not None:
        not_to_come(new.published_on, act, field="published_on")
    facts = {
        "recommendations": [row.recommendation_id for row in rows],
        "title": line(new.title, field="title"),
        "language": language_code(new.language),
        "text_sha256": keep_content(text.encode(), PLAIN, now=now) if text else "",
        "document": document,
        "published_on": new.published_on.isoformat() if new.published_on else "",
    }
    if (held := act.held(act.id(), facts)) is not None:
        return held
    objects = {
        ALTERNATIVE: [act.id()],
        RECOMMENDATION: [row.key for row in rows],
        DOCUMENT: [document] if document else [],
    }
    return act.store([act.draft(ALTERNATIVE_TAKEN, objects=objects, facts=facts)], made=act.id())


def replace_alternative(
    actor: Actor, alternative_id: str, text: str, *, reason: str, now: int, act_id: str | None = None
) -> Done:
    """Put a new version in the place of one's own body's; the earlier ones are kept."""
    row = _own(actor, alternative_id)
    act = Act.of(actor, act_id, now=now)
    given = {
        "text_sha256": keep_content(words(text, field="text").encode(), PLAIN, now=now),
        "reason": words(reason, field="reason", most=2000),
    }
    if (held := act.held(alternative_id, given, of={ALTERNATIVE: [alternative_id]})) is not None:
        return held
    return act.store(
        [act.draft(ALTERNATIVE_REPLACED, objects=_objects(actor, row), facts=given)], made=alternative_id
    )


def publish_alternative(actor: Actor, alternative_id: str, *, on: date, now: int) -> Done:
    """Let everybody read one's own body's alternative report; it cannot be taken back."""
    row = _own(actor, alternative_id)
    if row.published_on:
        raise TreatyRefusal("is_public")
    act = Act(actor=actor, key=f"{alternative_id}/published", now=now)
    not_to_come(on, act, field="on")
    draft = act.draft(
        ALTERNATIVE_PUBLISHED, objects=_objects(actor, row), facts={"on": on.isoformat()}, on=on
    )
    return act.store([draft], made=alternative_id)


def take_assessment(actor: Actor, new: NewAssessment, *, now: int, act_id: str | None = None) -> Done:
    """Enter what who made the recommendations said of them, by the grade of its own scale and in its own words."""
    require(actor, ASSESS)
    rows = everybodys(actor, new.recommendations)
    if len({row.committee for row in rows}) > 1:
        raise TreatyRefusal("several_committees", field="recommendations")
    scale = rows[0].committee
    require_grade(scale, new.grade, new.about)
    act = Act.of(actor, act_id, now=now)
    document = source_document(actor, new.document)
    facts = {
        "recommendations": [row.recommendation_id for row in rows],
        "scale": scale,
        "grade": new.grade,
        "words": words(new.words, field="words", needed=False, most=8000),
        "about": new.about.value,
        "on": new.on.isoformat(),
        "source": line(new.source, field="source"),
        "level": new.level.value,
        "document": document,
    }
    if (held := act.held(act.id(), facts)) is not None:
        return held
    not_to_come(new.on, act, field="on", seat=seat_of(rows[0].sender))
    not_before_adoption(new.on, rows, field="on")
    objects = {
        ASSESSMENT: [act.id()],
        RECOMMENDATION: [row.key for row in rows],
        DOCUMENT: [document] if document else [],
    }
    return act.store([act.draft(ASSESSMENT_TAKEN, objects=objects, facts=facts, on=new.on)], made=act.id())


def _own(actor: Actor, alternative_id: str) -> AlternativeRow:
    require(actor, OWN)
    row = alternatives_seen(AlternativeRow.objects.filter(pk=alternative_id), actor).first()
    if row is None:
        raise NoSuchThing(alternative_id)
    if row.body_id != actor.body:
        raise TreatyRefusal("only_own_body")
    return row


def _objects(actor: Actor, row: AlternativeRow) -> dict[str, Sequence[str]]:
    return {
        ALTERNATIVE: [row.alternative_id],
        RECOMMENDATION: list(keys_seen(actor, from_lines(row.recommendations)).values()),
    }
