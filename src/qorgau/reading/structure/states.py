"""Which State a document is on: from the letters of its symbol, or from the State's name in the title."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

# as the United Nations names States, where it differs from everyday names; old names that stand in older documents
_OTHER_NAMES = {
    "BOL": ("Bolivia (Plurinational State of)", "Plurinational State of Bolivia", "Боливия", "Многонациональное Государство Боливия"),
    "BRN": ("Brunei Darussalam", "Бруней-Даруссалам"),
    "CIV": ("Côte d'Ivoire", "Кот-д'Ивуар"),
    "COD": ("Democratic Republic of the Congo", "Демократическая Республика Конго"),
    "COG": ("Congo", "Republic of the Congo", "Конго"),
    "CPV": ("Cabo Verde", "Кабо-Верде"),
    "CZE": ("Czech Republic", "Чешская Республика", "Чехия"),
    "FSM": ("Micronesia (Federated States of)", "Federated States of Micronesia"),
    "GBR": ("United Kingdom of Great Britain and Northern Ireland", "Соединенное Королевство"),
    "IRN": ("Iran (Islamic Republic of)", "Islamic Republic of Iran", "Исламская Республика Иран"),
    "KAZ": ("Қазақстан", "Қазақстан Республикасы"),
    "KGZ": ("Kyrgyz Republic", "Kyrgyzstan", "Кыргызстан", "Киргизия", "Кыргызская Республика", "Қырғызстан"),
    "KOR": ("Republic of Korea", "Республика Корея"),
    "LAO": ("Lao People's Democratic Republic", "Лаосская Народно-Демократическая Республика"),
    "LBY": ("Libyan Arab Jamahiriya", "Ливия"),
    "MDA": ("Republic of Moldova", "Республика Молдова", "Молдова"),
    "MKD": ("The former Yugoslav Republic of Macedonia", "North Macedonia", "Северная Македония"),
    "PRK": ("Democratic People's Republic of Korea", "Корейская Народно-Демократическая Республика"),
    "PSE": ("State of Palestine", "Государство Палестина"),
    "RUS": ("Russian Federation", "Российская Федерация"),
    "SWZ": ("Swaziland", "Eswatini", "Эсватини"),
    "SYR": ("Syrian Arab Republic", "Сирийская Арабская Республика"),
    "TUR": ("Turkey", "Türkiye", "Турция"),
    "TZA": ("United Republic of Tanzania", "Объединенная Республика Танзания"),
    "USA": ("United States of America", "Соединенные Штаты Америки"),
    "VAT": ("Holy See", "Святой Престол"),
    "VEN": ("Venezuela (Bolivarian Republic of)", "Bolivarian Republic of Venezuela"),
    "VNM": ("Viet Nam", "Вьетнам"),
    "ARE": ("United Arab Emirates", "Объединенные Арабские Эмираты"),
    "ZAF": ("South Africa", "Южная Африка", "Южно-Африканская Республика"),
    "BLR": ("Belarus", "Беларусь", "Белоруссия"),
    "TKM": ("Turkmenistan", "Туркменистан", "Туркмения"),
    "BIH": ("Bosnia and Herzegovina", "Босния и Герцеговина"),
    "TTO": ("Trinidad and Tobago",), "ATG": ("Antigua and Barbuda",), "KNA": ("Saint Kitts and Nevis",),
    "LCA": ("Saint Lucia",), "VCT": ("Saint Vincent and the Grenadines", "Сент-Винсент и Гренадины"), "STP": ("Sao Tome and Principe",),
    "MMR": ("Myanmar",), "CHN": ("China",), "HKG": ("Hong Kong, China",), "MAC": ("Macao, China",), "TLS": ("Timor-Leste",),
}  # fmt: skip
_LANGUAGES = ("en", "ru", "fr", "es", "kk")
_SHORTEST = 4
# Letters that only Kazakh names have; its endings are many, and come one behind another.
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
# Codes of States and parts that are no more; ISO 3166 names today's State by another.
_WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
# What a Russian name ends in, and what it may end in instead; names in other vowels do not change.
_CASES = {
    "пет": "(?:пет|пт(?:а|у|ом|е))", "ство": "ств(?:о|а|у|ом|е)", "ой": r"(?:ой|\w{2,3})",
    "ия": "(?:ия|ии|ию|ией|иею)", "ая": "(?:ая|ой|ую|ою)", "ий": r"(?:ий|\w{2,3})", "ый": r"(?:ый|\w{2,3})",
    "ое": "(?:ое|ого|ому|ым|ом)", "ие": r"(?:ие|\w{2,3})", "ые": r"(?:ые|\w{2,3})",
    "а": "(?:[аыиуе]|ой|ою)", "я": "(?:[яиюе]|ей|ею)", "ь": "(?:[ьия]|ью|ю|ем|е)", "ы": r"(?:ы|ов|ам|ами|ах|)",
    "й": "(?:[йяюе]|ем)",
    **{each: each for each in "оуэеи"},
    "": "(?:а|у|ом|е|)",
}  # fmt: skip


@cache
def _names() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of all names, the longest first; Russian ones allow for their endings."""
    codes = {pair[0]: code for code, pair in get_global("territory_aliases").items() if _is_code(code, pair)}
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        territories = Locale(language).territories
        for two, three in codes.items():
            if two in territories:
                found.setdefault(territories[two], three)
    for three, names in _OTHER_NAMES.items():
        found.update(dict.fromkeys(names, three))
    ordered = sorted(found, key=len, reverse=True)
    return tuple((_pattern(name), found[name]) for name in ordered if len(name) >= _SHORTEST)


def _is_code(code: str, pair: list[str]) -> bool:
    return len(code) == 3 and code.isalpha() and code.isupper() and len(pair) == 1 and code not in _WITHDRAWN


def _pattern(name: str) -> re.Pattern[str]:
    words = [_word(word) for word in name.replace("’", "'").split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    """A word; a Russian one in any of its cases: "Казахстан" also in "Казахстана", but "Дания" not in "данные"."""
    if _KAZAKH.search(word):
        return re.escape(word).replace("'", "['’]") + r"\w{0,7}"
    if not re.search("[а-яё]", word):
        return re.escape(word).replace("'", "['’]")
    if len(word) < _SHORTEST - 1 or not word[0].isalpha():
        return re.escape(word)
    ending, cases = next((pair for pair in _CASES.items() if word.endswith(pair[0])), ("", ""))
    stem = re.escape(word.removesuffix(ending)).replace("'", "['’]")
    # a name begins with a capital, also where the rest of it may be in capitals
    first = f"(?-i:{stem[0]})" if word[0].isupper() else stem[0]
    return first + stem[1:] + cases


def state_named(text: str) -> str | None:
    """The State that a text names, as ISO 3166 alpha-3: the name that stands last, the longer before the shorter."""
    best: tuple[int, int, str] | None = None
    for pattern, code in _names():
        for match in pattern.finditer(text):
            covers = best is not None and best[0] <= match.start() and match.end() <= best[1]
            if not covers and (best is None or match.end() > best[1]):
                best = (match.start(), match.end(), code)
    return best[2] if best else None
