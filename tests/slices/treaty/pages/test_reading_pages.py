"""Documents on pages: taken in, corrected, accepted, compared; and what everybody may read."""

import re
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.slices.treaty.cycle import OBSERVATIONS, PEOPLE, SUBMISSION, accepted, catalogued, taken
from tests.slices.treaty.pages.site import PUBLIC, browser_of, hidden, secretary, text

from qorgau.treaty.models import DocumentRow, LinkRow, RecommendationRow

pytestmark = pytest.mark.usefixtures("sqlite_store")


def uploaded(browser: Client, data: bytes, name: str, **more: str) -> str:
    form = {
        **hidden(text(browser, "/treaty/documents/take/")),
        "file": SimpleUploadedFile(name, data),
        **more,
    }
    answer = browser.post("/treaty/documents/take/", form)
    return answer["Location"] if answer.status_code == 302 else answer.content.decode()


def test_a_document_is_taken_in_read_accepted_and_tracked() -> None:
    browser = secretary()
    address = uploaded(browser, OBSERVATIONS.data, OBSERVATIONS.name)
    page = text(browser, address)
    assert 'id="l-8(b)"' in page
    assert "q-par--teal" in page
    browser.post(f"{address}accept/")
    assert RecommendationRow.objects.count() > 5
    assert re.search(r'href="/treaty/recommendation/[^"]+/8\(b\)/"', text(browser, address))


def test_a_person_says_what_a_document_is_when_it_comes_in_and_when_it_is_read_again() -> None:
    browser = secretary()
    address = uploaded(browser, OBSERVATIONS.data, OBSERVATIONS.name, kind="ngo_submission")
    assert DocumentRow.objects.get().kind == "ngo_submission"
    assert "as before: submission of an organisation" in text(browser, address)
    browser.post(f"{address}read-again/", {"kind": "concluding_observations"})
    assert DocumentRow.objects.get().kind == "concluding_observations"
    browser.post(f"{address}read-again/", {"kind": "no such kind"})
    assert DocumentRow.objects.get().kind == "concluding_observations"


def test_a_file_that_is_no_document_is_refused_at_its_field() -> None:
    page = uploaded(secretary(), b"\x89PNG\r\n\x1a\n" + bytes(64), "picture.png")
    assert 'href="#id_file"' in page
    assert not DocumentRow.objects.exists()


def test_a_script_that_sends_a_file_is_told_where_its_document_is() -> None:
    browser = secretary()
    form = {
        **hidden(text(browser, "/treaty/documents/take/")),
        "file": SimpleUploadedFile(OBSERVATIONS.name, OBSERVATIONS.data),
    }
    answer = browser.post("/treaty/documents/take/", form, headers={"accept": "application/json"})
    assert answer.status_code == 200
    assert 'id="l-8(b)"' in text(browser, answer.json()["to"])


def test_an_organisations_paper_is_listed_as_the_organisations_and_not_as_the_committees() -> None:
    browser = secretary()
    uploaded(browser, SUBMISSION.data, SUBMISSION.name)
    assert "non-governmental organisation → Committee against Torture" in text(browser, "/treaty/documents/")


def test_a_recommendation_leads_to_its_line_and_the_line_back() -> None:
    document = accepted()
    row = RecommendationRow.objects.filter(leaf="8(b)").get()
    browser = secretary()
    here = f"/treaty/recommendation/{row.slug}/{row.leaf}/"
    assert f"/treaty/documents/{document}/?at=8%28b%29#l-8(b)" in text(browser, here)
    assert here in text(browser, f"/treaty/documents/{document}/")


def test_a_corrected_kind_shows_what_was_read_before_and_why_it_was_changed() -> None:
    document, browser = taken(), secretary()
    address = f"/treaty/documents/{document}/correct/?what=paragraph_kind&target=p3"
    form = {**hidden(text(browser, address)), "value": "procedural", "reason": "It only tells the procedure"}
    assert browser.post(address, form).status_code == 302
    page = text(browser, f"/treaty/documents/{document}/")
    assert "It only tells the procedure" in page
    assert "<del>" in page


def test_a_correction_without_a_reason_is_refused_and_changes_nothing() -> None:
    document, browser = taken(), secretary()
    address = f"/treaty/documents/{document}/correct/?what=paragraph_kind&target=p3"
    answer = browser.post(address, {**hidden(text(browser, address)), "value": "procedural"})
    assert answer.status_code == 422
    assert b'href="#id_reason"' in answer.content
    assert "q-mended" not in text(browser, f"/treaty/documents/{document}/")


def test_a_paragraph_is_split_where_the_words_given_begin() -> None:
    document, browser = taken(), secretary()
    page = text(browser, f"/treaty/documents/{document}/")
    address = f"/treaty/documents/{document}/correct/?what=split&target=p0"
    words = re.search(r"<blockquote[^>]*>([^<]+)", text(browser, address))
    assert words is not None
    assert "q-par" in page
    second = " ".join(words[1].split()[3:7])
    form = {**hidden(text(browser, address)), "value": second, "reason": "Two paragraphs ran together"}
    assert browser.post(address, form).status_code == 302
    assert (
        text(browser, f"/treaty/documents/{document}/").count('class="q-par ')
        == page.count('class="q-par ') + 1
    )
    answer = browser.post(
        address, {**hidden(text(browser, address)), "value": "no such words", "reason": "x"}
    )
    assert answer.status_code == 422


