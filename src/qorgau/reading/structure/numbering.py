"""Which lines begin the numbered paragraphs: the longest rising series of numbers, told from lists and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.reading.source import Line
from qorgau.reading.structure.labels import number_at, number_styles

_FURTHEST_SKIP = 6


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins a paragraph: its index among the lines, its number and where its words begin in the line."""

    at: int
    number: int
    body: int


def numbered_lines(lines: Sequence[Line]) -> tuple[Numbered, ...]:
    """The lines that begin numbered paragraphs, in order; none where the document does not number them."""
    best: tuple[Numbered, ...] = ()
    for style in number_styles():
        series = _series(_candidates(lines, style))
        # a less usual style must number clearly more, lest a list of years or articles be taken for paragraphs
        if _worth(series) > 2 * _worth(best):
            best = series
    return _with_repeats(lines, best)


def _candidates(lines: Sequence[Line], style: str) -> list[Numbered]:
    found = []
    for at, line in enumerate(lines):
        hit = number_at(line.text, style)
        if hit and hit[0] > 0 and (style != "bare" or _is_prose(line.text[hit[1] :])):
            found.append(Numbered(at, hit[0], hit[1]))
    return found


def _is_prose(text: str) -> bool:
    return len(text) > 60 or text.rstrip().endswith(":")


def _series(found: list[Numbered]) -> tuple[Numbered, ...]:
    """The rising series worth most: each next number counts 2, each small skip less."""
    worth = [1.0] * len(found)
    before = [-1] * len(found)
    for right in range(len(found)):
        for left in range(max(0, right - 60), right):
            step = found[right].number - found[left].number
            if not 0 < step <= _FURTHEST_SKIP:
                continue
            gain = 2.0 if step == 1 else 1.0 / step
            if worth[left] + gain > worth[right]:
                worth[right], before[right] = worth[left] + gain, left
    if not found:
        return ()
    at = max(range(len(found)), key=lambda index: worth[index])
    chain = []
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return tuple(reversed(chain))


def _worth(series: tuple[Numbered, ...]) -> float:
    if len(series) == 1:
        return 0.4 if series[0].number == 1 else 0.0
    return float(len(series))


def _with_repeats(lines: Sequence[Line], series: tuple[Numbered, ...]) -> tuple[Numbered, ...]:
    """Adds paragraphs that repeat the number of the one before: a slip of the writer, not a list."""
    if not series:
        return ()
    known = {each.at for each in series}
    out = list(series)
    for left, right in zip(series, [*series[1:], None], strict=True):
        end = right.at if right else len(lines)
        for at in range(left.at + 1, end):
            hit = number_at(lines[at].text, "dotted")
            if hit and hit[0] == left.number and at not in known and _is_prose(lines[at].text):
                out.append(Numbered(at, hit[0], hit[1]))
    return tuple(sorted(out, key=lambda each: each.at))
