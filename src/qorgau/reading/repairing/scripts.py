"""Cyrillic letters in Latin words and the other way: mended where the word's own script is certain."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from qorgau.reading.repairing.draft import Edit, Fix
from qorgau.reading.repairing.words import COMMITTEES
from qorgau.reading.source import Mended

Script = tuple[bool, bool]  # Latin, Cyrillic

_LATIN = "aceopxyhiABCEHIKMOPTXYSJsjəɵƏƟ"
_CYRILLIC = "асеорхуһіАВСЕНІКМОРТХУЅЈѕјәөӘӨ"
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_CHAIN = re.compile(r"[^\W_]+(?:[/.-][^\W_]+)*")
_PART = re.compile(r"[^\W\d_]+")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u0259\u0275\u018f\u019f]")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u04ff]")


def mixed_script_edits(text: str) -> tuple[list[Edit], list[Fix]]:
    """What to mend, and words of two scripts that could be either and are only reported."""
    edits: list[Edit] = []
    unsure: list[Fix] = []
    if text.isascii() or not (_CYRILLIC_LETTER.search(text) and _LATIN_LETTER.search(text)):
        return edits, unsure
    line = cache(lambda: _script_of(text))
    for chain in _CHAIN.finditer(text):
        if _CYRILLIC_LETTER.search(chain[0]) and _LATIN_LETTER.search(chain[0]):
            _judge(chain, line, edits, unsure)
    return edits, unsure


def _judge(chain: re.Match[str], line: Callable[[], Script], edits: list[Edit], unsure: list[Fix]) -> None:
    symbol = _is_latin_symbol(chain[0])
    for part in _PART.finditer(chain[0]):
        word = part[0]
        mixed = _CYRILLIC_LETTER.search(word) and _LATIN_LETTER.search(word)
        if not mixed and not (symbol and _CYRILLIC_LETTER.search(word)):
            continue
        meant = word.translate(_TO_LATIN) if symbol else _meant(word, line)
        if meant is None:
            unsure.append(Fix(Mended.MIXED_SCRIPT, word, None))
        else:
            start = chain.start() + part.start()
            edits.append(Edit(start, start + len(word), meant, Mended.MIXED_SCRIPT))


def _is_latin_symbol(chain: str) -> bool:
    """A document's symbol ("САТ/С/KAZ/CO/4"): capitals and a stroke, and a committee's or one letter only Latin."""
    as_latin = chain.translate(_TO_LATIN)
    if "/" not in chain or not (as_latin.isascii() and as_latin.isupper()):
        return False
    return _anchors(chain)[0] or as_latin.partition("/")[0] in COMMITTEES


def _meant(word: str, line: Callable[[], Script]) -> str | None:
    """A letter that only one script has decides; without one, a line all but wholly in one script does."""
    latin, cyrillic = _anchors(word)
    if not latin and not cyrillic:
        latin, cyrillic = line()
    if latin == cyrillic:
        return None
    return word.translate(_TO_LATIN if latin else _TO_CYRILLIC)


def _script_of(text: str) -> Script:
    """Whether a line is all but wholly Latin or Cyrillic; a short one cannot tell."""
    latin, cyrillic = len(_LATIN_LETTER.findall(text)), len(_CYRILLIC_LETTER.findall(text))
    if latin + cyrillic < 40:
        return False, False
    return latin > 9 * cyrillic, cyrillic > 9 * latin


def _anchors(word: str) -> Script:
    """Whether the word has letters without a look-alike in the other script: Latin ones, Cyrillic ones."""
    latin = any(sign not in _LATIN for sign in _LATIN_LETTER.findall(word))
    cyrillic = any(sign not in _CYRILLIC for sign in _CYRILLIC_LETTER.findall(word))
    return latin, cyrillic
