"""The codes by which recommendations are sorted, read from the packs of this instance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.treaty_vocabulary import Code, TreatyVocabulary
from qorgau.lawbook.treaty_vocabulary_reading import load_treaty_vocabulary
from qorgau.treaty.refusal import TreatyRefusal

KINDS = ("subjects", "people", "sdg", "measures", "strengths")
_HELD_AS = {"sdg": "sdg_targets"}


def vocabulary() -> TreatyVocabulary:
    """The vocabulary of the loaded packs."""
    return load_treaty_vocabulary()


def titles(kind: str) -> Mapping[str, Text]:
    """Code -> its title in every language. kind: subjects, people, sdg, measures or strengths."""
    return {code: each.title for code, each in _codes(kind).items()}


def require_codes(kind: str, codes: Iterable[str]) -> None:
    """Refuse a code that the vocabulary does not have."""
    known = _codes(kind)
    for code in codes:
        if code not in known:
            raise TreatyRefusal("no_such_word", field=kind, typed=code, known=", ".join(sorted(known)))


def _codes(kind: str) -> Mapping[str, Code]:
    held: Mapping[str, Code] = getattr(vocabulary(), _HELD_AS.get(kind, kind))
    return held
