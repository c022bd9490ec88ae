"""Complaints on their way through procedures: discipline, reprisals, appeals, the coalition's own file."""

import pytest
from tests.slices.access.people import actor
from tests.slices.complaints.cases import PEOPLE, at, instant, of_outside, officer_of, registered
from tests.slices.complaints.test_worked_cases import investigated, judged, move, seen
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.complaints import actions, queries
from qorgau.complaints.actions.companions import RECORDED_AS
from qorgau.complaints.entries import MOVED_KINDS, OWN_KINDS, SERVED_AT, WRITTEN_BELOW, About, Status, Way
from qorgau.complaints.facts.law import law
from qorgau.complaints.models import ComplaintRow, NamedRow, RunRow
from qorgau.complaints.offered import NewEvidence, Particulars
from qorgau.complaints.refusal import ComplaintRefusal, MoveRefused
from qorgau.recording.models import StoredEntry
from qorgau.safeguards import State

KPI = actor(Role.COMPLAINTS_OFFICER, body="kpi", said_by="investigator_entry", account="kpi")
COMMITTEE = actor(Role.COMMITTEE_MEMBER, body="spadc", account="committee")
MINISTER = actor(Role.MINISTER_OFFICE, body="mia", account="minister")


def test_every_kind_that_a_move_records_is_one_that_complaints_record() -> None:
    known = {*OWN_KINDS, *MOVED_KINDS, *WRITTEN_BELOW, SERVED_AT}
    recorded = {
        RECORDED_AS.get(move.records, move.records)
        for each in law().procedures.values()
        for move in each.moves.values()
        if move.records
    }
    assert recorded <= known
    assert set(MOVED_KINDS) <= recorded
    assert known <= set(law().book.kinds)


def discipline() -> tuple[str, str, str]:
    """A case of the inspectorate, graded serious; with its run and the officer."""
    complaint = registered(by=KPI, to_body="kpi", way=Way.ORAL)
    run = actions.open_run(KPI, complaint, "kz/police_discipline", now=instant("2025-03-04 10:00")).made[
        "run"
    ]
    move(KPI, run, "grade_serious", now="2025-03-05 10:00", reasons="Blows in custody.")
    move(KPI, run, "open_inquiry", now="2025-03-06 10:00")
    return complaint, run, NamedRow.objects.get(complaint_id=complaint).officer_id


def test_acts_of_one_second_are_replayed_in_the_order_in_which_they_were_done(store: Store) -> None:
    for _ in range(4):
        complaint = registered(by=KPI, to_body="kpi", way=Way.ORAL)
        moment = "2025-03-04 10:00"
        run = actions.open_run(KPI, complaint, "kz/police_discipline", now=instant(moment)).made["run"]
        move(KPI, run, "grade_serious", now=moment, reasons="Blows in custody.")
        move(KPI, run, "open_inquiry", now=moment)
        (shown,) = seen(complaint, "2025-03-05 10:00").runs
        taken = [step.event.move for step in shown.standing.path]
        assert (taken, shown.standing.refused_steps) == (["record", "grade_serious", "open_inquiry"], ())


def test_a_hearing_finds_the_minister_imposes_less_and_both_stand_side_by_side(store: Store) -> None:
    complaint, run, officer = discipline()
    move(KPI, run, "hear_complainant", now="2025-03-10 10:00")
    move(
        KPI,
        run,
        "refer_to_committee",
        now="2025-03-20 10:00",
        reasons="Enough evidence.",
        facts={"body": "spadc"},
    )
    hearing = actions.set_hearing(
        COMMITTEE, complaint, instant("2025-04-02 10:00"), run=run, now=instant("2025-03-21 10:00")
    ).made["hearing"]
    calendar = queries.hearings(COMMITTEE, from_=instant("2025-04-01 00:00"), to=instant("2025-05-01 00:00"))
    assert [each.hearing for each in calendar] == [hearing]
    actions.hold_hearing(COMMITTEE, complaint, hearing, victim_present=True, now=instant("2025-04-02 12:00"))
    move(COMMITTEE, run, "find", now="2025-04-03 10:00", officers=(officer,), reasons="Proven.")
    move(
        COMMITTEE, run, "recommend", now="2025-04-03 11:00", officers=(officer,), reasons="Grave.",
        facts={"disciplinary_penalty": "dismissal"},
    )  # fmt: skip
    actions.forward(KPI, complaint, "mia", now=instant("2025-04-04 09:00"))
    done = move(
        MINISTER, run, "impose", now="2025-04-05 10:00", officers=(officer,), reasons="A good record.",
        ground="otherwise", facts={"disciplinary_penalty": "reprimand"},
    )  # fmt: skip
    assert done.marks
    row = NamedRow.objects.get(complaint_id=complaint)
    assert (row.allegation, row.finding, row.recommended, row.imposed) == (
        "beating", "found", "dismissal", "reprimand",
    )  # fmt: skip
    assert not row.final
    assert RunRow.objects.get(pk=run).stage == "imposed"
    assert ComplaintRow.objects.get(pk=complaint).status == Status.ENDED


