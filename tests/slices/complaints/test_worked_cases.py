"""The cases that issue 4 tells, with the answer that each must have."""

from datetime import date

import pytest
from tests.slices.complaints.cases import PEOPLE, at, instant, of_outside, officer_of, registered
from tests.slices.store import Store

from qorgau.complaints import actions, queries
from qorgau.complaints.entries import About, Status
from qorgau.complaints.facts.case import Case
from qorgau.complaints.models import AssignmentRow, ComplaintRow, DecisionRow, NamedRow
from qorgau.complaints.offered import MoveAsked, NamedOfficer, Particulars
from qorgau.complaints.refusal import TiedBody
from qorgau.custody.facts.assessing import Judged
from qorgau.lawbook import Language
from qorgau.safeguards import State

DAY = 86_400


def judged(case: Case, rule: str, basis: str) -> Judged:
    return next(each for each in case.judged if each.safeguard.id == rule and each.verdict.basis == basis)


def seen(complaint: str, as_of: str) -> Case:
    return queries.case(PEOPLE.npm, complaint, as_of=instant(as_of))


def test_four_complaints_of_one_day_sent_to_the_accused_own_department(store: Store) -> None:
    complaints = [of_outside(f"2025-03-01 {hour}:00") for hour in (9, 10, 11, 12)]
    for number, complaint in enumerate(complaints):
        actions.send_back(
            PEOPLE.ngo,
            complaint,
            "police_internal_security",
            happened=at("2025-03-02 10:00", said_by="police_entry"),
            now=instant("2025-03-05 10:00"),
        )
        if number < 3:
            actions.refused_by_court(
                PEOPLE.ngo,
                complaint,
                "investigative_courts",
                happened=at("2025-03-20 10:00", said_by="court"),
                now=instant("2025-03-21 10:00"),
            )
    found = queries.oversight(PEOPLE.npm, as_of=instant("2025-06-01 00:00"), complaints=complaints)
    tally = found.tally
    assert (tally.unregistered, tally.sent_back, tally.refused_by_court, tally.unknown) == (4, 4, 3, 1)
    assert tally.breached["kz/complaint_not_sent_back"] == 4
    assert tally.breached["kz/complaint_registered"] == 4
    (quoted,) = tally.disputed["kz/complaint_not_sent_back"]
    assert "181 (5)" in quoted[Language.EN]
    assert len(set(quoted.values())) == len(Language)
    assert {row.status for row in ComplaintRow.objects.all()} == {Status.SENT_BACK}


def investigated(complaint: str, *, since: str) -> str:
    """The case is given to the special prosecutors and investigated; gives the run."""
    run = actions.assign(PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant(since)).made["run"]
    move(PEOPLE.special, run, "open_investigation", now=since, later=3600)
    return run


def move(who: object, run: str, name: str, *, now: str, later: int = 0, **more: object) -> actions.Done:
    return actions.make_move(who, run, MoveAsked(move=name, **more), now=instant(now) + later)  # type: ignore[arg-type]


