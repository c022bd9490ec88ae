"""Who sees what: reach in one place, lists and records alike; looks are entries; a wish not to be found is kept."""

from dataclasses import replace

import pytest
from tests.slices.custody.desk import HOUR, NIGHT, Desk, booking, open_desk
from tests.slices.places.people import actor
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.permission import NotPermitted, reach
from qorgau.access.roles import Role
from qorgau.custody import actions, queries
from qorgau.custody.entries import CUSTODY, LookedBecause, NewEntry
from qorgau.custody.facts.board import Sort
from qorgau.custody.facts.board_line import read, written
from qorgau.custody.facts.clocks import next_due, runs
from qorgau.custody.facts.known import known_of
from qorgau.custody.models import CustodyRow, OpeningRow
from qorgau.custody.queries.reach import within_reach
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody
from qorgau.recording.history import history
from qorgau.safeguards import State

LATER = NIGHT + 5 * HOUR


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def sqlite_desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk, **more: object) -> str:
    by = desk.far_officer if more.get("place") == desk.ivs else desk.officer
    return actions.book(by, booking(desk, **more), now=NIGHT).custody


def everybody(desk: Desk) -> list[Actor]:
    known = [desk.officer, desk.head, desk.prosecutor, desk.court, desk.doctor, desk.npm, desk.lawyer, desk.relative,
             desk.far_officer, desk.far_prosecutor]  # fmt: skip
    inspector = actor(Role.INSPECTOR, regions=frozenset({"almaty"}))
    return [*known, inspector, actor(Role.ANALYST), actor(Role.ADMINISTRATOR)]


def test_lists_and_single_records_let_through_the_same_custodies_for_every_role(desk: Desk) -> None:
    customs = [booked(desk), booked(desk, place=desk.ivs), booked(desk, family_name="Third")]
    actions.give_mandate(desk.officer, customs[0], account=desk.lawyer.account, now=NIGHT + HOUR)
    actions.name_relative(
        desk.officer, customs[2], name="Mother", account=desk.relative.account, now=NIGHT + HOUR
    )
    for each in everybody(desk):
        for act in ("custody.see", "board.see", "custody.correct", "custody.answer_breach"):
            listed = (
                {row.custody_id for row in within_reach(CustodyRow.objects.all(), each, act)}
                if reach(each, act)
                else set()
            )
            single = {custody for custody in customs if queries.sees(each, custody, act=act)}
            assert listed == single, (each.role, act)


def test_a_lawyer_sees_the_client_from_the_mandate_on_and_until_its_end(desk: Desk) -> None:
    custody = booked(desk)
    with pytest.raises(NoSuchCustody):
        queries.record(desk.lawyer, custody, as_of=LATER)
    actions.give_mandate(desk.officer, custody, account=desk.lawyer.account, name="Counsel", now=NIGHT + HOUR)
    assert [row.custody for row in queries.custodies_with_party(desk.lawyer, as_of=LATER)] == [custody]
    (party,) = queries.record(desk.lawyer, custody, as_of=LATER).parties
    assert (party.role, party.name, party.until) == ("lawyer", "Counsel", None)
    actions.end_mandate(desk.officer, custody, lawyer=party.id, now=LATER)
    assert queries.custodies_with_party(desk.lawyer, as_of=LATER + HOUR) == ()
    with pytest.raises(NoSuchCustody):
        queries.record(desk.lawyer, custody, as_of=LATER + HOUR)


def test_whom_the_person_does_not_wish_to_be_found_by_is_no_party(desk: Desk) -> None:
    custody = booked(desk)
    actions.not_to_be_found_by(
        desk.officer, custody, name="Stepfather", account=desk.relative.account, now=NIGHT + HOUR
    )
    assert not queries.sees(desk.relative, custody)
    assert [party.role for party in queries.parties_of(custody)] == ["not_to_be_found_by"]


