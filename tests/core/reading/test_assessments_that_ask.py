"""Letters that assess a reply and ask for more, replies that repeat the question, reviews in French and Spanish."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind
from qorgau.reading.reviews.positions import position_of
from qorgau.reading.reviews.states import names_in


def read(text: str) -> Document:
    return read_document(text.encode(), "a.txt")


LETTER = """Reference: lamps
28 July 2025
In my capacity as Special Rapporteur for Follow-up to Concluding Observations of the Human Rights Committee, I refer to the follow-up to the concluding observations on the fifth periodic report of Ireland (CCPR/C/IRL/CO/5), adopted at the Committee's 135th session (27 June–27 July 2022).
At its 144th session (23 June–17 July 2025), the Committee examined the reply.
1. Paragraph 10 of the concluding observations: lamps
The Committee recommends that lamps be lit. The State party should count them.
Summary of the State party's reply: the lamps should be lit in 2026.
Committee's evaluation
[B] for the lamps.
The Committee requests information on the number of lamps. It reiterates its recommendation that ladders be even.
2. Paragraph 28 of the concluding observations: keys
The Committee urges the State party to count the keys.
Committee's evaluation
[C] for the keys.
Please provide figures on keys.
The Committee reiterates its recommendation.
Next steps
The State party is asked to include this in its next periodic report, which is due in 2030.
"""


def test_a_letter_asks_below_its_evaluation_and_only_quotes_above_it() -> None:
    letter = read(LETTER)
    assert letter.kind is DocumentKind.FOLLOW_UP_ASSESSMENT
    assert [(each.id, each.paragraph, each.kind, each.text) for each in letter.recommendations] == [
        ("1", "1", "question", "The Committee requests information on the number of lamps."),
        ("1[2]", "1", "recommendation", "It reiterates its recommendation that ladders be even."),
        ("2", "2", "question", "Please provide figures on keys."),
    ]


def test_what_a_letter_asks_is_found_at_its_place() -> None:
    letter = read(LETTER)
    assert all(
        letter.source.text[each.place.start : each.place.end] == each.text for each in letter.recommendations
    )


def test_a_letter_has_the_grades_of_the_paragraphs_it_counts() -> None:
    assert [(each.paragraph, each.grade) for each in read(LETTER).grades] == [("10", "B"), ("28", "C")]


def test_the_session_of_an_assessment_is_the_later_of_those_it_names() -> None:
    session = read(LETTER).session
    assert session is not None
    assert session.number == 144


REPLY = """CEDAW/C/XSY/RQ/7
Replies of Erewhon to the list of issues in relation to its seventh periodic report
1. Please state how many lamps there are.
There are nine. The keepers should like more.
2. Please describe the keys.
They are long.
3. The Government adds that it has no ladders.
"""


def test_a_reply_that_repeats_each_question_under_its_number_answers_that_question() -> None:
    reply = read(REPLY)
    assert reply.recommendations == ()
    assert [(each.paragraph, each.target, each.symbol) for each in reply.answers] == [
        ("1", "1", "CEDAW/C/XSY/Q/7"),
        ("2", "2", "CEDAW/C/XSY/Q/7"),
    ]


REVIEW = """A/HRC/99/18
Rapport du Groupe de travail sur l'Examen périodique universel
Togo
Introduction
1. Le Groupe de travail a tenu sa quarantième session du 24 janvier au 4 février 2022. L'Examen concernant le Togo a eu lieu à la 2e séance.
2. Le Népal a salué les lampes.
II. Conclusions et/ou recommandations
3. Les recommandations ci-après ont été examinées par le Togo et recueillent son adhésion :
3.1 Allumer les lampes du port (Uruguay) (Islande) ;
3.2 Compter les clefs (Pays-Bas).
4. Les recommandations ci-après ont été examinées par le Togo, qui en a pris note :
4.1 Acheter des échelles (Côte d'Ivoire et Norvège).
5. Ces conclusions reflètent la position des États.
"""


def test_a_review_in_french_is_read_with_its_states_and_positions() -> None:
    review = read(REVIEW)
    assert (review.kind, review.committee, review.state) == (DocumentKind.UPR_REPORT, "UPR", "TGO")
    assert [(each.id, each.addressed_by, each.position) for each in review.recommendations] == [
        ("3.1", ("Uruguay", "Islande"), "supported"),
        ("3.2", ("Pays-Bas",), "supported"),
        ("4.1", ("Côte d'Ivoire", "Norvège"), "noted"),
    ]


@pytest.mark.parametrize(
    ("words", "position"),
    [
        ("Las recomendaciones que figuran a continuación cuentan con el apoyo de Chile:", "supported"),
        ("Las recomendaciones siguientes serán examinadas por Chile, que dará su respuesta:", "pending"),
        ("Chile ha tomado nota de las recomendaciones siguientes:", "noted"),
        ("Les recommandations ci-après ne recueillent pas l’adhésion du Togo :", "rejected"),
        ("Le Togo a une loi sur les lampes.", None),
    ],
)
def test_the_position_is_told_in_french_and_spanish(words: str, position: str | None) -> None:
    assert position_of(words) == position


@pytest.mark.parametrize(
    ("inside", "states"),
    [
        ("États-Unis d'Amérique", ("États-Unis d'Amérique",)),
        ("Países Bajos y Suiza", ("Países Bajos", "Suiza")),
        ("Iran (République islamique d’)", ("Iran (République islamique d’)",)),
        ("Bosnie-Herzégovine", ("Bosnie-Herzégovine",)),
        ("loi de 2019", ()),
        ("y compris au Togo", ()),
    ],
)
def test_states_are_known_by_their_french_and_spanish_names(inside: str, states: tuple[str, ...]) -> None:
    assert names_in(inside) == states


OLD = "Committee on the Elimination of Racial Discrimination\nConcluding observations\nChile\n1. The Committee considered the eighth periodic report of Chile at its meetings on 28 and 29 February {0} and adopted, on 12 March {0}, the following concluding observations.\n2. The Committee is concerned about lamps.\n3. The Committee recommends that lamps be lit."


def test_no_symbol_is_concluded_for_a_time_when_symbols_named_no_state() -> None:
    assert read(OLD.format(1996)).symbol is None
    assert read(OLD.format(2016)).symbol == "CERD/C/CHL/CO/8"
