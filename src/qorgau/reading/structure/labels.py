"""What stands before a line's words: "12.", "(a)", "iv)", a bullet; and which series such marks belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER_STYLES = {
    "dotted": re.compile(r"[\s*]*(\d{1,3})\s*\.[\s*]*(?=[^\d\s]|$)"),
    "bracketed": re.compile(r"\s*\((\d{1,3})\)\s*"),
    "bracket": re.compile(r"\s*(\d{1,3})\)\s*"),
    "bare": re.compile(r"\s*(\d{1,3})\s+(?=[A-ZÀ-ÝА-ЯЁ«“\"])"),
}
_ITEM = re.compile(r"\s*(?:\(\s*)?([a-zа-яё]{1,5}|[A-Z]|\d{1,2})\s*\)\s*")
_DOTTED_ITEM = re.compile(r"\s*([a-z]|[ivx]{1,5})\.\s+(?=\S)")
_BULLET = re.compile(r"\s*[•·‣▪●○◦■□►➢\uf0b7\uf0a7\uf0d8](?:\s*)|\s*[–—*-]\s+")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
# а Cyrillic letter that a typist takes for the Latin one of the same look
_LOOKALIKES = str.maketrans("аеіорсухѕј", "aeiopcyxsj")
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"


@dataclass(frozen=True, slots=True)
class Mark:
    """A list item's mark; `readings` are the series it may belong to with its rank in each ("i" is 9th or 1st)."""

    written: str
    readings: tuple[tuple[str, int], ...]
    body: int


def number_at(text: str, style: str) -> tuple[int, int] | None:
    """The paragraph number at the beginning of a line in one style of writing it, and where its words begin."""
    match = _NUMBER_STYLES[style].match(text)
    return (int(match[1]), match.end()) if match else None


def number_styles() -> tuple[str, ...]:
    """The ways of writing a paragraph number, the usual one first."""
    return tuple(_NUMBER_STYLES)


def mark_at(text: str, start: int = 0) -> Mark | None:
    """The mark of a list item that stands at an offset of a line, if any."""
    for pattern in (_ITEM, _DOTTED_ITEM):
        match = pattern.match(text, start)
        if match and (readings := readings_of(match[1])):
            return Mark(match[1], readings, match.end())
    match = _BULLET.match(text, start)
    return Mark("•", (("bullet", 0),), match.end()) if match and match.end() < len(text) else None


def readings_of(written: str) -> tuple[tuple[str, int], ...]:
    """Every series a mark may belong to, with its rank in it."""
    if written.isdigit():
        return (("digit", int(written)),)
    lower = written.lower()
    latin = lower.translate(_LOOKALIKES)
    found = [("latin", rank) for rank in _latin_rank(latin)]
    found += [("roman", rank) for rank in _roman_rank(latin)]
    if len(lower) == 1 and lower in _RUSSIAN:
        found.append(("russian", _RUSSIAN.index(lower) + 1))
    return tuple(found)


def as_cited(written: str, series: str) -> str:
    """A mark as it is cited: in Latin letters where the list runs in Latin letters."""
    return written.lower().translate(_LOOKALIKES) if series in ("latin", "roman") else written.lower()


def _latin_rank(mark: str) -> tuple[int, ...]:
    if len(mark) == 1 and "a" <= mark <= "z":
        return (ord(mark) - 96,)
    if len(mark) == 2 and mark[0] == mark[1] and "a" <= mark[0] <= "z":
        return (ord(mark[0]) - 96 + 26,)
    return ()


def _roman_rank(mark: str) -> tuple[int, ...]:
    if not _ROMAN.fullmatch(mark) or not mark:
        return ()
    total = 0
    for here, after in zip(mark, [*mark[1:], ""], strict=True):
        value, following = _ROMAN_VALUES[here], _ROMAN_VALUES.get(after, 0)
        total += -value if value < following else value
    return (total,)
