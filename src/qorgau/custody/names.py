"""Names spelled alike: Latin, Russian and Kazakh spellings of one name fold to one key. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "j",
    "з": "z", "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o",
    "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h",
    "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "і": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia", "ї": "i", "є": "e", "ў": "u", "ҳ": "h", "ӯ": "u", "ҷ": "j", "ӣ": "i",
}  # fmt: skip
"""Each Cyrillic letter as the folded key writes it; sounds that spellings confuse share a letter."""

_SPELLINGS = (
    ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("dzh", "j"), ("ng", "n"), ("ph", "f"),
    ("q", "k"), ("x", "ks"), ("w", "u"), ("yo", "e"), ("ye", "e"), ("ie", "e"), ("y", "i"), ("ä", "a"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("c(?!h)", "k"), ("ı", "i"),
)  # fmt: skip
"""Latin spellings of one sound, folded in this order."""

_DOUBLED = re.compile(r"(.)\1+")
_NOT_A_LETTER = re.compile(r"[^a-z]+")
# Aynabek, Ainabek, Айнабек, Әйнабек: after a vowel the glide is heard the same.
_AFTER_FOLDING = (("iia", "ia"), ("iiu", "iu"), ("ii", "i"), ("ia", "a"), ("iu", "u"), ("v", "v"))


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The key of one word of a name: small Latin letters, one for all spellings of a sound."""
    text = _latin(unicodedata.normalize("NFC", name.strip().casefold()))
    for spelling, sound in _SPELLINGS:
        text = re.sub(spelling, sound, text)
    text = _NOT_A_LETTER.sub("", text)
    for spelling, sound in _AFTER_FOLDING:
        text = text.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", text)


def folded_words(name: str) -> tuple[str, ...]:
    """The key of each word of a name, in the order written."""
    words = (folded(word) for word in re.split(r"[\s,.;]+", name))
    return tuple(word for word in words if word)


def _latin(text: str) -> str:
    spelled = "".join(_LETTERS.get(letter, letter) for letter in text)
    bare = unicodedata.normalize("NFD", spelled)
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
