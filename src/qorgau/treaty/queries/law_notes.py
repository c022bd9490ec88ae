"""Notes of the law's files that stand in entries: an entry holds them in one language, a page shows them in the reader's."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.lawbook import Language, Lawbook
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.seats import book
from qorgau.wording import in_language


def noted(words: str, language: Language) -> str:
    """Words of an entry; where they are a note of the law's follow-up files, as those files say it in this language."""
    known = next((text for text in _texts(book()) if words and text.get(Language.EN) == words), None)
    return in_language(known, language) if known else words


def _texts(law: Lawbook) -> Iterator[Text]:
    for cycle in law.follow_up.values():
        yield from (each.notes for each in cycle.due)
        yield from (each.notes for each in cycle.assessed)
        for paper in cycle.sent:
            yield {
                language: " ".join(filter(None, (paper.title.get(language), paper.notes.get(language))))
                for language in Language
            }
