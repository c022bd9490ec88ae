"""Russian and Kazakh texts are written in their own letters: a look-alike letter breaks search, reading aloud and print."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from qorgau.lawbook.book import law_folder

ROOMS = Path(__file__).parents[2] / "src" / "qorgau"
FILES = [*sorted(law_folder().rglob("*.yaml")), *sorted(ROOMS.rglob("phrases.yaml"))]
KAZAKH_LETTERS = frozenset("әғқңөұүһі")
RUSSIAN = re.compile(r"[а-яё]+")
KAZAKH = re.compile(r"[а-яё" + "".join(sorted(KAZAKH_LETTERS)) + "]+")
WORD = re.compile(r"[^\W\d_]+")
OUR_NAME = "қорғау"  # written the same in every language


def texts(node: object) -> Iterator[dict[str, str]]:
    """Every text in several languages inside a file, however deep."""
    if isinstance(node, dict):
        if "ru" in node and "kk" in node and all(isinstance(value, str) for value in node.values()):
            yield node
        else:
            for inner in node.values():
                yield from texts(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from texts(inner)


@cache
def texts_of(path: Path) -> tuple[dict[str, str], ...]:
    return tuple(texts(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)))


def said_in(language: str, path: Path) -> list[str]:
    return [text[language] for text in texts_of(path)]


def foreign_words(text: str, alphabet: re.Pattern[str]) -> list[str]:
    """Words with a Cyrillic letter that are not written in one alphabet alone."""
    words = (word.lower() for word in WORD.findall(text))
    cyrillic = (word for word in words if re.search(r"[Ѐ-ӿ]", word) and word != OUR_NAME)
    return [word for word in cyrillic if not alphabet.fullmatch(word)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_russian_word_borrows_a_letter_of_another_alphabet(path: Path) -> None:
    assert [word for text in said_in("ru", path) for word in foreign_words(text, RUSSIAN)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_kazakh_word_borrows_a_letter_of_another_alphabet(path: Path) -> None:
    assert [word for text in said_in("kk", path) for word in foreign_words(text, KAZAKH)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_english_text_holds_a_cyrillic_letter(path: Path) -> None:
    assert [text for text in said_in("en", path) if re.search(r"[Ѐ-ӿ]", text)] == []


def test_a_kazakh_text_of_some_length_uses_letters_that_russian_does_not_have() -> None:
    told = [text for path in FILES for text in said_in("kk", path) if len(text) > 40]
    assert [text for text in told if not KAZAKH_LETTERS & set(text.lower())] == []


def test_a_mixed_word_is_found_whichever_script_it_borrows_from() -> None:
    assert foreign_words("cот и суд", RUSSIAN) == ["cот"]  # the first letter is Latin
    assert foreign_words("қамаy", KAZAKH) == ["қамаy"]  # the last letter is Latin
    assert foreign_words("законның", RUSSIAN) == ["законның"]
