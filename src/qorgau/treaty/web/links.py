"""Links of one recommendation in words: the same demand in other cycles and documents, judged or only proposed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qorgau.lawbook import Language
from qorgau.treaty.facts.leaf_words import id_label
from qorgau.treaty.facts.naming import address_of, split
from qorgau.treaty.facts.told import Earlier, LinkLine, RecommendationPage
from qorgau.treaty.facts.words import Judgement
from qorgau.treaty.web.words import STANDS_COLOURS, body_word, committee_word, grade_said, phrase
from qorgau.wording import say, say_day, state_name


def history_said(found: RecommendationPage, language: Language) -> list[dict[str, Any]]:
    """The same demand over the cycles, the oldest first, this one among them."""
    if not found.history:
        return []
    own = found.line
    every = sorted((*found.history, _own(found, language)), key=lambda each: _cycle(each.cycle))
    return [
        {
            "id": each.id,
            "is_own": each.id == own.id,
            "address": address_of(each.id),
            "committee": committee_word(each.committee, language),
            "cycle": each.cycle,
            "text": each.text,
            "language": each.language,
            "stands": phrase("stands", each.stands.value, language),
            "colour": STANDS_COLOURS[each.stands],
            "grade": grade_said(each.grade, language),
            "on": say_day(each.assessed_on, language) if each.assessed_on else "",
        }
        for each in every
    ]


def _own(found: RecommendationPage, language: Language) -> Earlier:
    """The recommendation itself, as one of its history; in the language of the page where the record has it."""
    line, told = found.line, found.texts.get(language.value)
    return Earlier(
        id=line.id,
        committee=line.committee,
        cycle=line.cycle,
        text=told or line.text,
        language=language.value if told else line.language,
        stands=line.stands.at,
        grade=line.grade,
        assessed_on=None,
    )


def _cycle(cycle: str) -> int:
    first = cycle.split("-")[0]
    return int(first) if first.isdigit() else 0


def links_said(found: RecommendationPage, language: Language) -> list[dict[str, Any]]:
    """The links that people judged."""
    return [link_said(each, language) for each in found.links]


def proposals_said(found: Iterable[LinkLine], language: Language) -> list[dict[str, Any]]:
    """Demands that may be the same, the likeliest first."""
    return [link_said(each, language) for each in found]


def link_said(each: LinkLine, language: Language) -> dict[str, Any]:
    """One link: to what, how it is known, how sure, and what people said of it."""
    judged = each.judgement
    return {
        "left": each.left,
        "right": each.right,
        "left_leaf": split(each.left)[1],
        "right_leaf": split(each.right)[1],
        "right_label": id_label(each.right, language),
        "address": address_of(each.right) if each.right_text else None,
        "text": each.right_text,
        "language": each.right_language,
        "how_code": each.how,
        "how": phrase("how", each.how, language) if each.how else "",
        "rank": each.rank,
        "score": percent(each.score),
        "margin": percent(each.margin),
        "why": [why.said(language) for why in each.why],
        "judgement": judged.value if judged else "",
        "word": phrase("link", judged.value, language) if judged else say("treaty.link_proposed", language),
        "colour": {Judgement.CONFIRMED: "green", Judgement.REFUSED: "grey"}.get(judged, "amber") if judged else "amber",
        "reason": each.reason,
        "body": body_word(each.body, language),
        "states": say(
            "treaty.two_states", language, left=state_name(each.states[0], language),
            right=state_name(each.states[1], language),
        ) if each.states else "",
    }  # fmt: skip


def percent(share: float | None) -> str:
    """A share as the page writes it."""
    return "" if share is None else f"{round(share * 100)}\N{NO-BREAK SPACE}%"
