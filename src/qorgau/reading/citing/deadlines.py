"""When something is due: by a date, by a year, or within a time that is counted from the end of the session."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from qorgau.clock.civil import add_months
from qorgau.reading.citing import months, numerals, sentences
from qorgau.reading.citing.passage import Passage
from qorgau.reading.document import Deadline
from qorgau.reading.reasons import Reason, Said, reason

FOLLOW_UP: Final = "follow_up"
NEXT_REPORT: Final = "next_report"
SIMPLIFIED: Final = "simplified_procedure"
PLAN: Final = "plan"
OTHER: Final = "other"

_BEFORE_DATE: Final = re.compile(
    r"(?:\b(?:by|before|until|no(?:t)?\s+later\s+than|not\s+later\s+than|on\s+or\s+before|at\s+the\s+latest\s+(?:by|on)|"
    r"due\s+(?:date\s+)?(?:on|in|by|for|of|is|to\s+be\s+submitted\s+(?:on|in|by)))"
    r"|\b(?:к|до|не\s+позднее|не\s+позже)(?:\s+чем)?)\s+(?:the\s+end\s+of\s+|конца\s+)?$"
    r"|\b(?:d[’']ici(?:\s+(?:à|au))?|au\s+plus\s+tard|avant|a\s+más\s+tardar|antes\s+d|para)\s*(?:\s(?:le|el|en|au)|el)?\s+$"
    r"|\b(?:expected|attendue?s?|esperad[oa]s?|previst[oa]s?)\s+(?:in|by|on|en|le|au|pour|el|para)\s+$",
    re.IGNORECASE,
)
# "le 21 mars 2028 au plus tard" says so behind the day
_AFTER_DATE: Final = re.compile(
    r"\s+(?:au\s+plus\s+tard|a\s+más\s+tardar|at\s+the\s+latest|or\s+earlier|или\s+ранее)\b", re.IGNORECASE
)
_REPORT_IN: Final = re.compile(r"\b(?:reports?|доклад[а-я]*)\b[^.;]{0,80}\b(?:in|on|в)\s+$", re.IGNORECASE)
_REACH: Final = 300  # characters before a date that can bear on it
_LONGEST: Final = 1_500  # characters of a sentence in which its purpose is looked for
_COUNT: Final = rf"(?P<count>\d{{1,2}}|{numerals.CARDINAL})"
_UNIT: Final = (
    r"(?P<unit>years?|months?|weeks?|days?|год(?:а|у)?|лет|месяц(?:а|ев|у)?|недел[ьия]|дн(?:я|ей)|day)"
)
_RELATIVE: Final = re.compile(
    rf"\b(?:with)?in\s+(?:a\s+period\s+of\s+|the\s+next\s+|a\s+maximum\s+of\s+)?{_COUNT}(?:\s+\(\d{{1,2}}\))?[\s-]{_UNIT}\b"
    rf"|\b(?P<later>{_COUNT.replace('count', 'count2')}\s+{_UNIT.replace('unit', 'unit2')})\s+(?:from|after|following)\b"
    rf"|\b(?:within\s+a|in\s+a)\s+(?P<unit3>year|month)\b"
    rf"|\bв\s+течение\s+{_COUNT.replace('count', 'count4')}\s+{_UNIT.replace('unit', 'unit4')}"
    rf"|\bв\s+течение\s+(?P<unit5>года|месяца)\b"
    rf"|\bв\s+(?P<span>годичный|годовой|одногодичный|двухлетний|двухгодичный|трехмесячный|шестимесячный|полугодовой|месячный)\s+срок",
    re.IGNORECASE,
)
_SPANS: Final = {
    "годичный": 12, "годовой": 12, "одногодичный": 12, "двухлетний": 24, "двухгодичный": 24,
    "трехмесячный": 3, "шестимесячный": 6, "полугодовой": 6, "месячный": 1,
}  # fmt: skip
_FROM: Final = re.compile(
    r"\s*(?:\(\d[^)]*\))?\s*,?\s*(?P<words>(?:of|from|after|following|since|as\s+of|с\s+момента|с\s+даты|со\s+дня|после)\s+(?P<what>[^,.;()]{3,90}))",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"[^.;]{0,120}?[(,]\s*(?:that\s+is,?\s+|i\.e\.,?\s+|namely,?\s+|то\s+есть\s+)?(?:by\s+|no\s+later\s+than\s+|on\s+|к\s+|до\s+|не\s+позднее\s+)?$",
    re.IGNORECASE,
)
_RECEIPT: Final = re.compile(
    r"\b(?:will\s+(?:receive|transmit|send)|получит)\b[^.;]{0,30}?\b((?:19|20)\d\d)\b", re.IGNORECASE
)
_SESSION_OR_ADOPTION: Final = re.compile(
    r"adopt|session|concluding|observations|принят|сесси|заключительн", re.IGNORECASE
)
_OF_A_PAPER: Final = re.compile(
    r"transmi|recei|report|publi|list\s+of\s+issues|получени|препровожд|доклад|опубликован", re.IGNORECASE
)
# what a committee says when it asks for something; dates in a narrative ask for nothing
_ASKS: Final = re.compile(
    r"\b(?:request|invit|recommend|urg|ask|call(?:s|ed)?\s+(?:up)?on|encourag|should|expect|(?:is|are|will\s+be)\s+(?:\w+\s+){0,2}due|due\s+date|"
    r"submit|provide|wish|would\s+like|look\w*\s+forward|set(?:s|ting)?\s+the|shall|must)\w*"
    r"|\b(?:прос(?:ит|ить)|предлага|рекоменд|призыва|настоятельно|следует|долж|представ|предостав|ожида)\w*"
    r"|\b(?:demande|invite|prie|recommande|encourage|soumettre|présenter|pide|solicita|invita|recomienda|presente|facilite|attend\w*|devra\w*|deberá)\b",
    re.IGNORECASE,
)
_PURPOSES: Final = (
    (SIMPLIFIED, r"(?:simplified|optional)\s+reporting\s+procedure|accept[^.;]{0,60}(?:reporting\s+procedure)|упрощенн\w+\s+(?:процедур|порядк)\w+|факультативн\w+\s+процедур\w+\s+представлени"),
    (FOLLOW_UP, r"follow-?\s?up|\breply\b|an\s+account\s+of|information\s+on\s+(?:the|its|their|measures|steps|implementation)|written\s+information|(?:implement|response|measures)[^.;]{0,90}recommendations?|recommendations?\s+(?:contained|made|set\s+out|in)[^.;]{0,60}paragraph|последующ\w+\s+(?:мер|деятельност)|(?:информаци|сведени)\w+\s+(?:о|об|в\s+связи)|выполнени\w+\s+рекомендаци|renseignements\s+sur|suite\s+(?:donnée|qu)|informations?\s+sur|información\s+sobre|aplicación\s+de\s+las\s+recomendaciones"),
    (NEXT_REPORT, r"(?:periodic|next|combined|initial|subsequent|national)\s+(?:\w+\s+){0,3}reports?|(?:\w+(?:th|st|nd|rd))\s+(?:and\s+\w+\s+)?(?:periodic\s+)?reports?|as\s+its\s+\w+\s+report|submit\s+its\s+reports?\b|(?:responses|replies)\s+to\s+(?:this|the|that)\s+list\s+of\s+issues|(?:периодическ|следующ|очередн|объединенн|первоначальн)\w+\s+(?:\w+\s+){0,3}доклад|rapports?\s+périodiques?|prochain\s+rapport|informes?\s+periódicos?|próximo\s+informe|under\s+article\s+29,?\s+(?:\(4\)|paragraph\s+4)|пункт\w*\s+4\s+статьи\s+29|стать\w+\s+29\s+\(пункт\s+4\)"),
    (PLAN, r"\b(?:action\s+|implementation\s+|national\s+)?plans?\b|strateg|roadmap|программ|план\w*\b|стратеги"),
)  # fmt: skip
_COMPILED: Final = tuple((what, re.compile(pattern, re.IGNORECASE)) for what, pattern in _PURPOSES)

_INEXACT: Final = {"month": reason("due_month_alone"), "year": reason("due_year_alone")}


@dataclass(frozen=True, slots=True)
class Calendar:
    """What relative deadlines are counted from: the last day of the session, and the day of adoption, where known."""

    session_end: dt.date | None = None
    adopted: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Due:
    """A deadline's words by offsets, before it is known what it is for."""

    start: int
    end: int
    due: dt.date | None
    counted_from: Said | None = None
    doubt: Reason | None = None


