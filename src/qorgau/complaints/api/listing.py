"""From rows and lists of complaints to the shapes that programs read."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.complaints.api import listed as shape
from qorgau.complaints.api.telling_things import charge, service
from qorgau.complaints.api.words import instant, instant_or_none
from qorgau.complaints.facts.case import Service
from qorgau.complaints.facts.law import law
from qorgau.complaints.facts.listed import (
    CaseOfOfficer,
    HearingLine,
    Inbox,
    InboxLine,
    LeftBehind,
    OfficerHistory,
    Oversight,
)
from qorgau.complaints.models import ComplaintOpeningRow
from qorgau.lawbook import Language
from qorgau.wording import in_language


def inbox(found: Inbox) -> shape.InboxAnswer:
    """A page of the inbox."""
    return shape.InboxAnswer(
        as_of=instant(found.as_of),
        total=found.total,
        page=found.page,
        pages=found.pages,
        complaints=[_line(each) for each in found.lines],
    )


def _line(line: InboxLine) -> shape.InboxLineShown:
    row = line.row
    return shape.InboxLineShown(
        complaint=row.complaint_id,
        lodged=instant(row.lodged_at),
        age_days=line.age_days,
        way=row.way,
        is_sealed=row.is_sealed,
        outside=row.outside,
        about=row.about,
        status=row.status,
        place=row.place_id,
        region=row.region,
        to_body=row.to_body,
        body=row.body_id,
        outcome=row.outcome,
        registered=instant_or_none(row.registered_at),
        read=instant_or_none(row.read_at),
        next_due=instant_or_none(row.next_due_at),
        next_due_safeguard=row.next_due_safeguard,
        next_due_basis=row.next_due_basis,
        due_state=line.due_state,
        breaches=row.breaches,
        reprisals=row.reprisals,
        withdrawal_asked=row.withdrawal_asked,
        linked_to=[row.linked_to] if row.linked_to else [],
    )


def oversight(found: Oversight, language: Language) -> shape.OversightAnswer:
    """What each body has, and the sums."""
    tally = found.tally
    return shape.OversightAnswer(
        as_of=instant(found.as_of),
        bodies=[
            shape.BodyLoadShown(
                body=each.body,
                complaints=each.complaints,
                open=each.open,
                by_status=dict(each.by_status),
                by_outcome=dict(each.by_outcome),
                oldest_days=each.oldest_days,
                median_days=each.median_days,
                breaches=each.breaches,
            )
            for each in found.bodies
        ],
        tally=shape.TallyShown(
            complaints=tally.complaints,
            unregistered=tally.unregistered,
            sent_back=tally.sent_back,
            refused_by_court=tally.refused_by_court,
            unknown=tally.unknown,
            breached=dict(tally.breached),
            disputed={
                rule: [in_language(each, language) for each in said] for rule, said in tally.disputed.items()
            },
        ),
    )


def officer(found: OfficerHistory) -> shape.OfficerAnswer:
    """An officer across cases."""
    return shape.OfficerAnswer(
        officer=found.officer,
        name=found.name,
        services=[service(each) for each in found.services if isinstance(each, Service)],
        cases=[_of_officer(each) for each in found.cases],
        alleged=found.alleged,
        found=found.found,
    )


def _of_officer(each: CaseOfOfficer) -> shape.OfficerCaseShown:
    return shape.OfficerCaseShown(
        complaint=each.complaint,
        named=instant(each.named_at),
        allegation=each.allegation,
        about=each.about,
        status=each.status,
        suspected=each.suspected,
        finding=each.finding,
        recommended=each.recommended,
        imposed=each.imposed,
        final=each.final,
        readable=each.readable,
        charges=[charge(one) for one in each.charges],
    )


def calendar(lines: Iterable[HearingLine]) -> shape.CalendarAnswer:
    """Hearings in order of time."""
    return shape.CalendarAnswer(
        hearings=[
            shape.CalendarLineShown(
                hearing=each.hearing,
                complaint=each.complaint,
                run=each.run,
                body=each.body,
                set_for=instant(each.set_for),
                heard=instant_or_none(each.heard_at),
                put_off=each.put_off,
            )
            for each in lines
        ]
    )


def looks(rows: Iterable[ComplaintOpeningRow]) -> shape.LooksAnswer:
    """Who opened the file."""
    return shape.LooksAnswer(
        looks=[
            shape.LookShown(account=row.account, role=row.looked_as, because=row.because, at=instant(row.at))
            for row in rows
        ]
    )


def left_behind(found: Iterable[LeftBehind]) -> shape.LeftBehindAnswer:
    """What leavers still hold."""
    return shape.LeftBehindAnswer(
        accounts=[
            shape.LeftBehindShown(account=each.account, name=each.name, complaints=list(each.complaints))
            for each in found
        ]
    )


def procedures(language: Language) -> shape.ProceduresAnswer:
    """The procedures that can be begun here."""
    return shape.ProceduresAnswer(
        procedures=[
            shape.ProcedureShown(
                id=each.id,
                title=in_language(each.title, language),
                basis=each.basis.value,
                source=each.source,
                stages={key: in_language(stage.title, language) for key, stage in each.stages.items()},
                moves={key: in_language(move.title, language) for key, move in each.moves.items()},
            )
            for each in law().procedures.values()
        ]
    )
