"""Everyone who works with the register signs in and finds their own desk, in their language."""

import pytest
from playwright.sync_api import Browser, Page
from tests.browsing import visiting
from tests.journeys.conftest import Desk, SignIn

DESKS = {
    "officer": "/board/",
    "prosecutor": "/board/",
    "inspector": "/board/",
    "npm": "/board/",
    "administrator": "/accounts/",
}


def menu(page: Page) -> list[str]:
    """The addresses of the menu."""
    return [link.get_attribute("href") or "" for link in page.locator("#navigation a").all()]


@pytest.mark.parametrize(("account", "first"), DESKS.items())
def test_each_role_finds_its_own_desk_and_every_door_of_its_menu_opens(
    signed_in: SignIn, account: str, first: str
) -> None:
    page = signed_in(account)
    page.goto("/")
    doors = menu(page)
    assert first in doors
    for door in doors:
        answer = page.goto(door)
        assert answer is not None
        assert answer.status == 200, door


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_board_is_read_in_ones_own_language_on_a_phone(signed_in: SignIn, language: str) -> None:
    page = signed_in("officer", language=language, phone=True)
    page.goto("/board/")
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator(".q-synthetic").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_a_wrong_password_says_so_and_opens_nothing(browser: Browser, desk: Desk) -> None:
    with visiting(browser, desk.site, language="kk") as page:
        page.goto("/sign-in/")
        page.locator("#id_name").fill("officer")
        page.locator("#id_password").fill("not the password")
        page.locator("main form button[type=submit]").first.click()
        page.locator(".govuk-error-summary").wait_for()
        answer = page.goto("/board/")
        assert answer is not None
        assert "/sign-in/" in page.url


def test_who_signs_out_is_out(browser: Browser, desk: Desk) -> None:
    from tests.journeys.conftest import sign_in_by_hand

    with visiting(browser, desk.site) as page:
        sign_in_by_hand(page, desk, "lawyer")
        with page.expect_navigation():
            page.locator(".q-person__out button").click()
        page.goto("/my-account/")
        assert "/sign-in/" in page.url
