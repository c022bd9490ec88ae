"""Footnotes in the order of their calls; what was noted once is referred to afterwards."""

from __future__ import annotations

from dataclasses import replace

from qorgau.lawbook import Language
from qorgau.treaty.writing.figures import Figure, base_id
from qorgau.treaty.writing.report import Run
from qorgau.treaty.writing.saying import said, say_basis


class Notes:
    """The notes of a report, numbered from 1 as they are called."""

    def __init__(self, language: Language) -> None:
        """Begin without a note."""
        self._language = language
        self._held: list[str] = []
        self._figures: dict[Figure, int] = {}
        self._rules: dict[Figure, int] = {}
        self._of: dict[int, Figure] = {}

    def add(self, words: str) -> int:
        """A new note; 0, which calls none, for no words."""
        if not words.strip():
            return 0
        self._held.append(words.strip())
        return len(self._held)

    def of_figure(self, figure: Figure) -> int:
        """The note with the source and the rule of a figure; from its second call on, one that points to the first."""
        first = self._figures.get(figure)
        if first is None:
            number = self._figures[figure] = self.add(say_basis(figure, self._language))
        else:
            number = self.add(said("note_see", self._language, number=first))
        self._of[number] = figure
        return number

    def of_rule(self, figure: Figure) -> int:
        """The note with unit, population and rule of a row of a table; the table itself tells source and day."""
        row = replace(
            figure, id=base_id(figure.id), value="", of=None, period="", stated_on="", why_not="", source=""
        )
        first = self._rules.get(row)
        if first is not None:
            return self.add(said("note_see", self._language, number=first))
        number = self._rules[row] = self.add(say_basis(row, self._language))
        return number

    def figure_of(self, number: int) -> Figure | None:
        """The figure that a note is about; None for any other note."""
        return self._of.get(number)

    def all(self) -> tuple[str, ...]:
        """Every note; the first is note 1."""
        return tuple(self._held)


def run(text: str, note: int = 0) -> Run:
    """Words with a call of a note after them."""
    return Run(text=text, note=note)
