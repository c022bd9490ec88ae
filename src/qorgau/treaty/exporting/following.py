"""What became of many recommendations at once, as tables count it: a few questions to the store for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from qorgau.access.actor import Actor
from qorgau.treaty.entries import ACTION, ALTERNATIVE, ASSESSMENT, REPLY
from qorgau.treaty.evidence.measures import ties_of
from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.facts.told import Line, PlannedAction, Reply, Tied
from qorgau.treaty.facts.words import Judgement
from qorgau.treaty.models import (
    ActionRow,
    AlternativeRow,
    AssessmentRow,
    DocumentRow,
    LinkRow,
    PartRow,
    RecommendationRow,
    ReplyRow,
)
from qorgau.treaty.queries.finding import keys_seen
from qorgau.treaty.queries.following import told_actions, told_replies
from qorgau.treaty.queries.held_back import links_seen
from qorgau.treaty.queries.reach import alternatives_seen, documents_seen, recommendations_seen, replies_seen

_AT_ONCE = 500
Row = TypeVar("Row", ActionRow, ReplyRow, AssessmentRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One recommendation with what became of it, as far as the actor sees it."""

    line: Line
    actions: tuple[PlannedAction, ...]
    replies: tuple[Reply, ...]
    alternatives: int
    assessed: AssessmentRow | None
    links: int
    document: str


def followed(actor: Actor | None, lines: Sequence[Line], *, as_of: int) -> Iterator[Followed]:
    """Each recommendation in the order given."""
    for start in range(0, len(lines), _AT_ONCE):
        yield from _followed(actor, lines[start : start + _AT_ONCE], as_of=as_of)


def _followed(actor: Actor | None, lines: Sequence[Line], *, as_of: int) -> Iterator[Followed]:
    keys = keys_seen(actor, [each.id for each in lines])
    parts = _parts(list(keys.values()))
    actions = {each.id: each for each in told_actions(_rows(ActionRow, parts, ACTION), as_of=as_of)}
    sent = told_replies(actor, replies_seen(_rows(ReplyRow, parts, REPLY), actor))
    replies = {each.id: each for each in sent}
    found = AlternativeRow.objects.filter(pk__in=_ids(parts, ALTERNATIVE))
    alternatives = set(alternatives_seen(found, actor).values_list("alternative_id", flat=True))
    assessments = {each.assessment_id: each for each in _rows(AssessmentRow, parts, ASSESSMENT)}
    links, documents = _links(actor, {each.id for each in lines}), _documents(actor, lines)
    for line in lines:
        named = parts[keys[line.id]]
        judged = [assessments[each] for each in named[ASSESSMENT] if each in assessments]
        yield Followed(
            line=line,
            actions=tuple(
                sorted(
                    (actions[each] for each in named[ACTION] if each in actions),
                    key=lambda each: (each.due, each.id),
                )
            ),
            replies=tuple(replies[each] for each in named[REPLY] if each in replies),
            alternatives=len(alternatives & set(named[ALTERNATIVE])),
            assessed=max(judged, key=lambda each: (each.on, each.entered_at), default=None),
            links=links[line.id],
            document=documents.get(line.stem, ""),
        )


_Parts = Mapping[str, Mapping[str, list[str]]]


def _parts(keys: Sequence[str]) -> _Parts:
    """Of each recommendation, by their sort, the ids of what concerns it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, role, thing in PartRow.objects.filter(key__in=keys).values_list("key", "role", "thing_id"):
        found[key][role].append(thing)
    return found


def _ids(parts: _Parts, role: str) -> set[str]:
    return {each for named in parts.values() for each in named[role]}


def _rows(kind: type[Row], parts: _Parts, role: str) -> list[Row]:
    return list(kind._default_manager.filter(pk__in=_ids(parts, role)))


def _links(actor: Actor | None, ids: set[str]) -> Mapping[str, int]:
    """How many demands that the actor sees people confirmed to be the same."""
    confirmed = LinkRow.objects.filter(judgement=Judgement.CONFIRMED.value)
    judged = [row for row in confirmed if row.left in ids or row.right in ids]
    pairs = [(row.left, row.right) for row in links_seen(actor, judged)]
    ends = RecommendationRow.objects.filter(recommendation_id__in={each for pair in pairs for each in pair})
    seen = set(recommendations_seen(ends, actor).values_list("recommendation_id", flat=True))
    counts: dict[str, int] = defaultdict(int)
    for left, right in pairs:
        counts[left] += right in seen
        counts[right] += left in seen
    return counts


def _documents(actor: Actor | None, lines: Iterable[Line]) -> Mapping[str, str]:
    """The file of each document that nobody holds back."""
    rows = documents_seen(DocumentRow.objects.filter(stem__in={each.stem for each in lines}), actor)
    return {
        row.stem: row.file_sha256
        for row in rows.order_by("-taken_at")
        if not row.held_back or row.published_on
    }


def ties(line: Line) -> tuple[Tied, ...]:
    """What measures it."""
    row = RecommendationRow.objects.filter(key=key_of(line.id)).first()
    return ties_of(row) if row is not None else ()
