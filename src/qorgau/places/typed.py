"""What people type, read into values: counts, areas, days, words. The same for pages and files."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from qorgau.places.faults import Fault
from qorgau.places.rules import LARGEST_AREA, LARGEST_CAPACITY

_COUNT = re.compile(r"[0-9]{1,9}")
_AREA = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]))?0*")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_SPACES = re.compile(r"\s+")
Word = TypeVar("Word", bound=StrEnum)


class Untyped(ValueError):  # noqa: N818 - read aloud: "untyped"
    """A text that cannot be read; carries the fault that says how to mend it."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault."""
        super().__init__(fault.key)
        self.fault = fault


def tidy(text: str) -> str:
    """The text in composed letters, without spaces around it or doubled within."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def read_count(text: str, *, where: str) -> int | None:
    """A whole number of persons; None for an empty text."""
    written = tidy(text).replace(" ", "")
    if not written:
        return None
    if not _COUNT.fullmatch(written):
        raise Untyped(Fault(where=where, key="capacity_unfit", values={"most": LARGEST_CAPACITY}))
    return int(written)


def read_area(text: str, *, where: str) -> int | None:
    """Square metres, with a point or a comma, in tenths; None for an empty text."""
    written = tidy(text).replace(" ", "")
    if not written:
        return None
    found = _AREA.fullmatch(written)
    if found is None:
        raise Untyped(Fault(where=where, key="area_unfit", values={"most": LARGEST_AREA // 10}))
    return int(found[1]) * 10 + int(found[2] or 0)


def read_day(text: str, *, where: str) -> date | None:
    """A civil day as 03.05.2026 or 2026-05-03; None for an empty text."""
    written = tidy(text)
    if not written:
        return None
    found = _DAY_FIRST.fullmatch(written) or _YEAR_FIRST.fullmatch(written)
    try:
        return (
            date(int(found["year"]), int(found["month"]), int(found["day"]))
            if found
            else _no_day(written, where)
        )
    except ValueError:
        return _no_day(written, where)


def read_words(texts: Iterable[str], words: type[Word], *, where: str) -> tuple[Word, ...]:
    """Words of a closed set, each once, in the set's own order."""
    given = {tidy(text) for text in texts} - {""}
    known = {word.value for word in words}
    if unknown := sorted(given - known):
        values = {"word": unknown[0][:50], "known": ", ".join(words)}
        raise Untyped(Fault(where=where, key="word_unknown", values=values))
    return tuple(word for word in words if word.value in given)


def written_area(tenths: int | None) -> str:
    """Tenths of a square metre as people type them."""
    if tenths is None:
        return ""
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _no_day(written: str, where: str) -> date:
    raise Untyped(Fault(where=where, key="day_unreadable", values={"text": written[:30]}))
