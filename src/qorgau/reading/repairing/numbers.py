"""Numbers glued to words. A space may be put in; a figure or a symbol is never altered."""

from __future__ import annotations

import re

from qorgau.reading.repairing.draft import Edit, Fix
from qorgau.reading.source import Mended

_CAPITAL = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][a-zа-яёәғқңөұүһі]"
_SHORT = r"[AIВКСОУ] "  # "A" and "В": a word of one letter follows a stop or a bracket only
_GLUED_LABEL = re.compile(
    rf"^(?:(?:\d{{1,3}}\.(?:\d{{1,3}}\.?)?|\((?:[a-z]|[ivx]{{1,5}}|[а-я])\))(?={_CAPITAL}|{_SHORT})"
    rf"|\d{{1,3}}(?={_CAPITAL}))"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
)
_GLUED_DATE = re.compile(rf"(?<![A-Z0-9./-])[A-Z0-9./-]{{0,60}}/\d{{2,4}} {_MONTH} \d{{4}}")


def glued_number_edits(text: str) -> list[Edit]:
    """ "1.The Committee" and "(a)To ensure": a space after the label at a line's beginning."""
    found = _GLUED_LABEL.match(text)
    return [Edit(found.end(), found.end(), " ", Mended.GLUED_NUMBER)] if found else []


def glued_dates(text: str) -> list[Fix]:
    """ "CO/212 December 2008" may be CO/2 of 12 December or CO/21 of 2 December: reported, never decided here."""
    if "/" not in text:
        return []
    return [Fix(Mended.GLUED_NUMBER, found[0], None) for found in _GLUED_DATE.finditer(text)]
