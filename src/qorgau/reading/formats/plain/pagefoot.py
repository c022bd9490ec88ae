"""Footnotes at the foot of a text page or the end of a text, called as "[12]", "¹²" or by a glued "12"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qorgau.reading.formats.joining import joined_text
from qorgau.reading.formats.settling import NoteDraft
from qorgau.reading.repairing import Call, Draft, Edit, edited

_RULE = re.compile(r"\s*(?:_{5,}|-{5,}|—{3,}|\*{5,})\s*")
_NOTE = re.compile(r"\s*(?:\[(?P<bracket>\d{1,3})\]|(?P<bare>\d{1,3})|(?P<star>\*{1,4}))[.)]?\s+(?=\S)")
_PARAGRAPH = re.compile(r"\s*(\d{1,3})\.\s*(?=[A-ZА-ЯЁÀ-Ý])")
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_GLUED_CALL = re.compile(r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:”)])|(?<=\b20\d\d[,;]))(\d{1,3})(?=[\s.,;:]|$)")
# the note to the title stands at the foot of the first page, with or without a rule above it
_TO_TITLE = re.compile(r"\s*\*{1,3}\s*(?:Adopted by|Принят\w* )")
_LOWEST = 4
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_CALL = re.compile(r"(?<=[\w.,;:”\"’)\]])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")


@dataclass(frozen=True, slots=True)
class Foot:
    """The notes of one page, the line where they begin, and the line where the text goes on below them."""

    begins: int
    ends: int
    notes: tuple[NoteDraft, ...]


def foot_of(lines: Sequence[str], page: int) -> Foot | None:
    """The notes at the end of a page: after a rule, or a run of numbers each of which is called above."""
    begins = _begins(lines)
    if begins is None:
        return None
    ends = _ends(lines, begins)
    notes: list[NoteDraft] = []
    for line in lines[begins:ends]:
        if _RULE.fullmatch(line) or not line.strip():
            continue
        found = _NOTE.match(line)
        if found and _follows(notes, found):
            mark = found["bracket"] or found["bare"] or found["star"]
            notes.append(NoteDraft(f"{page}:{mark}", mark, line[found.end() :].strip(), page))
        elif notes:
            notes[-1] = replace(notes[-1], text=joined_text([notes[-1].text, line]))
    return Foot(begins, ends, tuple(notes)) if notes else None


def _begins(lines: Sequence[str]) -> int | None:
    for at in range(len(lines) - 1, -1, -1):
        if _RULE.fullmatch(lines[at]):
            after = next((line for line in lines[at + 1 :] if line.strip()), "")
            return at if _NOTE.match(after) else None
    lowest = range(max(0, len(lines) - _LOWEST), len(lines))
    return _first_of_run(lines) or next((at for at in lowest if _TO_TITLE.match(lines[at])), None)


def _ends(lines: Sequence[str], begins: int) -> int:
    """Where the text goes on below notes that stand in its middle, as where the ends of pages were lost; else the end."""
    numbers = [int(found[1]) for line in lines[:begins] if (found := _PARAGRAPH.match(line))]
    if not numbers or not _is_numbered_on(lines[begins:], max(numbers) + 1):
        return len(lines)
    whole = False
    for at in range(begins, len(lines)):
        found = _PARAGRAPH.match(lines[at])
        if found and int(found[1]) == max(numbers) + 1:
            return at
        if whole and lines[at].strip() and not _NOTE.match(lines[at]):
            return at
        whole = lines[at].rstrip().endswith((".", ").")) if lines[at].strip() else whole
    return len(lines)


def _is_numbered_on(lines: Sequence[str], following: int) -> bool:
    """Whether the numbers of paragraphs run on: the next one and the one after it."""
    numbers = [int(found[1]) for line in lines if (found := _PARAGRAPH.match(line))]
    return following in numbers and following + 1 in numbers


def _first_of_run(lines: Sequence[str]) -> int | None:
    """Without a rule, notes are bracketed ("[1] ..."), each called above, the last lines of the page."""
    called = Counter(_BRACKETED.findall("\n".join(lines)))
    first = None
    for at in range(len(lines) - 1, -1, -1):
        found = _NOTE.match(lines[at])
        if found and found["bracket"] and called[found["bracket"]] > 1:
            first = at
            if found["bracket"] == "1":
                break
        elif found is None and lines[at].strip() == "" and first is not None and at < first - 2:
            break
    return first


def _follows(notes: Sequence[NoteDraft], found: re.Match[str]) -> bool:
    """A bare number begins a note only where it is the next: "1998 was ..." on a second line does not."""
    if not found["bare"] or not notes or not notes[-1].mark.isdigit():
        return True
    return int(found["bare"]) == int(notes[-1].mark) + 1


def with_foot_calls(draft: Draft, keys: dict[str, str]) -> Draft:
    """The line without the calls of the notes named (mark to key), each remembered where it stood."""
    found = sorted(_calls(draft.text, keys), key=lambda each: each[0])
    calls, edits, gone, at = list(draft.calls), [], 0, 0
    for start, end, key in found:
        if start < at:
            continue
        calls.append(Call(key, start - gone))
        edits.append(Edit(start, end, ""))
        gone += end - start
        at = end
    if not edits:
        return draft
    shorter = edited(draft, edits)
    return Draft(shorter.text, page=draft.page, level=draft.level, calls=tuple(calls), fixes=draft.fixes)


def _calls(text: str, keys: dict[str, str]) -> list[tuple[int, int, str]]:
    found = []
    for each in re.finditer(r"\s?\[(\d{1,3})\]", text):
        if each[1] in keys:
            found.append((each.start(), each.end(), keys[each[1]]))
    for each in _RAISED_CALL.finditer(text):
        mark = each[0].translate(_RAISED)
        if mark in keys:
            found.append((each.start(), each.end(), keys[mark]))
    for each in _GLUED_CALL.finditer(text):
        if each[1] in keys:
            found.append((each.start(), each.end(), keys[each[1]]))
    return found
