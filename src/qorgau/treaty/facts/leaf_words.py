"""What a part of a document is called on a page: "§ 12(a)" of a committee, "article 1, no. 2" of an organisation."""

from __future__ import annotations

import re

from qorgau.lawbook import Language
from qorgau.treaty.facts.naming import split
from qorgau.wording import say

_NUMBERED = re.compile(r"(?P<where>art|s)(?P<of>\d+(?:[-_]\d+)?)\.(?P<number>\d+)")
_WORDS = {"art": "treaty.leaf_of_article", "s": "treaty.leaf_of_section"}


def leaf_label(leaf: str, language: Language) -> str:
    """A paragraph or leaf by its number; what an organisation did not number is told by its article or section."""
    found = _NUMBERED.fullmatch(leaf)
    if found is None:
        return f"§ {leaf}"
    return say(_WORDS[found["where"]], language, of=found["of"], number=found["number"])


def id_label(recommendation: str, language: Language) -> str:
    """A recommendation by its document and number: "CAT/C/KAZ/CO/4 § 12(a)"."""
    stem, leaf = split(recommendation)
    return f"{stem} {leaf_label(leaf, language)}" if leaf else stem
