"""The room's own sentences in every language, with what they speak of filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import read_yaml
from qorgau.lawbook.words import Language


def say(word: str, **parts: Text | str | date) -> Text:
    """A sentence of phrases.yaml; each part is a text of its own, or the same in every language."""
    sentence = _words()[word]
    return {
        language: sentence[language].format(**{name: _in(part, language) for name, part in parts.items()})
        for language in Language
    }


def _in(part: Text | str | date, language: Language) -> str:
    if isinstance(part, date):
        return part.isoformat() if language is Language.EN else part.strftime("%d.%m.%Y")
    if isinstance(part, str):
        return part
    return part.get(language) or part[Language.EN]


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Text]:
    path = Path(__file__).with_name("phrases.yaml")
    return {word: read_text(node) for word, node in read_yaml(path).mapping().items()}
