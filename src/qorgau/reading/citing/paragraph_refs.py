"""Reads which paragraphs a text names: "paras. 14 (a), 24 (a), 28 and 44" gives 14(a), 24(a), 28, 44."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from qorgau.reading.citing.clean import dashes
from qorgau.reading.citing.months import MONTH

_ROMANS: Final = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
)
# Russian texts letter their paragraphs in Latin, some typists in Cyrillic
_CYRILLIC: Final = str.maketrans("абвгдеёжзиклмн", "abvgdeёjzijlmn")
_LOOKALIKE: Final = str.maketrans("асеорхі", "aceopxi")
_FURTHEST: Final = 60  # a range of more paragraphs than this is no range

_WORD: Final = (
    r"(?:\bparagraphe?s?|\bparas?\.?|\bpárrafos?|\bpárrs?\.|\bpar\.|\bsubparagraphs?|\bsub-paragraphs?|¶+"
    r"|\bпункт(?:ы|е|ах|ам|ами|а|ов|у|ом)?|\bпп?\.|\bподпункт(?:ы|е|ах|ам|ами|а|ов|у|ом)?)"
)
# a year or a day of a month that follows a comma is no paragraph
_NUMBER: Final = rf"(?!(?:19|20)\d\d\b)(?:\d{{1,3}}\.\d{{1,3}}|\d{{1,4}})(?![\d/]|\s+{MONTH})"
_LETTER: Final = r"\(?\s?(?:[ivx]{1,5}|[a-zа-я]{1,2})\s?\)"
_COMMENT: Final = r"\((?![a-zа-яivx]{1,4}\))(?!\d)[^()\n]{3,160}\)"
_JOIN: Final = (
    r"(?:,\s*(?:and|or|и|et|&)\b|,|;|\band\b|\bor\b|&|\bи\b|\bet\b|\by\b|\bto\b|\bthrough\b|\bпо\b|\bдо\b|-)"
)
_LIST: Final = (
    rf"{_NUMBER}(?:\s{{0,20}}(?:{_LETTER}))*"
    rf"(?:\s*(?:{_COMMENT}\s*)?{_JOIN}\s*(?:(?:paragraphs?|paras?\.?|пункт[а-я]*)\s+)?(?:{_NUMBER}|{_LETTER})(?:\s?(?:{_LETTER}))*)*"
)
# "paragraph 5, subparagraphs (f) and (h)" is 5 (f) and (h)
_SUBPARAGRAPHS: Final = re.compile(
    r"(?<=\d),?\s+(?:sub-?paragraphs?|подпункт[а-я]*)\s+(?=\(?[a-zа-я]\))", re.IGNORECASE
)
_BEGINNINGS: Final = ("par", "pár", "¶", "пункт", "п.")
_FIND: Final = re.compile(rf"{_WORD}\s*(?:№\s*)?({_LIST})", re.IGNORECASE)
_BARE: Final = re.compile(rf"\s*(?:{_WORD}\s*)?({_LIST})", re.IGNORECASE)
_TOKEN: Final = re.compile(
    rf"(?P<comment>{_COMMENT})|(?P<number>{_NUMBER})|(?P<letter>{_LETTER})|(?P<range>-|\bto\b|\bthrough\b|\bпо\b|\bдо\b)|(?P<join>{_JOIN})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ParagraphsNamed:
    """Paragraphs that a text names, by offsets of the whole reference ("paras. 8 and 10")."""

    ids: tuple[str, ...]
    start: int
    end: int


def read(text: str) -> tuple[str, ...]:
    """The paragraphs of one reference, ranges spelt out: "36 (a)-(c)" gives 36(a), 36(b), 36(c)."""
    match = _BARE.match(dashes(text))
    return tuple(_ids(match[1])) if match else ()


def find(text: str) -> list[ParagraphsNamed]:
    """Every reference to paragraphs in a running text."""
    lower = text.lower()
    if not any(word in lower for word in _BEGINNINGS):
        return []  # most sentences name no paragraph
    plain = _SUBPARAGRAPHS.sub(lambda found: " " * len(found[0]), dashes(text))
    return [
        ParagraphsNamed(tuple(_ids(match[1])), match.start(), match.end()) for match in _FIND.finditer(plain)
    ]


def _ids(text: str) -> Iterator[str]:
    """Walks the reference: a number opens a paragraph, letters beside it go deeper, a dash fills what lies between."""
    last: list[str] = []
    pending = ""
    beside = 0
    seen: set[str] = set()
    tokens = [token for token in _TOKEN.finditer(text) if token.lastgroup != "comment"]
    for index, token in enumerate(tokens):
        kind = token.lastgroup
        if kind in ("range", "join"):
            pending = kind if kind == "range" or pending != "range" else pending
            beside = 0
            continue
        value = _value(token.group())
        path = [value] if kind == "number" else _deeper(last, value, beside)
        beside = len(path)
        goes_on = index + 1 < len(tokens) and tokens[index + 1].lastgroup == "letter"
        if pending == "range" and last and not (goes_on and kind == "number"):
            ids = _between(last, path)
        else:
            ids = [path]
        last, pending = path, ""
        if not goes_on:
            yield from _new(ids, seen)


def _new(paths: list[list[str]], seen: set[str]) -> Iterator[str]:
    for path in paths:
        name = path[0] + "".join(f"({part})" for part in path[1:])
        if name not in seen:
            seen.add(name)
            yield name


def _value(token: str) -> str:
    inner = token.strip("() \t\n").lower()
    if re.fullmatch(r"[а-яё]", inner):
        plain = inner.translate(_LOOKALIKE)
        return plain if plain.isascii() else inner.translate(_CYRILLIC)
    return inner


def _deeper(last: list[str], value: str, beside: int) -> list[str]:
    """Where a letter belongs: under what it stands beside, else on the level of the one it follows in a list."""
    if not last:
        return [value]
    if beside:
        return [*last[:beside], value]
    if len(last) == 1:
        return [last[0], value]
    if len(last) > 2 and value in _ROMANS and not _follows(last[1], value):
        return [*last[:2], value]
    return [last[0], value]


def _follows(letter: str, value: str) -> bool:
    return len(value) == 1 and ord(value) == ord(letter[0]) + 1


def _between(first: list[str], last: list[str]) -> list[list[str]]:
    """What a range adds after its first element, which was already given."""
    if len(first) != len(last) or first[:-1] != last[:-1]:
        return [last]
    low, high = first[-1], last[-1]
    values = _numbers(low, high) or _letters(low, high) or [high]
    return [[*last[:-1], value] for value in values]


def _numbers(low: str, high: str) -> list[str]:
    head, _, first = low.rpartition(".")
    other, _, final = high.rpartition(".")
    if not (first.isdigit() and final.isdigit() and head == other):
        return []
    start, end = int(first), int(final)
    if not start < end <= start + _FURTHEST:
        return []
    return [f"{head}.{number}" if head else str(number) for number in range(start + 1, end + 1)]


def _letters(low: str, high: str) -> list[str]:
    if len(low) == len(high) == 1 and low.isalpha() and low < high and not (low in "ivx" and high in _ROMANS):
        return [chr(code) for code in range(ord(low) + 1, ord(high) + 1)]
    if low in _ROMANS and high in _ROMANS and _ROMANS.index(low) < _ROMANS.index(high):
        return list(_ROMANS[_ROMANS.index(low) + 1 : _ROMANS.index(high) + 1])
    if len(low) == len(high) == 1 and low < high:
        return [chr(code) for code in range(ord(low) + 1, ord(high) + 1)]
    return []
