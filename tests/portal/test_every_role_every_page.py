"""Every role asks for every address, by GET and by POST: the answer follows from the table of permissions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker
from tests.portal.a_world import Corner, World, covers, made_world
from tests.portal.addresses import ADDRESSES, REFUSE_BY_MESSAGE, SIGN_OUT, About, Address, patterns
from tests.slices import store as stores
from tests.slices.access.people import signed_in_as
from tests.slices.conftest import sqlite_template  # noqa: F401 - a fixture, asked for by name

from qorgau.access.actor import Actor
from qorgau.access.permission import Reach, permissions, reach
from qorgau.access.roles import Role
from qorgau.access.web import PUBLIC
from qorgau.custody.kind_forms import kind_forms
from qorgau.recording.models import StoredEntry

OPENED = {200, 302, 422}
WRONG_WAY = 405
# Looks are entries, and so are lists read: they may come with a refusal and change nothing.
_LOOKS = ("RecordOpened", "ComplaintFileOpened")
_KIND = {"custody:add", "custody:add_at_once"}


@pytest.fixture(scope="module")
def world(
    sqlite_template: Path,  # noqa: F811 - the fixture above
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[World]:
    """One world for all questions: what they may enter there changes no answer."""
    before = settings.QORGAU_DATA
    with django_db_blocker.unblock():
        environment = stores.copy_template(
            sqlite_template, tmp_path_factory.mktemp("world") / "data", server=None, database=""
        )
        stores.connect(environment)
        try:
            yield made_world()
        finally:
            for alias in ("default", "keys", "owner"):
                stores.disconnect(alias)
            settings.QORGAU_DATA = before


def acts() -> dict[str, str]:
    return {name: pattern.callback.act for name, pattern in patterns().items()}


def test_every_view_says_which_act_it_is() -> None:
    unsaid = [name for name, each in patterns().items() if not hasattr(each.callback, "act")]
    assert unsaid == []
    assert {act for act in acts().values() if act not in permissions()} == {PUBLIC}


def test_every_address_is_known_here_and_no_other() -> None:
    assert sorted(patterns()) == sorted(ADDRESSES)


@pytest.mark.parametrize("role", list(Role))
def test_who_may_open_a_page_can_and_nobody_else(world: World, role: Role) -> None:
    actor, wrong = world.people[role], []
    browser = signed_in_as(actor)
    for name, act in acts().items():
        if act == PUBLIC:
            continue
        for where, corner in _corners(world, name):
            allowed, before = _expected(actor, name, act, corner), _entries()
            found = {how: _asked(browser, name, corner, how) for how in ("get", "post")}
            if name in SIGN_OUT:
                browser = signed_in_as(actor)
            if set(found.values()) - allowed or set(found.values()) == {WRONG_WAY}:
                wrong.append(f"{name} {where}: {found}, expected {sorted(allowed)}")
            if _entries() != before and not _may(actor, name, act, corner):
                wrong.append(f"{name} {where}: refused, and yet entered")
    assert not wrong, "\n".join(wrong)


def test_who_is_not_signed_in_is_sent_to_sign_in_and_sees_what_is_public(world: World) -> None:
    wrong = []
    for name, act in acts().items():
        for how in ("get", "post"):
            answer = getattr(Client(), how)(_address(name, world.here))
            to_sign_in = answer.status_code == 302 and "/sign-in/" in answer["Location"]
            if answer.status_code >= 500 or (act != PUBLIC and not to_sign_in):
                wrong.append(f"{how} {name}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", list(Role))
def test_a_kind_of_entry_opens_for_whom_the_table_of_kinds_names(world: World, role: Role) -> None:
    actor, wrong = world.people[role], []
    browser = signed_in_as(actor)
    for kind in _one_of_each_sort():
        address = reverse("custody:add", args=[world.here.ids["custody_id"], kind])
        allowed = {200} if _may_add(actor, kind, world.here) else {403, 404}
        status = browser.get(address).status_code
        if status not in allowed:
            wrong.append(f"{kind}: {status}, expected {allowed}")
    assert not wrong, "\n".join(wrong)


def _one_of_each_sort() -> list[str]:
    """One kind for each way of saying who may add it."""
    sorts = {(form.added_by, form.acts): kind for kind, form in kind_forms().items()}
    return sorted(sorts.values())


def _may_add(actor: Actor, kind: str, corner: Corner) -> bool:
    form = kind_forms()[kind]
    return (
        covers(actor, "custody.see", corner)
        and actor.role in form.added_by
        and any(covers(actor, act, corner) for act in form.acts)
    )


def _may(actor: Actor, name: str, act: str, corner: Corner) -> bool:
    address = ADDRESSES[name]
    if address.about is About.NOTHING:
        return reach(actor, act) is not None
    if name in _KIND:
        return _may_add(actor, address.words["kind"], corner)
    if address.about is About.COUNTRY:
        return reach(actor, act) is Reach.EVERYWHERE
    seeing = "complaints.see" if address.about is About.COMPLAINT else "custody.see"
    sees = address.about is About.PLACE or covers(actor, seeing, corner)
    further = not address.acts or any(covers(actor, each, corner) for each in address.acts)
    return sees and covers(actor, act, corner) and further


def _expected(actor: Actor, name: str, act: str, corner: Corner) -> set[int]:
    if reach(actor, act) is None:
        return {403}
    if ADDRESSES[name].is_gone:
        return {404, WRONG_WAY}
    if ADDRESSES[name].about is About.COMPLAINT and reach(actor, "complaints.see") is Reach.OWN:
        # A doctor reaches what they registered themselves, which this world holds none of.
        return {403, 404, WRONG_WAY}
    if _may(actor, name, act, corner):
        return OPENED | {WRONG_WAY}
    if ADDRESSES[name].about is About.COMPLAINT:
        return {403, 404, WRONG_WAY}
    if name in REFUSE_BY_MESSAGE:
        return {302, 403, WRONG_WAY}
    if ADDRESSES[name].about is About.CUSTODY:
        return {404, WRONG_WAY}
    return {403, 404, WRONG_WAY}


def _address(name: str, corner: Corner) -> str:
    known: Address = ADDRESSES[name]
    words = {**known.words, **{each: corner.ids[each] for each in known.given}}
    query = {
        "breach": corner.breach,
        "clock": corner.clock,
        "place": f"place={corner.ids['place_id']}",
        "": "",
    }[known.query]
    return f"{reverse(name, kwargs=words)}?{query}"


def _corners(world: World, name: str) -> list[tuple[str, Corner]]:
    """Where to ask: what says nothing of a place, a person or a case is one address, and is asked for once."""
    corners = [("here", world.here), ("elsewhere", world.elsewhere)]
    return corners if _address(name, world.here) != _address(name, world.elsewhere) else corners[:1]


def _asked(browser: Client, name: str, corner: Corner, how: str) -> int:
    return int(getattr(browser, how)(_address(name, corner)).status_code)


def _entries() -> int:
    return StoredEntry.objects.exclude(kind__in=_LOOKS).count()
