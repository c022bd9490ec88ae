"""Pages and files for everybody: deadlines, downloads, what changed, and how a page is found and cited."""

import json
from xml.etree import ElementTree

import pytest
from django.test import Client
from tests.slices.store import Store
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, at, catalogued
from tests.slices.treaty.pages.site import PUBLIC, text

from qorgau.treaty import actions

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def anybody(sqlite_store: Store) -> Client:
    catalogued()
    actions.take_follow_up(PEOPLE.secretary, CATALOGUE, now=at("2025-03-01"))
    return Client()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(
    "address",
    ["/recommendations/", "/recommendations/deadlines/", "/recommendations/data/", "/articles/", PUBLIC],
)
def test_links_between_public_pages_keep_the_language_that_was_asked_for(
    anybody: Client, address: str, language: str
) -> None:
    page = text(anybody, f"{address}?lang={language}")
    for room in ("/recommendations/", "/articles/", "/recommendations/deadlines/", "/recommendations/data/"):
        assert f'href="{room}?lang={language}"' in page


def test_whoever_shares_a_page_shares_an_address_that_says_what_it_is(anybody: Client) -> None:
    page = text(anybody, f"{PUBLIC}?lang=ru")
    assert f'rel="canonical" href="http://testserver{PUBLIC}?lang=ru"' in page
    assert "<title>CAT/C/KAZ/CO/4 § 14(a): " in page
    assert '<meta name="description" content="' in page
    assert f"http://testserver{PUBLIC}</span>" in page


def test_a_machine_that_indexes_finds_real_pages_for_everybody_and_no_other(anybody: Client) -> None:
    assert "noindex" not in text(anybody, PUBLIC)
    assert "noindex" in text(anybody, "/sign-in/")


def test_the_list_that_is_shown_is_the_list_that_is_taken_along(anybody: Client) -> None:
    rows = anybody.get("/recommendations/export.json?body=mia&lang=ru").json()
    assert rows["count"] == 0
    rows = anybody.get("/recommendations/export.json?text=Istanbul").json()
    assert 0 < rows["count"] < 47
    assert anybody.get("/recommendations/export.doc").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/recommendations/export.csv",
        "/recommendations/deadlines.ics",
        "/recommendations/changes.atom",
        "/api/v1/public/recommendations",
        "/api/v1/public/changes",
    ],
)
def test_whoever_holds_an_answer_already_is_told_that_nothing_changed(anybody: Client, address: str) -> None:
    first = anybody.get(address)
    assert first.status_code == 200
    again = anybody.get(address, headers={"If-None-Match": first.headers["ETag"]})
    # The minute may turn between the two questions; then the answer is whole and has a mark of its own.
    assert again.status_code == 304 or again.headers["ETag"] != first.headers["ETag"]


def test_the_feed_says_what_became_known_and_where_it_can_be_read(anybody: Client) -> None:
    feed = ElementTree.fromstring(anybody.get("/recommendations/changes.atom?lang=en").content)
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        href = entry.find(f"{ATOM}link").attrib["href"].removeprefix("http://testserver")
        assert anybody.get(href).status_code == 200
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert updated == sorted(updated, reverse=True)


def test_nothing_held_back_and_no_reply_in_work_is_among_the_changes(anybody: Client) -> None:
    told = json.dumps(anybody.get("/api/v1/public/changes").json())
    assert "prepared" not in told
    assert {each["what"] for each in json.loads(told)} <= {
        "document",
        "reply",
        "assessment",
        "alternative",
        "action",
    }


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_page_that_tells_programs_of_the_api_opens_without_an_account(
    anybody: Client, language: str
) -> None:
    page = text(anybody, f"/api/?lang={language}")
    assert "/api/v1/public/recommendations" in page


def test_notes_of_the_laws_files_stand_in_the_readers_language(anybody: Client) -> None:
    english, kazakh = text(anybody, f"{PUBLIC}?lang=en"), text(anybody, f"{PUBLIC}?lang=kk")
    for note in ("month's last day is taken as the latest", "The reports speak of partial progress"):
        assert note in english
        assert note not in kazakh
    assert "Ең соңғы күн ретінде айдың соңғы күні алынды" in kazakh
    assert "Хабарларда ішінара ілгерілеу бар делінген" in kazakh
