"""Somebody complains in a browser: a served site with receiving bodies, and the steps as a person takes them."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request
from tests.browsing import DESK, LOCALES, PATIENCE, Site, fill, served
from tests.made_once import copy_of

INSTANCE = "complaints.qorgau.localhost"
_SETTINGS = {"QORGAU_INSTANCE": INSTANCE, "QORGAU_BATCH_SECONDS": "2"}
_TOLD = "places_and_bodies.json"
CANARY = "Canary-of-the-narrative-7431"
OFFICER = "Canary-of-the-officer-2209"
NAME = "Canary-of-the-name-5518"


@dataclass(frozen=True)
class Reception:
    """A served instance whose bodies have keys; secrets: what only the bodies hold."""

    site: Site
    places: dict[str, str]
    secrets: dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def reception(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reception]:
    data = copy_of(tmp_path_factory, "reception", _list_who_may_receive)
    told = json.loads((data / _TOLD).read_text())
    with served(data, **_SETTINGS) as site:
        yield Reception(site, told["places"], told["bodies"])


def _list_who_may_receive(data: Path) -> None:
    told = fill(data, Path(__file__).with_name("complaint_world.py"), **_SETTINGS)
    (data / _TOLD).write_text(json.dumps(told))


@dataclass
class Visitor:
    """A device of its own, and everything it sent."""

    page: Page
    context: BrowserContext
    sent: list[Request] = field(default_factory=list)

    def posted(self, path: str) -> list[bytes]:
        """The bodies of what went to this address."""
        return [
            each.post_data_buffer or b"" for each in self.sent if path in each.url and each.method == "POST"
        ]


@contextmanager
def device(browser: Browser, site: Site, *, language: str = "en", **options: Any) -> Iterator[Visitor]:
    """A device that nobody used before; an error on the page's console fails the test."""
    context = browser.new_context(
        base_url=site.address, locale=LOCALES[language], viewport=options.pop("viewport", DESK), **options
    )
    context.set_default_timeout(PATIENCE)
    visitor = Visitor(context.new_page(), context)
    troubles: list[str] = []
    context.on("request", lambda request: visitor.sent.append(request))
    visitor.page.on("pageerror", lambda error: troubles.append(str(error)))
    visitor.page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    try:
        yield visitor
    finally:
        context.close()
    assert [each for each in troubles if not each.startswith("Failed to load resource")] == []


def go_on(page: Page) -> None:
    """Press the button that goes to the next step."""
    page.locator("[data-steps-nav] [data-go=on]").click()


def step(page: Page) -> str:
    """The step that is shown."""
    return page.locator("[data-step]:not([hidden])").get_attribute("data-step") or ""


def fill_in(page: Page, reception: Reception, *, named: str = "confidential") -> None:
    """From the first screen of the web page to the evidence, choosing the first body offered."""
    page.locator(".q-button--start").click()
    page.locator("#whom-self").check()
    go_on(page)
    page.fill("#f-text", CANARY)
    go_on(page)
    page.select_option("#f-place", reception.places["station"])
    page.fill("#f-when", "3 May, at night")
    go_on(page)
    page.fill("#f-accused", OFFICER)
    go_on(page)
    page.locator(f"#named-{named}").check()
    if named != "anonymous":
        page.fill("#f-name", NAME)
    go_on(page)
    page.locator("[data-body-choice] input").first.check()
    go_on(page)


def seal(page: Page) -> list[str]:
    """Send from the step that reads back; gives the eight words."""
    go_on(page)
    page.locator("[data-words-list] li").nth(7).wait_for()
    return page.locator("[data-words-list] li").all_inner_texts()


def show_kept(page: Page, words: list[str]) -> None:
    """Type the two words that are asked back."""
    go_on(page)
    for number in (1, 2):
        asked = re.search(r"\d", page.locator(f"[data-kept-label='{number}']").inner_text())
        assert asked
        page.fill(f"#f-kept-{number}", words[int(asked[0]) - 1])
    page.locator("[data-check-kept]").click()


def open_box(page: Page, words: list[str], *, language: str = "en") -> None:
    """Open the mailbox with the words."""
    page.goto(f"/mailbox/{language}/")
    page.fill("#f-words", " ".join(words))
    page.locator("[data-open-form] button").click()
    page.locator("[data-mailbox-open]").wait_for()
