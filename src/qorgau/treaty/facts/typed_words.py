"""Words that people typed in one language or several, as a reader of another one sees them."""

from __future__ import annotations

from collections.abc import Mapping

from qorgau.lawbook import Language


def language_typed(words: Mapping[str, str], language: Language) -> str:
    """The language's code where somebody wrote the words in it, else of the first that they are written in."""
    return language.value if words.get(language.value) else next(iter(words), "")


def typed_in(words: Mapping[str, str], language: Language) -> str:
    """The words in that language or, where nobody wrote them there, in the first that they are written in."""
    return words.get(language_typed(words, language), "")
