"""What is wrong in a case is corrected or withdrawn, and stays in sight; nothing is made better by one person alone."""

import pytest
from tests.slices.access.people import actor
from tests.slices.complaints.cases import CANARY, PEOPLE, at, instant, registered
from tests.slices.complaints.test_worked_cases import investigated, seen
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.complaints import actions, queries
from qorgau.complaints.actions import Corrected
from qorgau.complaints.entries import COMPLAINT
from qorgau.complaints.facts.case import Case, CaseEntry
from qorgau.complaints.facts.keeping import keeper_of
from qorgau.complaints.models import ComplaintRow, NamedRow, RunRow
from qorgau.complaints.refusal import ComplaintRefusal
from qorgau.recording.history import history
from qorgau.recording.rebuilding import rebuild

NOW = "2025-04-01 10:00"


def entry(case: Case, kind: str, *, last: bool = True) -> CaseEntry:
    found = [each for each in case.entries if each.kind == kind]
    return found[-1 if last else 0]


def found_about(complaint: str, finding: str, now: str) -> CaseEntry:
    officer = NamedRow.objects.get(complaint_id=complaint).officer_id
    actions.find_about(PEOPLE.prosecutor, complaint, officer, finding, reasons=CANARY, now=instant(now))
    return entry(seen(complaint, now), "FindingMade")


def corrected(complaint: str, wrong: str, now: str, **facts: str) -> actions.Done:
    return actions.correct_entry(
        PEOPLE.prosecutor, complaint, wrong, Corrected(facts=facts), why=f"Typed wrong. {CANARY}", now=instant(now)
    )  # fmt: skip


def refused(key: str, error: pytest.ExceptionInfo[ComplaintRefusal]) -> None:
    assert error.value.key == f"complaints.{key}"


def test_a_corrected_entry_counts_no_more_and_stays_in_sight_with_the_reason(store: Store) -> None:
    complaint = registered()
    wrong = found_about(complaint, "found", "2025-03-20 10:00")
    done = corrected(complaint, wrong.id, NOW, finding="not_proven")
    case = seen(complaint, "2025-04-02 10:00")
    assert case.officers[0].finding == "not_proven"
    assert NamedRow.objects.get(complaint_id=complaint).finding == "not_proven"
    new = entry(case, "FindingMade")
    assert (new.id, new.corrects) == (done.entries[0], wrong.id)
    assert CANARY in new.why
    (old,) = case.set_aside
    assert (old.id, old.facts["finding"]) == (wrong.id, "found")
    assert new.personal == old.personal


def test_the_reason_is_personal(sqlite_store: Store) -> None:
    complaint = registered()
    wrong = found_about(complaint, "found", "2025-03-20 10:00")
    corrected(complaint, wrong.id, NOW, finding="not_proven")
    stored = history(COMPLAINT, complaint)[-1].entry
    assert stored.corrects is not None
    assert CANARY not in repr(stored)
    assert stored.corrects.why == "personal"


def test_a_rebuild_gives_the_same_after_corrections(store: Store) -> None:
    complaint = registered()
    wrong = found_about(complaint, "found", "2025-03-20 10:00")
    corrected(complaint, wrong.id, NOW, finding="not_proven")
    before = list(ComplaintRow.objects.values()), list(NamedRow.objects.values())
    rebuild(as_of=instant("2025-05-01 10:00"))
    assert (list(ComplaintRow.objects.values()), list(NamedRow.objects.values())) == before


def test_the_same_correction_sent_twice_counts_once(store: Store) -> None:
    complaint = registered()
    wrong = found_about(complaint, "found", "2025-03-20 10:00")
    asked = Corrected(facts={"finding": "not_proven"})
    sent = [
        actions.correct_entry(
            PEOPLE.prosecutor, complaint, wrong.id, asked, why="So.", now=instant(NOW) + later, act_id="one"
        )
        for later in (0, 30)
    ]
    assert sent[0].entries == sent[1].entries
    assert not sent[1].is_new


def test_nobody_corrects_what_another_body_recorded(sqlite_store: Store) -> None:
    complaint = registered()
    wrong = found_about(complaint, "found", "2025-03-20 10:00")
    asked = Corrected(facts={"finding": "not_found"})
    with pytest.raises(ComplaintRefusal) as error:
        actions.correct_entry(PEOPLE.npm, complaint, wrong.id, asked, why="So.", now=instant(NOW))
    refused("recorded_by_others", error)


