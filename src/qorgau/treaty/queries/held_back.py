"""Links between demands, of which one may stand in a document that somebody holds back: that it is linked would tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qorgau.access.actor import Actor
from qorgau.treaty.facts.naming import split
from qorgau.treaty.models import DocumentRow, LinkRow, RecommendationRow
from qorgau.treaty.queries.reach import documents_seen, recommendations_seen


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One word on a link: between which demands, of which body, when."""

    left: str
    right: str
    body: str
    at: int


class Links:
    """Which words on links an actor may know of."""

    def __init__(self, actor: Actor | None, judged: Iterable[Judged]) -> None:
        """Look up once what the demands of all these words stand in."""
        ids = {each for one in judged for each in (one.left, one.right)}
        stems = {split(each)[0] for each in ids}
        documents = DocumentRow.objects.filter(stem__in=stems)
        self._own_body = actor.body if actor else None
        self._held = set(documents.filter(held_back=True, published_on="").values_list("stem", "body_id"))
        self._seen = set(documents_seen(documents, actor).values_list("stem", flat=True))
        tracked = RecommendationRow.objects.filter(recommendation_id__in=ids)
        self._tracked = set(recommendations_seen(tracked, actor).values_list("recommendation_id", flat=True))
        self._public_since: dict[str, int] = {}
        self._note(documents_seen(documents, None).values_list("stem", "taken_at"))
        self._note(recommendations_seen(tracked, None).values_list("recommendation_id", "taken_at"))

    def shows(self, word: Judged) -> bool:
        """Whether the actor may know of this word."""
        if word.body == self._own_body:
            return True
        return all(
            self._is_known(each) and not self._is_own_work(each, word) for each in (word.left, word.right)
        )

    def _note(self, found: Iterable[tuple[str, int]]) -> None:
        for name, since in found:
            self._public_since[name] = min(since, self._public_since.get(name, since))

    def _is_known(self, demand: str) -> bool:
        """What stands in no document here is no secret; what stands in one is known to who sees it."""
        stem = split(demand)[0]
        held = any(name == stem for name, _ in self._held)
        return demand in self._tracked or stem in self._seen or not held

    def _is_own_work(self, demand: str, word: Judged) -> bool:
        """Whether it was said of a body's own copy, before everybody had one."""
        stem = split(demand)[0]
        known = [since for name in (stem, demand) if (since := self._public_since.get(name)) is not None]
        return (stem, word.body) in self._held and (not known or word.at < min(known))


def links_seen(actor: Actor | None, rows: Iterable[LinkRow]) -> list[LinkRow]:
    """Of these links those that the actor may know of."""
    told = [(row, Judged(left=row.left, right=row.right, body=row.body_id, at=row.at)) for row in rows]
    links = Links(actor, [word for _, word in told])
    return [row for row, word in told if links.shows(word)]
