"""A phrase of this slice in the three languages at once, for values that pages of any language show."""

from __future__ import annotations

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.wording import in_language, say


def in_three(key: str, **values: object) -> Text:
    """The phrase in each language; a value that is itself in three languages is put in in each."""
    return {
        language: say(key, language, **{name: _worded(value, language) for name, value in values.items()})
        for language in Language
    }


def _worded(value: object, language: Language) -> object:
    return in_language(value, language) if isinstance(value, dict) else value
