"""A source of plain lines for tests that need no file: one line of the string is one paragraph."""

from __future__ import annotations

import hashlib

from qorgau.reading.source import Format, Line, Source


def of_lines(text: str, *, name: str = "synthetic.txt") -> Source:
    """The lines of a text that have words, each one paragraph."""
    lines: list[Line] = []
    at = 0
    for words in (" ".join(each.split()) for each in text.split("\n")):
        if words:
            lines.append(Line(len(lines) + 1, words, at))
            at += len(words) + 1
    return Source(name, hashlib.sha256(text.encode()).hexdigest(), Format.TEXT, tuple(lines))
