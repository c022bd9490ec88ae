"""Questions, requests and days as Spanish, French and Russian papers put them, each beside words that only look alike."""

from __future__ import annotations

import datetime as dt

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind, ParagraphKind
from qorgau.reading.structure.procedure import is_of_the_cycle, tells_how_to_answer
from qorgau.reading.structure.verbs import questions, recommends

LIST = """CRC/C/XSY/Q/4
Comité de los Derechos del Niño
Lista de cuestiones relativa al cuarto informe periódico de Chile*
* Aprobada por el grupo de trabajo el 14 de junio de 2024.
1. Se solicita al Estado parte que presente por escrito información adicional, de 900 palabras como máximo, antes del 15 de octubre de 2024.
Primera parte
2. Describan los faroles del puerto.
3. Respecto de las llaves, faciliten información sobre:
a) El número de llaves;
b) El número de puertas.
4. El Estado parte puede enumerar, además, los faroles que considere prioritarios.
"""


def read(text: str, kind: DocumentKind | None = None) -> Document:
    return read_document(text.encode(), "a.txt", kind=kind)


def test_a_list_in_spanish_is_adopted_on_the_day_of_its_note_and_asks_by_its_verbs() -> None:
    document = read(LIST)
    assert document.adopted == dt.date(2024, 6, 14)
    assert [each.id for each in document.recommendations] == ["2", "3(a)", "3(b)", "4"]
    assert document.paragraphs[0].kind is ParagraphKind.PROCEDURAL


def test_the_days_of_a_session_in_a_note_are_not_the_day_of_adoption() -> None:
    text = "CCPR/C/XSY/Q/4\nHuman Rights Committee\nList of issues in relation to the fourth periodic report of Chile*\n{}\n1. Please count the keys.\n2. Please count the lamps."
    held = "* Adopted by the Committee at its 140th session (4–26 March 2024)"
    assert read(text.format(f"{held}.")).adopted is None
    assert read(text.format(f"{held}, on 20 March 2024.")).adopted == dt.date(2024, 3, 20)


@pytest.mark.parametrize(
    "sentence",
    [
        "Indiquen qué faroles se han encendido.",
        "En relación con las llaves, señalen cuántas hay.",
        "Rogamos indiquen cuántas llaves hay.",
        "Décrire les mesures prises pour compter les clefs.",
        "Concernant les échelles, indiquer leur nombre.",
        "Kindly comment on the keys.",
        "The State party may list the lamps that it considers urgent.",
    ],
)
def test_a_sentence_of_a_list_asks(sentence: str) -> None:
    assert questions(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Los informes indiquen lo que indiquen, las llaves faltan.",
        "Algunas organizaciones piden que se faciliten llaves.",
        "La loi permet de décrire les clefs.",
        "Le Comité a invité l'État à indiquer le nombre des clefs.",
        "The State party may detain keepers who list lamps.",
        "They kindly commented on the keys.",
    ],
)
def test_a_sentence_with_the_same_verb_inside_asks_nothing(sentence: str) -> None:
    assert not questions(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Alienta al Estado parte a contar las llaves."),
        ("es", "Asimismo, recomienda que se cuenten las llaves."),
        ("es", "Se solicita al Estado parte que cuente las llaves."),
        ("en", "Keepers should have access to ladders."),
        ("en", "It asks for information on ladders."),
        ("ru", "По мнению Комитета, государству-участнику следует считать ключи."),
    ],
)
def test_it_asks(language: str, sentence: str) -> None:
    assert recommends(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "La ley alienta a los guardianes a contar las llaves."),
        ("es", "Recomienda la lectura quien tiene llaves."),
        ("en", "Erewhon acceded in 2017 and should have had a lamp one year later."),
        ("en", "The lamps should have been lit before the visit, and were not."),
        ("en", "According to the delegation, the authorities should mend the lamps by 2027."),
        ("ru", "Министерству порта, по словам делегации, следует починить фонари к 2027 году."),
        ("ru", "Как сообщила делегация, властям следует починить фонари."),
    ],
)
def test_it_only_tells_or_reproaches(language: str, sentence: str) -> None:
    assert not recommends(sentence, language)


@pytest.mark.parametrize(
    "asked",
    [
        "The Committee requests that the present concluding observations be widely distributed in Erewhon.",
        "The Committee suggests that the report and these concluding observations be published in Erewhonian.",
        "The Committee recommends that the next report, due on 21 October 1997, be an updating one.",
        "It is recommended that the fifteenth periodic report, due in 1998, be comprehensive.",
        "The Committee requests the State party to respond to the issues raised in these concluding comments in its next report.",
        "The Committee requests the State party to send, within 12 months, information on the measures taken to implement the recommendations mentioned in paragraph 23 above.",
        "The Subcommittee requests that the authorities reply within six months of the date of transmission of the report.",
    ],
)
def test_it_belongs_to_the_cycle(asked: str) -> None:
    assert is_of_the_cycle(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "The Committee requests that the keys be widely distributed in the harbours of Erewhon.",
        "The Committee recommends that the next periodic report contain information on keys.",
        "The Committee recommends that the third harbour be closed and that reports of theft be investigated.",
        "The Committee recommends that the State party respond to the issues raised by keepers.",
        "The State party should send, within 12 months, information on ladders to each keeper.",
        "The State party should ensure that the police reply within six hours of a call.",
    ],
)
def test_it_asks_for_law_or_practice(asked: str) -> None:
    assert not is_of_the_cycle(asked)


def test_how_to_answer_is_told_from_what_to_answer() -> None:
    assert tells_how_to_answer("The State party is requested to submit in writing additional information.")
    assert not tells_how_to_answer("Please provide information on keys and on rights set out in writing.")


DUE = "CCPR/C/XSY/CO/6\nHuman Rights Committee\nConcluding observations on the sixth periodic report of Chile\nC. Follow-up\n{}\n"


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("7. L'État partie est invité à faire parvenir, le 21 mars 2028 au plus tard, des renseignements sur la suite donnée aux recommandations formulées au paragraphe 5.", dt.date(2028, 3, 21)),
        ("7. L'État partie est invité à faire parvenir des renseignements sur les mesures du 21 mars 2028 et sur leurs effets.", None),
    ],
)  # fmt: skip
def test_at_the_latest_may_stand_behind_the_day(asked: str, due: dt.date | None) -> None:
    asked_first = read(DUE.format(asked)).follow_up
    assert (asked_first.due if asked_first else None) == due


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("7. Le Comité prie l'État partie de soumettre son huitième rapport périodique, attendu en février 2027.", dt.date(2027, 2, 28)),
        ("7. The combined fourth to seventh periodic reports are in principle due by 30 March 2032.", dt.date(2032, 3, 30)),
        ("7. The reports of the keepers were in principle due by 30 March 2012.", None),
    ],
)  # fmt: skip
def test_a_report_is_expected(asked: str, due: dt.date | None) -> None:
    following = read(DUE.format(asked)).next_report
    assert (following.due if following else None) == due
