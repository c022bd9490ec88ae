"""What a committee says of its earlier recommendations, and which of them it repeats."""

from __future__ import annotations

import pytest
from tests.core.reading.citing_passages import called, passage

from qorgau.reading.citing import grades, reiterations
from qorgau.reading.citing.grades import Reader
from qorgau.reading.citing.symbol import parse

NOW = parse("CAT/C/XSY/CO/4")
ASSESSED = (
    "In its previous concluding observations,^ the Committee asked about lanterns. It finds that the authorities took substantive steps "
    "to implement the recommendations in paragraphs 21 and 23, that the recommendations in paragraph 6 were only "
    "partially implemented and that the recommendations in paragraph 12 were not implemented."
)


def graded(text: str, *words: str, reader: Reader | None = None) -> list[tuple[str, str, str]]:
    piece, calls = called(text, *words)
    found = grades.find([piece], reader or Reader(NOW, calls=calls))
    return [(one.symbol, one.paragraph, one.grade) for one in found]


def test_each_grade_belongs_to_the_paragraphs_of_its_own_clause() -> None:
    assert graded(ASSESSED, "CAT/C/XSY/CO/3, para. 30.") == [
        ("CAT/C/XSY/CO/3", "21", "substantive_steps"),
        ("CAT/C/XSY/CO/3", "23", "substantive_steps"),
        ("CAT/C/XSY/CO/3", "6", "partially_implemented"),
        ("CAT/C/XSY/CO/3", "12", "not_implemented"),
    ]


def test_where_no_document_is_cited_the_cycle_before_is_meant() -> None:
    assert {symbol for symbol, _, _ in graded(ASSESSED.replace("^", ""))} == {"CAT/C/XSY/CO/3"}


def test_the_paragraphs_still_pending_get_no_grade() -> None:
    text = "The Committee regrets that the recommendations in paragraph 7 have not been implemented. They are covered in paragraphs 15 to 20 of the present observations."
    assert graded(text) == [("CAT/C/XSY/CO/3", "7", "not_implemented")]


def test_a_plan_that_was_implemented_is_no_grade() -> None:
    assert (
        graded("The Committee notes that the action plan has been partially implemented (see para. 9).") == []
    )


def test_letters_in_brackets_belong_to_the_leaves_beside_them() -> None:
    text = "Paragraph 9: lanterns\n[B] (a) and (b): The Committee welcomes the new lamps.\n[C] (c): No lamp was lit.\nParagraph 12: keys\n[E]: The keys were taken away."
    found = graded(text, reader=Reader(None, assessed="CCPR/C/XSY/CO/2"))
    assert [(paragraph, grade) for _, paragraph, grade in found] == [
        ("9(a)", "B"),
        ("9(b)", "B"),
        ("9(c)", "C"),
        ("12", "E"),
    ]


def test_a_grade_without_a_paragraph_of_its_own_is_that_of_the_paragraph_last_named() -> None:
    text = "Regarding the recommendation made in paragraph 15 (a), lamps were bought. The Committee considers that the recommendation has been partially implemented."
    found = graded(text, reader=Reader(None, assessed="CEDAW/C/XSY/CO/5"))
    assert found == [("CEDAW/C/XSY/CO/5", "15(a)", "partially_implemented")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Committee finds that the recommendations contained in paragraphs 9 and 16 have been partially implemented and those in paragraph 12 have not been implemented.",
            [("9", "partially_implemented"), ("16", "partially_implemented"), ("12", "not_implemented")],
        ),
        (
            "Regarding paragraph 15 (b), the Committee considers that the recommendation has been substantially implemented.",
            [("15(b)", "substantially_implemented")],
        ),
        (
            "The Committee regrets that the recommendations in paragraphs 7 and 10 (see CAT/C/XSY/CO/3, para. 29) have not yet been implemented.",
            [("7", "not_implemented"), ("10", "not_implemented")],
        ),
        (
            "With regard to paragraph 25, the Committee did not receive sufficient information to assess whether the recommendation has been implemented, it notes.",
            [("25", "insufficient_information")],
        ),
        (
            "Комитет считает, что рекомендации, содержащиеся в пункте 13, выполнены частично, а рекомендация, содержащаяся в пункте 10, не была выполнена.",
            [("13", "partially_implemented"), ("10", "not_implemented")],
        ),
        (
            "Assessment of replies on recommendations: the reply is rated [B2] on para. 21 (a) and [C1] on para. 21 (b).",
            [("21(a)", "B"), ("21(b)", "C")],
        ),
    ],
)
def test_several_grades_of_one_sentence_keep_their_own_paragraphs(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(paragraph, grade) for _, paragraph, grade in graded(text)] == expected


def test_the_place_of_a_grade_holds_the_committee_s_words() -> None:
    piece = passage(ASSESSED.replace("^", ""), at=300)
    for one in grades.find([piece], Reader(NOW)):
        assert piece.text[one.place.start - 300 : one.place.end - 300] == one.words


def repeated(text: str, *words: str) -> list[tuple[str, tuple[str, ...], bool]]:
    piece, calls = called(text, *words)
    return [
        (one.symbol, one.paragraphs, one.doubt is not None) for one in reiterations.find(piece, calls, NOW)
    ]


def test_a_recommendation_repeated_is_found_through_its_footnote() -> None:
    text = "The Committee reiterates its previous recommendations^ that lamps be lit."
    assert repeated(text, "CAT/C/XSY/CO/3, para. 25.") == [("CAT/C/XSY/CO/3", ("25",), False)]


def test_a_footnote_may_stand_behind_the_sentence() -> None:
    text = "The Committee reiterates its previous recommendations concerning keys and invites the State party to act.^"
    assert repeated(text, "CAT/C/XSY/CO/3, para. 10.") == [("CAT/C/XSY/CO/3", ("10",), False)]


def test_a_recommendation_recalled_in_brackets_is_found() -> None:
    assert repeated(
        "Recalling its previous recommendation (CAT/C/XSY/CO/3, para. 10), the Committee urges lamps."
    ) == [("CAT/C/XSY/CO/3", ("10",), False)]


def test_where_no_document_is_named_the_cycle_before_is_taken_with_a_doubt() -> None:
    assert repeated("The Committee reiterates its previous recommendations (para. 14) on lamps.") == [
        ("CAT/C/XSY/CO/3", ("14",), True)
    ]


def test_a_general_comment_recalled_repeats_no_recommendation() -> None:
    assert repeated("Recalling its general comment No. 3 (2012), the Committee recommends lamps.") == []
    assert (
        repeated("Recalling its general recommendation No. 35 (2017), the Committee recommends lamps.") == []
    )


def test_repetition_is_understood_in_russian() -> None:
    assert repeated("Комитет вновь повторяет свои предыдущие рекомендации (CAT/C/XSY/CO/3, пункт 10).") == [
        ("CAT/C/XSY/CO/3", ("10",), False)
    ]
