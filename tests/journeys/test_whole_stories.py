"""Stories with more than one person in them: who corrects and who confirms, who leaves and who receives."""

import re

from playwright.sync_api import Page, expect
from tests.browsing import run_command
from tests.journeys.at_the_desk import (
    CENTRE,
    STATION,
    add,
    ago,
    entries,
    open_tab,
    register,
    send,
    state,
    type_moment,
    verdict,
)
from tests.journeys.conftest import Desk, SignIn

JUDGE_LATE, TURNED_AWAY = "/custody/demo-judge-late/", "/custody/demo-lawyer-turned-away/"


def test_an_entry_corrected_for_the_better_waits_until_the_head_confirms_it(signed_in: SignIn) -> None:
    page = signed_in("officer")
    record = register(page, apprehended=ago(hours=9), delivered=ago(hours=4))
    assert _delivery(page) == "late"
    open_tab(page, "timeline")
    entries(page, "The person was delivered").locator("a", has_text="Correct").first.click()
    page.fill("[name=new-why]", "The duty book says another hour.")
    type_moment(page, "new-happened", ago(hours=8))
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    assert page.url == record, page.locator("main").inner_text()
    assert _delivery(page) == "late"
    expect(page.locator("form[action$='/confirm/']")).to_have_count(0)
    head = signed_in("head")
    head.goto(record)
    with head.expect_navigation():
        head.locator("form[action$='/confirm/'] button").click()
    assert _delivery(head) == "met"
    open_tab(head, "timeline")
    expect(entries(head, "The person was delivered")).to_have_count(2)


def test_who_left_one_place_is_unconfirmed_until_the_other_writes_the_arrival(signed_in: SignIn) -> None:
    page = signed_in("officer")
    record = register(page, apprehended=ago(hours=6), place=STATION)
    add(page, record, "Transferred", moment=ago(hours=2), destination=CENTRE)
    name = page.locator("h1").inner_text()
    expect(page.locator("main")).to_contain_text("whereabouts unconfirmed")
    receiving = signed_in("night-officer")
    receiving.goto("/board/?status=unconfirmed")
    receiving.get_by_role("link", name=name).click()
    receiving.locator("form[action$='/arrived/'] button").click()
    expect(receiving.locator("main")).not_to_contain_text("whereabouts unconfirmed")
    receiving.goto("/board/?status=unconfirmed")
    expect(receiving.get_by_role("link", name=name)).to_have_count(0)


def test_a_breach_is_answered_and_counted(signed_in: SignIn) -> None:
    page = signed_in("prosecutor")
    before = _unanswered(page, "lawyer-turned-away")
    assert before > 0
    page.goto(TURNED_AWAY)
    open_tab(page, "standards")
    row = verdict(page, "international/lawyer_not_turned_away", "standard")
    row.locator("a[href*='/answer/']").click()
    page.locator("[name=outcome][value=referred]").check()
    page.fill("[name=reason]", "The orders of the gate are being checked.")
    send(page)
    expect(page.locator(".govuk-notification-banner")).to_be_visible()
    open_tab(page, "standards")
    expect(row.locator("a[href*='/answer/']")).to_have_count(0)
    assert _unanswered(page, "lawyer-turned-away") == before - 1


def test_an_application_to_a_judge_that_was_heard_late_stands_as_late(signed_in: SignIn) -> None:
    page = signed_in("prosecutor")
    page.goto(JUDGE_LATE)
    expect(entries(page, "The person asked to be brought before a judge")).to_be_visible()
    open_tab(page, "national")
    row = verdict(page, "kz/judge_within_48_hours")
    assert state(row) == "late"
    row.get_by_role("link", name=re.compile("Why")).click()
    expect(page.locator("main")).to_contain_text("48 hours")
    expect(page.locator("main")).to_contain_text("2 h")


def test_a_lawyer_finds_the_client_and_nobody_else(signed_in: SignIn) -> None:
    page = signed_in("lawyer")
    answer = page.goto(TURNED_AWAY)
    assert answer is not None
    assert answer.status == 200
    expect(page.locator("main")).to_contain_text("A lawyer was kept from the person")
    for other in (JUDGE_LATE, "/custody/nobody/"):
        refused = page.goto(other)
        assert refused is not None
        assert refused.status == 404


def test_a_shift_is_handed_over_and_taken(signed_in: SignIn) -> None:
    page = signed_in("officer")
    page.goto(f"/handover/?place={STATION}")
    page.fill("[name=note]", "Cell 2 asks for a doctor.")
    send_note = page.locator("form:has([name=note]) button")
    send_note.click()
    expect(page.locator(".q-past")).to_contain_text("Cell 2 asks for a doctor.")
    expect(page.locator(".q-past form")).to_have_count(0)
    taking = signed_in("night-officer")
    taking.goto(f"/handover/?place={STATION}")
    taking.locator(".q-past li", has_text="Cell 2 asks for a doctor.").locator("button").click()
    taking.goto(f"/handover/?place={STATION}")
    expect(taking.locator(".q-past li", has_text="Cell 2 asks for a doctor.").locator("form")).to_have_count(
        0
    )


def test_a_notice_is_acknowledged_once_and_says_by_whom(signed_in: SignIn, desk: Desk) -> None:
    page = signed_in("officer")
    register(page, apprehended=ago(hours=60), delivered=ago(hours=59))
    name = page.locator("h1").inner_text()
    run_command("work", "--once", environment=desk.site.environment)
    page.goto("/notices/")
    expect(page.locator("#notices")).to_contain_text(name)
    waiting = page.locator("#notices form[action$='/acknowledge/']").first
    about = waiting.get_attribute("action")
    waiting.locator("button").click()
    expect(page.locator(f"form[action='{about}']")).to_have_count(0)
    page.goto("/notices/?show=all")
    expect(page.locator("#notices")).to_contain_text("Custody officer (demo)")


def _delivery(page: Page) -> str:
    open_tab(page, "national")
    return state(verdict(page, "kz/delivery_within_3_hours"))


def _unanswered(page: Page, story: str) -> int:
    page.goto("/board/")
    row = page.locator("#board tr").filter(has=page.locator(f"a[href='/custody/demo-{story}/']"))
    found = re.search(r"without an answer: (\d+)", row.inner_text())
    return int(found[1]) if found else 0
