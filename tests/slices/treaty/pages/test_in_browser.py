"""Pages of recommendations in a browser: axe finds nothing, a phone need not scroll sideways, links are drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.browsing import Site, chromium, served, visiting
from tests.slices import store as stores
from tests.slices.treaty.cycle import catalogued

PAGES = ("/recommendations/", "/recommendations/CAT-C-KAZ-CO-4/14(a)/", "/articles/", "/articles/kz/cc_146/")


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


@pytest.mark.parametrize("address", ["/recommendations/", "/articles/"])
def test_on_paper_nothing_is_left_that_only_a_screen_can_use(
    browser: Browser, site: Site, address: str
) -> None:
    with visiting(browser, site) as page:
        page.goto(address)
        page.get_by_role("heading", level=1).wait_for()
        page.emulate_media(media="print")
        for kind in (".q-no-print", ".q-mend", ".govuk-button"):
            assert [each for each in page.locator(kind).all() if each.is_visible()] == []
