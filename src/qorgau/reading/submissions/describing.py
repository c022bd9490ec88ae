"""What is wanted said as a state of things: "Evidence obtained so is to be excluded", "Отмена статьи 174", only where demands are expected."""

from __future__ import annotations

import re

from qorgau.reading.submissions import romance
from qorgau.reading.submissions.leads import LAW_SAYS
from qorgau.reading.submissions.urging import is_reported

_ACT_EN = re.compile(
    r"^[\W\d_]*(?:(?:the|an?|full|immediate|prompt|independent|free|mandatory|complete|unconditional|regular|effective|speedy|systematic|public|annual|explicit)\s+){0,3}"
    r"(?:[a-z]{2,}(?:tion|sion|ment|ition|ance|ure)s?|release|repeal|removal|withdrawal|abolition|payment|access|transfer|return|closure|review|visits|training|ban|end|inquir(?:y|ies))\s+"
    r"(?:of|to|for|into|on|from|by|in|without)\b",
    re.IGNORECASE,
)
_ACT_RU = re.compile(
    r"^[\W\d_]*(?:(?:полн|немедленн|скорейш|обязательн|независим|бесплатн|безусловн|регулярн|эффективн|законодательн)\w+\s+){0,2}"
    r"(?:[а-яё]+(?:ение|ание|яние|ция|тие|езия)|отмена|выплата|проверка|замена|передача|пересмотр|роспуск|вывод|запрет|перевод|возврат|отказ|допуск)\s+[а-яё«]",
    re.IGNORECASE,
)
_ACT_ROMANCE = re.compile(
    r"^[\W\d_]*(?:(?:la|le|el|l['’])\s*)?(?:[a-zà-ÿñ]+(?:tion|sion|ment|ture|ance|ción|sión|miento)|levée|arrêt|mise|retrait|octroi|cese|cierre|pago)\s+(?:\w+\s+)?(?:de|del|des|du|d['’]|à|al?|aux?|en)\b",
    re.IGNORECASE,
)
# "is to be excluded", "needs staff", "only by order of a court", "Nobody is held in secret"
_TO_BE = re.compile(
    r"^[^.;]{3,90}?\sto\s+be\s+\w+(?:ed|en|wn|ut|pt|ld|ght|de)\b|\b(?:is|are)\s+to\s+(?:be|have|receive|remain|\w+)\b|\b(?:needs?|requires?)\s+(?!to\b)(?:an?|its|their|more|the|\w+)\s|"
    r"\b(?:допускается|допускаются|разрешается|применяется|применяются|производится|проводится|проводятся|осуществляется)\s+(?:только|лишь|исключительно|не\b)|\b(?:нужн|необходим)(?:а|о|ы|ен)?\s+[а-яё]+",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"^[\W\d_]*(?:(?:no(?:body)?|no\s+one|every(?:body|one)?|all|any|each)\b[^.;]{2,80}?\s(?:is|are|has|have|may|can|receives?|gets?|remains?)\b|"
    r"(?:никто|ни\s+од(?:ин|на|но)|кажд\w+|люб\w+|все|вс[её])\s|(?:aucune?|nul(?:le)?|chaque|toute?|tous|toutes|ning[úu]n[ao]?|nadie|cada|tod[ao]s?)\s)",
    re.IGNORECASE,
)
# What tells of something that was or is: no demand, wherever it stands.
_TELLS = re.compile(
    r"\b(?:was|were|had|has\s+(?:been|\w+ed)|have\s+(?:been|\w+ed)|did|said|told|showed?|found|began|became|took|gave|made|came|went|saw|kept|paid|wrote|sent|since|last\s+year|ago|in\s+(?:19|20)\d\d|"
    r"we|our|us|I|this\s+(?:report|submission|paper|document)|annex|recommendations?|thank\w*|committee|"
    r"был[аио]?|есть|мы|нас|наш\w*|комитет\w*|рекомендац\w+|насто[яи]щ\w+|приложени\w+|[а-яё]{3,}(?:ил|ал|ял|ел|ыл|ул)(?:а|о|и|ся|ась|ось|ись)?|"
    r"avons|nous|ont|était|étaient|comité|a\s+été|ha|han|hemos|fue|fueron|comité)\b",
    re.IGNORECASE,
)
_LONGEST = 60
_FEWEST = 3


def describes(text: str) -> bool:
    """Whether a sentence below "Recommendations" says how things are to be, or names an act, and tells of nothing past."""
    words = len(text.split())
    if not _FEWEST <= words <= _LONGEST or text.rstrip().endswith(":") or _is_told(text):
        return False
    if _ACT_EN.match(text) or _ACT_RU.match(text) or _TO_BE.search(text) or _EVERYBODY.match(text):
        return True
    return bool(_ACT_ROMANCE.match(text)) and romance.is_romance(text)


def _is_told(text: str) -> bool:
    return bool(_TELLS.search(text) or LAW_SAYS.search(text)) or is_reported(text)
