"""From lines to paragraphs in the rough: numbers, headings above, the lines of each, the outline within."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qorgau.reading.document import Doubt
from qorgau.reading.reasons import reason
from qorgau.reading.source import Line, LineStyle, Place, Source
from qorgau.reading.structure.endnotes import without_endnotes
from qorgau.reading.structure.headings import Heading, headings_of, looks_like_heading, path_at, section_at
from qorgau.reading.structure.labels import mark_at
from qorgau.reading.structure.numbering import Numbered
from qorgau.reading.structure.outline import Outline, outline_of
from qorgau.reading.structure.splitting import parted
from qorgau.reading.structure.telling import titles_observations


@dataclass
class Draft:
    """A paragraph before it is judged. `name` is its number, or "s4.2" (section, order) where it has none."""

    number: str | None
    name: str
    lines: list[Line]
    body: int
    path: tuple[str, ...]
    outline: Outline = field(default_factory=lambda: Outline([]))

    @property
    def place(self) -> Place:
        """From its first word after the number to its last."""
        parts = self.outline.parts
        start, end = parts[0].span[0], max(part.span[1] for part in parts)
        return Place(self.lines[0].number, start, end, self.lines[0].page)

    @property
    def bold(self) -> float | None:
        """The share of its letters set bold, over all its lines."""
        known = [(line.bold, len(line.text)) for line in self.lines if line.bold is not None]
        letters = sum(length for _, length in known)
        return sum(bold * length for bold, length in known) / letters if letters else None


@dataclass(frozen=True, slots=True)
class Drafted:
    """The drafts of a document, the lines before the first, and what was odd about its numbers."""

    front: tuple[Line, ...]
    drafts: tuple[Draft, ...]
    headings: tuple[Heading, ...]
    doubts: tuple[Doubt, ...]


def drafts_of(source: Source, language: str) -> Drafted:
    """Reads the running text of a source into paragraphs."""
    lines, numbered = parted(without_endnotes([line for line in source.body if line.text.strip()]))
    at = _heading_lines(lines, numbered)
    headings = headings_of(lines, at)
    starts = _starts(lines, numbered, frozenset(at))
    text = source.text
    drafts = [_draft(lines, begin, end, number, headings) for begin, end, number in starts]
    _name_unnumbered(drafts)
    for draft in drafts:
        draft.outline = outline_of(text, draft.lines, draft.body, language)
    front = tuple(lines[: starts[0][0]] if starts else lines)
    return Drafted(front, tuple(drafts), headings, (*_number_doubts(drafts), *_list_doubts(drafts)))


# the words of a first section that bears no letter
_OPENING = re.compile(
    r"\s*(?:introduction\s*$|(?:specific|general) information\b|issues identified\b|articles? \d|(?:follow-up )?information (?:relating|on)\b"
    r"|введение\s*$|(?:конкретная|общая) информация\b|стать[яи] \d)",
    re.IGNORECASE,
)


def _heading_lines(lines: Sequence[Line], numbered: Sequence[Numbered]) -> list[int]:
    begins = {each.at for each in numbered}
    if numbered:
        # an excerpt that begins in the middle has no title page
        return _above_numbers(lines, begins, numbered[0].at if numbered[0].number == 1 else 0)
    return [at for at, line in enumerate(lines) if _heads_unnumbered(lines, at, line)]


def _above_numbers(lines: Sequence[Line], begins: set[int], first: int) -> list[int]:
    """Headings stand right above a number or above another heading; sections anywhere after the first number."""
    found: list[int] = []
    for at in range(len(lines) - 1, 0, -1):
        if at in begins:
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        above = at + 1 in begins or (found and found[-1] == at + 1)
        heading = above and looks_like_heading(lines[at], following, lines[at - 1])
        if heading and (at > first or _is_near(lines[at], first - at)):
            found.append(at)
    return sorted(found)


def _is_near(line: Line, distance: int) -> bool:
    """Whether a line just above the first paragraph is a section, and not the title of the document."""
    sectioned = section_at(line.text) is not None and not titles_observations(line.text)
    return distance <= 2 and (sectioned or _OPENING.match(line.text) is not None)


def _heads_unnumbered(lines: Sequence[Line], at: int, line: Line) -> bool:
    """Without numbers a heading must be short, and be followed by prose or another heading."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    if len(line.text) > 150 or not looks_like_heading(line, following, lines[at - 1] if at else None):
        return False
    return following is not None and mark_at(following.text) is None