def find(passage: Passage, calendar: Calendar) -> tuple[Deadline, ...]:
    """Every deadline that a passage sets, each with what it is for."""
    found: list[Deadline] = []
    for start, end in sentences.spans(passage.text):
        sentence = passage.cut(start, end)
        if _ASKS.search(sentence.text):
            found += _in_sentence(sentence, calendar)
    return tuple(found)


def _in_sentence(sentence: Passage, calendar: Calendar) -> list[Deadline]:
    text = sentence.text
    relative = list(_relative(text, calendar))
    taken = [(one.start, one.end) for one in relative]
    absolute = [
        one for one in _absolute(text, calendar) if not any(a < one.end and one.start < b for a, b in taken)
    ]
    every = sorted([*relative, *absolute], key=lambda one: one.start)
    deadlines: list[Deadline] = []
    for index, one in enumerate(every):
        since = every[index - 1].end if index else 0
        until = every[index + 1].start if index + 1 < len(every) else len(text)
        what = _purpose(text[since : one.start], text[one.end : until], text[:_LONGEST])
        place = sentence.part(one.start, one.end)
        words = text[one.start : one.end]
        deadlines.append(
            Deadline(what, one.due, words, place, sentence.paragraph, one.counted_from, one.doubt)
        )
    return [one for one in deadlines if one.what != OTHER or _is_a_date(one)]


