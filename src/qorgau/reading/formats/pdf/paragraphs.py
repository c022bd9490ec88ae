"""Rows to paragraphs: by the white between them, labels, indents, and whether a word would have fitted above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qorgau.reading.formats.joining import between
from qorgau.reading.formats.pdf.cells import begins_in_cell
from qorgau.reading.formats.pdf.feet import Notes, is_narrow, is_raised
from qorgau.reading.formats.pdf.rows import Row
from qorgau.reading.formats.pdf.words import Word
from qorgau.reading.formats.plain.wrapping import LABEL, LETTER, goes_on_with_list
from qorgau.reading.repairing import Call, Draft

_ENDED = re.compile(r"[.;:?!…][”\"’)\]»]*\W?\d{0,3}$|\b(?:and|or|и|или|және|немесе)$")
_CALL = re.compile(r"\d{1,3}|\*{1,4}|[†‡§]")
_LEAST_ALIKE = 6  # rows of a column that end at one place
_LEADS_ON = re.compile(r"[,(–-]$|\b(?:the|of|in|to|a|an|by|for|with|on|at|from|no|No\.|и|в|на|о|по)$")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the size of running text, the step from line to line, the right edges."""

    size: float
    steps: dict[float, float]
    right: dict[tuple[int, int], float]


def measured(pages: Sequence[Sequence[Row]], size: float) -> Measure:
    """The usual steps by size, and the right edge of each column."""
    steps: dict[float, Counter[float]] = {}
    right: dict[tuple[int, int], float] = {}
    for rows in pages:
        for above, row in pairwise(rows):
            if (
                row.standing is None
                and above.column == row.column
                and above.size == row.size
                and above.y > row.y
            ):
                steps.setdefault(row.size, Counter())[round((above.y - row.y) * 2) / 2] += 1
        ends: dict[tuple[int, int], list[float]] = {}
        for row in rows:
            ends.setdefault((row.page, row.column), []).append(row.x1)
        right |= {edge: _edge(each) for edge, each in ends.items()}
    return Measure(size, {of: _usual(counted) for of, counted in steps.items()}, right)


def _edge(ends: Sequence[float]) -> float:
    """Where full rows end: where many end alike, as justified ones do, though a title reaches further; else the furthest."""
    alike = Counter(round(end) for end in ends)
    shared = [end for end, count in alike.items() if count >= max(_LEAST_ALIKE, len(ends) // 4)]
    return max(shared, default=max(ends))


def _usual(counted: Counter[float]) -> float:
    """The step from line to line: the smallest that is not rare; where paragraphs are short, a larger one is commoner."""
    least = 0.15 * counted.total()
    return min(step for step, count in counted.items() if count >= least)


def paragraphs_of(rows: Sequence[Row], measure: Measure) -> list[list[Row]]:
    """The rows of each paragraph, over breaks of columns and pages."""
    paragraphs: list[list[Row]] = []
    for row in rows:
        firsts = (each[0].text for each in reversed(paragraphs))
        if (
            paragraphs
            and not _begins(row, paragraphs[-1], measure)
            and not goes_on_with_list(row.text, firsts, paragraphs[-1][-1].text)
        ):
            paragraphs[-1].append(row)
        else:
            paragraphs.append([row])
    return paragraphs


def _begins(row: Row, above: Sequence[Row], measure: Measure) -> bool:
    last = above[-1]
    if row.standing is not None and last.standing is not None and row.standing.cell == last.standing.cell:
        return begins_in_cell(row, above)
    if row.standing is not None or last.standing is not None:
        return True
    if abs(row.size - last.size) > 0.08 * max(row.size, last.size):
        return True
    ended = bool(_ENDED.search(last.text))
    text = row.text
    labelled = bool(LABEL.match(text))
    lower = text[:1].islower() and not labelled
    room = _had_room(row, last, measure)
    broken = row.page != last.page or row.column != last.column
    if not broken and _stepped(row, last, measure):
        return True
    if labelled and (room or _bold(row) != _bold(last) or (ended and not LETTER.match(text))):
        return True
    if labelled and ended and not broken and abs(row.x0 - last.x0) > 0.5 * row.size:
        return True
    if _bold(row) != _bold(last) and not lower and (room or ended) and not _LEADS_ON.search(last.text):
        return True
    if ended and not broken and row.x0 > above[-1].x0 + row.size and not lower:
        return True
    if ended and broken and not lower and measure.right[last.page, last.column] - last.x1 > 1.2 * row.size:
        return True  # a sentence that ends short of the edge, at the end of a page
    return room and not lower and (labelled or not _one_heading(row, last, measure))


def _one_heading(row: Row, last: Row, measure: Measure) -> bool:
    """Whether a heading runs over two rows: both large or bold, close together, the upper one long."""
    large = row.size > measure.size * 1.05 and last.size > measure.size * 1.05
    if not (large or (_bold(row) and _bold(last))) or _ENDED.search(last.text) or row.page != last.page:
        return False
    right = measure.right[last.page, last.column]
    return last.y - row.y <= 1.3 * row.size and last.x1 > 0.6 * right


def _stepped(row: Row, last: Row, measure: Measure) -> bool:
    """Whether more white than usual, or a jump upward, parts the two rows."""
    step = last.y - row.y
    usual = measure.steps.get(row.size, row.size * 1.2)
    return step > max(usual * 1.3, usual + 2) or step < 0


def _had_room(row: Row, last: Row, measure: Measure) -> bool:
    """Whether the first word would have fitted on the row above, so that the break was meant."""
    right = measure.right[last.page, last.column]
    first = row.words[0]
    return last.x1 + (first.x1 - first.x0) + row.size * 1.2 < right


def _bold(row: Row) -> bool:
    bold = sum(len(word.text) for word in row.words if word.look.bold)
    return bold * 2 > sum(len(word.text) for word in row.words)


def drafted(rows: Sequence[Row], notes: Notes) -> Draft:
    """A paragraph as one line, with its bold spans and the notes that it calls."""
    text, bold, calls = "", list[tuple[int, int]](), list[Call]()
    italic = 0
    for row in rows:
        for at, word in enumerate(row.words):
            key = _called(word, row, notes) if at or len(rows) > 1 else None
            if key is not None:
                calls.append(Call(key, len(text)))
                continue
            if text and not word.glued:
                text += " " if at else between(text, word.text)
            start = len(text)
            text += word.text
            italic += len(word.text) if word.look.italic else 0
            if word.look.bold:
                _extend(bold, start, len(text))
    return Draft(
        text,
        page=rows[0].page,
        bold=tuple(bold),
        italic=round(italic / len(text), 4) if text else None,
        size=rows[0].size,
        cell=rows[0].standing.cell if rows[0].standing else None,
        calls=tuple(calls),
    )


def _called(word: Word, row: Row, notes: Notes) -> str | None:
    """The note that a raised number calls; other raised numbers ("m²") are text."""
    if not _CALL.fullmatch(word.text):
        return None
    if not is_raised(word, row) and not is_narrow(word):
        return None
    return notes.key(word.text, row.page)


def _extend(spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Spans with one more; a space between two bold words is bold too."""
    if spans and spans[-1][1] >= start - 1:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))
