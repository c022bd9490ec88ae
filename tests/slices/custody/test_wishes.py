"""By whom a person does not wish to be found is kept everywhere, read by those who act for them, and can be taken back."""

from dataclasses import replace

import pytest
from tests.slices.access.people import person, signed_in_as
from tests.slices.custody.desk import HOUR, NIGHT, Desk, booking, open_desk
from tests.slices.store import Store

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.custody import actions, queries
from qorgau.custody.exporting.register import Asked, register_export
from qorgau.custody.refusal import CustodyRefusal, NoSuchCustody

LATER = NIGHT + 4 * HOUR
NAME = "Бейсенова Гүлнәр"


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    return open_desk()


def booked(desk: Desk) -> str:
    return actions.book(desk.officer, booking(desk), now=NIGHT).custody


def with_mandate(desk: Desk, custody: str, name: str = "") -> Actor:
    actions.give_mandate(desk.officer, custody, account=desk.lawyer.account, name=name, now=NIGHT + HOUR)
    return replace(desk.lawyer, name=NAME)


def unwanted(desk: Desk, custody: str, name: str = NAME, **more: str) -> None:
    actions.not_to_be_found_by(desk.officer, custody, name=name, now=NIGHT + 2 * HOUR, **more)


def is_cut(who: Actor, custody: str) -> bool:
    try:
        queries.record(who, custody, as_of=LATER)
    except NoSuchCustody:
        return queries.custodies_with_party(who, as_of=LATER) == ()
    return False


@pytest.mark.parametrize("spelled", [NAME, "Beisenova Gulnar", "Гульнар"])
@pytest.mark.parametrize("named_at_the_desk", ["", NAME])
def test_a_wish_by_name_alone_cuts_the_record_of_whoever_bears_the_name(
    desk: Desk, spelled: str, named_at_the_desk: str
) -> None:
    custody = booked(desk)
    lawyer = with_mandate(desk, custody, named_at_the_desk)
    assert not is_cut(lawyer, custody)
    unwanted(desk, custody, spelled)
    assert is_cut(lawyer, custody)


def test_a_wish_may_name_a_lawyer_s_account(desk: Desk) -> None:
    custody = booked(desk)
    lawyer = replace(with_mandate(desk, custody), name="Nobody Alike")
    unwanted(desk, custody, "my former lawyer", account=lawyer.account)
    assert is_cut(lawyer, custody)


def test_the_desk_that_enters_a_wish_does_not_read_it_again_and_the_mechanism_does(desk: Desk) -> None:
    custody = booked(desk)
    actions.name_relative(desk.officer, custody, name=NAME, account=desk.relative.account, now=NIGHT + HOUR)
    before = queries.record(desk.officer, custody, as_of=LATER)
    unwanted(desk, custody)
    for who in (desk.officer, desk.head, desk.doctor, desk.prosecutor):
        seen = queries.record(who, custody, as_of=LATER)
        assert seen.parties == before.parties
        assert "NotToBeFoundBy" not in {each.kind for each in seen.entries}
    seen = queries.record(desk.npm, custody, as_of=LATER)
    assert {each.role for each in seen.parties} == {"relative", "not_to_be_found_by"}


def test_no_export_says_by_whom_somebody_does_not_wish_to_be_found(desk: Desk) -> None:
    custody = booked(desk)
    unwanted(desk, custody, account=desk.relative.account)
    export = register_export(desk.head, Asked(), as_of=LATER)
    assert "NotToBeFoundBy" not in {each.kind for each in export.events} | set(export.observes)


@pytest.mark.parametrize("spelled", [NAME, "Гүлнәр Бейсенова", "Gulnar Beisenova"])
def test_the_person_takes_a_wish_back_in_the_name_they_gave(desk: Desk, spelled: str) -> None:
    custody = booked(desk)
    lawyer = with_mandate(desk, custody, NAME)
    unwanted(desk, custody)
    actions.may_be_found_by(desk.officer, custody, name=spelled, now=NIGHT + 3 * HOUR)
    assert not is_cut(lawyer, custody)


def test_taking_back_a_wish_that_was_never_made_answers_the_same_and_ends_no_other(desk: Desk) -> None:
    custody = booked(desk)
    lawyer = with_mandate(desk, custody, NAME)
    unwanted(desk, custody)
    said = actions.may_be_found_by(desk.officer, custody, name="Гүлнәр", now=NIGHT + 3 * HOUR)
    assert said.is_new
    assert is_cut(lawyer, custody)


def test_a_wish_names_no_account_that_there_is_not(desk: Desk) -> None:
    with pytest.raises(CustodyRefusal):
        unwanted(desk, booked(desk), account="nobody-at-all")


def test_the_page_offers_to_take_a_wish_back_and_shows_none_to_the_desk(desk: Desk) -> None:
    custody = booked(desk)
    unwanted(desk, custody)
    officer = signed_in_as(person(Role.CUSTODY_OFFICER, places=[desk.station]))
    page = officer.get(f"/custody/{custody}/").content.decode()
    assert f"/custody/{custody}/add/MayBeFoundBy/" in page
    assert "Бейсенова" not in page
    npm = signed_in_as(person(Role.NPM_MEMBER))
    assert "Бейсенова" in npm.get(f"/custody/{custody}/").content.decode()
