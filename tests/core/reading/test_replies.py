"""What an invented State writes back, and the invented lists that it answers."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.lines import of_lines

from qorgau.reading import replies
from qorgau.reading.document import Answer, DocumentKind, ParagraphKind, Parts, Recommendation
from qorgau.reading.source import Place
from qorgau.reading.structure import header_of

FOLLOW_UP = """
United Nations
CAT/C/XSY/FCO/3
Distr.: General
Original: English
Committee against Torture
Information received from Synthetia on follow-up to the concluding observations
I. Introduction
1. The Government sends the information asked for in paragraph 40 of the invented observations, one day late.
II. Information on the recommendations
Reply to paragraph 8 (a) (i) of the concluding observations (CAT/C/XSY/CO/3)
2. A lawyer can be reached in every invented station by a lamp signal.
3. In 2030, 1,204 signals were seen. According to article 12 of the invented code, signals must be answered.
Paragraphs 10 and 12 (a)-(c)
4. The Ministry of Lamps opened 14 files.
Year Files Sent to court
2029 20 2
2030 14 3
5. With regard to paragraph 14 (b), no keeper was dismissed.
6. The other files are still open.
III. Other matters
Follow-up information relating to paragraph 16
7. The clocks were set.
"""

LIST_OF_ISSUES = """
United Nations
CAT/C/XSY/Q/4
Distr.: General
Original: English
Committee against Torture
List of issues in relation to the fourth periodic report of Synthetia
Articles 1 and 4
1. With reference to the previous concluding observations (paras. 5 and 6), please indicate whether the invented code was changed.
Article 2
2. Please provide information on the measures taken:
(a) To let everyone reach a lawyer;
(b) To register the hour of an arrest.
3. Please comment on reports that clocks run late. How many were mended in 2030?
Articles 12 and 13
4. Please provide figures on complaints, by year and by place.
"""

RUSSIAN = """
Организация Объединенных Наций
CAT/C/XSY/RQ/4
Distr.: General
Комитет против пыток
Ответы Синтетии на перечень вопросов
Ответ на пункт 2 а) перечня вопросов
1. Адвокат приходит в течение часа.
Вопрос 3
2. В 2030 году починено 40 часов.
"""


def read(text: str, kind: DocumentKind, asked: tuple[Recommendation, ...] = ()) -> Parts:
    source = of_lines(text)
    return replies.read(source, header_of(source, kind=kind), asked=asked)


def pairs(answers: tuple[Answer, ...]) -> list[tuple[str | None, str]]:
    return [(each.paragraph, each.target) for each in answers]


def test_paragraphs_answer_what_the_heading_above_them_names() -> None:
    found = read(FOLLOW_UP, DocumentKind.FOLLOW_UP_REPLY).answers
    assert pairs(found) == [
        ("2", "8(a)(i)"),
        ("3", "8(a)(i)"),
        ("4", "10"),
        ("4", "12(a)"),
        ("4", "12(b)"),
        ("4", "12(c)"),
        *((None, target) for target in ("10", "12(a)", "12(b)", "12(c)")),  # the table
        ("5", "14(b)"),
        ("6", "10"),
        ("6", "12(a)"),
        ("6", "12(b)"),
        ("6", "12(c)"),
        ("7", "16"),
    ]


def test_what_is_answered_is_of_the_document_that_the_symbol_replies_to() -> None:
    found = read(FOLLOW_UP, DocumentKind.FOLLOW_UP_REPLY).answers
    assert {each.symbol for each in found} == {"CAT/C/XSY/CO/3"}
    russian = read(RUSSIAN, DocumentKind.STATE_REPLIES).answers
    assert {each.symbol for each in russian} == {"CAT/C/XSY/Q/4"}


def test_russian_headings_name_paragraphs_and_questions() -> None:
    assert pairs(read(RUSSIAN, DocumentKind.STATE_REPLIES).answers) == [("1", "2(a)"), ("2", "3")]


def test_rows_of_a_table_stay_lines_of_their_own() -> None:
    paragraphs = read(FOLLOW_UP, DocumentKind.FOLLOW_UP_REPLY).paragraphs
    rows = [line for each in paragraphs for line in each.text.split("\n")]
    assert "2029 20 2" in rows
    assert "2030 14 3" in rows


def test_a_state_recommends_nothing_even_where_it_says_must() -> None:
    parts = read(FOLLOW_UP, DocumentKind.FOLLOW_UP_REPLY)
    assert parts.recommendations == ()
    assert {each.kind for each in parts.paragraphs} <= {ParagraphKind.OTHER, ParagraphKind.INTRODUCTION}


def test_a_heading_that_quotes_the_question_ties_the_answer_to_it() -> None:
    question = Recommendation(
        "3",
        "3",
        "Please comment on reports that clocks run late. How many were mended in 2030?",
        "question",
        Place(1, 0, 10),
    )
    text = """
    Replies of Synthetia to the list of issues
    “Please comment on reports that clocks run late. How many were mended in 2030?”
    1. Forty clocks were mended.
    """
    found = read(text, DocumentKind.STATE_REPLIES, (question,)).answers
    assert [(each.paragraph, each.target, each.confidence) for each in found] == [("1", "3", 0.9)]


@pytest.mark.parametrize(
    "heading",
    ["Article 12 of the invented code", "Paragraph 3 of the law says that clocks are set.", "Clocks in 2030"],
)
def test_headings_about_something_else_tie_nothing(heading: str) -> None:
    text = f"Replies of Synthetia\n{heading}\n1. Forty clocks were mended."
    assert read(text, DocumentKind.STATE_REPLIES).answers == ()


def test_a_reply_that_names_nothing_is_a_doubt() -> None:
    parts = read("Replies of Synthetia\n1. Forty clocks were mended.", DocumentKind.STATE_REPLIES)
    assert any("tied" in str(each.what) for each in parts.doubts)


def test_each_paragraph_of_a_list_of_issues_is_a_question_with_its_articles() -> None:
    source = of_lines(LIST_OF_ISSUES)
    parts = replies.questions(source, header_of(source))
    assert [(each.id, each.kind, each.article) for each in parts.recommendations] == [
        ("1", "question", "1, 4"),
        ("2(a)", "question", "2"),
        ("2(b)", "question", "2"),
        ("3", "question", "2"),
        ("4", "question", "12, 13"),
    ]


def test_a_report_under_the_simplified_procedure_answers_the_list_that_its_title_names() -> None:
    text = """
    CAT/C/XSY/4
    Fourth periodic report submitted by Synthetia under article 19 of the Convention, due in 2031
    Replies to the list of issues prior to reporting (CAT/C/XSY/QPR/4)
    Articles 1 and 4
    Question 1
    1. The code was changed in 2030.
    Articles 12 and 13
    Question 7 (b) and (c)
    2. Forty complaints came in.
    Recommendation 14 (a)
    3. Keepers were trained.
    """
    found = read(text, DocumentKind.STATE_REPORT).answers
    assert [(each.paragraph, each.target, each.symbol) for each in found] == [
        ("1", "1", "CAT/C/XSY/QPR/4"),
        ("2", "7(b)", "CAT/C/XSY/QPR/4"),
        ("2", "7(c)", "CAT/C/XSY/QPR/4"),
        ("3", "14(a)", None),
    ]
