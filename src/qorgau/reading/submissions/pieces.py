"""Lines of a submission with the mark of a list taken off: a bullet, a number, a letter, or "Recommendation 3:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from qorgau.reading.source import Line, Place, Source


class Mark(StrEnum):
    """How an item of a list begins."""

    BULLET = "bullet"  # a dot, a dash, an arrow
    NUMBER = "number"  # "3." or "3)"
    LETTER = "letter"  # "(b)", "b)"
    ROMAN = "roman"  # "(iv)", "IV."
    NAMED = "named"  # "Recommendation 3:", "Question 2."
    NONE = "none"  # no mark: running text


# The last group of bullets are what symbol fonts leave behind when text is taken out of Word or PDF.
BULLETS = "·•‣◦▪●○■□▫➢➤✓✔→⇒❖◆◊*§⁃∙☐☑☒▶►▸➔➜❏❑✦★\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf06f\uf076\uf0f0\uf0a8"
UNENDING = re.compile(
    r"\b(?:the|an?|of|and|or|in|on|by|for|with|from|at|as|its|their|his|her|this|these|those|which|who|is|are|was|were|be|been|"
    r"и|или|в|во|на|с|со|по|для|от|о|об|к|из|за|при|что|который|которые)$",
    re.IGNORECASE,
)
DEEPER = "o◦○–—-▫□\uf06f\uf0a8"
MARKS = (
    (
        Mark.NAMED,
        re.compile(
            r"(?:recommendation|question|issue|рекомендация|вопрос|ұсыным|сұрақ)\s*"
            r"(?:no\.?|n°|№|#)?\s*(?P<mark>\d{1,3}(?:\.\d{1,2})*)\s*[:.)–—-]\s*(?=\S)",
            re.IGNORECASE,
        ),
    ),
    (Mark.NAMED, re.compile(r"(?P<mark>[QR][.\s-]?\d{1,2})\s*[.:)]\s+(?=\S)")),
    (Mark.BULLET, re.compile(rf"(?P<mark>[{re.escape(BULLETS)}])\s*(?=\S)")),
    (Mark.BULLET, re.compile(r"(?P<mark>[–—-])(?:\s*(?=[^\W\d])|\s+(?=[«“\"(]\w|(?:19|20)\d\d\b))")),
    (Mark.BULLET, re.compile(r"(?P<mark>[+»›>~]|[-=–]>)\s+(?=[^\W\d])")),
    (Mark.BULLET, re.compile(r"(?P<mark>[oØüv¡])\s+(?=[^\W\d_])")),
    (Mark.NUMBER, re.compile(r"(?P<mark>\d{1,3}(?:\.\d{1,3}){1,3})[.)]?\s+(?=\S)")),
    (Mark.NUMBER, re.compile(r"(?P<mark>\d{1,2}\.?[a-zа-я])[.)]\s+(?=\S)")),
    (Mark.NUMBER, re.compile(r"(?P<mark>\d{1,3})[.)]\s*(?=[^\W\d]|[\"“«(])")),
    (Mark.NUMBER, re.compile(r"(?P<mark>\d{1,2})\s?[–—-](?:\s+(?=[^\W\d])|(?=[A-ZА-ЯЁ][a-zа-яё]+\s))")),
    (Mark.NUMBER, re.compile(r"\((?P<mark>\d{1,2})\)\s*(?=\S)")),
    (Mark.NUMBER, re.compile(r"(?P<mark>[A-ZА-Я]{1,4}[.\s-]?\d{1,2})[.:)]\s+(?=\S)")),
    (
        Mark.NUMBER,
        re.compile(
            r"(?P<mark>first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|во-первых|во-вторых|в-третьих|в-четв[её]ртых|в-пятых),\s+(?=\S)",
            re.IGNORECASE,
        ),
    ),
    (Mark.ROMAN, re.compile(r"\(?(?P<mark>[ivx]{2,5}|[IVX]{1,5})[.)]\s+(?=\S)")),
    (Mark.LETTER, re.compile(r"\((?P<mark>[a-zа-я])\)\s*(?=\S)", re.IGNORECASE)),
    (Mark.LETTER, re.compile(r"(?P<mark>[a-zа-я])[.)]\s+(?=\S)")),
    (Mark.LETTER, re.compile(r"(?P<mark>[A-ZА-Я])[.)]\s+(?=\S)")),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One line without its mark: `body` is the words, `start` their offset in the source's text."""

    line: Line
    mark: Mark
    sign: str
    body: str
    start: int

    @property
    def place(self) -> Place:
        """Where the words stand."""
        return Place(self.line.number, self.start, self.start + len(self.body), self.line.page)

    @property
    def is_marked(self) -> bool:
        """Whether it begins as an item of a list."""
        return self.mark is not Mark.NONE

    @property
    def depth(self) -> int:
        """How deep in a list: the file's own word if it has one, otherwise told by the mark."""
        if self.line.level is not None:
            return self.line.level
        if self.mark in (Mark.LETTER, Mark.ROMAN):
            return 1
        return 1 if self.mark is Mark.BULLET and self.sign in DEEPER else 0

    @property
    def form(self) -> str:
        """How its mark is written, so that "(1)", "1." and "1)", "a." and "A." are told apart."""
        return _form_of(self.line.text.strip()[: -len(self.body) or None].strip())

    @property
    def is_bold(self) -> bool:
        """Whether nearly all of its letters are bold; False where the source cannot say."""
        return (self.line.bold or 0.0) >= 0.8

    @property
    def is_heading_style(self) -> bool:
        """Whether the file calls it a heading."""
        style = (self.line.style or "").lower()
        return style.startswith(("heading", "title", "h1", "h2", "h3", "h4", "заголовок"))


