"""Words that a line's end or a bad copy has split."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from qorgau.reading.repairing.draft import Edit
from qorgau.reading.source import Mended

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SPLIT = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})- ([^\W\d_]{2,})")
_SPLIT_COMMITTEE = re.compile(r"(?<![A-Z/])([A-Z](?: ?[A-Z]){1,4}) ?/ ?C/(?=[A-Z0-9])")
COMMITTEES = frozenset(("CAT", "CCPR", "CERD", "CEDAW", "CRC", "CRPD", "CED", "CMW"))
# "pre- and post-trial" is whole: a shared end follows.
_SHARED_END = frozenset("and or to und и или және мен et ou y o nor".split())
# First parts that keep their hyphen where the document itself does not settle it.
_COMPOUNDS = frozenset(
    "follow ill non self well long short co ex cross inter anti half all high low first second third mid post pre"
    " multi vice semi sub so re on decision law policy rights day case gender age sex video door state fact"
    " юго северо западно восточно социально военно медико судебно уголовно научно".split()
)


class Words:
    """Which words a document uses, to settle how a split one was whole."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each word stands in the document, in small letters."""
        return Counter(word.lower() for text in self._texts for word in _WORD.findall(text))

    def whole(self, first: str, second: str) -> str:
        """The word that was split at a line's end, with its hyphen if it has one of its own."""
        joined, hyphened = first + second, f"{first}-{second}"
        plain, compound = self.counted[joined.lower()], self.counted[hyphened.lower()]
        if plain != compound:
            return joined if plain > compound else hyphened
        if second[:1].isupper() or first.lower() in _COMPOUNDS:
            return hyphened
        return joined


def split_word_edits(text: str, words: Words) -> list[Edit]:
    """ "develop- ment" and "C AT/C" as one word."""
    edits = []
    if "- " in text:
        for found in _SPLIT.finditer(text):
            if found[2].lower() not in _SHARED_END:
                whole = words.whole(found[1], found[2])
                edits.append(Edit(found.start(), found.end(), whole, Mended.SPLIT_WORD))
    if "/" in text:
        edits += [edit for found in _SPLIT_COMMITTEE.finditer(text) if (edit := _committee(found))]
    return sorted(edits, key=lambda edit: edit.start)


def _committee(found: re.Match[str]) -> Edit | None:
    whole = found[1].replace(" ", "")
    if whole not in COMMITTEES or found[0] == f"{whole}/C/":
        return None
    return Edit(found.start(), found.end(), f"{whole}/C/", Mended.SPLIT_WORD)
