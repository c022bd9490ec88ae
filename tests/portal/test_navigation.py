"""The menu shows each role its own doors and no others."""

import pytest

from qorgau.access.actor import Actor
from qorgau.access.permission import reach
from qorgau.access.roles import Role
from qorgau.lawbook import Language
from qorgau.portal.site.navigation import MenuItem, menu, public_menu

CUSTODY = {"/board/", "/custody/new/", "/handover/"}


def somebody(role: Role) -> Actor:
    return Actor(account="a", name="Somebody", role=role, body="kz/mvd", said_by="police_entry")


def doors(role: Role, path: str = "/") -> list[MenuItem]:
    return menu(somebody(role), path=path, language=Language.EN)


def test_nobody_who_is_not_signed_in_has_a_menu() -> None:
    assert menu(None, path="/", language=Language.KK) == []


def test_the_administrator_opens_accounts_and_no_custody() -> None:
    shown = {door.href for door in doors(Role.ADMINISTRATOR)}
    assert "/accounts/" in shown
    assert not shown & CUSTODY


def test_a_custody_officer_sees_the_board_first_and_may_register() -> None:
    shown = [door.href for door in doors(Role.CUSTODY_OFFICER)]
    assert shown[:2] == ["/board/", "/custody/new/"]


@pytest.mark.parametrize("role", [Role.LAWYER, Role.RELATIVE])
def test_lawyers_and_relatives_see_no_board(role: Role) -> None:
    assert not {door.href for door in doors(role)} & CUSTODY


@pytest.mark.parametrize("role", list(Role))
def test_the_board_stands_in_the_menu_of_exactly_those_who_may_see_it(role: Role) -> None:
    shown = {door.href for door in doors(role)}
    assert ("/board/" in shown) == (reach(somebody(role), "board.see") is not None)


def test_the_nearest_door_is_marked_and_only_one() -> None:
    marked = [door for door in doors(Role.CUSTODY_OFFICER, "/places/almaty-1/cells/") if door.current]
    assert [door.href for door in marked] == ["/places/"]
    assert not marked[0].here


@pytest.mark.parametrize("language", list(Language))
def test_every_door_is_named_in_the_language_of_the_page(language: Language) -> None:
    shown = menu(somebody(Role.CUSTODY_OFFICER), path="/", language=language) + public_menu(language)
    assert all(door.title and door.note for door in shown)
