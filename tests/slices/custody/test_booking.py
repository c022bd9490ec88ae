"""Registering a person: what a booking records, what it leaves as a gap, and what it refuses."""

import pytest
from tests.slices.custody.desk import HOUR, NIGHT, Desk, at, booking, instant, open_desk
from tests.slices.store import Store

from qorgau.access.permission import NotPermitted
from qorgau.custody import actions, queries
from qorgau.custody.entries import Booking, NameStatus
from qorgau.custody.facts.record import CustodyRecord
from qorgau.custody.models import CustodyRow
from qorgau.custody.refusal import CustodyRefusal, NeedsConfirmation
from qorgau.lawbook import Language
from qorgau.safeguards import State

THE_TWELVE = frozenset({
    "family_name", "given_name", "name_status", "birth", "gender", "foreign_national",
    "apprehended", "where", "by_whom", "ground", "ordered_by", "delivered",
})  # fmt: skip


@pytest.fixture
def desk(store: Store) -> Desk:
    return open_desk()


@pytest.fixture
def sqlite_desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked_record(desk: Desk, given: Booking, *, now: int = NIGHT) -> CustodyRecord:
    custody = actions.book(desk.officer, given, now=now).custody
    return queries.record(desk.officer, custody, as_of=now)


def gaps(record: CustodyRecord) -> dict[str, tuple[str, ...]]:
    return {field.letter: field.gaps for field in record.register if field.is_due}


def test_a_booking_asks_twelve_fields_and_gives_them_all_back(desk: Desk) -> None:
    assert set(Booking.__dataclass_fields__) >= THE_TWELVE
    record = booked_record(desk, booking(desk))
    who = record.identity
    assert (who.name, who.born_on, who.age, who.is_child) == ("Сарыбаев Ерлан", "1990-05-01", 36, False)
    assert record.whereabouts.place == desk.station
    assert record.ground == "criminal"
    told = {name for entry in record.entries for name in entry.personal}
    assert told >= {"where", "officers", "ordered_by"}


def test_what_the_booking_says_is_complete_in_the_register_and_the_rest_is_a_gap(desk: Desk) -> None:
    record = booked_record(desk, booking(desk))
    assert gaps(record) == {
        "a": (), "b": (), "c": (), "d": ("supervising_authority",), "e": ("admission",), "f": ("health",),
    }  # fmt: skip
    assert all(when == NIGHT for field in record.register for when in field.filled.values())


def test_an_unknown_name_is_booked_as_ordinary_and_shown_as_a_gap(sqlite_desk: Desk) -> None:
    given = booking(sqlite_desk, family_name="", given_name="", name_status=NameStatus.UNKNOWN,
                    described_as="Grey coat, about forty")  # fmt: skip
    record = booked_record(sqlite_desk, given)
    assert (record.identity.name, record.identity.name_status) == ("", "unknown")
    assert gaps(record)["a"] == ("identity",)


def test_a_refused_name_with_a_name_beside_it_is_asked_again(sqlite_desk: Desk) -> None:
    with pytest.raises(CustodyRefusal) as refused:
        actions.book(sqlite_desk.officer, booking(sqlite_desk, name_status=NameStatus.REFUSED), now=NIGHT)
    assert refused.value.field == "name_status"


def test_an_unknown_age_is_treated_by_the_childs_rules(sqlite_desk: Desk) -> None:
    record = booked_record(sqlite_desk, booking(sqlite_desk, birth=""))
    assert record.identity.is_child
    assert not record.identity.age_is_known
    assert "parent" in {each.who for each in record.missing}


def test_a_date_alone_is_the_whole_local_day_and_the_register_says_that_the_hour_is_not_known(
    sqlite_desk: Desk,
) -> None:
    given = booking(sqlite_desk, apprehended=at("2026-11-20"), delivered=None)
    record = booked_record(sqlite_desk, given)
    (told,) = record.apprehended
    assert told.latest - told.earliest == 24 * HOUR - 1
    registered = next(each for each in record.entries if each.kind == "Registered")
    assert (registered.facts["exact_date"], registered.facts["exact_time"]) == ("yes", "no")


