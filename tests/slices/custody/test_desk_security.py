"""Attacks on the custody desk, each by somebody who may sign in: what they try must fail or wait to be seen."""

import json
from dataclasses import replace

import pytest
from tests.slices.custody.desk import HOUR, NIGHT, Desk, at, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.custody import actions, queries
from qorgau.custody.actions.at_hand import made_id
from qorgau.custody.entries import LookedBecause, NewEntry
from qorgau.custody.importing.faults import RowsRefused
from qorgau.custody.importing.files import FileForm, read_rows
from qorgau.custody.importing.running import import_rows
from qorgau.custody.models import CorrectionRow, CustodyRow, PartyRow
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody
from qorgau.custody.times import When
from qorgau.notices.models import Notice
from qorgau.notices.queries import notices_for
from qorgau.notices.work import work
from qorgau.safeguards import State

JUDGE = "kz/judge_within_48_hours"
PARENT = "kz/parent_told"
LATER = instant("2026-11-24 12:00")


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk, **more: object) -> str:
    return actions.book(desk.officer, booking(desk, **more), now=NIGHT).custody


def state_of(desk: Desk, custody: str, rule: str = JUDGE) -> State | None:
    found = queries.record(desk.head, custody, as_of=LATER)
    national = (each for each in found.verdicts if each.safeguard.id == rule and each.is_national)
    return next((each.verdict.state for each in national), None)


def added(desk: Desk, custody: str, kind: str, *, now: int = LATER, **more: object) -> actions.Added:
    return actions.add_entry(desk.officer, custody, NewEntry(kind=kind, **more), now=now, confirmed=True)  # type: ignore[arg-type]


def test_the_place_cannot_tell_from_counts_or_times_that_somebody_looked(desk: Desk) -> None:
    booked(desk)
    before = CustodyRow.objects.values_list("entries", "last_entry_at").get()
    actions.open_record(
        desk.npm, CustodyRow.objects.get().custody_id, because=LookedBecause.SUPERVISION, now=LATER
    )
    assert CustodyRow.objects.values_list("entries", "last_entry_at").get() == before


def test_no_key_of_a_caller_meets_the_entry_of_somebodys_look(desk: Desk) -> None:
    custody = booked(desk)
    guessed = f"open/{desk.npm.account}/{desk.npm.role}/{custody}/supervision/{LATER // HOUR * HOUR}"
    seen = actions.open_record(desk.npm, custody, because=LookedBecause.SUPERVISION, now=LATER)
    assert seen.entry not in (made_id(guessed), made_id("open", ""))


def test_a_later_apprehension_by_a_camera_that_an_officer_typed_waits_for_a_second_person(desk: Desk) -> None:
    custody = booked(desk)
    assert state_of(desk, custody) is State.BREACHED
    camera = at("2026-11-24 10:00", said_by="camera")
    done = added(desk, custody, "Apprehended", happened=(camera,))
    assert (done.needs_confirmation, state_of(desk, custody)) == (True, State.BREACHED)
    assert CorrectionRow.objects.get().act == "adds"
    with pytest.raises(CustodyRefusal, match="not"):
        actions.confirm_correction(
            replace(desk.head, account=desk.officer.account), custody, done.entry, now=LATER
        )
    actions.confirm_correction(desk.prosecutor, custody, done.entry, now=LATER)
    assert state_of(desk, custody) is not State.BREACHED


def test_a_child_does_not_become_an_adult_by_a_further_entry_of_one_officer(desk: Desk) -> None:
    custody = booked(desk, birth="2010-01-01")
    assert state_of(desk, custody, PARENT) is State.BREACHED
    done = added(desk, custody, "IdentityRecorded", facts={"name_status": "given", "age": 30})
    assert (done.needs_confirmation, state_of(desk, custody, PARENT)) == (True, State.BREACHED)


