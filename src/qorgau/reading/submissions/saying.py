"""What is told in a paper and demanded by nobody who wrote it: rules of law, words of others, what the paper itself does."""

from __future__ import annotations

import re

from qorgau.reading.submissions import romance
from qorgau.reading.submissions.urging import is_reported, urges

# "In this report we assess ... and propose new ones": what the paper does, not what it asks for.
OF_PAPER = re.compile(
    r"\b(?:in|throughout)\s+(?:this|the\s+present)\s+(?:report|submission|paper|document|briefing|memorandum|chapter|section)\b[^.]{0,40}\bwe\b|"
    r"\b(?:this|the\s+present)\s+(?:report|submission|paper|document|briefing|memorandum)\s+(?:also\s+)?(?:makes|offers|contains|presents|proposes|suggests|sets\s+out|concludes)\b|"
    r"\bwe\s+set\s+out\s+(?:the|our)\s+(?:facts|questions|views?|concerns)\b|\bwe\s+propose\s+an?\s+(?:recommendation|question)\s+instead\b|"
    r"\bв\s+(?:настоящем|данном|этом)\s+(?:докладе|отч[её]те|представлении|сообщении|документе|разделе)\b",
    re.IGNORECASE,
)
# "must, by its order No. 263, keep recordings for ten days": what is in force.
BY_ORDER = re.compile(
    r"\b(?:should|must|shall)\b,?\s+(?:by|under|according\s+to|pursuant\s+to)\s+(?:its|his|her|their|the|an?)\s+(?:\w+\s+){0,2}?(?:order|decree|law|act|code|instructions?|regulations?|rules?|charter|decision)\b",
    re.IGNORECASE,
)
# "We were told that the State should not be criticised" is somebody else's opinion.
SAID = re.compile(
    r"\b(?:been|was|were)\s+told\s+that\b|\bsaying\s+that\b|^(?!we\b|our\b)[^,;:]{3,60}?\s(?:said|told|explained|wrote|claimed|replied|testified|recalled|answered)\b[^.]{0,40}\bthat\b|"
    r"\b(?:officials?|authorities|ministry|government|court|prosecutor\w*|representatives?|police|delegation|he|she|they)\b.{0,40}"
    r"\b(?:said|held|ruled|found|decided|laid\s+down|observed|recalled|noted|emphasi[sz]ed|stressed|promised|claim\w*|argu\w*|repl\w+|stat\w+|explain\w*|insist\w*|believ\w*)(?:\s+(?:in|on|by|to|again|also|as\s+early\s+as)\s+[\w\s]{2,30}?)?\s+that\b",
    re.IGNORECASE,
)
# What a rule says: its words stand before the "must".
RULE = re.compile(
    r"\b(?:according\s+to|under|standards?|principles|rules?|convention|covenant|general\s+comment|constitution|protocol|requires?|provides?|stipulates?|guidelines|case\s+law|"
    r"held|ruled|found|said|says|stated|believes?|argues?|claims?|replied|promised|decided|whether)\b",
    re.IGNORECASE,
)
LAW_FIRST = re.compile(
    r"\b(?:law|code|article|court|committee|convention|rules?)\s+(?:\w+\s+){0,2}(?:says?|states?|holds?|held|provides?|found|considers?|noted)\b",
    re.IGNORECASE,
)
VIEW = re.compile(
    r"\b(?:view|opinion|position|advice|finding)s?\s+(?:was|is|were|has\s+been)\s+that\b", re.IGNORECASE
)
STANDARD = re.compile(
    r"\b(?:according\s+to|under|standards?|principles|rules?|convention|covenant|general\s+comment|constitution|protocol|by\s+law|requires?|provides?|stipulates?|guidelines|case\s+law)\b",
    re.IGNORECASE,
)
RULE_SAYS = re.compile(
    r"^\W*(?:(?:the|this|our|a)\s+)?(?:[\w’'-]+\s+){0,4}?(?:law|code|constitution|act|rules?|regulations?|order|decree|standards?|instructions?|convention|covenant|protocol)(?:\s+\w+){0,2}?\s+"
    r"(?:provides?|states?|requires?|stipulates?|says?|prescribes?|guarantees?)\s+that\b|^\W*(?:согласно|в\s+соответствии\s+с|по\s+закону)\b|"
    r"^\W*(?:закон|кодекс|правила|конституци|приказ|постановлени)\w*\s+(?:[а-яё]+\s+){0,3}?(?:предусматрива|требу|устанавлива|гласи|обязыва|предписыва|гарантиру)\w+",
    re.IGNORECASE,
)
RU_STANDARD = re.compile(
    r"\b(?:согласно|в\s+соответствии\s+с|по\s+закону|(?:закон|кодекс|правила|конституци|приказ|постановлени)\w*\s+(?:также\s+)?(?:предусматрива|требу|устанавлива|гласи|обязыва|предписыва|гарантиру)\w+)",
    re.IGNORECASE,
)
# "must be issued within 24 hours, and judges generally comply": what a rule brings about.
PRACTICE = re.compile(
    r"\b(?:generally|usually|normally|in\s+practice|rarely|seldom|mostly|comply|complied|complies|на\s+практике|как\s+правило|обычно|редко)\b",
    re.IGNORECASE,
)
# "Conflict-era violence – paragraph 25": below it stands what the Committee wrote there.
# What stands in quotation marks is somebody's else; a word or two in them is not.
QUOTED = re.compile(r"^[^«»]*»|^[^“”]*”|«[^»]{25,}(?:»|$)|“[^”]{25,}(?:”|$)|\"[^\"]{25,}(?:\"|$)")
CONDITION = re.compile(r"\b(?:if|when|where|which|who|whom|because|although)\b", re.IGNORECASE)


def is_told(text: str) -> bool:
    """Whether a sentence only gives what a law holds or what somebody else said or recommended."""
    if urges(text):
        return False
    return bool(RULE_SAYS.match(text) or SAID.search(text) or romance.SAYS_THAT.search(text)) or is_reported(
        text
    )


def as_others_see(text: str) -> bool:
    """Whether what the State should do is what a law says or what somebody else once thought."""
    before = text.split(" must ")[0].split(" should ")[0]
    return bool(LAW_FIRST.search(before) or VIEW.search(before))
