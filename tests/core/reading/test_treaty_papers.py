"""Whole papers of treaty bodies in the forms in which files give them: notes as plain lines, pages copied, other languages."""

from __future__ import annotations

import datetime as dt

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind, ParagraphKind


def read(text: str) -> Document:
    return read_document(text.encode(), "paper.txt")


def kinds(document: Document) -> dict[str, str]:
    return {each.number: each.kind.value for each in document.paragraphs if each.number}


CHILDREN = """CRC/C/XSY/CO/2
Committee on the Rights of the Child
Concluding observations on the second periodic report of Erewhon*
I.Introduction
1.The Committee considered the second periodic report of Erewhon (CRC/C/XSY/2) at its 10th meeting, held on 22 May 2018, and adopted the present concluding observations at its 30th meeting, held on 1 June 2018.
II.Main areas of concern and recommendations
2.The Committee would like to draw the State party’s attention to the recommendations concerning the following areas, in respect of which urgent measures must be taken: budgets (para. 4) and herding (para. 5).
Budgets
3.The Committee is concerned that budgets are small.
4.The Committee recommends that the State party:
(a)Enlarge them;
(b)Publish them.
Herding
5.The Committee urges the State party to send herders to school.
III.Next report
6.The Committee invites the State party to submit its combined third to fifth periodic reports by 8 October 2023.
__________
* Adopted by the Committee at its seventy-eighth session (14 May–1 June 2018).
1CRC/C/XSY/Q/2.
"""


def test_a_note_to_the_title_below_the_last_paragraph_gives_the_session() -> None:
    session = read(CHILDREN).session
    assert session is not None
    assert (session.number, session.from_, session.to) == (78, dt.date(2018, 5, 14), dt.date(2018, 6, 1))


def test_notes_below_the_last_paragraph_are_no_part_of_it() -> None:
    last = read(CHILDREN).paragraphs[-1]
    assert last.text.endswith("by 8 October 2023.")


def test_a_paragraph_that_points_at_urgent_areas_recommends_nothing_itself() -> None:
    document = read(CHILDREN)
    assert [each.id for each in document.recommendations] == ["4(a)", "4(b)", "5"]
    assert kinds(document)["2"] == "procedural"


COPIED = """United Nations CEDAW/C/XSY/CO/5
Committee on the Elimination of Discrimination against Women
Concluding observations on the fifth periodic report of Erewhon*
1. The Committee considered the fifth periodic report of Erewhon (CEDAW/C/XSY/5) at its 1575th meeting, held on
27 February 2018.
A. Principal areas of concern and recommendations
2. The Committee notes with concern that section 26 of the Constitution limits the
__________________
* Adopted by the Committee at its sixty-ninth session (19 February–9 March 2018).
18-03953 (E) 050418
*1803953*
CEDAW/C/XSY/CO/5
2/9 18-03953
right to equality. The Committee recalls that it previously recommended that the State party should repeal it.
3. The Committee recommends that the State party:
(a) Amend section 26 of the Constitution without delay and publish the
amendment;
(b) Review discriminatory laws.
18-03953 3/9
CEDAW/C/XSY/CO/5
4. The Committee is concerned at the gap in wages.
5. The Committee urges the State party to close it, as measured by the statistical
office every year.
4/9 18-03953
"""


def test_paragraphs_go_on_below_the_notes_of_a_page_that_was_copied() -> None:
    document = read(COPIED)
    assert [each.id for each in document.recommendations] == ["3(a)", "3(b)", "5"]
    assert document.paragraphs[1].text.endswith("should repeal it.")
    assert document.session is not None
    assert document.session.to == dt.date(2018, 3, 9)


def test_what_was_recommended_before_is_recalled_and_not_asked_again() -> None:
    assert kinds(read(COPIED))["2"] == "concern"


def test_paragraphs_go_on_below_notes_where_pages_left_no_trace() -> None:
    text = COPIED.replace("18-03953 (E) 050418\n*1803953*\nCEDAW/C/XSY/CO/5\n2/9 18-03953\n", "")
    assert [each.id for each in read(text).recommendations] == ["3(a)", "3(b)", "5"]