def _is_a_date(deadline: Deadline) -> bool:
    """A time without a purpose that is known ("within 10 days of arrest") is a rule for others, not a deadline."""
    return deadline.counted_from is None


def _is_ahead(due: dt.date, calendar: Calendar) -> bool:
    """Whether a date lies after the document; an earlier one tells of the past."""
    return calendar.adopted is None or due > calendar.adopted


def _is_past(before: str) -> bool:
    """ "which was due in 2007" tells of the past."""
    return bool(re.search(r"\b(?:was|were|had\s+been)\s+due\s+(?:\w+\s+){0,4}$", before, re.IGNORECASE))


def _absolute(text: str, calendar: Calendar) -> Iterator[_Due]:
    for date in months.find(text):
        before = text[max(0, date.start - _REACH) : date.start]
        word = _BEFORE_DATE.search(before)
        in_report = word is None and date.exact != "year" and _REPORT_IN.search(before) is not None
        named = word is not None or _AFTER_DATE.match(text, date.end) is not None
        asked = (named or in_report) and not _is_past(before)
        if not asked or not _is_ahead(date.day, calendar):
            continue
        start = date.start - len(before) + word.start() if word is not None else date.start
        yield _Due(start, date.end, date.day, doubt=_INEXACT.get(date.exact))


def _relative(text: str, calendar: Calendar) -> Iterator[_Due]:
    for match in _RELATIVE.finditer(text):
        span = _span(match)
        if span is None:
            continue
        tail = _FROM.match(text, match.end("later") if match["later"] else match.end())
        end = tail.end() if tail else match.end()
        given = _given(text, match.end())
        if given is not None:
            yield _Due(match.start(), given.end, given.day, counted_from=reason("from_given_date"))
            continue
        received = None if tail else _received(text[max(0, match.start() - _REACH) : match.start()])
        since = tail["what"].strip() if tail else None
        if since is not None and not (_OF_A_PAPER.search(since) or _SESSION_OR_ADOPTION.search(since)):
            continue  # "within 10 days of arrest" is a rule for others
        if received is not None:
            yield _uncounted(match.start(), end, received)
        else:
            yield _counted(match.start(), end, span, since, calendar)


