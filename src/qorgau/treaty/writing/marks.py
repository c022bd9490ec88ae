"""What a person types into a draft: paragraphs, lettered points, figures by reference and notes at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

_MARK = re.compile(r"\[(?P<what>figure|note):(?P<said>[^\]\[]*)\]")
_BROKEN = re.compile(r"\[(?:figure|note):[^\]]*$|\[(?:figure|note):[^\]]*\[")
_POINT = re.compile(r"\(?(?P<label>[a-zа-яёәғқңөұүһі]{1,4}|\d{1,2})\)[ \t]+(?P<words>\S.*)", re.DOTALL)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_BLANKS = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Said:
    """Words as they were typed."""

    words: str


@dataclass(frozen=True, slots=True)
class FigureHere:
    """A figure, printed as it was last counted."""

    figure: str


@dataclass(frozen=True, slots=True)
class NoteHere:
    """A note at the foot of the page."""

    words: str


Part: TypeAlias = Said | FigureHere | NoteHere


@dataclass(frozen=True, slots=True)
class Lettered:
    """A point of a paragraph, with the letter or number that was typed."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """One paragraph: its words, and the points under it."""

    parts: tuple[Part, ...]
    points: tuple[Lettered, ...]


class BrokenMark(ValueError):  # noqa: N818 - read aloud: "broken mark"
    """A mark is opened and not closed; `found` is its beginning."""

    def __init__(self, found: str) -> None:
        """Keep how the mark begins."""
        self.found = found
        super().__init__(
            f"The mark that begins with `{found}` has no closing bracket. Close it with `]`, "
            "and put no other bracket inside."
        )


def paragraphs(text: str) -> tuple[Typed, ...]:
    """The paragraphs of a text, parted by empty lines; raises BrokenMark."""
    if broken := _BROKEN.search(text):
        raise BrokenMark(_BLANKS.sub(" ", broken[0])[:40])
    return tuple(_typed(each) for each in _EMPTY_LINE.split(text.strip()) if each.strip())


def figures_in(text: str) -> tuple[str, ...]:
    """The ids of the figures that a text calls for, in order, each once."""
    called = (found["said"].strip() for found in _MARK.finditer(text) if found["what"] == "figure")
    return tuple(dict.fromkeys(called))


def _typed(paragraph: str) -> Typed:
    lead: list[str] = []
    points: list[tuple[str, list[str]]] = []
    for line in paragraph.split("\n"):
        found = _POINT.fullmatch(line.strip())
        if found:
            points.append((found["label"], [found["words"]]))
        elif points:
            points[-1][1].append(line)
        else:
            lead.append(line)
    return Typed(
        parts=tuple(_parts(lead)),
        points=tuple(Lettered(label, tuple(_parts(words))) for label, words in points),
    )


def _parts(lines: list[str]) -> Iterator[Part]:
    text, done = _BLANKS.sub(" ", "\n".join(lines)).strip(), 0
    for found in _MARK.finditer(text):
        if before := text[done : found.start()]:
            yield Said(before)
        said = found["said"].strip()
        yield FigureHere(said) if found["what"] == "figure" else NoteHere(said)
        done = found.end()
    if rest := text[done:]:
        yield Said(rest)
