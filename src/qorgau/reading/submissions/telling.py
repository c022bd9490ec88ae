"""How much a source looks like a submission of organisations: a number from 0 to 1 for the header to weigh."""

from __future__ import annotations

import re

from qorgau.reading.source import Source

TITLE = re.compile(
    r"\b(?:(?:alternative|shadow|parallel|civil\s+society|joint|ngo)\s+(?:report|submission|information|briefing)|submission\s+(?:to|for|on|by|of|from)|stakeholder(?:s’|')?\s+(?:report|submission)|"
    r"briefing\s+(?:paper\s+)?(?:to|for)\s+the\s+(?:UN\s+)?committee|submitted\s+by|альтернативн\w+\s+доклад|теневой\s+доклад|"
    r"(?:сообщение|информация|доклад|материал\w*)\s+(?:группы|коалиции|нпо|неправительственн\w+|правозащитн\w+)|представлен\w*\s+(?:нпо|коалицией|неправительственн))\b",
    re.IGNORECASE,
)
ORGANISATIONS = re.compile(
    r"\b(?:NGOs?|non-?governmental|coalition|civil\s+society|foundation|for\s+human\s+rights|human\s+rights\s+watch|amnesty|НПО|неправительственн\w+|правозащитн\w+|общественн\w+\s+(?:фонд|объединени)\w*|коалици\w+)\b",
    re.IGNORECASE,
)
LISTS = re.compile(
    r"^\W*(?:suggested\s+|proposed\s+|key\s+)?(?:recommendations?|issues|questions?|рекомендации|вопросы)\b[^.]{0,60}:?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
OFFICIAL = re.compile(
    r"\bDistr\.?\s*:?\s*(?:General|Limited|Restricted)|^Concluding observations on|\bOriginal:\s*(?:English|French|Russian|Spanish|Arabic|Chinese)|"
    r"Report of the Working Group on the Universal Periodic Review|Distr\.?:\s*общая",
    re.IGNORECASE | re.MULTILINE,
)


def looks_like(source: Source) -> float:
    """0: surely a document of the United Nations or a State; 1: surely a submission."""
    front = "\n".join(line.text for line in source.lines[:30])[:6000]
    score = 0.15
    score += (
        0.45 * bool(TITLE.search(front))
        + 0.2 * bool(ORGANISATIONS.search(front))
        + 0.2 * bool(LISTS.search(source.text))
    )
    if OFFICIAL.search(front):
        score -= 0.6
    return max(0.0, min(1.0, round(score, 2)))
