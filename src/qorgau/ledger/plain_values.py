"""The only values a leaf may hold: integers and text, in lists and named groups of them."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from qorgau.ledger.refusal import LedgerRefusal

_DESCRIBED = {bool: "true/false", float: "a number with a fraction", type(None): "null"}

LARGEST_INTEGER = 2**53 - 1
"""Beyond this a browser would round the number and compute another hash."""
FIRST_INSTANT = -62_135_596_800
LAST_INSTANT = 253_402_300_799
"""Years 1 to 9999: what every calendar this project uses can write."""
DEEPEST = 8

IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@-]{0,127}")
KIND = re.compile(r"[A-Z][A-Za-z0-9]{1,63}")
ROLE = re.compile(r"[a-z][a-z0-9_]{0,63}")
FACT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
# Line feed and tab belong to narratives; NUL cannot be stored, the others cannot be seen.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class NotPlain(LedgerRefusal):
    """A value is neither an integer nor text, or is one that others would read differently."""


def checked_text(value: object, *, at: str) -> str:
    """Give the text back if every reader would write it with the same bytes."""
    if type(value) is not str:
        raise NotPlain(f"{at} is {_described(value)}, not text. Write it as text.")
    if unseen := UNSEEN.search(value):
        raise NotPlain(
            f"{at} holds the character U+{ord(unseen[0]):04X} at position {unseen.start()}, which "
            "cannot be shown or stored. Remove it; only line feed and tab are kept."
        )
    if not (value.isascii() or unicodedata.is_normalized("NFC", value)):
        raise NotPlain(
            f"{at} is not in Unicode's composed form (NFC), so that the same words typed elsewhere "
            "would give another hash. Normalise it to NFC where it comes in."
        )
    return value


def checked_word(value: object, pattern: re.Pattern[str], *, at: str) -> str:
    """Give the text back if the whole of it follows the pattern."""
    word = checked_text(value, at=at)
    if not pattern.fullmatch(word):
        raise NotPlain(f"{at} is {word!r}, which does not follow {pattern.pattern}. Rename it.")
    return word


def checked_integer(value: object, *, at: str) -> int:
    """Give the integer back if a browser can hold it exactly."""
    if type(value) is not int:
        raise NotPlain(
            f"{at} is {_described(value)}, not a whole number. Use a smaller unit (tiyn, seconds, "
            "minutes) for fractions and a word for yes and no."
        )
    if abs(value) > LARGEST_INTEGER:
        raise NotPlain(f"{at} is {value}, beyond 2^53-1, where browsers start to round. Write it as text.")
    return value


def checked_instant(value: object, *, at: str) -> int:
    """Give the instant back: whole seconds since 1970 in UTC, within the years 1 to 9999."""
    instant = checked_integer(value, at=at)
    if not FIRST_INSTANT <= instant <= LAST_INSTANT:
        raise NotPlain(
            f"{at} is {instant}, outside the years 1 to 9999. Give seconds since 1970 (UTC), "
            "not milliseconds."
        )
    return instant


def checked_group(value: object, *, at: str, depth: int = 1) -> dict[str, Any]:
    """Give back named values, each an integer, text, a list or again such a group."""
    if not isinstance(value, Mapping):
        raise NotPlain(f"{at} is {_described(value)}, not named values. Give {{}} for none.")
    return {
        checked_word(name, FACT_NAME, at=f"a name in {at}"): _checked_value(
            inner, at=f"{at}.{name}", depth=depth
        )
        for name, inner in value.items()
    }


def _checked_value(value: object, *, at: str, depth: int) -> Any:
    if depth > DEEPEST:
        raise NotPlain(f"{at} lies more than {DEEPEST} levels deep. Record it as several entries.")
    if type(value) is str:
        return checked_text(value, at=at)
    if isinstance(value, Mapping):
        return checked_group(value, at=at, depth=depth + 1)
    if isinstance(value, list | tuple):
        return [
            _checked_value(inner, at=f"{at}[{place}]", depth=depth + 1) for place, inner in enumerate(value)
        ]
    if value is None:
        raise NotPlain(f"{at} is null. Leave the name out when there is nothing to say.")
    return checked_integer(value, at=at)


def _described(value: object) -> str:
    return _DESCRIBED.get(type(value), type(value).__name__)
