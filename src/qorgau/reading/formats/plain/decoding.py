"""Bytes to text: UTF-8, UTF-16, or the Windows code pages for Cyrillic and for Western Europe."""

from __future__ import annotations

import codecs
import re

from qorgau.reading.repairing import Fix
from qorgau.reading.source import Mended, SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CYRILLIC_WORD = re.compile(r"[А-ЯЁа-яёІіЎўҐґЄєЇї]{3,}")
_BAD = "\ufffd"


def decoded(data: bytes) -> tuple[str, tuple[Fix, ...]]:
    """The text, and what is to be reported of its encoding; bytes that fit nowhere become a sign for it."""
    for mark, page in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], page)
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return _lenient(data, unmarked)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _lenient(data, _likeliest(data))


def check_is_text(text: str, name: str) -> None:
    """Refuses bytes that are no text at all: pictures, programs, sound."""
    start = text[:20_000]
    odd = sum(sign == _BAD or (sign < " " and sign not in "\t\n\r\f\v\0\x1a") for sign in start)
    nul = start.count("\0")
    if odd * 10 > len(start) or nul * 2 > len(start):
        raise SourceError("file_no_document", name=name)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of a Latin or Cyrillic text is 0 or 4."""
    start = data[:4000]
    half = len(start) // 2
    if half < 4 or b"\0" not in start:
        return None
    even, odd = start[0 : half * 2 : 2], start[1 : half * 2 : 2]
    high_even, high_odd = (sum(each in (0, 4, 0x20) for each in half_) / half for half_ in (even, odd))
    if high_odd > 0.9 and high_even < 0.6:
        return "utf-16-le"
    return "utf-16-be" if high_even > 0.9 and high_odd < 0.6 else None


def _likeliest(data: bytes) -> str:
    """UTF-8 with a few broken bytes, else the code page whose letters make words."""
    high = sum(byte > 0x7F for byte in data)
    broken = data.decode("utf-8", "replace").count(_BAD)
    if broken * 10 < high:
        return "utf-8"
    words = _CYRILLIC_WORD.findall(data.decode("cp1251", "replace"))
    return "cp1251" if sum(map(len, words)) * 2 > high else "cp1252"


def _lenient(data: bytes, page: str) -> tuple[str, tuple[Fix, ...]]:
    text = data.decode(page, "replace")
    lost = text.count(_BAD)
    if not lost:
        return text, ()
    return text, (Fix(Mended.ENCODING, f"{lost} × {_BAD} ({page})", None),)
