"""The whiteboard during the January: everyone held, wherever they are, with what has run out and what runs out next."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browsing import fill, served, visiting
from tests.journeys.conftest import INSTANCE, Desk, sign_in_by_hand, speak

from qorgau.clock import now

APPREHENDED = "200"
OVER = "with a limit that ran out"
_PERIOD = 16_000


@dataclass(frozen=True)
class January:
    """A served January, and when the limit of each of those at one station runs out."""

    desk: Desk
    due: dict[str, int]


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Iterator[January]:
    data = tmp_path_factory.mktemp("january")
    # Made anew each time: the limits of those at the station run out in the minutes after.
    told = fill(data, Path(__file__).with_name("january.py"), APPREHENDED, QORGAU_INSTANCE=INSTANCE)
    with served(data, QORGAU_INSTANCE=INSTANCE) as site:
        yield January(Desk(site, told["keys"]), told["due"])


@pytest.fixture
def inspector(browser: Browser, january: January) -> Iterator[Page]:
    yield from _signed_in(browser, january.desk)


@pytest.fixture
def on_a_phone(browser: Browser, january: January) -> Iterator[Page]:
    yield from _signed_in(browser, january.desk, language="kk", phone=True)


def _signed_in(browser: Browser, desk: Desk, *, language: str = "en", phone: bool = False) -> Iterator[Page]:
    kept = desk.states.get("inspector")
    with visiting(browser, desk.site, language=language, phone=phone, state=kept) as page:
        if kept is None:
            sign_in_by_hand(page, desk, "inspector")
            desk.states["inspector"] = page.context.storage_state()
        speak(page, language)
        yield page


def sums(page: Page) -> dict[str, int]:
    told = page.locator(".q-sums__sum").all()
    return {each.locator("dt").inner_text(): int(each.locator("dd").inner_text()) for each in told}


def rows(page: Page) -> Locator:
    return page.locator("#board tbody tr")


def row_of(page: Page, custody: str) -> Locator:
    return rows(page).filter(has=page.locator(f"#row-{custody}"))


def still_running(page: Page) -> list[bool]:
    """Row by row, whether its clock runs; by some of the times told, others may have run out already."""
    return page.locator("#board tbody .q-clock").evaluate_all(
        "clocks => clocks.map(each => each.classList.contains('q-clock--open'))"
    )


def test_the_inspector_sees_everyone_across_places_what_ran_out_before_what_runs_out_next(
    inspector: Page, january: January
) -> None:
    inspector.goto("/board/")
    told, said, soon = sums(inspector), [], []
    while True:
        said += rows(inspector).all_inner_texts()
        links = inspector.locator("[id^=row-soon-]").evaluate_all("links => links.map(each => each.id)")
        soon += [each.removeprefix("row-") for each in links]
        assert still_running(inspector) == sorted(still_running(inspector))
        following = inspector.locator(".govuk-pagination__next a")
        if not following.count():
            break
        following.click()
    assert len(said) == told["held"] > 60
    assert soon == sorted(january.due, key=january.due.__getitem__)
    for place in ("Almaty", "Astana", "Taldykorgan", "Sports hall", "Barracks"):
        assert [each for each in said if place in each], place
    assert 0 < told[OVER] < told["held"]


def test_halls_and_barracks_are_marked_as_places_where_nobody_may_be_held(inspector: Page) -> None:
    inspector.goto("/board/?region=almaty")
    for said in rows(inspector).all_inner_texts():
        assert ("NOT OFFICIAL" in said) == ("Sports hall" in said or "Barracks" in said)
    assert rows(inspector).filter(has_text="NOT OFFICIAL").count() > 5
    inspector.goto("/places/demo-almaty-sports-hall-1/")
    expect(inspector.locator(".govuk-warning-text")).to_contain_text("not an officially recognised place")


def test_on_a_wall_there_are_no_names_and_nothing_to_press(inspector: Page) -> None:
    inspector.goto("/board/?region=almaty")
    names = inspector.locator("#board th a").all_inner_texts()
    known = [each for each in names if each != "Name not known"]
    assert known
    inspector.get_by_role("link", name="without names").click()
    inspector.wait_for_url("**names=no*")
    assert inspector.locator("header, nav, form, #board a").count() == 0
    shown = inspector.locator("main").inner_text()
    assert not [name for name in known if name in shown]
    assert "wall=1" in (inspector.locator("#board").get_attribute("hx-get") or "")
    assert rows(inspector).count() == len(names)


def test_the_same_page_in_kazakh_on_a_phone(on_a_phone: Page) -> None:
    on_a_phone.goto("/board/")
    width = on_a_phone.evaluate("document.documentElement.scrollWidth")
    assert width <= on_a_phone.evaluate("window.innerWidth") == 375
    told = sums(on_a_phone)
    assert list(told) == ["ұсталған", "бала", "мерзімі өткен", "қайда екені расталмаған"]
    expect(rows(on_a_phone).first.locator(".q-clock")).to_contain_text("Бұзылды")
    assert rows(on_a_phone).filter(has_text="БЕЙРЕСМИ").count() > 5
    assert rows(on_a_phone).filter(has_text="спорт залы").count() > 2
    board = on_a_phone.locator("#board").inner_text()
    assert [word for word in ("NOT OFFICIAL", "Breached", "held", "overdue") if word in board] == []


def test_a_limit_that_runs_out_while_one_looks_is_shown_at_the_next_refresh(
    inspector: Page, january: January
) -> None:
    inspector.clock.install()
    inspector.goto("/board/?region=astana")
    before = sums(inspector)[OVER]
    custody, due = next((name, at) for name, at in january.due.items() if at > now() + 1)
    expect(row_of(inspector, custody).locator(".q-clock--open")).to_have_count(1)
    inspector.wait_for_timeout(1000 * max(0, due - now() + 1))
    inspector.clock.run_for(_PERIOD)
    expect(row_of(inspector, custody).locator(".q-clock--breached")).to_have_count(1)
    expect(row_of(inspector, custody).locator(".q-count--breached")).to_have_text("1")
    assert sums(inspector)[OVER] > before
