"""The board refreshes by itself under the strict policy, rests under a typing hand, and says when it is stale."""

from playwright.sync_api import Page, expect
from tests.journeys.conftest import SignIn

_PERIOD = 16_000


def on_board(signed_in: SignIn) -> Page:
    page = signed_in("officer")
    page.clock.install()
    page.goto("/board/")
    return page


def test_the_board_refreshes_by_itself(signed_in: SignIn) -> None:
    page = on_board(signed_in)
    with page.expect_response(lambda answer: answer.url.endswith("/board/")) as refreshed:
        page.clock.run_for(_PERIOD)
    assert refreshed.value.status == 200
    assert refreshed.value.request.headers["hx-request"] == "true"
    expect(page.locator("#board")).to_have_count(1)


def test_a_board_that_cannot_be_refreshed_says_so_and_recovers(signed_in: SignIn) -> None:
    page = on_board(signed_in)
    note = page.locator("[data-stale-note]")
    assert not note.is_visible()
    page.route("**/board/", lambda route: route.fulfill(status=503, body=""))
    page.clock.run_for(_PERIOD)
    expect(note).to_be_visible()
    page.unroute("**/board/")
    page.clock.run_for(_PERIOD)
    expect(note).to_be_hidden()
