"""A case from the sealed envelope to the appeal, through the pages of everybody who has a part in it."""

from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.browsing import DESK, PHONE
from tests.journeys.at_the_desk import entries, open_tab, send, type_moment, typed
from tests.journeys.conftest import SignIn

DISCIPLINE = "kz/police_discipline"
LANGUAGES = ("en", "ru", "kk")


def test_a_case_goes_from_a_sealed_envelope_to_a_changed_penalty(signed_in: SignIn) -> None:
    desk = signed_in("inspectorate")
    case = _opened(desk)
    _refused_to_the_accused(desk, case)
    run = _begun(desk, case)
    expect(desk.locator(".q-clock-card").first).to_be_visible()
    _reprisal(desk, case)
    _make(desk, case, run, "grade_serious", reasons="A weapon was shown.")
    _make(desk, case, run, "open_inquiry", body="kpi")
    _make(desk, case, run, "hear_complainant")
    _make(desk, case, run, "refer_to_committee", reasons="Heard and documented.", body="spadc")
    _heard(signed_in("committee"), case, run)
    _forward(desk, case, "mia")
    minister = signed_in("minister")
    _make(
        minister,
        case,
        run,
        "impose",
        ground="otherwise",
        disciplinary_penalty="reprimand",
        reasons="First time.",
    )
    _make(desk, case, run, "appeal", by_party="officer")
    _forward(desk, case, "demo-courts-almaty")
    court = signed_in("court")
    _make(court, case, run, "change", disciplinary_penalty="demotion", reasons="Too mild for what was found.")
    _both_penalties_stand(desk, case)
    _axe_finds_nothing(desk, case)


def test_a_ground_that_the_law_excludes_is_shown_with_its_source_and_cannot_be_chosen(
    signed_in: SignIn,
) -> None:
    page = signed_in("investigator")
    page.goto("/complaints/demo-complaint-reprisal/")
    page.locator(".q-at-once a[href$='/close/']").click()
    refused = page.locator(".govuk-inset-text li", has_text="econciliation")
    expect(refused).to_contain_text("refused")
    expect(page.locator("[name=ground][value=reconciliation]")).to_have_count(0)
    expect(page.locator("[name=ground][value=officer_not_named]")).to_have_count(1)
    expect(page.locator(".q-law-mark").first).to_be_visible()


def test_the_mechanism_sees_who_asked_to_withdraw_and_writes_that_they_met(signed_in: SignIn) -> None:
    page = signed_in("npm")
    page.goto("/complaints/watch/")
    waiting = page.locator("a[href$='/act/npm_contact/']")
    before = waiting.count()
    assert before > 0
    waiting.first.click()
    page.fill("[name=reasons]", "Met alone; goes on with the complaint.")
    send(page)
    page.goto("/complaints/watch/")
    expect(waiting).to_have_count(before - 1)


def test_the_accused_department_followed_from_outside_is_read_as_never_registered(signed_in: SignIn) -> None:
    page = signed_in("coalition")
    page.goto("/complaints/demo-complaint-sent-back/")
    expect(page.locator("main")).to_contain_text("sent for a check, not registered")
    open_tab(page, "timeline")
    expect(entries(page, "sent for a check without registration")).to_have_count(1)


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_paper_of_the_case_is_taken_along(signed_in: SignIn, form: str) -> None:
    page = signed_in("inspectorate")
    answer = page.request.get(f"/complaints/demo-complaint-at-hearing/papers/summons.{form}?lang=kk")
    assert answer.status == 200
    assert answer.body()[:4] == {"pdf": b"%PDF", "docx": b"PK\x03\x04"}[form]


def _opened(page: Page) -> str:
    """Open a sealed complaint: take the envelope, and state what it says."""
    page.goto("/complaints/")
    page.locator(".q-sealed a", has_text="Open it").first.click()
    expect(page.locator(".q-command, .govuk-inset-text").first).to_be_visible()
    page.locator("[name=about][value=other]").check()
    page.select_option("[name=allegation]", "threats")
    page.fill("[name=act_on]", f"{datetime.now(UTC) - timedelta(days=6):%d.%m.%Y}")
    page.select_option("[name=place]", "demo-almaty-station-1")
    page.select_option("[name=accused_body]", "police")
    page.fill("[name=officers]", "Invented Officer, of the night shift")
    send(page)
    assert page.url.endswith("/assign/"), page.locator(".govuk-error-summary").all_inner_texts()
    return page.url.removesuffix("assign/")


