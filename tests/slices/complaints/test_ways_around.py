"""Ways around independence and lawfulness that somebody who knows the program would try; each is closed."""

import pytest
from tests.slices.access.people import person
from tests.slices.complaints.at_once import at_once
from tests.slices.complaints.cases import PEOPLE, at, instant, officer_of, registered
from tests.slices.complaints.test_worked_cases import investigated, move, seen
from tests.slices.store import Store

from qorgau.access.models import Appointment
from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.complaints import actions, queries
from qorgau.complaints.entries import About, Way
from qorgau.complaints.models import AssignmentRow, ComplaintBodyRow, ComplaintRow, RunRow
from qorgau.complaints.offered import MoveAsked, NamedOfficer, Particulars
from qorgau.complaints.refusal import ComplaintRefusal, MoveRefused, TiedBody
from qorgau.recording.models import StoredEntry

CRIMINAL = "kz/criminal_investigation"
BY_POLICE = Particulars(
    about=About.ILL_TREATMENT, act_on="2025-03-01", accused_body="police", officers=(officer_of(),)
)


def begun(by: object, complaint: str, *, now: str, **more: str) -> str:
    return actions.open_run(by, complaint, CRIMINAL, now=instant(now), **more).made["run"]  # type: ignore[arg-type]


def test_the_accused_body_that_received_it_does_not_begin_to_investigate_it(sqlite_store: Store) -> None:
    complaint = registered(to_body="police")
    run = begun(PEOPLE.police, complaint, now="2025-03-04 10:00")
    with pytest.raises(MoveRefused) as refused:
        move(PEOPLE.police, run, "open_investigation", now="2025-03-04 11:00")
    assert refused.value.path == ("police",)
    assert RunRow.objects.get(pk=run).stage == "registered"


def test_an_independent_body_named_in_the_facts_does_not_stand_in_for_the_one_that_acts(
    sqlite_store: Store,
) -> None:
    complaint = registered(to_body="police")
    run = begun(PEOPLE.police, complaint, now="2025-03-04 10:00")
    with pytest.raises(MoveRefused):
        move(
            PEOPLE.police, run, "open_investigation", now="2025-03-04 11:00",
            facts={"body": "special_prosecutors"},
        )  # fmt: skip


def test_torture_is_not_sent_on_to_the_department_of_the_accused(store: Store) -> None:
    complaint = registered()
    with pytest.raises(TiedBody) as refused:
        actions.forward(
            PEOPLE.prosecutor, complaint, "police_internal_security", now=instant("2025-03-04 10:00")
        )
    assert refused.value.path == ("police_internal_security", "police")
    assert not ComplaintBodyRow.objects.filter(body_id="police_internal_security").exists()
    assert AssignmentRow.objects.get(refused=True).entry_id == refused.value.entry
    actions.forward(PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant("2025-03-04 11:00"))


def test_a_procedure_does_not_bring_the_case_before_the_accused_body(sqlite_store: Store) -> None:
    complaint = registered()
    with pytest.raises(TiedBody):
        begun(PEOPLE.prosecutor, complaint, now="2025-03-04 10:00", body="police")
    assert not ComplaintBodyRow.objects.filter(body_id="police").exists()


def test_calling_torture_ill_treatment_in_passing_does_not_open_it_to_the_police(sqlite_store: Store) -> None:
    complaint = registered()
    now = instant("2025-03-04 10:00")
    with pytest.raises(ComplaintRefusal):
        actions.state_particulars(
            PEOPLE.prosecutor, complaint, Particulars(about=About.ILL_TREATMENT), now=now
        )
    with pytest.raises(ComplaintRefusal):
        actions.state_particulars(PEOPLE.prosecutor, complaint, Particulars(about=About.OTHER), now=now)
    assert ComplaintRow.objects.get(pk=complaint).about == "torture"
    graver = registered(particulars=BY_POLICE)
    actions.state_particulars(PEOPLE.prosecutor, graver, Particulars(about=About.TORTURE), now=now)
    assert ComplaintRow.objects.get(pk=graver).about == "torture"


def test_naming_another_accused_body_later_does_not_untie_the_first(sqlite_store: Store) -> None:
    said = Particulars(about=About.TORTURE, act_on="2025-03-01", accused_body="special_prosecutors")
    complaint = registered(particulars=said)
    actions.state_particulars(
        PEOPLE.prosecutor, complaint, Particulars(accused_body="police"), now=instant("2025-03-04 10:00")
    )
    with pytest.raises(TiedBody):
        actions.assign(PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant("2025-03-05 10:00"))


