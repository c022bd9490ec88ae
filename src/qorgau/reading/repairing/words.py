"""Words that a line's end or a bad copy has split."""

from __future__ import annotations

import re

from qorgau.reading.repairing.compounds import SPLIT, Words
from qorgau.reading.repairing.draft import Edit
from qorgau.reading.source import Mended

_SPLIT_COMMITTEE = re.compile(r"(?<![A-Z/])([A-Z](?: ?[A-Z]){1,4}) ?/ ?C/(?=[A-Z0-9])")
COMMITTEES = frozenset(("CAT", "CCPR", "CERD", "CEDAW", "CRC", "CRPD", "CED", "CMW"))
# "pre- and post-trial" is whole: a shared end follows.
_SHARED_END = frozenset("and or to und or и или және мен et ou y o nor".split())
_HYPHENS = re.compile(r"[-‐¬] ")
_ROMAN = re.compile(r"[IVX]+|[ivx]+")  # "II- The Committee" is numbered
_SOFT = "¬"  # stands only where a program broke a word
# "25- year", "18- летний", "2010- 2012", "COVID- 19": a figure keeps its hyphen.
# At the beginning of a line a figure before a hyphen numbers it, and so it does before a capital: "1- The Committee".
_MEASURED = re.compile(
    r"year|month|week|day|hour|minute|person|point|page|лет|год|месяч|недел|дневн|час|минут|этаж|жыл|жас|ай|күн|апта"
)
_FIGURE = re.compile(r"(?<![\w/.-])(?:\d{1,3}- (?=[^\W\d_]{3,})|\d{4}- (?=\d{4}\b)|[A-Z]{2,}- (?=\d{1,4}\b))")


def split_word_edits(text: str, words: Words) -> list[Edit]:
    """ "develop- ment" and "C AT/C" as one word, "five- person" and "25- year" with their hyphen."""
    edits = []
    if _HYPHENS.search(text):
        edits += [edit for found in SPLIT.finditer(text) if (edit := _mended(found, words))]
        edits += [
            Edit(found.end() - 1, found.end(), "", Mended.SPLIT_WORD)
            for found in _FIGURE.finditer(text)
            if not _is_shared(text, found.end()) and not _is_label(found)
        ]
    if "/" in text:
        edits += [edit for found in _SPLIT_COMMITTEE.finditer(text) if (edit := _committee(found))]
    return sorted(edits, key=lambda edit: edit.start)


def _mended(found: re.Match[str], words: Words) -> Edit | None:
    if found[2].lower() in _SHARED_END or (found.start() == 0 and _ROMAN.fullmatch(found[1])):
        return None
    soft = found.string[found.end() - 2] in _SOFT
    hyphen = "" if soft or not words.keeps_hyphen(found[1], found[2]) else "-"
    return Edit(found.end() - 2, found.end(), hyphen, Mended.SPLIT_WORD)


def _is_label(found: re.Match[str]) -> bool:
    text, at = found.string, found.end()
    if not found[0][0].isdigit() or text[at].isdigit():
        return False
    return text[at].isupper() or (found.start() == 0 and not _MEASURED.match(text, at))


def _is_shared(text: str, at: int) -> bool:
    return text[at : at + 6].partition(" ")[0].lower() in _SHARED_END


def _committee(found: re.Match[str]) -> Edit | None:
    whole = found[1].replace(" ", "")
    if whole not in COMMITTEES or found[0] == f"{whole}/C/":
        return None
    return Edit(found.start(), found.end(), f"{whole}/C/", Mended.SPLIT_WORD)
