"""axe finds nothing on any page that staff work with, in three languages, and none scrolls sideways on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.journeys.conftest import SignIn

RECORD = "/custody/demo-child-at-night/"
PAGES = {
    "officer": [
        "/",
        "/board/",
        "/custody/new/",
        RECORD,
        f"{RECORD}add/",
        f"{RECORD}add/LawyerRequested/",
        "/custody/demo-judge-late/",
        "/find/",
        "/notices/",
        "/handover/",
        "/places/",
        "/my-account/",
    ],
    "administrator": ["/accounts/"],
}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("account", PAGES)
def test_axe_finds_nothing(signed_in: SignIn, account: str, language: str) -> None:
    page = signed_in(account, language=language)
    found = []
    for path in PAGES[account]:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        result = Axe().run(page)
        found += [
            f"{path}: {each['id']}: {[node['target'] for node in each['nodes']][:3]}"
            for each in result.response["violations"]
        ]
    assert found == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("account", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(signed_in: SignIn, account: str, language: str) -> None:
    page = signed_in(account, language=language, phone=True)
    wide = []
    for path in PAGES[account]:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 375:
            wide.append(path)
    assert wide == []
