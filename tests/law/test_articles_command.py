"""`qorgau law articles`, `recommendations` and `bodies` answer in each language, by the country's day, and help whoever mistypes."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from qorgau.clock import zone_named
from qorgau.portal.law import law

ALMATY = zone_named("Asia/Almaty")


def said(*words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(law, list(words))
    return answer.exit_code, answer.output


def test_the_answer_for_article_146_names_what_it_lacks_and_who_objects() -> None:
    code, text = said("articles", "cc_146", "--on", "2024-01-01")
    assert code == 0
    assert "1 January 2024: partly in line" in text
    assert "lacks: severe pain or suffering" in text
    assert "CAT/C/KAZ/CO/4 para. 9" in text


def test_a_day_before_a_version_does_not_show_it() -> None:
    before, after = (said("articles", "cc_146", "--on", day)[1] for day in ("2023-03-16", "2023-03-17"))
    assert "17 March 2023" not in before.split("1 January 2015")[1].split("Convention")[0]
    assert "Law 212-VII" in after


def test_today_is_the_countrys_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    half_past_midnight = ALMATY.day_bounds(date(2023, 3, 17))[0] + 1800
    monkeypatch.setattr("qorgau.portal.treaty_law.now", lambda: half_past_midnight)
    assert said("articles", "cc_146") == said("articles", "cc_146", "--on", "2023-03-17")
    assert said("articles", "cc_146") != said("articles", "cc_146", "--on", "2023-03-16")


def test_the_institutions_of_today_are_those_of_the_countrys_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    half_past_midnight = ALMATY.day_bounds(date(2023, 3, 17))[0] + 1800
    monkeypatch.setattr("qorgau.portal.institutions.now", lambda: half_past_midnight)
    assert said("bodies") == said("bodies", "--on", "2023-03-17")
    assert said("bodies") != said("bodies", "--on", "2023-03-16")


@pytest.mark.parametrize(("lang", "words"), [("ru", "УК, ст. 146"), ("kk", "ішінара сай келеді")])
def test_articles_are_listed_in_the_language_asked_for(lang: str, words: str) -> None:
    code, text = said("articles", "--lang", lang)
    assert code == 0
    assert words in text


def test_an_article_nobody_knows_is_answered_with_those_there_are() -> None:
    code, text = said("articles", "999")
    assert code == 2
    assert "kz/cc_146" in text


@pytest.mark.parametrize("typed", ["kz/cec_130", "cec_130", "130", "CEC 131", "130, 131"])
def test_an_article_is_found_by_its_id_or_its_number(typed: str) -> None:
    code, text = said("articles", typed, "--on", "2024-01-01")
    assert code == 0
    assert "kz/cec_130" in text.splitlines()[0]


def test_a_number_that_two_codes_have_is_answered_with_both() -> None:
    code, text = said("articles", "131")
    assert code == 2
    assert "kz/cec_130, kz/cpc_131." in text


def test_what_followed_is_told_with_how_near_its_source_stands() -> None:
    text = said("recommendations", "CAT/C/KAZ/CO/4")[1]
    assert "whether in time cannot be told" in text
    assert "14(a): partially implemented · 19 November 2024 (reported by the press" in text


def test_recommendations_are_listed_by_document_then_by_leaf_then_in_full() -> None:
    assert "47 recommendations" in said("recommendations")[1]
    listed = said("recommendations", "CAT/C/KAZ/CO/4")[1]
    assert "12(a)(iv)" in listed
    full = said("recommendations", "CAT/C/KAZ/CO/4#10")[1]
    assert "10/5" in full
    assert "kz/cpc_612" in full


@pytest.mark.parametrize("symbol", ["CAT/C/KAZ/CO/9", "CAT/C/KAZ/CO/4#99"])
def test_a_symbol_or_leaf_nobody_knows_is_answered_with_those_there_are(symbol: str) -> None:
    code, text = said("recommendations", symbol)
    assert code == 2
    assert "CAT/C/KAZ/CO/4" in text


def test_the_reference_page_is_what_the_law_files_say(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    assert said("recommendations", "--markdown", str(page))[0] == 0
    kept = Path(__file__).parents[2] / "docs" / "reference" / "treaty-catalogue.md"
    assert kept.read_text(encoding="utf-8") == page.read_text(encoding="utf-8"), (
        "law/ has changed. Write it anew: qorgau law recommendations --markdown docs/reference/treaty-catalogue.md"
    )


def test_the_proof_counts_the_files_of_the_treaty_cycle() -> None:
    code, text = said("lint")
    assert code == 0
    assert "articles against" in text
    assert "stated figures: 0 findings" in text
