"""Every screen of complaining: axe finds nothing in three languages, and none scrolls sideways on a phone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browsing import DESK, PHONE, chromium
from tests.journeys.complaining import Reception, device, fill_in, go_on, reception, seal, show_kept, step

__all__ = ["reception"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


# Everything that steps hide, shown at once: axe judges what is seen only.
SHOW_ALL = """() => {
    for (const each of document.querySelectorAll("main [hidden]:not([data-troubles]):not([data-countdown-box])")) each.hidden = false;
    for (const each of document.querySelectorAll("details")) each.open = true;
    document.querySelectorAll(".govuk-error-summary__list").forEach((list) => (list.innerHTML = "<li>x</li>"));
}"""


def faults(page: Page) -> Iterator[str]:
    page.evaluate(SHOW_ALL)
    for each in Axe().run(page).response["violations"]:
        yield f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_axe_finds_nothing_on_any_step_and_none_scrolls_sideways(
    browser: Browser, reception: Reception, language: str, size: dict[str, int]
) -> None:
    wrong = []
    with device(browser, reception.site, language=language, viewport=size) as visitor:
        for path in (
            "/complain/",
            f"/kiosk/{reception.places['station']}/",
            "/mailbox/",
            "/carry-out/",
            "/receipt/",
        ):
            visitor.page.goto(f"{path}{language}/")
            wrong += [f"{path} {each}" for each in faults(visitor.page)]
            wide = visitor.page.evaluate("document.documentElement.scrollWidth")
            wrong += [f"{path} is {wide} wide"] if wide > size["width"] else []
    assert not wrong, "\n".join(wrong)


def test_the_whole_way_goes_by_keyboard_alone(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site) as visitor:
        page = visitor.page
        page.goto("/complain/en/")
        page.locator(".q-button--start").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "H1"
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(9):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.dataset.go") == "on":
                break
        page.keyboard.press("Enter")
        assert step(page) == "what"


def test_what_is_missing_is_said_and_leads_to_its_field(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site) as visitor:
        page = visitor.page
        page.goto("/complain/en/")
        page.locator(".q-button--start").click()
        go_on(page)
        assert step(page) == "whom"
        page.locator("[data-errors] a").click()
        assert page.evaluate("document.activeElement.id") == "whom-self"


def test_two_wrong_words_are_not_taken_for_the_code(browser: Browser, reception: Reception) -> None:
    with device(browser, reception.site) as visitor:
        page = visitor.page
        page.goto("/complain/en/")
        fill_in(page, reception, named="anonymous")
        go_on(page)
        words = seal(page)
        show_kept(page, ["wrong"] * 8)
        expect(page.locator("[data-kept-wrong]")).to_be_visible()
        assert step(page) == "kept"
        page.locator("[data-again]").click()
        expect(page.locator("[data-words-list] li")).to_have_text(words, use_inner_text=True)
        go_on(page)
        page.locator("[data-given]").click()
        assert step(page) == "next"
        assert page.locator("[data-words-list] li").count() == 0
