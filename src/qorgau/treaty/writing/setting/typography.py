"""The last touch before printing: quotation marks and dashes of the language, and blanks at which no line may end."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from qorgau.lawbook import Language
from qorgau.treaty.writing.report import Report

Part = TypeVar("Part")
_NBSP = "\N{NO-BREAK SPACE}"
_QUOTES = {Language.EN: ("\u201c", "\u201d"), Language.RU: ("«", "»"), Language.KK: ("«", "»")}
_DASHES = {Language.EN: " \u2013 ", Language.RU: f"{_NBSP}\u2014 ", Language.KK: f"{_NBSP}\u2014 "}
_OPENS = re.compile(r"(^|[\s(\[\u2014\u2013/])\"(?=\S)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|\s|$)")
_SPACED_HYPHEN = re.compile(r"(?<=\S) -{1,2} (?=\S)")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
)
_BEFORE_NUMBER = (
    "[Pp]aragraphs?|[Pp]aras?\\.|[Aa]rticles?|[Aa]rts?\\.|[Rr]ules?|[Tt]ables?|[Aa]nnex(?:es)?|[Ff]ootnotes?|[Nn]os?\\.|"
    "[Pp]rinciples?|[Cc]hapter|[Ss]ection|"
    "[Пп]ункт(?:а|е|ы|ов|ах|у)?|[Пп]п?\\.|[Сс]тать(?:я|и|е|ю|ей|ях)|[Сс]т\\.|[Тт]аблиц(?:а|е|ы|ах)|[Тт]абл\\.|"
    "[Пп]рав(?:ило|ила|иле)|[Сс]носк(?:а|е|у|и)|[Пп]риложени(?:е|и|я)|№|[Гг]лав(?:а|ы|е)|[Чч]аст(?:ь|и)"
)
_TIES = tuple(
    re.compile(rf"({before}) (?={after})")
    for before, after in (
        (rf"(?<![\w-])(?:{_BEFORE_NUMBER})", r"(?:\d|[IVX]+\b|[A-Z]-?\d)"),
        (r"\d", r"\([a-zа-я]{1,4}\)|[a-zа-я]{1,3}\)"),
        (r"\([a-z]{1,4}\)|\b[a-zа-я]\)", r"\([ivx]{1,4}\)|[ivx]{1,4}\)"),
        (r"\d", rf"(?:{_MONTHS})\b"),
        (r"\d", r"(?:per cent|процент|пайыз|%|гг?\.|жылғы|ж\.)"),
    )
)


def finished(report: Report) -> Report:
    """The report as it is printed; its words stay the same, and so does their count."""
    return _each(report, report.language)


def finished_words(text: str, language: Language) -> str:
    """The quotes, dashes and blanks of a text as its language sets them."""
    opening, closing = _QUOTES[language]
    text = _OPENS.sub(rf"\1{opening}", text).replace('"', closing)
    text = _SPACED_HYPHEN.sub(_DASHES[language], _APOSTROPHE.sub("\u2019", text))
    if language is not Language.EN:
        text = text.replace(" \u2014 ", _DASHES[language])
    for tie in _TIES:
        text = tie.sub(rf"\1{_NBSP}", text)
    return text


def _each(part: Part, language: Language) -> Part:
    """The same with every text in it finished; names of blocks are no texts."""
    if isinstance(part, str):
        return finished_words(part, language)  # type: ignore[return-value]
    if isinstance(part, tuple):
        return tuple(_each(each, language) for each in part)  # type: ignore[return-value]
    if not is_dataclass(part) or isinstance(part, type):
        return part
    held: dict[str, Any] = {each.name: getattr(part, each.name) for each in fields(part)}
    kept = ("block", "language", "author")
    return replace(
        part, **{name: value if name in kept else _each(value, language) for name, value in held.items()}
    )
