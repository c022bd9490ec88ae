"""What is said of a link can be read: whole words, in the reader's language, without the signs of the search."""

from dataclasses import replace

import pytest

from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.lawbook.words import Language
from qorgau.reading.linking.links import Because
from qorgau.reading.linking.saying import reasons_of


def notions(code: str, language: Language) -> str:
    (said,) = reasons_of(replace(Because(), terms=(code,)))
    return said.said(language)


@pytest.mark.parametrize("language", list(Language))
def test_every_notion_is_named_in_whole_words(language: Language) -> None:
    for term in load_treaty_vocabulary().terms.values():
        assert not set("*=…") & set(term.title[language]), term.id


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.EN, "torture"), (Language.RU, "пытки"), (Language.KK, "азаптау")],
    ids=["en", "ru", "kk"],
)
def test_a_link_names_its_notions_in_the_language_of_the_reader(language: Language, words: str) -> None:
    assert notions("torture", language).endswith(words)
