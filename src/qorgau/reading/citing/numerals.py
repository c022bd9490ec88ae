"""Numbers and ordinals in words, English, Russian, French and Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_UNITS: Final = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_ORDINAL_UNITS: Final = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        range(1, 20),
        strict=True,
    )
)
_ORDINAL_TENS: Final = dict(
    zip(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(),
        range(20, 100, 10),
        strict=True,
    )
)

# stems, since Russian words bend: "пятый", "пятого", "пятом"
_RU_ORDINALS: Final = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9,
    "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15,
    "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
    "сороков": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70, "восьмидесят": 80, "девяност": 90,
}  # fmt: skip
_RU_TENS: Final = {"двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90}  # fmt: skip
_RU_CARDINALS: Final = {
    "один": 1, "одна": 1, "одно": 1, "одного": 1, "одной": 1, "одном": 1, "два": 2, "две": 2, "двух": 2, "двое": 2,
    "три": 3, "трех": 3, "трёх": 3, "трое": 3, "четыре": 4, "четырех": 4, "четырёх": 4, "четверо": 4, "пять": 5, "пяти": 5, "пятеро": 5,
    "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9,
    "десять": 10, "десяти": 10, "одиннадцать": 11, "двенадцать": 12, "двенадцати": 12, "тринадцать": 13, "пятнадцать": 15,
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50,
}  # fmt: skip
_RU_ENDING: Final = r"(?:ьей|ьего|ьему|ьим|ьем|ый|ий|ой|его|ого|ому|ему|ым|им|ом|ем|ая|ья|ую|ью|ое|ье|ые|ьи|ых|ьих|ыми|ьими|ей|ья)"

_ENGLISH_ORDINAL: Final = (
    rf"(?:(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(list(_ORDINAL_UNITS)[:9])})|{'|'.join(_ORDINAL_TENS)}|{'|'.join(sorted(_ORDINAL_UNITS, key=len, reverse=True))}"
    r"|\d{1,2}(?:st|nd|rd|th))"
)
_RUSSIAN_ORDINAL: Final = rf"(?:(?:(?:{'|'.join(_RU_TENS)})\s+)?(?:{'|'.join(sorted(_RU_ORDINALS, key=len, reverse=True))}){_RU_ENDING}|\d{{1,2}}-(?:й|го|му|м|е|ый|ой))"
_FR_UNITS: Final = {
    "premier": 1, "première": 1, "unième": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
    "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14,
    "quinzième": 15, "seizième": 16, "dix-septième": 17, "dix-huitième": 18, "dix-neuvième": 19,
}  # fmt: skip
_FR_TENS: Final = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "quatre-vingt": 80,
}
_FR_ROUND: Final = {"vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60, "quatre-vingtième": 80}  # fmt: skip
_ES_UNITS: Final = {
    "primer": 1, "segund": 2, "tercer": 3, "cuart": 4, "quint": 5, "sext": 6, "séptim": 7, "octav": 8, "noven": 9, "décim": 10,
    "undécim": 11, "duodécim": 12, "decimotercer": 13, "decimocuart": 14, "decimoquint": 15, "decimosext": 16, "decimoséptim": 17,
    "decimoctav": 18, "decimonoven": 19,
}  # fmt: skip
_ES_TENS: Final = {"vigésim": 20, "trigésim": 30, "cuadragésim": 40, "quincuagésim": 50, "sexagésim": 60, "septuagésim": 70, "octogésim": 80, "nonagésim": 90}  # fmt: skip


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_FRENCH_ORDINAL: Final = rf"(?:(?:(?:{_longest_first(_FR_TENS)})(?:-|\s+et\s+))?(?:{_longest_first(_FR_UNITS)})|{_longest_first(_FR_ROUND)})"
_SPANISH_ORDINAL: Final = rf"(?:(?:(?:{_longest_first(_ES_TENS)})[oa]\s+)?(?:{_longest_first(_ES_UNITS)})[oa]?|(?:{_longest_first(_ES_TENS)})[oa])"
ORDINAL: Final = rf"(?<![A-Za-zÀ-ÿА-Яа-яё-])(?:{_ENGLISH_ORDINAL}|{_RUSSIAN_ORDINAL}|{_FRENCH_ORDINAL}s?|{_SPANISH_ORDINAL}s?)(?![A-Za-zÀ-ÿА-Яа-яё])"
CARDINAL: Final = (
    rf"(?<![A-Za-zА-Яа-яё-])(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(list(_UNITS)[:9])}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))}"
    rf"|{'|'.join(sorted(_RU_CARDINALS, key=len, reverse=True))})(?![A-Za-zА-Яа-яё-])"
)


def ordinal(words: str) -> int | None:
    """The number of an ordinal: "twenty-third", "23rd", "двадцать третий", "23-й"; None if it is none."""
    text = re.sub(r"[\s-]+", " ", words.strip().casefold())
    if digits := re.match(r"\d{1,2}", text):
        return int(digits.group())
    head, _, tail = text.rpartition(" ")
    if tail in _ORDINAL_UNITS:
        return _ORDINAL_UNITS[tail] + _TENS.get(head, 0)
    if text in _ORDINAL_TENS:
        return _ORDINAL_TENS[text]
    return _russian_ordinal(head, tail) or _french_ordinal(words) or _spanish_ordinal(head, tail)


def _russian_ordinal(head: str, tail: str) -> int | None:
    stems = [stem for stem in _RU_ORDINALS if re.fullmatch(stem + _RU_ENDING, tail)]
    if not stems:
        return None
    return _RU_ORDINALS[max(stems, key=len)] + _RU_TENS.get(head, 0)


def _french_ordinal(words: str) -> int | None:
    text = re.sub(r"\s+et\s+|\s+", "-", words.strip().casefold()).rstrip("s")
    if text in _FR_ROUND:
        return _FR_ROUND[text]
    for head, tens in (("", 0), *((f"{name}-", ten) for name, ten in _FR_TENS.items())):
        if text.startswith(head) and text[len(head) :] in _FR_UNITS:
            return tens + _FR_UNITS[text[len(head) :]]
    return None


def _spanish_ordinal(head: str, tail: str) -> int | None:
    stem = re.sub("[oa]?s?$", "", tail)
    tens = _ES_TENS.get(re.sub("[oa]$", "", head), 0)
    found = _ES_UNITS.get(stem)
    return tens + found if found else _ES_TENS.get(stem)


def cardinal(words: str) -> int | None:
    """The number of a cardinal in words or digits: "twenty-four", "24", "двух"; None if it is none."""
    text = re.sub(r"[\s-]+", " ", words.strip().casefold())
    if text.isdigit():
        return int(text)
    if text in _RU_CARDINALS:
        return _RU_CARDINALS[text]
    head, _, tail = text.rpartition(" ")
    if text in _TENS:
        return _TENS[text]
    if tail in _UNITS and (not head or head in _TENS):
        return _UNITS[tail] + _TENS.get(head, 0)
    return None