def test_withdrawing_and_adding_anew_is_a_correction_by_another_name(desk: Desk) -> None:
    custody = booked(desk)
    late = added(desk, custody, "FirstAppeared", happened=(at("2026-11-23 23:00"),))
    actions.withdraw_entry(desk.officer, custody, late.entry, why="Typed by mistake", now=LATER)
    again = added(desk, custody, "FirstAppeared", happened=(at("2026-11-22 10:00"),))
    assert (again.needs_confirmation, state_of(desk, custody)) == (True, State.BREACHED)


def test_a_duty_done_late_or_typed_late_waits_for_nobody(desk: Desk) -> None:
    custody = booked(desk)
    done = added(desk, custody, "FirstAppeared", happened=(at("2026-11-23 23:00"),))
    assert (done.needs_confirmation, state_of(desk, custody)) == (False, State.LATE)


def test_no_span_reaches_into_the_years_to_come(desk: Desk) -> None:
    custody = booked(desk)
    endless = When(earliest=NIGHT, latest=LATER + 365 * 86_400)
    with pytest.raises(CustodyRefusal) as refusal:
        added(desk, custody, "FirstAppeared", happened=(endless,))
    assert refusal.value.key == "custody.in_the_future"
    today = at("2026-11-24")
    assert added(desk, custody, "FirstAppeared", happened=(today,)).is_new


@pytest.mark.parametrize("named", [{"place": "ivs"}, {"destination": "ivs"}, {"objects": {"account": "a"}}])
def test_a_meal_names_no_place_and_gives_nobody_access(desk: Desk, named: dict[str, object]) -> None:
    custody = booked(desk)
    more = {key: desk.ivs if value == "ivs" else value for key, value in named.items()}
    with pytest.raises(CustodyRefusal) as refusal:
        added(desk, custody, "MealGiven", **more)
    assert refusal.value.key == "custody.field_not_asked"


def test_what_a_relative_gave_as_contact_stands_in_no_read_table(desk: Desk) -> None:
    custody = booked(desk)
    actions.name_relative(desk.officer, custody, name="Sister", contact="CANARY-PHONE", now=NIGHT + HOUR)
    assert PartyRow.objects.get().contact == ""
    assert queries.record(desk.head, custody, as_of=LATER).parties[0].contact == "CANARY-PHONE"


def test_a_lawyer_whose_mandate_ended_does_not_stay_as_a_relative_of_their_own_naming(desk: Desk) -> None:
    custody = booked(desk)
    actions.give_mandate(desk.officer, custody, account=desk.lawyer.account, name="Counsel", now=NIGHT + HOUR)
    named = NewEntry(kind="RelativeNamed", personal={"name": "x"}, objects={"account": desk.lawyer.account})
    with pytest.raises(CustodyRefusal):
        actions.add_entry(desk.lawyer, custody, named, now=NIGHT + 2 * HOUR)
    assert queries.sees(desk.lawyer, custody)
    lawyer = next(each.id for each in queries.parties_of(custody) if each.role == "lawyer")
    actions.end_mandate(desk.officer, custody, lawyer=lawyer, now=NIGHT + 3 * HOUR)
    assert not queries.sees(desk.lawyer, custody)
    assert queries.custodies_with_party(desk.lawyer, as_of=LATER) == ()
    with pytest.raises(NoSuchCustody):
        actions.add_entry(desk.lawyer, custody, NewEntry(kind="LawyerMet"), now=LATER)


@pytest.mark.parametrize("account", ["nobody-at-all", "relative"])
def test_a_mandate_is_given_to_a_lawyer_s_account_and_no_other_by_whatever_door(
    desk: Desk, account: str
) -> None:
    custody = booked(desk)
    named = desk.relative.account if account == "relative" else account
    with pytest.raises(CustodyRefusal) as refused:
        actions.give_mandate(desk.officer, custody, account=named, now=NIGHT + HOUR)
    assert (refused.value.key, refused.value.field) == ("custody.no_such_account_lawyer", "account")
    assert not PartyRow.objects.exists()


