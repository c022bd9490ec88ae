"""National codes by the names that texts give them; one code may have several names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from qorgau.lawbook.strict_yaml import read_yaml

_FILE = Path(__file__).with_name("codes.yaml")


@dataclass(frozen=True, slots=True)
class Code:
    """A national code: its key, and a pattern of all its names."""

    key: str
    names: re.Pattern[str]


@lru_cache(maxsize=1)
def codes() -> tuple[Code, ...]:
    """All codes that are known, those with longer names first."""
    mapping = read_yaml(_FILE).mapping()
    named = [(key, name) for key, node in mapping.items() for name in node.texts()]
    by_key = {key: [name for other, name in named if other == key] for key in mapping}
    return tuple(Code(key, _pattern(names)) for key, names in by_key.items())


@lru_cache(maxsize=1)
def any_name() -> str:
    """A pattern that finds any code's name."""
    return "|".join(code.names.pattern for code in codes())


def key_of(name: str) -> str | None:
    """Which code a name stands for; the longest fitting name counts ("Criminal Procedure Code" is not "Criminal Code")."""
    found = [(len(match.group()), code.key) for code in codes() if (match := code.names.search(name))]
    return max(found)[1] if found else None


def _pattern(names: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(_words(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _words(name: str) -> str:
    """A name as a pattern; abbreviations keep their capitals, other words may begin with either."""
    return r"\s+".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    if word == "*":
        return r"\S+(?:\s+\S+)?"
    stem, bends = (word[:-1], r"\w*") if word.endswith("*") else (word, "")
    if stem.isupper() or not stem[0].isalpha():
        return re.escape(stem) + bends
    return f"[{stem[0].upper()}{stem[0].lower()}]{re.escape(stem[1:])}{bends}"
