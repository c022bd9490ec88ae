"""The entries of an imported complaint: an allegation, a finding and a penalty are three, never one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from qorgau.complaints.actions.registering import Coming, checked_coming, drafts_of
from qorgau.complaints.entries import (
    ALLEGED,
    CLOSED,
    FOUND,
    IMPOSED,
    INVESTIGATION,
    LODGED,
    NAMED,
    OFFICER,
    RECOMMENDED,
    REFUSED_BY_COURT,
    REGISTERED,
    SENT_BACK,
    SERVED_AT,
)
from qorgau.complaints.importing.columns import Left
from qorgau.complaints.importing.judging import Charge, JudgedComplaint
from qorgau.custody.times import When
from qorgau.recording.drafts import Draft

_LEFT = frozenset(Left)


def imported_drafts(coming: Coming, of: JudgedComplaint) -> tuple[Draft, ...]:
    """Every entry of one complaint; raises a refusal that names the column."""
    checked_coming(coming)
    return (*_lodged(coming, of), *_elsewhere(coming, of), *_charges(coming, of))


def _lodged(coming: Coming, of: JudgedComplaint) -> Iterator[Draft]:
    for draft in drafts_of(coming):
        if draft.kind == REGISTERED and REGISTERED_ON in of.days:
            continue  # the file says when, and that is told below
        if draft.kind == LODGED:
            more = {"classified_as": of.classified_as, "number": of.new.number}
            draft = replace(draft, facts={**draft.facts, **_said(more)})
        yield draft


REGISTERED_ON = "registered_on"


def _elsewhere(coming: Coming, of: JudgedComplaint) -> Iterator[Draft]:
    """What happened to it elsewhere, each with its own day."""
    told: tuple[tuple[str, str, dict[str, str]], ...] = (
        (REGISTERED, REGISTERED_ON, {"number": of.new.number}),
        (SENT_BACK, "sent_back_on", {"body": of.sent_back_to}),
        (REFUSED_BY_COURT, "refused_by_court_on", {}),
        (CLOSED, "closed_on", {}),
    )
    for kind, column, facts in told:
        if column in of.days:
            yield coming.draft(kind, part=column, facts=facts, happened=of.days[column])


def _charges(coming: Coming, of: JudgedComplaint) -> Iterator[Draft]:
    served: set[tuple[str, str]] = set()
    for place, charge in enumerate(of.charges):
        part = f"charge/{place}"
        yield _allegation(coming, charge, part)
        if charge.body and (charge.officer, charge.body) not in served:
            served.add((charge.officer, charge.body))
            yield coming.draft(
                SERVED_AT,
                part=f"{part}/served",
                facts={"served_body": charge.body},
                objects=_officer(charge),
                happened=coming.happened,
            )
    # Lists show the last finding on an officer: of several in one complaint it is to be the one that found something.
    for place, charge in sorted(enumerate(of.charges), key=lambda each: each[1].finding == "found"):
        yield from _outcomes(coming, of, charge, f"charge/{place}")


def _allegation(coming: Coming, charge: Charge, part: str) -> Draft:
    """That an officer is named; of somebody whom nobody could name, that it is alleged."""
    named = {"named_by": "document"} if charge.officer else {}
    texts = {"name": charge.name, "described_as": charge.unit}
    own = {name: text for name, text in texts.items() if text}
    return coming.draft(
        NAMED if charge.officer else ALLEGED,
        part=part,
        facts={**named, "allegation": charge.allegation, **_states(charge), **_row(charge)},
        personal={charge.officer: own} if charge.officer else {},
        objects=_officer(charge),
        happened=coming.happened,
    )


def _states(charge: Charge) -> dict[str, str]:
    """Why there is no finding and no penalty, in our word and in theirs."""
    found, imposed = charge.is_found, charge.is_punished
    return {
        "finding_state": "" if found else charge.finding,
        "finding_as_given": "" if found else charge.finding_as_given,
        "recommended_state": charge.recommended if charge.recommended in _LEFT else "",
        "penalty_state": "" if imposed else charge.penalty,
        "penalty_as_given": "" if imposed else charge.penalty_as_given,
    }


def _outcomes(coming: Coming, of: JudgedComplaint, charge: Charge, part: str) -> Iterator[Draft]:
    """The finding, the recommended and the imposed penalty, where there is one; no day is made up for them."""
    between = _some_day(coming, of)
    if charge.is_found:
        facts = {"finding": charge.finding, "finding_as_given": charge.finding_as_given}
        yield _outcome(coming, FOUND, charge, f"{part}/found", facts, between)
    if charge.recommended and charge.recommended not in _LEFT:
        facts = {"disciplinary_penalty": charge.recommended}
        yield _outcome(coming, RECOMMENDED, charge, f"{part}/recommended", facts, between)
    if charge.is_punished:
        facts = {"disciplinary_penalty": charge.penalty, "penalty_as_given": charge.penalty_as_given}
        yield _outcome(coming, IMPOSED, charge, f"{part}/imposed", facts, between)


def _outcome(
    coming: Coming, kind: str, charge: Charge, part: str, facts: Mapping[str, str], happened: When
) -> Draft:
    # The same name that course.investigation_of gives to the investigation of a case without a run.
    objects = {**_officer(charge), INVESTIGATION: (f"{coming.complaint}-investigation",)}
    return coming.draft(kind, part=part, facts={**facts, **_row(charge)}, objects=objects, happened=happened)


def _some_day(coming: Coming, of: JudgedComplaint) -> When:
    """Between the complaint and its end, or now."""
    first, last = coming.happened, of.days.get("closed_on")
    latest = max(last.latest if last else coming.now, first.earliest)
    return When(earliest=first.earliest, latest=latest)


def _row(charge: Charge) -> dict[str, str | int]:
    return {"allegation_as_given": charge.allegation_as_given, "file_row": charge.number}


def _officer(charge: Charge) -> dict[str, tuple[str, ...]]:
    return {OFFICER: (charge.officer,)} if charge.officer else {}


def _said(facts: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in facts.items() if value}
