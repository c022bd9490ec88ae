"""What first readings of unseen papers showed: heads and feet of pages, urgent areas, requests below procedure."""

from __future__ import annotations

import pytest
import typst

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind, ParagraphKind

PRINTED = """#set page(header: context[#if counter(page).get().first() > 1 [#align(right)[*CAT/C/XSY/CO/3* \\ Advance unedited version]]],
  footer: context[#counter(page).display()])
#set text(size: 10pt)
#set par(justify: true)
Concluding observations on the third periodic report of Erewhon#footnote[Adopted by the Committee at its forty-eighth session (7 May–1 June 2012).] #h(1fr) CAT/C/XSY/CO/3

#block(inset: (left: 1cm, right: 1cm))[1. The Committee considered the third periodic report of Erewhon,#footnote[CAT/C/XSY/3.] which was late, at its 1064th meeting, held on 10 May 2012, and adopted the present observations.]

C. Principal subjects of concern and recommendations

#block(inset: (left: 1cm, right: 1cm))[2. The Committee is concerned that lamps are lit late in the old harbour and that nobody writes down when (art. 2). The State party should take prompt measures to ensure that every lamp is lit before sunset, namely by: (a) counting the lamps of the town each evening before sunset; (b) giving every keeper a ladder of an even height; and (c) permitting visits of the keepers’ families. It should also amend its rules to that end.]
#pagebreak()
#block(inset: (left: 1cm, right: 1cm))[3. The Committee is concerned about oil.]
#block(inset: (left: 1cm, right: 1cm))[4. The State party should buy oil.]
"""


@pytest.fixture(scope="module")
def printed() -> Document:
    return read_document(typst.compile(PRINTED.encode(), ignore_system_fonts=True), "a.pdf")


def read(text: str) -> Document:
    return read_document(text.encode(), "a.txt")


def kinds(document: Document) -> dict[str | None, ParagraphKind]:
    return {each.number: each.kind for each in document.paragraphs}


def test_a_number_that_the_font_itself_raises_calls_its_note_at_the_foot(printed: Document) -> None:
    first = printed.paragraphs[0]
    assert [note.text for note in first.footnotes] == ["CAT/C/XSY/3."]
    assert "Erewhon, which was late" in first.text


def test_the_note_at_the_foot_of_a_printed_title_gives_the_session(printed: Document) -> None:
    assert printed.session is not None
    assert printed.session.number == 48


def test_a_printed_row_that_begins_with_b_goes_on_with_the_list_above_it(printed: Document) -> None:
    assert [each.id for each in printed.recommendations] == ["2(a)", "2(b)", "2(c)", "4"]


def test_a_head_of_a_page_that_stands_once_is_no_heading(printed: Document) -> None:
    assert {each.heading for each in printed.paragraphs[1:]} == {
        "Principal subjects of concern and recommendations"
    }


OBSERVATIONS = """Committee against Torture
Consideration of reports submitted by States parties under article 19 of the Convention
Concluding observations of the Committee
1. The Committee considered the third periodic report of Erewhon at its 1064th meeting, held on 10 May 2012.
C. Principal subjects of concern and recommendations
2. The Committee is concerned about lamps. The State party should light them.
1
\fCAT/C/XSY/CO/3

3. The Committee is concerned about oil. The State party should buy it.
"""


def test_a_symbol_that_stands_only_above_a_page_names_the_document_and_heads_nothing() -> None:
    document = read(OBSERVATIONS)
    assert document.symbol == "CAT/C/XSY/CO/3"
    assert document.kind is DocumentKind.CONCLUDING_OBSERVATIONS
    assert document.paragraphs[-1].heading == "Principal subjects of concern and recommendations"


BEGINNING = """CMW/C/XSY/CO/2
Concluding observations on the second periodic report of Erewhon
1. The Committee considered the second periodic report of Erewhon at its 405th meeting, held on 2 April 2019.
III. Principal subjects of concern and recommendations
"""


def test_a_request_for_law_or_practice_below_a_heading_of_procedure_is_a_recommendation() -> None:
    told = kinds(
        read(
            BEGINNING + "2. The Committee recommends that the State party count its boats.\n"
            "IV. Dissemination and follow-up\nTechnical assistance\n"
            "3. The Committee recommends that the State party avail itself of international assistance.\n"
            "Dissemination\n4. The Committee requests the State party to translate the present concluding observations.\n"
        )
    )
    assert told["3"] is ParagraphKind.RECOMMENDATION
    assert told["4"] is ParagraphKind.PROCEDURAL


def test_the_paragraph_that_names_the_urgent_areas_is_procedure_even_in_bold() -> None:
    page = (
        "<html><body><p>CRC/C/XSY/CO/5</p><p>Concluding observations on the fifth report of Erewhon</p>"
        "<p>1. The Committee considered the fifth report of Erewhon at its 2720th meeting.</p>"
        "<p><b>III. Main areas of concern and recommendations</b></p>"
        "<p>2. <b>The Committee would like to draw the State party’s attention to the recommendations concerning the following areas, "
        "in respect of which urgent measures must be taken: schools (para. 4).</b></p>"
        "<p>3. The Committee is concerned about schools.</p><p>4. <b>The Committee urges the State party to build schools.</b></p>"
        "<p>5. The Committee is concerned about milk.</p><p>6. <b>The Committee urges the State party to buy milk.</b></p></body></html>"
    )
    document = read_document(page.encode(), "a.html")
    assert kinds(document)["2"] is ParagraphKind.PROCEDURAL
    assert [each.id for each in document.recommendations] == ["4", "6"]


