"""Who gets a case, who steps aside, what leavers leave, and that nobody decides on their own act."""

from datetime import date

import pytest
from tests.slices.access.people import person
from tests.slices.complaints.cases import PEOPLE, instant, officer_of, registered
from tests.slices.complaints.test_worked_cases import investigated, move, seen
from tests.slices.store import Store

from qorgau.access.models import Appointment
from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.complaints import actions, queries
from qorgau.complaints.entries import About, LookedBecause, Status
from qorgau.complaints.models import AssignmentRow, ComplaintRow, NamedRow
from qorgau.complaints.offered import Particulars
from qorgau.complaints.refusal import ComplaintRefusal, MoveRefused, NoSuchComplaint, TiedBody
from qorgau.lawbook import Language


def test_torture_by_the_police_is_refused_to_the_police_with_the_way_in_every_language(store: Store) -> None:
    complaint = registered()
    with pytest.raises(TiedBody) as refused:
        actions.assign(
            PEOPLE.prosecutor, complaint, "police_internal_security", now=instant("2025-03-04 10:00")
        )
    assert refused.value.path == ("police_internal_security", "police")
    assert "Департамент собственной безопасности полиции" in refused.value.said(Language.RU)
    assert "Полицияның өзіндік қауіпсіздік департаменті" in refused.value.said(Language.KK)
    row = ComplaintRow.objects.get(pk=complaint)
    assert row.refused_assignments == 1
    assert row.body_id == ""
    assert AssignmentRow.objects.get(refused=True).entry_id == refused.value.entry


def test_a_refusal_does_not_stop_the_next_assignment(sqlite_store: Store) -> None:
    complaint = registered()
    with pytest.raises(TiedBody):
        actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-04 10:00"))
    actions.assign(PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant("2025-03-04 11:00"))
    row = ComplaintRow.objects.get(pk=complaint)
    assert row.body_id == "special_prosecutors"
    assert row.status == Status.UNDER_WAY


def test_a_body_without_the_competence_is_refused_and_told_who_has_it(sqlite_store: Store) -> None:
    complaint = registered()
    with pytest.raises(TiedBody) as refused:
        actions.assign(
            PEOPLE.prosecutor, complaint, "anti_corruption_agency", now=instant("2025-03-04 10:00")
        )
    assert refused.value.path == ()
    assert "Special prosecutors" in str(refused.value)
    assert AssignmentRow.objects.get(refused=True).why == "not_competent"


def test_where_the_accused_are_of_the_competent_body_no_independent_one_exists(sqlite_store: Store) -> None:
    said = Particulars(
        about=About.TORTURE, act_on="2025-03-01", officers=(officer_of("special_prosecutors"),)
    )
    complaint = registered(particulars=said)
    routing = seen(complaint, "2025-03-10 10:00").routing
    assert routing is not None
    assert routing.independent == ()
    assert routing.says
    assert {each.body for each in routing.candidates if each.forum == "treaty_body"} == {
        "committee_against_torture", "human_rights_committee",
    }  # fmt: skip
    with pytest.raises(TiedBody):
        actions.assign(PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant("2025-03-11 10:00"))


def test_before_anybody_opened_it_only_the_place_and_the_receiving_body_route_it() -> None:
    routing = queries.competent("", on=date(2025, 3, 3), place_type="ivs")
    assert [each.body for each in routing.independent] == ["special_prosecutors"]


