"""Which recommendations and questions a report answers, of documents that were read here."""

import pytest
from tests.core.reading.papers.builders import observations_docx, observations_russian_docx
from tests.slices.access.people import actor
from tests.slices.treaty.writing.people import NOW

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.lawbook import Language
from qorgau.treaty import actions as treaty
from qorgau.treaty.actions.writing import new_draft
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.queries.drafts import draft, render
from qorgau.treaty.refusal import NoSuchDocument, TreatyRefusal
from qorgau.treaty.writing.blocks import Block, WordsOf
from qorgau.treaty.writing.kinds import ReportKind

COUNCIL = actor(Role.COUNCIL_SECRETARY, body="interagency_council")
COALITION = actor(Role.NGO_WORKER, body="coalition")
ISSUES = """United Nations
CAT/C/KAZ/Q/9
Committee against Torture
List of issues in relation to the ninth periodic report of Kazakhstan

Article 2
1.\tPlease describe the measures taken so that a lawyer is called at once.
2.\tPlease provide information on:
(a)\tThe register that is kept of persons held;
(b)\tThe doctors who may examine them.
3.\tPlease comment on reports that registers are filled in late.
"""

pytestmark = pytest.mark.usefixtures("sqlite_store")


def taken(data: bytes, name: str, *, by: Actor = COUNCIL, **more: object) -> str:
    document = treaty.take_document(by, data, name=name, now=NOW, **more).made
    treaty.accept_document(by, document, now=NOW)
    return document


def answers(
    document: str, kind: ReportKind, *, by: Actor = COUNCIL, language: Language = Language.EN
) -> list[Block]:
    made = new_draft(by, kind, document, language, now=NOW, fill=False)
    return [block for block in draft(by, made).writing.blocks if block.asked]


def test_replies_to_a_list_of_issues_answer_each_question_in_its_order() -> None:
    found = answers(taken(ISSUES.encode(), "issues.txt"), ReportKind.ISSUES_REPLY)
    assert [block.id for block in found] == ["1", "2(a)", "2(b)", "3"]
    assert "doctors" in found[2].asked.words


def test_a_periodic_report_may_answer_a_list_that_was_asked_for_before_it() -> None:
    assert len(answers(taken(ISSUES.encode(), "issues.txt"), ReportKind.PERIODIC)) == 4


def test_a_follow_up_report_needs_recommendations_that_were_chosen_for_it() -> None:
    document = taken(ISSUES.encode(), "issues.txt")
    with pytest.raises(TreatyRefusal) as refused:
        answers(document, ReportKind.FOLLOW_UP)
    assert refused.value.key == "treaty.draft_nothing_chosen"
    assert len(answers(document, ReportKind.ALTERNATIVE, by=COALITION)) == 4


def test_the_committees_own_words_and_headings_stand_in_a_report_in_their_language() -> None:
    paper = observations_docx()
    document = taken(paper.data, paper.name)
    found = answers(document, ReportKind.PERIODIC)
    texts = dict(RecommendationRow.objects.values_list("leaf", "text"))
    assert {block.asked.words_of for block in found} == {WordsOf.DOCUMENT}
    assert all(block.asked.words == " ".join(texts[block.id].split()) for block in found)
    assert any(block.asked.headings for block in found)


def test_a_russian_document_is_quoted_in_russian_and_answered_in_a_file() -> None:
    paper = observations_russian_docx()
    document = taken(paper.data, paper.name)
    made = new_draft(COUNCIL, ReportKind.PERIODIC, document, Language.RU, now=NOW)
    assert render(COUNCIL, made, "docx").data[:2] == b"PK"
    assert render(COUNCIL, made, "pdf").data[:5] == b"%PDF-"


def test_signs_in_a_file_that_no_paper_can_print_stop_no_report() -> None:
    document = taken(ISSUES.replace("doctors", "doc\x02tors\u202e").encode(), "issues.txt")
    made = new_draft(COUNCIL, ReportKind.ISSUES_REPLY, document, Language.EN, now=NOW)
    for form in ("docx", "pdf"):
        assert len(render(COUNCIL, made, form).data) > 1000


def test_a_document_that_nobody_accepted_has_nothing_to_answer() -> None:
    document = treaty.take_document(COUNCIL, ISSUES.encode(), name="issues.txt", now=NOW).made
    with pytest.raises(TreatyRefusal) as refused:
        answers(document, ReportKind.ISSUES_REPLY)
    assert refused.value.key == "treaty.draft_nothing_tracked"


def test_a_document_that_an_organisation_holds_back_is_answered_by_itself_alone() -> None:
    document = taken(ISSUES.encode(), "issues.txt", by=COALITION, held_back=True)
    with pytest.raises(NoSuchDocument):
        answers(document, ReportKind.ISSUES_REPLY)
    assert answers(document, ReportKind.SUBMISSION, by=COALITION)
