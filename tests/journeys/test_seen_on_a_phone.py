"""The list on a phone begins with people, not with questions; on a desk its filters stand open."""

from playwright.sync_api import expect
from tests.journeys.conftest import SignIn


def test_the_filters_are_folded_on_a_phone_and_open_at_a_touch(signed_in: SignIn) -> None:
    page = signed_in("officer", phone=True)
    page.goto("/board/")
    status = page.locator("select[name=status]")
    expect(status).not_to_be_visible()
    expect(page.locator("#board tbody tr").first).to_be_visible()
    page.locator(".q-fold__summary").click()
    expect(status).to_be_visible()
    status.select_option("held")
    page.locator(".q-filter button[type=submit]").click()
    page.wait_for_url("**status=held*")
    expect(status).to_be_visible()
    assert "status=held" in page.url


def test_on_a_desk_the_filters_stand_open(signed_in: SignIn) -> None:
    page = signed_in("officer")
    page.goto("/board/")
    expect(page.locator("select[name=status]")).to_be_visible()


def test_what_ran_out_stands_apart_from_what_runs_out_next(signed_in: SignIn) -> None:
    page = signed_in("prosecutor")
    page.goto("/custody/demo-judge-late/")
    cards = page.locator(".q-record__clocks")
    expect(cards).to_contain_text("Next to run out")
    after = cards.inner_text().split("Next to run out")[-1]
    assert "overdue" not in after