def test_a_named_relative_is_no_longer_a_party_once_unnamed(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    account = sqlite_desk.relative.account
    actions.name_relative(sqlite_desk.officer, custody, name="Sister", account=account, now=NIGHT + HOUR)
    assert queries.sees(sqlite_desk.relative, custody)
    (party,) = queries.parties_of(custody)
    actions.unname(sqlite_desk.officer, custody, relative=party.id, now=LATER)
    assert not queries.sees(sqlite_desk.relative, custody)


def test_a_wish_not_to_be_found_by_somebody_goes_before_their_having_been_named(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    account = sqlite_desk.relative.account
    actions.name_relative(sqlite_desk.officer, custody, name="Brother", account=account, now=NIGHT + HOUR)
    actions.not_to_be_found_by(sqlite_desk.officer, custody, name="Brother", account=account, now=LATER)
    assert not queries.sees(sqlite_desk.relative, custody)
    assert queries.custodies_with_party(sqlite_desk.relative, as_of=LATER) == ()


def test_many_looks_within_the_hour_are_one_entry_and_the_place_does_not_see_who_looked(desk: Desk) -> None:
    custody = booked(desk)
    # 21:10 UTC is ten minutes into an hour; all three looks fall into it.
    for minute in (0, 1, 20):
        actions.open_record(
            desk.prosecutor, custody, because=LookedBecause.SUPERVISION, now=NIGHT + minute * 60
        )
    assert OpeningRow.objects.count() == 1
    actions.open_record(desk.prosecutor, custody, because=LookedBecause.SUPERVISION, now=NIGHT + HOUR)
    assert [each.account for each in queries.openings(desk.npm, custody)] == [desk.prosecutor.account] * 2
    with pytest.raises(NotPermitted):
        queries.openings(desk.officer, custody)
    assert queries.record(desk.officer, custody, as_of=LATER).openings == ()
    assert len(queries.record(desk.npm, custody, as_of=LATER).openings) == 2
    shown = queries.record(desk.officer, custody, as_of=LATER).entries
    assert all(each.kind != "RecordOpened" for each in shown)


def test_who_may_not_see_a_custody_cannot_open_it(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    with pytest.raises(NoSuchCustody):
        actions.open_record(sqlite_desk.far_officer, custody, because=LookedBecause.DUTY, now=NIGHT)
    assert not OpeningRow.objects.exists()


def test_the_whiteboard_lists_who_is_here_by_the_next_clock_to_run_out(desk: Desk) -> None:
    first, second, third = booked(desk), booked(desk, birth="2011-01-01"), booked(desk, family_name="Абаев")
    actions.add_entry(desk.officer, third, NewEntry(kind="ProsecutorTold"), now=NIGHT + HOUR)
    page = queries.held(desk.officer, as_of=LATER)
    assert page.total == 3
    assert page.rows[-1].custody == third
    due = [row.next_due_at for row in page.rows]
    assert due == sorted(due, key=lambda instant: instant or 0)
    assert all(len(row.clocks) == 3 for row in page.rows)
    assert [row.custody for row in queries.held(desk.officer, as_of=LATER, only_children=True).rows] == [
        second
    ]
    assert queries.held(desk.officer, as_of=LATER, sort=Sort.NAME).rows[0].custody == third
    actions.add_entry(desk.officer, first, NewEntry(kind="Released"), now=LATER)
    assert queries.held(desk.officer, as_of=LATER).total == 2


def test_a_line_shows_the_clock_that_it_stands_in_the_list_by(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    known = known_of(custody, history(CUSTODY, custody))
    assert known is not None
    clocks = known.clocks(as_of=LATER)
    words = [each for each in clocks if runs(each) and each.after_due is State.CANNOT_TELL]
    end = min(each.due_from or 0 for each in words)
    later = [*words, *(each for each in clocks if each not in words and (each.due_from or 0) > end)]
    first = next_due(later)
    assert first is not None
    assert first.after_due is State.BREACHED
    assert read(written(later), custody=custody, as_of=LATER).clocks[0].safeguard == first.safeguard


def test_pages_of_the_whiteboard_hold_everyone_once(sqlite_desk: Desk) -> None:
    customs = {booked(sqlite_desk, family_name=f"Name{n}") for n in range(5)}
    seen = [
        row.custody
        for page in (1, 2, 3)
        for row in queries.held(sqlite_desk.officer, as_of=LATER, page=page, per_page=2).rows
    ]
    assert sorted(seen) == sorted(customs)


def test_a_search_finds_a_name_in_any_of_the_three_spellings_within_reach_only(desk: Desk) -> None:
    custody = booked(desk, family_name="Әйниязов", given_name="Ғабит")
    booked(desk, family_name="Петров", given_name="Иван")
    for typed in ("Ayniyazov Gabit", "Айниязов Габит", "Әйниязов", "ghabit ainiyazov", "Айниязоу"):
        found = queries.search(desk.prosecutor, name=typed)
        assert found, typed
        assert found[0].custody == custody
    assert queries.search(desk.far_officer, name="Айниязов") == ()
    assert queries.search(desk.prosecutor, name="Ахметова") == ()
    with pytest.raises(CustodyRefusal):
        queries.search(desk.prosecutor, name="?")


def test_a_shift_hands_over_who_came_who_left_and_what_runs_out(sqlite_desk: Desk) -> None:
    here, gone = booked(sqlite_desk), booked(sqlite_desk, family_name="Gone")
    actions.add_entry(sqlite_desk.officer, gone, NewEntry(kind="Released"), now=NIGHT + HOUR)
    facts = queries.handover_facts(sqlite_desk.officer, sqlite_desk.station, since=NIGHT - HOUR, until=LATER)
    assert facts.held == 1
    assert {row.custody for row in facts.came} == {here, gone}
    assert [row.custody for row in facts.left] == [gone]
    assert "kz/prosecutor_told_within_12_hours" in {clock.safeguard.id for clock in facts.next_due}
    with pytest.raises(NotPermitted):
        queries.handover_facts(sqlite_desk.far_officer, sqlite_desk.station, since=NIGHT, until=LATER)


def test_notices_find_every_clock_that_runs_out_in_a_span(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    due = NIGHT + 12 * HOUR
    found = queries.running_out(after=due - 1, until=due)
    assert [(each.custody, each.safeguard.id) for each in found] == [
        (custody, "kz/prosecutor_told_within_12_hours")
    ]
    assert queries.running_out(after=due, until=due + 60) == ()


def test_a_prosecutor_of_two_regions_sees_both(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    both = replace(sqlite_desk.far_prosecutor, regions=frozenset({"abai", "almaty"}))
    assert [row.custody for row in queries.held(both, as_of=LATER).rows] == [custody]
