"""Sentences that open a list: "We urge the Government to:", "The State party should:", "Просим Комитет рекомендовать:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.reading.submissions.demanding import (
    MODAL,
    RU_MODAL,
    SUBJECT_END,
    demands,
    does,
    is_imperative,
    state_owes,
)
from qorgau.reading.submissions.pieces import Piece
from qorgau.reading.submissions.shapes import NO_DEMANDS, is_list_of_demands, is_list_of_measures
from qorgau.reading.submissions.signing import LIST
from qorgau.reading.submissions.urging import OTHERS, is_reported, urges


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence before a list; `asks` as in a heading; `reported` when the list is what others recommended."""

    asks: str | None
    reported: bool = False
    addressed_to: tuple[str, ...] = ()


OPEN_END = re.compile(
    rf"(?::\s*[-–—]?|\b(?:to|that|should|must|following)\s*[:…]*)\s*$|{SUBJECT_END.pattern}", re.IGNORECASE
)
FOLLOWING = re.compile(
    r"\b(?:following|next|these|below)\b.{0,40}\b(?:recommendations?|questions?|requests|demands)\b|"
    r"\b(?:recommendations?|questions?|demands)\b.{0,60}\b(?:following|below|are|include)\b|"
    r"\blists?\s+of\s+issues\b.{0,40}\b(?:contain|include|cover|raise|address)\b|"
    r"\bследующ\w+\b.{0,40}\b(?:рекомендаци\w+|вопрос\w+)\b",
    re.IGNORECASE,
)
# "Synthetia accepted the following recommendations:" opens what others wrote.
RECEIVED = re.compile(
    r"\b(?:accepted|received|supported|noted|rejected|implemented|issued|addressed|agreed|committed|undert(?:ook|aken)|pledged|принял\w*|поддержал\w*|получил\w*)\b",
    re.IGNORECASE,
)
LAW_SAYS = re.compile(
    r"\b(?:under|according\s+to|pursuant\s+to|by\s+virtue\s+of|in\s+line\s+with)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:law|code|constitution|articles?|rules?|act|regulations?|order|decree|instructions?|charter|statute|by-?laws?|resolution|guidelines|contract)\b|"
    r"\b(?:law|code|constitution|act|rules?|regulations?|legislation|standards?|decree|order|instructions?|charter|statute)\s+(?:\w+\s+){0,2}?(?:provides?|states?|requires?|stipulates?|guarantees?|says|prescribes?)\b|"
    r"\b(?:согласно|в\s+соответствии\s+с|по\s+закону)\b",
    re.IGNORECASE,
)
MAY_WISH = re.compile(
    r"\b(?:may|might|will)\s+(?:perhaps\s+)?(?:wish|want|like)\s+to\b|\bcould\s+(?:ask|consider|recommend)\b",
    re.IGNORECASE,
)
ASK_WORD = re.compile(
    r"\b(?:questions?|ask(?:s|ed)?|issues|clarif\w+|information|вопрос\w*|спросить|запросить|уточнить|сведени\w+)\b",
    re.IGNORECASE,
)
TELL_WORD = re.compile(
    r"\b(?:recommend\w*|urge[sd]?|call\w*|should|must|рекоменд\w+|призыва\w+|следует|необходимо|должн\w+)\b",
    re.IGNORECASE,
)
# "asks the Committee to call on the Government to:"
TO_RECOMMEND = re.compile(
    r"\bcommittee\s+to\s+(?:\w+ly\s+|also\s+)?(?:call\s+(?:up)?on|recommend|urge)\b|\bпрос\w+\s+комитет\s+(?:также\s+)?(?:рекомендовать|призвать)\b",
    re.IGNORECASE,
)
OPINION = re.compile(
    r"\b(?:in|to)\s+our\s+(?:opinion|view|mind|judgement|judgment|experience)\b|\bwe\s+(?:\w+\s+)?(?:believe|think|consider|hold|want|insist|wish|expect|hope)\b|по\s+нашему\s+мнению|\bмы\s+(?:\w+\s+)?(?:считаем|полагаем|убеждены|хотим)\b",
    re.IGNORECASE,
)
ANY = re.compile(r"\b(?:following|below)\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\b(?:(?:to\s+)?(?:ask|recommend|urge|demand|propose|suggest|advise)|asks|recommends|urges|demands|proposes|suggests|hopes|wishes|insists|advises|"
    r"calls?\s+(?:on|upon|for|to))\b",
    re.IGNORECASE,
)
WHOM = re.compile(
    r"(?:(?:urges?|tells?|press|calls?\s+(?:up)?on|requests?|asks?|invites?|encourages?|recommends?(?:\s+to)?|to)\s+|^)"
    r"(?P<who>(?:the\s+)?(?:[\w’'-]+\s+){0,4}?(?:government|state\s+party|parliament|authorities|ministry|ministries|committee|prosecutor|ombudsman|courts?|police|"
    r"agency|service|council|commission)(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s+(?:of\s+)?[A-Z][\w-]+){0,2})?)\s*(?:\b(?:to|should|must|that)\b|:)",
    re.IGNORECASE,
)


