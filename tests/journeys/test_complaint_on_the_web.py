"""Somebody complains on the web: sealed on the device, registered, followed by eight words, and gone from the browser."""

import io
import json
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.browsing import DESK, chromium
from tests.journeys.complaining import (
    CANARY,
    NAME,
    OFFICER,
    Reception,
    device,
    fill_in,
    go_on,
    open_box,
    reception,
    seal,
    show_kept,
    step,
)

from qorgau.sealing.age_files import NotForUs
from qorgau.sealing.envelope import check_P, open_identity, open_narrative, read_envelope
from qorgau.sealing.sealed_files import open_file

__all__ = ["reception"]

EXIT = "https://www.kazhydromet.kz/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


def test_what_is_typed_reaches_the_body_and_nobody_between(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site) as visitor:
        page = visitor.page
        page.goto("/complain/en/")
        fill_in(page, reception)
        go_on(page)
        read_back = page.locator("[data-read-back]").inner_text()
        words = seal(page)
        assert page.locator("[data-registered] h1").first.is_visible()
        show_kept(page, words)
        assert step(page) == "next"
        open_box(page, words)
        status = page.locator("[data-status]").inner_text()
        sent = b"".join(each.post_data_buffer or b"" for each in visitor.sent)
        addresses = " ".join(each.url for each in visitor.sent)
        (posted,) = visitor.posted("/sealed/envelopes")

    assert CANARY in read_back
    assert "Registered" in status
    assert "Special prosecutors" in status
    for secret in (CANARY, OFFICER, NAME, *(" ".join(pair) for pair in pairwise(words))):
        assert secret.encode() not in sent
        assert secret not in addresses
    envelope = read_envelope(posted)
    prosecutors, npm = (reception.secrets[body]["identity"] for body in ("special_prosecutors", "npm"))
    narrative, nonce = open_narrative(envelope.narrative, prosecutors)
    check_P(narrative, nonce, envelope.P)
    assert (narrative.text, narrative.accused, narrative.dates) == (CANARY, (OFFICER,), ("3 May, at night",))
    assert narrative.particulars["place"] == reception.places["station"]
    assert open_identity(envelope.identity, npm, box_ed=envelope.box_ed).name == NAME
    with pytest.raises(NotForUs):
        open_identity(envelope.identity, prosecutors, box_ed=envelope.box_ed)


def test_who_is_named_can_be_read_by_the_body_too(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site) as visitor:
        visitor.page.goto("/complain/en/")
        fill_in(visitor.page, reception, named="named")
        go_on(visitor.page)
        seal(visitor.page)
        (posted,) = visitor.posted("/sealed/envelopes")
    envelope = read_envelope(posted)
    key = reception.secrets["special_prosecutors"]["identity"]
    assert open_identity(envelope.identity, key, box_ed=envelope.box_ed).name == NAME


def test_a_photo_loses_what_the_camera_wrote_into_it(
    browser: Browser, reception: Reception, tmp_path: Path
) -> None:
    photo = tmp_path / "where-I-was.jpg"
    exif = Image.Exif()
    exif[0x010E] = "Canary-of-the-camera"
    Image.new("RGB", (64, 48), "red").save(photo, exif=exif)
    assert b"Canary-of-the-camera" in photo.read_bytes()

    with device(browser, reception.site) as visitor:
        page = visitor.page
        page.goto("/complain/en/")
        fill_in(page, reception, named="anonymous")
        page.set_input_files("#f-photos", photo)
        page.locator("[data-file-list] li").wait_for()
        listed = page.locator("[data-file-list]").inner_text()
        go_on(page)
        seal(page)
        (posted,) = visitor.posted("/sealed/envelopes")
        pieces = visitor.posted("/sealed/chunks/")

    narrative, _ = open_narrative(read_envelope(posted).narrative, reception.secrets["npm"]["identity"])
    (inside,) = narrative.files
    content = io.BytesIO()
    open_file(inside, pieces, content)
    assert "photo-1.jpg" in listed
    assert "where-I-was" not in f"{listed}{inside.name}"
    assert b"Canary" not in content.getvalue()
    assert Image.open(content).size == (64, 48)


