"""The desk's pages: the board, a recommendation and the acts on it, as people use them."""

from datetime import date

import pytest
from django.test import Client
from tests.slices.treaty.cycle import PEOPLE, accepted, catalogued, leaf, led
from tests.slices.treaty.pages.site import RECOMMENDATION, browser_of, hidden, secretary, text

from qorgau.clock import now
from qorgau.lawbook import Language
from qorgau.treaty.actions import NewAlternative, NewReply, prepare_reply, take_alternative
from qorgau.treaty.models import ActionRow, ReplyRow, ResponsibleRow
from qorgau.treaty.seats import country, today
from qorgau.wording import say_day

pytestmark = pytest.mark.usefixtures("sqlite_store")


def sent(browser: Client, act: str, **typed: object) -> tuple[int, str]:
    address = f"{RECOMMENDATION}act/{act}"
    shown = hidden(text(browser, address))
    answer = browser.post(address, {**shown, **typed})
    return answer.status_code, answer.content.decode()


def test_an_empty_board_says_what_to_do_and_offers_the_catalogue() -> None:
    browser = secretary()
    assert "/treaty/documents/catalogue/" in text(browser, "/treaty/")
    browser.post("/treaty/documents/catalogue/")
    assert "§ 14(a)" in text(browser, "/treaty/")


def test_a_board_is_narrowed_by_state_words_and_follow_up_and_says_when_nothing_fits() -> None:
    catalogued()
    led("14(a)")
    browser = secretary()
    assert text(browser, "/treaty/?body=mia").count('class="q-ask ') == 1
    chosen = text(browser, "/treaty/?follow_up=yes")
    assert "§ 14(a)" in chosen
    assert "§ 16(b)" not in chosen
    nothing = text(browser, "/treaty/?text=zeppelin")
    assert 'class="q-ask ' not in nothing
    assert 'href="/treaty/"' in nothing


@pytest.mark.parametrize("group", ["subject", "body", "due", "state"])
def test_a_board_in_groups_shows_every_recommendation(group: str) -> None:
    catalogued()
    page = text(secretary(), f"/treaty/?group={group}")
    assert page.count("act/") == 0
    assert all(f"/14({letter})/" in page for letter in "abc")


def test_who_answers_is_entered_once_however_often_the_form_is_sent() -> None:
    catalogued()
    browser = secretary()
    address = f"{RECOMMENDATION}act/assign/"
    form = {**hidden(text(browser, address)), "lead": "mia", "since": "2026-01-10"}
    for _ in range(2):
        assert browser.post(address, form).status_code == 302
    assert ResponsibleRow.objects.filter(body_id="mia").count() == 1


def test_a_plan_that_looks_back_is_refused_at_its_field_and_keeps_what_was_typed() -> None:
    catalogued()
    led("14(a)")
    status, page = sent(secretary(), "plan/", what="Train everybody", lead="mia", due="2020-01-01")
    assert status == 422
    assert 'href="#id_due"' in page
    assert "Train everybody" in page
    assert not ActionRow.objects.exists()


def test_a_budget_that_is_no_number_is_refused_at_its_field() -> None:
    catalogued()
    led("14(a)")
    typed = {"what": "Train", "lead": "mia", "due": "2099-01-01", "budget": "plenty", "currency": "KZT"}
    status, page = sent(secretary(), "plan/", **typed)
    assert (status, 'href="#id_budget"' in page) == (422, True)


def test_a_reply_is_offered_to_be_cleared_to_another_person_and_not_to_its_writer() -> None:
    catalogued()
    led("14(a)")
    made = prepare_reply(
        PEOPLE.writer,
        NewReply(recommendations=[leaf("14(a)")], text="Cameras stand everywhere.", language="en"),
        now=now(),
    ).made
    clearing = f"act/clear_reply/?of={made}"
    assert clearing in text(browser_of(PEOPLE.clearer), RECOMMENDATION)
    assert "Cameras stand everywhere." not in text(browser_of(PEOPLE.ngo), RECOMMENDATION)
    assert clearing not in text(secretary(), RECOMMENDATION)
    status, _ = sent(browser_of(PEOPLE.clearer), clearing.removeprefix("act/"))
    assert status == 302
    assert ReplyRow.objects.get(pk=made).stage == "cleared"


def test_what_an_organisation_holds_back_is_on_no_page_of_the_state() -> None:
    catalogued()
    new = NewAlternative(recommendations=[leaf("14(a)")], title="Kept for now", text="Nine lawyers waited.")
    take_alternative(PEOPLE.ngo, new, now=now())
    for who in (PEOPLE.secretary, PEOPLE.clearer, PEOPLE.minister, PEOPLE.other_ngo):
        assert "Nine lawyers waited." not in text(browser_of(who), RECOMMENDATION)
    assert "Nine lawyers waited." in text(browser_of(PEOPLE.ngo), RECOMMENDATION)


def test_an_assessment_is_asked_for_on_the_committees_own_scale() -> None:
    catalogued()
    page = text(secretary(), f"{RECOMMENDATION}act/take_assessment/")
    assert 'value="implementation:' in page
    status, _ = sent(
        secretary(), "take_assessment/", grade="implementation:nonsense", on="2026-01-01", source="x", level="opened"
    )  # fmt: skip
    assert status == 422


def test_an_act_that_is_none_and_a_recommendation_that_is_none_are_not_found() -> None:
    catalogued()
    assert secretary().get(f"{RECOMMENDATION}act/dance/").status_code == 404
    assert secretary().get("/treaty/recommendation/CAT-C-KAZ-CO-4/99/").status_code == 404


def test_the_calendar_shows_what_a_document_makes_due_and_gives_it_as_a_file() -> None:
    accepted()
    browser = secretary()
    assert "q-dues" in text(browser, "/treaty/calendar/?show=all")
    file = browser.get("/treaty/calendar.ics?show=all")
    assert file["Content-Type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in file.content


def test_an_article_answers_for_the_day_that_is_asked_for() -> None:
    early = text(Client(), "/articles/kz/cc_146/?on=2014-01-01&lang=en")
    late = text(Client(), "/articles/kz/cc_146/?on=2024-01-01&lang=en")
    assert "cannot be told" in early
    assert "In force since 17 March 2023" in late
    assert "CAT/C/KAZ/CO/4" in late
    assert Client().get("/articles/kz/cc_146/?on=yesterday").status_code == 422


def test_evidence_of_a_year_that_still_runs_names_the_days_that_have_passed() -> None:
    catalogued()
    day = today(country(), now())
    page = text(secretary(), f"{RECOMMENDATION}?year={day.year}")
    assert f"1 January {day.year} to {say_day(day, Language.EN)}" in page
    page = text(secretary(), f"{RECOMMENDATION}?year={day.year - 1}")
    assert f"1 January {day.year - 1} to {say_day(date(day.year - 1, 12, 31), Language.EN)}" in page
