"""What is done twice by mistake is asked about: a second booking of one person, a second restraint, the wrong place."""

import pytest
from tests.slices.access.people import person, signed_in_as
from tests.slices.custody.desk import HOUR, NIGHT, Desk, at, booking, instant, open_desk, typed, yesterday
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.custody import actions
from qorgau.custody.entries import NewEntry
from qorgau.custody.models import CustodyRow
from qorgau.custody.queries.oversight import oversight
from qorgau.custody.refusal import NeedsConfirmation
from qorgau.recording.drafts import new_entry_id

LATER = instant("2026-11-21 09:00")


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk, *, now: int = NIGHT, confirmed: bool = False, **more: object) -> str:
    return actions.book(desk.officer, booking(desk, **more), now=now, confirmed=confirmed).custody


@pytest.mark.parametrize("spelled", [{}, {"family_name": "Sarybaev", "given_name": "Yerlan"}])
def test_somebody_alike_who_is_held_here_is_asked_about(desk: Desk, spelled: dict[str, str]) -> None:
    booked(desk)
    with pytest.raises(NeedsConfirmation) as asked:
        booked(desk, now=NIGHT + HOUR, **spelled)
    assert [each.key for each in asked.value.warnings] == ["custody.held_already"]
    assert "Сарыбаев" in str(asked.value)
    booked(desk, now=NIGHT + HOUR, confirmed=True, **spelled)
    assert CustodyRow.objects.count() == 2


def test_another_birth_a_released_one_and_one_held_elsewhere_are_not_asked_about(desk: Desk) -> None:
    custody = booked(desk)
    booked(desk, now=NIGHT + HOUR, birth="1991-05-01")
    actions.book(desk.far_officer, booking(desk, place=desk.ivs), now=NIGHT + HOUR)
    actions.add_entry(desk.officer, custody, NewEntry(kind="Released"), now=NIGHT + HOUR)
    booked(desk, now=NIGHT + 2 * HOUR)


def test_two_whom_nobody_could_name_are_told_apart_by_their_number(desk: Desk) -> None:
    booked(desk, family_name="Неизвестный 1", given_name="")
    booked(desk, now=NIGHT + HOUR, family_name="Неизвестный 2", given_name="")


def test_the_form_sent_again_by_back_is_one_custody_and_filled_in_anew_is_asked_about(desk: Desk) -> None:
    client = signed_in_as(person(Role.CUSTODY_OFFICER, places=[desk.station]))
    form = {
        "act_id": new_entry_id(), "place": desk.station, "family_name": "Досов", "given_name": "Али", "birth": "30",
        "name_status": "given", "apprehended_0": typed(yesterday()), "apprehended_1": "01:00", "ground": "criminal",
    }  # fmt: skip
    assert client.post("/custody/new/", form).status_code == 302
    assert client.post("/custody/new/", form).status_code == 302
    assert CustodyRow.objects.count() == 1
    CustodyRow.objects.update(registered_at=now() - HOUR)
    again = client.post("/custody/new/", {**form, "act_id": new_entry_id()})
    assert again.status_code == 422
    assert "already held here" in again.content.decode()


def test_of_several_places_none_is_chosen_for_the_desk(desk: Desk) -> None:
    client = signed_in_as(person(Role.CUSTODY_OFFICER, places=[desk.station, desk.ivs]))
    page = client.get("/custody/new/").content.decode()
    assert '<option value="" selected></option>' in page
    form = {"act_id": new_entry_id(), "place": "", "family_name": "Досов", "name_status": "given", "ground": "criminal",
            "apprehended_0": typed(yesterday())}  # fmt: skip
    assert client.post("/custody/new/", form).status_code == 422
    assert not CustodyRow.objects.exists()


@pytest.mark.parametrize(
    ("kind", "ends", "facts"),
    [
        ("QuestioningBegan", "QuestioningEnded", {}),
        ("RestraintApplied", "RestraintRemoved", {"instrument": "handcuffs"}),
        ("SolitaryStarted", "SolitaryEnded", {}),
    ],
)
def test_a_second_one_while_the_first_lasts_is_asked_about(
    desk: Desk, kind: str, ends: str, facts: dict[str, str]
) -> None:
    custody = booked(desk)
    new = NewEntry(kind=kind, facts=facts)
    first = actions.add_entry(desk.officer, custody, new, now=NIGHT + HOUR).entry
    with pytest.raises(NeedsConfirmation) as asked:
        actions.add_entry(desk.officer, custody, new, now=NIGHT + 2 * HOUR)
    assert [each.key for each in asked.value.warnings] == ["custody.still_open"]
    again = NewEntry(kind=kind, facts=facts, happened=(at("2026-11-21 03:05"),))
    actions.correct_entry(desk.officer, custody, first, again, why="Misread", now=NIGHT + 2 * HOUR)
    actions.add_entry(desk.officer, custody, NewEntry(kind=ends), now=NIGHT + 2 * HOUR)
    actions.add_entry(desk.officer, custody, new, now=NIGHT + 3 * HOUR)
    actions.add_entry(desk.officer, custody, new, now=NIGHT + 4 * HOUR, confirmed=True)


def test_the_delay_of_late_entries_is_added_up_for_each_place(desk: Desk) -> None:
    custody = booked(desk, apprehended=at("2026-11-21 02:09"), delivered=None)
    late = NewEntry(kind="MealGiven", happened=(at("2026-11-21 04:00"),))
    actions.add_entry(desk.officer, custody, late, now=instant("2026-11-21 06:00"))
    later = NewEntry(kind="RestGiven", happened=(at("2026-11-21 04:00"),))
    actions.add_entry(desk.officer, custody, later, now=instant("2026-11-21 08:00"))
    figures = oversight(desk.head, since=NIGHT - HOUR, as_of=LATER).total
    assert (figures.late_entries, figures.late_seconds, figures.mean_delay) == (2, 6 * HOUR, 3 * HOUR)
    actions.add_entry(desk.officer, custody, NewEntry(kind="Released"), now=LATER)
    assert oversight(desk.head, since=NIGHT - HOUR, as_of=LATER).total.late_seconds == 6 * HOUR
