"""How wide a text is, near enough to wrap it, without any font at hand."""

from __future__ import annotations

_NARROW = frozenset("iljtfr.,:;'’|!()[]· іїјг")
_WIDE = frozenset("mwMWшщжюмфыдШЩЖЮМФЫДөғқңһ—@%№")


_BOLD = 1.12


def width_of(text: str, size: float) -> float:
    """The width of a line in pixels, a little more than most fonts need."""
    return sum(_units(char) for char in text) * size


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit; a word that is too long stands alone."""
    width = width / _BOLD if bold else width
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines or [""]


def _units(char: str) -> float:
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.80
    return 0.70 if char.isupper() else 0.58
