"""The whole reader on the synthetic documents of every format, and its JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.core.reading.papers import builders
from tests.core.reading.papers.paper import Paper

from qorgau.reading import as_json, read_document
from qorgau.reading.document import Demand, Document, DocumentKind, Leaf, Paragraph, Recommendation

OBSERVATIONS: tuple[Callable[[], Paper], ...] = (
    builders.observations_docx,
    builders.observations_pdf,
    builders.observations_txt,
    builders.observations_wrapped_txt,
    builders.observations_html,
    builders.observations_russian_docx,
    builders.observations_russian_pdf,
    lambda: builders.observations_txt(mangled=True),
    lambda: builders.observations_docx(automatic_numbers=False),
    lambda: builders.observations_docx(bold=False),
    lambda: builders.observations_pdf(columns=2),
)


@pytest.fixture(scope="module", params=OBSERVATIONS, ids=lambda build: getattr(build, "__name__", "variant"))
def read(request: pytest.FixtureRequest) -> tuple[Paper, Document]:
    paper: Paper = request.param()
    return paper, read_document(paper.data, paper.name)


def test_the_head_is_read(read: tuple[Paper, Document]) -> None:
    paper, document = read
    wanted = paper.expected
    assert (document.symbol, document.committee, document.state, document.cycle) == (
        wanted.symbol,
        wanted.committee,
        wanted.state,
        wanted.cycle,
    )
    assert (document.kind, document.language) == (wanted.kind, wanted.language)
    session = document.session
    assert session is not None
    assert wanted.session == (session.number, str(session.from_), str(session.to))
    assert tuple(str(day) for day in document.considered) == wanted.considered
    assert str(document.adopted) == wanted.adopted


def test_paragraphs_have_their_kinds_headings_leaves_and_tails(read: tuple[Paper, Document]) -> None:
    paper, document = read
    paragraphs = {each.number or "": each for each in document.paragraphs}
    assert {number: paragraphs[number].kind.value for number in paper.expected.kinds} == paper.expected.kinds
    for number, heading in paper.expected.headings.items():
        assert paragraphs[number].heading == heading
    for number, leaves in paper.expected.leaves.items():
        assert tuple(leaf.id for leaf in paragraphs[number].leaves) == leaves
    assert tuple(number for number, each in paragraphs.items() if each.tail) == paper.expected.tails


def test_recommendations_and_their_demands_are_exact(read: tuple[Paper, Document]) -> None:
    paper, document = read
    found = {each.id: each for each in document.recommendations}
    assert tuple(found) == paper.expected.recommendations
    for leaf, count in paper.expected.demands.items():
        assert [demand.id for demand in found[leaf].demands] == [f"{leaf}/{at}" for at in range(1, count + 1)]


def test_follow_up_deadlines_grades_articles_and_figures_come_with_it(read: tuple[Paper, Document]) -> None:
    paper, document = read
    wanted = paper.expected
    asked = document.follow_up
    assert asked is not None
    assert wanted.follow_up == (str(asked.due), asked.targets)
    assert sorted((each.what, str(each.due)) for each in document.deadlines) == sorted(wanted.deadlines)
    assert {each.paragraph: each.grade for each in document.grades} == wanted.grades
    paragraphs = {each.number: each for each in document.paragraphs}
    for number, articles in wanted.articles.items():
        assert paragraphs[number].articles == articles
    assert {each.value for each in document.figures} >= {value for value, _ in wanted.figures}


def test_every_place_survives_the_way_from_file_to_document(read: tuple[Paper, Document]) -> None:
    _, document = read
    text = document.source.text
    elements: list[Paragraph | Recommendation | Leaf | Demand] = [
        *document.paragraphs,
        *document.recommendations,
    ]
    elements += [leaf for paragraph in document.paragraphs for leaf in paragraph.leaves]
    elements += [demand for each in document.recommendations for demand in each.demands]
    for each in elements:
        assert text[each.place.start : each.place.end] == each.text
        assert document.source.lines[each.place.line - 1].start <= each.place.start
    for footnote in (note for paragraph in document.paragraphs for note in paragraph.footnotes):
        assert text[footnote.place.start : footnote.place.end] == footnote.text


def test_the_json_has_the_promised_keys_and_is_json(read: tuple[Paper, Document]) -> None:
    _, document = read
    form = json.loads(json.dumps(as_json(document), ensure_ascii=False))
    promised = {"symbol", "committee", "state", "session", "adopted", "paragraphs", "recommendations"}
    assert promised | {"follow_up", "next_report", "figures", "symbols"} <= form.keys()
    assert form["session"].keys() == {"number", "from", "to"}
    assert all(isinstance(each["number"], int) for each in form["paragraphs"])
    keys = {"number", "heading", "kind", "text", "leaves", "articles", "footnotes"}
    assert all(keys <= each.keys() for each in form["paragraphs"])
    assert all({"id", "paragraph", "text", "kind"} <= each.keys() for each in form["recommendations"])
    assert form["follow_up"].keys() == {"due", "targets"}
    stated = {"value", "unit", "what", "period", "agency", "source", "paragraph"}
    assert all(stated <= each.keys() for each in form["figures"])


def test_a_submission_and_a_review_go_to_their_own_readers() -> None:
    submission, review = builders.submission_docx(), builders.review_pdf()
    read_submission = read_document(submission.data, submission.name)
    assert read_submission.kind is DocumentKind.NGO_SUBMISSION
    assert tuple(each.id for each in read_submission.recommendations) == submission.expected.recommendations
    assert read_document(review.data, review.name).kind is DocumentKind.UPR_REPORT


def test_a_person_may_say_what_kind_of_document_it_is() -> None:
    text = b"1. The ministry has hung invented lamps.\n2. It should count the invented keys as well.\n"
    assert read_document(text, "letter.txt").kind is DocumentKind.OTHER
    told = read_document(text, "letter.txt", kind=DocumentKind.CONCLUDING_OBSERVATIONS)
    assert [each.id for each in told.recommendations] == ["2"]


def test_where_bold_marks_recommendations_it_confirms_them() -> None:
    paper = builders.observations_docx()
    document = read_document(paper.data, paper.name)
    sure = [each.confidence for each in document.recommendations]
    assert min(sure) == 0.99
    assert all("bold" in str(each.why) for each in document.recommendations)