@lru_cache(maxsize=1024)  # every line of a long list asks it of the forty lines after it
def _form_of(written: str) -> str:
    return re.sub(r"[a-zа-я]+", "a", re.sub(r"[A-ZА-Я]+", "A", re.sub(r"\d+", "1", written)))


def pieces(source: Source) -> Iterator[Piece]:
    """Every line of running text that has words, without its mark; a bullet alone on its line marks the next."""
    alone = ""
    for line in _whole(source.body):
        text = line.text.strip()
        if len(text) == 1 and text in BULLETS:
            alone = text
        elif text:
            piece = piece_of(line)
            yield replace(piece, mark=Mark.BULLET, sign=alone) if alone and not piece.is_marked else piece
            alone = ""


def _whole(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines with what was broken over several put together; a space stands for the break, so offsets stay right."""
    held: Line | None = None
    for line in lines:
        if (
            held is not None
            and held.cell == line.cell
            and goes_on(held.text, line.text)
            and held.start + len(held.text) + 1 == line.start
        ):
            held = replace(held, text=f"{held.text} {line.text}")
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def goes_on(before: str, after: str) -> bool:
    """Whether a line was broken off: it is long and ends in a word that ends no sentence, or the next begins small."""
    if len(before) < 45 or not after or before[-1] in ".;:?!" or mark_of(after)[0] is not Mark.NONE:
        return False
    return after[0].islower() or bool(UNENDING.search(before))


def piece_of(line: Line) -> Piece:
    """One line, its mark told from its words."""
    text = line.text.rstrip()
    lead = len(text) - len(text.lstrip())
    mark, sign, length = mark_of(text[lead:])
    start = lead + length
    return Piece(line, mark, sign, text[start:], line.start + start)


def mark_of(text: str) -> tuple[Mark, str, int]:
    """What a line begins with, and how many characters that takes."""
    for mark, pattern in MARKS:
        if found := pattern.match(text):
            return mark, found["mark"], found.end()
    return Mark.NONE, "", 0