def lead_of(piece: Piece, following: Piece | None, *, within: bool, run: Sequence[Piece] = ()) -> Lead | None:
    """What list a sentence opens, or None. `within` a list of demands, any line before deeper items is a lead.

    Where its words are unknown, the `run` of marked items after it tells by its shape.
    """
    text = piece.body
    if following is None or not OPEN_END.search(text) or len(text) > 900 or LIST.match(text):
        return None
    if is_reported(text) or (RECEIVED.search(text) and FOLLOWING.search(text) and not urges(text)):
        return Lead(None, reported=True)
    if not _opens(text, following, within=within) and not _by_shape(text, run):
        return None
    return Lead(asks_of(text), addressed_to=_to_whom(text))


def _opens(text: str, following: Piece, *, within: bool) -> bool:
    if within or urges(text) or FOLLOWING.search(text) or MAY_WISH.search(text):
        return True
    last = re.split(r"(?<=[.;?!])\s+", text)[-1]
    if state_owes(last) or (OPINION.search(last) and demands(following.body)):
        return True
    if LAW_SAYS.search(text) or not demands(following.body):
        return False
    return bool(MODAL.search(last) or RU_MODAL.search(last) or (is_imperative(last) and last.endswith(":")))


def _by_shape(text: str, run: Sequence[Piece]) -> bool:
    """A line that ends with a colon before items that tell somebody to do something, or name measures that are needed."""
    if LAW_SAYS.search(text):
        return False
    if (
        SUBJECT_END.search(text)
        and len(run) > 1
        and not NO_DEMANDS.search(text)
        and sum(does(each.body) for each in run) * 2 >= len(run)
    ):
        return True
    if not text.rstrip(" -–—").endswith(":"):
        return False
    last = re.split(r"(?<=[.;?!])\s+", text)[-1]
    if (
        (asked := PRESENT.search(last))
        and run
        and ANY.search(last)
        and not OTHERS.search(last[: asked.start()])
    ):
        return True
    return is_list_of_demands(text, run) or is_list_of_measures(text, run)


def asks_of(text: str) -> str | None:
    """Whether a lead announces questions, recommendations, or does not say."""
    if TO_RECOMMEND.search(text):
        return "recommendation"
    ask, tell = ASK_WORD.search(text), TELL_WORD.search(text)
    if bool(ask) == bool(tell):
        return None
    return "question" if ask else "recommendation"


def _to_whom(text: str) -> tuple[str, ...]:
    named = [found["who"] for found in WHOM.finditer(text)]
    return (re.sub(r"^the\s+", "", named[-1].strip(), flags=re.IGNORECASE),) if named else ()
