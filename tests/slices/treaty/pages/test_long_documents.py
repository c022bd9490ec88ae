"""A long document on pages: by parts, with every heading in reach, found words, and the whole for paper."""

import re

import pytest
from django.test import Client
from tests.slices.treaty.cycle import OBSERVATIONS, PEOPLE, at, taken
from tests.slices.treaty.pages.long_paper import long_paper
from tests.slices.treaty.pages.site import secretary, text

from qorgau.reading.document import Document
from qorgau.treaty import actions
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.queries import document
from qorgau.treaty.web.found_words import Sought
from qorgau.treaty.web.parts import headings_of, index_of, parts_of

pytestmark = pytest.mark.usefixtures("sqlite_store")
PARAGRAPHS = 450
NOW = at("2031-07-01")


@pytest.fixture
def address() -> str:
    done = actions.take_document(PEOPLE.secretary, long_paper(PARAGRAPHS), name="long.docx", now=NOW)
    return f"/treaty/documents/{done.made}/"


def read(address: str) -> Document:
    return document(PEOPLE.secretary, address.split("/")[-2], as_of=NOW).document


def numbers(page: str) -> list[int]:
    """The numbers of the paragraphs that a page shows."""
    return [
        int(each)
        for each in re.findall(r'<p class="q-par__top"[^>]*><span class="q-par__number">(\d+)', page)
    ]


def test_the_parts_together_hold_every_paragraph_once_and_begin_at_headings(address: str) -> None:
    browser, parts = secretary(), parts_of(read(address).paragraphs)
    shown = [numbers(text(browser, f"{address}?part={part.number}")) for part in parts]
    assert [number for part in shown for number in part] == list(range(1, PARAGRAPHS + 1))
    assert len(parts) == 5
    assert {part[0] % 90 for part in shown} == {1}


def test_a_part_is_light_however_long_the_document(address: str) -> None:
    browser = secretary()
    for part in parts_of(read(address).paragraphs):
        assert len(browser.get(f"{address}?part={part.number}").content) < 400_000


def test_every_heading_is_reached_from_every_part(address: str) -> None:
    browser, laid = secretary(), read(address)
    for part in parts_of(laid.paragraphs):
        page = text(browser, f"{address}?part={part.number}")
        for heading in headings_of(laid.paragraphs):
            link = re.search(rf'<a class="govuk-link" href="([^"]+)">{re.escape(heading.words)}</a>', page)
            assert link
            asked, anchor = link[1].split("#")
            assert f'id="{anchor}"' in (text(browser, address + asked) if asked else page)


def test_a_recommendation_opens_the_part_in_which_its_line_stands(address: str) -> None:
    browser = secretary()
    browser.post(f"{address}accept/")
    row = RecommendationRow.objects.get(leaf="300")
    page = text(browser, f"/treaty/recommendation/{row.slug}/300/")
    way = re.search(rf'href="({re.escape(address)}[^"#]*)#(l-300)"', page)
    assert way
    there = text(browser, way[1])
    assert f'id="{way[2]}"' in there
    assert 1 not in numbers(there)


def test_words_are_found_in_the_whole_document_in_any_form_and_counted_by_part(address: str) -> None:
    browser = secretary()
    page = text(browser, f"{address}?find=lanterns")
    assert "1 paragraph" in page
    assert 'class="q-mark-found">lantern</mark>' in page
    assert "§ 205" in page
    way = re.search(r'href="(\?[^"#]*part=3[^"#]*)#p-204"', page)
    assert way
    assert 'class="q-mark-found">lantern</mark>' in text(browser, address + way[1])


@pytest.mark.parametrize("typed", ["учёт", "учет", "УЧЁТ", "учётом"])
@pytest.mark.parametrize("written", ["Электронный учёт ведётся.", "Без учета нельзя.", "Учётом заняты все."])
def test_words_with_and_without_dots_are_the_same_words(typed: str, written: str) -> None:
    assert Sought.of(typed).is_in(written)
    assert not Sought.of(typed).is_in("Счёт ведётся.")


def test_words_that_stand_nowhere_are_answered_with_what_to_try() -> None:
    address = f"/treaty/documents/{taken()}/"
    page = text(secretary(), f"{address}?find=unicorn")
    assert "0 paragraphs" in page
    assert "try fewer words" in page


def test_what_somebody_looks_for_is_no_markup_of_the_page(address: str) -> None:
    page = secretary().get(f"{address}?find=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in page


def test_the_whole_document_stands_on_one_page_for_paper_without_menus_of_corrections(address: str) -> None:
    page = text(secretary(), f"{address}?whole=1")
    assert numbers(page) == list(range(1, PARAGRAPHS + 1))
    assert 'class="q-mend"' not in page


def test_a_short_document_stays_on_one_page() -> None:
    page = text(secretary(), f"/treaty/documents/{taken()}/")
    assert "govuk-pagination" not in page
    assert "whole=1" not in page


@pytest.mark.parametrize("asked", ["part=99", "part=x", "at=p99999", "at=nothing", "part=-1", "at=p%C2%B2"])
def test_an_address_of_no_part_leads_to_the_first(address: str, asked: str) -> None:
    assert numbers(text(secretary(), f"{address}?{asked}"))[0] == 1


def test_after_a_correction_the_page_of_its_paragraph_is_shown_again(address: str) -> None:
    browser = secretary()
    form = text(browser, f"{address}correct/?what=paragraph_kind&target=p299")
    assert f"{address}?at=p299#p-299" in form
    assert 300 in numbers(text(browser, f"{address}?at=p299"))


def test_everybody_reads_a_long_document_by_parts_and_in_the_language_asked_for(address: str) -> None:
    page = text(Client(), "/recommendations/CAT-C-XSY-CO-9/?lang=ru&part=2")
    assert "Часть 2 из 5" in page
    assert re.search(r'href="\?lang=ru&(amp;)?part=3"', page)


def test_a_number_that_no_paragraph_has_is_found_by_its_words() -> None:
    laid = document(PEOPLE.secretary, taken(), as_of=NOW).document
    assert OBSERVATIONS.name
    for asked in laid.recommendations:
        assert index_of(laid, asked.id) is not None


def test_each_public_part_names_itself_as_the_address_to_keep(address: str) -> None:
    line = document(PEOPLE.secretary, address.split("/")[-2], as_of=NOW).line
    public = f"/recommendations/{line.slug}/"
    for asked, kept in (
        ("", ""),
        ("?part=1", ""),
        ("?part=3", "?part=3"),
        ("?lang=ru&part=2", "?lang=ru&part=2"),
        ("?whole=1", "?whole=1"),
        ("?find=lantern", ""),
    ):
        page = text(Client(), f"{public}{asked}")
        assert f'rel="canonical" href="http://testserver{public}{kept}"' in page, asked
    assert f'hreflang="kk" href="http://testserver{public}?lang=kk&part=3"' in text(
        Client(), f"{public}?part=3"
    )
