"""Where in a reading a correction belongs: its paragraph by its words or number, its leaf by its id."""

from __future__ import annotations

import re

from qorgau.reading.document import Document, Leaf, Paragraph
from qorgau.treaty.facts.mend import CannotApply, Mend

_ANCHOR = 160
_SPACE = re.compile(r"\s+")


def anchor_of(paragraph: Paragraph) -> str:
    """The beginning of a paragraph's words, by which it is found in another reading."""
    return _plain(paragraph.text)[:_ANCHOR]


def paragraph_at(document: Document, target: str) -> Paragraph:
    """The paragraph "p<place>" of the document as it now stands; raises CannotApply."""
    if not re.fullmatch("p[0-9]{1,5}", target) or int(target[1:]) >= len(document.paragraphs):
        raise CannotApply("misfit_no_paragraph")
    return document.paragraphs[int(target[1:])]


def place_of(document: Document, mend: Mend) -> int:
    """The paragraph that the correction is about: by its words, else by its own number."""
    by_words = [place for place, each in enumerate(document.paragraphs) if anchor_of(each) == mend.anchor]
    if len(by_words) == 1:
        return by_words[0]
    numbered = [
        place for place, each in enumerate(document.paragraphs) if mend.number and each.number == mend.number
    ]
    if len(numbered) == 1:
        return numbered[0]
    if len(by_words) > 1 and mend.target[1:].isdigit() and int(mend.target[1:]) in by_words:
        return int(mend.target[1:])
    raise CannotApply("misfit_no_paragraph")


def leaf_at(document: Document, leaf_id: str) -> tuple[int, Leaf]:
    """A leaf with the paragraph that holds it; an undivided paragraph is its own leaf."""
    for place, paragraph in enumerate(document.paragraphs):
        for leaf in paragraph.leaves:
            if leaf.id == leaf_id:
                return place, leaf
        if paragraph.number == leaf_id and not paragraph.leaves:
            return place, Leaf(id=leaf_id, text=paragraph.text, place=paragraph.place)
    raise CannotApply("misfit_no_leaf")


def words_at(document: Document, leaf_id: str) -> str:
    """The words of a leaf, or of a recommendation that is no leaf: a row of a table, a demand of running text."""
    found = next((each for each in document.recommendations if each.id == leaf_id), None)
    return found.text if found else leaf_at(document, leaf_id)[1].text


def is_leaf(document: Document, leaf_id: str) -> bool:
    """Whether it is a leaf or an undivided paragraph, and no row of a table."""
    return any(
        each.number == leaf_id if not each.leaves else any(leaf.id == leaf_id for leaf in each.leaves)
        for each in document.paragraphs
    )


def is_tracked(document: Document, leaf_id: str) -> bool:
    """Whether it is one of the recommendations."""
    return any(each.id == leaf_id for each in document.recommendations)


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words).strip().casefold()
