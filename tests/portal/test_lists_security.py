"""A list read past the page leaves the same trace as one read on it."""

from django.test import Client
from tests.slices.access.people import person, signed_in_as
from tests.slices.conftest import sqlite_store, sqlite_template  # noqa: F401 - fixtures, asked for by name
from tests.slices.store import Store

from qorgau.access.models import LookedAt
from qorgau.access.roles import Role


def test_a_list_fetched_as_part_of_a_page_never_opened_is_noted_once(sqlite_store: Store) -> None:  # noqa: F811
    client: Client = signed_in_as(person(Role.NPM_MEMBER, name="A member"))
    for _ in range(3):
        assert client.get("/board/?sort=name", headers={"HX-Request": "true"}).status_code == 200
    assert LookedAt.objects.filter(act="board.see").count() == 1
    client.get("/board/?sort=oldest", headers={"HX-Request": "true"})
    assert LookedAt.objects.filter(act="board.see").count() == 2
    assert client.get("/notices/", headers={"HX-Request": "true"}).status_code == 200
    assert LookedAt.objects.filter(act="notices.see").count() == 1