FRENCH = """CAT/C/XSY/CO/1
Comité contre la torture
Observations finales concernant le rapport initial du Niger*
1.Le Comité contre la torture a examiné le rapport initial du Niger (CAT/C/XSY/1) à ses 1818e et 1819e séances, les 26 et 27 novembre 2019, et a adopté les présentes observations finales à sa 1829e séance, le 3 décembre 2019.
A.Principaux sujets de préoccupation et recommandations
2.Le Comité est préoccupé par l’état des cellules.
3.L’État partie devrait :
a)Réparer les cellules ;
b)Tenir des registres.
4.Le Comité demande à l’État partie de lui faire parvenir, d’ici au 6 décembre 2020, des renseignements sur la suite qu’il aura donnée à ses recommandations concernant les registres (voir par. 3 b) ci-dessus).
5.Le Comité invite l’État partie à faire la déclaration prévue à l’article 22 de la Convention.
6.Le Comité invite l’État partie à soumettre son deuxième rapport périodique au plus tard le 6 décembre 2023.
*Adoptées par le Comité à sa soixante-huitième session (11 novembre-6 décembre 2019).
"""
SPANISH = """CCPR/C/XSY/CO/7
Comité de Derechos Humanos
Observaciones finales sobre el séptimo informe periódico de El Salvador*
1.El Comité examinó el séptimo informe periódico de El Salvador (CCPR/C/XSY/7) en sus sesiones 3456ª y 3457ª, celebradas los días 14 y 15 de marzo de 2018. En su 3482ª sesión, celebrada el 3 de abril de 2018, aprobó las presentes observaciones finales.
A.Principales motivos de preocupación y recomendaciones
2.Preocupa al Comité el hacinamiento.
3.El Comité recomienda al Estado parte que:
a)Adopte medidas eficaces;
b)Investigue las muertes.
4.El Estado parte debe difundir el Pacto entre los jueces.
5.De conformidad con el artículo 75, párrafo 1, del reglamento del Comité, se pide al Estado parte que facilite, a más tardar el 6 de abril de 2020, información sobre la aplicación de las recomendaciones formuladas en los párrafos 3 a) (prisiones) y 4.
6.El Comité pide al Estado parte que presente su octavo informe periódico a más tardar el 6 de abril de 2023.
*Aprobadas por el Comité en su 122º período de sesiones (12 de marzo a 6 de abril de 2018).
"""


def test_french_observations_have_their_days_targets_and_next_report() -> None:
    document = read(FRENCH)
    assert document.adopted == dt.date(2019, 12, 3)
    assert document.session is not None
    assert (document.session.number, document.session.from_) == (68, dt.date(2019, 11, 11))
    assert document.follow_up is not None
    assert (document.follow_up.due, document.follow_up.targets) == (dt.date(2020, 12, 6), ("3(b)",))
    assert document.next_report is not None
    assert (document.next_report.due, document.next_report.number) == (dt.date(2023, 12, 6), 2)
    assert [each.id for each in document.recommendations] == ["3(a)", "3(b)", "5"]


def test_spanish_observations_have_their_days_targets_and_next_report() -> None:
    document = read(SPANISH)
    assert document.adopted == dt.date(2018, 4, 3)
    assert document.session is not None
    assert (document.session.number, document.session.from_) == (122, dt.date(2018, 3, 12))
    assert document.follow_up is not None
    assert (document.follow_up.due, document.follow_up.targets) == (dt.date(2020, 4, 6), ("3(a)", "4"))
    assert document.next_report is not None
    assert (document.next_report.due, document.next_report.number) == (dt.date(2023, 4, 6), 8)
    assert [each.id for each in document.recommendations] == ["3(a)", "3(b)", "4"]


ASSESSED = """CCPR/C/129/2/Add.3
Human Rights Committee
Follow-up to the concluding observations on the sixth periodic report of Erewhon
Evaluation of the information on follow-up to the concluding observations on Erewhon
Concluding observations (121st session): CCPR/C/XSY/CO/6, 27 November 2017
Follow-up paragraphs: 10 and 16
Committee’s evaluation: 10 [C] and 16 [B] [C]
Paragraph 10: Wages
The State party should take the necessary steps to raise wages.
Summary of information received from the State party
The State party reported that a bill had been submitted.
Committee’s evaluation
[C]
The Committee regrets the lack of information. It reiterates its recommendation.
Paragraph 16: Registers
The State party should keep registers of all persons held.
Committee’s evaluation
[B]: guidelines
[C]: legislation
Recommended action: A letter should be sent.
"""


