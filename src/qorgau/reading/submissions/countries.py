"""Whether a word is a State's name: "Moldova should finance ...", "Казахстану следует ..."."""

from __future__ import annotations

from functools import cache, lru_cache

from babel import Locale

LONG_NAMES = (
    "Kyrgyz Republic",
    "Russian Federation",
    "Viet Nam",
    "United States",
    "Timor Leste",
    "Czech Republic",
)
ENDING = 3  # letters at most that a Russian name changes in its cases
SHORTEST = 4


@lru_cache(maxsize=1024)
def is_state(name: str) -> bool:
    """Whether a name, with or without "Republic of" before it, is a State's; a Russian one in any case."""
    words = name.casefold().replace("the ", "").replace("republic of ", "").strip()
    return words in _names("en") or any(_same_stem(words, each) for each in _names("ru"))


def _same_stem(word: str, name: str) -> bool:
    stem = next(
        (at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other),
        min(len(word), len(name)),
    )
    return stem >= SHORTEST and stem >= len(name) - 2 and len(word) - stem <= ENDING


@cache
def _names(language: str) -> frozenset[str]:
    named = [name for code, name in Locale(language).territories.items() if len(code) == 2 and code.isalpha()]
    others = LONG_NAMES if language == "en" else ()
    return frozenset(each.casefold() for each in (*named, *others))