def test_a_correction_needs_a_reason_and_a_difference(sqlite_store: Store) -> None:
    complaint = registered()
    wrong = found_about(complaint, "found", "2025-03-20 10:00")
    with pytest.raises(ComplaintRefusal) as error:
        actions.withdraw_entry(PEOPLE.prosecutor, complaint, wrong.id, why=" ", now=instant(NOW))
    refused("why_required", error)
    with pytest.raises(ComplaintRefusal) as error:
        corrected(complaint, wrong.id, NOW, finding="found")
    refused("nothing_changed", error)
    with pytest.raises(ComplaintRefusal) as error:
        corrected(complaint, wrong.id, NOW, finding="guilty")
    refused("no_such_word", error)
    with pytest.raises(ComplaintRefusal) as error:
        corrected(complaint, wrong.id, NOW, procedure="kz/police_discipline")
    refused("no_such_word", error)


def test_a_complaint_is_never_withdrawn_from_the_register(sqlite_store: Store) -> None:
    complaint = registered()
    lodged = entry(seen(complaint, NOW), "ComplaintLodged")
    with pytest.raises(ComplaintRefusal) as error:
        actions.withdraw_entry(PEOPLE.prosecutor, complaint, lodged.id, why="Gone.", now=instant(NOW))
    refused("complaint_stays", error)
    typed = Corrected(texts={keeper_of(complaint): {"narrative": "They threatened me."}})
    actions.correct_entry(PEOPLE.prosecutor, complaint, lodged.id, typed, why="Misheard.", now=instant(NOW))
    told = seen(complaint, "2025-04-02 10:00").told
    assert (told.name, told.narrative) == (CANARY, "They threatened me.")
    with pytest.raises(ComplaintRefusal) as error:
        corrected(complaint, lodged.id, NOW, act_on="2025-03-02")
    refused("corrected_already", error)


def test_a_refused_assignment_is_never_corrected_away(sqlite_store: Store) -> None:
    complaint = registered()
    with pytest.raises(ComplaintRefusal):
        actions.assign(PEOPLE.prosecutor, complaint, "police", now=instant("2025-03-04 10:00"))
    kept = entry(seen(complaint, NOW), "AssignmentRefused")
    with pytest.raises(ComplaintRefusal) as error:
        actions.withdraw_entry(PEOPLE.prosecutor, complaint, kept.id, why="Embarrassing.", now=instant(NOW))
    refused("not_to_be_corrected", error)


def test_a_move_is_withdrawn_with_what_it_recorded_the_last_first(store: Store) -> None:
    complaint = registered()
    run = investigated(complaint, since="2025-03-05 10:00")
    before = RunRow.objects.get(pk=run).stage
    moves = [each for each in seen(complaint, NOW).entries if each.kind == "MoveMade"]
    with pytest.raises(ComplaintRefusal) as error:
        actions.withdraw_entry(PEOPLE.prosecutor, complaint, moves[0].id, why="So.", now=instant(NOW))
    refused("later_rests_on_it", error)
    who = PEOPLE.special if moves[-1].body == PEOPLE.special.body else PEOPLE.prosecutor
    actions.withdraw_entry(who, complaint, moves[-1].id, why="Another case.", now=instant(NOW))
    assert RunRow.objects.get(pk=run).stage != before
    gone = {each.kind for each in seen(complaint, "2025-04-02 10:00").set_aside}
    assert len(gone) > 1


def test_what_a_move_recorded_is_corrected_with_the_move_alone(sqlite_store: Store) -> None:
    complaint = registered()
    investigated(complaint, since="2025-03-05 10:00")
    beside = entry(seen(complaint, NOW), "InvestigationOpened")
    who = {PEOPLE.special.body: PEOPLE.special, PEOPLE.prosecutor.body: PEOPLE.prosecutor}[beside.body]
    with pytest.raises(ComplaintRefusal) as error:
        actions.withdraw_entry(who, complaint, beside.id, why="So.", now=instant(NOW))
    refused("corrected_with_its_move", error)


def states(case: Case, safeguard: str) -> set[str]:
    return {each.clock.state.value for each in case.clocks if each.safeguard.id == safeguard}


