"""Which heading stands under which: told by the file's styles or by the kind of number, so that articles are inherited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.reading.submissions.headings import Heading, HeadingKind
from qorgau.reading.submissions.pieces import Mark, Piece

# A chapter that speaks for the whole document belongs to no article, wherever it stands.
WHOLE = re.compile(
    r"\b(?:summary|overall|general\s+recommendations|conclusions?|annex|appendix|bibliography|all\s+recommendations|list\s+of\s+recommendations|"
    r"заключени\w+|итогов\w+|общие\s+рекомендации|приложени\w+|сводн\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Open:
    """A heading whose chapter is still open; `level` is comparable only with its own kind."""

    level: tuple[str, int]
    text: str
    articles: tuple[str, ...]


class Chapters:
    """The open headings, outermost first."""

    def __init__(self, recurring: frozenset[int] = frozenset()) -> None:
        self.open: list[Open] = []
        self.recurring = recurring

    def enter(self, heading: Heading, piece: Piece) -> None:
        """Closes what this heading ends, and opens its own chapter."""
        level = ("recurring", 0) if piece.line.number in self.recurring else level_of(heading, piece)
        if WHOLE.search(heading.text):
            self.open.clear()
        self.open = [each for each in self.open if each.level[0] != "demands"]
        self._close(level)
        self.open.append(Open(level, heading.text, heading.articles))

    def _close(self, level: tuple[str, int]) -> None:
        kind, depth = level
        # a line that only looks like a heading ends no chapter whose heading the file itself calls one
        styled = (
            [at for at, each in enumerate(self.open) if each.level[0] == "style"] if kind == "plain" else []
        )
        first = styled[-1] + 1 if styled else 0
        for at, each in enumerate(self.open[first:], start=first):
            if each.level[0] == kind and each.level[1] >= depth:
                del self.open[at:]
                return

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles of the innermost chapter that names any."""
        return next((each.articles for each in reversed(self.open) if each.articles), ())

    @property
    def headings(self) -> tuple[str, ...]:
        """The open headings, outermost first."""
        return tuple(each.text for each in self.open)


def recurring(headings: Sequence[tuple[Piece, Heading]]) -> frozenset[int]:
    """Lines of headings that stand in chapter after chapter ("What we see"), and of those between them.

    They are parts of their chapter, whatever style the file gives them, and end no article.
    """
    themes = [piece for piece, heading in headings if _is_theme(heading)]
    counted = Counter(map(_words, themes))
    found: set[int] = set()
    within: set[int] = set()
    for piece, heading in reversed(headings):
        if _is_theme(heading) and (within or counted[_words(piece)] > 1):
            within.add(piece.line.number)
        elif heading.articles:
            found |= within
            within = set()
    return frozenset(found)


def _is_theme(heading: Heading) -> bool:
    return heading.kind is HeadingKind.THEME and not heading.articles


def _words(piece: Piece) -> str:
    return piece.body.strip().casefold()


def level_of(heading: Heading, piece: Piece) -> tuple[str, int]:
    """How deep a heading is, among headings of its kind."""
    if piece.is_heading_style and (found := re.search(r"(\d)$", piece.line.style or "")):
        return "style", int(found[1])
    if heading.kind is HeadingKind.ARTICLE:
        return "article", 0
    if piece.mark is Mark.NUMBER:
        return "number", piece.sign.count(".")
    if piece.mark in (Mark.ROMAN, Mark.LETTER):
        return piece.mark.value + ("A" if piece.sign.isupper() else "a"), 0
    return "demands" if heading.kind is HeadingKind.DEMANDS else "plain", 0
