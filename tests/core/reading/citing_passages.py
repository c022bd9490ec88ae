"""Passages, notes and footnote calls for tests of what documents cite; all sentences are written for the tests."""

from __future__ import annotations

from qorgau.reading.citing.notes import resolve
from qorgau.reading.citing.passage import Call, Passage, calls_of
from qorgau.reading.source import Note, Place


def passage(text: str, *, at: int = 0, paragraph: str | None = "12") -> Passage:
    """A text as a passage that begins at an offset of its source."""
    return Passage(text, Place(1, at, at + len(text)), paragraph)


def notes(*words: str, called_at: tuple[int, ...] = ()) -> tuple[Note, ...]:
    """Footnotes 1, 2, 3 ... with their words."""
    made = []
    for index, text in enumerate(words):
        start = 100_000 + 1_000 * index
        call = called_at[index] if index < len(called_at) else None
        made.append(Note(str(index + 1), text, Place(index + 1, start, start + len(text)), call))
    return tuple(made)


def called(text: str, *words: str) -> tuple[Passage, tuple[Call, ...]]:
    """A passage in which each "^" calls the next footnote; the carets are taken out."""
    at: list[int] = []
    plain = ""
    for piece in text.split("^"):
        plain += piece
        at.append(len(plain))
    made = notes(*words, called_at=tuple(at[:-1]))
    return passage(plain), calls_of(made, resolve(made).footnotes)
