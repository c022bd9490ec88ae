"""The words by which recommendations are sorted are whole in three languages, and read as strictly as the law."""

import shutil
from pathlib import Path

import pytest

from qorgau.lawbook.book import law_folder
from qorgau.lawbook.strict_yaml import LawFileError
from qorgau.lawbook.treaty_vocabulary import TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_lint import treaty_vocabulary_findings
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.lawbook.words import Confirmed, Language

VOCABULARY = load_treaty_vocabulary()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the packs' words, to be spoilt."""
    for pack in ("international", "kz"):
        shutil.copytree(
            law_folder() / pack / "vocabulary" / "treaty", tmp_path / pack / "vocabulary" / "treaty"
        )
        if (law_folder() / pack / "bodies.yaml").is_file():
            shutil.copy(law_folder() / pack / "bodies.yaml", tmp_path / pack / "bodies.yaml")
    return tmp_path


def spoil(folder: Path, list_name: str, before: str, after: str, *, pack: str = "international") -> None:
    """Replace words in one list of the copy."""
    path = folder / pack / "vocabulary" / "treaty" / f"{list_name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_the_words_for_recommendations_are_sound() -> None:
    assert list(treaty_vocabulary_findings()) == []


def test_every_code_has_a_name_in_three_languages() -> None:
    for list_name, code in VOCABULARY.titled():
        for language in Language:
            assert code.title.get(language), (list_name, code.id, language)


@pytest.mark.parametrize(
    "subject",
    [
        "definition_of_torture",
        "register",
        "lawyer",
        "notification",
        "npm",
        "solitary_confinement",
        "army_hazing",
        "redress",
    ],
)
def test_a_subject_is_spoken_of_in_each_language(subject: str) -> None:
    assert {cue.language for cue in VOCABULARY.subjects[subject].cues} == set(Language)


def test_the_five_categories_of_action_are_ranked_from_one_to_five() -> None:
    assert [each.rank for each in VOCABULARY.strengths.values()] == [1, 2, 3, 4, 5]


def test_what_nobody_compared_with_its_source_says_so() -> None:
    assert all(each.confirmed is Confirmed.MEMORY for each in VOCABULARY.indicators.values())
    assert all(each.confirmed is Confirmed.MEMORY for each in VOCABULARY.strengths.values())
    assert {each.confirmed for each in VOCABULARY.themes.values()} == {Confirmed.OPENED, Confirmed.MEMORY}


def test_a_safeguard_belongs_to_the_fundamental_safeguards() -> None:
    assert VOCABULARY.widening("lawyer") == ("fundamental_safeguards",)
    assert VOCABULARY.widening("fundamental_safeguards") == ()


def test_an_unknown_key_names_file_and_line(copied: Path) -> None:
    spoil(copied, "subjects", "  articles: [", "  artikles: [")
    with pytest.raises(
        LawFileError, match=r"subjects\.yaml, line \d+: unknown key `artikles`. Did you mean `articles`"
    ):
        load_treaty_vocabulary(folder=copied)


def test_a_weight_that_is_no_number_is_refused(copied: Path) -> None:
    spoil(copied, "subjects", "definition of torture: 5", "definition of torture: much")
    with pytest.raises(LawFileError, match=r"definition of torture.*weighs `much`"):
        load_treaty_vocabulary(folder=copied)


def test_a_term_must_have_a_form_in_each_language(copied: Path) -> None:
    spoil(copied, "terms", ", kk: [азаптау*]", "")
    with pytest.raises(LawFileError, match="`torture` has no form in kk"):
        load_treaty_vocabulary(folder=copied)


def test_a_list_nobody_reads_is_an_error(copied: Path) -> None:
    (copied / "international" / "vocabulary" / "treaty" / "subject.yaml").write_text(
        "a: b\n", encoding="utf-8"
    )
    with pytest.raises(LawFileError, match="no such list"):
        load_treaty_vocabulary(folder=copied)


@pytest.mark.parametrize(
    ("list_name", "before", "after", "said"),
    [
        (
            "subjects",
            "themes: [torture, legal_framework]",
            "themes: [tortur]",
            "`themes: tortur` is not in uhri_themes.yaml",
        ),
        ("subjects", "broader: impunity", "broader: nobody", "`broader: nobody` is not in subjects.yaml"),
        ("subjects", "amnest*: 4", "am*: 4", "`am*` in `am*` is too short"),
        ("subjects", "      pardon: 3", "      ... pardon: 3", "begins or ends with `...`"),
        ("people", "women: 4", "=wom*: 4", "cannot be both one form and every form"),
    ],
)
def test_a_slip_is_found_before_anybody_relies_on_it(
    copied: Path, list_name: str, before: str, after: str, said: str
) -> None:
    spoil(copied, list_name, before, after)
    assert any(said in finding for finding in treaty_vocabulary_findings(folder=copied))


def test_a_body_that_does_not_exist_is_found(copied: Path) -> None:
    spoil(copied, "bodies", "moj:", "mojj:", pack="kz")
    assert any("`mojj` is no body" in finding for finding in treaty_vocabulary_findings(folder=copied))


def test_words_of_one_pack_can_be_read_alone() -> None:
    alone: TreatyVocabulary = load_treaty_vocabulary(("international",))
    assert not alone.bodies
    assert alone.subjects
