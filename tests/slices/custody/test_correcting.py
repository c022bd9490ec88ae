"""Corrections keep the old entry in sight; one that improves what is already due needs a second person."""

from dataclasses import replace

import pytest
from tests.slices.custody.desk import HOUR, NIGHT, Desk, at, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.custody import actions, queries
from qorgau.custody.entries import LookedBecause, NewEntry, Outcome
from qorgau.custody.facts.record import CustodyRecord, ShownVerdict
from qorgau.custody.models import CorrectionRow, CustodyRow
from qorgau.custody.refusal import CustodyRefusal
from qorgau.custody.times import When
from qorgau.safeguards import State

JUDGE = "kz/judge_within_48_hours"
LATER = instant("2026-11-24 12:00")


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def sqlite_desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk) -> str:
    return actions.book(desk.officer, booking(desk), now=NIGHT).custody


def opened(desk: Desk, custody: str, *, as_of: int = LATER) -> CustodyRecord:
    return queries.record(desk.head, custody, as_of=as_of)


def entry_of(record: CustodyRecord, kind: str) -> str:
    return next(each.id for each in record.entries if each.kind == kind)


def state_of(verdicts: tuple[ShownVerdict, ...], rule: str = JUDGE) -> State | None:
    national = (each for each in verdicts if each.is_national and each.safeguard.id == rule)
    return next((each.verdict.state for each in national), None)


def late_judge(desk: Desk) -> tuple[str, str]:
    """A custody whose judge came 70 hours after the apprehension, and the entry that says so."""
    custody = booked(desk)
    told = NewEntry(kind="FirstAppeared", happened=(at("2026-11-23 23:00"),))
    return custody, actions.add_entry(desk.officer, custody, told, now=instant("2026-11-23 23:10")).entry


def tried(desk: Desk, custody: str, wrong: str, when: str, *, now: int = LATER) -> actions.Corrected:
    told = NewEntry(kind="FirstAppeared", happened=(at(when),))
    return actions.correct_entry(desk.officer, custody, wrong, told, why="The hour was misread", now=now)


def test_a_correction_stands_and_the_old_entry_stays_in_sight(desk: Desk) -> None:
    custody = booked(desk)
    wrong = entry_of(opened(desk, custody), "Delivered")
    told = NewEntry(kind="Delivered", happened=(at("2026-11-21 01:40"),), place=desk.station)
    done = actions.correct_entry(desk.officer, custody, wrong, told, why="Clock ran ahead", now=NIGHT + HOUR)
    assert not done.needs_confirmation
    record = opened(desk, custody)
    by_id = {each.id: each for each in record.entries}
    assert (by_id[wrong].counts, by_id[wrong].corrected_by) == (False, (done.entry,))
    assert by_id[done.entry].counts
    assert by_id[done.entry].corrects is not None
    assert by_id[done.entry].why == "Clock ran ahead"
    assert record.stays[0].from_at == instant("2026-11-21 01:40")
    assert CustodyRow.objects.get().corrections == 1


def test_a_correction_that_makes_a_late_judge_timely_waits_and_both_verdicts_are_seen(desk: Desk) -> None:
    custody, wrong = late_judge(desk)
    assert state_of(opened(desk, custody).verdicts) is State.LATE
    done = tried(desk, custody, wrong, "2026-11-22 23:00")
    assert JUDGE in done.improves
    record = opened(desk, custody)
    assert state_of(record.verdicts) is State.LATE
    assert state_of(record.waiting) is State.MET
    assert CustodyRow.objects.get().unconfirmed_corrections == 1
    assert [row.entry_id for row in queries.corrections_waiting(desk.head)] == [done.entry]


def test_a_second_person_makes_it_count_and_it_stays_a_finding(desk: Desk) -> None:
    custody, wrong = late_judge(desk)
    done = tried(desk, custody, wrong, "2026-11-22 23:00")
    actions.confirm_correction(desk.prosecutor, custody, done.entry, now=LATER + HOUR)
    record = opened(desk, custody, as_of=LATER + 2 * HOUR)
    assert state_of(record.verdicts) is State.MET
    assert record.waiting == ()
    row = CorrectionRow.objects.get(entry_id=done.entry)
    assert (row.confirmed_by, row.needs_confirmation) == (desk.prosecutor.account, True)
    assert JUDGE in row.improves.split()
    assert queries.corrections_waiting(desk.head) == ()


def test_nobody_confirms_their_own_correction(sqlite_desk: Desk) -> None:
    custody, wrong = late_judge(sqlite_desk)
    done = tried(sqlite_desk, custody, wrong, "2026-11-22 23:00")
    same = replace(sqlite_desk.head, account=sqlite_desk.officer.account)
    with pytest.raises(CustodyRefusal) as refused:
        actions.confirm_correction(same, custody, done.entry, now=LATER + HOUR)
    assert refused.value.key == "custody.not_by_the_same_person"
    with pytest.raises(NotPermitted):
        actions.confirm_correction(sqlite_desk.officer, custody, done.entry, now=LATER + HOUR)
    assert state_of(opened(sqlite_desk, custody).verdicts) is State.LATE


