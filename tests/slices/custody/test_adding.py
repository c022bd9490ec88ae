"""Adding entries: by the form of their kind, by whose word, when; marked where they come late."""

from dataclasses import replace

import pytest
from tests.slices.custody.desk import HOUR, NIGHT, Desk, at, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.custody import actions, queries
from qorgau.custody.entries import NewEntry
from qorgau.custody.facts.record import ShownEntry
from qorgau.custody.models import ClockRow, CustodyRow
from qorgau.custody.refusal import CustodyRefusal, NeedsConfirmation, NoSuchCustody
from qorgau.custody.times import When
from qorgau.safeguards import State


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def sqlite_desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk, **more: object) -> str:
    return actions.book(desk.officer, booking(desk, **more), now=NIGHT).custody


def add(desk: Desk, custody: str, kind: str, *, now: int = NIGHT + HOUR, **more: object) -> str:
    return actions.add_entry(desk.officer, custody, NewEntry(kind=kind, **more), now=now).entry  # type: ignore[arg-type]


def shown(desk: Desk, custody: str, entry: str, *, as_of: int = NIGHT + 10 * HOUR) -> ShownEntry:
    return next(e for e in queries.record(desk.officer, custody, as_of=as_of).entries if e.id == entry)


def test_one_touch_says_that_it_happened_now_by_the_word_of_the_desk(desk: Desk) -> None:
    custody = booked(desk)
    meal = shown(desk, custody, add(desk, custody, "MealGiven"))
    (told,) = meal.happened
    assert (told.said_by, told.earliest, told.latest) == ("police_entry", NIGHT + HOUR, NIGHT + HOUR)
    assert meal.late_by is None


def test_an_entry_sent_twice_under_one_key_is_one_entry(desk: Desk) -> None:
    custody = booked(desk)
    new = NewEntry(kind="QuestioningBegan", facts={"lawyer_present": "no"})
    first = actions.add_entry(desk.officer, custody, new, now=NIGHT + HOUR, act_id="k1")
    again = actions.add_entry(desk.officer, custody, new, now=NIGHT + 2 * HOUR, act_id="k1")
    assert again.entry == first.entry
    assert not again.is_new
    assert CustodyRow.objects.get().entries == len(queries.record(desk.npm, custody, as_of=NIGHT * 2).entries)


@pytest.mark.parametrize("number", range(6))
def test_an_entry_of_the_booking_s_own_second_sent_twice_is_one_entry(sqlite_desk: Desk, number: int) -> None:
    # Entries of one second are ordered by ids that nobody chooses: each number gives another order.
    custody = actions.book(sqlite_desk.officer, booking(sqlite_desk), now=NIGHT, act_id=f"b{number}").custody
    sent = [
        actions.add_entry(
            sqlite_desk.officer, custody, NewEntry(kind="MealGiven"), now=NIGHT, act_id=f"meal{number}"
        )
        for _ in range(2)
    ]
    assert [each.is_new for each in sent] == [True, False]