def test_an_assessment_has_grades_by_paragraph_and_no_new_recommendation() -> None:
    document = read(ASSESSED)
    assert document.kind is DocumentKind.FOLLOW_UP_ASSESSMENT
    assert document.recommendations == ()
    assert [(each.symbol, each.paragraph, each.grade) for each in document.grades] == [
        ("CCPR/C/XSY/CO/6", "10", "C"),
        ("CCPR/C/XSY/CO/6", "16", "B"),
        ("CCPR/C/XSY/CO/6", "16", "C"),
    ]


def test_the_symbol_of_a_list_of_issues_is_concluded_from_its_title() -> None:
    opening = "Committee against Torture\nFifty-ninth session\n7 November–7 December 2016\nList of issues {}the third periodic report of Turkmenistan\n"
    rest = "1. Please describe training.\n2. Please provide data on complaints.\n3. Kindly comment on reports that the Ombudsman should have been admitted.\n"
    asked = read(opening.format("in relation to ") + rest)
    assert asked.symbol == "CAT/C/TKM/Q/3"
    assert [each.id for each in asked.recommendations] == ["1", "2", "3"]
    assert read(opening.format("prior to submission of ") + rest).symbol == "CAT/C/TKM/QPR/3"


def test_additional_information_on_disappearances_is_due_and_has_no_number() -> None:
    document = read(
        "CED/C/XSY/CO/1\nCommittee on Enforced Disappearances\n"
        "Concluding observations on the report submitted by Erewhon under article 29 (1) of the Convention\n"
        "1. The Committee considered the report at its 391st meeting, held on 29 March 2022.\n"
        "Reporting and investigation\n"
        "2. The Committee regrets delays.\n"
        "3. The Committee recommends that the State party suspend suspects.\n"
        "4. Under article 29 (4) of the Convention, the Committee requests the State party to submit, by no later than 8 April 2028, specific and updated information on the implementation of all its recommendations.\n"
    )
    assert document.next_report is not None
    assert (document.next_report.due, document.next_report.number) == (dt.date(2028, 4, 8), None)
    assert kinds(document) == {
        "1": "introduction",
        "2": "concern",
        "3": "recommendation",
        "4": "procedural",
    }


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Committee considers it desirable that disciplinary proceedings be opened.", "recommendation"),
        ("All detainees must be offered a medical examination on admission.", "recommendation"),
        ("The Committee notes that the Code holds no definition.", "concern"),
    ],
)
def test_turns_below_subjects_of_concern(sentence: str, kind: str) -> None:
    document = read(
        "CAT/C/XSY/CO/1\nCommittee against Torture\nConcluding observations on the initial report of Erewhon\n"
        "1. The Committee considered the initial report at its 3rd meeting, held on 3 May 2010.\n"
        f"C. Subjects of concern\n2. The Committee is concerned at delays.\n3. {sentence}\n4. The Committee regrets gaps.\n"
    )
    assert kinds(document)["3"] == kind


def test_a_list_of_a_review_is_found_where_paragraphs_before_it_are_missing() -> None:
    document = read(
        "A/HRC/42/9\nReport of the Working Group on the Universal Periodic Review\nAlbania\nIntroduction\n"
        "1. The Working Group held its thirty-third session from 6 to 17 May 2019. The review of Albania was held at the 5th meeting, on 8 May 2019.\n"
        "2. Ukraine welcomed the reform.\n"
        "II. Conclusions and/or recommendations\n"
        "95. The recommendations listed below enjoy the support of Albania:\n"
        "95.1 Ratify the Convention (Georgia); (Ukraine);\n95.2 Train police officers (Spain).\n"
        "96. The recommendations listed below have been noted by Albania:\n96.1 Decriminalize defamation (Canada).\n"
    )
    assert document.state == "ALB"
    assert [(each.id, each.position) for each in document.recommendations] == [
        ("95.1", "supported"),
        ("95.2", "supported"),
        ("96.1", "noted"),
    ]


def test_what_a_state_answers_to_a_review_recommends_nothing() -> None:
    document = read(
        "A/HRC/42/9/Add.1\nReport of the Working Group on the Universal Periodic Review\nAlbania\nAddendum\n"
        "Views on conclusions and/or recommendations, voluntary commitments and replies presented by the State under review\n"
        "1. Albania presents its position.\nRecommendation 97.1\n2. Noted. The threshold was set in 2008.\n"
    )
    assert document.kind is DocumentKind.STATE_REPLIES
    assert document.recommendations == ()
    assert all(each.kind is not ParagraphKind.RECOMMENDATION for each in document.paragraphs)


