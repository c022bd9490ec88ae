"""Which organisations sign a submission; the names of persons who wrote it are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qorgau.reading.source import Line, Source
from qorgau.reading.submissions.pieces import Mark, piece_of

ORGANISATION = re.compile(
    r"\b(?:foundation|cent(?:re|er)|institute|international|association|coalition|network|union|bureau|watch|rights|peace|fund|society|"
    r"league|alliance|initiative|ngos?|forum|federation|group|clinic|project|observatory|house|movement|organi[sz]ation|platform|council|trust|"
    r"committee\s+for|helsinki|amnesty|without\s+borders|reporters|lawyers|justice|solidarity|фонд|объединени[ея]|коалици[яи]|бюро|центр|союз|ассоциаци[яи]|"
    r"организаци[яи]|инициатив[аы]|движени[ея]|платформа|комитет\s+по|институт|сеть|қоры|қоғам\w*|бірлестігі)\b",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"^\W*(?:authors?|prepared\s+by|written\s+by|drafted\s+by|contact(?:\s+person)?|contacts|e-?mail|tel(?:ephone)?|phone|mobile|researchers?|editor|edited\s+by|"
    r"автор(?:ы)?|контакт\w*|эл\.?\s*(?:почта|адрес)|тел(?:ефон)?|исполнител\w+|подготовил\w*|составител\w+)\s*[:.–-]|\S+@\S+\.\w{2,}|^\W*(?:\+\d[\d\s()-]{7,})",
    re.IGNORECASE,
)
SUBMITTED = re.compile(
    r"^(?P<names>[A-ZА-Я«“][^.:;]{2,120}?)(?:[’'`]s?)?\s*[:–—-]?\s+(?:joint\s+|parallel\s+|written\s+|alternative\s+|shadow\s+)*"
    r"(?:submission|report|contribution|briefing|информация|доклад)\s+(?:to|for|on|under|of)\b",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"\b(?:submission|reports?|committees?|conventions?|covenant|review|session|united\s+nations|briefing|information|contribution|statement|comments?|"
    r"доклад\w*|отч[её]т\w*|комитет\w*|конвенци\w*|информаци\w*|сесси\w*|article|recommendations?|contents|synthesis)\b",
    re.IGNORECASE,
)
FIRST_LINES = 3
BY = re.compile(
    r"\b(?:submitted|prepared|submission|report|jointly\s+submitted|presented|contribution|information|joint\s+(?:submission|report))\s+(?:jointly\s+)?(?:by|of|from)\s*:?\s*(?P<names>[^.]{3,400})",
    re.IGNORECASE,
)
LIST = re.compile(
    r"^(?:(?:submitting|signatory|participating|contributing|member|supporting|co-?submitting)\s+organi[sz]ations?|signatories|joint\s+submission\s+\d*\s*by|submitted\s+(?:jointly\s+)?by|joint\s+submission\s+by|"
    r"организации-авторы|подписавшие\s+организации|организации|доклад\s+подготовлен)\b.{0,60}:\s*(?P<names>.*)$",
    re.IGNORECASE,
)
SPLIT = re.compile(
    r"\s*(?:;|,(?!\s*(?:Inc|Development\s+and|Ltd))|\s+&\s+(?=[A-Z])|\band\b(?=\s+(?:the\s+)?[A-Z]))\s*"
)
FRONT = 40


def organisations_of(source: Source) -> tuple[str, ...]:
    """The organisations named on the first page as those who submit, in order, once each."""
    front = [line for line in source.body if line.text.strip()][:FRONT]
    return tuple(dict.fromkeys(_all(front)))


def is_contact(text: str) -> bool:
    """Whether a line only says who wrote it or how to reach them: kept out of the document."""
    return len(text) < 300 and bool(PERSONAL.search(text)) and not ORGANISATION.search(PERSONAL.sub("", text))


def _all(front: list[Line]) -> Iterator[str]:
    for at, line in enumerate(front):
        text = line.text.strip()
        if found := LIST.match(text):
            yield from _names(found["names"]) if found["names"] else _listed(front[at + 1 :])
        elif len(text) < 400 and (found := SUBMITTED.match(text) or BY.search(text)):
            yield from _names(found["names"])
        elif at < FIRST_LINES and (name := _alone(text)):
            yield name


def _alone(text: str) -> str | None:
    """An organisation that stands alone on one of the first lines, perhaps with a date behind it."""
    name = re.split(r",\s+(?=\w+\s+\d{4})|,\s+\d", text.split(": ")[-1])[0].strip(" .,:")
    if len(name.split()) > 10 or text[-1] in ".;?:" or ALONE.search(name) or PERSONAL.search(text):
        return None
    return name if ORGANISATION.search(name) and name[0] not in "•·-–" else None


def _listed(lines: list[Line]) -> Iterator[str]:
    """The bullets after "Submitting organisations:"."""
    for line in lines:
        piece = piece_of(line)
        if piece.mark is Mark.NONE and not ORGANISATION.search(piece.body):
            return
        yield from _names(piece.body)


def _names(text: str) -> Iterator[str]:
    whole = re.split(
        r"\s+(?:to|for)\s+the\s+(?=(?:UN|United|Committee|Human|Universal|\d|Subcommittee|Office))|\s+на\s+|\s+в\s+комитет",
        text,
    )[0]
    for part in SPLIT.split(whole):
        name = re.sub(r"^(?:and\s+)?(?:the\s+)?", "", part.strip(" .,:;’'\"“”()"), flags=re.IGNORECASE)
        if (
            3 < len(name) < 120
            and ORGANISATION.search(name)
            and name[:1].isupper()
            and not PERSONAL.search(name)
        ):
            yield name
