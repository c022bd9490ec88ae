"""Which letters the fonts at hand can draw, so that none leaves the press as an empty box."""

from __future__ import annotations

import struct
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_COLLECTION = b"ttcf"
_FULL_UNICODE = {(3, 10), (0, 4), (0, 6)}  # platform and encoding of a table in format 12
_JOINERS = frozenset("\u200c\u200d")  # needed to write some languages, and they hide nothing


@dataclass(frozen=True, slots=True)
class Letters:
    """The code points that some fonts have a shape for, as ascending ranges that do not overlap."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    def __contains__(self, letter: str) -> bool:
        """Whether one of the fonts draws this letter."""
        where = bisect_right(self.firsts, ord(letter)) - 1
        return where >= 0 and ord(letter) <= self.lasts[where]

    def legible(self, text: str) -> str:
        """The text with every letter that cannot be drawn, or would hide itself, written as [U+1F600]."""
        return "".join(
            each if self._is_plain(each) else f"[U+{ord(each):04X}]"
            for each in unicodedata.normalize("NFC", text)
        )

    def _is_plain(self, letter: str) -> bool:
        # A direction mark in a name could turn the words beside it around; it is shown, not obeyed.
        invisible = unicodedata.category(letter)[0] == "C" and letter not in _JOINERS
        return letter == "\n" or (not invisible and letter in self)


def letters_of(fonts: Sequence[Path]) -> Letters:
    """What the fonts draw together; a font without a full Unicode table adds nothing."""
    ranges = sorted(each for font in fonts for each in _ranges(font.read_bytes()))
    joined: list[list[int]] = []
    for first, last in ranges:
        if joined and first <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], last)
        else:
            joined.append([first, last])
    return Letters(tuple(first for first, _ in joined), tuple(last for _, last in joined))


def _ranges(font: bytes) -> list[tuple[int, int]]:
    start = struct.unpack_from(">I", font, 12)[0] if font[:4] == _COLLECTION else 0
    table = _table(font, start, b"cmap")
    for index in range(struct.unpack_from(">H", font, table + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, table + 4 + 8 * index)
        at = table + offset
        if (platform, encoding) in _FULL_UNICODE and struct.unpack_from(">H", font, at)[0] == 12:
            return _groups(font, at)
    return []


def _table(font: bytes, start: int, name: bytes) -> int:
    count = struct.unpack_from(">H", font, start + 4)[0]
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, start + 12 + 16 * index)
        if tag == name:
            return int(offset)
    raise ValueError(f"The font has no table {name.decode()}. Install it again.")


def _groups(font: bytes, at: int) -> list[tuple[int, int]]:
    count = struct.unpack_from(">I", font, at + 12)[0]
    return [struct.unpack_from(">II", font, at + 16 + 12 * index) for index in range(count)]
