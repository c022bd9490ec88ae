"""What a body tracked from a file that it held back is told to all when it publishes the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qorgau.recording.drafts import Draft
from qorgau.recording.history import RecordedEntry, history, standing
from qorgau.treaty.actions.acting import NO, Act
from qorgau.treaty.entries import (
    ALTERNATIVE,
    CLASSIFIED,
    DOCUMENT,
    MEASURE_TIED,
    RECOMMENDATION,
    RECOMMENDATION_TAKEN,
)
from qorgau.treaty.facts.entry_facts import of_kind, text
from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.models import DocumentRow, PartRow, RecommendationRow


@dataclass(frozen=True, kw_only=True)
class OwnCopy:
    """One recommendation as a body tracks it from its own file; work: what it said of it, where nobody else had one."""

    key: str
    public_key: str
    taken: RecordedEntry
    work: tuple[RecordedEntry, ...]
    alternatives: tuple[str, ...]

    def told_to_all(self, act: Act) -> Iterator[Draft]:
        """The same under the name that everybody uses."""
        facts = {**self.taken.entry.facts, "held_back": NO}
        document = list(self.taken.entry.objects[DOCUMENT])
        objects = {RECOMMENDATION: [self.public_key], DOCUMENT: document}
        yield act.draft(RECOMMENDATION_TAKEN, part=f"taken/{self.key}", objects=objects, facts=facts)
        for number, each in enumerate(self.work):
            yield act.draft(
                each.entry.kind,
                part=f"work/{self.key}/{number}",
                objects={RECOMMENDATION: [self.public_key]},
                facts=each.entry.facts,
            )


def own_copies(row: DocumentRow) -> list[OwnCopy]:
    """Everything that its body tracks from a document that it holds back."""
    mine = RecommendationRow.objects.filter(stem=row.stem, held_back=True)
    mine = mine.filter(holders__contains=f"\n{row.body_id}\n").order_by("place", "key")
    found = (_own_copy(row, each) for each in mine)
    return [each for each in found if each is not None]


def _own_copy(document: DocumentRow, row: RecommendationRow) -> OwnCopy | None:
    entries = standing(history(RECOMMENDATION, row.key))
    taken = [
        each
        for each in of_kind(entries, RECOMMENDATION_TAKEN)
        if text(each.entry, "document") == document.document_id
    ]
    if not taken:
        return None
    public = key_of(row.recommendation_id)
    alone = not RecommendationRow.objects.filter(key=public).exists()
    parts = PartRow.objects.filter(key=row.key, role=ALTERNATIVE).order_by("thing_id")
    return OwnCopy(
        key=row.key,
        public_key=public,
        taken=taken[-1],
        work=tuple(_last_words(entries)) if alone else (),
        alternatives=tuple(parts.values_list("thing_id", flat=True)),
    )


def _last_words(entries: tuple[RecordedEntry, ...]) -> Iterator[RecordedEntry]:
    yield from of_kind(entries, CLASSIFIED)[-1:]
    ties = {
        (text(each.entry, "tie"), text(each.entry, "name")): each for each in of_kind(entries, MEASURE_TIED)
    }
    yield from ties.values()
