"""Numbers that a file lost: counted anew where the document's own references bear the count out, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qorgau.reading.citing import follow_up, sentences
from qorgau.reading.document import DocumentKind, Paragraph, ParagraphKind, Recommendation
from qorgau.reading.structure.drafts import Draft

_OF_RECOMMENDATIONS = re.compile(r"recommend|рекоменд|recomend", re.IGNORECASE)
# one paragraph named could fit by chance
_ENOUGH = 2


def lost_numbers(kind: DocumentKind, drafts: Sequence[Draft]) -> bool:
    """Whether a committee's observations have paragraphs, and none with a number."""
    return kind is DocumentKind.CONCLUDING_OBSERVATIONS and not any(draft.number for draft in drafts)


def counted(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The same drafts, numbered from 1 in their order."""
    return tuple(replace(draft, number=str(at), name=str(at)) for at, draft in enumerate(drafts, start=1))


def borne_out(paragraphs: Sequence[Paragraph], found: Sequence[Recommendation]) -> bool:
    """Whether the paragraphs that the document itself names for follow-up are recommendations by this count."""
    named = {name for paragraph in paragraphs for name in _named(paragraph)}
    known = {each.id for each in found} | {each.paragraph for each in found}
    return len(named) >= _ENOUGH and named <= known


def _named(paragraph: Paragraph) -> list[str]:
    if paragraph.kind is not ParagraphKind.PROCEDURAL:
        return []
    said = [paragraph.text[start:end] for start, end in sentences.spans(paragraph.text)]
    return [
        name
        for sentence in said
        if _OF_RECOMMENDATIONS.search(sentence)
        for name in follow_up.targets_in(sentence)
    ]
