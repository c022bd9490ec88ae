"""Several demands in one Russian or Kazakh sentence: infinitives, acts, "чтобы" and questions beside each other."""

from __future__ import annotations

import re

from qorgau.reading.submissions.demanding import RU_MODAL, RU_VERB, is_question
from qorgau.reading.submissions.urging import urges

_INFINITIVE = (
    r"(?!(?:есть|пять|опять|печать|кровать|часть|стать|власть|область|помощь|ночь|сеть|память|треть|мать|путь|речь)\b)"
    r"(?:(?:не|также|[а-яё]{4,}(?:но|ски|ро|го)|[а-яё]+[иы]м\s+образом)\s+){0,3}[а-яё]+(?:ать|ять|ить|еть|уть|ыть|сти|зти|йти|чь)(?:ся)?\b"
)
_OPENS = re.compile(
    r"\b(?:призыва\w+|рекоменд\w+|прос(?:им|ит|ят)|предлага\w+|требу(?:ем|ет|ют)|следует|необходимо|надлежит|нужно|надо|важно|пора|целесообразно|"
    r"долж(?:ен|на|но|ны)|обязан[аоы]?|призвать|хотели\s+бы)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"[^;.]{{0,120}}?\b(?P<verb>{_INFINITIVE})", re.IGNORECASE)
_BODY = re.compile(rf"^[А-ЯЁ][^.;:–—]{{2,60}}\s[–—]\s+{_INFINITIVE}")
_PASSED_ON = re.compile(r"^(?:рекомендовать|призвать|предложить|попросить)$", re.IGNORECASE)
_SEPARATOR = r"(?P<by>[,;]\s+(?:а\s+также\s+|и\s+|но\s+)?|\s+(?:и|а\s+также)\s+)"
_NEXT = re.compile(rf"{_SEPARATOR}(?P<at>{_INFINITIVE})", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:цель[юя]|целях|возможност\w+|позволя\w+|прав[оау]\b(?=\s+[а-яё]+ть)|необходимост\w+|способност\w+|обязанност\w+)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"\b(?:чтобы|котор\w+|если|когда|где)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:мог|смог|должн|обязан|имел|вправе|был)\w*\b", re.IGNORECASE)
_SO_THAT = re.compile(r"(?:^|[,;]\s+(?:и\s+|а\s+также\s+)?|\s+и\s+)(?P<at>чтобы)\b", re.IGNORECASE)
_NOUN = r"(?:[а-яё]+(?:ени|ани|яни|ци|ти|ези)(?:я|е|ю|и|й)|(?:отмен|выплат|проверк|замен|передач|защит|охран|подготовк|оценк)\w|пересмотр\w?|роспуск\w?|выво[дза]\w*|запрет\w?|перевод\w?|доступ\w?|учёт\w?|учет\w?|возврат\w?|отказ\w?)"
_ACT_FIRST = re.compile(
    rf"^\W*(?:(?:полн|немедленн|скорейш|обязательн|независим|бесплатн)\w+\s+)?{_NOUN}\s", re.IGNORECASE
)
_NEXT_ACT = re.compile(
    rf"{_SEPARATOR}(?P<at>(?:на\s+|о\s+|об\s+)?(?:(?:полн|немедленн|скорейш|обязательн|независим|бесплатн)\w+\s+)?{_NOUN})\s+(?!и\b)",
    re.IGNORECASE,
)
_URGES_ACT = re.compile(
    rf"\b(?:настаива\w+\s+на|выступа\w+\s+за|требу(?:ем|ет|ют)|призыва\w+\s+к|доби\w+)\s+(?P<at>(?:[а-яё]+(?:ого|ой|ей|ых|ому|ую|ое)\s+)?{_NOUN})",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;]\s+(?:а\s+|и\s+|но\s+|причём\s+)?(?P<at>(?!котор|что|если|когда|где|чтобы)(?:[\w«»-]+\s+){1,8}?)(?=(?:долж\w+|обязан\w*|следует|необходимо|надлежит|[—–]\s+\w+(?:ться|ть|ны|но|на)\b))",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:[,;]\s+(?:и\s+|а\s+также\s+)?|\s+и\s+)(?P<at>(?:(?:на|в|по|за|с|к|от|из)\s+)?(?:скольк\w+|как(?:ие|ой|ая|ово|овы|им|их|ому)|почему|кто|сколько|когда|где|чем|"
    r"(?:[\w-]+\s+){1,3}?ли))\b",
    re.IGNORECASE,
)
_FEWEST_QUESTIONS = 3  # "сколько, и когда?" is asked in one breath
_SUBJECT = 5  # words at most of "Правительству следует", which stay with the first demand
_KK_OPENS = re.compile(
    r"\b(?:сұраймыз|ұсынамыз|шақырамыз|талап\s+етеміз|сұрайды|ұсынады|шақырады|қажет|керек|тиіс)\b",
    re.IGNORECASE,
)
# "... жұмыс істейтін ету және қызметкерлерін оқыту.": each act ends in its verb's name
_KK_NAMED = re.compile(r"\w{2,}(?:у|ю)\s*[.;]?\s*$", re.IGNORECASE)
_KK_NEXT_NAMED = re.compile(r"\w{2,}(?:(?:у|ю)(?:,|;|\s+және)|[ыі]п,)\s+(?=\w)", re.IGNORECASE)
_KK_NEXT = re.compile(r"\w+(?:уды|уді|юды|юді)(?:,\s+(?:және\s+)?|;\s+|\s+және\s+)(?=\w)", re.IGNORECASE)


