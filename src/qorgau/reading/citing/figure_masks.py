"""What has digits and is no figure: symbols, dates, articles, paragraphs, numbers of laws, meetings, ages, terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qorgau.reading.citing import laws, months, paragraph_refs, symbols
from qorgau.reading.citing.passage import Passage

_LISTED: Final = r"\s*(?:Nos?\.?\s*|№\s*)?[\d.]+(?:-\d+)?(?:\s?\([\da-z]{1,4}\))*(?:(?:\s*,\s*|\s*[-–—]\s*|\s+(?:and|or|to|и|или|по)\s+|,\s+(?:and|и)\s+)(?:\d[\d.]*(?:-\d+)?(?:\s?\([\da-z]{1,4}\))*|\(\w{1,4}\)))*"
# words that are also verbs or that count things in the plural ("notes", "cases", "forms") stand in the singular only
_NAMED_BY_NUMBER: Final = (
    r"articles?|arts?\.?|paragraphs?|paras?\.?|sub-?paragraphs?|rules?|sections?|part|chapters?|chap\.|annex(?:es)?|point|targets?|goals?|"
    r"resolutions?|decision|general\s+(?:comments?|recommendations?)|recommendations?|comment|order|decree|instruction|regulation|note|footnotes?|pages?|pp?\.|item|table|figs?\.|"
    r"box|form|protocols?|phase|level|category|type|class|grade|volumes?|vol\.|version|convention|clauses?|"
    r"communications?|cases?\s+no\.|nos?\.|number|№+|principles?|question|issue|step|stage|cell|room|school|colony|institution|"
    r"стать[а-я]{1,3}|статей|ст\.|пункт[а-я]*|пп?\.|част[ьи]|глав[аеу]|раздел[а-я]*|правил[аое]|приложени[а-я]*|рекомендаци[яию]|резолюци[а-я]*|замечани[а-я]*|"
    r"форм[аыеу]|таблиц[а-я]*|цель|вопрос[а-я]?|сообщени[ея]|учреждени[ея]|постановлени[ея]|закон[ае]?|приказ[ае]?"
)
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![A-Za-zА-Яа-яё])(?:{_NAMED_BY_NUMBER}){_LISTED}",
        r"(?:https?://|www\.)\S+",
        r"\[footnoteRef:\d+\]",
        r"(?:^|\n)\s*\d{1,3}\.(?:\d{1,3}\.?)?(?=\s|[A-ZА-Я])",  # the number of a paragraph
        r"\b\d+(?:st|nd|rd|th)\b|\b\d+-(?:й|го|му|м|е|ый|ой|х|ми|ая|я)(?!\w)",
        r"\b\d+(?:/\d+)+\b",
        r"\b\d{1,2}[:.]\d{2}\s?(?:a\.?m\.?|p\.?m\.?|hours|час)|\b\d{1,2}:\d{2}\b",
        r"\b[A-Za-zА-Яа-яё]+[-–‑]\d+(?:[-–]?[IVX]+)?\b|\b\d+[-–‑]?[IVXІ]{1,5}(?:\s?(?:ZRK|ЗРК))?\b",
        r"\b\d+[-–‑](?=[A-Za-zА-Яа-яё])[A-Za-zА-Яа-яё]+",  # "24-hour", "five-tier" is a word
        r"(?<!\d)(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)?\d\d(?!\d)",
        r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d{3})(?:-(?:х|м|го|й))?",
        # ages
        r"\b(?:aged?|ages?\s+of|age\s+from|age\s+group)\s+(?:between\s+|from\s+|of\s+|under\s+|over\s+|up\s+to\s+)?\d{1,3}(?:\s*(?:-|–|to|and|or)\s*\d{1,3})?(?:\s+years?(?:\s+old)?)?",
        r"\b(?:under|over|below|above|younger\s+than|older\s+than|up\s+to)\s+(?:the\s+age\s+of\s+)?\d{1,2}(?:\s+years?(?:\s+(?:old|of\s+age))?)?(?=\s*(?:[.,;)]|$|and\s|or\s|who\b|in\b))",
        r"\b\d{1,3}(?:\s*(?:-|–|to|and)\s*\d{1,3})?[\s-]years?[\s-](?:old|of\s+age)s?\b",
        r"\bв\s+возрасте\s+(?:от\s+|до\s+|с\s+)?\d{1,3}(?:\s*(?:-|–|до|и)\s*\d{1,3})?\s*(?:лет|года?)?",
        r"\b(?:до|старше|младше|моложе)\s+\d{1,2}\s+лет\b",
        r"\b(?:one\s+(?:in|out\s+of)|1\s+in)\s+(?:every\s+)?(?:\d+|two|three|four|five|six|ten)\b",
        r"\b17\s+(?:Sustainable\s+Development\s+)?Goals\b",
        # terms and limits
        r"\b\d+(?:[.,]\d+)?(?:\s*(?:-|–|to|or|and|до|или)\s*\d+(?:[.,]\d+)?)?\s*(?:calendar\s+|working\s+|consecutive\s+|business\s+|рабочих\s+|календарных\s+)?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|год(?:а|у|ов)?|лет|месяц\w*|недел\w*|дн(?:я|ей)|день|дней|сут\w+|час(?:а|ов)?|минут\w*)(?![\w])",
        r"\b(?:from|between)\s+\d+\s+(?:to|and)\s+\d+\s+(?:hours|days|months|years)",
    )
)


def masked(passage: Passage) -> tuple[tuple[int, int], ...]:
    """The stretches of a passage in which no figure is looked for."""
    return tuple(sorted(_spans(passage)))


def _spans(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.text
    for symbol in symbols.find(text):
        yield symbol.start, symbol.end
    for date in months.find(text):
        yield date.start, date.end
    for named in paragraph_refs.find(text):
        yield named.start, named.end
    for law in laws.find(passage):
        if law.number:
            yield law.start, law.end
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), match.end()
