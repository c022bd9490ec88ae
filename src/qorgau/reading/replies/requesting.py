"""What a committee still asks for after it has assessed a reply: more information, or the same thing once again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qorgau.reading.document import Paragraph, Recommendation
from qorgau.reading.reasons import reason
from qorgau.reading.replies.assessing import NAMES_ONE
from qorgau.reading.source import Line, Place, Source
from qorgau.reading.structure.names import Names
from qorgau.reading.structure.sentences import sentences
from qorgau.reading.structure.verbs import questions, recommends

# before its evaluation a paper quotes what was recommended and tells the reply; only behind it the committee asks
_EVALUATES = re.compile(
    r"\s*(?:(?:the )?Committee[’']?s? (?:evaluation|assessment)\b|(?:evaluation|assessment)\s*:?\s*$|\[[A-E]\s?[123]?\]"
    r"|оценка комитета|évaluation du comité|evaluación del comité)",
    re.IGNORECASE,
)
_TELLS_REPLY = re.compile(
    r"\s*(?:summary of (?:the )?|information (?:received|provided) (?:from|by) (?:the )?|краткое изложение|résumé de|resumen de)",
    re.IGNORECASE,
)
_NEXT_STEPS = re.compile(
    r"\s*(?:next steps?|recommended action|дальнейшие шаги|prochaines étapes)\b", re.IGNORECASE
)
_INFORMATION = re.compile(
    r"\binformation\b|\bfigures\b|\bdata\b|\bnumbers?\b|\bstatistic|\bclarif|\bstate (?:what|how|whether)\b|информаци|сведени|данны|renseignements|données|informaci|\bdatos\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:recommends|urges|calls (?:up)?on|should|must|encourages|reiterates)\b|рекоменду|призыва|следует|recommande|recomienda|reitera"
)
# "It reiterates its recommendation." has no words of its own: what it repeats stands above, quoted
_WORDLESS = re.compile(
    r"[^.;:]{0,60}\b(?:reiterates|repeats|maintains) its (?:previous |earlier )?recommendations?\.?$|[^.;:]{0,60}\bповторяет свою рекомендацию\.?$"
)
_NEXT_REPORT = re.compile(
    r"\bnext (?:periodic )?report\b|следующ\w+ (?:периодическ\w+ )?доклад|prochain rapport|próximo informe",
    re.IGNORECASE,
)


def requests_of(source: Source, paragraphs: Sequence[Paragraph], language: str) -> tuple[Recommendation, ...]:
    """Each sentence in which a committee asks, below its evaluation; what belongs to the next report is a deadline."""
    names = Names()
    return tuple(
        _request(line, span, names, _paragraph_at(paragraphs, line.start))
        for line in _evaluations(source)
        for span in _asking(line.text, language)
    )


def _evaluations(source: Source) -> Iterator[Line]:
    """The lines that stand below an evaluation, up to the next paragraph that is assessed."""
    below = False
    for line in source.body:
        if _NEXT_STEPS.match(line.text):
            return
        if NAMES_ONE.match(line.text) or _TELLS_REPLY.match(line.text):
            below = False
        below = below or bool(_EVALUATES.match(line.text))
        if below:
            yield line


def _asking(text: str, language: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        said = text[start:end]
        asks = recommends(said, language) or questions(said)
        if asks and not said.startswith(("“", "«", '"')) and not _tells_of_the_cycle(said):
            yield start, end


def _tells_of_the_cycle(said: str) -> bool:
    return bool(_NEXT_REPORT.search(said) or _WORDLESS.match(said))


def _request(line: Line, span: tuple[int, int], names: Names, paragraph: Paragraph | None) -> Recommendation:
    said = line.text[span[0] : span[1]]
    asks = bool(_INFORMATION.search(said)) and not _AGAIN.search(said)
    number = paragraph.number if paragraph else None
    return Recommendation(
        id=names.unique(number or f"l{line.number}"),
        paragraph=number,
        text=said,
        kind="question" if asks else "recommendation",
        place=Place(line.number, line.start + span[0], line.start + span[1], line.page),
        confidence=0.85,
        why=reason("kind_asks_information") if asks else reason("kind_asks"),
    )


def _paragraph_at(paragraphs: Sequence[Paragraph], start: int) -> Paragraph | None:
    return next((each for each in paragraphs if each.place.start <= start < each.place.end), None)
