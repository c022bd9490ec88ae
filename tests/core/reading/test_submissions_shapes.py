"""Demands that no known heading announces: told by the shape of a list, a label, a table, or who does what."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind

FRONT = "Lantern Association\nAlternative report to the Committee against Torture on Synthetia\n"


def of(text: str) -> Document:
    return read_document((FRONT + text).encode(), "paper.txt")


def demands(text: str) -> list[tuple[str, str, str]]:
    return [(each.id, each.kind[0], each.text) for each in of(text).recommendations]


LISTS = {
    "below a heading that nobody foresaw": (
        (
            "Article 2: Safeguards\nRegisters are kept by hand.\nWhere the lamp must be lit\n"
            "- Keep one register for all houses\n- Show it to every lawyer"
        ),
        [("art2.1", "r", "Keep one register for all houses"), ("art2.2", "r", "Show it to every lawyer")],
    ),
    "questions below a heading that nobody foresaw": (
        (
            "Article 3: Return\nTwo people were sent back.\nMatters for the dialogue\n"
            "- How many people were sent back?\n- Who decided it, and when?"
        ),
        [("art3.1", "q", "How many people were sent back?"), ("art3.2", "q", "Who decided it, and when?")],
    ),
    "bodies and what each is to do": (
        (
            "Article 10: Training\nNobody is trained.\nACTION POINTS\n"
            "1.a. Parliament to adopt a law on lamps.\n1.b. Ministry of Light to train all lamplighters by 2031."
        ),
        [
            ("art10.1", "r", "Parliament to adopt a law on lamps."),
            ("art10.2", "r", "Ministry of Light to train all lamplighters by 2031."),
        ],
    ),
    "a sentence whose subject the list shares": (
        (
            "Article 14: Redress\nNobody was paid.\nTo our mind, justice would mean that the State\n"
            "- pays every victim in full;\n- publishes the names of the judges."
        ),
        [
            ("art14.1", "r", "pays every victim in full;"),
            ("art14.2", "r", "publishes the names of the judges."),
        ],
    ),
    "letters within one sentence": (
        "Article 12: Inquiries\nWe recommend that the State party: (a) open every closed case; and (b) tell the families why.",
        [("art12.1", "r", "open every closed case; and"), ("art12.2", "r", "tell the families why.")],
    ),
    "a label before what is asked": (
        (
            "Article 11: Review\nOur comment: The rules are old and nobody reads them.\n"
            "Our proposal: Review the rules with lawyers and doctors every year."
        ),
        [("art11.1", "r", "Review the rules with lawyers and doctors every year.")],
    ),
    "measures named by nouns": (
        (
            "Законы стары.\nПо нашему мнению, необходимы следующие меры:\n"
            "1. Отмена старых правил о лампах.\n2. Создание независимого совета ламповщиков."
        ),
        [
            ("s1.1", "r", "Отмена старых правил о лампах."),
            ("s1.2", "r", "Создание независимого совета ламповщиков."),
        ],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_demands_is_told_by_its_shape(name: str) -> None:
    text, wanted = LISTS[name]
    assert demands(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "A person in a house of lamps has the right to:\n- call a relative;\n- see a doctor.",
        "The lamp police are empowered to:\n- search every house;\n- question the neighbours.",
        "In its last review Synthetia received recommendations from three States:\n- close the old house;\n- train the staff.",
        "Our organisation works in three areas:\n- training\n- monitoring\n- legal aid",
        "Committee's recommendation: The State party should close the old house at once.",
        "Власти Синтетии не ответили на наши письма о лампах.",
        "We were told that the State should not be asked about lamps before the spring.",
    ],
)
def test_lists_and_sentences_that_demand_nothing_are_left_alone(text: str) -> None:
    assert demands("Article 2: Safeguards\n" + text) == []


def test_the_column_of_recommendations_is_read_out_of_a_table() -> None:
    cells = ["Problem", "Evidence", "Recommendation"]
    cells += ["No lamps at night", "9 of 10 houses", "Light every corridor at night"]
    cells += ["No register of lamps", "3 visits", "Introduce one register for all lamps"]
    found = [text for _, _, text in demands("Lamps in houses of custody\n" + "\n".join(cells))]
    assert found == ["Light every corridor at night", "Introduce one register for all lamps"]


def test_an_article_before_the_law_is_an_article_of_the_treaty() -> None:
    text = "Article 12 - Equal recognition before the law\nRecommendations\n- Abolish guardianship of adults"
    assert [each.article for each in of(text).recommendations] == ["12"]


def test_articles_with_letters_are_read_by_their_numbers() -> None:
    text = (
        "Custody of children (arts. 37 (b)-(d) AND 40)\nRecommendations\n- Abolish closed houses for children"
    )
    assert [each.article for each in of(text).recommendations] == ["37, 40"]


def test_a_paper_of_organisations_has_not_the_symbol_of_the_observations_it_follows_up() -> None:
    text = "NGO information for follow-up: CAT/C/KAZ/CO/4\nSubmitted by the Lantern Association\nWhat is needed\n- Close the old house\n- Train the new staff"
    document = read_document(text.encode(), "paper.txt")
    assert (document.kind, document.symbol) == (DocumentKind.NGO_SUBMISSION, None)


def test_a_statement_that_only_demands_is_read_as_a_submission() -> None:
    text = (
        "On the lamps of our town\n3 March 2031\nThe lamps are dark.\nWhat we propose:\n"
        "1. Close the old lamp house.\n2. Train the new lamplighters.\n3. Publish the register of lamps."
    )
    document = read_document(text.encode(), "paper.txt")
    assert document.kind is DocumentKind.NGO_SUBMISSION
    assert [each.text for each in document.recommendations] == [
        "Close the old lamp house.",
        "Train the new lamplighters.",
        "Publish the register of lamps.",
    ]


def test_the_title_of_a_paper_demands_nothing_though_its_authors_name_looks_like_a_verb() -> None:
    text = (
        "Light for Towns’ submission to the Committee against Torture on the List of Issues for Kazakhstan\n"
        "Article 2\nThe lamps are dark.\nIssues:\n- Provide information on the lamps of the old house."
    )
    document = read_document(text.encode(), "paper.txt")
    assert [each.id for each in document.recommendations] == ["art2.1"]
