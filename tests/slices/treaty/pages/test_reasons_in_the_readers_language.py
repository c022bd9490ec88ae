"""What the reader of documents doubts, why two demands are linked, and why a file is refused: in the language of who reads."""

import json
import zlib
from dataclasses import replace

import pytest
from tests.slices.custody.api.programs import Program, token_for
from tests.slices.treaty.api.recommended import OCTETS
from tests.slices.treaty.cycle import OBSERVATIONS, PEOPLE, SUBMISSION, accepted, at, catalogued, leaf
from tests.slices.treaty.pages.site import secretary, text
from tests.slices.treaty.pages.test_reading_pages import uploaded

from qorgau.lawbook import Language
from qorgau.reading.document import Doubt
from qorgau.reading.reasons import Reason, reason
from qorgau.reading.source import SourceError
from qorgau.treaty import actions, queries, reader
from qorgau.treaty.evidence import evidence
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.seats import book
from qorgau.treaty.storing_readings import read, written
from qorgau.treaty.web.law_words import finding_said

OTHERS = [Language.KK, Language.RU]
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)
GAP = "\n\n".join(
    (
        "CAT/C/XSY/CO/2",
        "Concluding observations on the second periodic report of Synthetia",
        "1. The Committee considered the second periodic report of Synthetia.",
        "2. The Committee is concerned that lamps go out at night.",
        "4. The State party should light every lamp.",
    )
)


def spoken(language: Language):  # type: ignore[no-untyped-def]
    """The secretary's browser, in that language."""
    browser = secretary()
    browser.cookies["language"] = language.value
    return browser


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize("language", OTHERS)
def test_a_doubt_stands_on_the_page_in_the_reader_s_language(language: Language) -> None:
    browser = spoken(language)
    page = text(browser, uploaded(browser, GAP.encode(), "gap.txt"))
    doubt = reason("number_skipped", left=2, right=4)
    assert doubt.said(language).rstrip(".") in page
    assert str(doubt).rstrip(".") not in page
    assert reason("kind_worries").said(language) in page


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize("language", OTHERS)
def test_who_disputes_a_finding_is_told_in_the_reader_s_language(language: Language) -> None:
    catalogued()
    (disputed,) = book().findings["check_without_registration"].disputed_by
    shown = evidence(None, leaf("20(b)"), as_of=at("2024-01-15")).findings
    said = {each.finding: finding_said(each, language)["disputed_by"] for each in shown}
    assert said["check_without_registration"] == [disputed[language]]


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize("language", OTHERS)
def test_a_link_says_why_in_the_reader_s_language(language: Language) -> None:
    document = accepted()
    name = SUBMISSION.name
    other = actions.take_document(PEOPLE.secretary, SUBMISSION.data, name=name, now=at("2024-01-10")).made
    actions.accept_document(PEOPLE.secretary, other, now=at("2024-01-11"))
    row = next(
        row
        for row in RecommendationRow.objects.filter(document_id=document)
        if queries.proposals(PEOPLE.secretary, row.recommendation_id)
    )
    best = queries.proposals(PEOPLE.secretary, row.recommendation_id)[0]
    page = text(spoken(language), f"/treaty/recommendation/{row.slug}/{row.leaf}/")
    assert best.why
    for each in best.why:
        assert each.said(language) in page
        assert str(each) not in page


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize("language", OTHERS)
def test_a_refused_file_is_refused_in_the_reader_s_language(language: Language) -> None:
    why = SourceError("file_no_document", name="picture.png")
    page = uploaded(spoken(language), PICTURE, "picture.png")
    assert why.said(language) in page
    assert str(why) not in page
    program = Program(token_for(PEOPLE.secretary), language=language.value)
    told = program.send("/treaty/documents?name=picture.png", PICTURE, OCTETS).json()
    assert told["detail"] == why.said(language)


def test_a_kept_reading_keeps_reasons_that_hold_reasons() -> None:
    document = reader.read_document(OBSERVATIONS.data, OBSERVATIONS.name)
    inner = reason("note_points", mark="3", target="1", why=reason("note_missing"))
    doubted = replace(document, doubts=(Doubt(reason("doubt_footnote"), None, inner),))
    assert read(written(doubted)) == doubted


def test_a_reading_that_was_kept_with_plain_sentences_still_shows_them() -> None:
    document = reader.read_document(OBSERVATIONS.data, OBSERVATIONS.name)
    held = json.loads(zlib.decompress(written(document)))
    held["paragraphs"][0]["why"] = "it opens the document"
    kept = read(zlib.compress(json.dumps(held).encode()))
    assert kept.paragraphs[0].why == "it opens the document"


def test_a_reason_of_another_version_is_shown_bare_and_breaks_no_page() -> None:
    assert Reason("from_tomorrow", (("day", "2027-01-01"),)).said(Language.KK) == "from tomorrow: 2027-01-01"