def test_no_penalty_before_a_finding_and_no_finding_before_a_hearing(sqlite_store: Store) -> None:
    _, run, officer = discipline()
    move(KPI, run, "hear_complainant", now="2025-03-10 10:00")
    move(KPI, run, "refer_to_committee", now="2025-03-20 10:00", reasons="So.", facts={"body": "spadc"})
    with pytest.raises(MoveRefused):
        move(COMMITTEE, run, "find", now="2025-04-03 10:00", officers=(officer,), reasons="Proven.")


def test_a_move_is_stored_with_what_it_records_or_not_at_all(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    before = StoredEntry.objects.count()
    with pytest.raises(MoveRefused):
        move(PEOPLE.prosecutor, run, "convict", now="2025-03-06 10:00", ground="imprisonment")
    assert StoredEntry.objects.count() == before
    move(PEOPLE.special, run, "hear_victim", now="2025-03-06 10:00")
    kinds = list(StoredEntry.objects.order_by("received", "place").values_list("kind", flat=True))
    assert kinds[-2:] == ["MoveMade", "VictimHeard"]


def test_amnesty_for_torture_is_refused_and_reconciliation_too(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    for ground in ("amnesty", "reconciliation", "limitation"):
        with pytest.raises(MoveRefused):
            move(PEOPLE.special, run, "close", now="2025-04-01 10:00", ground=ground, reasons="So.")


def test_a_term_is_lengthened_with_reasons_and_never_shortened(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    due = next(each for each in seen(complaint, "2025-03-06 10:00").run(run).standing.clocks).due_at  # type: ignore[union-attr]
    for until, reasons in (("2025-04-01", "So."), ("2025-07-05", "")):
        with pytest.raises(MoveRefused):
            actions.extend_term(
                PEOPLE.prosecutor,
                run,
                "extend_term",
                until=until,
                reasons=reasons,
                now=instant("2025-04-01 10:00"),
            )
    actions.extend_term(
        PEOPLE.prosecutor,
        run,
        "extend_term",
        until="2025-07-05",
        reasons="Experts.",
        now=instant("2025-04-02 10:00"),
    )
    later = next(each for each in seen(complaint, "2025-04-03 10:00").run(run).standing.clocks)  # type: ignore[union-attr]
    assert due is not None
    assert later.due_at is not None
    assert later.due_at > due
    assert later.extended


def test_an_incomplete_investigation_says_what_is_missing_and_why(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    move(PEOPLE.special, run, "hear_victim", now="2025-03-06 10:00")
    missing = ("scene_visited", "recordings_held", "forensic_examination_done", "officers_named_are_suspects")
    move(
        PEOPLE.special, run, "close", now="2025-04-01 10:00", ground="not_proven", reasons="So.",
        why_not=dict.fromkeys(missing, "It snowed."),
    )  # fmt: skip
    case = seen(complaint, "2025-04-02 10:00")
    gaps = {each.name: each for each in case.gaps}
    assert gaps["victim_heard"].done
    assert not gaps["scene_visited"].done
    assert gaps["scene_visited"].why_not == "It snowed."
    assert gaps["officers_named_are_suspects"].count == 1
    assert len(case.named_not_suspected) == 1


def test_a_recording_taken_as_evidence_closes_the_gap_and_moves_the_run(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    actions.take_evidence(
        PEOPLE.special,
        complaint,
        NewEvidence(kind="recording", sha256="ab" * 32),
        now=instant("2025-03-06 10:00"),
    )
    case = seen(complaint, "2025-03-07 10:00")
    assert {each.name: each.done for each in case.gaps}["recordings_held"]
    assert "secure_recordings" in [step.move.id for step in case.run(run).standing.path]  # type: ignore[union-attr]


def test_a_reprisal_begins_its_own_procedure_and_withdrawal_stops_nothing(store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    done = actions.report_reprisal(
        PEOPLE.npm, complaint, reasons="Put into the punishment cell.", now=instant("2025-03-10 10:00")
    )
    reprisal = RunRow.objects.get(pk=done.made["run"])
    assert (reprisal.procedure, reprisal.stage) == ("kz/reprisal", "reported")
    actions.ask_protection(PEOPLE.npm, complaint, "transfer", now=instant("2025-03-10 11:00"))
    actions.withdrawal_asked(PEOPLE.special, complaint, now=instant("2025-03-11 10:00"))
    row = ComplaintRow.objects.get(pk=complaint)
    assert row.status == Status.UNDER_WAY
    assert row.reprisals == 1
    assert row.withdrawal_asked
    assert row.npm_contact_due
    assert RunRow.objects.get(pk=run).stage == "investigated"
    actions.npm_contact(PEOPLE.npm, complaint, now=instant("2025-03-12 10:00"))
    assert not ComplaintRow.objects.get(pk=complaint).npm_contact_due
    steps = seen(complaint, "2025-03-13 10:00").run(reprisal.run_id).standing.path  # type: ignore[union-attr]
    assert [step.move.id for step in steps] == ["ask_protection", "speak_in_private"]
    rule = judged(seen(complaint, "2025-03-13 10:00"), "international/no_reprisal_for_complaint", "treaty")
    assert rule.verdict.state is State.CANNOT_TELL


def test_the_coalition_follows_a_case_of_the_police_from_outside(sqlite_store: Store) -> None:
    complaint = of_outside(
        "2025-03-01 09:00", particulars=Particulars(about=About.TORTURE, officers=(officer_of(),))
    )
    assert ComplaintRow.objects.get(pk=complaint).status == Status.UNREGISTERED
    run = actions.open_run(
        PEOPLE.ngo, complaint, "international/coalition_file", now=instant("2025-03-02 10:00")
    ).made["run"]
    open_moves = seen(complaint, "2025-03-02 12:00").run(run).standing.open_moves  # type: ignore[union-attr]
    own = next(
        each
        for each in open_moves
        if "ngo" in each.done_by and not each.reasons_required and not each.only_if
    )
    move(PEOPLE.ngo, run, own.id, now="2025-03-03 10:00")
    assert own.id in [step.move.id for step in seen(complaint, "2025-03-04 10:00").run(run).standing.path]  # type: ignore[union-attr]
    actions.state_registered(
        PEOPLE.ngo, complaint, happened=at("2025-03-09 10:00"), now=instant("2025-03-10 10:00")
    )
    verdict = judged(seen(complaint, "2025-03-11 10:00"), "kz/complaint_registered", "national_law").verdict
    assert verdict.state is State.LATE


def test_the_same_matter_by_two_channels_is_linked_and_not_merged(sqlite_store: Store) -> None:
    one, two = registered(), registered(way=Way.PHONE)
    actions.link(PEOPLE.prosecutor, one, two, reasons="The same night.", now=instant("2025-03-05 10:00"))
    rows = {row.complaint_id: row for row in ComplaintRow.objects.all()}
    assert rows[one].linked_to == two
    assert rows[two].linked_to == one
    assert len(rows) == 2
    assert rows[one].registered_at == rows[two].registered_at


def test_what_others_did_unlawfully_is_entered_from_outside_and_found_wrong(sqlite_store: Store) -> None:
    said = Particulars(about=About.TORTURE, accused_body="police", act_on="2025-03-01")
    complaint = of_outside("2025-03-01 09:00", particulars=said)
    for kind, day, more in (
        ("InvestigatorAssigned", "2025-03-03 10:00", {"body": "police_internal_security"}),
        ("InvestigationOpened", "2025-03-04 10:00", {"body": "police_internal_security"}),
        ("InvestigationClosed", "2025-04-04 10:00", {"body": "police_internal_security"}),
    ):
        actions.state_done(
            PEOPLE.ngo, complaint, kind, happened=at(day), now=instant("2025-05-01 10:00"), **more
        )
    case = seen(complaint, "2025-05-02 10:00")
    for rule, basis in (
        ("kz/torture_investigated_by_special_prosecutors", "national_law"),
        ("kz/investigator_not_tied_to_accused", "recommendation"),
        ("international/impartial_investigator", "treaty"),
        ("international/victim_heard_before_closing", "standard"),
    ):
        assert judged(case, rule, basis).verdict.state is State.BREACHED, rule
    assert (case.status, case.outcome) == (Status.ENDED, "closed")
    with pytest.raises(ComplaintRefusal):
        actions.state_done(PEOPLE.prosecutor, registered(), "VictimHeard", now=instant("2025-05-01 10:00"))
