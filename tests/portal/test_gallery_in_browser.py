"""The components in Debian's Chromium: axe finds nothing, nothing is fetched from elsewhere, all works without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from tests.browsing import Site, visiting

KAZAKH = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ"
PAGES = ["/", "/gallery/", "/gallery/?errors=1", "/no-such-page/"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_axe_finds_nothing(browser: Browser, gallery_site: Site, language: str, phone: bool) -> None:
    with visiting(browser, gallery_site, language=language, phone=phone) as page:
        for path in PAGES:
            page.goto(path)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_phone_never_scrolls_sideways(
    browser: Browser, gallery_site: Site, language: str, path: str
) -> None:
    with visiting(browser, gallery_site, language=language, phone=True) as page:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_everything_comes_from_this_site_and_hashed_assets_are_kept_for_ever(
    browser: Browser, gallery_site: Site
) -> None:
    with visiting(browser, gallery_site, language="kk") as page:
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto("/gallery/", wait_until="networkidle")
        assert all(answer.url.startswith(gallery_site.address) for answer in answers)
        assets = [answer for answer in answers if "/static/" in answer.url]
        assert len(assets) >= 5
        for answer in assets:
            assert answer.status == 200, answer.url
            assert "immutable" in answer.headers["cache-control"], answer.url


def test_kazakh_letters_stand_in_our_own_type(browser: Browser, gallery_site: Site) -> None:
    with visiting(browser, gallery_site, language="kk") as page:
        page.goto("/gallery/", wait_until="networkidle")
        loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
        assert len(loaded) >= 3
        assert page.evaluate(f"document.fonts.check('16px \"Golos Text\"', '{KAZAKH}')")
        assert "GDS Transport" not in page.evaluate("getComputedStyle(document.body).fontFamily")


def test_without_scripts_every_panel_is_in_sight_and_the_language_changes(
    browser: Browser, gallery_site: Site
) -> None:
    with visiting(browser, gallery_site, language="en", scripts=False) as page:
        page.goto("/gallery/?page=2")
        assert page.locator("#one").is_visible()
        assert page.locator("#two").is_visible()
        with page.expect_navigation():
            page.get_by_role("button", name="Қазақша").click()
        assert page.url.endswith("/gallery/?page=2")
        assert page.locator("html").get_attribute("lang") == "kk"


def test_the_keyboard_reaches_the_content_first(browser: Browser, gallery_site: Site) -> None:
    with visiting(browser, gallery_site) as page:
        page.goto("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "govuk-skip-link"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main-content"


def test_paper_shows_what_the_screen_folds_away(browser: Browser, gallery_site: Site) -> None:
    with visiting(browser, gallery_site) as page:
        page.goto("/gallery/")
        page.emulate_media(media="print")
        assert page.locator("#two").is_visible()
        assert not page.locator(".q-languages").is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_phone_shows_only_the_panel_that_was_asked_for(
    browser: Browser, gallery_site: Site, scripts: bool
) -> None:
    with visiting(browser, gallery_site, language="en", phone=True, scripts=scripts) as page:
        page.goto("/gallery/")
        assert not page.locator("#two").is_visible()
        page.get_by_role("link", name="Two", exact=True).click()
        expect(page.locator("#two")).to_be_visible()
        expect(page.locator("#one")).to_be_hidden()
        page.locator("#two").get_by_role("link", name="Back to the contents").click()
        expect(page.locator("#two")).to_be_hidden()
