"""Demands behind words in bold, below plain headings, several in a sentence, and in French and Spanish."""

from __future__ import annotations

import pytest

from qorgau.reading import read_document
from qorgau.reading.document import Document
from qorgau.reading.submissions.several import several

FRONT = "Lantern Association\nAlternative report to the Committee against Torture on Synthetia\n"


def of(text: str) -> Document:
    return read_document((FRONT + text).encode(), "paper.txt")


def texts(text: str) -> list[str]:
    return [part.text for each in of(text).recommendations for part in (each.demands or (each,))]


FOUND = {
    "what the committee may write is the authors' own": (
        ("Cells\nThe cells are cold.\nSuggested recommendations for the Committee's concluding observations\n"
        "The State party should:\n- Heat every cell in winter;\n- Publish the temperature measured in each cell."),
        ["Heat every cell in winter;", "Publish the temperature measured in each cell."],
    ),
    "a label in bold before each item": (
        ("Cells\nThe cells are cold.\nWhat the State should do\n"
        "- Shelters. Fund one shelter in every region.\n- Police. End the practice of reconciliation."),
        ["Shelters. Fund one shelter in every region.", "Police. End the practice of reconciliation."],
    ),
    "things named below action points": (
        ("Cells\nThe cells are cold.\nAction points\n- Visits of doctors to every cell, once a week.\n"
        "- Immediate closure of the cellar."),
        ["Visits of doctors to every cell, once a week.", "Immediate closure of the cellar."],
    ),
    "issues with lists below each subject": (
        ("Part I. Facts\nThe cells are cold.\nPart II. Issues\nThe list of issues could contain the following:\n"
        "1. Medical care:\n(a) the timetable of the transfer;\n(b) statistics of deaths, by cause.\n"
        "2. Transfers:\n(a) rules for telling relatives."),
        ["the timetable of the transfer;", "statistics of deaths, by cause.", "rules for telling relatives."],
    ),
    "a body that is asked, after the lists of others": (
        ("Conclusions and recommendations\nThe Ministry of Justice should:\n- heat every cell;\n- publish the rules.\n"
        "The Supreme Court is asked to issue guidance on bail for mothers."),
        ["heat every cell;", "publish the rules.", "The Supreme Court is asked to issue guidance on bail for mothers."],
    ),
    "a paragraph that only says what should be": (
        ("Cells\nThe cells are cold.\nAsks\n- Heat every cell in winter.\nFirst days\nMost complaints are about the first days.\n"
        "Monitors should be told about each convoy on its day. The test of obedience must be ended at once."),
        [
            "Heat every cell in winter.",
            "Monitors should be told about each convoy on its day.",
            "The test of obedience must be ended at once.",
        ],
    ),
    "French": (
        ("Garde à vue\nLes cellules sont froides.\nRecommandations\nNous recommandons à l'État partie de :\n"
        "- Garantir la présence d'un avocat dès la première heure ;\n- Veiller à ce que tout examen ait lieu sans agents.\n"
        "Ce que l'État doit faire\n- Prévenus. Séparer les prévenus des condamnés.\n- Contrôle. Permettre aux associations de visiter."),
        [
            "Garantir la présence d'un avocat dès la première heure ;",
            "Veiller à ce que tout examen ait lieu sans agents.",
            "Prévenus. Séparer les prévenus des condamnés.",
            "Contrôle. Permettre aux associations de visiter.",
        ],
    ),
    "Spanish": (
        ("Cárceles\nLas celdas son frías.\nRecomendaciones\nSe recomienda al Estado parte:\n"
        "a) Poner fin de inmediato al estado de excepción;\nb) Investigar de oficio todas las denuncias.\n"
        "Lo que pedimos\n- Visitas. Restablecer las visitas de las familias.\n- Que se investigue la muerte de las mujeres."),
        [
            "Poner fin de inmediato al estado de excepción;",
            "Investigar de oficio todas las denuncias.",
            "Visitas. Restablecer las visitas de las familias.",
            "Que se investigue la muerte de las mujeres.",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_demands_are_found_however_their_list_is_headed(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    "told",
    [
        "The law says that the State must begin an investigation within 24 hours of a report.",
        "The European body’s view was that the authorities should break this up by raising numbers.",
        "On the basis of the above we recommend as follows.",
        "Le règlement dispose que les prévenus devraient être séparés des autres.",
    ],
)
def test_what_a_law_or_another_body_says_is_no_demand(told: str) -> None:
    assert texts(f"Cells\nThe cells are cold. {told}") == []


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "We urge the Government to close the cellar of the station, to publish the plan of the house, and to report.",
            2,
        ),
        (
            "We urge the Government to close the cellar of the station, to publish the plan of the house, and to pay the families in full.",
            3,
        ),
        ("We urge the State to allow monitors to visit without notice and to speak in private with anyone.", 0),
        ("We urge the State to take all steps to prevent and to punish torture.", 0),
        ("Рекомендуем: принять отдельный закон; выделить ему собственные деньги; отменить согласование срочных посещений.", 3),
        ("Государству следует вести единый учёт задержаний и обеспечить доступ адвоката.", 2),
        ("Следователь обязан сообщить и объяснить.", 0),
    ],
)  # fmt: skip
def test_a_sentence_is_as_many_demands_as_a_reader_would_count(sentence: str, parts: int) -> None:
    assert len(several(sentence)) == parts