def test_data_asked_for_in_the_next_report_do_not_make_a_russian_request_procedure() -> None:
    text = (
        "CAT/C/XSY/CO/3\nКомитет против пыток\nЗаключительные замечания по третьему периодическому докладу\n"
        "1. Комитет рассмотрел третий периодический доклад на своем 2114-м заседании.\n"
        "C. Основные проблемы, вызывающие обеспокоенность, и рекомендации\n"
        "2. Комитет предлагает государству-участнику создать программу реабилитации и представить в следующем периодическом докладе данные о ней.\n"
        "3. Комитет просит государство-участник представить свой следующий периодический доклад не позднее 26 июля 2028 года.\n"
    )
    assert kinds(read(text)) == {
        "1": ParagraphKind.INTRODUCTION,
        "2": ParagraphKind.RECOMMENDATION,
        "3": ParagraphKind.PROCEDURAL,
    }


def test_a_report_that_is_only_called_its_report_is_the_next_one() -> None:
    document = read(
        BEGINNING
        + "2. The State party should count its boats.\n3. The State party should submit its report by 5 May 2029.\n"
    )
    assert document.next_report is not None
    assert str(document.next_report.due) == "2029-05-05"


QUESTIONS = """CAT/C/XSY/QPR/4
List of issues prior to submission of the fourth periodic report of Erewhon
{heading}
1. Please describe the lamps.
2. Please describe the ladders.
"""


@pytest.mark.parametrize(
    "heading", ["Articles 1 and 4", "Issues identified for follow-up in previous concluding observations"]
)
def test_the_first_section_without_a_letter_heads_the_first_paragraph(heading: str) -> None:
    assert read(QUESTIONS.format(heading=heading)).paragraphs[0].heading == heading


REVIEW = """A/HRC/43/28
Report of the Working Group on the Universal Periodic Review
Erewhon
Introduction
1. The Working Group held its thirty-fifth session from 20 to 31 January 2020. The review of Erewhon was held on 20 January 2020.
2. The Council selected three rapporteurs.
I. Summary of the proceedings of the review process
3. The head of the delegation spoke of lamps.
II. Conclusions and/or recommendations
4. The following recommendations will be examined by Erewhon:
4.1 Light every lamp (Chile);
4.2 Buy oil (Spain).
"""


def test_what_a_state_presents_to_its_review_is_no_introduction() -> None:
    document = read(REVIEW)
    assert kinds(document) == {
        "1": ParagraphKind.INTRODUCTION,
        "2": ParagraphKind.INTRODUCTION,
        "3": ParagraphKind.OTHER,
        "4": ParagraphKind.RECOMMENDATION,
    }
    assert document.paragraphs[0].heading == "Introduction"


def test_the_seventeen_goals_are_no_figure() -> None:
    text = (
        BEGINNING
        + "2. The State party should pursue the 17 Sustainable Development Goals and count 23 boats.\n"
    )
    assert [each.value for each in read(text).figures] == [23]


def test_figures_of_the_state_s_own_people_and_parts_of_a_number_that_is_not_given_are_read() -> None:
    text = BEGINNING + (
        "2. The Committee is concerned that 484,000 of its nationals left in 2018. It is concerned about the number of deaths in custody, "
        "of which 212 were recorded in 2019, 31 of them by suicide. In 2020, 12 of its 30 members resigned.\n"
    )
    figures = read(text).figures
    assert [(each.value, each.unit) for each in figures] == [
        (484000, "nationals"),
        (212, "deaths"),
        (31, "deaths"),
        (12, "members"),
        (30, "members"),
    ]
    assert figures[3].of == 30


def test_articles_in_brackets_at_the_end_of_a_concern_are_the_treaty_s_though_a_code_stands_before_them() -> (
    None
):
    text = BEGINNING.replace("CMW", "CAT") + (
        "2. The Committee is concerned that torture is no offence in the Criminal Code (arts. 2, 4 and 6–8).\n"
        "3. The Committee is concerned about the Criminal Code (arts. 5 and 6), which is old.\n"
    )
    told = {each.number: each.articles for each in read(text).paragraphs}
    assert told["2"] == ("2", "4", "6", "7", "8")
    assert told["3"] == ()


def test_an_item_on_a_broken_line_may_hold_the_next_one() -> None:
    text = BEGINNING + (
        "2. The State party should:\n(a) Count its boats every morning; and (b) paint them. It should also pay the painters.\n"
    )
    document = read(text)
    assert [each.id for each in document.recommendations] == ["2(a)", "2(b)"]
    assert document.paragraphs[1].tail == "It should also pay the painters."


def test_what_a_state_replies_below_its_introduction_is_no_introduction() -> None:
    text = (
        "CAT/C/XSY/FCO/4\nInformation received from Erewhon on follow-up to the concluding observations\n"
        "I. Introduction\n1. The Government provides the following information.\n"
        "A. Information relating to paragraph 14 (a)\n2. Courts convicted 34 officers.\n"
    )
    told = kinds(read(text))
    assert told["2"] is not ParagraphKind.INTRODUCTION


def test_it_is_recommended_and_what_should_be_in_the_light_of_rules_are_recommendations() -> None:
    text = BEGINNING + (
        "2. It is recommended that the State party:\n(a) Count its boats;\n(b) Paint them.\n"
        "3. In the light of rules 43 and 44 of the Harbour Rules, nets should be used only in exceptional cases.\n"
    )
    assert [each.id for each in read(text).recommendations] == ["2(a)", "2(b)", "3"]
