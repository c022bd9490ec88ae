"""What is marked, as pages show it: the sentence, its source, and under which heading it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qorgau.custody.citing import cited
from qorgau.lawbook import Basis, Language
from qorgau.lawbook.procedure import Mark
from qorgau.wording import in_language, say


@dataclass(frozen=True, kw_only=True)
class MarkLine:
    """One mark in words."""

    title: str
    text: str
    source: str


def mark_lines(marks: Iterable[Mark], language: Language) -> list[MarkLine]:
    """Each mark once, in the order in which they were set."""
    lines = [
        MarkLine(
            title=say(f"complaints.mark_{_sort(mark)}", language),
            text=in_language(mark.text, language),
            source=cited(mark.source, language),
        )
        for mark in marks
    ]
    return list(dict.fromkeys(lines))


def note_lines(flags: Iterable[Mark], language: Language) -> list[MarkLine]:
    """What a lawyer must know of a procedure as a whole."""
    title = say("complaints.mark_note", language)
    return [
        MarkLine(title=title, text=in_language(each.text, language), source=cited(each.source, language))
        for each in flags
    ]


def _sort(mark: Mark) -> str:
    # A proposal marks what it leaves out itself; every other mark sets a source against a lawful act.
    return "gap" if mark.basis is Basis.PROPOSAL else "contrary"
