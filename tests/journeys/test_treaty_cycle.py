"""From a document to a recommendation that is followed up: read, corrected, assigned, measured, replied to, reported on."""

from __future__ import annotations

import re
from datetime import datetime

from playwright.sync_api import Browser, Page, expect
from tests.browsing import visiting
from tests.core.reading.papers.builders import observations_docx
from tests.journeys.at_the_desk import ALMATY, send
from tests.journeys.conftest import Desk, SignIn
from tests.journeys.treaty_desk import SLUG, SYMBOL, act, day, fill, open_act, recommendation, save, tab, take
from tests.journeys.treaty_papers import pages_of, word_footnotes, word_text

LEAF = "8(a)(i)"
PLANNED = "Open a line to lawyers in every invented station"
REPLIED = "Lawyers are called by telephone within the hour."
OTHERS = "Of twenty lawyers whom we asked, two had been called within the hour."
WRITTEN = "People may be held in so many official places:"
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
    act(council, LEAF, "send_reply", of=reply)
    expect(
        tab(council, LEAF, "replies").locator(".q-card--state .q-tag, .q-card--state .govuk-tag").first
    ).to_contain_text("sent")
    _public(browser, desk)
    draft, value, basis = _written(council)
    _left_to_a_colleague(council, draft)
    _issued(signed_in("council-second"), draft, value, basis)


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
    act(page, LEAF, "tie", measure="figure:places_official", reason="In each of them somebody may need one.")
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


def _written(page: Page) -> tuple[str, str, str]:
    """A follow-up report that calls for a figure of the record; gives the draft, the figure and how it was counted."""
    page.goto("/treaty/reports/new/")
    fill(page, kind="follow_up_report", document=SYMBOL, language="en")
    send(page)
    page.wait_for_url("**/treaty/reports/*/")
    draft = page.url
    expect(page.locator("section.q-block[id^='b-']")).to_have_count(9)
    page.goto(f"{draft}block/{LEAF}/")
    held = page.locator("#from-record code", has_text="places_official")
    expect(held).to_be_visible()
    figure = page.locator("#from-record label", has=page.locator("code", has_text="places_official"))
    value, basis = figure.locator("strong").inner_text(), figure.locator(".q-muted").inner_text()
    page.fill("main [name=text]", f"{WRITTEN} {held.inner_text()}\n\n(a) First;\n(b) Second.")
    save(page)
    page.wait_for_url(f"{draft}*")
    expect(page.locator(f"[id='b-{LEAF}']")).to_contain_text(WRITTEN)
    page.goto(f"{draft}block/{LEAF}/")
    page.fill("main [name=text]", "It calls for [figure:nothing-of-the-kind].")
    save(page)
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    return draft, value, basis


def _left_to_a_colleague(page: Page, draft: str) -> None:
    """Whoever saved the last version finds no button to issue it, and is told why."""
    page.goto(f"{draft}issue/")
    expect(page.locator("main .govuk-inset-text")).to_be_visible()
    expect(page.locator("main form")).to_have_count(0)


def _issued(page: Page, draft: str, value: str, basis: str) -> None:
    """Issued by a second person, it is the same bytes for ever: a PDF of pages, and a Word file with the same words and real footnotes."""
    page.goto(f"{draft}issue/")
    send(page)
    page.wait_for_url("**/treaty/reports/**")
    page.goto(draft)
    expect(page.locator("main .govuk-inset-text")).to_be_visible()
    expect(page.locator("main a[href*='/block/']")).to_have_count(0)
    pdf, word = (page.request.get(f"{draft}file.{form}").body() for form in ("pdf", "docx"))
    paper = pages_of(pdf)
    assert len(paper.words) >= 3
    assert [at for at, ink in enumerate(paper.inked) if not 0.005 < ink < 0.3] == []
    for text in (paper.text, word_text(word)):
        assert WRITTEN in text
        assert "run two hours late" not in text
        assert "Reach a lawyer of their choosing within the hour" in text
    # The number of the footnote follows the figure.
    assert re.search(rf"{WRITTEN} {value}\d+ \d+\. \(a\) First; \(b\) Second", paper.text), paper.text
    assert basis in word_footnotes(word)
    assert page.request.get(f"{draft}file.pdf").body() == pdf


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
