"""Sign-in and accounts in Debian's Chromium: a passkey under our strict policy, an app without scripts, axe."""

import re
from collections.abc import Iterator
from typing import Any

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browsing import Site, chromium, run_command, served, visiting

from qorgau.clock import now

NEW = "three unlike things in a row"
PAGES = ["/my-account/", "/my-account/password/", "/my-account/app/", "/my-account/passkey/", "/sign-in/again/",
         "/accounts/", "/accounts/new/", "/accounts/tokens/"]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(tmp_path_factory.mktemp("access")) as found:
        # Browsers give passkeys to names, not to bare addresses.
        yield Site(found.address.replace("127.0.0.1", "localhost"), found.data, found.environment)


@pytest.fixture(scope="module")
def signed_in(browser: Browser, site: Site) -> Any:
    """What the browser keeps of an administrator who has just signed in, second factor done."""
    name, password = account(site, "keeper", "administrator")
    with visiting(browser, site) as page:
        give_password(page, name, password)
        add_app(page)
        return page.context.storage_state()


def account(site: Site, name: str, role: str) -> tuple[str, str]:
    said = run_command(
        "access", "add", name, "--name", "Test Person", "--lang", "en", environment=site.environment
    )
    run_command("access", "appoint", name, role, "--body", "kz/test", environment=site.environment)
    return name, re.search(r"once: (\S+)", said)[1]


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form").first.locator("button[type=submit]").click()


def give_password(page: Page, name: str, password: str) -> None:
    """Sign in with the printed password, and replace it."""
    page.goto("/sign-in/")
    page.get_by_label("Sign-in name").fill(name)
    page.get_by_label("Password").fill(password)
    send(page)


def replace_password(page: Page) -> None:
    page.get_by_label("New password", exact=True).fill(NEW)
    page.get_by_label("New password once more").fill(NEW)
    send(page)


def add_app(page: Page) -> str:
    """Replace the password, set up an app from the letters on the page, keep the codes; gives the secret."""
    replace_password(page)
    page.get_by_role("button", name="Set up an app").click()
    page.get_by_text("I cannot use the camera").click()
    secret = page.locator("details code").inner_text().replace(" ", "")
    page.get_by_label("Six digits from the app").fill(pyotp.TOTP(secret).at(now()))
    send(page)
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert page.locator("main code").count() == 10
    with page.expect_navigation():
        page.get_by_role("button", name="I have kept them").click()
    return secret


def is_in(page: Page) -> bool:
    page.goto("/my-account/")
    return page.get_by_role("heading", name="Your account").is_visible()


def test_a_passkey_is_made_and_signs_in_under_our_strict_policy(browser: Browser, site: Site) -> None:
    name, password = account(site, "with-passkey", "analyst")
    with visiting(browser, site) as page:
        add_device(page)
        give_password(page, name, password)
        replace_password(page)
        page.get_by_role("button", name="Add a passkey").click()
        page.get_by_label("Name of this device").fill("my laptop")
        send(page)
        page.get_by_role("heading", name="Recovery codes").wait_for()
        with page.expect_navigation():
            page.get_by_role("button", name="I have kept them").click()
        assert is_in(page)
        with page.expect_navigation():
            page.get_by_role("button", name="Sign out", exact=True).click()
        assert not is_in(page)
        page.goto("/sign-in/")
        page.get_by_role("button", name="Sign in with a passkey").click()
        page.wait_for_url(f"{site.address}/")
        assert is_in(page)


def test_a_device_without_a_passkey_is_told_so_on_the_page(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as page:
        add_device(page)
        page.goto("/sign-in/")
        page.get_by_role("button", name="Sign in with a passkey").click()
        page.get_by_role("alert").filter(has_text="passkey was not used").wait_for()


def add_device(page: Page) -> None:
    """Give the browser a device that checks its owner."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": kind})


def test_staff_sign_in_with_an_app_and_no_scripts_at_all(browser: Browser, site: Site) -> None:
    name, password = account(site, "no-scripts", "analyst")
    with visiting(browser, site, scripts=False) as page:
        give_password(page, name, password)
        secret = add_app(page)
        assert is_in(page)
        page.get_by_role("button", name="Sign out", exact=True).click()
        give_password(page, name, NEW)
        page.get_by_label("Code").fill(pyotp.TOTP(secret).at(now(), counter_offset=1))
        send(page)
        assert is_in(page)


def test_the_picture_for_the_app_is_drawn(browser: Browser, site: Site, signed_in: Any) -> None:
    with visiting(browser, site, state=signed_in) as page:
        page.goto("/my-account/app/")
        drawn = page.locator("main svg.segno").bounding_box()
        assert drawn["width"] == drawn["height"] > 150


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_axe_finds_nothing_and_a_phone_does_not_scroll_sideways(
    browser: Browser, site: Site, signed_in: Any, language: str, phone: bool
) -> None:
    state = {**signed_in, "cookies": [each for each in signed_in["cookies"] if each["name"] != "language"]}
    with visiting(browser, site, language=language, phone=phone, state=state) as page:
        for path in PAGES:
            page.goto(path)
            assert page.url.endswith(path)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"
            assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], path


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_axe_finds_nothing_on_the_way_in(browser: Browser, site: Site, language: str) -> None:
    with visiting(browser, site, language=language) as page:
        page.goto("/sign-in/")
        assert Axe().run(page).violations_count == 0
        send(page)
        assert page.locator(".govuk-error-summary").is_visible()
        assert Axe().run(page).violations_count == 0
