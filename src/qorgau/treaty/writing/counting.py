"""How many words a report has, counted as Word counts them, and how that stands to the committee's limit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qorgau.lawbook.committees import WordLimit
from qorgau.treaty.writing.report import Annex, Aside, Grid, Heading, Item, Numbered, Report, Tabled, runs_of

_WORD = re.compile(r"[^ \t\r\n]+")
"""What stands between two blanks; a blank that may not break a line ("3 880") parts no word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCount:
    """Words of the text, of the notes and of the annexes; blocks: of each block, its notes included.

    Text and notes are judged against the limit. The first page's head, the numbers of paragraphs and the annexes are
    not: no source that was read says how a committee counts, so whoever is near the limit should ask the secretariat.
    """

    text: int
    notes: int
    annex: int
    limit: WordLimit | None = None
    blocks: Mapping[str, int] = field(default_factory=dict)

    @property
    def counted(self) -> int:
        """What is held against the limit."""
        return self.text + self.notes

    @property
    def over(self) -> int:
        """By how many words the limit is passed; 0 within it, or without one."""
        return max(0, self.counted - self.limit.words) if self.limit else 0


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def count_words(report: Report, limit: WordLimit | None = None) -> WordCount:
    """The words of a report."""
    blocks: dict[str, int] = {}
    text = notes = 0
    for item in report.items:
        said = sum(words_in(each) for each in _texts(item))
        noted = sum(words_in(report.notes[run.note - 1]) for run in runs_of(item) if run.note)
        text, notes = text + said, notes + noted
        blocks[item.block] = blocks.get(item.block, 0) + said + noted
    annex = sum(words_in(each) for one in report.annexes if one.counted for each in _annex_texts(one))
    return WordCount(text=text, notes=notes, annex=annex, limit=limit, blocks=blocks)


def _texts(item: Item) -> Iterator[str]:
    if isinstance(item, Aside):
        return
    if isinstance(item, Heading):
        yield from (item.label, item.text)
        return
    if isinstance(item, Tabled):
        yield from (item.label, item.title, *item.head, item.below)
        for row in item.rows:
            yield from (cell.text for cell in row)
        return
    yield "".join(run.text for run in item.runs)
    if isinstance(item, Numbered):
        for point in item.points:
            yield point.label
            yield "".join(run.text for run in point.runs)


def _annex_texts(annex: Annex) -> Iterator[str]:
    yield from (annex.label, annex.title)
    for item in annex.items:
        if isinstance(item, Grid):
            yield from item.head
            for row in item.rows:
                yield from row
        else:
            yield item.text
