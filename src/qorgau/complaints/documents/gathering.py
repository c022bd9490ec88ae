"""The particulars of a paper, gathered from the case: what the record holds, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from qorgau.access.actor import Actor
from qorgau.complaints.documents.appealing import appeal_of
from qorgau.complaints.documents.paper import OfficerLine, Paper, Particulars, StepLine
from qorgau.complaints.facts.case import Assignment, Case, Decision, Gap, Hearing
from qorgau.complaints.web.marking import mark_lines
from qorgau.complaints.web.parts import decision_title, ground_title, officer_name
from qorgau.complaints.web.words import (
    about_word,
    body_path,
    body_word,
    findings_said,
    outcome_word,
    place_word,
)
from qorgau.custody.citing import cited
from qorgau.custody.document.copying import is_synthetic
from qorgau.custody.web.titles import fact_word
from qorgau.lawbook import Language
from qorgau.wording import in_language, say, say_day, say_instant

_TREATY = "treaty_body"


def particulars(case: Case, paper: Paper, actor: Actor, language: Language) -> Particulars:
    """What is known for this paper, in the words of its language."""
    decision, refused, hearing = _decision(case, paper), _refused(case), _hearing(case)
    # A refused assignment is no decision of a procedure: the files of law name no appeal against it.
    appeal = appeal_of(case, None if paper is Paper.REFUSE else decision, language)
    return Particulars(
        case=case.number or case.complaint,
        body=body_word(actor.body, language),
        dated=case.as_of,
        dated_on=_day(case.as_of, case, language),
        lodged_on=_day(case.lodged_at, case, language),
        registered_on=_day(case.registered_at, case, language),
        way=fact_word("way", case.way, language),
        about=about_word(case.about, language),
        place=place_word(case.place, language) if case.place else "",
        act_on=say_day(date.fromisoformat(case.act_on), language) if case.act_on else "",
        competent=body_word(case.body, language),
        competent_by=_competent_by(case, language),
        refused_body=body_word(refused.body, language) if refused else "",
        path=tuple(body_path(refused.path, language)) if refused else (),
        tie_on=_tie_on(case, refused, language),
        others=_others(case, language),
        officers=tuple(_officers(case, language)),
        steps=tuple(_step(gap, case, language) for gap in case.gaps),
        ground=ground_title(decision, case, language) if decision else "",
        reasons=_reasons(case, decision),
        marks=tuple(_marks(case, language)),
        decision=decision_title(decision, case, language) if decision else "",
        decided_on=_day(decision.taken_at, case, language) if decision else "",
        decided_by=body_word(decision.body, language) if decision else "",
        served_on=_day(decision.served_at, case, language) if decision else "",
        appeal_to=appeal.to,
        appeal_until=appeal.until,
        appealed_on=_appealed_on(case, decision, language),
        outcome=outcome_word(case.outcome, language) if case.outcome not in ("", "unknown") else "",
        hearing_at=say_instant(hearing.set_for, case.zone, language) if hearing else "",
        hearing_where=body_word(hearing.body, language) if hearing else "",
        law=tuple(_law(case, language)),
        synthetic=is_synthetic(),
    )


def _day(at: int | None, case: Case, language: Language) -> str:
    return "" if at is None else say_day(date.fromordinal(case.zone.civil_day(at)), language)


def _decision(case: Case, paper: Paper) -> Decision | None:
    """The decision that the paper is about: of an appeal the one appealed against, otherwise the last."""
    taken = sorted(case.decisions, key=lambda each: each.taken_at)
    if paper is Paper.APPEAL:
        return next((each for each in reversed(taken) if each.appealed_by), None)
    return taken[-1] if taken else None


def _refused(case: Case) -> Assignment | None:
    return next((each for each in reversed(case.assignments) if each.refused), None)


def _hearing(case: Case) -> Hearing | None:
    """The next one to be held, else the last one that was."""
    coming = [each for each in case.hearings if each.heard_at is None]
    return (
        min(coming, key=lambda each: each.set_for)
        if coming
        else (case.hearings[-1] if case.hearings else None)
    )


def _competent_by(case: Case, language: Language) -> str:
    found = [each for each in (case.routing.candidates if case.routing else ()) if each.body == case.body]
    sources = (each.competence.source for each in found if each.competence is not None)
    return next((cited(each, language) for each in sources), "")


def _tie_on(case: Case, refused: Assignment | None, language: Language) -> str:
    found = [each.tie for each in (case.routing.candidates if case.routing else ()) if each.tie]
    known = next((tie.on for tie in found if refused is not None and tie.body == refused.body), "")
    return say_day(date.fromisoformat(known), language) if known else ""


def _others(case: Case, language: Language) -> tuple[str, ...]:
    if case.routing is None:
        return ()
    return tuple(in_language(each.title, language) for each in case.routing.independent)


def _officers(case: Case, language: Language) -> Iterator[OfficerLine]:
    for each in case.officers:
        yield OfficerLine(
            name=officer_name(each, language),
            unit=body_word(each.services[-1].body, language) if each.services else "",
            allegation=fact_word("allegation", each.allegation, language),
            finding=findings_said(each.charges, language) if each.finding else "",
            recommended=fact_word("disciplinary_penalty", each.recommended, language),
            imposed=fact_word("disciplinary_penalty", each.imposed, language),
        )


def _step(gap: Gap, case: Case, language: Language) -> StepLine:
    return StepLine(
        title=in_language(gap.title, language),
        done_on=say("complaints.done", language) if gap.done else "",
        why_not=gap.why_not,
    )


def _marks(case: Case, language: Language) -> Iterator[str]:
    for line in mark_lines((mark for run in case.runs for mark in run.standing.marks), language):
        yield f"{line.text} ({line.source})"


def _reasons(case: Case, decision: Decision | None) -> str:
    """The reasons written with the decision, where the actor may read them."""
    if decision is None:
        return ""
    told = (each for each in case.entries if decision.id in each.objects.get("decision", ()))
    texts = (
        text for each in told for personal in each.personal.values() for text in [personal.get("reasons")]
    )
    return next((str(text) for text in texts if text), "")


def _appealed_on(case: Case, decision: Decision | None, language: Language) -> str:
    run = case.run(decision.appealed_by) if decision and decision.appealed_by else None
    return _day(run.opened_at, case, language) if run else ""


def _law(case: Case, language: Language) -> Iterator[str]:
    """The sources of the procedures that run, each once."""
    yield from dict.fromkeys(cited(run.procedure.source, language) for run in case.runs)
