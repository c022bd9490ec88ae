"""What people do in the treaty cycle, as a journey does it: through the pages, by their fields and buttons."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from playwright.sync_api import Locator, Page, expect
from tests.core.reading.papers.paper import Paper
from tests.journeys.at_the_desk import ALMATY, open_tab, send

SYMBOL, SLUG = "CAT/C/XSY/CO/3", "CAT-C-XSY-CO-3"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def recommendation(leaf: str) -> str:
    """The address of a recommendation of the synthetic observations at the desk."""
    return f"/treaty/recommendation/{SLUG}/{leaf}/"


def take(page: Page, paper: Paper) -> None:
    """Take a document in, and wait for its reader."""
    page.goto("/treaty/documents/take/")
    page.set_input_files("[name=file]", files=[{"name": paper.name, "mimeType": WORD, "buffer": paper.data}])
    send(page)
    page.wait_for_url(re.compile(r"/treaty/documents/[0-9a-f]{64}/"))
    expect(page.locator("main h1")).to_be_visible()


def act(page: Page, leaf: str, name: str, /, *, of: str = "", **given: str | tuple[str, ...]) -> None:
    """Do an act on a recommendation by its page; it must be taken."""
    open_act(page, leaf, name, of=of)
    fill(page, **given)
    send(page)
    expect(page.locator(".govuk-error-summary")).to_have_count(0)
    page.wait_for_url(f"**{recommendation(leaf)}*")


def open_act(page: Page, leaf: str, name: str, *, of: str = "") -> int:
    """Open the page of an act; gives how it was answered."""
    answer = page.goto(f"{recommendation(leaf)}act/{name}/{f'?of={of}' if of else ''}")
    assert answer is not None
    return answer.status


def fill(page: Page, **given: str | tuple[str, ...]) -> None:
    """Answer the fields of a form: lists, circles, ticks and lines."""
    for name, value in given.items():
        field = page.locator(f"main [name={name}]")
        expect(field.first).to_be_attached()
        kind = field.first.get_attribute("type")
        if isinstance(value, tuple) or kind in ("radio", "checkbox"):
            for each in value if isinstance(value, tuple) else (value,):
                page.locator(f"main [name={name}][value='{each}']").check()
        elif page.locator(f"main select[name={name}]").count():
            page.select_option(f"main select[name={name}]", value)
        else:
            field.first.fill(value)


def tab(page: Page, leaf: str, name: str) -> Locator:
    """A tab of the recommendation's page."""
    page.goto(recommendation(leaf))
    open_tab(page, name)
    shown = page.locator(f"#{name}")
    expect(shown).to_be_visible()
    return shown


def day(*, days: int = 0) -> str:
    """A day so many days from today, as one types it."""
    return f"{datetime.now(ALMATY) + timedelta(days=days):%d.%m.%Y}"


def save(page: Page) -> None:
    """Press the button of the form that one writes in, beside which others stand, and wait for the page that answers."""
    with page.expect_navigation():
        page.locator("main form.q-entry button[type=submit]").click()
