"""Parts of a case as the page shows them: officers, evidence, decisions, what an investigation lacks."""

from __future__ import annotations

from dataclasses import dataclass

from qorgau.access.queries import account_names
from qorgau.complaints.facts.case import Case, Decision, Evidence, Gap, Officer
from qorgau.complaints.web.words import body_word, findings_said
from qorgau.custody.web.titles import fact_word
from qorgau.lawbook import Language
from qorgau.wording import in_language, knows, say, say_instant, say_span


@dataclass(frozen=True, kw_only=True)
class OfficerLine:
    """An officer of the case; rows: allegation, suspicion, duty, finding and penalties, each apart."""

    id: str
    name: str
    body: str
    rows: tuple[tuple[str, str], ...]
    finding: str
    recommended: str
    imposed: str
    has_outcome: bool
    history: bool


def officer_lines(case: Case, language: Language, *, history: bool) -> list[OfficerLine]:
    """Every officer named in the case."""
    return [_officer(each, case, language, history=history) for each in case.officers]


def officer_name(officer: Officer, language: Language) -> str:
    """The name, or how the officer was described, or that it is not shown."""
    return officer.name or officer.described_as or say("complaints.officer_name_hidden", language)


def _officer(officer: Officer, case: Case, language: Language, *, history: bool) -> OfficerLine:
    pending = say("complaints.pending", language)
    finding = findings_said(officer.charges, language)
    recommended = fact_word("disciplinary_penalty", officer.recommended, language) or pending
    imposed = fact_word("disciplinary_penalty", officer.imposed, language) or pending
    if officer.imposed and not officer.final:
        imposed = f"{imposed} ({say('complaints.not_final', language)})"
    rows = (
        ("named", fact_word("named_by", officer.named_by, language)),
        ("allegation", fact_word("allegation", officer.allegation, language)),
        ("suspected", _suspicion(officer, case, language)),
        ("suspended", _duty(officer, case, language)),
        ("finding", finding),
        ("recommended", recommended),
        ("imposed", imposed),
        ("service", _services(officer, language)),
    )
    return OfficerLine(
        id=officer.id,
        name=officer_name(officer, language),
        body=body_word(officer.services[-1].body, language) if officer.services else "",
        rows=tuple((say(f"complaints.{key}", language), value) for key, value in rows if value),
        finding=finding,
        recommended=recommended,
        imposed=imposed,
        has_outcome=bool(officer.finding or officer.recommended or officer.imposed),
        history=history,
    )


def _suspicion(officer: Officer, case: Case, language: Language) -> str:
    if officer.suspected_at is not None:
        return say_instant(officer.suspected_at, case.zone, language)
    return say("complaints.not_suspect", language) if officer.named_by == "victim" else ""


def _duty(officer: Officer, case: Case, language: Language) -> str:
    """When the officer was taken off duty and came back; how long a suspect stayed on duty is said."""
    if officer.suspended_at is None:
        if officer.suspected_at is None:
            return ""
        since = say_span(case.as_of - officer.suspected_at, language)
        return say("complaints.suspect_on_duty", language, span=since)
    said = say_instant(officer.suspended_at, case.zone, language)
    if officer.returned_at is None:
        return said
    back = say_instant(officer.returned_at, case.zone, language)
    return f"{said}; {say('complaints.returned', language)}: {back}"


def _services(officer: Officer, language: Language) -> str:
    still = say("complaints.still", language)
    spans = ((body_word(each.body, language), each.since, each.until or still) for each in officer.services)
    return "; ".join(f"{body}, {since or '…'} – {until}" for body, since, until in spans)


@dataclass(frozen=True, kw_only=True)
class EvidenceLine:
    """A piece of evidence with the hands it went through."""

    id: str
    title: str
    sha256: str
    sealed: bool
    unbroken: bool
    description: str
    chain: tuple[dict[str, str], ...]
    may_move: bool


def evidence_lines(case: Case, language: Language, *, may_move: bool) -> list[EvidenceLine]:
    """Every piece of evidence."""
    names = account_names(hand.account for each in case.evidence for hand in each.chain)
    return [_evidence(each, case, names, language, may_move=may_move) for each in case.evidence]


def _evidence(
    item: Evidence, case: Case, names: dict[str, str], language: Language, *, may_move: bool
) -> EvidenceLine:
    chain = tuple(
        {
            "holder": " · ".join(
                word for word in (body_word(hand.body, language), names.get(hand.account, "")) if word
            ),
            "when": say_instant(hand.since, case.zone, language),
            "differs": hand.sha256 if hand.sha256 not in ("", item.sha256) else "",
            "not_compared": "" if hand.sha256 or hand is item.chain[0] else "yes",
        }
        for hand in item.chain
    )
    return EvidenceLine(
        id=item.id,
        title=fact_word("evidence_kind", item.kind, language),
        sha256=item.sha256,
        sealed=bool(item.sealed_copy),
        unbroken=item.unbroken,
        description=item.description,
        chain=chain,
        may_move=may_move,
    )


@dataclass(frozen=True, kw_only=True)
class DecisionLine:
    """A decision and whether it was served."""

    id: str
    title: str
    ground: str
    when: str
    body: str
    served: str
    may_serve: bool


def decision_lines(case: Case, language: Language, *, may_serve: bool) -> list[DecisionLine]:
    """Every decision, the newest first."""
    found = sorted(case.decisions, key=lambda each: -each.taken_at)
    return [_decision(each, case, language, may_serve=may_serve) for each in found]


def decision_title(decision: Decision, case: Case, language: Language) -> str:
    """What was decided: the move's title, or a word of our own."""
    run = case.run(decision.run)
    move = run.procedure.moves.get(decision.kind) if run else None
    if move is not None:
        return in_language(move.title, language)
    key = f"complaints.decision_{decision.kind}"
    return say(key, language) if knows(key) else decision.kind.replace("_", " ")


def ground_title(decision: Decision, case: Case, language: Language) -> str:
    """On what ground, in the words of the procedure."""
    run = case.run(decision.run)
    moves = run.procedure.moves.values() if run else ()
    found = next((move.grounds[decision.ground] for move in moves if decision.ground in move.grounds), None)
    return in_language(found.title, language) if found else ""


def _decision(decision: Decision, case: Case, language: Language, *, may_serve: bool) -> DecisionLine:
    if decision.served_at is not None:
        served = say("complaints.served", language, when=say_instant(decision.served_at, case.zone, language))
    elif decision.shown_at is not None:
        shown = say_instant(decision.shown_at, case.zone, language)
        served = say("complaints.shown_not_served", language, when=shown)
    else:
        served = say("complaints.not_served", language)
    return DecisionLine(
        id=decision.id,
        title=decision_title(decision, case, language),
        ground=ground_title(decision, case, language),
        when=say_instant(decision.taken_at, case.zone, language),
        body=body_word(decision.body, language),
        served=served,
        may_serve=may_serve and decision.served_at is None,
    )


def gap_lines(case: Case, language: Language) -> list[dict[str, str]]:
    """What a complete investigation has, done or not, with the reasons why not."""
    return [_gap(each, language) for each in case.gaps]


def _gap(gap: Gap, language: Language) -> dict[str, str]:
    word, colour = (
        ("done", "green") if gap.done else ("excused", "amber") if gap.why_not else ("missing", "red")
    )
    note = gap.why_not or (str(gap.count) if gap.count else "")
    return {
        "title": in_language(gap.title, language),
        "note": note,
        "word": say(f"complaints.{word}", language),
        "colour": colour,
    }
