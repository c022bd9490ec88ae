"""Numbers as lists write them: figures, letters, Roman numerals, Cyrillic letters."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Word leaves out ё, й, ъ, ы and ь when it counts in Russian letters.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"


def written(count: int, form: str) -> str:
    """A number in one of Word's forms; a form that is not known is written in figures."""
    match form:
        case "lowerLetter" | "upperLetter":
            text = _repeated(count, _LATIN)
        case "russianLower" | "russianUpper":
            text = _repeated(count, _RUSSIAN)
        case "lowerRoman" | "upperRoman":
            text = roman(count)
        case "decimalZero":
            text = f"{count:02d}"
        case "none":
            text = ""
        case _:
            text = str(count)
    return text.upper() if form.startswith("upper") or form == "russianUpper" else text


def roman(count: int) -> str:
    """A Roman numeral in small letters; figures where there is none."""
    if not 0 < count < 4000:
        return str(count)
    out = ""
    for size, sign in _ROMAN:
        out += sign * (count // size)
        count %= size
    return out


def _repeated(count: int, letters: str) -> str:
    """a to z, then aa, bb: as Word counts in letters."""
    if not 0 < count <= len(letters) * 30:
        return str(count)
    return letters[(count - 1) % len(letters)] * ((count - 1) // len(letters) + 1)
