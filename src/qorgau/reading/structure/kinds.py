"""What a paragraph does, how sure that is, and why: headings and position first, then verbs, then bold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.reading.document import DocumentKind, ParagraphKind
from qorgau.reading.reasons import Reason, reason
from qorgau.reading.structure.outline import Outline, Part, worries_in
from qorgau.reading.structure.procedure import (
    is_of_the_cycle,
    is_substance,
    speaks_of_papers,
    tells_how_to_answer,
)
from qorgau.reading.structure.sections import Promise, promise_of_path
from qorgau.reading.structure.sentences import sentences
from qorgau.reading.structure.verbs import questions, welcomes

_CONSIDERED = re.compile(
    r"\bCommittee\b[^.]{0,60}?\b(?:considered|examined|held)\b|\badopted\b[^.]{0,60}?\b(?:concluding|following)\b|Комитет\w* (?:рассмотрел|принял)|examin[óé]|принял[^.]{0,60}?заключительн"
)
_ENOUGH_BOLD = 0.8
_FIRM = re.compile(r"\b(?:recommends|urges|calls upon|should)\b|рекомендует|призывает|следует")
# the paragraph that says which of the recommendations are urgent chooses among them, as follow-up does
_POINTS_AT = re.compile(
    r"\battention to the recommendations (?:concerning|on|in|contained)\b|\burgent measures must be taken|обращает внимание[^.]{0,60}на (?:\w+ )?рекомендации, касающиеся",
    re.IGNORECASE,
)
_TOLD_APART = ("en", "ru")  # languages in which the words of the cycle are known well
_FIRM_ON_VISITS = re.compile(rf"{_FIRM.pattern}|\bencourages\b|поощряет")


@dataclass(frozen=True, slots=True)
class Judged:
    """A kind with its confidence (0 to 1) and the reason why."""

    kind: ParagraphKind
    confidence: float
    why: Reason


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about a paragraph besides its words: `bold_tells` where bold marks what is recommended here."""

    document: DocumentKind
    language: str
    path: tuple[str, ...]
    first: bool
    before_any_section: bool
    bold: float | None
    bold_tells: bool


def kind_of(text: str, outline: Outline, setting: Setting) -> Judged:
    """The kind of one paragraph."""
    if setting.document is DocumentKind.LIST_OF_ISSUES:
        return _of_list_of_issues(text, outline, setting)
    promise = promise_of_path(setting.path)
    asking = [part for part in outline.parts if part.asks]
    if not asking:
        return _without_request(text, outline, setting, promise)
    return _with_request(text, outline, asking, setting, promise)


def _with_request(
    text: str, outline: Outline, asking: Sequence[Part], setting: Setting, promise: Promise
) -> Judged:
    words = text[asking[0].span[0] : asking[-1].span[1]]
    opening = _opening(words)
    if promise is Promise.PROCEDURE and not is_substance(opening):
        return _among_procedure(words, setting)
    visit = setting.document is DocumentKind.VISIT_REPORT
    if visit and is_of_the_cycle(opening) and not is_substance(opening) and not asking[0].leaves:
        return Judged(ParagraphKind.PROCEDURAL, 0.85, reason("kind_of_cycle"))
    told = visit and _FIRM_ON_VISITS.search(words)
    if (promise is Promise.INTRODUCTION and not told) or (setting.first and _CONSIDERED.search(words)):
        return Judged(ParagraphKind.INTRODUCTION, 0.8, reason("kind_in_introduction"))
    if is_of_the_cycle(opening) and not asking[0].leaves and not is_substance(opening):
        return Judged(ParagraphKind.PROCEDURAL, 0.85, reason("kind_of_cycle"))
    if promise is Promise.POSITIVE and not _FIRM.search(words):
        return Judged(ParagraphKind.POSITIVE, 0.75, reason("kind_only_encourages"))
    if setting.bold_tells and setting.bold is not None and setting.bold < 1 - _ENOUGH_BOLD:
        return _against_bold(outline)
    if setting.bold_tells:
        return Judged(ParagraphKind.RECOMMENDATION, 0.99, reason("kind_asks_in_bold"))
    if promise is Promise.POSITIVE:
        return Judged(ParagraphKind.RECOMMENDATION, 0.7, reason("kind_asks_among_positive"))
    return Judged(ParagraphKind.RECOMMENDATION, 0.95, reason("kind_asks"))


