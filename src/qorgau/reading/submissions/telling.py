"""How much a source looks like a submission of organisations: a number from 0 to 1 for the header to weigh."""

from __future__ import annotations

import re

from qorgau.reading.source import Source
from qorgau.reading.submissions.signing import organisations_of
from qorgau.reading.submissions.urging import urges
from qorgau.reading.submissions.walking import Walk

TITLE = re.compile(
    r"\b(?:(?:alternative|shadow|parallel|civil\s+society|joint|ngo)\s+(?:report|submission|information|briefing)|"
    r"(?:alternative|shadow|parallel|civil\s+society|ngos?)\s+(?:[\w-]+\s+){1,2}(?:report|submission|information|briefing|assessment|comments)|"
    r"submission\s+(?:to|for|on|by|of|from|under|in)|submitted\s+to\s+the\s+(?:UN\s+|United\s+Nations\s+)?(?:committee|human\s+rights\s+committee)|"
    r"(?:information|contribution|inputs?|suggestions|proposals|questions)\s+for\s+(?:the\s+)?(?:adoption\s+of\s+)?(?:the\s+)?list\s+of\s+issues|информаци\w+\s+для\s+(?:подготовки\s+)?перечня|report\s+to\s+the\s+(?:UN\s+|United\s+Nations\s+)?(?:human\s+rights\s+)?committee|"
    r"information\s+(?:submitted|provided|on\s+the\s+implementation)|this\s+(?:joint\s+)?submission|(?:ngo|non-?governmental)\s+coalition|comments\s+(?:on|to)\s+the\s+(?:state|government)|(?:proposed|suggested)\s+recommendations|dear\s+(?:committee\s+)?members\s+of\s+the\s+(?:UN\s+)?committee|stakeholder(?:s’|')?\s+(?:report|submission)|"
    r"briefing\s+(?:paper\s+)?(?:to|for)\s+the\s+(?:UN\s+)?committee|submitted\s+by|(?:written|joint)\s+contribution|contribution\s+(?:to|for)\s+the|(?:альтернативн|теневой|параллельн)\w*\s+(?:доклад|отч[её]т)|"
    r"(?:сообщение|информация|доклад|материал\w*)\s+(?:группы|коалиции|нпо|неправительственн\w+|правозащитн\w+)|"
    r"письменн\w+\s+информаци\w+|представлен\w*\s+(?:нпо|коалицией|неправительственн\w+))\b",
    re.IGNORECASE,
)
# "Comments to the Committee", "Сообщение для Комитета": a paper that somebody sends to a committee.
TO_COMMITTEE = re.compile(
    r"\b(?:comments?|information|statement|position|opinion|letter|paper|memorandum|note|contribution|briefing|inputs?|observations|materials?|report|submission)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:to|for)\s+(?:the\s+)?(?:members\s+of\s+(?:the\s+)?)?(?:\d+\w*\s+session\s+of\s+the\s+)?(?:UN\s+|United\s+Nations\s+)?(?:human\s+rights\s+)?(?:committee|CAT|CCPR|CEDAW|CERD|CRC|CRPD|CESCR|CED|SPT)\b|"
    r"\b(?:сообщени|доклад|информаци|материал|замечани|заявлени|обращени|комментари|отч[её]т|позици)\w*\s+(?:[\w-]+\s+){0,3}?(?:в|для|к)\s+(?:[\w-]+\s+){0,2}?комитет\w*",
    re.IGNORECASE,
)
# "Report of the Youth Parliament to the Committee"; a State's own is periodic or initial.
REPORT_OF = re.compile(
    r"(?<!periodic )(?<!initial )(?<!third )(?<!annual )\breport\s+(?:of|by|from|prepared\s+by)\s+(?:the\s+)?(?!(?:the\s+)?(?:state|states|government|committee|subcommittee|working|kingdom|republic|secretary|special)\b)"
    r"[^\n.;]{3,80}?\s(?:to|for)\s+the\s+(?:UN\s+|United\s+Nations\s+)?(?:human\s+rights\s+)?committee\b",
    re.IGNORECASE,
)
# What is sent for a list of issues is no list of issues.
FOR_LIST = re.compile(
    r"\b(?:information|contributions?|inputs?|suggestions?|proposals?|questions|issues|themes|topics|submission|materials?)\s+[^\n]{0,90}?"
    r"\b(?:for|(?<!response )(?<!reply )(?<!replies )(?<!answers )to|towards|ahead\s+of|prior\s+to|before|in\s+view\s+of|with\s+a\s+view\s+to|in\s+preparation\s+of)\s+(?:the\s+)?(?:\w+\s+of\s+)?(?:the\s+|an?\s+)?lists?\s+of\s+(?:issues|themes|questions)\b|"
    r"\b(?:suggested|proposed|recommended)\s+(?:list\s+of\s+)?(?:issues|themes|questions)\b|"
    r"\b(?:информаци|предложени|вопрос|материал|сведени|тем|вклад|представлени)\w*\s+[^\n]{0,60}?(?:для|к|в)\s+(?:\w+\s+)?перечн\w+|\bпредлагаем\w+\s+(?:переч\w+|вопрос\w+|тем\w+)\b",
    re.IGNORECASE,
)
# "To: the Rapporteur for follow-up", "Dear Madam Chair", "Thank you, Chair": a letter or a speech to those who read it.
ADDRESSED = re.compile(
    r"^\s*(?:to|attn\.?|attention)\b\s*:?\s+(?:the\s+)?(?:[\w-]+\s+){0,6}?(?:committee|(?:special\s+)?rapporteurs?|working\s+group|sub-?committee|secretariat|OHCHR|high\s+commissioner|treaty\s+bod(?:y|ies))\b|"
    r"^\s*(?:dear|distinguished|esteemed|honou?rable)\s+(?:[\w-]+\s+){0,3}?(?:chair\w*|members?|experts?|rapporteurs?|committee|secretariat|sir|madam|colleagues|delegates)\b|"
    r"^[^\n.]{0,40}\bthank\s+you,?\s+(?:\w+\s+)?chair\w*|"
    r"^\s*(?:уважаем\w+|многоуважаем\w+)\s+(?:\w+\s+){0,3}?(?:член\w*|председател\w*|докладчик\w*|эксперт\w*|комитет\w*|господ\w*|госпо\w*)|"
    r"^\s*(?:в\s+|кому:\s*)комитет\w*\s+(?:оон\s+)?(?:против|по)\b",
    re.IGNORECASE | re.MULTILINE,
)
# "NGO information", "Submitted by the ... Society"
OF_ORGANISATIONS = re.compile(
    r"^(?:.{0,30}\b)?(?:NGOs?|НПО|civil\s+society|(?:jointly\s+)?submitted\s+(?:jointly\s+)?by)\b(?!.{0,40}\b(?:under|pursuant|in\s+accordance)\b)",
    re.IGNORECASE | re.MULTILINE,
)
ORGANISATIONS = re.compile(
    r"\b(?:NGOs?|non-?governmental|coalition|civil\s+society|foundation|association|initiative|network|institute|human\s+rights\s+(?:watch|group|cent)\w*|"
    r"amnesty|organi[sz]ations|НПО|неправительственн\w+|правозащитн\w+|общественн\w+\s+(?:фонд|объединени)\w*|коалици\w+)\b",
    re.IGNORECASE,
)
LISTS = re.compile(
    r"^[^\w\n]*(?:suggested\s+|proposed\s+|key\s+)?(?:recommendations?|issues|questions?|рекомендации|вопросы)\b[^.]{0,60}:?\s*$|^[QR]\s?\d{1,2}[.:]\s",
    re.IGNORECASE | re.MULTILINE,
)
OFFICIAL = re.compile(
    r"\bDistr\.?\s*:?\s*(?:General|Limited|Restricted)|^Concluding observations on|\bOriginal:\s*(?:English|French|Russian|Spanish|Arabic|Chinese)|"
    r"Report of the Working Group on the Universal Periodic Review|Distr\.?:\s*общая|"
    r"reports?\s+submitted\s+by\b.{3,80}\b(?:under|pursuant|in\s+accordance)|^(?:written\s+)?replies\s+(?:of|by|from)\b|^ответы\s",
    re.IGNORECASE | re.MULTILINE,
)
COMMITTEE_SPEAKS = re.compile(
    r"^(?:\d{1,3}\.\s*)?The\s+Committee\s+(?:is\s+|also\s+|further\s+|remains\s+)?(?:concerned|recommends|regrets|welcomes|urges|notes)\b|"
    r"^(?:\d{1,3}\.\s*)?Комитет\s+(?:обеспокоен|рекомендует|сожалеет|приветствует|отмечает)",
    re.MULTILINE,
)
OWN_TITLE = re.compile(
    r"\b(?:alternative|shadow|parallel|stakeholders?|NGO|civil\s+society)\s+(?:[\w-]+\s+)?(?:report|submission)\b|\b(?:альтернативн|теневой|параллельн)\w*\s+(?:доклад|отч[её]т)",
    re.IGNORECASE,
)
FRONT = 800
# The first lines name who reads it; where no title says that it is something else, somebody wrote it to them.
NAMES_COMMITTEE = re.compile(
    r"\b(?:committee\s+(?:against\s+torture|on\s+the\s+\w+|on\s+(?:economic|enforced|migrant))|human\s+rights\s+committee|universal\s+periodic\s+review)\b|"
    r"\bкомитет\w*\s+(?:оон\s+)?(?:против\s+пыток|по\s+)|\bуниверсальн\w+\s+периодическ\w+\s+обзор",
    re.IGNORECASE,
)
# A committee writes of itself in the third person; "we" and "our" are those of people who write to it.
FIRST_PERSON = re.compile(r"\b(?:we|our|ours|us|мы|наш\w*|нам|нас)\b", re.IGNORECASE)
QUOTATION = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|«[^»\n]*»")
OFTEN = 4
OURS = 0.7
MAYBE = 0.5
SPEAKS = 4
DEMANDS = 3
LIKELY = 0.55  # enough where no title says otherwise


