"""Headings of a submission: an article, a list of demands, a list of what others once recommended, or a theme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from qorgau.reading.submissions import romance
from qorgau.reading.submissions.articles import (
    ARTICLE_WORD,
    KK_ARTICLES,
    NATIONAL,
    SEVERAL,
    TREATY,
    articles_concerned,
    articles_within,
    numbers_of,
)
from qorgau.reading.submissions.demanding import SUBJECT_END, is_imperative, is_question
from qorgau.reading.submissions.labels import without_chapter
from qorgau.reading.submissions.pieces import Mark, Piece
from qorgau.reading.submissions.wishes import ASKS, TO_DO, WISHES


class HeadingKind(StrEnum):
    """What stands under a heading."""

    ARTICLE = "article"  # one or more articles of the treaty
    DEMANDS = "demands"  # recommendations or questions of the authors
    REPORTED = "reported"  # what a committee or another body recommended earlier
    THEME = "theme"  # anything else


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `asks` is "question" or "recommendation", None if both or unsaid.

    `weak`: only its list can prove it. `wishes`: its list may only describe what is wanted ("Nobody is held in secret").
    """

    kind: HeadingKind
    text: str
    articles: tuple[str, ...] = ()
    asks: str | None = None
    weak: bool = False
    addressed_to: tuple[str, ...] = ()
    wishes: bool = False


