"""What is written here is read again as what it is, and each answer is found under what it answers."""

from dataclasses import replace

import pytest
from tests.core.treaty_writing.drafts import answer, asked, draft, edition

from qorgau.lawbook import Language
from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind
from qorgau.treaty.writing.composing import compose
from qorgau.treaty.writing.kinds import ReportKind
from qorgau.treaty.writing.setting import Form, set_report

KINDS = {
    ReportKind.FOLLOW_UP: DocumentKind.FOLLOW_UP_REPLY,
    ReportKind.PERIODIC: DocumentKind.STATE_REPORT,
    ReportKind.ALTERNATIVE: DocumentKind.NGO_SUBMISSION,
    ReportKind.SUBMISSION: DocumentKind.NGO_SUBMISSION,
}
LEAVES = ("12(a)(ii)", "14", "16(b)")


def read_back(kind: ReportKind, language: Language, form: Form) -> Document:
    blocks = [
        answer(leaf, f"What was done on {leaf} is told here.", ask=asked(leaf, headings=("Safeguards",)))
        for leaf in LEAVES
    ]
    held = draft(*blocks, kind=kind, language=language)
    made = compose(held, edition(issued=True)).report
    return read_document(set_report(made, form), f"report.{form.value}")


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", [Language.EN, Language.RU])
@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_read_as_what_it_is_and_never_as_the_observations_it_answers(
    kind: ReportKind, language: Language, form: Form
) -> None:
    read = read_back(kind, language, form)
    assert (read.kind, read.symbol) == (KINDS[kind], None)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", [Language.EN, Language.RU])
@pytest.mark.parametrize("kind", [ReportKind.FOLLOW_UP, ReportKind.PERIODIC])
def test_each_answer_of_a_state_is_found_under_the_leaf_it_answers(
    kind: ReportKind, language: Language, form: Form
) -> None:
    read = read_back(kind, language, form)
    told = {each.number: each.text for each in read.paragraphs}
    found = {each.target: told[each.paragraph] for each in read.answers}
    assert set(found) == set(LEAVES)
    assert all(f"What was done on {leaf} is told here." in found[leaf] for leaf in LEAVES)
    assert {each.symbol for each in read.answers} == {"CAT/C/XYZ/CO/1"}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", [Language.EN, Language.RU])
def test_replies_to_a_list_of_issues_are_not_read_as_the_list(language: Language, form: Form) -> None:
    blocks = [answer(leaf, "It was done.", ask=asked(leaf, headings=("Safeguards",))) for leaf in LEAVES]
    held = replace(draft(*blocks, kind=ReportKind.ISSUES_REPLY, language=language), symbol="CAT/C/XYZ/Q/1")
    made = compose(held, edition(issued=True)).report
    read = read_document(set_report(made, form), f"report.{form.value}")
    assert read.kind is DocumentKind.STATE_REPLIES
    assert {(each.target, each.symbol) for each in read.answers} == {
        (leaf, "CAT/C/XYZ/Q/1") for leaf in LEAVES
    }
