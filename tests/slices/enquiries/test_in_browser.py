"""The pages of families, of the desk and of the mechanism in Debian's Chromium: axe finds nothing, no script is needed."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.browsing import PHONE, Site, chromium, served, visiting

LANGUAGES = ["en", "ru", "kk"]


@dataclass(frozen=True)
class Prepared:
    """The served site and what stands in it."""

    site: Site
    told: dict[str, Any]

    def state(self, who: str, language: str) -> dict[str, Any]:
        cookies = {"language": language}
        if who:
            cookies["sessionid"] = self.told["sessions"][who]
        return {"cookies": [{"name": n, "value": v, "url": self.site.address} for n, v in cookies.items()]}

    def pages(self, who: str) -> list[str]:
        son, waiting = self.told["custody"], self.told["enquiries"]["waiting"][0]
        return {
            "": ["/enquiry/", "/enquiry/answer/", "/enquiry/key/"],
            "relative": ["/lookup/", f"/lookup/{son}/"],
            "stranger": ["/lookup/"],
            "prosecutor": ["/enquiry/answers/", f"/enquiry/answers/{waiting}/", "/enquiry/unanswered/"],
            "npm": [f"/looks/{son}/", "/enquiry/unanswered/"],
        }[who]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    yield from chromium()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    data = tmp_path_factory.mktemp("enquiries")
    script = Path(__file__).with_name("prepared.py")
    environment = {**os.environ, "QORGAU_DATA": str(data)}
    made = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    with served(data) as site:
        yield Prepared(site, json.loads(made.stdout))


def faults(page: Page, where: str) -> list[str]:
    violations = Axe().run(page).response["violations"]
    return [f"{where}: {each['id']} {[node['target'] for node in each['nodes']][:3]}" for each in violations]


def opened(page: Page, prepared: Prepared, which: str) -> None:
    """Type number and code, and send them."""
    _, number, code = prepared.told["enquiries"][which]
    page.goto("/enquiry/answer/")
    page.locator("#id_number").fill(number)
    page.locator("#id_code").fill(code)
    page.locator("main form button[type=submit]").click()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["", "relative", "stranger", "prosecutor", "npm"])
def test_axe_finds_nothing_and_a_phone_need_not_scroll_sideways(
    browser: Browser, prepared: Prepared, who: str, language: str
) -> None:
    found = []
    with visiting(browser, prepared.site, language=language, state=prepared.state(who, language)) as page:
        for path in prepared.pages(who):
            answer = page.goto(path)
            assert answer is not None
            assert answer.status == 200, path
            found += faults(page, path)
            page.set_viewport_size(PHONE)
            if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
                found.append(f"{path}: wider than a phone")
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_shown_on_a_page_without_faults(
    browser: Browser, prepared: Prepared, language: str
) -> None:
    found = []
    with visiting(browser, prepared.site, language=language, state=prepared.state("", language)) as page:
        for which in ("held", "nobody", "waiting"):
            opened(page, prepared, which)
            found += faults(page, which)
        assert page.locator("#id_number").is_visible()
    assert found == []


def test_a_family_asks_and_fetches_without_scripts_and_saves_the_answer(
    browser: Browser, prepared: Prepared, tmp_path: Path
) -> None:
    typed = {"family_name": "Тестов", "given_name": "Тест", "born_on": "01.02.1990", "name": "Тестова Анна",
             "document": "N 1", "contact": "+7 700"}  # fmt: skip
    state = prepared.state("", "en")
    with visiting(browser, prepared.site, scripts=False, state=state) as page:
        page.goto("/enquiry/")
        for name, word in typed.items():
            page.locator(f"#id_{name}").fill(word)
        page.locator("#id_region").select_option("almaty")
        page.locator("#id_relation").select_option("parent")
        page.locator("main form button[type=submit]").click()
        expect(page.locator("main .q-code")).to_have_count(2)
        number, code = page.locator("main .q-code").all_inner_texts()
        assert (len(number), len(code)) == (14, 39)
        opened(page, prepared, "held")
        assert "Station 3" in page.locator("main").inner_text()
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save as a file").click()
        text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert text.startswith("qorgau/answer/v1\n")
