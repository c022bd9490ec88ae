"""Numbers of a text with what stands before them: digits of both customs, words, shares, money, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from qorgau.reading.citing import numerals


@dataclass(frozen=True, slots=True)
class Number:
    """A number by offsets: `in_words` if spelt out; `unit` set for shares and money; `upto` of a range."""

    value: float
    start: int
    end: int
    in_words: bool = False
    approximate: bool = False
    upto: float | None = None
    unit: str | None = None


_DIGITS: Final = r"\d{1,3}(?:[,  \u2009\u202f]\d{3})+(?:\.\d+)?(?![\d,]\d)|\d+(?:[.,]\d+)?"
_SCALE: Final = r"(?:thousand|million|billion|bn|тыс(?:\.|яч\w*)|млн\.?|миллион\w*|млрд\.?|миллиард\w*)"
_SCALES: Final = {"thousand": 1e3, "тыс": 1e3, "million": 1e6, "млн": 1e6, "миллион": 1e6, "billion": 1e9, "bn": 1e9, "млрд": 1e9, "миллиард": 1e9}  # fmt: skip
_CURRENCY: Final = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "доллар": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "евро": "EUR",
    "₸": "KZT", "kzt": "KZT", "tenge": "KZT", "тенге": "KZT", "£": "GBP", "gbp": "GBP", "pound": "GBP", "chf": "CHF", "swiss franc": "CHF",
    "rub": "RUB", "rouble": "RUB", "ruble": "RUB", "рубл": "RUB", "som": "KGS", "kgs": "KGS", "сом": "KGS", "₽": "RUB",
}  # fmt: skip
_MONEY_BEFORE: Final = re.compile(r"(US\$|USD|EUR|KZT|GBP|CHF|RUB|KGS|[$€£₸₽])\s?$", re.IGNORECASE)
_MONEY_AFTER: Final = re.compile(
    r"\s*(?:(?:US|United\s+States|American|Kazakh(?:stani?)?|Swiss)\s+)?(dollars?|euros?|eur\b|usd\b|kzt\b|tenge|roubles?|rubles?|pounds?|som\b|kgs\b|доллар\w*|евро|тенге|рубл\w*|сомов|сом\b|[€₸$₽])",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(
    r"\s?(?:%|per\s?cent\b|percent\b|percentage\s+points?|процент\w*|пайыз\w*)", re.IGNORECASE
)
_FRACTION: Final = re.compile(
    r"\b(?:(one|two|three|four|a)[\s-](half|third|thirds|quarter|quarters|fifth|fifths)|(треть|четверть|половина|две\s+трети|три\s+четверти|двух\s+третей|трех\s+четвертей|трети|четверти|половины))\b(?=\s+(?:of|из|\w+))",
    re.IGNORECASE,
)
_PARTS: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_RU_PARTS: Final = {
    "треть": 1 / 3,
    "четверть": 1 / 4,
    "половина": 1 / 2,
    "две трети": 2 / 3,
    "три четверти": 3 / 4,
    "двух третей": 2 / 3,
    "трех четвертей": 3 / 4,
    "трети": 1 / 3,
    "четверти": 1 / 4,
    "половины": 1 / 2,
}
_APPROXIMATE: Final = re.compile(
    r"\b(?:approximately|approx\.|about|around|nearly|almost|some|roughly|circa|ca\.|over|more\s+than|less\s+than|fewer\s+than|at\s+least|at\s+most|no\s+(?:fewer|less)\s+than|up\s+to|"
    r"an?\s+(?:estimated|average\s+of)|averag\w+|estimated\s+(?:at\s+)?|in\s+excess\s+of|close\s+to|only\s+about|"
    r"около|более(?:\s+чем)?|менее(?:\s+чем)?|свыше|почти|примерно|порядка|не\s+менее|не\s+более|приблизительно|"
    r"шамамен|жуық)\s+(?:the\s+|a\s+total\s+of\s+)?(?:US\$|USD|EUR|KZT|[$€£₸])?\s?$",
    re.IGNORECASE,
)
_TAKEN_APART: Final = re.compile(rf"(?<![\w.,/])(?<![^\W\d]-)(?:{_DIGITS})", re.UNICODE)
_RANGE: Final = re.compile(r"\s*(?:[-–—]|\bto\b|\band\b|\bдо\b|\bи\b)\s*(?:US\$|[$€£₸])?\s?$", re.IGNORECASE)
_RANGE_OPENS: Final = re.compile(
    r"\b(?:between|from|от|с|между)\s+(?:US\$|[$€£₸]|EUR\s|USD\s)?\s?$", re.IGNORECASE
)


def read_digits(written: str) -> float:
    """The value of digits in either custom: "3,434", "3 880", "1,37", "96.3"."""
    tight = re.sub(r"\s", "", written)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", tight):
        return float(tight.replace(",", ""))
    return float(tight.replace(",", "."))


_ANY: Final = re.compile(rf"\d|{numerals.CARDINAL}|{_FRACTION.pattern}", re.IGNORECASE)


def may_stand_in(text: str) -> bool:
    """Whether a text has any digit, number in words or fraction at all."""
    return _ANY.search(text) is not None


def find(text: str, masked: tuple[tuple[int, int], ...]) -> list[Number]:
    """The numbers of a text that stand in none of the masked stretches, in order; a range is one number."""
    free = [one for one in _all(text) if not any(a < one.end and one.start < b for a, b in masked)]
    free.sort(key=lambda one: (one.start, -one.end))
    return _ranged(text, _apart(free))


def _all(text: str) -> Iterator[Number]:
    for match in _FRACTION.finditer(text):
        yield _fraction(match)
    for match in _TAKEN_APART.finditer(text):
        yield _dressed(text, match.start(), match.end(), read_digits(match.group()), in_words=False)
    for match in re.finditer(numerals.CARDINAL, text, re.IGNORECASE):
        value = numerals.cardinal(match.group())
        if value is not None:
            yield _dressed(text, match.start(), match.end(), float(value), in_words=True)


def _fraction(match: re.Match[str]) -> Number:
    if match[3]:
        share = _RU_PARTS[re.sub(r"\s+", " ", match[3].casefold())]
    else:
        share = (numerals.cardinal(match[1]) or 1) / _PARTS[match[2].casefold().rstrip("s")]
    return Number(
        round(share * 100, 2), match.start(), match.end(), in_words=True, approximate=True, unit="per cent"
    )


def _dressed(text: str, start: int, end: int, value: float, *, in_words: bool) -> Number:
    """A number with its scale, its share or money sign, and whether it is said to be inexact."""
    if scale := re.compile(rf"\s?({_SCALE})(?!\w)", re.IGNORECASE).match(text, end):
        value *= next(worth for word, worth in _SCALES.items() if scale[1].casefold().startswith(word))
        end = scale.end()
    approximate = _APPROXIMATE.search(text[max(0, start - 40) : start]) is not None
    if percent := _PERCENT.match(text, end):
        return Number(value, start, percent.end(), in_words, approximate, unit="per cent")
    if before := _MONEY_BEFORE.search(text[max(0, start - 8) : start]):
        return Number(
            value,
            start - len(before.group()),
            end,
            in_words,
            approximate,
            unit=_CURRENCY[before[1].casefold()],
        )
    if after := _MONEY_AFTER.match(text, end):
        word = after[1].casefold()
        unit = next((code for name, code in _CURRENCY.items() if word.startswith(name)), None)
        return Number(value, start, after.end(), in_words, approximate, unit=unit)
    return Number(value, start, end, in_words, approximate)


def _apart(numbers: list[Number]) -> list[Number]:
    """Numbers that do not overlap; the longer reading at a place counts."""
    kept: list[Number] = []
    for one in numbers:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _ranged(text: str, numbers: list[Number]) -> list[Number]:
    kept: list[Number] = []
    for one in numbers:
        if kept and _is_range(text, kept[-1], one):
            low = kept.pop()
            unit = one.unit or low.unit
            one = Number(low.value, low.start, one.end, one.in_words, True, one.value, unit)
        kept.append(one)
    return kept


def _is_range(text: str, low: Number, high: Number) -> bool:
    """Whether two numbers are a range: "between 10 and 20" and "10-20" are, "12 women and 3 men" and "33 and 40" are not."""
    between = text[low.end : high.start]
    if (
        low.value >= high.value
        or low.upto is not None
        or not _RANGE.fullmatch(between)
        or (low.unit and high.unit != low.unit)
    ):
        return False
    if re.search(r"\band\b|\bи\b", between, re.IGNORECASE):
        return (
            re.search(
                r"\b(?:between|между)\s+(?:US\$|[$€£₸]|EUR\s|USD\s)?\s?$", text[: low.start], re.IGNORECASE
            )
            is not None
        )
    if re.search(r"\bto\b|\bдо\b", between, re.IGNORECASE):
        return _RANGE_OPENS.search(text[: low.start]) is not None and not re.search(
            r"\b(?:reduc|increas|decreas|ris|rose|fell|drop|grew|сократ|увелич|сниз|выр)\w*\b[^.;]{0,40}$",
            text[: low.start],
            re.IGNORECASE,
        )
    return True
