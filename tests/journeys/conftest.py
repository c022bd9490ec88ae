"""What journeys share: a served desk with the demo's known stories, and people who sign in to it in a browser."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyotp
import pytest
from playwright.sync_api import Browser, Page
from tests.browsing import Site, chromium, fill, served, visiting
from tests.made_once import copy_of

INSTANCE = "demo.qorgau.localhost"
_KEYS = "keys_of_the_accounts.json"


@dataclass(frozen=True)
class Desk:
    """A served instance, and how each demo account signs in: password, and the secret of its app if it has one."""

    site: Site
    keys: dict[str, dict[str, str]]
    states: dict[str, Any] = field(default_factory=dict)


SignIn = Callable[..., Page]


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    data = copy_of(tmp_path_factory, "desk", _tell_known_stories)
    keys = json.loads((data / _KEYS).read_text())
    with served(data, QORGAU_INSTANCE=INSTANCE) as site:
        yield Desk(site, keys)


def _tell_known_stories(data: Path) -> None:
    told = fill(data, Path(__file__).with_name("known_stories.py"), QORGAU_INSTANCE=INSTANCE)
    (data / _KEYS).write_text(json.dumps(told))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    yield from chromium()


@pytest.fixture
def signed_in(browser: Browser, desk: Desk) -> Iterator[SignIn]:
    """`signed_in("officer", language="kk", phone=True)`: a page of that demo account, wholly signed in."""
    with ExitStack() as visits:

        def sign_in(account: str, *, language: str = "en", phone: bool = False, scripts: bool = True) -> Page:
            held = desk.states.get(account)
            page = visits.enter_context(
                visiting(browser, desk.site, language=language, phone=phone, scripts=scripts, state=held)
            )
            if held is None:
                sign_in_by_hand(page, desk, account)
                # A code opens once; the next journey of the same person goes on with this session.
                desk.states[account] = page.context.storage_state()
            speak(page, language)
            return page

        yield sign_in


def sign_in_by_hand(page: Page, desk: Desk, account: str) -> None:
    """Name and password, then the code of the app where the role needs one."""
    key = desk.keys[account]
    page.goto("/sign-in/")
    page.locator("#id_name").fill(account)
    page.locator("#id_password").fill(key["password"])
    page.locator("main form button[type=submit]").first.click()
    if key["secret"]:
        page.locator("#id_code").fill(pyotp.TOTP(key["secret"]).now())
        page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"{desk.site.address}/")


def speak(page: Page, language: str) -> None:
    """Choose the language as a person does, by the switch in the header."""
    page.goto("/")
    # Also where the page speaks it already: who goes on before the answer would break the switch off.
    with page.expect_navigation():
        page.locator(f".q-languages button[value={language}]").click()
    assert page.locator("html").get_attribute("lang") == language
