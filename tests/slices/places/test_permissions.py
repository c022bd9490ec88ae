"""Each role at each page of the inventory: who opens it, who is refused, and that nothing is left unguarded."""

import re

import pytest
from tests.slices.access.people import signed_in
from tests.slices.places.people import ADMINISTRATOR, CELL, DEPARTMENT, GYM, IVS, NOW
from tests.slices.store import Store

from qorgau.access.permission import permissions
from qorgau.access.roles import Role
from qorgau.places import actions
from qorgau.places.urls import urlpatterns

LISTS_UNOFFICIAL = {
    Role.CUSTODY_OFFICER, Role.HEAD_OF_PLACE, Role.DUTY_PROSECUTOR, Role.INSPECTOR, Role.NPM_MEMBER, Role.DOCTOR,
    Role.ADMINISTRATOR,
}  # fmt: skip
EVERYBODY = set(Role)
CHANGES_OFFICIAL = {Role.HEAD_OF_PLACE, Role.ADMINISTRATOR}
ADMINISTERS = {Role.ADMINISTRATOR}

PAGES = {
    "/places/": EVERYBODY,
    "/places/export.csv": EVERYBODY,
    "/places/export.xlsx": EVERYBODY,
    "/places/{ivs}/": EVERYBODY,
    "/places/{gym}/": EVERYBODY,
    "/units/": EVERYBODY,
    "/places/new/": CHANGES_OFFICIAL,
    "/places/new/unofficial/": LISTS_UNOFFICIAL,
    "/places/{ivs}/change/": CHANGES_OFFICIAL,
    "/places/{ivs}/close/": CHANGES_OFFICIAL,
    "/places/{ivs}/reopen/": CHANGES_OFFICIAL,
    "/places/{ivs}/cells/new/": CHANGES_OFFICIAL,
    "/places/{ivs}/cells/{cell}/": CHANGES_OFFICIAL,
    "/places/{ivs}/cells/{cell}/close/": CHANGES_OFFICIAL,
    "/places/{gym}/change/": LISTS_UNOFFICIAL,
    "/places/{gym}/close/": LISTS_UNOFFICIAL,
    "/places/{gym}/cells/new/": LISTS_UNOFFICIAL,
    "/units/new/": ADMINISTERS,
    "/units/{unit}/": ADMINISTERS,
}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_the_pages_it_may_and_no_others(sqlite_store: Store, role: Role) -> None:
    ivs = actions.list_place(ADMINISTRATOR, IVS, now=NOW)
    known = {
        "ivs": ivs,
        "gym": actions.list_place(ADMINISTRATOR, GYM, now=NOW),
        "cell": actions.list_cell(ADMINISTRATOR, ivs, CELL, now=NOW),
        "unit": actions.list_unit(ADMINISTRATOR, DEPARTMENT, now=NOW),
    }
    client = signed_in(role, places={ivs}, regions={"almaty"})
    for page, allowed in PAGES.items():
        found = client.get(page.format(**known)).status_code
        # A page for units asks for the act everywhere; a head has it at their place only.
        assert found == (200 if role in allowed else 403), f"{role} at {page}"


def test_every_page_of_the_inventory_names_the_act_it_asks_for() -> None:
    for pattern in urlpatterns:
        assert pattern.callback.act in permissions(), pattern


def test_every_page_of_the_inventory_stands_in_the_table_of_this_test() -> None:
    asked = {re.sub(r"\{\w+\}", "<id>", page) for page in PAGES}
    assert asked == {"/" + re.sub(r"<str:\w+>", "<id>", str(pattern.pattern)) for pattern in urlpatterns}
