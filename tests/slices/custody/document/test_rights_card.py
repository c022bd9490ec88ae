"""The card of rights: the same rights in every language, each resting on the law, and every letter drawn."""

from collections import Counter
from pathlib import Path

import pytest
from tests.slices.custody.document.pictures import pages_of, text_of

from qorgau.custody.document.letters import letters_of
from qorgau.custody.document.rights_card import RightsCard, print_card, rights_card
from qorgau.custody.document.typesetting import drawable, font_folders
from qorgau.lawbook import LawFileError, load
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.strict_yaml import read_yaml

DATED = 1_780_000_000
LANGUAGES = tuple(rights_card().languages)


@pytest.fixture(scope="module")
def card() -> RightsCard:
    return rights_card()


@pytest.mark.parametrize("key", LANGUAGES)
def test_a_card_fits_one_sheet(card: RightsCard, key: str) -> None:
    assert pages_of(print_card(card.languages[key], dated=DATED)) == 1


@pytest.mark.parametrize("key", LANGUAGES)
def test_a_card_printed_twice_is_the_same_to_the_byte(card: RightsCard, key: str) -> None:
    language = card.languages[key]
    assert print_card(language, dated=DATED) == print_card(language, dated=DATED)


@pytest.mark.parametrize("key", [key for key in LANGUAGES if key != "ug"])
def test_a_card_holds_each_right_in_its_language(card: RightsCard, key: str) -> None:
    said = text_of(print_card(card.languages[key], dated=DATED)).replace(" ", "")
    for right in card.rights:
        assert right.title[key].replace(" ", "") in said
        assert right.says[key].replace(" ", "").replace("-", "") in said.replace("-", "").replace(
            "\ufffe", ""
        )


@pytest.mark.parametrize("key", LANGUAGES)
def test_a_font_draws_every_letter_of_the_card(card: RightsCard, key: str) -> None:
    said = "".join([right.says[key] + right.title[key] for right in card.rights])
    assert drawable().legible(said) == said


def test_a_letter_that_no_font_draws_is_named_instead_of_an_empty_box() -> None:
    cyrillic = letters_of(sorted(font_folders()[0].rglob("*.ttf")))
    assert cyrillic.legible("Әл权") == "Әл[U+6743]"


def test_a_name_cannot_turn_the_words_beside_it_around() -> None:
    assert drawable().legible("Серік\u202e") == "Серік[U+202E]"


def test_each_right_rests_on_safeguards_that_cite_its_sources(card: RightsCard) -> None:
    safeguards = load(["kz"]).safeguards
    for right in card.rights:
        cited = {
            dated.source
            for name in right.safeguards
            for line in safeguards[name].limits
            for dated in line.dated
        } | {article for name in right.safeguards for article in safeguards[name].articles}
        assert cited & set(right.sources), right.key


def test_each_source_of_the_card_is_known_to_the_packs(card: RightsCard) -> None:
    known = tuple(
        key
        for pack in ("kz", "international")
        for key in read_yaml(law_folder() / pack / "sources.yaml").mapping()
    )
    for right in card.rights:
        for source in right.sources:
            assert source.startswith(known), source


def test_a_sentence_missing_in_one_language_is_refused(tmp_path: Path) -> None:
    whole = (law_folder() / "kz" / "rights_card.yaml").read_text(encoding="utf-8")
    line = next(each for each in whole.splitlines() if each.startswith('  tg: "Ҳуқуқҳои'))
    broken = tmp_path / "card.yaml"
    broken.write_text(whole.replace(line + "\n", ""), encoding="utf-8")
    with pytest.raises(LawFileError, match="in no tg"):
        rights_card(broken)


def test_a_card_that_no_native_lawyer_read_says_so(card: RightsCard) -> None:
    for language in card.languages.values():
        mark = card.text("not_reviewed", language).replace(" ", "")
        printed = text_of(print_card(language, dated=DATED)).replace(" ", "")
        # Arabic letters come out of a PDF in the order of their shapes: compare how many of each there are.
        found = not (Counter(mark) - Counter(printed)) if language.direction == "rtl" else mark in printed
        assert found != language.is_reviewed


def test_uyghur_in_cyrillic_is_read_from_left_to_right(card: RightsCard) -> None:
    assert b"/Direction/R2L" not in print_card(card.languages["ug-cyrl"], dated=DATED)
    assert b"/Direction/R2L" in print_card(card.languages["ug"], dated=DATED)