def test_an_import_gives_no_account_a_part_that_a_page_would_not_give(desk: Desk) -> None:
    custody = booked(desk)
    rows = json.dumps([{"kind": "MandateGiven", "custody": custody, "object.account": desk.relative.account}])
    with pytest.raises(RowsRefused) as refused:
        import_rows(desk.officer, read_rows(rows.encode(), FileForm.JSON), key="k", now=LATER)
    assert [fault.refusal.key for fault in refused.value.faults if fault.refusal] == [
        "custody.no_such_account_lawyer"
    ]


def test_an_import_moves_nobody_into_another_register_and_improves_nothing_alone(desk: Desk) -> None:
    custody = booked(desk)
    late = NewEntry(kind="FirstAppeared", happened=(at("2026-11-24 11:00"),))
    wrong = actions.add_entry(desk.officer, custody, late, now=LATER).entry
    actions.withdraw_entry(desk.officer, custody, wrong, why="Misread", now=LATER)
    row = {"kind": "FirstAppeared", "custody": custody, "happened": "2026-11-21 12:00"}
    read = read_rows(json.dumps([row]).encode(), FileForm.JSON)
    import_rows(desk.officer, read, key="k", now=LATER + 60)
    assert [each.act for each in CorrectionRow.objects.filter(needs_confirmation=True, act="adds")] == [
        "adds"
    ]
    assert state_of(desk, custody) is State.BREACHED
    moved = {"kind": "Delivered", "custody": custody, "place": desk.ivs}
    with pytest.raises(RowsRefused):
        import_rows(desk.officer, read_rows(json.dumps([moved]).encode(), FileForm.JSON), key="m", now=LATER)


def test_a_desk_books_under_no_person_whom_it_may_not_see(desk: Desk) -> None:
    other = actions.book(desk.far_officer, booking(desk, place=desk.ivs), now=NIGHT)
    said = []
    for person in (other.person, "nobody-at-all"):
        with pytest.raises(CustodyRefusal) as refused:
            actions.book(desk.officer, booking(desk, person=person), now=NIGHT)
        said.append(str(refused.value))
    assert said[0] == said[1]
    own = actions.book(desk.officer, booking(desk), now=NIGHT)
    again = booking(desk, person=own.person)
    assert actions.book(desk.officer, again, now=NIGHT + 1, confirmed=True).person == own.person


@pytest.mark.parametrize("ends", ["mandate", "naming", "wish"])
def test_who_has_no_part_in_the_case_any_more_is_told_nothing_of_it(desk: Desk, ends: str) -> None:
    custody = booked(desk)
    who = desk.lawyer if ends == "mandate" else desk.relative
    give = actions.give_mandate if ends == "mandate" else actions.name_relative
    give(desk.officer, custody, account=who.account, name="Somebody", now=NIGHT + HOUR)
    work(now=LATER)
    Notice.objects.update(told=f" {who.role.value} ")
    assert notices_for(who).exists()
    party = queries.parties_of(custody)[0].id
    if ends == "mandate":
        actions.end_mandate(desk.officer, custody, lawyer=party, now=NIGHT + 2 * HOUR)
    elif ends == "naming":
        actions.unname(desk.officer, custody, relative=party, now=NIGHT + 2 * HOUR)
    else:
        actions.not_to_be_found_by(
            desk.officer, custody, name="Somebody", account=who.account, now=NIGHT + 2 * HOUR
        )
    assert not notices_for(who).exists()


@pytest.mark.parametrize("kind", ["Delivered", "Arrived"])
def test_no_desk_writes_a_person_into_the_register_of_another(desk: Desk, kind: str) -> None:
    custody = booked(desk)
    with pytest.raises(CustodyRefusal):
        added(desk, custody, kind, place=desk.ivs)
    wrong = queries.record(desk.head, custody, as_of=LATER).entries
    delivered = next(each.id for each in wrong if each.kind == "Delivered")
    elsewhere = NewEntry(kind="Delivered", place=desk.ivs, happened=(at("2026-11-21 09:00"),))
    with pytest.raises(CustodyRefusal) as refusal:
        actions.correct_entry(desk.officer, custody, delivered, elsewhere, why="Moved", now=LATER)
    assert refusal.value.key == "custody.moved_by_another_desk"
    assert CustodyRow.objects.get().place_id == desk.station