def looks_like(source: Source) -> float:
    """0: surely a document of the United Nations or a State; 1: surely a submission."""
    front = "\n".join(line.text for line in source.lines[:30])[:6000]
    text = source.text
    score = 0.15 + 0.4 * _is_sent(front) + 0.15 * _is_signed(source, front)
    score += 0.2 * bool(OF_ORGANISATIONS.search(front) or FOR_LIST.search(front))
    score += 0.2 * bool(LISTS.search(text)) + 0.2 * any(urges(line.text) for line in source.body)
    if OFFICIAL.search(front):
        score -= 0.6
    if len(COMMITTEE_SPEAKS.findall(text)) >= SPEAKS:
        score -= (
            0.1 if OWN_TITLE.search(front[:FRONT]) else 0.5
        )  # who calls it alternative drafts the words for it
    elif score < LIKELY and _demands_something(source):
        score = LIKELY
    elif not OFFICIAL.search(front) and NAMES_COMMITTEE.search(front[:FRONT]):
        score = max(score, MAYBE)
    if _is_own_paper(source, front):
        score = max(score, OURS)
    return max(0.0, min(1.0, round(score, 2)))


def _is_own_paper(source: Source, front: str) -> bool:
    """Whether an organisation that names itself speaks of "us" to a committee, whatever observations it quotes and grades."""
    if OFFICIAL.search(front) or not NAMES_COMMITTEE.search(front[:FRONT]) or not organisations_of(source):
        return False
    said = QUOTATION.sub(" ", "\n".join(line.text for line in source.body))
    return len(FIRST_PERSON.findall(said)) >= OFTEN


def is_official(source: Source) -> bool:
    """Whether its first lines are those of a paper that the United Nations distribute or a State sends."""
    return bool(OFFICIAL.search("\n".join(line.text for line in source.lines[:30])))


def _is_sent(front: str) -> bool:
    """Whether the front page says, in any of the ways known, that somebody writes to a committee."""
    told = (TITLE, TO_COMMITTEE, REPORT_OF, FOR_LIST, ADDRESSED)
    return any(pattern.search(front) for pattern in told)


def _is_signed(source: Source, front: str) -> bool:
    """Whether an organisation names itself on the front page."""
    return bool(ORGANISATIONS.search(front) or organisations_of(source))


def _demands_something(source: Source) -> bool:
    """Whether a text of nobody known makes demands all the same: an opinion, a statement, a letter."""
    found = [each for each in Walk(source).run().wanted if each.confidence >= 0.65]
    return len(found) >= DEMANDS
