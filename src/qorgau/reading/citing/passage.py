"""A stretch of a source with its place: what every finder of this room reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qorgau.reading.document import Footnote, Paragraph
from qorgau.reading.source import Note, Place


@dataclass(frozen=True, slots=True)
class Passage:
    """Some text of a source: `text` is `source.text[place.start:place.end]`; `paragraph` is its number or leaf id."""

    text: str
    place: Place
    paragraph: str | None = None

    def part(self, start: int, end: int) -> Place:
        """The place of a piece of this passage, by offsets within it."""
        line = self.place.line + self.text.count("\n", 0, start)
        return replace(self.place, line=line, start=self.place.start + start, end=self.place.start + end)

    def cut(self, start: int, end: int) -> Passage:
        """A piece of this passage as a passage of its own."""
        return Passage(self.text[start:end], self.part(start, end), self.paragraph)


@dataclass(frozen=True, slots=True)
class Call:
    """The point in a source's text at which a footnote is called."""

    at: int
    footnote: Footnote


def of_paragraph(paragraph: Paragraph) -> Passage:
    """A whole paragraph as a passage, whatever its leaves."""
    return Passage(paragraph.text, paragraph.place, paragraph.number)


def of_place(text: str, place: Place, paragraph: str | None = None) -> Passage:
    """The piece of a source's text at a place."""
    return Passage(text[place.start : place.end], place, paragraph)


def calls_of(notes: tuple[Note, ...], footnotes: tuple[Footnote, ...]) -> tuple[Call, ...]:
    """Where each resolved footnote is called; those whose call was not found are left out."""
    paired = zip(notes, footnotes, strict=True)
    found = [Call(note.called_at, footnote) for note, footnote in paired if note.called_at is not None]
    return tuple(sorted(found, key=lambda call: call.at))


def calls_within(passage: Passage, calls: tuple[Call, ...]) -> Iterator[tuple[int, Call]]:
    """The calls that stand in a passage, each with its offset within it; one just behind the last letter counts."""
    for call in calls:
        if passage.place.start <= call.at <= passage.place.end:
            yield call.at - passage.place.start, call
