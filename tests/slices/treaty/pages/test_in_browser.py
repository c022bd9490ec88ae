"""Pages of recommendations in a browser: axe finds nothing, a phone need not scroll sideways, links are drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.browsing import Site, chromium, served, visiting
from tests.slices import store as stores
from tests.slices.treaty.cycle import PEOPLE, at, catalogued
from tests.slices.treaty.pages.long_paper import long_paper

from qorgau.treaty import actions

LONG = "/recommendations/CAT-C-XSY-CO-9/"
PAGES = (
    "/recommendations/",
    f"{LONG}?part=2",
    f"{LONG}?find=clocks",
    "/recommendations/CAT-C-KAZ-CO-4/14(a)/",
    "/articles/",
    "/articles/kz/cc_146/",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, django_db_blocker
) -> Iterator[Site]:  # type: ignore[no-untyped-def]
    from django.conf import settings

    before = settings.QORGAU_DATA
    with django_db_blocker.unblock():
        environment = stores.copy_template(
            sqlite_template, tmp_path_factory.mktemp("pages") / "data", server=None, database=""
        )
        stores.connect(environment)
        catalogued()
        actions.take_document(PEOPLE.secretary, long_paper(300), name="long.docx", now=at("2031-07-01"))
        data = Path(settings.QORGAU_DATA)
        for alias in ("default", "keys", "owner"):
            stores.disconnect(alias)
        settings.QORGAU_DATA = before
    with served(data) as running:
        yield running


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("language", "phone"), [("en", False), ("ru", True), ("kk", True)])
def test_axe_finds_nothing_and_nothing_stands_over_the_edge(
    browser: Browser, site: Site, address: str, language: str, phone: bool
) -> None:
    with visiting(browser, site, language=language, phone=phone) as page:
        page.goto(address)
        page.get_by_role("heading", level=1).wait_for()
        width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0
        found = Axe().run(page)
        assert [each["id"] for each in found.response["violations"]] == []


def test_the_public_board_is_searched_without_scripts_and_without_a_cookie(
    browser: Browser, site: Site
) -> None:
    with visiting(browser, site, scripts=False) as page:
        page.goto("/recommendations/")
        page.get_by_role("textbox", name="Words").fill("article 146")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url("**text=article**")
        page.get_by_role("link", name="CAT/C/KAZ/CO/4 § 10", exact=True).click()
        page.wait_for_url("**/CAT-C-KAZ-CO-4/10/")
        page.get_by_role("heading", level=1).wait_for()
        assert page.context.cookies() == []


def test_a_long_document_is_walked_by_keyboard_alone(browser: Browser, site: Site) -> None:
    with visiting(browser, site, scripts=False, phone=True) as page:
        page.goto(LONG)
        page.get_by_role("searchbox").focus()
        page.keyboard.type("lantern")
        page.keyboard.press("Enter")
        page.wait_for_url("**find=lantern**")
        page.get_by_role("link", name="§ 205").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**#p-204")
        page.locator("mark.q-mark-found").wait_for()
        page.locator("summary").first.focus()
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Invented chapter 1", exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**#p-0")
        page.locator("#p-0").wait_for()


def test_an_older_address_of_a_line_still_leads_to_it(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as page:
        page.goto(f"{LONG}#l-250")
        page.wait_for_url("**at=l-250**")
        page.locator("[id='l-250']").wait_for()


@pytest.mark.parametrize("address", ["/recommendations/", "/articles/", f"{LONG}?whole=1"])
def test_on_paper_nothing_is_left_that_only_a_screen_can_use(
    browser: Browser, site: Site, address: str
) -> None:
    with visiting(browser, site) as page:
        page.goto(address)
        page.get_by_role("heading", level=1).wait_for()
        page.emulate_media(media="print")
        for kind in (".q-no-print", ".q-mend", ".govuk-button"):
            assert [each for each in page.locator(kind).all() if each.is_visible()] == []