def test_the_persons_own_word_on_the_apprehension_stands_beside_the_polices(desk: Desk) -> None:
    record = booked_record(desk, booking(desk, by_person=at("2026-11-20 22:30")))
    assert {told.said_by: told.earliest for told in record.apprehended} == {
        "person": instant("2026-11-20 22:30"),
        "police_entry": instant("2026-11-21 01:00"),
    }


def test_the_same_booking_sent_twice_is_one_custody(desk: Desk) -> None:
    first = actions.book(desk.officer, booking(desk), now=NIGHT, act_id="desk-7/booking-1")
    again = actions.book(desk.officer, booking(desk), now=NIGHT + 40, act_id="desk-7/booking-1")
    assert (again.custody, again.entries) == (first.custody, first.entries)
    assert first.is_new
    assert not again.is_new
    assert CustodyRow.objects.count() == 1


def test_a_place_that_admits_admits_and_a_station_only_receives(sqlite_desk: Desk) -> None:
    far = sqlite_desk.far_officer
    custody = actions.book(far, booking(sqlite_desk, place=sqlite_desk.ivs), now=NIGHT).custody
    kinds = [each.kind for each in queries.record(far, custody, as_of=NIGHT).entries]
    assert "Admitted" in kinds
    assert "Admitted" not in [each.kind for each in booked_record(sqlite_desk, booking(sqlite_desk)).entries]


def test_an_officer_books_at_their_own_place_only(sqlite_desk: Desk) -> None:
    with pytest.raises(NotPermitted):
        actions.book(sqlite_desk.far_officer, booking(sqlite_desk), now=NIGHT)
    assert not CustodyRow.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"apprehended": at("2026-11-21 05:00")}, "apprehended"),
        ({"by_person": at("2026-11-22")}, "by_person"),
        ({"delivered": at("2026-11-20 23:00")}, "delivered"),
        ({"birth": "2030-01-01"}, "birth"),
        ({"birth": "seventeen"}, "birth"),
        ({"birth": "340"}, "birth"),
        ({"ground": ""}, "ground"),
        ({"ground": "because"}, "ground"),
        ({"gender": "m"}, "gender"),
        ({"family_name": "", "given_name": " "}, "family_name"),
        ({"family_name": "а" * 501}, "family_name"),
        ({"cell": "no-such-cell"}, "cell"),
        ({"place": "no-such-place"}, "place"),
        ({"person": "no-such-person"}, "person"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_in_three_languages_and_nothing_is_stored(
    sqlite_desk: Desk, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(CustodyRefusal) as refused:
        actions.book(sqlite_desk.officer, booking(sqlite_desk, **wrong), now=NIGHT)
    assert refused.value.field == field
    said = {refused.value.said(language) for language in Language}
    assert len(said) == len(Language)
    assert not CustodyRow.objects.exists()


def test_a_booking_days_late_is_allowed_once_it_is_confirmed_and_its_delay_is_counted(
    sqlite_desk: Desk,
) -> None:
    late = booking(sqlite_desk, apprehended=at("2026-11-15 12:00"), delivered=at("2026-11-15 13:00"))
    with pytest.raises(NeedsConfirmation) as asked:
        actions.book(sqlite_desk.officer, late, now=NIGHT)
    assert [each.field for each in asked.value.warnings] == ["apprehended"]
    custody = actions.book(sqlite_desk.officer, late, now=NIGHT, confirmed=True).custody
    record = queries.record(sqlite_desk.officer, custody, as_of=NIGHT)
    delays = {each.kind: each.late_by for each in record.late_entries}
    assert delays["Apprehended"] == NIGHT - instant("2026-11-15 12:00")
    assert CustodyRow.objects.get().late_entries == len(delays)


def test_a_child_brought_in_at_night_must_see_a_judge_within_24_hours_and_a_parent_is_missing(
    desk: Desk,
) -> None:
    record = booked_record(desk, booking(desk, birth="2011-06-01"))
    judge = {
        (each.safeguard.id, each.basis.value): each for each in record.clocks if each.state is State.OPEN
    }
    assert judge["kz/judge_within_48_hours", "national_law"].due_at == instant("2026-11-22 01:00")
    assert judge["international/presentation_to_judge", "standard"].due_at == instant("2026-11-22 01:00")
    assert {each.who: each.adds for each in record.missing}["parent"] == "ParentTold"
