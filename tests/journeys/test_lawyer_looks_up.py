"""A lawyer with a mandate finds the client through the look-up: what article 18 names, and who else looked; nobody else."""

from playwright.sync_api import expect
from tests.journeys.conftest import SignIn

CLIENT, OTHER = "/lookup/demo-lawyer-turned-away/", "/lookup/demo-judge-late/"


def test_a_lawyer_finds_the_client_by_the_menu_and_sees_who_looked(signed_in: SignIn) -> None:
    page = signed_in("lawyer")
    page.goto("/")
    page.locator("a[href='/lookup/']").first.click()
    page.locator(f"a[href='{CLIENT}']").click()
    main = page.locator("main")
    for letter in "abcdf":
        expect(main).to_contain_text(f"({letter})")
    page.locator("a[href='/looks/demo-lawyer-turned-away/']").click()
    expect(page.locator("main")).to_contain_text("Lawyer")
    refused = page.goto(OTHER)
    assert refused is not None
    assert refused.status == 404


def test_an_officer_has_no_door_to_the_look_up_and_no_page_behind_it(signed_in: SignIn) -> None:
    page = signed_in("officer")
    page.goto("/")
    expect(page.locator("a[href='/lookup/']")).to_have_count(0)
    refused = page.goto(CLIENT)
    assert refused is not None
    assert refused.status in (403, 404)