ARTICLE = re.compile(
    rf"^[\[(]?(?:(?:chapter(?:\s+\w+)?|section|part|the|under|on|re:?|concerning|regarding|implementation\s+of|violations?\s+of|issues\s+under|questions\s+under|compliance\s+with|UN?CAT|CAT|ICCPR|"
    rf"CCPR|ICESCR|CRPD|CRC|CEDAW|ICERD|CERD|ICPPED|по|в\s+отношении|выполнение|нарушени[ея])\s+){{0,2}}{ARTICLE_WORD}\s*{SEVERAL}(?P<tail>.*)$",
    re.IGNORECASE | re.DOTALL,
)
ARTICLE_TAIL = re.compile(
    rf"^\s*(?:(?:of|,)?\s*{TREATY}(?:[\s\w]{{0,60}}))?\s*(?:$|[:.–—(,-].*|[A-ZА-ЯӘҒҚҢӨҰҮҺІ].*)$",
    re.DOTALL | re.IGNORECASE,
)
LOWER_TAIL = re.compile(r"^\s+[a-zа-яё]")
OWNER = re.compile(
    r"^\s*(?:\(\w+\)\s*)*[,(]?\s*(?:(?:of|in)\b|[А-ЯЁ]{2,4}\b|[А-Яа-яё]+\s|[A-Z]\w+\s(?:\w+\s)?(?:Code|Law|Act)\b)"
)
KK_ARTICLE = re.compile(
    rf"^(?:(?:конвенция|пакті)(?:ның|нің)\s+)?{KK_ARTICLES}(?P<tail>\s*(?:[:.–—(-].*)?)$",
    re.IGNORECASE | re.DOTALL,
)
GERUND = re.compile(r"^[A-Z][a-z]+ing\b")
CORE = (
    r"(?:recommendations?|questions?|suggestions?|demands|requests|proposals|calls?\s+(?:to|for)\s+action|"
    r"(?:recommended|proposed|suggested|required|requested|necessary)\s+(?:actions?|measures|steps|action\s+points|reforms|issues)|"
    r"(?:suggested|proposed|recommended|draft)\s+(?:text|wording|language)|information\s+(?:sought|requested)|(?:list\s+of\s+)?(?:suggested|proposed)\s+issues)"
)
BEFORE = (
    r"(?:(?:key|main|suggested|proposed|specific|priority|our|possible|draft|policy|general|final|overall|summary\s+of(?:\s+the)?|list\s+of|"
    r"urgent|further|additional|recommended|overarching|the|specific|detailed|thematic|conclusions?\s+and|concerns?\s+and|"
    r"conclusion|observations\s+and|findings\s+and|issues\s+and|and|,|/|&)\s*)*"
)
ASKS_EN = re.compile(
    rf"^{BEFORE}(?P<core>{CORE}(?:\s*(?:and|&|/|,)\s*(?:suggested\s+|proposed\s+)?{CORE})*)(?:\s*\([^)]*\))?"
    r"(?P<tail>\s*[:–—-]?\s*(?:to|for|on|about|regarding|concerning|addressed|with|in|relating|under|that|from|of|by|article|art)\b.*)?\s*[:.]?$",
    re.IGNORECASE | re.DOTALL,
)
ASKS_RU = re.compile(
    r"^(?:(?:ключевые|основные|предлагаемые|предложенные|общие|наши|приоритетные|перечень|список|проект|итоговые|дополнительные|"
    r"заключение\s+и|выводы\s+и|конкретные|рекомендуемые)\s+)*"
    r"(?P<core>(?:рекомендаци[яий]|вопрос(?:ы|ов)?|предложени[яй]|требования|просьбы|ұсынымдар|ұсыныстар|сұрақтар)"
    r"(?:\s+(?:и|,)\s+(?:рекомендаци[яий]|вопросы|предложения))?)"
    r"(?P<tail>\s*[:–—-]?\s*(?:к|ко|для|по|в|о|об|от|правительств\w+|государств\w+|комитет\w*|парламент\w*|республик\w+|казахстан\w*|государства-участника|коалици\w+|нпо|авторов|организаци\w+)\b.*)?\s*[:.]?$",
    re.IGNORECASE | re.DOTALL,
)
ISSUES = re.compile(
    r"^(?:(?:suggested|proposed|specific|relevant|key|main|priority|list\s+of|the)\s+)*issues(?:\s+(?:for|to|of)\b.*)?\s*[:.]?$",
    re.IGNORECASE,
)
AT_END_ASKS = re.compile(
    r"[:–—-]\s*(?P<core>(?:suggested\s+|proposed\s+)?(?:recommendations?|questions?|рекомендации|вопросы))\s*[:.]?$",
    re.IGNORECASE,
)
BODIES = (
    r"(?:UN\b|united\s+nations|committees?|special\s+(?:rapporteurs?|procedures)|subcommittee|SPT|CPT|treaty\s+bod(?:y|ies)|human\s+rights\s+c(?:ouncil|ommittee)|UPR|"
    r"working\s+group|states|international\s+(?:bodies|mechanisms|organi[sz]ations)|council\s+of\s+europe|OSCE|ombuds\w+|комитет\w*|оон\b|договорн\w+\s+орган\w*|упо\b)"
)
EARLIER = re.compile(
    r"\b(?:previous|past|earlier|prior|accepted|supported|received|(?:not\s+)?implemented|last\s+(?:review|cycle)|(?:previous|second|third|\d\w\w)\s+cycle|"
    rf"(?:committee|rapporteur|council)(?:’s|'s)|(?:of|by|from|made\s+by)\s+(?:the\s+)?(?:\w+\s+)?{BODIES}|предыдущ\w+|прошл\w+)\b",
    re.IGNORECASE,
)
EARLIER_LIST = re.compile(
    r"^(?:(?:the\s+)?(?:UN\s+)?(?:previous|past|earlier|prior)\b.*\b(?:recommendations|concluding\s+observations)|"
    r"(?:implementation|status|follow-?up)\b.*\brecommendations\b.*|(?:the\s+)?(?:committee|UPR|CAT|special\s+rapporteur)(?:’s|'s)?\s+(?:\w+\s+)?recommendations\b.*|"
    rf"recommendations\s+(?:(?:of|from|by|made\s+by)\s+(?:the\s+)?(?:\w+\s+)?{BODIES}|received|accepted)\b.*|"
    r"предыдущие\s+рекомендации.*|(?:выполнение|реализация)\s+рекомендаций.*|рекомендации\s+комитета\b.*|ранее\s+вынесенные\s+рекомендации.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "for the Committee's concluding observations": what it may write, and nothing it wrote
FOR_ITS_PAPER = re.compile(
    r"\b(?:for|in)\s+(?:inclusion\s+in\s+)?(?:the\s+)?(?:UN\s+)?(?:committee(?:’s|'s)\s+)?(?:forthcoming\s+|next\s+|new\s+)?"
    r"(?:concluding\s+observations|consideration|list\s+of\s+issues)\b",
    re.IGNORECASE,
)
PROPOSED = re.compile(r"^(?:suggested|proposed)\b", re.IGNORECASE)
QUESTION_WORD = re.compile(r"question|pregunta|issue|вопрос|сұрақ", re.IGNORECASE)
RECOMMENDATION_WORD = re.compile(
    r"recommend|suggestion|demand|proposal|calls|рекоменд|предложени|требовани|ұсын", re.IGNORECASE
)
TO_WHOM = re.compile(
    r"^\s*[:–—-]?\s*(?:addressed\s+)?(?:to|for|к|для)?\s*(?P<who>(?:the\s+)?[^:.]{3,80}?)\s*[:.]?$",
    re.IGNORECASE,
)


def heading_of(piece: Piece) -> Heading | None:
    """The heading that a line is, or None for running text and items of lists."""
    text = piece.body.strip()
    if len(text) > 220 or piece.mark is Mark.NAMED:
        return None
    return (
        _article(text)
        or _kazakh_article(text)
        or _demands(piece, without_chapter(text))
        or _theme(piece, text)
    )


def _article(text: str) -> Heading | None:
    found = ARTICLE.match(text)
    if not found or not ARTICLE_TAIL.match(found["tail"]) or _of_national_law(found["tail"]):
        return None
    if LOWER_TAIL.match(found["tail"]) and not re.match(
        rf"\s*(?:of\s+)?{TREATY}[\s\w]{{0,60}}(?:$|[:.–—(-])", found["tail"], re.IGNORECASE
    ):
        return None
    if text.endswith(".") and len(text.split()) > 14:
        return None
    return Heading(HeadingKind.ARTICLE, text, articles=numbers_of(found["numbers"]), asks=_asks_at_end(text))


def _kazakh_article(text: str) -> Heading | None:
    found = KK_ARTICLE.match(text)
    if not found or _of_national_law(found["tail"]) or (text.endswith(".") and len(text.split()) > 14):
        return None
    return Heading(HeadingKind.ARTICLE, text, articles=numbers_of(found["numbers"]))


def _of_national_law(tail: str) -> bool:
    """Whether the words right behind the number name a code or law; what follows a dash or colon is the subject."""
    owner = (
        re.split(r"[:–—]|\s-\s|(?<=\w)\.\s", tail.lstrip(" .:–—-("), maxsplit=1)[0]
        if OWNER.match(tail)
        else ""
    )
    return bool(NATIONAL.search(owner[:60]))


def _asks_at_end(text: str) -> str | None:
    found = AT_END_ASKS.search(text)
    return _asks(found["core"]) if found else None


def _demands(piece: Piece, text: str) -> Heading | None:
    if EARLIER_LIST.match(text) and len(text) < 160:
        return Heading(HeadingKind.REPORTED, text)
    if piece.mark is Mark.BULLET:
        return None
    if WISHES.match(text):
        return Heading(HeadingKind.DEMANDS, text, asks="recommendation", weak=True, wishes=True)
    if TO_DO.match(text) or romance.TO_DO.match(text):
        return Heading(HeadingKind.DEMANDS, text, asks="recommendation", weak=True, wishes=_asks_what(text))
    if ASKS.match(text):
        return Heading(HeadingKind.DEMANDS, text, asks="recommendation")
    if ISSUES.match(text):
        return Heading(HeadingKind.DEMANDS, text, asks="question", weak=not PROPOSED.match(text))
    if found := romance.HEADING.match(text):
        return Heading(HeadingKind.DEMANDS, text, asks=_asks(found["core"]))
    found = ASKS_EN.match(text) or ASKS_RU.match(text)
    if not found or len(text) > 160:
        return _demands_at_end(text)
    tail = found["tail"] or ""
    if EARLIER.search(FOR_ITS_PAPER.sub("", tail)):
        return Heading(HeadingKind.REPORTED, text)
    articles = articles_within(text) or articles_concerned(text)
    return Heading(
        HeadingKind.DEMANDS,
        text,
        articles,
        _asks(found["core"]),
        bool(tail and text[-1] in ".;"),
        _to_whom(tail),
    )


def _asks_what(text: str) -> bool:
    """Whether a heading says that what follows is to be done, and no "Next steps" that may be anybody's."""
    return text.lower().startswith(("what", "что", "ce que", "lo que", "qué"))


def _demands_at_end(text: str) -> Heading | None:
    found = AT_END_ASKS.search(text)
    if not found or EARLIER.search(text):
        return None
    return Heading(HeadingKind.DEMANDS, text, articles_within(text), _asks(found["core"]))


def _asks(core: str) -> str | None:
    question, recommendation = QUESTION_WORD.search(core), RECOMMENDATION_WORD.search(core)
    if question and recommendation:
        return None
    return "question" if question else "recommendation"


def _to_whom(tail: str) -> tuple[str, ...]:
    if not re.match(
        r"\s*[:–—-]?\s*(?:addressed\s+)?(?:to|for|к|для|правительств|государств|комитет|парламент)",
        tail,
        re.IGNORECASE,
    ):
        return ()
    found = TO_WHOM.match(tail)
    return (re.sub(r"^the\s+", "", found["who"].strip(), flags=re.IGNORECASE),) if found else ()


def _theme(piece: Piece, text: str) -> Heading | None:
    if not _looks_like_heading(piece, text):
        return None
    return Heading(HeadingKind.THEME, text, articles=articles_within(text) or articles_concerned(text))


def _looks_like_heading(piece: Piece, text: str) -> bool:
    words = text.split()
    if piece.mark in (Mark.BULLET, Mark.NAMED) or len(words) > 18 or not words:
        return False
    if piece.is_heading_style:
        return True
    if text[-1] not in ".;,?!…:" and (text.isupper() or (articles_within(text) and len(words) <= 12)):
        return True
    if (
        SUBJECT_END.search(text)
        or text[-1] in ".;,?!…:"
        or text[0].islower()
        or (is_imperative(text) and not _opens_with_gerund(piece, text))
        or is_question(text)
    ):
        return False
    if piece.is_bold:
        return True
    return len(words) <= 12 and len(text) <= 110 and text[0].isupper()


def _opens_with_gerund(piece: Piece, text: str) -> bool:
    """Whether "Concluding remarks" or "Ending impunity" is a title, and no item such as "(a) Ending impunity"."""
    titled = piece.is_bold or (piece.mark is Mark.ROMAN and piece.sign.isupper())
    return titled and bool(GERUND.match(text))
