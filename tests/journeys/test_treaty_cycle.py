"""From a document to a recommendation that is followed up: read, corrected, assigned, measured, replied to, reported on."""

from __future__ import annotations

import re
from datetime import datetime

from playwright.sync_api import Browser, Page, expect
from tests.browsing import visiting
from tests.core.reading.papers.builders import observations_docx
from tests.journeys.at_the_desk import ALMATY, send
from tests.journeys.conftest import Desk, SignIn
from tests.journeys.treaty_desk import SLUG, SYMBOL, act, day, fill, open_act, recommendation, tab, take

LEAF = "8(a)(i)"
PLANNED = "Open a line to lawyers in every invented station"
REPLIED = "Lawyers are called by telephone within the hour."
OTHERS = "Of twenty lawyers whom we asked, two had been called within the hour."
THIS_YEAR = str(datetime.now(ALMATY).year)


def test_a_recommendation_goes_from_its_document_to_a_sent_reply(
    signed_in: SignIn, browser: Browser, desk: Desk
) -> None:
    council = signed_in("council")
    _taken_and_corrected(council)
    _accepted(council)
    act(
        council,
        LEAF,
        "assign",
        lead="mia",
        contributing=("prosecutors_office",),
        reason="By the order of today.",
    )
    police = signed_in("focal-mia")
    _planned(police)
    _measured(council)
    _others_say(signed_in("coalition"), police)
    reply = _prepared(police)
    _not_public(browser, desk)
    _four_eyes(police, reply)
    act(signed_in("minister"), LEAF, "clear_reply", of=reply, note="Read.")
    act(council, LEAF, "send_reply", of=reply, sent=day())
    expect(
        tab(council, LEAF, "replies").locator(".q-card--state .q-tag, .q-card--state .govuk-tag").first
    ).to_contain_text("sent")
    _public(browser, desk)


def _taken_and_corrected(page: Page) -> None:
    """The document is read at once; what it says of a paragraph can be mended, and what stood there stays in sight."""
    take(page, observations_docx())
    expect(page.locator("main h1")).to_have_text(SYMBOL)
    expect(page.locator(".q-par")).to_have_count(15)
    concern = page.locator(".q-par", has_text="run late")
    concern.locator(".q-mend summary").click()
    concern.locator("a[href*='what=paragraph_text']").click()
    text = page.locator("main [name=value]")
    text.fill(text.input_value().replace("run late", "run two hours late"))
    page.fill("main [name=reason]", "A word of the printed text was lost.")
    send(page)
    page.wait_for_url("**/treaty/documents/*/*")
    mended = page.locator(".q-par", has_text="run two hours late")
    expect(mended.locator("del")).to_contain_text("run late")
    expect(mended).to_contain_text("A word of the printed text was lost.")


def _accepted(page: Page) -> None:
    """Every recommendation becomes an object of the board, with what it is about."""
    with page.expect_navigation():
        page.locator("form[action$='/accept/'] button").click()
    expect(page.locator("form[action$='/accept/']")).to_have_count(0)
    page.goto(f"/treaty/?document={SLUG}")
    expect(page.locator(f"main a[href*='/treaty/recommendation/{SLUG}/']")).to_have_count(10)


def _planned(page: Page) -> None:
    """A focal point plans for their own body; a day that is over is refused and what was typed stays."""
    open_act(page, LEAF, "plan")
    fill(page, what=PLANNED, lead="mia", due=day(days=-3))
    send(page)
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.locator("main [name=what]")).to_have_value(PLANNED)
    page.fill("main [name=due]", day(days=200))
    send(page)
    page.wait_for_url(f"**{recommendation(LEAF)}*")
    expect(tab(page, LEAF, "follow-up").locator(".q-card", has_text=PLANNED)).to_be_visible()


def _measured(page: Page) -> None:
    """A figure of the record is tied to it, and counted over this year with its rule."""
    act(page, LEAF, "tie", measure="figure:custodies", reason="Who is held is who needs a lawyer.")
    page.goto(f"{recommendation(LEAF)}?year={THIS_YEAR}#evidence")
    figure = page.locator("#evidence .q-figure").first
    expect(figure).to_be_visible()
    expect(figure.locator(".q-figure__value strong")).to_have_text(re.compile(r"^[1-9]\d*$"))


def _others_say(coalition: Page, police: Page) -> None:
    """An organisation's report stands apart; the State reads it and has no way to change it."""
    act(
        coalition,
        LEAF,
        "take_alternative",
        title="Lawyers asked (demo)",
        text=OTHERS,
        language="en",
        published_on=day(),
    )
    card = tab(coalition, LEAF, "replies").locator(".q-card--others", has_text=OTHERS)
    own = card.locator("a[href*='replace_alternative']")
    expect(own).to_be_visible()
    which = (own.get_attribute("href") or "").split("of=")[1]
    shown = tab(police, LEAF, "replies")
    expect(shown.locator(".q-card--others")).to_contain_text(OTHERS)
    expect(shown.locator("a[href*='_alternative']")).to_have_count(0)
    assert open_act(police, LEAF, "replace_alternative", of=which) in (403, 404)


def _prepared(page: Page) -> str:
    """A reply in work; gives its id."""
    act(page, LEAF, "prepare_reply", procedure="report", language="en", text=REPLIED)
    link = tab(page, LEAF, "replies").locator("a[href*='revise_reply']")
    return (link.get_attribute("href") or "").split("of=")[1]


def _four_eyes(writer: Page, reply: str) -> None:
    """Who wrote the words does not clear them."""
    open_act(writer, LEAF, "clear_reply", of=reply)
    send(writer)
    expect(writer.locator(".govuk-error-summary")).to_be_visible()


def _not_public(browser: Browser, desk: Desk) -> None:
    """Without an account: what an organisation published, and nothing of a reply in work."""
    with visiting(browser, desk.site) as page:
        page.goto(f"/recommendations/{SLUG}/{LEAF}/")
        expect(page.locator("main")).to_contain_text(OTHERS)
        expect(page.locator("main")).not_to_contain_text(REPLIED)


def _public(browser: Browser, desk: Desk) -> None:
    """Sent, the reply is public beside what others say; what an organisation holds back is told nowhere."""
    with visiting(browser, desk.site) as page:
        page.goto(f"/recommendations/{SLUG}/{LEAF}/")
        expect(page.locator("main")).to_contain_text(REPLIED)
        page.goto("/recommendations/CAT-C-KAZ-CO-4/12(a)(vi)/")
        expect(page.locator("main h1")).to_be_visible()
        expect(page.locator("main")).not_to_contain_text("Examined with an officer in the room")
