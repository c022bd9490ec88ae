"""Somebody is brought in: registered in one page, with and without scripts, and never twice."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.at_the_desk import (
    add,
    ago,
    entries,
    fill_booking,
    last_night,
    register,
    send,
    type_moment,
    typed,
)
from tests.journeys.conftest import SignIn


def test_a_child_registered_at_night_runs_the_24_hour_clock_and_lacks_a_parent(signed_in: SignIn) -> None:
    page, night = signed_in("officer"), last_night()
    record = register(
        page, birth="15", apprehended=typed(night), delivered=typed(night + timedelta(minutes=20))
    )
    expect(page.locator(".govuk-tag", has_text="child")).to_be_visible()
    clock = page.locator(".q-clock-card").filter(
        has=page.locator("a[href*='judge_within_48_hours'][href*='national_law']")
    )
    due = night + timedelta(hours=24)
    expect(clock).to_contain_text(re.compile(rf"due {due.day} \w+ {due.year}, 23:40"))
    missing = page.locator(".q-missing__line", has_text="Parent or guardian")
    expect(missing).to_be_visible()
    name = page.locator("h1").inner_text()
    page.goto("/board/?children=yes")
    row = page.locator("#board tr", has_text=name)
    expect(row).to_contain_text("parent or guardian")
    page.goto(record)
    missing.locator("button").click()
    expect(entries(page, "A parent or guardian of a child was told")).to_have_count(1)
    # Told is not yet here: the same line now asks for the arrival.
    missing.locator("form[action$='/now/ParentArrived/'] button").click()
    expect(missing).to_have_count(0)


def test_everything_at_the_desk_works_without_scripts(signed_in: SignIn) -> None:
    page = signed_in("officer", scripts=False)
    record = register(page, apprehended=ago(hours=5), delivered=ago(hours=4.5))
    add(page, record, "RightsExplained", moment=ago(hours=4), fact_understood="yes", fact_language="ru")
    told = entries(page, "The person was told their rights")
    expect(told).to_have_count(1)
    told.locator("a", has_text="Correct").first.click()
    page.locator("[name=new-why]").fill("The clock of the desk was read wrongly.")
    type_moment(page, "new-happened", ago(hours=3.5))
    page.locator("main form button[type=submit]").first.click()
    expect(page).to_have_url(record)
    expect(entries(page, "The person was told their rights")).to_have_count(2)
    expect(page.locator("#timeline")).to_contain_text("The clock of the desk was read wrongly.")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_two_clicks_on_one_button_add_one_entry(signed_in: SignIn, scripts: bool) -> None:
    page = signed_in("officer", scripts=scripts)
    record = register(page)
    page.locator("form[action$='/now/MealGiven/'] button").dblclick()
    expect(page.locator(".govuk-notification-banner")).to_be_visible()
    page.goto(record)
    expect(entries(page, "The person was given food and water")).to_have_count(1)


def test_two_clicks_register_one_person(signed_in: SignIn) -> None:
    page = signed_in("officer", scripts=False)
    fill_booking(page, name="Twiceclicked", apprehended=ago(hours=2))
    page.locator("main form button[type=submit]").last.dblclick()
    expect(page.locator("h1")).to_contain_text("Twiceclicked")
    page.goto("/find/")
    page.fill("[name=name]", "Twiceclicked")
    send(page)
    expect(page.locator("main a[href^='/custody/']", has_text="Twiceclicked")).to_have_count(1)


WRONG = {
    "a time that has not come": ({"apprehended": ago(hours=-30)}, "apprehended"),
    "brought in before being apprehended": (
        {"apprehended": ago(hours=2), "delivered": ago(hours=9)},
        "delivered",
    ),
    "a day that no calendar has": ({"apprehended": ("31.02.2026", "10:00")}, "apprehended"),
    "a name of spaces": ({"name": "   "}, "family_name"),
}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_each_wrong_thing_typed_is_named_and_leads_to_its_field(signed_in: SignIn, language: str) -> None:
    page = signed_in("officer", language=language)
    for what, (typed_wrong, field) in WRONG.items():
        booking: dict[str, object] = {"name": "Wrongly", "apprehended": ago(hours=2), **typed_wrong}
        fill_booking(page, **booking)  # type: ignore[arg-type]
        if what == "a name of spaces":
            page.fill("[name=given_name]", "  ")
            page.locator("[name=name_status][value=documented]").check()
        send(page)
        _leads_to(page, field, what)


def test_released_before_being_apprehended_is_refused_at_its_field(signed_in: SignIn) -> None:
    page = signed_in("officer")
    record = register(page, apprehended=ago(hours=2))
    page.goto(f"{record}add/Released/")
    type_moment(page, "happened", ago(hours=6))
    send(page)
    expect(page.locator("[name=confirmed]")).to_be_visible()
    assert page.url != record


def _leads_to(page: Page, field: str, what: str) -> None:
    link = page.locator(".govuk-error-summary a").first
    expect(link, what).to_be_visible()
    link.click()
    focused = page.evaluate("document.activeElement.name")
    assert focused.removesuffix("_0").removesuffix("_1") == field, what
