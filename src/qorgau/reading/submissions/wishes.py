"""Headings that say what is wanted without the word "recommendation": "Way forward", "What we ask for"."""

from __future__ import annotations

import re

TO_DO = re.compile(
    r"^(?:what\s+(?:[\w’'-]+\s+){1,5}(?:should|must|needs?\s+to|ought\s+to)\s+do|what\s+(?:should|must|needs\s+to|has\s+to)\s+(?:be\s+done|change|happen)|"
    r"(?:the\s+)?way\s+forward|next\s+steps|what\s+we\s+(?:ask|want|call)(?:\s+for)?|our\s+(?:asks|demands|calls)|что\s+(?:[\w-]+\s+){0,3}?(?:необходимо|нужно|следует|надо|долж(?:ен|но|на|ны)|обязан[оаы]?)\s+(?:сделать|изменить)(?:\s+[\w-]+){0,3})\s*[:.?]?$",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"^(?:(?:key|our|main|policy|advocacy|priority|proposed|recommended|summary\s+of)\s+)*(?:asks|action\s+points|points\s+for\s+action)\s*[:.]?$",
    re.IGNORECASE,
)
# Below these a list may only describe what is wanted: "Nobody is held in secret."
WISHES = re.compile(
    r"^(?:what\s+(?:we|our\s+\w+|(?:the\s+)?(?:\w+\s+){1,3}?)\s*(?:ask|want|wish|call|seek|demand|expect|propose|hope)s?(?:\s+(?:for|to\s+see|to\s+change|to\s+happen))?|"
    r"what\s+(?:else\s+|still\s+)?(?:is|are|remains)\s+(?:still\s+|also\s+)?(?:needed|required|necessary|missing|to\s+be\s+done)(?:\s+(?:now|next|today))?|"
    r"what\s+(?:has\s+to|must|needs?\s+to|should)\s+(?:be\s+(?:done|changed)|change|happen|improve)|"
    r"(?:the\s+)?(?:changes?|reforms?|improvements?)\s+(?:that\s+)?(?:we|\w+)\s+(?:ask|want|seek|need|expect)\w*(?:\s+(?:for|to\s+see))?|"
    r"(?:desired|expected|desirable|wished-for)\s+(?:outcomes?|results?|changes?|situation)|our\s+(?:asks|demands|calls|expectations|vision|wishes|hopes|wish\s+list)|"
    r"что\s+(?:ещ[её]\s+|сейчас\s+)?(?:необходимо|нужно|требуется)|(?:чего|что)\s+(?:мы\s+)?(?:жд[её]м|просим|хотим|предлагаем|добиваемся|требуем)(?:\s+(?:изменить|увидеть))?|наши\s+(?:ожидания|требования|просьбы|пожелания)|"
    r"(?:ожидаемые|желаемые)\s+(?:результаты|изменения))(?:\s+(?:by|before|until|in|к|до)\s+[\w\s]{2,30})?\s*[:.?]?$|"
    r"^what\s+(?:we|i|our\s+\w+|the\s+\w+)\s+(?:asks?|recommends?|wants?|requests?|proposes?|demands?)\s+(?:now|here|(?:(?:of|from|to)\s+)?(?:the|you|our|state|parliament|government)\b[^.:?]{0,70})\s*[.?]?$|"
    r"^(?:что|чего)\s+мы\s+(?:просим|предлагаем|рекомендуем|ждём|ждем|хотим)\s+(?:от|у|сделать|изменить)?[^.:?]{0,60}[.?]?$",
    re.IGNORECASE,
)
