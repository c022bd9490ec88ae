"""Articles of a treaty as submissions name them: "arts. 2 and 16", "article 14 of the Convention", "12 және 13-баптар"."""

from __future__ import annotations

import re

PARTS = r"\s*\((?:\d{1,2}|[a-z]{1,3})\)"
NUMBERS = rf"(?:\d{{1,2}}|[IVX]{{1,5}})(?:{PARTS})*(?:\s*(?:[-–—,]|and)\s*{PARTS})*"
SEVERAL = rf"(?P<numbers>{NUMBERS}(?:\s*(?:,|and|&|и|to|through|по|[-–—])\s*(?:and\s+)?{NUMBERS})*)"
ARTICLE_WORD = r"(?:articles?|arts?\.|art\b|стать[яи]|статей|ст\.|ст\.\s?ст\.)"
TREATY = r"(?:the\s+)?(?:UN\s+)?(?:convention|covenant|UN?CAT|ICCPR|ICESCR|CRPD|CRC|CEDAW|I?CERD|ICPPED|CED|protocol|конвенци\w+|пакта?)"
AT_END = re.compile(
    rf"[(\[–—:,-]\s*(?:\w+\s+)?{ARTICLE_WORD}\s*{SEVERAL}(?:\s*(?:of\s+)?{TREATY}[^)]{{0,60}})?\s*[)\]]?\s*[:.]?$",
    re.IGNORECASE,
)
NATIONAL = re.compile(
    r"\b(?:code|law|constitution|act|кодекс\w*|закон\w*|конституци\w*|заң\w*|УК|УПК|УИК|КоАП)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    rf"\b(?:under|on|to|regarding|concerning|for|of|with|по)\s+(?:the\s+)?{ARTICLE_WORD}\s*{SEVERAL}(?:\s*(?:of\s+)?{TREATY}[^:]{{0,60}})?\s*[:.]?$",
    re.IGNORECASE,
)
IN_PARENTHESES = re.compile(
    rf"[(\[](?:[^()]{{0,40}}\b)?{ARTICLE_WORD}\s*{SEVERAL}[^()]{{0,80}}[)\]]\s*[:.]?$", re.IGNORECASE
)
OF_TREATY = re.compile(
    rf"\b{ARTICLE_WORD}\s*{SEVERAL}\s*,?\s*(?:of\s+)?(?:the\s+|this\s+)?{TREATY}", re.IGNORECASE
)
# Kazakh says the number first: "24-бап", "25, 26-баптар", "Конвенцияның 12 және 13-баптары".
KK_ARTICLES = r"(?P<numbers>(?<!\d)\d{1,2}(?:\s*(?:,|және|мен|[-–—])\s*\d{1,2})*)\s*[-–]\s*ба[пб]\w*"
KK_OWNED = re.compile(rf"\b(?:конвенция|пакті)(?:ның|нің)\s+{KK_ARTICLES}", re.IGNORECASE)
KK_IN_PARENTHESES = re.compile(
    rf"[(\[](?:[^()]{{0,40}}?\s)??{KK_ARTICLES}[^()]{{0,60}}[)\]]\s*[:.]?$", re.IGNORECASE
)
ROMANS = {"I": 1, "V": 5, "X": 10}


def articles_concerned(text: str) -> tuple[str, ...]:
    """The articles that a heading is about: "Concerns under article 13"."""
    found = ABOUT.search(text)
    return numbers_of(found["numbers"]) if found and not NATIONAL.search(text[found.start() :]) else ()


def articles_within(text: str) -> tuple[str, ...]:
    """The articles named at the end of a heading or an item, as "(arts. 2 and 16)"; those of national law are none."""
    found = AT_END.search(text) or IN_PARENTHESES.search(text) or KK_IN_PARENTHESES.search(text)
    if not found or NATIONAL.search(found.group()):
        return ()
    return numbers_of(found["numbers"])


def articles_of_treaty(text: str) -> tuple[str, ...]:
    """The articles of the treaty named anywhere in a sentence: "as article 14 of the Convention requires"."""
    found = OF_TREATY.search(text) or KK_OWNED.search(text)
    return numbers_of(found["numbers"]) if found else ()


def numbers_of(text: str) -> tuple[str, ...]:
    """ "12, 13 and 14" -> ("12", "13", "14"); "2-4" -> ("2", "3", "4"); roman figures are counted."""
    plain = re.sub(rf"(?:{PARTS})+(?:\s*(?:[-–—,]|and)(?:{PARTS})+)*", "", text, flags=re.IGNORECASE)
    found: list[int] = []
    for part in re.split(r"\s*(?:,|\band\b|&|\bи\b|\bжәне\b|\bмен\b)\s*", plain, flags=re.IGNORECASE):
        ends = [_number(each) for each in re.split(r"\s*(?:to|through|по|[-–—])\s*", part.strip()) if each]
        if len(ends) == 2 and 0 < ends[1] - ends[0] < 30:
            found.extend(range(ends[0], ends[1] + 1))
        else:
            found.extend(ends)
    return tuple(dict.fromkeys(str(each) for each in found if each))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [ROMANS.get(letter, 0) for letter in text.upper()]
    return sum(-value if value < max(values[at:], default=0) else value for at, value in enumerate(values))
