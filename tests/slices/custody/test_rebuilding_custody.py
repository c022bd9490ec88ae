"""Replaying the record gives equal rows, on both engines; and the law of the domain holds for any course of entries."""

from django.forms.models import model_to_dict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.slices.custody.desk import HOUR, NIGHT, Desk, at, booking, open_desk
from tests.slices.store import Store

from qorgau.custody import actions, queries
from qorgau.custody.entries import LookedBecause, NewEntry
from qorgau.custody.facts.known import known_of
from qorgau.custody.folding import TABLES
from qorgau.custody.models import ClockRow
from qorgau.custody.queries.rows import clock_now
from qorgau.custody.refusal import CustodyRefusal
from qorgau.recording.history import history
from qorgau.recording.rebuilding import rebuild
from qorgau.safeguards import State

TOUCHES = (
    "MealGiven", "WelfareChecked", "RightsExplained", "ReasonsGiven", "LawyerRequested", "LawyerCalled", "LawyerMet",
    "RelativeTold", "ProsecutorTold", "MedicalExaminationRequested", "MedicallyExamined", "QuestioningBegan",
    "QuestioningEnded", "HearingRequested", "HearingHeld", "FirstAppeared", "TransportBegan", "TransportEnded",
    "SolitaryStarted", "SolitaryEnded", "TakenToHospital", "ReturnedFromHospital", "Admitted", "Released", "Died",
)  # fmt: skip
Step = tuple[str, int]
steps = st.lists(st.tuples(st.sampled_from(TOUCHES), st.integers(1, 30 * HOUR)), max_size=9)


def rows() -> dict[str, list[dict[str, object]]]:
    return {
        table.__name__: sorted((model_to_dict(row) for row in table.objects.all()), key=repr)
        for table in TABLES
    }


def lived(desk: Desk, course: list[Step], **more: object) -> tuple[str, int]:
    """A custody with these entries, each so many seconds after the one before; what cannot be is left out."""
    custody = actions.book(desk.officer, booking(desk, **more), now=NIGHT).custody
    now = NIGHT
    for kind, after in course:
        now += after
        try:
            actions.add_entry(desk.officer, custody, NewEntry(kind=kind), now=now, confirmed=True)
        except CustodyRefusal:
            continue
    return custody, now


def everything(desk: Desk) -> None:
    """A little of all that is folded."""
    one = actions.book(desk.officer, booking(desk, by_person=at("2026-11-20 23:00")), now=NIGHT)
    two = actions.book(
        desk.officer, booking(desk, family_name="Saribaev", birth="2012-02-02"), now=NIGHT + 60
    )
    actions.name_relative(
        desk.officer, one.custody, name="Сарыбаева Алия", relation="spouse", now=NIGHT + HOUR
    )
    actions.give_mandate(desk.officer, one.custody, account=desk.lawyer.account, now=NIGHT + HOUR)
    actions.not_to_be_found_by(desk.officer, one.custody, name="Сосед", now=NIGHT + HOUR)
    actions.open_record(desk.prosecutor, one.custody, because=LookedBecause.SUPERVISION, now=NIGHT + HOUR)
    late = actions.add_entry(
        desk.officer, one.custody, NewEntry(kind="FirstAppeared"), now=NIGHT + 90 * HOUR
    ).entry
    moved = NewEntry(kind="FirstAppeared", happened=(at("2026-11-21 12:00"),))
    fix = actions.correct_entry(desk.officer, one.custody, late, moved, why="Misread", now=NIGHT + 91 * HOUR)
    assert fix.needs_confirmation
    actions.confirm_correction(desk.head, one.custody, fix.entry, now=NIGHT + 92 * HOUR)
    actions.join_persons(desk.head, keep=one.person, other=two.person, why="One man", now=NIGHT + 93 * HOUR)
    actions.transfer(desk.officer, two.custody, destination=desk.ivs, now=NIGHT + 94 * HOUR)
    actions.add_entry(desk.officer, one.custody, NewEntry(kind="Released"), now=NIGHT + 95 * HOUR)


def test_rebuilding_gives_equal_rows(store: Store) -> None:
    everything(open_desk())
    before = rows()
    assert all(
        before[name]
        for name in ("CustodyRow", "ClockRow", "StayRow", "PartyRow", "OpeningRow", "CorrectionRow")
    )
    rebuild(as_of=NIGHT + 100 * HOUR)
    assert rows() == before


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(course=steps, ahead=st.integers(0, 40 * HOUR))
def test_a_clock_read_later_is_what_assessing_later_would_say(
    sqlite_store: Store, course: list[Step], ahead: int
) -> None:
    custody, now = lived(desk_of(sqlite_store), course)
    as_of = now + ahead
    known = known_of(custody, history("custody", custody))
    assert known is not None
    later = {
        (c.safeguard.id, c.basis.value, c.subject, c.clock.triggered.earliest): c.clock.state
        for c in known.clocks(as_of=as_of)
    }
    for row in ClockRow.objects.filter(custody_id=custody):
        now_seen = clock_now(row, as_of=as_of)
        assert now_seen is not None
        key = (row.safeguard, row.basis, row.subject, row.triggered_at)
        assert now_seen.state is later.get(key, State.NOT_APPLICABLE), key


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(course=steps)
def test_stays_never_overlap_and_only_the_last_is_open(sqlite_store: Store, course: list[Step]) -> None:
    custody, now = lived(desk_of(sqlite_store), course)
    record = queries.record(desk_of(sqlite_store).npm, custody, as_of=now)
    for one, other in zip(record.stays, record.stays[1:], strict=False):
        assert one.until_at is not None
        assert one.until_at <= other.from_at
    ended = record.whereabouts.status in ("released", "escaped", "died")
    assert all(stay.until_at is not None for stay in record.stays) or not ended


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(course=steps)
def test_what_was_known_then_is_answered_as_it_was_then(sqlite_store: Store, course: list[Step]) -> None:
    desk = desk_of(sqlite_store)
    custody, now = lived(desk, course)
    then = queries.record(desk.npm, custody, as_of=now)
    actions.add_entry(
        desk.officer, custody, NewEntry(kind="DeathReported"), now=now + 2 * HOUR, confirmed=True
    )
    again = queries.record(desk.npm, custody, as_of=now, known_at=now)
    assert again.verdicts == then.verdicts
    assert [each.id for each in again.entries] == [each.id for each in then.entries]


_DESKS: dict[int, Desk] = {}


def desk_of(store: Store) -> Desk:
    """One desk for all examples on a store."""
    if id(store) not in _DESKS:
        _DESKS.clear()
        _DESKS[id(store)] = open_desk()
    return _DESKS[id(store)]