def _refused_to_the_accused(page: Page, case: str) -> None:
    """The accused officer's own department does not get it, and the path says why."""
    page.goto(f"{case}assign/")
    page.select_option("select[name=body]", "police_internal_security")
    page.locator("form:has(select[name=body]) button").click()
    refusal = page.locator(".govuk-error-summary")
    expect(refusal.locator(".q-tie__body")).to_have_text(
        ["Department of Internal Security of the police", "Police (internal affairs bodies)"]
    )
    page.goto(case)
    open_tab(page, "timeline")
    expect(
        page.locator(".q-timeline__item--breach", has_text="Department of Internal Security")
    ).to_have_count(1)


def _begun(page: Page, case: str) -> str:
    """Begin the discipline procedure; gives the run's id."""
    page.goto(case)
    page.select_option("select[name=procedure]", DISCIPLINE)
    page.locator("form:has(select[name=procedure]) button").click()
    page.goto(case)
    link = page.locator(".q-at-once a[href*='/procedures/']").first.get_attribute("href") or ""
    return link.split("/procedures/")[1].split("/")[0]


def _reprisal(page: Page, case: str) -> None:
    """A reprisal is reported, and a procedure of its own begins."""
    page.goto(f"{case}act/report_reprisal/")
    page.fill("[name=reasons]", "Threatened with another cell.")
    send(page)
    expect(page.locator("main")).to_contain_text("reprisal reported")
    expect(page.locator("#runs, [id^=run-]").filter(has_text="eprisal").first).to_be_visible()


def _heard(page: Page, case: str, run: str) -> None:
    """The committee sets a hearing, holds it, finds, and recommends dismissal."""
    page.goto(f"{case}procedures/{run}/set_hearing/")
    type_moment(page, "set_for", typed(datetime.now(UTC) + timedelta(days=1)))
    send(page)
    page.goto("/hearings/")
    expect(page.locator(f"main a[href='{_path(case)}']").or_(page.locator(".q-month")).first).to_be_visible()
    _make(page, case, run, "hear")
    _make(page, case, run, "find", reasons="Three witnesses agree.")
    _make(page, case, run, "recommend", disciplinary_penalty="dismissal", reasons="Unfit for service.")


def _forward(page: Page, case: str, body: str) -> None:
    page.goto(f"{case}act/forward/")
    page.select_option("[name=body]", body)
    send(page)
    assert page.url == case, page.locator(".govuk-error-summary").all_inner_texts()


def _make(page: Page, case: str, run: str, move: str, **given: str) -> None:
    """Make a move by its page; the first officer is meant where one is asked for."""
    answer = page.goto(f"{case}procedures/{run}/{move}/")
    assert answer is not None
    assert answer.status == 200, f"{move}: {answer.status}"
    if page.locator("[name=officer]").count():
        page.locator("[name=officer]").first.check()
    for name, value in given.items():
        if page.locator(f"select[name={name}]").count():
            page.select_option(f"select[name={name}]", value)
        elif page.locator(f"[name={name}][type=radio]").count():
            page.locator(f"[name={name}][value='{value}']").check()
        else:
            page.fill(f"[name={name}]", value)
    send(page)
    assert page.url == case, f"{move}: {page.locator('.govuk-error-summary').all_inner_texts()}"


def _both_penalties_stand(page: Page, case: str) -> None:
    """What the committee recommended and what the court imposed stand side by side."""
    page.goto(case)
    open_tab(page, "decisions")
    row = page.locator("#decisions tbody tr").first
    expect(row.locator("td")).to_have_text(["it happened", "dismissal", "lowering in post or rank"])
    open_tab(page, "runs")
    expect(page.locator(".q-diagram svg").first).to_be_visible()


def _axe_finds_nothing(page: Page, case: str) -> None:
    """Nor does any of the case's pages scroll sideways on a phone, in three languages."""
    wrong = []
    for language in LANGUAGES:
        page.goto("/")
        page.locator(f".q-languages button[value={language}]").click()
        for address in (case, f"{case}assign/", f"{case}act/take_evidence/", "/complaints/"):
            for size in (DESK, PHONE):
                page.set_viewport_size(size)
                page.goto(address)
                wrong += [
                    f"{address} {language}: {each['id']}" for each in Axe().run(page).response["violations"]
                ]
                if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
                    wrong.append(f"{address} {language}: wide at {size['width']}")
    assert not wrong, "\n".join(wrong)


def _path(case: str) -> str:
    return "/" + case.split("/", 3)[3]
