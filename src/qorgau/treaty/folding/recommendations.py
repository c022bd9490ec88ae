"""Fold a recommendation: whose it is, its words, its classes, and what its state is told from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model

from qorgau.ledger.entry import Entry
from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import CLASSIFIED, DOCUMENT, DOCUMENT_PUBLISHED, RECOMMENDATION_TAKEN
from qorgau.treaty.facts.entry_facts import (
    counted,
    group,
    in_lines,
    listed,
    named,
    number,
    of_kind,
    text,
    yes,
)
from qorgau.treaty.facts.files_of_one_symbol import (
    Confirmed,
    confirmed_by_both,
    distrust,
    is_paraphrase,
    words_that_stand,
)
from qorgau.treaty.facts.naming import joined, key_of, slug_of, split
from qorgau.treaty.facts.searching import searched
from qorgau.treaty.folding.recommendation_days import days_due, last_assessed, plan_of, replied_on
from qorgau.treaty.folding.recommendation_rows import (
    now_responsible,
    part_rows,
    responsible_rows,
    text_rows,
    tie_rows,
)
from qorgau.treaty.models import RecommendationRow, SubjectRow

_CLASSES = ("subjects", "people", "sdg", "measures")


def fold_recommendation(key: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The rows of one recommendation; none before it was taken."""
    standing = counted(entries)
    taken = of_kind(standing, RECOMMENDATION_TAKEN)
    own = bool(taken) and key != key_of(text(taken[0].entry, "id"))
    if own:  # what its body published is tracked under the name that everybody uses
        taken = _still_held_back(taken, standing)
    if not taken:
        return
    confirmed = confirmed_by_both(standing)
    classes = _classes(taken, standing, confirmed)
    yield _row(key, taken, standing, classes, held_back=own)
    yield from text_rows(key, taken, confirmed)
    for subject in dict.fromkeys(classes["subjects"]):
        yield SubjectRow(row_id=f"{key}/{subject}", key=key, subject=subject)
    yield from responsible_rows(key, standing)
    yield from tie_rows(key, standing)
    yield from part_rows(key, standing)


def _still_held_back(
    taken: Sequence[RecordedEntry], standing: Sequence[RecordedEntry]
) -> list[RecordedEntry]:
    published = {named(each.entry, DOCUMENT) for each in of_kind(standing, DOCUMENT_PUBLISHED)}
    return [each for each in taken if text(each.entry, "document") not in published]


def _row(
    key: str,
    taken: Sequence[RecordedEntry],
    standing: Sequence[RecordedEntry],
    classes: dict[str, Any],
    *,
    held_back: bool,
) -> RecommendationRow:
    confirmed = confirmed_by_both(standing)
    best, anchor = _best(taken, confirmed), _anchor(taken, confirmed)
    stem, leaf = split(text(best, "id"))
    return RecommendationRow(
        key=key,
        recommendation_id=text(best, "id"),
        stem=stem,
        slug=slug_of(stem),
        leaf=leaf,
        place=number(anchor, "place") or 0,
        document_id=text(best, "document"),
        kind=text(best, "kind"),
        sender=text(anchor, "sender"),
        committee=text(anchor, "committee"),
        state=text(anchor, "state"),
        cycle=text(anchor, "cycle"),
        symbol=text(anchor, "symbol"),
        heading=text(best, "heading"),
        text=text(best, "text"),
        language=text(best, "language"),
        paragraph=text(best, "paragraph"),
        paraphrased=text(best, "words_are") == "paraphrase",
        follow_up=yes(anchor, "follow_up"),
        **days_due(anchor, standing),
        subjects=in_lines(classes["subjects"]),
        people=in_lines(classes["people"]),
        sdg=in_lines(classes["sdg"]),
        measures=in_lines(classes["measures"]),
        strength=str(classes["strength"]),
        classes_by=str(classes["by"]),
        classes_why=str(classes["why"]),
        **now_responsible(standing),
        **plan_of(standing),
        replied_on=replied_on(standing),
        **last_assessed(standing),
        held_back=held_back,
        holders=f"\n{in_lines(sorted({each.entry.for_body for each in taken}))}\n",
        taken_at=taken[0].entry.recorded,
        search=_search(taken, stem, leaf),
        reiterates=in_lines(
            dict.fromkeys(said for each in taken for said in listed(each.entry, "reiterates"))
        ),
    )


def _best(taken: Sequence[RecordedEntry], confirmed: Confirmed) -> Entry:
    """The words shown first: the document's own before a paraphrase, the most trusted file's, English before others."""

    def order(each: RecordedEntry) -> tuple[bool, int, bool]:
        return is_paraphrase(each), distrust(each, confirmed), text(each.entry, "language") != "en"

    return min(words_that_stand(taken, confirmed=confirmed), key=order).entry


def _anchor(taken: Sequence[RecordedEntry], confirmed: Confirmed) -> Entry:
    """What says whose it is and by when: the law's own files, which lawyers review; else the most trusted file."""
    return min(taken, key=lambda each: (not _is_of_the_law(each), distrust(each, confirmed))).entry


def _is_of_the_law(taken: RecordedEntry) -> bool:
    """Whether the law's files say it; what came from somebody's list gives way to the document itself."""
    return is_paraphrase(taken) and not text(taken.entry, "listed_in")


def _search(taken: Sequence[RecordedEntry], stem: str, leaf: str) -> str:
    texts = [
        (language, words)
        for each in taken
        for language, words in (
            (text(each.entry, "language"), text(each.entry, "heading")),
            (text(each.entry, "language"), text(each.entry, "text")),
            *((name, str(other)) for name, other in group(each.entry, "texts").items()),
        )
    ]
    return searched(texts, as_written=(joined(stem, leaf), leaf))


def _classes(
    taken: Sequence[RecordedEntry], standing: Sequence[RecordedEntry], confirmed: Confirmed
) -> dict[str, Any]:
    """A person's word stands over whatever any classifier said, before or after."""
    person = of_kind(standing, CLASSIFIED)
    entry = person[-1].entry if person else _best(taken, confirmed)
    said: dict[str, Any] = group(entry, "classes")
    return {
        **{name: [str(word) for word in said.get(name, ())] for name in _CLASSES},
        "strength": said.get("strength", ""),
        "by": entry.for_body if person else "",
        "why": text(entry, "reason") if person else json.dumps(said.get("why", []), ensure_ascii=False),
    }
