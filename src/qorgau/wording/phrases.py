"""Phrases in YAML files, three languages side by side; each room registers its own file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from babel import Locale

from qorgau.clock import span_parts
from qorgau.lawbook import Language, LawFileError
from qorgau.lawbook.reading import read_text
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.strict_yaml import read_yaml

_FILES: list[Path] = [Path(__file__).with_name("phrases.yaml")]


def register_phrases(path: Path) -> None:
    """Add a room's own phrases; its keys begin with the room's name and a point."""
    if path not in _FILES:
        _FILES.append(path)
        _phrases.cache_clear()


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Text]:
    found: dict[str, Text] = {}
    for path in _FILES:
        for key, node in read_yaml(path).mapping().items():
            if key in found:
                raise LawFileError(f"{path.name}: the phrase `{key}` stands in another file as well.")
            text = read_text(node)
            if missing := [language.value for language in Language if not text.get(language)]:
                raise node.fail(f"the phrase `{key}` is missing in {', '.join(missing)}.")
            found[key] = text
    return found


def knows(key: str) -> bool:
    """Whether there is such a phrase."""
    return key in _phrases()


def say_text(key: str) -> Text:
    """The phrase in every language."""
    return _phrases()[key]


def say(key: str, language: Language, **values: object) -> str:
    """The phrase in that language; raises KeyError for one nobody wrote."""
    phrase = _phrases()[key][language]
    return phrase.format(**values) if values else phrase


def say_plural(key: str, count: int, language: Language, **values: object) -> str:
    """The phrase `key_one`, `key_few`, `key_many` or `key_other` that the number asks for."""
    form = plural_form(count, language)
    known = f"{key}_{form}" if knows(f"{key}_{form}") else f"{key}_other"
    return say(known, language, count=count, **values)


def plural_form(count: int, language: Language) -> str:
    """The plural form that the language has for the number: one, few, many or other."""
    return _locale(language).plural_form(count)


@lru_cache(maxsize=len(Language))
def _locale(language: Language) -> Locale:
    return Locale(language.value)


def in_language(text: Text, language: Language) -> str:
    """A text of a law file in that language, or in English where a rules file has no other."""
    return text.get(language) or text[Language.EN]


def say_span(seconds: int, language: Language) -> str:
    """A span in at most two units of the language."""
    parts = [f"{count} {_say_unit(count, unit, language)}" for count, unit in span_parts(abs(seconds))]
    return " ".join(parts) or f"0 {_say_unit(0, 'min', language)}"


def _say_unit(count: int, unit: str, language: Language) -> str:
    if unit == "day":
        return say(f"days_{plural_form(count, language)}", language)
    return say(f"short_{unit}", language)
