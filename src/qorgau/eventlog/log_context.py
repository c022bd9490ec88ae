"""What a log seems to be about, by its name, its columns and its commonest words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qorgau.eventlog import column_words as words
from qorgau.eventlog.column_profile import ColumnProfile

_FEW_VALUES = 40


@dataclass(frozen=True)
class Context:
    """The subjects of the law a log speaks of; several may be true."""

    solitary: bool
    complaint: bool
    custody: bool


def context_of(titles: Iterable[str], profiles: Mapping[str, ColumnProfile]) -> Context:
    """Listen to the log's titles, the columns' names and the values of columns with few of them."""
    heard = [word for title in titles for word in words.words_of(title)]
    for profile in profiles.values():
        heard.extend(profile.words)
        if profile.distinct <= _FEW_VALUES:
            for value in profile.texts.values:
                heard.extend(words.words_of(value)[:8])
    return Context(
        solitary=words.fits_any(words.SOLITARY, heard),
        complaint=words.fits_any(words.COMPLAINT, heard),
        custody=words.fits_any(words.CUSTODY, heard),
    )
