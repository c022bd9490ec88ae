"""From a case and what an act answers to the shapes that programs read."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.complaints.actions import Done
from qorgau.complaints.api import answers as shape
from qorgau.complaints.api.telling_runs import run
from qorgau.complaints.api.telling_things import decision, evidence, hearing, officer
from qorgau.complaints.api.words import instant, instant_or_none, marks
from qorgau.complaints.facts.candidates import Candidate, Routing
from qorgau.complaints.facts.case import Assignment, Case, CaseEntry, Gap
from qorgau.custody.api import telling
from qorgau.custody.api.answers import Interval
from qorgau.custody.facts.clocks import Clock
from qorgau.custody.facts.record import ShownClock, ShownVerdict
from qorgau.custody.web.titles import kind_title
from qorgau.lawbook import Language
from qorgau.wording import in_language


def done(made: Done, language: Language) -> shape.CaseActAnswer:
    """The answer to an act."""
    return shape.CaseActAnswer(
        complaint=made.complaint,
        is_new=made.is_new,
        entries=[telling.receipt(each) for each in made.acknowledgements],
        made=dict(made.made),
        marks=marks(made.marks, language),
        waits=bool(made.improves),
    )


def case_answer(case: Case, language: Language) -> shape.CaseAnswer:
    """A whole case."""
    return shape.CaseAnswer(
        complaint=case.complaint,
        as_of=instant(case.as_of),
        known_at=instant(case.known_at),
        zone=case.zone.name,
        law=case.law_hash,
        status=case.status.value,
        status_since=instant(case.status_since),
        lodged=instant(case.lodged_at),
        age_days=case.age_days,
        way=case.way,
        naming=case.naming,
        on_behalf=case.on_behalf,
        outside=case.outside,
        is_sealed=case.is_sealed,
        about=case.about,
        allegation=case.allegation,
        act_on=case.act_on,
        accused_body=case.accused_body,
        place=case.place,
        region=case.region,
        to_body=case.to_body,
        body=case.body,
        number=case.number,
        registered=instant_or_none(case.registered_at),
        read=instant_or_none(case.read_at),
        sent_back=instant_or_none(case.sent_back_at),
        refused_by_court=[instant(each) for each in case.refused_by_court],
        outcome=case.outcome,
        complainant=_complainant(case),
        entries=[_entry(each, language) for each in case.entries],
        waiting=[_entry(each, language) for each in case.set_aside if each.waits],
        runs=[run(each, language) for each in case.runs],
        officers=[officer(each) for each in case.officers],
        named_not_suspected=[each.id for each in case.named_not_suspected],
        evidence=[evidence(each) for each in case.evidence],
        hearings=[hearing(each) for each in case.hearings],
        decisions=[decision(each) for each in case.decisions],
        assignments=[_assignment(each) for each in case.assignments],
        protections=_protections(case),
        consents=_consents(case),
        gaps=[_gap(each, language) for each in case.gaps],
        verdicts=telling.verdicts(_verdicts(case), language),
        clocks=telling.clocks(_clocks(case.clocks), language),
        linked_to=list(case.linked_to),
        reprisals=case.reprisals,
        withdrawal_asked=instant_or_none(case.withdrawal_asked_at),
        npm_contact=instant_or_none(case.npm_contact_at),
        routing=routing(case.routing, language) if case.routing else None,
        may=sorted(case.may),
    )


def _complainant(case: Case) -> shape.ComplainantShown:
    told = case.told
    return shape.ComplainantShown(
        name=told.name,
        contact=told.contact,
        contact_safe=told.contact_safe,
        victim_name=told.victim_name,
        narrative=told.narrative,
        hidden=told.hidden,
        sealed=told.sealed,
    )


def _entry(each: CaseEntry, language: Language) -> shape.CaseEntryShown:
    return shape.CaseEntryShown(
        id=each.id,
        kind=each.kind,
        title=in_language(kind_title(each.kind), language),
        recorded=instant(each.recorded),
        received=instant(each.received),
        happened=[_interval(source.earliest, source.latest, source.said_by) for source in each.happened],
        by=each.by,
        body=each.body,
        facts={name: value for name, value in each.facts.items() if isinstance(value, str | int)},
        objects={role: list(ids) for role, ids in each.objects.items()},
        personal={person: dict(own) for person, own in each.personal.items()},
        hidden=each.hidden,
        sealed=each.way_sealed,
    )


def _interval(earliest: int, latest: int, said_by: str) -> Interval:
    """Between which two instants, and by whose word."""
    return Interval(earliest=instant(earliest), latest=instant(latest), said_by=said_by)


def _assignment(each: Assignment) -> shape.AssignmentShown:
    return shape.AssignmentShown(
        entry=each.entry,
        body=each.body,
        account=each.account,
        since=instant(each.since),
        until=instant_or_none(each.until),
        refused=each.refused,
        why=each.why,
        path=list(each.path),
    )


def _protections(case: Case) -> list[shape.ProtectionShown]:
    return [
        shape.ProtectionShown(
            measure=each.measure, asked=instant_or_none(each.asked_at), given=instant_or_none(each.given_at)
        )
        for each in case.protections
    ]


def _consents(case: Case) -> list[shape.ConsentShown]:
    return [
        shape.ConsentShown(to=each.to, answer=each.answer, told_beforehand=each.told_beforehand)
        for each in case.consents
    ]


def _gap(each: Gap, language: Language) -> shape.GapShown:
    return shape.GapShown(
        name=each.name,
        title=in_language(each.title, language),
        done=each.done,
        why_not=each.why_not,
        count=each.count,
    )


def _verdicts(case: Case) -> Iterable[ShownVerdict]:
    return (
        ShownVerdict(safeguard=each.safeguard, subject_role=each.role, verdict=each.verdict)
        for each in case.judged
    )


def _clocks(clocks: Iterable[Clock]) -> Iterable[ShownClock]:
    return (
        ShownClock(
            safeguard=each.safeguard,
            basis=each.basis,
            subject_role=each.role,
            subject=each.subject,
            clock=each.clock,
            state=each.clock.state,
            own_word_only=each.own_word_only,
            due_from=each.due_from,
            due_at=each.due_at,
            has_figure=each.has_figure,
            is_running=each.is_running,
        )
        for each in clocks
    )


def routing(found: Routing, language: Language) -> shape.RoutingShown:
    """Who may be given a complaint."""
    return shape.RoutingShown(
        candidates=[_candidate(each, language) for each in found.candidates],
        by_law_of=found.by_law_of,
        says=[in_language(each, language) for each in found.says],
    )


def _candidate(each: Candidate, language: Language) -> shape.CandidateShown:
    tie, line = each.tie, each.competence
    return shape.CandidateShown(
        body=each.body,
        title=in_language(each.title, language),
        basis=line.basis.value if line else "",
        source=line.source if line else "",
        forum=each.forum,
        marks=marks(each.marks, language),
        tie=shape.TieShown(officer=tie.officer, path=list(tie.path), on=tie.on, then=tie.then)
        if tie
        else None,
    )
