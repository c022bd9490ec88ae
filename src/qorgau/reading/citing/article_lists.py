"""Lists of articles spelt out one by one: "arts. 2, 12–14 and 16", "article 4, paragraph 2", "article 146-1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from qorgau.reading.citing.clean import dashes


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a list, "4(2)", by offsets of what stands for it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A whole "articles 2 and 16" by offsets."""

    start: int
    end: int
    items: tuple[Item, ...]


_ARTICLE: Final = r"\b(?:articles?|arts?\.?|стать[а-я]{1,3}|статей|ст\.|бап\w*)"
_PART: Final = r"(?:\s?\([0-9a-z]{1,4}\))"
_NUMBER: Final = r"(?:\d{1,4}(?:-\d{1,2}(?!\d))?(?:\s?(?:bis|ter|quater)\b)?|[IVX]{1,5}\b)"
_ITEM: Final = rf"(?:No\.?\s*)?{_NUMBER}{_PART}*"
_JOIN: Final = r"(?:\s*,\s*(?:and\s+|и\s+)?|\s+(?:and|or|to|и|или|по)\s+|\s*-\s*|\s*&\s*)"
_LIST: Final = rf"{_ITEM}(?:{_JOIN}(?:{_ITEM}|{_PART}))*"
_PARAGRAPHS: Final = (
    rf"(?:,?\s+(?:paragraphs?|paras?\.?|пункт[а-я]*|част[а-я]+)\s+(?P<paras>\d+(?:(?:{_JOIN})\d+)*),?)?"
)
_CITED: Final = re.compile(rf"{_ARTICLE}\s*(?P<list>{_LIST}){_PARAGRAPHS}", re.IGNORECASE)
_PART_BEFORE: Final = re.compile(
    r"\b(?:paragraphs?|parts?|част[ьи]|пункт[а-я]*)\s+(\d{1,2})\s+(?:of\s+)?$", re.IGNORECASE
)
_TOKEN: Final = re.compile(
    r"(?P<range>-|\b(?:to|по)\b)|(?P<number>\d{1,4}|\b[IVX]{1,5}\b)|(?P<latin>bis|ter|quater)|(?P<part>\([0-9a-z]{1,4}\))",
    re.IGNORECASE,
)
_BEFORE: Final = 60  # so far back stands what a list is a part of
_FURTHEST: Final = 60  # no text cites more articles in a row
_WORTH: Final = {"I": 1, "V": 5, "X": 10}


def find(text: str) -> Iterator[Listed]:
    """Every list of articles in a text; "Part 2 of Article 67" and "article 19, paragraph 1" are 67(2) and 19(1)."""
    for match in _CITED.finditer(dashes(text)):
        items = _items(text, match.start("list"), match["list"])
        before = _PART_BEFORE.search(text[max(0, match.start() - _BEFORE) : match.start()])
        paragraphs = re.findall(r"\d+", match["paras"] or "") or ([before[1]] if before else [])
        if len(items) == 1 and paragraphs and "(" not in items[0].name:
            items = [replace(items[0], name=f"{items[0].name}({number})") for number in paragraphs]
        yield Listed(match.start(), match.end(), tuple(items))


@dataclass(slots=True)
class _Walk:
    """Where a walk through a list stands: the items so far, the last number and how it was joined."""

    items: list[Item] = field(default_factory=list)
    number: str = ""
    joined: str = ""
    done: int = 0


def _items(text: str, offset: int, words: str) -> list[Item]:
    walk = _Walk()
    for token in _TOKEN.finditer(words):
        if token.lastgroup == "range":
            walk.joined = text[offset + token.start() : offset + token.end()]
            continue
        if token.lastgroup == "number":
            _take_number(walk, _arabic(token.group()), token)
        elif token.lastgroup == "part":
            _take_part(walk, token.group(), token, apart=bool(words[walk.done : token.start()].strip()))
        elif walk.items:
            walk.number = f"{walk.number} {token.group().lower()}"
            walk.items[-1] = replace(walk.items[-1], name=walk.number, end=token.end())
        walk.joined, walk.done = "", token.end()
    return [Item(one.name, offset + one.start, offset + one.end) for one in walk.items]


def _take_number(walk: _Walk, number: str, token: re.Match[str]) -> None:
    """A dash before a higher number means all between; a hyphen before a lower one is part of the number, "146-1"."""
    start, end = token.span()
    if walk.joined and walk.number.isdigit():
        low, high = int(walk.number), int(number)
        if high <= low and walk.joined == "-":
            walk.number = f"{low}-{high}"
            walk.items[-1] = replace(walk.items[-1], name=walk.number, end=end)
            return
        if low < high <= low + _FURTHEST:
            walk.items += [Item(str(one), start, end) for one in range(low + 1, high)]
    walk.number = number
    walk.items.append(Item(number, start, end))


def _take_part(walk: _Walk, part: str, token: re.Match[str], *, apart: bool) -> None:
    """A part in brackets goes deeper, "5(d)(iv)"; one that stands apart, "19 (2) and (3)", is a sister."""
    if not walk.items:
        return
    if not apart:
        last = walk.items[-1]
        walk.items[-1] = replace(last, name=last.name + part, end=token.end())
        return
    between = _parts_between(walk.items[-1].name, part) if walk.joined else []
    names = [f"{walk.number}({one})" for one in between]
    walk.items += [Item(name, *token.span()) for name in [*names, f"{walk.number}{part}"]]


def _parts_between(name: str, part: str) -> list[str]:
    """The parts that "(2)-(5)" or "(a)-(d)" leaves out."""
    first, last = name.rpartition("(")[2].rstrip(")"), part.strip("()")
    if first.isdigit() and last.isdigit():
        between = range(int(first) + 1, int(last))
        return [str(one) for one in between] if len(between) <= _FURTHEST else []
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []


def _arabic(value: str) -> str:
    if value.isdigit():
        return value
    numbers = [_WORTH[letter] for letter in value.upper()]
    following = [*numbers[1:], 0]
    return str(sum(-one if one < after else one for one, after in zip(numbers, following, strict=True)))
