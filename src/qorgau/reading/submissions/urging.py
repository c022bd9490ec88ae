"""Who urges: the authors in their own voice ("we recommend that"), or a committee whose words they only report."""

from __future__ import annotations

import re
from functools import lru_cache

from qorgau.reading.submissions import romance

SOFT = (
    r"(?:(?:therefore|thus|also|further|strongly|respectfully|hereby|again|jointly|kindly|accordingly|urgently|specifically|"
    r"(?:would|should)\s+(?:also\s+)?like\s+to|would|wish(?:es)?\s+to)\s+){0,3}"
)
WE = re.compile(
    rf"(?:(?<!should )(?<!can )(?<!did )(?<!must )(?<!do ))\b(?:we|I|our\s+organi[sz]ations?)\s*,?\s+(?:[^.,;]{{0,50}},\s+)?{SOFT}"
    r"(?:recommend|urge|call|request|ask|suggest|propose|encourage|invite|appeal|demand|advise|beg|implore)s?\b(?!\s+(?:by|from|of)\b|[^.;]{0,40}\b(?:forgive|excuse|pardon|bear\s+with)\b|\s+(?:the\s+|our\s+|all\s+|every\s+)?(?:children|pupils|girls|boys|women|men|mothers|each\s+other|ourselves|people)\s+(?:what|how|why|whether|if|where|who)\b|\s+(?:the|our|all|every|any)\s+readers?\b|\s+(?:for\s+)?(?:your|the\s+reader[’']s)\s+(?:patience|understanding|forgiveness|pardon|indulgence)\b)",
    re.IGNORECASE,
)
# No name is longer; one without an end is looked for anew from each of its words.
NAME = r"[A-Z][\w’'.&-]{0,60}(?:\s+(?:[A-Z][\w’'.&()-]{0,60}|of|for|the|and|against|in|on|to|&)){0,25}"
AUTHORS = (
    r"[Tt]he\s+(?:co-)?(?:authors?|signator(?:y|ies)|undersigned(?:\s+organi[sz]ations)?|submitting\s+organi[sz]ations|"
    r"(?:above-?mentioned\s+|signatory\s+|partner\s+)?(?:coalition|organi[sz]ations?|NGOs?|drafters|contributors|network|foundation|initiative|association|platform|submission))"
)
# "We share this view and suggest that ..."
WE_AND = re.compile(
    r"\b[Ww]e\s+(?:fully\s+|also\s+)?(?:share|agree|support|welcome|join|concur|endorse|echo|repeat)\b[^.;:]{0,80}?\b(?:and|to)\s+(?:\w+ly\s+|also\s+|further\s+|therefore\s+)?"
    r"(?:recommend|urge|call\s+(?:on|upon|for)|request|suggest|propose|ask|recommending|urging|calling)\b"
)
THEY = re.compile(
    rf"(?P<who>{NAME})\s+{SOFT}(?:(?i:recommends?|urges?|calls?\s+(?:up)?on|calls\s+for|requests|asks|suggests|proposes|"
    r"encourages?|invites?|appeals\s+to))\b(?!\s+(?:are|is|was|were|have|has|had|can|may|from|of|by|for|to\s+(?:the\s+)?court)\b)"
)
THEY_AUTHORS = re.compile(
    rf"{AUTHORS}\s+{SOFT}(?:recommend|urge|call|request|ask|suggest|propose|encourage|invite|appeal|demand)s?\b"
)
# "Council RECOMMENDS": a body that calls itself so, without an article, at the head of a sentence.
ITSELF = re.compile(
    r"(?:^|[.;]\s+)(?:(?:Therefore|Accordingly|Thus),?\s+)?(?:Council|Association|Union|Chamber|Federation|Clinic|Coalition|Society|League|Network)\s+(?:also\s+|further\s+|therefore\s+|strongly\s+)?"
    r"(?:(?i:recommends|urges|calls\s+(?:up)?on|calls\s+for|proposes|suggests|requests|asks))\b"
)
# A national institution that speaks of itself in the present; what it once recommended is told in the past.
INSTITUTION = re.compile(
    r"\b[Tt]he\s+(?:(?:national|[A-Z]\w+)\s+){0,3}(?:commissioner|commission|ombuds\w+|defender|institution|institute|advocate|mechanism|NPM|NHRI|NHRC|Commissioner|Commission|Ombuds\w+|Defender|Institution|Institute|Advocate|Mechanism)"
    r"(?:\s+for\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?(?:,\s+[^,]{2,60},)?\s+(?:also\s+|therefore\s+|further\s+|\w+ly\s+)?"
    r"(?:recommends|urges|calls\s+(?:up)?on|calls\s+for|proposes|suggests|requests|(?:reiterates|repeats|renews|maintains)\s+(?:its|his|her|the)\s+(?:\w+\s+)?(?:recommendations?|calls?|proposals?|appeal|request))\b"
)
# "I hope that the Committee forgives my mistakes" wishes nothing of anybody else.
COURTESY = r"(?!.{0,60}\b(?:consider\w*|find|take|inform|read|excuse|forgive)\w*\b.{0,30}\b(?:this|these|our|my|me|useful|helpful))"
WE_HOPE = re.compile(
    rf"\b(?:my|our)\s+(?:\w+\s+)?(?:hope|wish)\s+is\s+(?:that\s+)?(?:the\s+)?(?:committee|state|government|parliament|ministry)\b{COURTESY}|"
    rf"\bI\s+(?:also\s+)?(?:hope|wish|would\s+like)\s+(?:that\s+)?(?:the\s+)?(?:committee|state|government|parliament|ministry)\b{COURTESY}|"
    r"\bwe\s+would\s+like\s+(?!to\b|you\b|the\s+(?:committee|reader)|it\b)[^.;,]{2,60}?\s+to\s+(?!note|know|stress|say|thank)\w+|"
    r"\bwe\s+(?:also\s+|therefore\s+)?(?:hope|trust|would\s+(?:welcome|like|appreciate))\s+(?:that\s+|it\s+if\s+)?(?:the\s+)?"
    r"(?:committee|rapporteur|state\s+party|government|state)\b(?!.{0,40}\b(?:consider\w*|find|take|inform)\b.{0,30}\b(?:this|these|our|useful|helpful))",
    re.IGNORECASE,
)
WELCOME = re.compile(
    r"\bwe\s+would\s+(?:also\s+)?(?:welcome|appreciate|be\s+grateful\s+for)\s+(?:an?|the|any)\s+(?:\w+\s+)?(?:questions?|recommendations?|request|call|inquiry)\s+(?:on|about|that|to|for|from)\b",
    re.IGNORECASE,
)
IT_IS = re.compile(
    r"\bit\s+is\s+(?:therefore\s+|thus\s+|also\s+)?(?:strongly\s+)?(?:recommended|suggested|proposed|requested)\s+(?:that|to)\b",
    re.IGNORECASE,
)
NECESSARY = re.compile(
    rf"(?:\b[Ww]e|{AUTHORS}|\b[Tt]he\s+(?:union|bar|league|bureau|forum|centre|group|society))\s+{SOFT}(?:consider|believe|deem|find|think)s?\s+(?:that\s+)?it\s+(?:is\s+)?"
    r"(?:\w+ly\s+)?(?:necessary|essential|important|advisable|expedient|appropriate|urgent|vital|imperative)\b",
    re.IGNORECASE,
)
WE_BELIEVE = re.compile(
    r"\b(?:[Ii]n|[Tt]o)\s+(?:our|my)\s+(?:view|opinion|judge?ment)\b[^.;]{0,120}\b(?:should|must|ought\s+to|needs?\s+to|has\s+to|have\s+to)\b|"
    r"\b[Ww]e\s+(?:also\s+|further\s+|firmly\s+|therefore\s+|strongly\s+)?(?:believe|think|consider|maintain|insist|submit|are\s+convinced)\s+that\b[^.;]{0,120}\b(?:should|must|ought\s+to|needs?\s+to)\b|"
    r"\b[Мм]ы\s+(?:также\s+)?(?:считаем|полагаем|убеждены|настаиваем),?\s+что\b[^.;]{0,120}\b(?:долж\w+|следует|необходимо)\b"
)
RU_WE = re.compile(
    r"\b(?:(?:нам\s+)?представляется\s+(?:\w+\s+)?(?:важным|необходимым|целесообразным|нужным|правильным)|рекомендуем|призываем|просим(?!\s+у\s)|предлагаем|настаиваем|требуем|считаем\s+(?:необходимым|важным|нужным|целесообразным|правильным)|выступаем\s+за|хотели\s+бы|рекомендуется)\b",
    re.IGNORECASE,
)
RU_THEY = re.compile(
    r"\b(?:коалиция|авторы|организаци[ия]|бюро|фонд|объединение|нпо|группа)\b[^.]{0,60}?\b(?:рекоменду[ею]т|призыва[ею]т|прос[ия]т|предлага[ею]т|настаива[ею]т|требу[ею]т|выступа[ею]т\s+за)\b",
    re.IGNORECASE,
)
# Kazakh says last who asks: "... төлеуді сұраймыз".
KK_WE = re.compile(
    r"\b(?:сұраймыз|(?<!кешірім )өтінеміз|ұсынамыз|шақырамыз|талап\s+етеміз|қажет\s+деп\s+(?:санаймыз|білеміз))\b",
    re.IGNORECASE,
)
# Bodies whose recommendations a submission reports, and things that are no authors at all.
OTHERS = re.compile(
    r"\b(?:everybody|everyone|nobody|somebody|anybody|committee|rapporteurs?|human\s+rights\s+council|working\s+group|subcommittee|spt|cpt|council\s+of\s+europe|european|"
    r"high\s+commissioner|ohchr|united\s+nations|un|upr|treaty\s+bod\w+|general\s+assembly|states?|delegations?|convention|"
    r"covenant|protocol|articles?|rules?|principles?|law|code|act|constitution|venice|osce|odihr|court|ombuds\w+|government|"
    r"parliament|ministry|president|комитет\w*|докладчик\w*|подкомитет\w*|конвенци\w*|совет\w*\s+по\s+правам)\b",
    re.IGNORECASE,
)
BY_OTHERS = re.compile(
    r"\b(?:in\s+(?:its|their|the)\s+(?:(?:previous|last|earlier|prior|most\s+recent|\d{4})\s+)?concluding\s+observations|"
    r"(?:committee|rapporteurs?|council|subcommittee|spt|cpt|working\s+group|states?|commissioner|body|bodies|upr)"
    r"(?:\s+[\w’']+){0,4}?\s+(?:(?:has|have|had|also|further|previously|repeatedly)\s+){0,2}"
    r"(?:recommends|recommended|urges|urged|called|requested|asked|expressed|stated|encouraged|reiterated|noted|concluded|advised|indicated|pointed\s+out)|"
    r"комитет\w*(?:\s+[\w(),.-]+){0,9}?\s+(?:рекомендовал|рекомендует|призвал|призывает|просил|отметил|выразил|указал|напомнил|подчеркнул|постановил|высказал))\w*\b",
    re.IGNORECASE,
)
WAS_TOLD = re.compile(
    r"\b(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:recommended|urged|called\s+upon|requested|encouraged)\b|"
    r"\b(?:recommended|urged|called\s+(?:up)?on)\b(?=.{0,60}\b(?:state\s+party|government|kazakhstan|authorities)\b)|\bрекомендовано\b",
    re.IGNORECASE,
)


