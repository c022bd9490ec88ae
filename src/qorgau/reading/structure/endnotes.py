"""Notes that a file has as plain lines behind the last paragraph: "* Adopted by the Committee at its ... session (...)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qorgau.reading.source import Line

_STARRED = re.compile(r"\s*\[?(?:\d{1,2}:)?\s*\*{1,3}\s*(?P<words>\S.*)", re.DOTALL)
_TELLS = re.compile(
    r"(?:As )?[Aa]dopted\b|The (?:present )?(?:document|annex)|Reissued|Принят|Настоящий документ|Приложение|Adopt[ée]|Aprobad|"
    r"(?:La|Le|El) présent|El presente|Le présent"
)
_RULE = re.compile(r"\s*[_—–-]{5,}\s*")
_ANNEX = re.compile(r"\s*(?:Annex|Appendix|Приложение|Anexo|Annexe)(?:es)?\b", re.IGNORECASE)


def is_note_to_title(text: str) -> bool:
    """Whether a line is a note to the title that says when the document was adopted, or how it is issued."""
    found = _STARRED.match(text)
    return bool(found and _TELLS.match(found["words"]))


def without_endnotes(lines: Sequence[Line]) -> list[Line]:
    """The lines without rules and notes to the title; notes with numbers that stand behind such a note go too."""
    out: list[Line] = []
    after = False
    for line in lines:
        if is_note_to_title(line.text):
            after = bool(out)
        elif _RULE.fullmatch(line.text) or (after and _is_number_note(line.text)):
            continue
        else:
            after = after and bool(_ANNEX.match(line.text))
            out.append(line)
    return out


def _is_number_note(text: str) -> bool:
    """ "3 CCPR/C/AAA/QPR/3." and "4See CCPR/C/SR.3883": a number without a stop, then words."""
    return bool(re.match(r"\s*\[?\d{1,3}\]?\s*(?=[A-ZА-ЯЁ«“\"(])", text))
