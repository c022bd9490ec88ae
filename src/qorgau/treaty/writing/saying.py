"""Figures, labels and days as a report of the United Nations writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.treaty.writing.figures import Figure, Origin
from qorgau.wording import say, say_day
from qorgau.wording.phrases import plural_form

_LEAF = re.compile(r"(?P<number>[0-9A-Za-z.]+?)(?P<parts>(?:\([^()]+\))*)(?P<demand>/\d+)?")
_PART = re.compile(r"\(([^()]+)\)")
_MONTHS = {Language.EN: "MMMM y", Language.RU: "MMMM y 'г'.", Language.KK: "y 'жылғы' LLLL"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def said(key: str, language: Language, **values: object) -> str:
    """A phrase of reports."""
    return say(f"treaty.writing_{key}", language, **values)


def say_number(number: int | Decimal, language: Language) -> str:
    """A number with the language's own separators: 3,880 or 3 880."""
    # A space that parts thousands must not break the line.
    return format_decimal(number, locale=language.value).replace(" ", "\N{NO-BREAK SPACE}")


def say_per_cent(share: Decimal, language: Language) -> str:
    """A share in the plural form that its number asks for: 1.37 per cent, 21 процент, 90,2 процента."""
    told = _rounded(share)
    form = plural_form(told, language) if isinstance(told, int) else "other"
    return said(f"per_cent_{form}", language, said=say_number(told, language))


def say_words(count: int, language: Language) -> str:
    """A number of words."""
    return said(f"words_{plural_form(count, language)}", language, said=say_number(count, language))


def say_figure(figure: Figure, language: Language) -> str:
    """The value, of the whole, with its share: 53 of 3,880 (1.37 per cent)."""
    if not figure.value:
        if figure.why_not:
            return said("cannot_tell", language, why=figure.why_not)
        return said("cannot_tell_plain", language)
    if figure.of == 0:
        return said("none_at_all", language)
    value = _value(figure, language)
    if figure.of is None:
        return value
    both = said("of", language, value=value, of=say_number(figure.of, language))
    if figure.per_cent is None:
        return both
    return said("share", language, said=both, share=say_per_cent(figure.per_cent, language))


def say_figure_short(figure: Figure, language: Language) -> str:
    """The same for a narrow column: 53 of 3,880 (1.37%), or < 5 of 61."""
    if figure.value.startswith("<") and figure.value[1:].isdecimal():
        told = say_count(figure.value, language, whole=str(figure.of or ""))
        return said("of", language, value=told, of=say_number(figure.of, language)) if figure.of else told
    if figure.of == 0 and figure.value:
        return said("of", language, value="0", of="0")
    if figure.number is None or figure.per_cent is None or figure.of is None:
        return say_figure(figure, language)
    share = say_number(_rounded(figure.per_cent), language)
    both = said("of", language, value=_value(figure, language), of=say_number(figure.of, language))
    return said("share_short", language, said=both, share=share)


def _rounded(share: Decimal) -> Decimal | int:
    return int(share) if share == share.to_integral_value() else share.normalize()


def _value(figure: Figure, language: Language) -> str:
    if figure.number is not None:
        return say_number(figure.number, language)
    if figure.value.startswith("<") and figure.value[1:].isdecimal():
        return said("fewer_than", language, value=say_number(int(figure.value[1:]), language))
    return figure.value


def say_count(count: str, language: Language, *, whole: str = "") -> str:
    """A number as a cell of a table tells it: 1,481, "< 5", or that it is not given.

    What is withheld so that no small number can be worked out may be told as below more than the whole: that says nothing.
    """
    if not count.startswith("<"):
        return say_number(int(count), language)
    below = int(count[1:])
    if whole.isdecimal() and below > int(whole):
        return said("not_given", language)
    return f"<\N{NO-BREAK SPACE}{say_number(below, language)}"


def sentence(words: str) -> str:
    """The same words with a capital at their beginning."""
    return f"{words[:1].upper()}{words[1:]}"


def say_basis(figure: Figure, language: Language) -> str:
    """The note at the foot: source, who counted, what and among whom, period, rule, day; in whole sentences."""
    stated = figure.origin is not Origin.RECORD
    told = [
        ("note_source", {"source": cited(figure.source, language)}),
        ("note_stated" if stated else "note_agency", {"agency": figure.agency}),
        *_counted(figure),
        ("note_period", {"period": figure.period}),
        ("note_rule", {"rule": figure.rule}),
        ("note_on", {"day": say_iso(figure.stated_on, language)}),
    ]
    sentences = [_whole(said(key, language, **values)) for key, values in told if all(values.values())]
    if not figure.rule:
        sentences.append(said("note_no_rule", language))
    return " ".join(sentences)


def _counted(figure: Figure) -> Iterator[tuple[str, dict[str, str]]]:
    """The unit and the population, in one sentence where both are known."""
    if figure.unit and figure.population:
        yield "note_unit_among", {"unit": figure.unit, "population": figure.population}
    else:
        yield "note_unit", {"unit": figure.unit}
        yield "note_population", {"population": figure.population}


def _whole(words: str) -> str:
    """One full stop at the end, also where the words end in one, as a Russian date does."""
    return f"{words.rstrip('.')}."


def say_iso(day: str, language: Language) -> str:
    """A day written as ISO, in words; anything else as it stands."""
    try:
        return say_day(date.fromisoformat(day), language)
    except ValueError:
        return day


def say_month(month: str, language: Language) -> str:
    """A month written as ISO, "2025-03", in words."""
    told = format_date(date.fromisoformat(f"{month}-01"), _MONTHS[language], locale=language.value)
    # Months that stand alone begin with a capital in Kazakh; within a sentence they do not.
    return told if language is Language.EN else told.lower()


def say_label(leaf: str, language: Language = Language.EN) -> str:
    """A leaf's id as the United Nations writes it: 12 (a) (iv), in Russian 12 a) iv); the third demand of 10 as 10, 3."""
    found = _LEAF.fullmatch(leaf)
    if found is None:
        return leaf
    parts = "".join(f" {as_point(part, language)}" for part in _PART.findall(found["parts"]))
    demand = f", {found['demand'][1:]}" if found["demand"] else ""
    return f"{found['number']}{parts}{demand}"


def say_list(words: Sequence[str], language: Language) -> str:
    """Words joined by commas and an `and`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {said('and', language)} {words[-1]}"


def letter(place: int, language: Language) -> str:
    """The letter of a point counted from 0, as the language's documents write it: (a), or a)."""
    return as_point(alphabet(place + 1), language)


def alphabet(place: int) -> str:
    """The letter of a place counted from 1; after the last letter two together: z, aa, ab."""
    told = ""
    while place:
        place, left = divmod(place - 1, len(_LETTERS))
        told = _LETTERS[left] + told
    return told


def as_point(label: str, language: Language) -> str:
    """A point's label in the manner of the language."""
    return f"({label})" if language is Language.EN else f"{label})"


def roman(number: int) -> str:
    """The number of an annex."""
    told = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            told, number = told + sign, number - value
    return told
