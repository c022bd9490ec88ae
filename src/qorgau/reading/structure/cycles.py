"""Which report a document is on: "fourth" is "4", "combined eighth to tenth" is "8-10", "initial" is "1"."""

from __future__ import annotations

import re

from qorgau.reading.citing.numerals import ORDINAL, ordinal

_INITIAL = r"\binitial\b|\bпервоначальн\w+|\binicial\b"
_ONE = rf"(?:{ORDINAL}|{_INITIAL})"
_REPORT = re.compile(
    rf"(?P<first>{_ONE})(?P<more>(?:\s*(?:,|and|to|through|и|[-–—])\s*(?:по\s+)?{_ONE})*)\s+(?:\w+\s+){{0,2}}?(?:periodic\s+|периодическ\w+\s+)?(?:reports?|доклад\w*|rapports?|informes?)",
    re.IGNORECASE,
)
# States parties to the Convention on disappearances owe one report
_ONLY_REPORT = re.compile(
    r"\breport submitted by [^.;\n]{3,80}? under article 29,? (?:\(1\)|paragraph 1)|доклад\w*,? представленн\w+ [^.;\n]{3,80}? пункт\w* 1 статьи 29"
    r"|\binforme inicial\b|\brapport initial\b",
    re.IGNORECASE,
)
_EACH = re.compile(_ONE, re.IGNORECASE)


def cycle_named(text: str) -> str | None:
    """The cycle of the first report that a text names, "4" or "8-10"."""
    match = _REPORT.search(text)
    if match is None:
        return "1" if _ONLY_REPORT.search(text) else None
    found = [_number(each.group()) for each in _EACH.finditer(match.group())]
    numbers = [each for each in found if each is not None]
    if not numbers:
        return None
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"


def _number(word: str) -> int | None:
    return 1 if re.fullmatch(_INITIAL, word, re.IGNORECASE) else ordinal(word)
