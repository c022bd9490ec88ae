"""Officers, evidence, hearings and decisions of a case as programs read them."""

from __future__ import annotations

from qorgau.complaints.api import answers as shape
from qorgau.complaints.api.words import instant, instant_or_none
from qorgau.complaints.facts.case import Charge, Decision, Evidence, Hearing, Officer, Service


def officer(each: Officer) -> shape.CaseOfficerShown:
    """An officer in a case."""
    return shape.CaseOfficerShown(
        id=each.id,
        name=each.name,
        rank=each.rank,
        described_as=each.described_as,
        named_by=each.named_by,
        named=instant(each.named_at),
        allegation=each.allegation,
        services=[service(line) for line in each.services],
        suspected=instant_or_none(each.suspected_at),
        suspended=instant_or_none(each.suspended_at),
        returned=instant_or_none(each.returned_at),
        finding=each.finding,
        recommended=each.recommended,
        imposed=each.imposed,
        final=each.final,
        other_cases=each.other_cases,
        charges=[charge(one) for one in each.charges],
    )


def charge(each: Charge) -> shape.ChargeShown:
    """An allegation with its finding, or that it is pending."""
    state = "" if each.finding else each.state or "pending"
    return shape.ChargeShown(allegation=each.allegation, finding=each.finding, state=state)


def service(line: Service) -> shape.ServiceShown:
    """Where an officer served."""
    return shape.ServiceShown(body=line.body, since=line.since, until=line.until)


def evidence(each: Evidence) -> shape.EvidenceShown:
    """A piece of evidence with who held it."""
    chain = [
        shape.HoldingShown(
            since=instant(held.since),
            body=held.body,
            account=held.account,
            sha256=held.sha256,
            entry=held.entry,
        )
        for held in each.chain
    ]
    return shape.EvidenceShown(
        id=each.id,
        kind=each.kind,
        sha256=each.sha256,
        size=each.size,
        description=each.description,
        sealed_copy=each.sealed_copy,
        unbroken=each.unbroken,
        unchecked=each.unchecked,
        chain=chain,
    )


def hearing(each: Hearing) -> shape.HearingShown:
    """A hearing of the case."""
    return shape.HearingShown(
        id=each.id,
        run=each.run,
        body=each.body,
        set_for=instant(each.set_for),
        heard=instant_or_none(each.heard_at),
        put_off=each.put_off,
    )


def decision(each: Decision) -> shape.DecisionShown:
    """A decision, and whether it was served."""
    return shape.DecisionShown(
        id=each.id,
        run=each.run,
        kind=each.kind,
        ground=each.ground,
        body=each.body,
        taken=instant(each.taken_at),
        shown=instant_or_none(each.shown_at),
        served=instant_or_none(each.served_at),
        appealed_by=each.appealed_by,
    )
