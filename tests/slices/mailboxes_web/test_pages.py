"""What the pages of complainants send, and what they leave out."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from tests.slices.mailboxes.bodies import BodyKeys, open_bodies
from tests.slices.places.people import ADMINISTRATOR, IVS
from tests.slices.store import Store

from qorgau.access.actions.recording_acts import CONSOLE
from qorgau.clock import now
from qorgau.lawbook import Language
from qorgau.mailboxes.actions import publish_manifest
from qorgau.mailboxes.web.offered import offered_bodies, offered_places
from qorgau.places import actions

PAGES = ("/complain/", "/mailbox/", "/carry-out/", "/receipt/")
RECEIVING = ("police_internal_security", "special_prosecutors", "npm", "kpi")
TODAY = date(2026, 11, 22)


@pytest.fixture
def place(sqlite_store: Store) -> str:
    open_bodies(now())
    return actions.list_place(ADMINISTRATOR, replace(IVS, kind="station"), now=now())


def page(path: str, **headers: str) -> Any:
    return Client().get(path, headers=headers)


def test_no_page_sets_a_cookie_or_tells_where_one_came_from(place: str) -> None:
    for path in (*PAGES, f"/kiosk/{place}/"):
        answer = page(path)
        assert answer.status_code == 200, path
        assert not answer.cookies, path
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"


def test_each_page_asks_for_no_more_than_it_needs(place: str) -> None:
    allowed = {
        path: re.findall(r"(\w+)=\(self\)", page(path).headers["Permissions-Policy"])
        for path in (*PAGES, f"/kiosk/{place}/", "/")
    }
    assert allowed == {
        "/complain/": ["microphone"],
        "/carry-out/": ["camera"],
        "/mailbox/": [],
        "/receipt/": [],
        f"/kiosk/{place}/": [],
        "/": [],
    }


def test_the_content_security_policy_is_that_of_every_other_page(place: str) -> None:
    def policy(path: str) -> set[str]:
        return set(page(path).headers["Content-Security-Policy"].split("; "))

    for path in (*PAGES, f"/kiosk/{place}/"):
        assert policy(path) == policy("/"), path


def test_only_the_scripts_that_seal_run_there(place: str) -> None:
    for path in (*PAGES, f"/kiosk/{place}/"):
        scripts = re.findall(r"<script[^>]*src=\"([^\"]+)\"", page(path).content.decode())
        assert len(scripts) == 1, scripts
        assert "site.js" not in scripts[0]


@pytest.mark.parametrize("language", list(Language))
def test_the_language_in_the_address_wins_without_a_cookie(place: str, language: Language) -> None:
    other = "en" if language is not Language.EN else "ru"
    for path in (*PAGES, f"/kiosk/{place}/"):
        answer = page(f"{path}{language.value}/", **{"Accept-Language": other})
        assert answer.headers["Content-Language"] == language.value
        assert f'<html lang="{language.value}"' in answer.content.decode()
    assert page("/complain/de/").status_code == 404


def test_where_no_script_runs_the_page_says_why_and_names_other_ways(place: str) -> None:
    text = page("/complain/en/").content.decode()
    noscript = text[text.index("<noscript>") : text.index("</noscript>")]
    assert "JavaScript" in noscript
    assert "Other ways to complain" in text


def test_a_terminal_of_a_place_that_is_not_there_is_not_there(place: str) -> None:
    assert page("/kiosk/nowhere/").status_code == 404


def test_every_service_of_a_terminal_has_somebody_to_receive_it(place: str) -> None:
    tiles = re.findall(r'data-service="(\w+)" data-to="(\w*)"', page(f"/kiosk/{place}/en/").content.decode())
    assert dict(tiles) == {"doctor": "npm", "rights": "npm", "ask": "npm", "complain": ""}


def test_without_any_key_the_page_says_that_nothing_can_be_sealed(sqlite_store: Store) -> None:
    assert "No body has published a key" in page("/complain/en/").content.decode()


def test_only_bodies_with_a_key_are_offered(place: str) -> None:
    before = re.findall(r'name="body" value="(\w+)"', page("/complain/en/").content.decode())
    publish_manifest(CONSOLE, BodyKeys("ombudsperson", not_after=now() + 9999).signed(), now=now())
    after = re.findall(r'name="body" value="(\w+)"', page("/complain/en/").content.decode())
    assert (set(before), set(after) - set(before)) == ({"special_prosecutors", "npm"}, {"ombudsperson"})


def test_the_independent_come_first_and_a_tie_names_its_way() -> None:
    offered = offered_bodies(RECEIVING, Language.EN, today=TODAY)
    assert [each.id for each in offered] == ["special_prosecutors", "npm", "kpi", "police_internal_security"]
    *free, tied = offered
    assert not any(each.ties for each in free)
    assert "penitentiary_committee" in tied.ties
    assert tied.ties["police"].endswith("Police (internal affairs bodies)")
    assert [each.is_proposed for each in offered] == [False, False, True, False]


def test_what_a_body_does_is_that_of_the_day() -> None:
    def does(day: date) -> str:
        (police,) = offered_bodies(["police"], Language.EN, today=day)
        return "; ".join(what for what, _ in police.does)

    assert "investigates torture" in does(date(2022, 12, 31))
    assert "investigates torture" not in does(date(2023, 1, 1))


def test_places_stand_by_region_with_who_runs_them(place: str) -> None:
    (region,) = offered_places(Language.EN)
    assert [(each.id, each.body) for each in region.places] == [(place, "police")]


def test_the_worker_may_stand_for_these_pages_and_is_never_kept(place: str) -> None:
    answer = page("/complain/offline")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_installed_page_has_a_name_that_tells_nothing(place: str) -> None:
    for path, scope in (("/complain/", "/complain/"), (f"/kiosk/{place}/", f"/kiosk/{place}/")):
        told = json.loads(page(f"{path}app.webmanifest", **{"Accept-Language": "en"}).content)
        assert (told["name"], told["scope"], told["start_url"]) == ("Notes", scope, scope)


def test_the_page_in_one_file_lets_itself_send_nothing(place: str) -> None:
    text = page("/receipt/check.html").content.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "connect-src" not in policy[1]
    assert "unsafe" not in policy[1]
    assert settings.QORGAU_INSTANCE not in text
