"""Reports on pages: begun, written in blocks, compared by version, issued."""

import re

import pytest
from django.test import Client
from tests.slices.treaty.cycle import CATALOGUE, PEOPLE, catalogued, led
from tests.slices.treaty.pages.site import browser_of, hidden, text

pytestmark = pytest.mark.usefixtures("sqlite_store")


def begun(browser: Client) -> str:
    form = hidden(text(browser, "/treaty/reports/new/"))
    form |= {"kind": "follow_up_report", "document": CATALOGUE, "language": "en"}
    answer = browser.post("/treaty/reports/new/", form)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def written(browser: Client, address: str, words: str, **more: str) -> int:
    block = f"{address}block/14(a)/"
    form = {**hidden(text(browser, block).split("<section id=")[0]), "text": words, **more}
    return int(browser.post(block, form).status_code)


@pytest.fixture
def focal() -> Client:
    catalogued()
    led("14(a)", "24(a)", "28", "44")
    return browser_of(PEOPLE.writer)


def test_a_report_is_begun_written_and_compared_by_version(focal: Client) -> None:
    address = begun(focal)
    assert written(focal, address, "All rooms have cameras.") == 302
    page = text(focal, address)
    assert "All rooms have cameras." in page
    assert "data-words" in page
    assert '<ins class="q-new">' in text(focal, f"{address}versions/")


def test_who_wrote_over_an_older_version_is_told_and_loses_nothing(focal: Client) -> None:
    address = begun(focal)
    assert written(focal, address, "First words.") == 302
    block = f"{address}block/14(a)/"
    stale = {**hidden(text(focal, block).split("<section id=")[0]), "base": "1", "text": "Second words."}
    answer = focal.post(block, stale)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Second words." in page
    assert "First words." in page
    assert 'name="base" value="2"' in page


def test_a_mark_that_is_not_closed_is_refused_at_the_words(focal: Client) -> None:
    address = begun(focal)
    block = f"{address}block/14(a)/"
    form = {**hidden(text(focal, block).split("<section id=")[0]), "text": "See [note: here"}
    answer = focal.post(block, form)
    assert (answer.status_code, b'href="#id_text"' in answer.content) == (422, True)


def test_what_the_record_offers_is_put_in_and_taken_out_again(focal: Client) -> None:
    address = begun(focal)
    block = f"{address}block/14(a)/"
    page = text(focal, block)
    offered = re.search(r'name="(evidence|figures)" value="([^"]+)" id="of-', page)
    assert offered is not None
    name, value = offered[1], offered[2]
    focal.post(f"{block}put-in/", {**hidden(page), name: value, "put_in": "yes"})
    inside = text(focal, block)
    assert f'name="{name}" value="{value}" id="in-' in inside
    focal.post(f"{block}put-in/", {**hidden(inside), name: value, "take_out": "yes"})
    assert f'name="{name}" value="{value}" id="of-' in text(focal, block)


def test_an_issued_report_is_a_file_that_stays_and_a_draft_that_does_not_open_for_writing(
    focal: Client,
) -> None:
    address = begun(focal)
    written(focal, address, "All rooms have cameras.")
    assert focal.post(f"{address}issue/", hidden(text(focal, f"{address}issue/"))).status_code == 302
    files = re.findall(r'href="(/treaty/reports/issued/[^"]+)"', text(focal, "/treaty/reports/"))
    assert len(files) == 2
    assert focal.get(files[1]).content.startswith(b"%PDF") or focal.get(files[0]).content.startswith(b"%PDF")
    assert written(focal, address, "Later words.") == 422


def test_a_draft_is_not_there_for_another_body(focal: Client) -> None:
    address = begun(focal)
    for who in (PEOPLE.health, PEOPLE.ngo, PEOPLE.analyst):
        assert browser_of(who).get(address).status_code == 404
