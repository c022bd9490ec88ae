"""Characters that no writer meant: control characters, soft hyphens, spaces of no width, ligatures, wrong encodings."""

from __future__ import annotations

import re
import unicodedata

from qorgau.reading.repairing.draft import Edit
from qorgau.reading.source import Mended

WHITE = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000 ]+")
_WRONG = re.compile(
    r"(?P<line_end>(?<=\w)[\x02\ufffe]\s*(?=\w))"  # what PDFium writes for a hyphen at the end of a line
    r"|(?P<soft>(?<=[^\W\d_])\u00ad\s+(?=[^\W\d_]))"
    r"|(?P<control>[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff\ud800-\udfff]+)"
    r"|(?P<wrong_page>[\x80-\x84\x86-\x9f])"
    r"|(?P<invisible>[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    r"|(?<![\u0590-\u1fff])[\u200c\u200d])"
    r"|(?P<ligature>[\ufb00-\ufb06\u01c4-\u01cc])"
    r"|(?P<lost>\ufffd+)"
)
_SUSPICIOUS = re.compile(r"[ÂÃÄÅÐÑâРС][^\x00-\x7f]+")
_PLAUSIBLE = re.compile(r"[\u00a0-\u00bf\u00c0-\u017f\u0400-\u04ff\u2010-\u2044]+")


def character_edits(text: str) -> list[Edit]:
    """What is to be taken out or put in for characters that nobody meant."""
    if text.isascii() and text.isprintable():
        return []
    return [_edit(text, found) for found in _WRONG.finditer(text) if found.lastgroup != "lost"]


def lost_characters(text: str) -> list[str]:
    """Words with a sign that could not be read when the file was decoded."""
    return [word for word in text.split() if "\ufffd" in word] if "\ufffd" in text else []


def _edit(text: str, found: re.Match[str]) -> Edit:
    start, end, sign = found.start(), found.end(), found[0]
    match found.lastgroup:
        case "line_end":
            apart = text[start - 1].isalpha() and text[end].isalpha()
            return Edit(start, end, "- ") if apart else Edit(start, end, "-", Mended.SPLIT_WORD)
        case "control":
            return Edit(start, end, " " if _stood_for_space(text, start, end) else "", Mended.NUL)
        case "wrong_page":
            return Edit(start, end, sign.encode("latin-1").decode("cp1252", "ignore"), Mended.ENCODING)
        case "invisible" | "soft":
            return Edit(start, end, "", Mended.INVISIBLE)
        case _:
            return Edit(start, end, unicodedata.normalize("NFKC", sign), Mended.LIGATURE)


def _stood_for_space(text: str, start: int, end: int) -> bool:
    """A control character between a stop or a digit and a letter stood for a tab; between letters for nothing."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before) and not before.isspace() and not before.isalpha() and after.isalpha()


def encoding_edits(text: str) -> list[Edit]:
    """Runs that were UTF-8 and read in another code page ("â€™", "РєР°Р·"), as they were meant."""
    if text.isascii():
        return []
    found = ((each, _meant(each[0])) for each in _SUSPICIOUS.finditer(text))
    return [Edit(each.start(), each.end(), meant, Mended.ENCODING) for each, meant in found if meant]


def _meant(run: str) -> str | None:
    for page, least in (("cp1252", 2), ("cp1251", 4)):
        try:
            meant = run.encode(page).decode("utf-8")
        except UnicodeError:
            continue
        if len(run) >= least and _PLAUSIBLE.fullmatch(meant):
            return meant
    return None


def white_space_edits(text: str) -> list[Edit]:
    """White space of any kind and length becomes one space, and none at the ends."""
    edits = []
    for found in WHITE.finditer(text):
        at_an_end = found.start() == 0 or found.end() == len(text)
        after = "" if at_an_end else " "
        if found[0] != after:
            edits.append(Edit(found.start(), found.end(), after))
    return edits
