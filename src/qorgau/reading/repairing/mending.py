"""All repairs of a document's lines, in the order in which one makes the next possible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qorgau.reading.repairing.characters import (
    character_edits,
    encoding_edits,
    lost_characters,
    white_space_edits,
)
from qorgau.reading.repairing.compounds import Words
from qorgau.reading.repairing.draft import Draft, Edit, Fix, edited
from qorgau.reading.repairing.numbers import glued_dates, glued_number_edits
from qorgau.reading.repairing.scripts import mixed_script_edits
from qorgau.reading.repairing.words import split_word_edits
from qorgau.reading.source import Mended

# Singletons of Unicode (an Angstrom sign, Hangul parts) are left: only marks after a letter are composed.
_MARKED = re.compile(r"\w[\u0300-\u036f]+")


def mend(drafts: Sequence[Draft]) -> list[Draft]:
    """The lines as they were meant; what was done stands in their `fixes`, what is unclear with `after` None."""
    cleaned = [_cleaned(each) for each in drafts]
    words = Words([each.text for each in cleaned])
    return [_settled(each, words) for each in cleaned]


def _cleaned(draft: Draft) -> Draft:
    """Characters first: a soft hyphen within a word would hide it from every later step."""
    draft = edited(draft, encoding_edits(draft.text))
    draft = edited(draft, character_edits(draft.text))
    draft = _composed(draft)
    return edited(draft, white_space_edits(draft.text))


def _composed(draft: Draft) -> Draft:
    """Letters with their marks as one sign ("и" and a breve are "й"), so that words compare equal."""
    if unicodedata.is_normalized("NFC", draft.text):
        return draft
    return edited(draft, list(_compositions(draft.text)))


def _compositions(text: str) -> Iterator[Edit]:
    """Each letter with the marks that follow it, where composing them changes anything."""
    for found in _MARKED.finditer(text):
        composed = unicodedata.normalize("NFC", found[0])
        if composed != found[0]:
            yield Edit(found.start(), found.end(), composed)


def _settled(draft: Draft, words: Words) -> Draft:
    draft = edited(draft, split_word_edits(draft.text, words))
    draft = edited(draft, glued_number_edits(draft.text))
    edits, unsure = mixed_script_edits(draft.text)
    draft = edited(draft, edits)
    lost = (Fix(Mended.ENCODING, word, None) for word in lost_characters(draft.text))
    seen = (*glued_dates(draft.text), *unsure, *lost)
    return replace(draft, fixes=draft.fixes + seen) if seen else draft