LOST = """CCPR/C/XSY/CO/6
Human Rights Committee
Concluding observations on the sixth periodic report of Erewhon
The Committee considered the sixth periodic report submitted by Erewhon (CCPR/C/XSY/6) at its 3080th meeting, held on 15 July 2014, and adopted the following concluding observations at its 3091st meeting, held on 23 July 2014.
A.Introduction
The Committee welcomes the submission of the sixth periodic report of Erewhon and the information that was presented in it by the delegation.
B.Principal matters of concern and recommendations
Views
The Committee is concerned that its Views have no effect in the courts of the State party and that victims obtain no remedy (art. 2).
The State party should give full effect to the Views of the Committee.
Cells
The Committee is concerned about the state of cells in police stations, in which persons are held for weeks without any daylight (art. 10).
The State party should:
(a)Repair the cells;
(b)Keep registers.
C.Follow-up
In accordance with its rules of procedure, the State party should provide, within one year, relevant information on its implementation of the recommendations in paragraphs {} above.
"""


def test_numbers_that_a_file_lost_are_counted_where_its_own_references_agree() -> None:
    document = read(LOST.format("4 and 6 (b)"))
    assert [each.id for each in document.recommendations] == ["4", "6(a)", "6(b)"]
    assert document.follow_up is not None
    assert document.follow_up.targets == ("4", "6(b)")


def test_numbers_that_a_file_lost_are_not_invented_where_its_references_disagree() -> None:
    document = read(LOST.format("5 and 6"))
    assert [each.number for each in document.paragraphs] == [None] * 7


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (
            "Information received from Kazakhstan on follow-up to the concluding observations",
            "follow_up_reply",
        ),
        ("Fifth periodic report submitted by Kazakhstan", "state_report"),
        ("Replies of Kazakhstan to the list of issues", "state_replies"),
        (
            "Alternative report of a civil society organization on the implementation of the Committee’s recommendations",
            "ngo_submission",
        ),
    ],
)
def test_a_paper_that_cites_observations_at_its_head_is_not_taken_for_them(title: str, kind: str) -> None:
    document = read(
        f"Committee against Torture\n{title}\nKazakhstan\nConcluding observations: CAT/C/KAZ/CO/4\n"
        "1. This document answers paragraph 41 of CAT/C/KAZ/CO/4.\nParagraph 8 (a) of CAT/C/KAZ/CO/4\n"
        "2. The law was adopted in 2024.\n3. In 2023, 68 cases were registered.\n"
    )
    assert (document.kind.value, document.symbol, document.state) == (kind, None, "KAZ")


def test_bullets_below_a_letter_belong_to_it() -> None:
    document = read(
        "CAT/C/XSY/CO/1\nConcluding observations on the initial report of Erewhon\n"
        "1. The State party should:\n(a) Suspend suspects:\n– during the inquiry;\n– during the trial;\n(b) Publish data.\n"
    )
    assert [each.id for each in document.recommendations] == ["1(a)", "1(b)"]
    assert document.recommendations[0].text.endswith("during the trial;")


def test_subparagraphs_named_in_words_are_the_targets() -> None:
    document = read(
        "CAT/C/CR/33/2\nCommittee against Torture\nThirty-third session\n15-26 November 2004\n"
        "Conclusions and recommendations of the Committee against Torture\nGREECE\n"
        "1. The Committee recommends that the State party:\n(a) Act;\n(b) Review;\n(c) Report.\n"
        "2. The Committee requests the State party to provide, within one year, information on its response to the Committee’s recommendations contained in paragraph 1, subparagraphs (a) and (c), above.\n"
    )
    assert document.follow_up is not None
    assert document.follow_up.targets == ("1(a)", "1(c)")


def test_a_heading_gives_its_articles_to_paragraphs_that_name_none() -> None:
    document = read(
        "CRPD/C/XSY/CO/1\nCommittee on the Rights of Persons with Disabilities\nConcluding observations on the initial report of Erewhon\n"
        "1. The Committee considered the initial report at its 3rd meeting, held on 3 May 2010.\n"
        "Liberty and security of the person (art. 14)\n2. The Committee is concerned at forced treatment.\n"
        "3. The Committee refers to its guidelines, and requests that the State party:\n(a) Prohibit it;\n(b) Close wards.\n"
    )
    assert [each.articles for each in document.paragraphs] == [(), ("14",), ("14",)]
    assert [each.id for each in document.recommendations] == ["3(a)", "3(b)"]
