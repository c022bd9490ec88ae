"""What may be typed into a correction: numbers and codes that can be taken for nothing else."""

from __future__ import annotations

import re

from qorgau.treaty.facts.words import Fix

# No sign of these separates ids from one another anywhere: neither "#" nor the end of a line.
_NUMBER = re.compile(r"[\w.()/-]{1,40}")
_PARAGRAPH = re.compile(r"[\w.-]{0,20}")
_TITLE, _LINE = 400, re.compile(r"[^\n]*")
_FIELDS = {
    "symbol": re.compile(r"[A-Za-z0-9./_ -]{0,64}"),
    "committee": re.compile(r"[A-Za-z/-]{0,16}"),
    "state": re.compile(r"([A-Z]{3})?"),
    "cycle": re.compile(r"[\w-]{0,16}"),
    "language": re.compile(r"[a-z]{2,3}"),
}


def is_well_typed(what: Fix, target: str, value: str, place: str) -> bool:
    """Whether such a value can stand there; what it means for the reading is another question."""
    if what is Fix.ID:
        return bool(_NUMBER.fullmatch(value))
    if what is Fix.SPLIT:
        return bool(_PARAGRAPH.fullmatch(place))
    if what is Fix.HEADING or (what is Fix.HEADER and target not in _FIELDS):
        return len(value) <= _TITLE and bool(_LINE.fullmatch(value))
    return what is not Fix.HEADER or bool(_FIELDS[target].fullmatch(value))
