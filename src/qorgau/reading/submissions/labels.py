"""The words in bold before an item: "Shelters. Fund at least one", "Transfers: Relatives must be told"."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"^\W*[A-ZÀ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]*(?:\s+[\w’'-]+){0,4}\s*[.:–—]\s+(?=[A-ZÀ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ¿])"
)
# "Part III. Recommendations": what a chapter is called stands behind its number.
_CHAPTER = re.compile(
    r"^(?:part|chapter|section|annex|часть|раздел|глава|partie|chapitre|parte|capítulo|sección)\s+"
    r"(?:[IVX]{1,5}|\d{1,2}|[A-ZА-Я])\s*[.:–—-]\s+",
    re.IGNORECASE,
)


def after_label(text: str) -> str | None:
    """What stands behind the words that name the subject of an item; None where none do."""
    found = _LABEL.match(text)
    return text[found.end() :] if found else None


def without_chapter(text: str) -> str:
    """A heading without "Part III."."""
    return _CHAPTER.sub("", text, count=1)