def test_less_late_is_an_improvement_as_well_and_worse_is_none(sqlite_desk: Desk) -> None:
    custody, wrong = late_judge(sqlite_desk)
    worse = tried(sqlite_desk, custody, wrong, "2026-11-24 08:00")
    assert not worse.needs_confirmation
    better = tried(sqlite_desk, custody, worse.entry, "2026-11-24 01:00", now=LATER + 60)
    assert JUDGE in better.improves


def test_withdrawing_a_questioning_without_a_lawyer_waits_for_a_second_person(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    began = NewEntry(kind="QuestioningBegan", facts={"lawyer_present": "no", "lawyer_refused_freely": "no"})
    entry = actions.add_entry(sqlite_desk.officer, custody, began, now=NIGHT + HOUR).entry
    done = actions.withdraw_entry(
        sqlite_desk.officer, custody, entry, why="Typed by mistake", now=NIGHT + 2 * HOUR
    )
    assert "kz/lawyer_present_at_questioning" in done.improves
    assert [each.counts for each in opened(sqlite_desk, custody).entries if each.id == entry] == [True]


def test_a_correction_sent_twice_is_one_correction(desk: Desk) -> None:
    custody, wrong = late_judge(desk)
    told = NewEntry(kind="FirstAppeared", happened=(at("2026-11-22 23:00"),))
    sent = [
        actions.correct_entry(desk.officer, custody, wrong, told, why="Misread", now=LATER + n, act_id="c1")
        for n in (0, 60)
    ]
    assert sent[0].entry == sent[1].entry
    assert sent[0].improves == sent[1].improves
    assert CorrectionRow.objects.count() == 1


def test_what_was_corrected_already_is_not_corrected_again(sqlite_desk: Desk) -> None:
    custody, wrong = late_judge(sqlite_desk)
    tried(sqlite_desk, custody, wrong, "2026-11-24 08:00")
    with pytest.raises(CustodyRefusal) as refused:
        tried(sqlite_desk, custody, wrong, "2026-11-24 09:00")
    assert refused.value.key == "custody.corrected_already"


def test_a_correction_says_why_and_stays_of_one_kind(sqlite_desk: Desk) -> None:
    custody, wrong = late_judge(sqlite_desk)
    told = NewEntry(kind="FirstAppeared", happened=(When.at(LATER),))
    for new, why, key in (
        (told, "  ", "why_required"),
        (NewEntry(kind="MealGiven"), "x", "corrects_another_kind"),
    ):
        with pytest.raises(CustodyRefusal) as refused:
            actions.correct_entry(sqlite_desk.officer, custody, wrong, new, why=why, now=LATER)
        assert refused.value.key == f"custody.{key}"


def test_who_looked_cannot_be_corrected_away(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    look = actions.open_record(sqlite_desk.officer, custody, because=LookedBecause.DUTY, now=NIGHT + HOUR)
    with pytest.raises(CustodyRefusal) as refused:
        actions.withdraw_entry(sqlite_desk.officer, custody, look.entry, why="x", now=NIGHT + 2 * HOUR)
    assert refused.value.key == "custody.not_to_be_corrected"


def test_a_lawyer_corrects_their_own_entries_only(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    actions.give_mandate(sqlite_desk.officer, custody, account=sqlite_desk.lawyer.account, now=NIGHT + HOUR)
    own = actions.add_entry(
        sqlite_desk.lawyer, custody, NewEntry(kind="LawyerMet"), now=NIGHT + 2 * HOUR
    ).entry
    theirs = entry_of(opened(sqlite_desk, custody), "Delivered")
    assert actions.withdraw_entry(
        sqlite_desk.lawyer, custody, own, why="Another client", now=NIGHT + 3 * HOUR
    )
    with pytest.raises((NotPermitted, CustodyRefusal)):
        actions.withdraw_entry(sqlite_desk.lawyer, custody, theirs, why="No", now=NIGHT + 3 * HOUR)


def test_a_breach_is_answered_and_stays_a_breach(desk: Desk) -> None:
    custody, _ = late_judge(desk)
    actions.answer_breach(
        desk.head, custody, safeguard=JUDGE, basis="national_law", outcome=Outcome.REFERRED,
        reason="Sent to the prosecutor", now=LATER,
    )  # fmt: skip
    record = opened(desk, custody)
    assert state_of(record.verdicts) is State.LATE
    assert [(each.outcome, each.reason) for each in record.answers] == [
        ("referred", "Sent to the prosecutor")
    ]
    assert queries.answers_counted(desk.prosecutor, since=NIGHT, until=LATER)["referred"] == 1


def test_what_was_kept_needs_no_answer(sqlite_desk: Desk) -> None:
    custody = booked(sqlite_desk)
    with pytest.raises(CustodyRefusal) as refused:
        actions.answer_breach(
            sqlite_desk.head, custody, safeguard=JUDGE, basis="national_law",
            outcome=Outcome.EXPLAINED, reason="x", now=NIGHT + HOUR,
        )  # fmt: skip
    assert refused.value.key == "custody.nothing_to_answer"
