"""Where a decision can be appealed against and by when, as the files of law say; blank where they do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from qorgau.complaints.facts.case import Case, Decision, Run
from qorgau.complaints.facts.law import bodies, law
from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.lawbook.procedure import Move, Procedure
from qorgau.wording import in_language, say, say_day, say_limit


@dataclass(frozen=True, kw_only=True)
class Appeal:
    """To whom and until when, in words; each is empty where the law known here does not say it."""

    to: str = ""
    until: str = ""


def appeal_of(case: Case, decision: Decision | None, language: Language) -> Appeal:
    """Every way that is open against the decision on the day of the paper."""
    if decision is None:
        return Appeal()
    today = date.fromordinal(case.zone.civil_day(case.as_of))
    procedure, stage, run = _where(case, decision)
    if procedure is None:
        return Appeal()
    ways = list(_ways(procedure, stage, today))
    named = [(_deciders(procedure, move, today, language), move) for move in ways]
    known = [(to, move) for to, move in named if to]
    alone = len(known) == 1
    terms = [(to, _until(case, run, move, today, language)) for to, move in known]
    return Appeal(
        to="; ".join(f"{to} ({cited(move.source, language)})" for to, move in known),
        until="; ".join(until if alone else f"{to}: {until}" for to, until in terms if until),
    )


def _where(case: Case, decision: Decision) -> tuple[Procedure | None, str, Run | None]:
    """The procedure in which it is appealed against and the stage in which that stands."""
    review = next((each for each in case.runs if each.reviews == decision.id), None)
    if review is not None:
        return review.procedure, review.standing.stage, review
    own = case.run(decision.run)
    if own is None:
        return None, "", None
    opens = next(
        (move.opens for move in own.procedure.moves.values() if move.opens and move.records == decision.kind),
        "",
    )
    reviewing = law().procedures.get(opens)
    if reviewing is not None:
        return reviewing, reviewing.start, None
    return own.procedure, own.standing.stage, own


def _ways(procedure: Procedure, stage: str, today: date) -> Iterator[Move]:
    """The moves of a party that bring the decision before somebody else."""
    for move in procedure.moves.values():
        by_a_party = bool(move.done_by) and all(word in procedure.parties for word in move.done_by)
        if by_a_party and stage in move.from_ and not move.stays(stage) and move.term.holds(today):
            yield move


def _deciders(procedure: Procedure, way: Move, today: date, language: Language) -> str:
    """The bodies that decide once it was brought: by competence on that day."""
    titles = (
        in_language(body.title, language)
        for move in procedure.moves.values()
        if way.to in move.from_ and move.records
        for word in move.done_by
        if word not in procedure.parties
        for basis in procedure.bases(move)
        for body, _ in bodies().competent(word, today, basis=basis)
    )
    return ", ".join(dict.fromkeys(titles))


def _until(case: Case, run: Run | None, way: Move, today: date, language: Language) -> str:
    """The last day, where the time runs already; else the term and from when it will run."""
    dues = [
        clock.due_at
        for clock in (run.standing.clocks if run else ())
        if clock.move.id == way.id and clock.due_at is not None
    ]
    if dues:
        return say_day(date.fromordinal(case.zone.civil_day(min(dues))), language)
    limits = [each for each in (way.within.limits if way.within else ()) if each.since <= today]
    if not limits:
        return ""
    return say("complaints.paper_appeal_within", language, limit=say_limit(limits[-1], language))