def test_another_language_keeps_what_was_typed(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site) as visitor:
        page = visitor.page
        page.goto("/complain/en/")
        page.locator(".q-button--start").click()
        page.locator("#whom-another").check()
        page.locator("a[data-speak=kk]").click()
        page.locator("html[lang=kk]").wait_for(state="attached")
        assert step(page) == "whom"
        assert page.locator("#whom-another").is_checked()
        assert page.locator("#knows-yes").is_visible()
        assert page.url.endswith("/complain/en/")
        go_on(page)
        assert step(page) == "what"


def test_a_wrong_word_is_named_and_nothing_is_asked_of_the_server(
    browser: Browser, reception: Reception
) -> None:
    with device(browser, reception.site) as visitor:
        page = visitor.page
        page.goto("/mailbox/en/")
        page.fill("#f-words", "one two three four five six seven xxxxxxx")
        page.locator("[data-open-form] button").click()
        page.locator("[data-errors]").wait_for()
        assert "eight words" in page.locator("[data-errors]").inner_text()
        assert visitor.posted("/sealed/fetch") == []


@pytest.fixture
def own_profile(tmp_path: Path) -> Iterator[tuple[Path, Page]]:
    """A browser with a profile on disk, as people have it."""
    found = shutil.which("chromium") or pytest.skip("Chromium is missing")
    # The worker's own loop serves; a browser of another profile is one more process of it.
    from tests import browsing

    next(chromium())
    (running,) = browsing._OPEN
    flags = ["--no-sandbox"]
    context = running.browser_type.launch_persistent_context(
        str(tmp_path / "profile"), executable_path=found, args=flags, viewport=DESK, locale="ru-RU"
    )
    try:
        yield tmp_path / "profile", context.new_page()
    finally:
        context.close()


def test_after_leaving_at_once_the_disk_holds_neither_words_nor_code(
    reception: Reception, own_profile: tuple[Path, Page]
) -> None:
    profile, page = own_profile
    page.context.route(f"{EXIT}**", lambda route: route.fulfill(body="weather", content_type="text/html"))
    page.goto(f"{reception.site.address}/complain/ru/")
    fill_in(page, reception)
    go_on(page)
    words = seal(page)
    kept = page.evaluate(
        """async () => ({
            local: localStorage.length, session: sessionStorage.length,
            databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
            workers: (await navigator.serviceWorker.getRegistrations()).length, steps: history.length })"""
    )
    cookies = page.context.cookies()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{EXIT}**")
    left_with = page.evaluate("document.referrer")
    page.go_back()
    came_back_to = page.url
    page.context.close()

    assert kept == {
        "local": 0,
        "session": 0,
        "databases": 0,
        "caches": 0,
        "workers": 0,
        "steps": kept["steps"],
    }
    assert cookies == []
    assert left_with == ""
    assert "/complain/" not in came_back_to
    held = {path: path.read_bytes() for path in profile.rglob("*") if path.is_file()}
    assert len(held) > 20, "a profile was written, so that there is something to search"
    for secret in (CANARY, OFFICER, NAME):
        assert [path for path, data in held.items() if _holds(data, secret)] == []
    assert [path for path, data in held.items() if _holds_code(data, words)] == []


def _holds(data: bytes, text: str) -> bool:
    return any(text.encode(coding) in data for coding in ("utf-8", "utf-16-le", "utf-16-be"))


def _holds_code(data: bytes, words: list[str]) -> bool:
    """Whether two words of the code stand near each other in their order; the lists of all words are in the script."""
    for coding in ("utf-8", "utf-16-le"):
        for one, other in pairwise(words):
            at = data.find(one.encode(coding))
            while at >= 0:
                near = data[at + len(one.encode(coding)) : at + 160]
                if other.encode(coding) in near:
                    return True
                at = data.find(one.encode(coding), at + 1)
    return False


def test_the_search_would_find_a_code_that_was_kept() -> None:
    words = ["альфа", "бета", "гамма", "дельта", "эхо", "ирис", "лира", "мята"]
    assert _holds_code(json.dumps(words, ensure_ascii=False).encode(), words)
    in_a_list_of_many = ("." * 200).join(words)
    assert not _holds_code(in_a_list_of_many.encode(), words)
