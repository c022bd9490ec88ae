"""Footnotes that a converter wrote into the running text: "[footnoteRef:4]" and "[4: CAT/C/KAZ/Q/4.]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qorgau.reading.formats.settling import NoteDraft
from qorgau.reading.formats.starred import starred_apart
from qorgau.reading.repairing import Call, Draft, Edit, edited

_CALL = re.compile(r"\[footnoteRef:(\d{1,4})\]")
_BODY = re.compile(r"\[(\d{1,4}):(?=\s)")
_BROKEN_ADDRESS = re.compile(r"(https?://\S+)\n(?=[\w%&=/#-])")
_LONGEST, _MOST = 8000, 5000  # characters of a note, notes of a document


def has_bracketed_notes(text: str) -> bool:
    """Whether the text was made by a converter that writes footnotes this way."""
    return "[footnoteRef:" in text


def without_bodies(text: str) -> tuple[str, list[NoteDraft]]:
    """The running text without the notes' words, and the notes."""
    kept, notes, at = [], list[NoteDraft](), 0
    seen: dict[str, int] = {}
    for found in _BODY.finditer(text):
        if len(notes) >= _MOST:
            break
        if found.start() < at:
            continue  # within another note
        end = _end(text, found.end())
        mark = found[1]
        seen[mark] = seen.get(mark, 0) + 1
        key = mark if seen[mark] == 1 else f"{mark} ({seen[mark]})"
        notes += _notes(key, mark, text[found.end() : end].removesuffix("]"))
        kept.append(text[at : found.start()])
        at = end
    return "".join([*kept, text[at:]]), notes


def with_calls(draft: Draft) -> Draft:
    """The line with its calls taken out and remembered."""
    found = list(_CALL.finditer(draft.text))
    if not found:
        return draft
    gone = 0
    calls = []
    for each in found:
        calls.append(Call(each[1], each.start() - gone))
        gone += len(each[0])
    shorter = edited(draft, [Edit(each.start(), each.end(), "") for each in found])
    return Draft(shorter.text, page=draft.page, level=draft.level, calls=tuple(calls), fixes=draft.fixes)


def _end(text: str, at: int) -> int:
    """Behind the bracket that closes a note; a note without one ends with its line."""
    depth = 1
    for found in re.finditer(r"[\[\]]", text[at : at + _LONGEST]):
        depth += 1 if found[0] == "[" else -1
        if depth == 0:
            return at + found.end()
    line_end = text.find("\n", at)
    return len(text) if line_end < 0 else line_end


def _notes(key: str, mark: str, words: str) -> Iterator[NoteDraft]:
    return starred_apart(key, mark, _BROKEN_ADDRESS.sub(r"\1", words).strip().split("\n"))
