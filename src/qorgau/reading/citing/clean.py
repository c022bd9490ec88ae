"""Text made plain for finding symbols, with the way back: lookalike letters, dashes, coded slashes, invisible signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# Cyrillic capitals that look like Latin ones: symbols in Russian texts are often typed with them
_LOOKALIKES: Final = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_DASHES: Final = str.maketrans("‐‑‒–—−", "------")
_GONE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SLASH: Final = re.compile(
    r"%\s?2\s?F", re.IGNORECASE
)  # an address broken over two lines splits the code as well

_MOVES: Final = re.compile(rf"[{_GONE}]|{_SLASH.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clean:
    """The plain text, and for each of its characters where it stood in the original (`back` has one more, the end)."""

    text: str
    back: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of the original for offsets of the plain text."""
        return self.back[start], self.back[end - 1] + 1 if end > start else self.back[start]


def dashes(text: str) -> str:
    """Every dash as a plain hyphen; no character moves."""
    return text.translate(_DASHES)


def clean(text: str) -> Clean:
    """Plain text of the same order of characters."""
    if not _MOVES.search(text):
        return Clean(text.translate(_LOOKALIKES).translate(_DASHES), tuple(range(len(text) + 1)))
    return _shortened(text)


def _shortened(text: str) -> Clean:
    coded = {match.start(): match.end() for match in _SLASH.finditer(text)}
    letters: list[str] = []
    back: list[int] = []
    at = 0
    while at < len(text):
        end = coded.get(at)
        if end is not None:
            letters.append("/")
            back.append(at)
            at = end
            continue
        if text[at] not in _GONE:
            letters.append(text[at])
            back.append(at)
        at += 1
    plain = "".join(letters).translate(_LOOKALIKES).translate(_DASHES)
    return Clean(plain, (*back, len(text)))