def _among_procedure(words: str, setting: Setting) -> Judged:
    """Below a heading of procedure stands, now and then, a request for law or practice."""
    told = setting.language in _TOLD_APART
    if not told or speaks_of_papers(words) or is_of_the_cycle(words):
        return Judged(ParagraphKind.PROCEDURAL, 0.95, reason("kind_under", heading=setting.path[-1]))
    return Judged(ParagraphKind.RECOMMENDATION, 0.75, reason("kind_asks_among_procedure"))


def _opening(words: str) -> str:
    """The first two sentences: what a paragraph asks for first is what it is about."""
    spans = sentences(words)
    return words[: spans[min(1, len(spans) - 1)][1]] if spans else words


def _against_bold(outline: Outline) -> Judged:
    if outline.parts[0].asks:
        why = reason("kind_asks_without_bold")
        return Judged(ParagraphKind.RECOMMENDATION, 0.75, why)
    return Judged(ParagraphKind.RECOMMENDATION, 0.65, reason("kind_worries_and_asks"))


def _without_request(text: str, outline: Outline, setting: Setting, promise: Promise) -> Judged:
    whole = (outline.parts[0].span[0], outline.parts[-1].span[1])
    if setting.first and _CONSIDERED.search(text[whole[0] : whole[1]]):
        return Judged(ParagraphKind.INTRODUCTION, 0.99, reason("kind_says_considered"))
    promised = {
        Promise.INTRODUCTION: ParagraphKind.INTRODUCTION,
        Promise.POSITIVE: ParagraphKind.POSITIVE,
        Promise.PROCEDURE: ParagraphKind.PROCEDURAL,
        Promise.FACTORS: ParagraphKind.OTHER,
    }.get(promise)
    if promised:
        return Judged(promised, 0.95, reason("kind_under", heading=setting.path[-1]))
    if _POINTS_AT.search(text[whole[0] : whole[1]]):
        return Judged(ParagraphKind.PROCEDURAL, 0.8, reason("kind_points_at_urgent"))
    if setting.bold_tells and setting.bold is not None and setting.bold >= _ENOUGH_BOLD:
        return Judged(ParagraphKind.RECOMMENDATION, 0.7, reason("kind_bold_alone"))
    return _by_tone(text, whole, setting, promise)


def _by_tone(text: str, whole: tuple[int, int], setting: Setting, promise: Promise) -> Judged:
    said = text[whole[0] : whole[1]]
    if worries_in(text, whole, setting.language):
        return Judged(ParagraphKind.CONCERN, 0.95, reason("kind_worries"))
    if setting.before_any_section:
        return Judged(ParagraphKind.INTRODUCTION, 0.7, reason("kind_before_sections"))
    if promise is Promise.CONCERNS:
        return Judged(ParagraphKind.CONCERN, 0.7, reason("kind_among_concerns"))
    if welcomes(said):
        return Judged(ParagraphKind.POSITIVE, 0.7, reason("kind_welcomes"))
    if setting.document is DocumentKind.CONCLUDING_OBSERVATIONS and setting.path:
        # once the introduction is over, a committee notes what it finds wanting
        return Judged(ParagraphKind.CONCERN, 0.55, reason("kind_among_concerns"))
    return Judged(ParagraphKind.OTHER, 0.5, reason("kind_untold"))


def _of_list_of_issues(text: str, outline: Outline, setting: Setting) -> Judged:
    said = text[outline.parts[0].span[0] : outline.parts[-1].span[1]]
    if setting.first and not any(part.items for part in outline.parts) and tells_how_to_answer(said):
        return Judged(ParagraphKind.PROCEDURAL, 0.85, reason("kind_of_cycle"))
    if questions(said) or any(part.asks for part in outline.parts):
        return Judged(ParagraphKind.QUESTION, 0.9, reason("kind_asks_information"))
    if promise_of_path(setting.path) is Promise.INTRODUCTION or setting.first:
        return Judged(ParagraphKind.INTRODUCTION, 0.7, reason("kind_opens_list"))
    return Judged(ParagraphKind.OTHER, 0.5, reason("kind_asks_nothing"))