def test_what_is_held_back_is_a_page_for_its_own_body_alone() -> None:
    own = browser_of(PEOPLE.ngo)
    address = uploaded(own, SUBMISSION.data, SUBMISSION.name, held_back="on")
    assert own.get(address).status_code == 200
    for who in (PEOPLE.secretary, PEOPLE.other_ngo, PEOPLE.analyst):
        assert browser_of(who).get(address).status_code == 404
    own.post(f"{address}publish/")
    assert secretary().get(address).status_code == 200


def test_two_documents_stand_side_by_side_and_a_link_is_confirmed_there() -> None:
    left, browser = taken(), secretary()
    right = uploaded(browser, SUBMISSION.data, SUBMISSION.name).split("/")[-2]
    address = f"/treaty/side-by-side/{left}/{right}/"
    page = text(browser, address)
    assert "q-pair" in page
    assert "q-mark-same" in page
    judging = re.search(r'href="([^"]+/judge/\?one=[^"]+)"', page)
    assert judging is not None
    form = {**hidden(text(browser, judging[1])), "judgement": "confirmed", "reason": "The same demand"}
    assert browser.post(judging[1], form).status_code == 302
    assert LinkRow.objects.get().judgement == "confirmed"
    assert 'data-judgement="confirmed"' in text(browser, address)


def _anchors(page: str) -> set[str]:
    return set(re.findall(r'<article [^>]*id="([^"]+)"', page))


@pytest.mark.parametrize("swapped", [False, True])
def test_what_a_committee_took_up_is_told_at_each_demand_and_every_number_leads_somewhere(
    swapped: bool,
) -> None:
    asked = uploaded(secretary(), SUBMISSION.data, SUBMISSION.name).split("/")[-2]
    left, right = (taken(), asked) if swapped else (asked, taken())
    browser = secretary()
    counts = []
    for show in ("", "taken_up", "partly", "alone"):
        page = text(browser, f"/treaty/side-by-side/{left}/{right}/?show={show}")
        assert set(re.findall(r'data-to="([^"]+)"', page)) <= _anchors(page)
        near = [each for each in _anchors(page) if each.startswith("right" if swapped else "left")]
        counts.append(len(near))
        shown = re.search(r'chosen" href="[^"]*" aria-current="true"><span [^>]*>(\d+)<', page)
        assert shown is not None
        assert int(shown[1]) == len(near)
    assert counts[0] == sum(counts[1:])


def test_a_demand_whose_nearest_answer_a_person_refused_is_no_longer_taken_up() -> None:
    asked, browser = uploaded(secretary(), SUBMISSION.data, SUBMISSION.name).split("/")[-2], secretary()
    address = f"/treaty/side-by-side/{asked}/{taken()}/"
    before = text(browser, f"{address}?show=alone")
    judging = re.search(r'href="([^"]+/judge/\?one=[^"]+)"', text(browser, f"{address}?show=taken_up"))
    assert judging is not None
    form = {**hidden(text(browser, judging[1])), "judgement": "refused", "reason": "Another right"}
    assert browser.post(judging[1], form).status_code == 302
    after = _anchors(text(browser, f"{address}?show=alone"))
    left = {each for each in after if each.startswith("left-")}
    assert len(left) == len({each for each in _anchors(before) if each.startswith("left-")}) + 1


@pytest.mark.parametrize("address", ["/recommendations/", PUBLIC, "/articles/", "/articles/kz/cc_146/"])
def test_public_pages_set_no_cookie_and_may_be_kept(address: str) -> None:
    catalogued()
    answer = Client().get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "public" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("language", "word"), [("kk", "Ұсынымдар"), ("ru", "Рекомендации"), ("en", "Recommendations")]
)
def test_a_public_page_speaks_the_language_of_its_address_and_its_links_keep_it(
    language: str, word: str
) -> None:
    catalogued()
    page = text(Client(), f"/recommendations/?lang={language}")
    assert f'<html lang="{language}"' in page
    assert word in page
    assert f"/14(a)/?lang={language}" in page


def test_whoever_is_signed_in_gets_a_copy_that_nobody_else_may_keep() -> None:
    catalogued()
    assert "no-store" in secretary().get("/recommendations/")["Cache-Control"]


def test_the_history_of_a_demand_shows_the_demand_itself_among_its_cycles_and_no_raw_id() -> None:
    left, browser = accepted(), secretary()
    right = uploaded(browser, SUBMISSION.data, SUBMISSION.name).split("/")[-2]
    browser.post(f"/treaty/documents/{right}/accept/")
    address = f"/treaty/side-by-side/{left}/{right}/"
    judging = re.search(r'href="([^"]+/judge/\?one=([^"&]+)[^"]*)"', text(browser, address))
    assert judging is not None
    form = {**hidden(text(browser, judging[1])), "judgement": "confirmed", "reason": "The same demand"}
    browser.post(judging[1], form)
    row = RecommendationRow.objects.get(document_id=left, leaf=unquote(judging[2]))
    page = text(browser, f"/treaty/recommendation/{row.slug}/{row.leaf}/")
    assert "(this one)" in page
    assert row.recommendation_id not in re.sub(r"<[^>]*>", "", page)