def test_requalified_to_torture_it_does_not_stay_with_the_police(sqlite_store: Store) -> None:
    complaint = registered(particulars=BY_POLICE)
    run = actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-04 10:00")).made["run"]
    move(PEOPLE.police, run, "open_investigation", now="2025-03-04 11:00")
    move(
        PEOPLE.prosecutor, run, "requalify", now="2025-03-05 10:00", ground="as_torture", reasons="A bone was broken."
    )  # fmt: skip
    with pytest.raises(MoveRefused):
        move(PEOPLE.police, run, "open_investigation", now="2025-03-05 11:00")


def test_the_offence_is_what_the_case_says_and_not_what_a_move_says(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    why = dict.fromkeys(
        ("victim_heard", "scene_visited", "recordings_held", "forensic_examination_done",
         "officers_named_are_suspects"), "No time.",
    )  # fmt: skip
    for said in ("ill_treatment", "other", "none"):
        with pytest.raises(MoveRefused):
            move(
                PEOPLE.special, run, "close", now="2025-04-01 10:00", ground="amnesty", reasons="So.",
                why_not=why, facts={"offence": said},
            )  # fmt: skip


def test_a_move_does_not_say_of_itself_that_nothing_ties_the_body(sqlite_store: Store) -> None:
    complaint = registered(particulars=BY_POLICE)
    run = begun(PEOPLE.prosecutor, complaint, now="2025-03-04 10:00")
    asked = MoveAsked(
        move="assign_ill_treatment", facts={"body": "police", "institutional_tie": "no", "offence": "torture"}
    )
    actions.make_move(PEOPLE.prosecutor, run, asked, now=instant("2025-03-04 11:00"))
    given = next(
        each for each in seen(complaint, "2025-03-05 10:00").entries if each.kind == "InvestigatorAssigned"
    )
    assert given.facts["institutional_tie"] == "yes"
    assert given.facts["offence"] == "ill_treatment"


def test_no_body_of_the_state_takes_a_complaint_in_without_registering_it(sqlite_store: Store) -> None:
    for who in (PEOPLE.prosecutor, PEOPLE.police):
        with pytest.raises(ComplaintRefusal):
            registered(by=who, to_body="police", outside=True, happened=at("2025-03-03 09:00"), way=Way.PAPER)
    assert not StoredEntry.objects.filter(kind="ComplaintLodged").exists()


def test_nobody_but_whoever_gives_cases_removes_somebody_else_from_one(sqlite_store: Store) -> None:
    complaint = registered()
    investigated(complaint, since="2025-03-05 10:00")
    now = instant("2025-03-06 10:00")
    with pytest.raises(NotPermitted):
        actions.recuse(PEOPLE.special, complaint, "doubt", account=PEOPLE.prosecutor.account, now=now)
    actions.recuse(PEOPLE.prosecutor, complaint, "doubt", account=PEOPLE.special.account, now=now)
    with pytest.raises(ComplaintRefusal):
        actions.report_reprisal(PEOPLE.special, complaint, reasons="A cell.", now=now + 60)


def test_a_case_is_not_handed_to_somebody_who_stepped_aside(sqlite_store: Store) -> None:
    holds = person(Role.COMPLAINTS_OFFICER, body="prosecutors_office")
    aside = person(Role.COMPLAINTS_OFFICER, body="prosecutors_office")
    complaint = registered()
    now = Appointment.objects.get(account_id=holds.account).since + 100
    actions.take_case(holds, complaint, now=now)
    actions.recuse(aside, complaint, "kinship", now=now + 1)
    with pytest.raises(ComplaintRefusal):
        actions.hand_over(holds, complaint, aside.account, now=now + 2)


def test_a_proposal_gives_nobody_the_competence_to_investigate_torture(sqlite_store: Store) -> None:
    complaint = registered(particulars=Particulars(about=About.TORTURE, act_on="2025-03-01"))
    with pytest.raises(ComplaintRefusal):
        actions.assign(PEOPLE.prosecutor, complaint, "kpi", now=instant("2025-03-04 10:00"))
    assert ComplaintRow.objects.get(pk=complaint).body_id == ""


def test_a_term_is_not_shortened_by_extending_it(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    for until in ("2025-03-06", "2020-01-01", "tomorrow", ""):
        with pytest.raises(ComplaintRefusal):
            actions.extend_term(
                PEOPLE.prosecutor,
                run,
                "extend_term",
                until=until,
                reasons="So.",
                now=instant("2025-03-20 10:00"),
            )


def test_a_move_made_once_is_not_made_again_by_another_act(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    with pytest.raises(MoveRefused):
        move(PEOPLE.special, run, "open_investigation", now="2025-03-06 10:00")


def test_two_opposite_moves_made_at_once_do_not_both_count(store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    why = dict.fromkeys(
        ("victim_heard", "scene_visited", "recordings_held", "forensic_examination_done",
         "officers_named_are_suspects"), "No time.",
    )  # fmt: skip

    def close() -> object:
        return move(
            PEOPLE.special,
            run,
            "close",
            now="2025-04-01 10:00",
            ground="not_proven",
            reasons="So.",
            why_not=why,
        )

    def interrupt() -> object:
        return move(
            PEOPLE.special, run, "interrupt", now="2025-04-01 10:00", ground="nobody_identified", reasons="So.",
            later=1,
        )  # fmt: skip

    answers = at_once(interrupt, interrupt, close, interrupt)
    made = [each for each in answers if not isinstance(each, ComplaintRefusal)]
    steps = seen(complaint, "2025-04-02 10:00").run(run).standing  # type: ignore[union-attr]
    moves = StoredEntry.objects.filter(kind="MoveMade").count()
    assert len(steps.refused_steps) == 0
    assert StoredEntry.objects.filter(kind="DecisionTaken").count() == len(made)
    assert moves == len(steps.path)


def test_a_clock_that_lags_makes_no_move_against_what_is_stored_already(sqlite_store: Store) -> None:
    run = investigated(registered(), since="2025-03-05 10:00")
    steps = (
        "victim_heard",
        "scene_visited",
        "recordings_held",
        "forensic_examination_done",
        "officers_named_are_suspects",
    )
    asked = {"ground": "not_proven", "reasons": "So.", "why_not": dict.fromkeys(steps, "No time.")}
    ahead = {"ground": "nobody_identified", "reasons": "So.", "later": 1}
    move(PEOPLE.special, run, "interrupt", now="2025-04-01 10:00", **ahead)
    with pytest.raises(MoveRefused):
        move(PEOPLE.special, run, "close", now="2025-04-01 10:00", **asked)


def test_whoever_has_an_officers_id_alone_does_not_read_the_name(store: Store) -> None:
    hidden = registered(to_body="special_prosecutors", by=PEOPLE.npm)
    (named,) = seen(hidden, "2025-03-04 10:00").officers
    own = registered()
    asked = NamedOfficer(officer=named.id, allegation="beating")
    tries = (
        lambda: actions.name_officer(PEOPLE.prosecutor, own, asked, now=instant("2025-03-04 11:00")),
        lambda: registered(particulars=Particulars(about=About.TORTURE, officers=(asked,))),
    )
    for attach in tries:
        with pytest.raises(ComplaintRefusal) as refused:
            attach()
        assert refused.value.key == "complaints.no_such_officer"
    shown = queries.case(PEOPLE.prosecutor, own, as_of=instant("2025-03-05 10:00")).officers
    assert named.id not in {each.id for each in shown}
    actions.name_officer(PEOPLE.npm, own, asked, now=instant("2025-03-05 11:00"))
    both = queries.case(PEOPLE.npm, own, as_of=instant("2025-03-06 10:00")).officers
    assert named.id in {each.id for each in both}


def test_the_mechanism_enters_no_move_by_which_a_tied_body_investigates(sqlite_store: Store) -> None:
    complaint = registered(to_body="police")
    run = begun(PEOPLE.police, complaint, now="2025-03-04 10:00")
    with pytest.raises(MoveRefused) as refused:
        move(PEOPLE.npm, run, "open_investigation", now="2025-03-04 11:00", body="police")
    assert refused.value.path == ("police",)
    assert RunRow.objects.get(pk=run).stage == "registered"


def test_the_mechanism_enters_what_a_body_that_is_not_tied_did(sqlite_store: Store) -> None:
    complaint = registered()
    run = actions.assign(
        PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant("2025-03-04 10:00")
    ).made["run"]
    move(PEOPLE.npm, run, "open_investigation", now="2025-03-04 11:00", body="special_prosecutors")
    assert RunRow.objects.get(pk=run).stage != "registered"
