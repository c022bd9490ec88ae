"""`qorgau law procedures` lists, shows and draws, in each language, and says what is wrong with what was typed."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from qorgau.portal.law import law


def said(*words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(law, ["procedures", *words])
    return answer.exit_code, answer.output


def test_the_list_names_every_procedure() -> None:
    code, text = said()
    assert code == 0
    assert all(name in text for name in ("kz/criminal_investigation", "international/coalition_file"))


def test_a_procedure_is_shown_with_who_may_act_what_is_refused_and_what_is_marked() -> None:
    code, text = said("criminal_investigation", "--on", "2024-01-01")
    assert code == 0
    assert "amnesty – refused CC art. 78" in text
    assert "time limit: 2 months" in text
    assert "Prosecutor's Office" in text
    assert "▲ Lawful by national law; the Committee asks to exclude plea bargains" in text


def test_the_law_of_an_earlier_day_knows_other_bodies_and_other_grounds() -> None:
    before, after = (said("criminal_investigation", "--on", day)[1] for day in ("2022-12-31", "2023-04-01"))
    assert "Anti-Corruption Agency" in before
    assert "Anti-Corruption Agency" not in after
    assert "a suspended sentence CC art. 63" in before
    assert "a suspended sentence – refused CC art. 63 (6)" in after


@pytest.mark.parametrize(("lang", "title"), [("ru", "Сообщение о мести"), ("kk", "кек алу")])
def test_a_picture_is_written_in_the_language_asked_for(tmp_path: Path, lang: str, title: str) -> None:
    file = tmp_path / "reprisal.svg"
    code, text = said("kz/reprisal", "--diagram", str(file), "--lang", lang)
    assert (code, text.strip()) == (0, str(file))
    found = ElementTree.parse(file).getroot().find("{http://www.w3.org/2000/svg}title")
    assert found is not None
    assert title in (found.text or "")


def test_a_name_that_is_none_is_answered_with_the_names_there_are() -> None:
    code, text = said("appeals")
    assert code == 2
    assert "kz/appeal_against_closing" in text


def test_a_picture_of_nothing_is_refused() -> None:
    code, text = said("--diagram", "x.svg")
    assert code == 2
    assert "which procedure" in text
