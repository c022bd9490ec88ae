"""A paper is told as a submission by whom it is sent to; where nothing tells it, what it demands is kept all the same."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind

SENT = {
    "an input to a list of issues": (
        "INPUT OF THE LANTERN CIRCLE TO THE LIST OF ISSUES\nCommittee against Torture\nSynthetia, fourth periodic report\n"
        "Article 2\nLamps are out. The Committee may wish to ask the State party:\n- Whether the lamps will be lit;\n- Who keeps the keys."
    ),
    "issues that are suggested": (
        "Synthetia: suggested issues for the list of issues prior to reporting\nLantern Circle\nHuman Rights Committee\n"
        "Right to life\n- Please explain who put out the lamps.\n- What has been done since?"
    ),
    "a letter to a rapporteur": (
        "Lantern Circle\nTo: Rapporteur for follow-up to concluding observations, Committee against Torture\nDear Madam Rapporteur,\n"
        "Recommendation 14 (a): not implemented. We ask that the Committee request the State party to publish the list.\n"
        "Recommendation 18: partially implemented. We call on the State party to number the lamps."
    ),
    "a speech to a committee": (
        "Statement of the Lantern Circle\nThank you, Madam Chair.\nThe concluding observations of 2028 stay on paper. "
        "We urge you to recommend again that all lamps be numbered."
    ),
    "proposals in Russian to a list of issues": (
        "ПРЕДЛОЖЕНИЯ К ПЕРЕЧНЮ ВОПРОСОВ\nдля Комитета по правам человека\nГруппа «Фонарь»\nПраво на жизнь (статья 6)\n"
        "Предлагаемые вопросы:\n1. Кто погасил фонари?\n2. Просим сообщить, когда их зажгут."
    ),
}  # fmt: skip

OF_OTHERS = {
    "a list of issues without its symbol": (
        "List of issues in relation to the fourth periodic report of Synthetia\nHuman Rights Committee\n"
        "1. Please explain who put out the lamps.\n2. Please state who keeps the keys."
    ),
    "a State's report on a list": (
        "Fourth periodic report submitted by Synthetia under article 19 of the Convention in response to the list of issues\n"
        "Committee against Torture\n1. The lamps are lit. The Government submits that it should be commended.\n2. The keys are kept."
    ),
    "replies to a list": (
        "Replies of Synthetia to the list of issues\nHuman Rights Committee\n1. The lamps are lit.\n2. The keys are kept."
    ),
    "observations without their symbol": (
        "Concluding observations on the fourth periodic report of Synthetia\nCommittee against Torture\n"
        "1. The Committee considered the report.\n2. The State party should number the lamps."
    ),
}  # fmt: skip


def of(text: str) -> Document:
    return read_document(text.encode(), "paper.txt")


@pytest.mark.parametrize("name", SENT)
def test_a_paper_sent_to_those_who_read_reports_is_a_submission(name: str) -> None:
    document = of(SENT[name])

    assert document.kind is DocumentKind.NGO_SUBMISSION
    assert document.recommendations


@pytest.mark.parametrize("name", OF_OTHERS)
def test_papers_of_committees_and_states_are_no_submissions(name: str) -> None:
    assert of(OF_OTHERS[name]).kind is not DocumentKind.NGO_SUBMISSION


UNTOLD = (
    "Report on follow-up to lamps\nThe yard is dark and nobody has numbered anything since 2028.\n"
    "What should be done\n- Number every lamp in the yard.\n- Give the keys to a person who is named.\n"
)  # fmt: skip


def test_demands_of_a_paper_of_unknown_kind_are_kept_and_the_choice_is_said() -> None:
    document = of(UNTOLD)

    assert [each.text for each in document.recommendations] == [
        "Number every lamp in the yard.",
        "Give the keys to a person who is named.",
    ]
    assert any("paper of an organisation" in str(doubt.what) for doubt in document.doubts)


def test_what_a_person_says_the_paper_is_stands() -> None:
    document = read_document(UNTOLD.encode(), "paper.txt", kind=DocumentKind.FOLLOW_UP_ASSESSMENT)

    assert document.kind is DocumentKind.FOLLOW_UP_ASSESSMENT
    assert document.recommendations == ()
