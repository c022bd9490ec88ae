"""What the reader says for itself in any of the three languages: a key and what fills its gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Union

from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import read_yaml
from qorgau.lawbook.words import Language

_FILE = Path(__file__).with_name("reasons.yaml")
Value = Union[str, int, "Reason", Text]


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence or a part of one: its key in reasons.yaml, and what fills its gaps; another reason may fill one."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    def said(self, language: Language) -> str:
        """The words in that language."""
        filled = {name: said(value, language) for name, value in self.values}
        try:
            return words()[self.key][language].format(**filled)
        except KeyError:
            # A kept reading may be of another version, with a key that this one does not have: better bare than no page.
            return ": ".join(filter(None, (self.key.replace("_", " "), ", ".join(filled.values()))))

    def __str__(self) -> str:
        """The words in English, as files and the command's JSON have them."""
        return self.said(Language.EN)


# A plain text stands for itself in every language: the words of a document, or of a person.
Said = Reason | str


def reason(key: str, **values: Value) -> Reason:
    """The reason of that key with its values."""
    return Reason(key, tuple(values.items()))


def said(one: Value, language: Language) -> str:
    """A reason in that language, or a text that has its languages; a plain text or number as it is."""
    if isinstance(one, Reason):
        return one.said(language)
    return one[language] if isinstance(one, Mapping) else str(one)


@lru_cache(maxsize=1)
def words() -> Mapping[str, Text]:
    """Every key with its words; a key that lacks a language is an error that names the line."""
    found: dict[str, Text] = {}
    for key, node in read_yaml(_FILE).mapping().items():
        text = read_text(node)
        if missing := [language.value for language in Language if not text.get(language)]:
            raise node.fail(f"the reason `{key}` is missing in {', '.join(missing)}.")
        found[key] = text
    return found
