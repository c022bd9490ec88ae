"""The words of a page with where they stand and how they are set, asked of the library once per word."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?")
_HYPHENS = "\x02\ufffe"
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!a)|(?:^|[-,])bd(?:$|[-,])", re.I)
_SLANTED = re.compile(r"italic|oblique|slanted", re.I)
_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_BOLD_WEIGHT = 600
MOST_WORDS = 20_000  # of one page; more is no page of a document


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text is set; `size` in points as seen on the page."""

    size: float
    bold: bool
    italic: bool
    turn: int = 0  # degrees from left to right, counter-clockwise


@dataclass(slots=True)
class Word:
    """A word, or a part of one that is set differently; `glued` where no space parts it from the one before."""

    text: str
    x0: float
    x1: float
    y: float
    look: Look
    glued: bool


_PLAIN = Look(10.0, False, False)


class PageWords:
    """Reads the words of one text page; looks are kept per piece of text, fonts per document."""

    def __init__(self, text_page: Any, fonts: dict[int, tuple[bool, bool]]) -> None:
        self._page = text_page.raw
        self._fonts = fonts
        self._looks: dict[int, Look] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]
        self._text = _whole_text(text_page)

    def every(self) -> Iterator[Word]:
        """The words in the order in which the file draws them."""
        end_of_last = -1
        for count, found in enumerate(_WORD.finditer(self._text)):
            if count > MOST_WORDS:
                return
            start, end = found.span()
            glued = start == end_of_last
            end_of_last = end if found[0][-1] not in _HYPHENS else -1
            yield from self._word(start, end, glued)

    def _word(self, start: int, end: int, glued: bool) -> Iterator[Word]:
        first, last = self._piece(start), self._piece(end - 1)
        if first == last or end - start > 400:
            yield self._of(start, end, first, glued)
            return
        at = start
        for index in range(start + 1, end + 1):
            piece = self._piece(index) if index < end else None
            if piece != first:
                yield self._of(at, index, first, glued if at == start else True)
                at, first = index, piece or 0

    def _of(self, start: int, end: int, piece: int, glued: bool) -> Word:
        raw.FPDFText_GetCharOrigin(self._page, start, self._x, self._y)
        left, right, bottom, top = self._box
        raw.FPDFText_GetCharBox(self._page, end - 1, left, right, bottom, top)
        text = self._text[start:end]
        if text[-1] in _HYPHENS:
            text = text[:-1] + "-"
        return Word(text, self._x.value, right.value, self._y.value, self._looks.get(piece, _PLAIN), glued)

    def _piece(self, index: int) -> int:
        """The piece of text that a character belongs to, as a number; its look is remembered."""
        found = raw.FPDFText_GetTextObject(self._page, index)
        if not found:
            return 0
        address = ctypes.addressof(found.contents)
        if address not in self._looks:
            self._looks[address] = self._look(found)
        return address

    def _look(self, piece: Any) -> Look:
        size, matrix = ctypes.c_float(), raw.FS_MATRIX()
        raw.FPDFTextObj_GetFontSize(piece, size)
        raw.FPDFPageObj_GetMatrix(piece, matrix)
        seen = abs(size.value) * (matrix.c**2 + matrix.d**2) ** 0.5
        font = raw.FPDFTextObj_GetFont(piece)
        bold, italic = self._font(font) if font else (False, False)
        # Outlined as well as filled: how some writers make bold.
        bold = bold or raw.FPDFTextObj_GetTextRenderMode(piece) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4 * 90
        return Look(round(seen, 1) if 0 < seen < 1000 else _PLAIN.size, bold, italic, turn)

    def _font(self, font: Any) -> tuple[bool, bool]:
        address = ctypes.addressof(font.contents)
        if address not in self._fonts:
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, buffer, 200)
            name = buffer.value.decode("latin-1").rpartition("+")[2]
            flags, weight = raw.FPDFFont_GetFlags(font), raw.FPDFFont_GetWeight(font)
            bold = bool(_BOLD.search(name)) or weight >= _BOLD_WEIGHT or bool(max(flags, 0) & _FORCE_BOLD)
            self._fonts[address] = bold, bool(_SLANTED.search(name)) or bool(max(flags, 0) & _ITALIC)
        return self._fonts[address]


def _whole_text(text_page: Any) -> str:
    """The page's text, one sign per index that the library counts."""
    count = raw.FPDFText_CountChars(text_page.raw)
    if count <= 0:
        return ""
    text: str = text_page.get_text_range()
    if len(text) == count:
        return text
    signs = (raw.FPDFText_GetUnicode(text_page.raw, index) for index in range(count))
    return "".join(chr(sign) if 0 < sign < 0xD800 or 0xDFFF < sign < 0x110000 else " " for sign in signs)