def late_registration(now: str = NOW) -> tuple[str, CaseEntry]:
    """Made on 3 March, registered three weeks later: too late by the law."""
    complaint = registered("2025-03-24 10:00", happened=at("2025-03-03 09:00"))
    return complaint, entry(seen(complaint, now), "ComplaintRegistered")


def test_what_makes_a_late_duty_look_done_in_time_waits_for_a_second_person(store: Store) -> None:
    complaint, wrong = late_registration()
    bad = ComplaintRow.objects.get(pk=complaint).breaches
    assert bad > 0
    asked = Corrected(happened=at("2025-03-03 09:30"))
    done = actions.correct_entry(PEOPLE.prosecutor, complaint, wrong.id, asked, why="So.", now=instant(NOW))
    assert done.improves
    assert ComplaintRow.objects.get(pk=complaint).breaches == bad
    waiting = next(each for each in seen(complaint, NOW).set_aside if each.id == done.entries[0])
    assert waiting.waits
    with pytest.raises(ComplaintRefusal) as error:
        actions.confirm_correction(PEOPLE.prosecutor, complaint, done.entries[0], now=instant(NOW) + 60)
    refused("not_by_the_same_person", error)
    actions.confirm_correction(PEOPLE.colleague, complaint, done.entries[0], now=instant(NOW) + 60)
    assert ComplaintRow.objects.get(pk=complaint).breaches < bad
    with pytest.raises(ComplaintRefusal) as error:
        actions.confirm_correction(PEOPLE.npm, complaint, done.entries[0], now=instant(NOW) + 120)
    refused("nothing_to_confirm", error)


def test_to_withdraw_and_to_enter_anew_is_to_correct(sqlite_store: Store) -> None:
    complaint, wrong = late_registration()
    actions.withdraw_entry(PEOPLE.prosecutor, complaint, wrong.id, why="So.", now=instant(NOW))
    bad = ComplaintRow.objects.get(pk=complaint).breaches
    again = actions.state_registered(
        PEOPLE.prosecutor, complaint, happened=at("2025-03-03 09:30"), now=instant(NOW) + 60
    )
    assert again.improves
    assert ComplaintRow.objects.get(pk=complaint).breaches == bad


def test_where_an_officer_served_is_changed_by_two_persons_none_of_them_of_a_tied_body(store: Store) -> None:
    complaint = registered()
    served = entry(seen(complaint, NOW), "OfficerServed")
    done = corrected(complaint, served.id, NOW, served_body="special_prosecutors")
    assert done.improves
    assert [each.body for each in seen(complaint, NOW).officers[0].services] == ["police"]
    actions.assign(PEOPLE.prosecutor, complaint, "special_prosecutors", now=instant("2025-03-05 10:00"))
    tied = actor(Role.COMPLAINTS_OFFICER, body="special_prosecutors", account="tied")
    actions.confirm_correction(PEOPLE.colleague, complaint, done.entries[0], now=instant(NOW) + 60)
    assert [each.body for each in seen(complaint, NOW).officers[0].services] == ["special_prosecutors"]
    back = corrected(complaint, done.entries[0], "2025-04-01 12:00", served_body="police")
    with pytest.raises(ComplaintRefusal) as error:
        actions.confirm_correction(tied, complaint, back.entries[0], now=instant("2025-04-01 13:00"))
    refused("tied_confirms_nothing", error)


def test_who_may_not_see_the_case_learns_nothing_of_its_entries(sqlite_store: Store) -> None:
    complaint = registered()
    wrong = found_about(complaint, "found", "2025-03-20 10:00")
    for stranger in (PEOPLE.doctor, PEOPLE.examiner):
        with pytest.raises((ComplaintRefusal, NotPermitted)):
            actions.withdraw_entry(stranger, complaint, wrong.id, why="So.", now=instant(NOW))
    assert not seen(complaint, NOW).set_aside


def test_a_unit_sees_nothing_lodged_with_the_institution_above_it_until_it_is_sent_on(
    sqlite_store: Store,
) -> None:
    complaint = registered()
    unit = actor(Role.COMPLAINTS_OFFICER, body="prosecutors-of-one-region", account="unit")
    with pytest.raises(ComplaintRefusal):
        queries.case(unit, complaint, as_of=instant(NOW))
    assert not queries.inbox(unit, as_of=instant(NOW)).lines
