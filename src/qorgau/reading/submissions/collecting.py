"""Collects what a walk finds: demands in their lists, and stretches of running text, in the order of the document."""

from __future__ import annotations

import re
from dataclasses import replace

from qorgau.reading.citing import sentences
from qorgau.reading.source import Place
from qorgau.reading.submissions import prose
from qorgau.reading.submissions.articles import OF_TREATY, articles_of_treaty, articles_within
from qorgau.reading.submissions.demanding import demands
from qorgau.reading.submissions.found import Section, Stretch, Wanted
from qorgau.reading.submissions.inline import inline_parts
from qorgau.reading.submissions.mode import Mode
from qorgau.reading.submissions.pieces import Piece

BARE_TREATY = re.compile(r"\b(?:the|this)\s+(?:convention|covenant)$|(?:конвенции|пакта)$", re.IGNORECASE)
OTHER_TREATY = re.compile(
    r"\s+(?:against|on|for|relating|concerning)\b|\s+(?:против|о|об|по)\b|\s+\w+\s+прав", re.IGNORECASE
)


class Collected:
    """Everything found so far; `chain` are the lines whose numbers count the document's paragraphs."""

    def __init__(self, chain: frozenset[int]) -> None:
        self.chain = chain
        self.groups = 0
        self.wanted: list[Wanted] = []
        self.stretches: list[Stretch] = []
        self.last_end = 0

    def new_group(self) -> int:
        """The number of a new list."""
        self.groups += 1
        return self.groups

    def want(self, piece: Piece, mode: Mode, section: Section, kind: str | None = None) -> None:
        """An item of a list; one that lists (a), (b), (c) within itself is as many."""
        for start, end in inline_parts(piece.body):
            text = piece.body[start:end]
            place = Place(piece.line.number, piece.start + start, piece.start + end, piece.line.page)
            sure = mode.sure if demands(text) else min(mode.sure, 0.75)
            found = Wanted(
                text, place, kind or mode.kind_of(text), section, mode.how, sure, mode.group,
                articles_within(text) or _of_its_treaty(text), mode.addressed_to, self._number(piece),
            )  # fmt: skip
            self._into_list(found, piece)

    def _into_list(self, found: Wanted, piece: Piece) -> None:
        self.wanted.append(found)
        self.last_end = found.place.end
        last = self.stretches[-1] if self.stretches else None
        if last is None or last.group != found.group or (found.number and found.number != last.number):
            self.stretches.append(Stretch(found.section, "", piece.line.place, found.number, found.group))
        self.stretches[-1].wanted.append(found)

    def join(self, piece: Piece) -> None:
        """A line that goes on with the item before it."""
        last = self.wanted[-1]
        place = Place(last.place.line, last.place.start, piece.place.end, last.place.page)
        self.last_end = place.end
        self.wanted[-1] = replace(last, text=f"{last.text} {piece.body}", place=place)
        self.stretches[-1].wanted[-1] = self.wanted[-1]

    def keep(self, piece: Piece, section: Section) -> None:
        """Running text as it stands."""
        self.last_end = piece.place.end
        number = self._number(piece)
        text = piece.body if number else piece.line.text
        self.stretches.append(Stretch(section, text, piece.line.place, number))

    def open(self, piece: Piece, section: Section) -> None:
        """A line that opens a list, with the demands of the sentences before its last one."""
        self.keep(piece, section)
        spans = list(sentences.spans(piece.body))
        if len(spans) > 1:
            before = replace(piece, body=piece.body[: spans[-2][1]])
            found = prose.wanted_in(before, section)
            self.wanted += [
                replace(each, group=self.new_group(), number=self.stretches[-1].number) for each in found
            ]

    def expect(self, piece: Piece, section: Section) -> bool:
        """Running text below "Recommendations": those of its sentences that demand; False where none does."""
        found = list(prose.expected_in(piece, section))
        if not found:
            return False
        self.keep(piece, section)
        group = self.new_group()
        self.wanted += [replace(each, group=group, number=self.stretches[-1].number) for each in found]
        return True

    def narrate(self, piece: Piece, section: Section) -> None:
        """Running text with the demands that its sentences make."""
        after = bool(self.wanted) and self.wanted[-1].place.end == self.last_end
        self.keep(piece, section)
        for found in prose.wanted_in(piece, section, after=after):
            self.wanted.append(replace(found, group=self.new_group(), number=self.stretches[-1].number))

    def _number(self, piece: Piece) -> str | None:
        return piece.sign if piece.line.number in self.chain else None


def _of_its_treaty(text: str) -> tuple[str, ...]:
    """The articles an item names, where "the Convention" is that of the paper and not "the Convention against Torture"."""
    found = OF_TREATY.search(text)
    if found is None or not BARE_TREATY.search(found[0]) or OTHER_TREATY.match(text[found.end() :]):
        return ()
    return articles_of_treaty(text)
