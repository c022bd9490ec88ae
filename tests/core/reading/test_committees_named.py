"""Whom a paper is addressed to: a committee by its name, its short name or its treaty, or the periodic review."""

from __future__ import annotations

import pytest

from qorgau.reading.formats import open_source
from qorgau.reading.structure import header_of
from qorgau.reading.structure.committees import committee_named
from qorgau.reading.structure.states import state_named


@pytest.mark.parametrize(
    ("title", "committee"),
    [
        ("Shadow report to CEDAW: Synthetia", "CEDAW"),
        ("Synthetia before CERD: our brief", "CERD"),
        ("Pre-sessional working group, CRPD", "CRPD"),
        ("Alternative report on the implementation of CRPD in Synthetia", "CRPD"),
        ("Paper for the Committee on Economic, Social and\nCultural Rights", "CESCR"),
        ("Report under the Convention against Torture", "CAT"),
        ("Compliance with the ICCPR", "CCPR"),
        ("Альтернативный отчет о выполнении Конвенции о правах инвалидов", "CRPD"),
        ("Доклад о выполнении МПЭСКП", "CESCR"),
        ("Informe al Comité contra la Desaparición Forzada", "CED"),
        ("Rapport au Comité contre les disparitions forcées", "CED"),
        ("Азаптауға қарсы комитетке баламалы ақпарат", "CAT"),
        ("Баланың құқықтары жөніндегі комитетке хат", "CRC"),
        ("Мүгедектігі бар адамдардың құқықтары туралы конвенцияның орындалуы", "CRPD"),
        ("Submission to the Universal Periodic Review of Synthetia", "UPR"),
        ("Представление для универсального периодического обзора", "UPR"),
        ("A report on lamps", None),
    ],
)
def test_a_title_tells_the_committee_in_five_languages(title: str, committee: str | None) -> None:
    assert committee_named(title) == committee


@pytest.mark.parametrize(
    ("text", "committee"),
    [
        ("Follow-up to what the Committee against Torture wrote\nSubmitted to the Human Rights Committee", "CCPR"),
        ("Наши письма Подкомитета и Комитет против пыток\nКомитету по правам ребенка", "CRC"),
        ("Report by the CRC Coalition\nSubmission to the Committee against Torture", "CAT"),
        ("For the consideration of Synthetia by the Human Rights Committee", "CCPR"),
        ("Submission to the UPR\nRatify the Optional Protocol to the Convention against Torture", "UPR"),
        ("Briefing to CEDAW\nIn 2019 the Human Rights Committee asked for the same. Nothing came.", "CEDAW"),
    ],
)  # fmt: skip
def test_of_several_committees_the_one_addressed_counts(text: str, committee: str) -> None:
    assert committee_named(text) == committee


@pytest.mark.parametrize(
    "text",
    [
        "The State has not ratified the Convention against Torture. It was asked to do so twice.",
        "The lamps were tested by CAT Ltd. They burned for an hour.",
        "A concert by the CRC Coalition",
        "The catalogue of the exhibition",
    ],
)
def test_short_names_outside_a_title_and_names_of_authors_tell_no_committee(text: str) -> None:
    assert committee_named(text) is None


def test_a_kazakh_submission_has_its_committee_and_its_state() -> None:
    text = "Азаптауға қарсы комитетке баламалы ақпарат\n\nҚазақстан Республикасы\n\n«Үміт» бірлестігі\n\nҰсыныстар:\n- шамдарды ауыстыру;\n- қоңырауды жөндеу.\n"
    header = header_of(open_source(text.encode(), name="invented.txt"))
    assert (header.committee, header.state) == ("CAT", "KAZ")


@pytest.mark.parametrize(
    ("text", "state"),
    [("Қазақстанның есебі", "KAZ"), ("Қырғызстандағы жағдай", "KGZ"), ("қазақ тілі", None)],
)
def test_a_kazakh_name_of_a_state_counts_in_every_case(text: str, state: str | None) -> None:
    assert state_named(text) == state