def test_closed_in_april_read_in_may_appealed_five_days_later_is_not_late(store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    missing = ("victim_heard", "scene_visited", "recordings_held", "forensic_examination_done",
               "officers_named_are_suspects")  # fmt: skip
    why_not = dict.fromkeys(missing, "Nobody had the time.")
    move(
        PEOPLE.special,
        run,
        "close",
        now="2025-04-29 10:00",
        ground="officer_not_named",
        reasons="So.",
        why_not=why_not,
    )
    closed = move(PEOPLE.prosecutor, run, "approve_closing", now="2025-04-30 10:00")
    decision = closed.made["decision"]
    appeal = next(each for each in seen(complaint, "2025-04-30 12:00").runs if each.reviews == decision)
    actions.serve_decision(
        PEOPLE.special, complaint, decision, copy_given=False, now=instant("2025-05-20 10:00")
    )
    actions.name_party(PEOPLE.prosecutor, complaint, "lawyer", "lawyer", now=instant("2025-05-24 10:00"))
    move(PEOPLE.lawyer, appeal.id, "ask_court", now="2025-05-25 10:00")
    row = DecisionRow.objects.get(pk=decision)
    assert row.shown_at == instant("2025-05-20 10:00")
    assert row.served_at is None
    case = seen(complaint, "2025-06-01 00:00")
    for duty in ("kz/criminal_investigation:serve_closing", "kz/appeal_against_closing:serve"):
        assert judged(case, duty, "national_law").verdict.state is State.BREACHED, duty
    in_time = [each for each in case.judged if each.safeguard.id == "kz/appeal_against_closing:ask_court"]
    assert all(each.verdict.state not in (State.LATE, State.BREACHED) for each in in_time)
    assert case.run(appeal.id).standing.stage == "at_court"  # type: ignore[union-attr]


def test_an_officer_named_in_march_suspended_for_seventeen_days(store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-03 09:30")
    officer = NamedRow.objects.get(complaint_id=complaint).officer_id
    for act, when in (
        (actions.suspect, "2025-03-03 12:00"),
        (actions.suspend, "2025-03-24 12:00"),
        (actions.return_officer, "2025-04-10 12:00"),
    ):
        act(PEOPLE.special, complaint, officer, now=instant(when))
    case = seen(complaint, "2025-06-01 12:00")
    suspended = judged(case, "kz/suspect_suspended_immediately", "recommendation").verdict
    assert suspended.elapsed == (21 * DAY, 21 * DAY)
    assert suspended.state in (State.CANNOT_TELL, State.LATE)
    assert suspended.limit is not None
    assert not hasattr(suspended.limit.limit, "amount")
    back = judged(case, "kz/suspension_lasts", "recommendation").verdict
    assert back.state is State.BREACHED
    assert back.met is not None
    assert instant("2025-06-01 12:00") - back.met.earliest == 52 * DAY
    assert case.run(run) is not None


def test_a_prison_doctor_of_december_2022_is_tied_to_the_interior_ministry(store: Store) -> None:
    doctor = [
        NamedOfficer(
            name="Invented Doctor", body="penitentiary_committee", since="2015-01-01", until="2023-01-01"
        )
    ]
    complaint = registered(
        particulars=Particulars(about=About.TORTURE, act_on="2022-12-10", officers=tuple(doctor))
    )
    officer = NamedRow.objects.get(complaint_id=complaint).officer_id
    actions.state_service(
        PEOPLE.prosecutor, officer, "ministry_of_health", since="2023-01-01", now=instant("2025-03-04 10:00")
    )
    with pytest.raises(TiedBody) as refused:
        actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-05 10:00"))
    assert refused.value.path == ("police", "mia", "penitentiary_committee")
    assert "Ministry of Internal Affairs" in str(refused.value)
    recorded = AssignmentRow.objects.get(complaint_id=complaint)
    assert recorded.refused
    assert recorded.path == "police>mia>penitentiary_committee"
    given = actions.assign(
        PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant("2025-03-05 11:00")
    )
    assert given.marks == ()
    assert ComplaintRow.objects.get(pk=complaint).body_id == "special_prosecutors"


def test_ill_treatment_may_be_given_to_the_police_and_is_marked(store: Store) -> None:
    said = Particulars(
        about=About.ILL_TREATMENT, act_on="2025-03-01", accused_body="police", officers=(officer_of(),)
    )
    complaint = registered(particulars=said)
    offered = seen(complaint, "2025-06-01 00:00").routing
    assert offered is not None
    by_body = {each.body: each for each in offered.candidates}
    assert by_body["police"].tie is not None
    assert by_body["police"].marks
    assert by_body["special_prosecutors"].is_open
    done = actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-06-01 10:00"))
    assert "investigator_independent" in {mark.name for mark in done.marks}
    case = seen(complaint, "2025-06-02 00:00")
    rule = "kz/ill_treatment_not_investigated_by_police"
    assert judged(case, rule, "recommendation").verdict.state is State.BREACHED


def test_before_2023_torture_by_the_police_goes_to_another_department() -> None:
    then = queries.competent("torture", on=date(2022, 5, 5), accused_body="police")
    is_open = {each.body: each.is_open for each in then.candidates}
    assert not is_open["police"]
    assert is_open["anti_corruption_agency"]
    now = queries.competent("torture", on=date(2025, 5, 5), accused_body="police")
    assert [each.body for each in now.candidates] == ["special_prosecutors"]
