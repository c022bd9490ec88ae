"""What a committee asks to be answered first: the paragraphs chosen for follow-up, and by when."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qorgau.reading.citing import deadlines, paragraph_refs, sentences
from qorgau.reading.citing.paragraph_refs import ParagraphsNamed
from qorgau.reading.citing.passage import Passage
from qorgau.reading.document import Deadline, Doubt, FollowUp
from qorgau.reading.reasons import reason

# "rule 75, paragraph 1" and "paragraph 1 of article 19" are no paragraphs of the document
_BEFORE: Final = 80  # so far back a rule can be named that a number is of
_OF_A_RULE_BEFORE: Final = re.compile(
    r"\b(?:rules?|articles?|arts?\.?|resolutions?|правил[а-я]*|стать[а-я]+|art[íi]culos?|art\.)\s+[\d/()\sa-z]{1,12},?\s*$",
    re.IGNORECASE,
)
_OF_A_RULE_AFTER: Final = re.compile(
    r"\s*,?\s*(?:of|to)\s+(?:the\s+|its\s+)?(?:rules?|articles?|annex|guidelines|resolution|general)|\s*,?\s*d(?:el?|u|e\s+l[ae’])\s*(?:reglamento|règlement|artículo|article|anexo|annexe|resolución|résolution)|\s*(?:правил|стать)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FollowUpFound:
    """The follow-up that a document asks for, with doubts about paragraphs that it does not have."""

    follow_up: FollowUp | None
    doubts: tuple[Doubt, ...] = ()


def find(
    passages: Sequence[Passage], found: Sequence[Deadline], known: Collection[str] = ()
) -> FollowUpFound:
    """The paragraphs chosen, from sentences that set a deadline for follow-up; `known` are the document's leaf ids."""
    due = [one for one in found if one.what == deadlines.FOLLOW_UP]
    targets: list[str] = []
    used: list[Deadline] = []
    for passage in passages:
        for named, deadline in _asked(passage, due):
            targets += [name for name in named if name not in targets]
            used.append(deadline)
    if not used:
        return FollowUpFound(FollowUp(due[0].due, ()) if due else None)
    doubts = tuple(_doubt(name, used[0]) for name in targets if known and name not in known)
    return FollowUpFound(FollowUp(used[0].due, tuple(targets)), doubts)


def _asked(passage: Passage, due: Sequence[Deadline]) -> Iterator[tuple[list[str], Deadline]]:
    for start, end in sentences.spans(passage.text):
        place = passage.part(start, end)
        within = [one for one in due if place.start <= one.place.start < place.end]
        named = targets_in(passage.text[start:end])
        if within and named:
            yield named, within[0]


def targets_in(sentence: str) -> list[str]:
    """The document's own paragraphs that a sentence names."""
    ids: list[str] = []
    for one in paragraph_refs.find(sentence):
        if is_own(sentence, one):
            ids += [name for name in one.ids if name not in ids]
    return ids


def is_own(sentence: str, named: ParagraphsNamed) -> bool:
    """Whether paragraphs are of a document, not of a rule or an article."""
    of_a_rule = _OF_A_RULE_BEFORE.search(
        sentence[max(0, named.start - _BEFORE) : named.start]
    ) or _OF_A_RULE_AFTER.match(sentence, named.end)
    return of_a_rule is None


def _doubt(name: str, deadline: Deadline) -> Doubt:
    return Doubt(
        reason("doubt_follow_up"),
        deadline.place,
        reason("target_unknown", name=name),
    )