def test_an_end_sent_twice_still_ends_the_same_questioning(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    add(sqlite_desk, custody, "QuestioningBegan")
    ended = NewEntry(kind="QuestioningEnded")
    first = actions.add_entry(sqlite_desk.officer, custody, ended, now=NIGHT + 2 * HOUR, act_id="end")
    again = actions.add_entry(sqlite_desk.officer, custody, ended, now=NIGHT + 3 * HOUR, act_id="end")
    assert (again.entry, again.is_new) == (first.entry, False)


def test_the_questioning_that_began_is_the_one_that_ends(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    began = shown(sqlite_desk, custody, add(sqlite_desk, custody, "QuestioningBegan"))
    ended = shown(sqlite_desk, custody, add(sqlite_desk, custody, "QuestioningEnded", now=NIGHT + 2 * HOUR))
    assert began.objects["questioning"] == ended.objects["questioning"]


def test_nothing_ends_that_has_not_begun_and_of_two_somebody_must_say_which(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    with pytest.raises(CustodyRefusal, match="Nothing of this kind"):
        add(sqlite_desk, custody, "RestraintRemoved")
    for now in (NIGHT + HOUR, NIGHT + 2 * HOUR):
        new = NewEntry(kind="RestraintApplied", facts={"instrument": "handcuffs"})
        actions.add_entry(sqlite_desk.officer, custody, new, now=now, confirmed=True)
    with pytest.raises(CustodyRefusal) as refused:
        add(sqlite_desk, custody, "RestraintRemoved", now=NIGHT + 3 * HOUR)
    assert refused.value.key == "custody.which_object"


def test_a_further_account_of_one_event_is_counted_as_the_same_event(desk: Desk) -> None:
    custody = booked(desk)
    seen = add(desk, custody, "MedicallyExamined", happened=(at("2026-11-21 03:00"),))
    add(
        desk,
        custody,
        "MedicallyExamined",
        account_of=seen,
        happened=(at("2026-11-21 02:30", said_by="person"),),
    )
    record = queries.record(desk.officer, custody, as_of=NIGHT + 10 * HOUR)
    exams = {e.objects["examination"] for e in record.entries if e.kind == "MedicallyExamined"}
    assert len(exams) == 1


def test_what_is_typed_hours_later_is_allowed_marked_and_counted(desk: Desk) -> None:
    custody = booked(desk)
    told = add(desk, custody, "RelativeTold", happened=(at("2026-11-21 02:20"),), now=NIGHT + 5 * HOUR)
    assert shown(desk, custody, told).late_by == NIGHT + 5 * HOUR - instant("2026-11-21 02:20")


def test_a_time_that_has_not_come_is_refused(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    with pytest.raises(CustodyRefusal) as refused:
        add(sqlite_desk, custody, "MealGiven", happened=(When.at(NIGHT + 2 * HOUR),))
    assert refused.value.key == "custody.in_the_future"


def test_a_time_before_the_apprehension_is_asked_about_and_taken_once_confirmed(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    early = NewEntry(kind="QuestioningBegan", happened=(at("2026-11-20 20:00"),))
    with pytest.raises(NeedsConfirmation):
        actions.add_entry(sqlite_desk.officer, custody, early, now=NIGHT + HOUR)
    assert actions.add_entry(sqlite_desk.officer, custody, early, now=NIGHT + HOUR, confirmed=True).is_new


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewEntry(kind="NoSuchThing"), "kind"),
        (NewEntry(kind="LawyerTurnedAway"), "reason"),
        (NewEntry(kind="LawyerTurnedAway", facts={"reason": "I said so"}), "reason"),
        (NewEntry(kind="MealGiven", facts={"reason": "no_pass"}), "reason"),
        (NewEntry(kind="MealGiven", personal={"note": "soup"}), "note"),
        (NewEntry(kind="PropertyTaken"), "items"),
        (NewEntry(kind="OutdoorExerciseGiven", facts={"minutes": "an hour"}), "minutes"),
        (NewEntry(kind="Placed", cell="no-such-cell"), "cell"),
        (NewEntry(kind="StatementUsed"), "kind"),
    ],
)
def test_what_the_form_does_not_ask_or_must_have_is_refused_at_its_field(
    sqlite_desk: Desk, new: NewEntry, field: str
) -> None:
    custody = booked(sqlite_desk)
    with pytest.raises(CustodyRefusal) as refused:
        actions.add_entry(sqlite_desk.officer, custody, new, now=NIGHT + HOUR)
    assert refused.value.field == field


def test_release_fills_its_field_of_the_register_and_ends_the_stay(desk: Desk) -> None:
    custody = booked(desk)
    add(desk, custody, "Released", facts={"verifiable": "yes"})
    record = queries.record(desk.officer, custody, as_of=NIGHT + 2 * HOUR)
    assert {f.letter: f.gaps for f in record.register}["h"] == ()
    assert record.whereabouts.status == "released"
    assert record.stays[-1].until_at == NIGHT + HOUR
    assert record.missing == ()
    row = CustodyRow.objects.get()
    assert (row.is_here, row.ended_at, row.next_due_at) == (False, NIGHT + HOUR, None)


def test_a_duty_done_moves_its_clock_and_the_next_one_comes_first(desk: Desk) -> None:
    custody = booked(desk)
    first = CustodyRow.objects.get()
    assert first.next_due_safeguard == "kz/prosecutor_told_within_12_hours"
    add(desk, custody, "ProsecutorTold")
    assert CustodyRow.objects.get().next_due_safeguard != first.next_due_safeguard
    told = ClockRow.objects.get(safeguard="kz/prosecutor_told_within_12_hours", basis="national_law")
    assert (told.state_when_folded, told.met_at) == (State.MET, NIGHT + HOUR)


def test_of_a_custody_that_ended_what_was_kept_stays_countable_and_what_never_ran_out_does_not(
    desk: Desk,
) -> None:
    custody = booked(desk)
    add(desk, custody, "ProsecutorTold")
    assert ClockRow.objects.filter(state_when_folded=State.OPEN).exists()
    add(desk, custody, "Released", facts={"verifiable": "yes"})
    told = ClockRow.objects.get(safeguard="kz/prosecutor_told_within_12_hours", basis="national_law")
    assert told.state_when_folded == State.MET
    assert not ClockRow.objects.filter(state_when_folded=State.OPEN, is_running=False).exists()


def test_the_desks_own_word_proves_it_only_once_another_source_confirms_it(desk: Desk) -> None:
    custody = booked(desk)
    told = {"safeguard": "kz/relative_told", "basis": "national_law"}
    add(desk, custody, "RelativeTold")
    assert ClockRow.objects.get(**told).own_word_only
    actions.give_mandate(desk.officer, custody, account=desk.lawyer.account, now=NIGHT + HOUR)
    word = NewEntry(kind="RelativeTold", happened=(When.at(NIGHT + HOUR),))
    actions.add_entry(desk.lawyer, custody, word, now=NIGHT + 2 * HOUR)
    record = queries.record(desk.lawyer, custody, as_of=NIGHT + 3 * HOUR)
    assert not any(each.own_word_only for each in record.clocks if each.safeguard.id == told["safeguard"])


def test_only_the_doctor_the_lawyer_and_the_preventive_mechanism_read_medical_findings(
    sqlite_desk: Desk,
) -> None:
    custody = booked(sqlite_desk)
    seen = NewEntry(kind="MedicallyExamined", personal={"medical": "Two bruises on the left arm"})
    entry = actions.add_entry(sqlite_desk.doctor, custody, seen, now=NIGHT + HOUR).entry
    for actor, reads in ((sqlite_desk.doctor, True), (sqlite_desk.npm, True), (sqlite_desk.head, False)):
        record = queries.record(actor, custody, as_of=NIGHT + HOUR)
        found = next(each for each in record.entries if each.id == entry)
        assert ("medical" in found.personal) is reads


def test_a_custody_elsewhere_does_not_exist_for_an_officer_and_a_prosecutor_of_another_region(
    sqlite_desk: Desk,
) -> None:
    custody = booked(sqlite_desk)
    for actor in (sqlite_desk.far_officer, sqlite_desk.far_prosecutor):
        with pytest.raises(NoSuchCustody):
            actions.add_entry(actor, custody, NewEntry(kind="ProsecutorTold"), now=NIGHT + HOUR)
        with pytest.raises(NoSuchCustody):
            queries.record(actor, custody, as_of=NIGHT + HOUR)


def test_an_analyst_counts_and_opens_no_record(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    with pytest.raises(NotPermitted):
        queries.record(replace(sqlite_desk.npm, role=Role.ANALYST), custody, as_of=NIGHT + HOUR)
