"""Takes a report of a review apart: numbered paragraphs, and the recommendations numbered anew below some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from qorgau.reading.reviews.positions import opens_list
from qorgau.reading.reviews.states import names_in
from qorgau.reading.source import Line, Place

FULL = re.compile(r"^\s*(?P<paragraph>\d{1,3})\s?\.\s?(?P<number>\d{1,3})\s?[.)]?\s+(?=\S)")
SINGLE = re.compile(r"^\s*(?P<number>\d{1,3})\s?\.\s*(?=[^\W\d]|[“\"«])")
_MOST_MISSING = 150
_INTRODUCTION = re.compile(r"(?:introduction|introducción|введение)", re.IGNORECASE)
ANNEX = re.compile(r"^\s*(?:annexe?|anexo|приложение)(?:\s+[IVX]+)?\s*$", re.IGNORECASE)
# What is left of pages: the symbol, the number of the page, the number of the job.
FURNITURE = re.compile(r"^\s*(?:A/HRC/[\w/.]+|GE\.\d\d-\d+.*|\d{1,3}|\d{1,3}\s+GE\.\d\d-\d+)\s*$")
LAST = re.compile(r"\((?P<inside>(?:[^()]|\([^()]*\))*)\)[\s;.,*\d]*$")


@dataclass(slots=True)
class Numbered:
    """A paragraph or a recommendation as it grows line by line."""

    number: str
    heading: str | None
    lines: list[tuple[Line, int]] = field(default_factory=list)
    items: list[Numbered] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, without its number, lines put together."""
        return " ".join(line.text[start:].strip() for line, start in self.lines).strip()

    @property
    def place(self) -> Place:
        """From its first word to its last."""
        first, start = self.lines[0]
        last = self.lines[-1][0]
        return Place(first.number, first.start + start, last.start + len(last.text.rstrip()), first.page)

    @property
    def ends_in_states(self) -> bool:
        """Whether it ends with States in parentheses, as a whole recommendation does."""
        found = LAST.search(self.text)
        return bool(found and names_in(found["inside"]))


class Counter:
    """Counts through the lines: which number opens a paragraph, which a recommendation, which is only text."""

    def __init__(self) -> None:
        self.paragraphs: list[Numbered] = []
        self.heading: str | None = None
        self.over = False

    def take(self, lines: Iterable[Line]) -> list[Numbered]:
        """All numbered paragraphs of the report, in order."""
        for line in lines:
            if self.over or not line.text.strip() or FURNITURE.match(line.text):
                continue
            self._take(line)
        return self.paragraphs

    def _take(self, line: Line) -> None:
        if ANNEX.match(line.text) and self.paragraphs and self.paragraphs[-1].items == []:
            self.over = True
        elif not (self._full(line) or self._single(line) or self._heading(line)):
            self._more(line)

    @property
    def _current(self) -> Numbered | None:
        return self.paragraphs[-1] if self.paragraphs else None

    def _full(self, line: Line) -> bool:
        """ "97.12 Ratify ..." names its paragraph itself."""
        found, current = FULL.match(line.text), self._current
        if not found or current is None or found["paragraph"] != current.number:
            return False
        current.items.append(
            Numbered(f"{current.number}.{found['number']}", self.heading, [(line, found.end())])
        )
        return True

    def _single(self, line: Line) -> bool:
        found = SINGLE.match(line.text)
        if not found:
            return False
        number = int(found["number"])
        if self._is_item(number, line.text[found.end() :]):
            current = self.paragraphs[-1]
            current.items.append(Numbered(f"{current.number}.{number}", self.heading, [(line, found.end())]))
            return True
        if number == len(self.paragraphs) + 1 or self._is_next(number, line.text):
            self.paragraphs.append(Numbered(str(number), self.heading, [(line, found.end())]))
            return True
        return False

    def _is_next(self, number: int, text: str) -> bool:
        """The next number but one at most; a paragraph that opens a list is known by its words where others are missing."""
        current = self._current
        if current is None:
            return True
        near = int(current.number) < number <= int(current.number) + 2
        opens = opens_list(text) and text.rstrip().endswith(":") and number > int(current.number)
        return near or (opens and number < int(current.number) + _MOST_MISSING)

    def _is_item(self, number: int, text: str) -> bool:
        """The next number of an open list; where it could open the next paragraph too, the words decide."""
        current = self._current
        if current is None or not opens_list(current.text):
            return False
        last = int(current.items[-1].number.split(".")[1]) if current.items else 0
        if current.items and not self._plain_numbers(current):
            return False
        if number not in (last + 1, last + 2) or (not current.items and number != 1):
            return False
        if number != int(current.number) + 1:
            return number == last + 1 or current.items[-1].ends_in_states
        return not opens_list(text) and not current.items[-1].text.endswith(").")

    def _plain_numbers(self, current: Numbered) -> bool:
        """Whether its items are numbered 1, 2, 3 rather than 97.1, 97.2."""
        line, _ = current.items[0].lines[0]
        return not FULL.match(line.text)

    def _heading(self, line: Line) -> bool:
        current = self._current
        text = line.text.strip()
        if current is None:
            self.heading = text if _INTRODUCTION.fullmatch(text) else self.heading
            return False
        if len(text) > 120 or text[-1] in ".;:,)":
            return False
        found = re.match(r"^(?:[IVX]+|[A-Z]|\d)\s?\.\s+(?P<title>[A-ZА-Я].*)$", text)
        if not found or (current.items and not current.items[-1].ends_in_states):
            return False
        self.heading = found["title"].rstrip("*")
        return True

    def _more(self, line: Line) -> None:
        current = self._current
        if current is None:
            return
        target = current.items[-1] if current.items else current
        if current.items and target.ends_in_states and target.text.rstrip().endswith("."):
            return
        target.lines.append((line, 0))


@dataclass(frozen=True, slots=True)
class Named:
    """A pair of parentheses that holds nothing but States, by its offsets."""

    start: int
    end: int
    states: tuple[str, ...]


def groups(text: str) -> Iterator[Named]:
    """Every pair of parentheses that holds nothing but States, in order."""
    depth, start = 0, 0
    for at, sign in enumerate(text):
        if sign == "(":
            depth += 1
            start = at if depth == 1 else start
        elif sign == ")" and depth:
            depth -= 1
            if depth == 0 and (names := names_in(text[start + 1 : at])):
                yield Named(start, at + 1, names)