def _given(text: str, end: int) -> months.Dated | None:
    """A date that the text puts beside a relative deadline: "within 24 months of the adoption (31 March 2021)"."""
    for date in months.find(text[end : end + 160]):
        if date.exact == "day" and _GIVEN.fullmatch(text[end : end + date.start]):
            closed = text[end + date.end : end + date.end + 1] == ")"
            return months.Dated(date.day, date.exact, end + date.start, end + date.end + closed)
    return None


def _received(before: str) -> Reason | None:
    """A time to answer a list of issues runs from its receipt, not from the session."""
    match = _RECEIPT.search(before)
    return reason("from_list_receipt", year=match[1]) if match else None


def _span(match: re.Match[str]) -> tuple[int, str] | None:
    """The amount and "months" or "days"."""
    got = match.groupdict()
    if got["span"]:
        return _SPANS[got["span"].casefold()], "months"
    if got["unit3"] or got["unit5"]:
        return _in_months(1, got["unit3"] or got["unit5"] or "")
    count = numerals.cardinal(got["count"] or got["count2"] or got["count4"] or "")
    return None if count is None else _in_months(count, got["unit"] or got["unit2"] or got["unit4"] or "")


def _in_months(count: int, unit: str) -> tuple[int, str]:
    lower = unit.casefold()
    if lower.startswith(("year", "год", "лет")):
        return count * 12, "months"
    if lower.startswith(("month", "месяц")):
        return count, "months"
    return count * (7 if lower.startswith(("week", "недел")) else 1), "days"


def _counted(start: int, end: int, span: tuple[int, str], since: str | None, calendar: Calendar) -> _Due:
    if since is not None and (_OF_A_PAPER.search(since) or not _SESSION_OR_ADOPTION.search(since)):
        return _uncounted(start, end, since)
    origin = calendar.session_end or calendar.adopted
    if origin is None:
        unknown = reason("session_end_unknown")
        return _Due(start, end, None, since or reason("from_session_end"), unknown)
    due = after(origin, span[0], span[1])
    day = origin.isoformat()
    if calendar.session_end:
        counted, doubt = reason("from_session_end_on", day=day), None
    else:
        counted, doubt = reason("from_adoption_on", day=day), reason("session_end_unknown_adopted")
    counted = reason("from_as_text_says", origin=counted, words=since) if since else counted
    return _Due(start, end, due, counted, doubt)


def _uncounted(start: int, end: int, since: Said) -> _Due:
    """A time that runs from something whose day nobody gives."""
    return _Due(start, end, None, since, reason("due_from_unknown", since=since))


def after(origin: dt.date, amount: int, unit: str) -> dt.date:
    """A day some months or days later; where the month has no such day, its last."""
    if unit == "months":
        return dt.date.fromordinal(add_months(origin.toordinal(), amount))
    return origin + dt.timedelta(days=amount)


def _purpose(before: str, following: str, sentence: str) -> str:
    """What a deadline is for: the last words before it that name a purpose, else the first after it."""
    named = [(match.end(), what) for what, pattern in _COMPILED for match in pattern.finditer(before)]
    later = [(match.start(), what) for what, pattern in _COMPILED for match in pattern.finditer(following)]
    if _names_acceptance(before) and any(what == SIMPLIFIED for _, what in later):
        return SIMPLIFIED
    if named:
        return max(named)[1]
    if later:
        return min(later)[1]
    whole = [what for what, pattern in _COMPILED if pattern.search(sentence)]
    return whole[0] if whole else OTHER


def _names_acceptance(before: str) -> bool:
    return re.search(r"\b(?:accept|согласи)\w*\W*$", before, re.IGNORECASE) is not None