def test_requalifying_changes_who_investigates_and_needs_reasons(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    with pytest.raises(MoveRefused):
        move(PEOPLE.prosecutor, run, "requalify", now="2025-04-01 10:00", ground="as_ill_treatment")
    done = move(
        PEOPLE.prosecutor, run, "requalify", now="2025-04-01 11:00", ground="as_ill_treatment", reasons="So."
    )
    assert "forum_changed" in {mark.name for mark in done.marks}
    case = seen(complaint, "2025-04-02 00:00")
    assert case.about == "ill_treatment"
    assert case.run(run).standing.stage == "registered"  # type: ignore[union-attr]
    given = actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-04-02 10:00"))
    assert given.marks
    assert ComplaintRow.objects.get(pk=complaint).body_id == "police"


def test_nobody_approves_their_own_act(sqlite_store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    same = PEOPLE.special
    why = dict.fromkeys(
        ("victim_heard", "scene_visited", "recordings_held", "forensic_examination_done",
         "officers_named_are_suspects"), "No time.",
    )  # fmt: skip
    move(same, run, "close", now="2025-04-01 10:00", ground="not_proven", reasons="So.", why_not=why)
    promoted = person("complaints_officer", body="prosecutors_office")
    same_account = type(promoted)(**{**vars(promoted), "account": same.account})
    with pytest.raises(MoveRefused):
        move(same_account, run, "approve_closing", now="2025-04-02 10:00")
    move(PEOPLE.colleague, run, "approve_closing", now="2025-04-02 11:00")


def test_whoever_stepped_aside_acts_in_the_case_no_more(sqlite_store: Store) -> None:
    complaint = registered()
    actions.recuse(PEOPLE.prosecutor, complaint, "kinship", now=instant("2025-03-04 10:00"))
    with pytest.raises(ComplaintRefusal):
        actions.assign(PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant("2025-03-04 11:00"))
    actions.assign(PEOPLE.colleague, complaint, "special_prosecutors", now=instant("2025-03-04 12:00"))


def test_what_a_leaver_held_is_listed_and_handed_over(store: Store) -> None:
    leaver = person(Role.COMPLAINTS_OFFICER, body="prosecutors_office", name="Somebody Who Left")
    stays = person(Role.COMPLAINTS_OFFICER, body="prosecutors_office")
    complaint = registered()
    now = Appointment.objects.get(account_id=leaver.account).since + 100
    actions.take_case(leaver, complaint, now=now)
    assert queries.left_behind(stays, now=now) == ()
    Appointment.objects.filter(account_id=leaver.account).update(until=now + 10)
    left = queries.left_behind(stays, now=now + 20)
    assert [(each.account, each.complaints) for each in left] == [(leaver.account, (complaint,))]
    with pytest.raises(ComplaintRefusal):
        actions.hand_over(stays, complaint, "nobody", from_account=leaver.account, now=now + 30)
    actions.hand_over(stays, complaint, stays.account, from_account=leaver.account, now=now + 30)
    assert queries.left_behind(stays, now=now + 40) == ()


def test_the_accused_body_never_learns_who_complained(store: Store) -> None:
    said = Particulars(
        about=About.ILL_TREATMENT, act_on="2025-03-01", accused_body="police", officers=(officer_of(),)
    )
    complaint = registered(particulars=said)
    with pytest.raises(NoSuchComplaint):
        queries.case(PEOPLE.police, complaint, as_of=instant("2025-03-04 10:00"))
    actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-05 10:00"))
    seen_by_police = queries.case(PEOPLE.police, complaint, as_of=instant("2025-03-06 10:00"))
    assert seen_by_police.told.hidden
    assert "Canary" not in repr(seen_by_police)
    lodged = next(each for each in seen_by_police.entries if each.kind == "ComplaintLodged")
    assert lodged.hidden
    assert lodged.by == ""
    assert "Canary" in repr(queries.case(PEOPLE.prosecutor, complaint, as_of=instant("2025-03-06 10:00")))


def test_identity_is_let_out_by_an_entry_only(sqlite_store: Store) -> None:
    complaint = registered()
    investigated(complaint, since="2025-03-05 10:00")
    as_of = instant("2025-03-06 10:00")
    assert queries.case(PEOPLE.special, complaint, as_of=as_of).told.hidden
    with pytest.raises(ComplaintRefusal):
        actions.release_identity(
            PEOPLE.special, complaint, "special_prosecutors", ground="consent", now=as_of
        )
    actions.release_identity(PEOPLE.npm, complaint, "special_prosecutors", ground="consent", now=as_of)
    assert "Canary" in queries.case(PEOPLE.special, complaint, as_of=as_of + 60).told.name


def test_a_look_at_the_file_is_an_entry_once_an_hour(sqlite_store: Store) -> None:
    complaint = registered()
    for minute in (0, 5, 61):
        now = instant("2025-03-06 10:00") + minute * 60
        actions.open_file(PEOPLE.prosecutor, complaint, because=LookedBecause.DUTY, now=now)
    assert len(queries.openings(PEOPLE.npm, complaint)) == 2
    with pytest.raises(NotPermitted):
        queries.openings(PEOPLE.prosecutor, complaint)


def test_an_officers_history_keeps_allegations_apart_from_outcomes(sqlite_store: Store) -> None:
    first = registered()
    officer = NamedRow.objects.get(complaint_id=first).officer_id
    known = officer_of()
    again = type(known)(officer=officer, allegation="threats")
    second = registered(particulars=Particulars(about=About.TORTURE, officers=(again,)))
    actions.find_about(PEOPLE.prosecutor, first, officer, "not_proven", now=instant("2025-05-01 10:00"))
    told = queries.officer_history(PEOPLE.prosecutor, officer)
    assert told.alleged == 2
    assert told.found == 0
    assert {each.complaint for each in told.cases} == {first, second}
    assert queries.officers_named(PEOPLE.prosecutor, "SERGEANT  invented") == (officer,)
    assert queries.officers_named(PEOPLE.ngo, "Sergeant Invented") == ()