def starts(text: str) -> list[int]:
    """Where each demand of a sentence begins; one or none where it is not parted."""
    for told in (_questions, _so_that, _verbs, _acts, _clauses):
        found = told(text)
        if len(found) > 1:
            return found
    return []


def kazakh_starts(text: str) -> list[int]:
    """ "органды құруды, қорғаушыны жіберуді және өтемақы төлеуді сұраймыз"."""
    if not re.search(r"[әғқңөұүһі]", text, re.IGNORECASE):
        return []
    if _KK_NAMED.search(text):
        return [0, *(each.end() for each in _KK_NEXT_NAMED.finditer(text))]
    if not _KK_OPENS.search(text):
        return []
    return [0, *(each.end() for each in _KK_NEXT.finditer(text))]


def _verbs(text: str) -> list[int]:
    begins = _first(text)
    if begins is None:
        return []
    begin, since = begins
    found = [begin]
    for each in _NEXT.finditer(text, since):
        between = text[since : each.start()]
        if _is_within(between, each["by"], series=len(found) > 1):
            continue
        found.append(each.start("at"))
        since = each.end()
    return found


def _is_within(between: str, by: str, *, series: bool) -> bool:
    """Whether an infinitive belongs to a clause or a noun opened since the last demand ("право обжаловать и получить")."""
    if by.startswith(";"):
        return False
    clause = _CLAUSES.search(between)
    if (
        clause
    ):  # ", где проводятся допросы, хранить" has closed it; "чтобы лица могли обжаловать, подать" has not
        return by[:1] != "," or bool(_MAY.search(between, clause.end()))
    return bool(_SUBORDINATE.search(between)) and not series


def _first(text: str) -> tuple[int, int] | None:
    opened = _OPENS.search(text)
    if opened is None and (body := _BODY.match(text)):
        return 0, body.end()
    if opened is None:
        first = RU_VERB.match(text) or re.match(rf"^\W*{_INFINITIVE}", text, re.IGNORECASE)
        return (0, first.end()) if first else None
    found = _FIRST.match(text, opened.end())
    if found and _PASSED_ON.match(found["verb"]):
        found = _FIRST.match(text, found.end()) or found
    if found is None:
        return None
    near = not urges(text) and len(text[: found.start("verb")].split()) <= _SUBJECT
    return (0 if near else found.start("verb"), found.end())


def _so_that(text: str) -> list[int]:
    if not (urges(text) or RU_MODAL.search(text) or re.search(r"\bважно\b", text, re.IGNORECASE)):
        return []
    return [each.start("at") for each in _SO_THAT.finditer(text)]


def _acts(text: str) -> list[int]:
    """ "настаиваем на отмене A, на пересмотре B"; "Отмена статьи и пересмотр приговоров"."""
    if first := _URGES_ACT.search(text):
        return [first.start("at"), *(each.start("at") for each in _NEXT_ACT.finditer(text, first.end()))]
    if not _ACT_FIRST.match(text):
        return []
    return [0, *(each.start("at") for each in _NEXT_ACT.finditer(text))]


def _clauses(text: str) -> list[int]:
    """ "Тайна должна быть защищена, а обыски — проводиться только по решению суда"."""
    first = RU_MODAL.search(text)
    if first is None:
        return []
    return [0, *(each.start("at") for each in _CLAUSE.finditer(text, first.end()))]


def _questions(text: str) -> list[int]:
    if not is_question(text) and not re.search(r"\b(?:спросить|узнать|выяснить|запросить)\b", text):
        return []
    first = re.search(
        r"\b(?:скольк\w+|как(?:ие|ой|ая|ово|овы|им|их)|почему|кто|когда|где|\w+\s+ли)\b", text, re.IGNORECASE
    )
    if first is None:
        return []
    begin = first.start() if urges(text) or first.start() > 40 else 0
    behind = [each.start("at") for each in _ASKED.finditer(text, first.end())]
    return [begin, *behind] if len(behind) + 1 >= _FEWEST_QUESTIONS else []