def _starts(
    lines: Sequence[Line], numbered: Sequence[Numbered], headings: frozenset[int]
) -> list[tuple[int, int, Numbered | None]]:
    """(first line, line after the last, number) of every paragraph; unnumbered text below a heading is one too."""
    if not numbered:
        return _unnumbered_starts(lines, headings)
    begins = {each.at: each for each in numbered}
    out: list[tuple[int, int, Numbered | None]] = []
    at = numbered[0].at
    while at < len(lines):
        if at in headings:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and end not in begins and end not in headings:
            end += 1
        out.append((at, end, begins.get(at)))
        at = end
    return out


def _unnumbered_starts(
    lines: Sequence[Line], headings: frozenset[int]
) -> list[tuple[int, int, Numbered | None]]:
    """Every unmarked line of prose begins a paragraph; marked lines, and lines that go on, belong to it."""
    out: list[tuple[int, int, Numbered | None]] = []
    first = _first_prose(lines, headings)
    for at in range(first, len(lines)):
        if at in headings:
            continue
        if out and out[-1][1] == at and _goes_on(lines[at - 1], lines[at]):
            out[-1] = (out[-1][0], at + 1, None)
        else:
            out.append((at, at + 1, None))
    return out


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line belongs to the paragraph of the line before: a list item, or the middle of a sentence."""
    listed = before.text.rstrip().endswith((":", ";", "; and", "; и"))
    return listed or mark_at(line.text) is not None or line.text.lstrip()[:1].islower()


def _first_prose(lines: Sequence[Line], headings: frozenset[int]) -> int:
    """Where the title page ends: the first long line that is no heading."""
    for at, line in enumerate(lines):
        if at not in headings and len(line.text) > 120 and line.style != LineStyle.TITLE:
            return at
    return 0


def _draft(
    lines: Sequence[Line], begin: int, end: int, number: Numbered | None, headings: Sequence[Heading]
) -> Draft:
    own = list(lines[begin:end])
    said = str(number.number) if number else None
    return Draft(said, said or "", own, number.body if number else 0, path_at(headings, begin))


def _name_unnumbered(drafts: Sequence[Draft]) -> None:
    """ "s4.2": the second paragraph of the fourth stretch below one heading."""
    section, order, last = 0, 0, None
    for draft in drafts:
        if draft.path != last or section == 0:
            section, order, last = section + 1, 0, draft.path
        order += 1
        if draft.number is None:
            draft.name = f"s{section}.{order}"


def _number_doubts(drafts: Sequence[Draft]) -> list[Doubt]:
    numbers = [(int(draft.number), draft) for draft in drafts if draft.number]
    doubts = []
    for (left, _), (right, draft) in pairwise(numbers):
        if right == left:
            doubts.append(
                Doubt(reason("numbered_twice", number=right), draft.place, reason("numbered_twice_why"))
            )
        elif right != left + 1:
            doubts.append(
                Doubt(
                    reason("number_skipped", left=left, right=right),
                    draft.place,
                    reason("number_skipped_why"),
                )
            )
    return doubts


def _list_doubts(drafts: Sequence[Draft]) -> list[Doubt]:
    return [
        Doubt(reason("list_odd", name=draft.name), place, reason("list_odd_why", odd=odd))
        for draft in drafts
        for place in [draft.place]  # told once: it looks at every item
        for odd in draft.outline.odd
    ]