# "The reply reads: «We recommend that you ...»": whoever speaks there, it is not the authors.
QUOTED = re.compile(
    r"^[^«»]*»|^[^“”]*”|(?<=[:,]\s)(?:«[^»]*(?:»|$)|“[^”]*(?:”|$)|\"[^\"]*(?:\"|$))(?:\s*\([^()]{0,400}\))?"
)


def is_reported(text: str) -> bool:
    """Whether it tells what a committee or another body recommended, which is no demand of the authors."""
    if _own_voice(text):
        return False
    return bool(BY_OTHERS.search(text) or WAS_TOLD.search(text))


def urges(text: str) -> bool:
    """Whether the authors recommend or urge, in their own voice."""
    if _own_voice(text):
        return True
    if is_reported(text):
        return False
    return any(not _is_other(found["who"]) for found in THEY.finditer(QUOTED.sub(" … ", text)))


def _is_other(who: str) -> bool:
    """A body that speaks to States, a thing, or an owner ("the Defender's requests") is no author."""
    return bool(OTHERS.search(who)) or who.endswith(("’s", "'s", "s’", "s'"))


@lru_cache(maxsize=256)
def _own_voice(text: str) -> bool:
    said = QUOTED.sub(" … ", text)
    return any(
        pattern.search(said)
        for pattern in (
            WE,
            WE_AND,
            WE_HOPE,
            WELCOME,
            THEY_AUTHORS,
            ITSELF,
            INSTITUTION,
            NECESSARY,
            WE_BELIEVE,
            IT_IS,
            RU_WE,
            RU_THEY,
            KK_WE,
            romance.OWN_VOICE,
        )
    )
