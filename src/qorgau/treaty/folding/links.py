"""Fold what people judged of links, and the days they set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Model

from qorgau.recording.history import RecordedEntry
from qorgau.treaty.entries import DEADLINE_MET, DEADLINE_SET, LINK_JUDGED
from qorgau.treaty.facts.entry_facts import counted, in_lines, listed, of_kind, text
from qorgau.treaty.models import LinkRow, OwnDeadlineRow


def fold_link(link_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The row of one link: the last word stands, the others stay in its history."""
    judged = [each.entry for each in of_kind(counted(entries), LINK_JUDGED)]
    if not judged:
        return
    last = judged[-1]
    yield LinkRow(
        link_id=link_id,
        left=text(last, "left"),
        right=text(last, "right"),
        judgement=text(last, "judgement"),
        how=text(last, "how"),
        reason=text(last, "reason"),
        body_id=last.for_body,
        at=last.recorded,
    )


def fold_deadline(deadline_id: str, entries: Sequence[RecordedEntry]) -> Iterable[Model]:
    """The row of one day that was set; or of the word that a document's deadline was met."""
    standing = counted(entries)
    first = next((each.entry for each in of_kind(standing, DEADLINE_SET, DEADLINE_MET)), None)
    if first is None:
        return
    met = [each.entry for each in of_kind(standing, DEADLINE_MET)]
    yield OwnDeadlineRow(
        deadline_id=deadline_id,
        what=text(first, "what"),
        due=text(first, "due"),
        document_id=text(first, "document"),
        recommendations=in_lines(listed(first, "recommendations")),
        committee=text(first, "committee"),
        note=text(first, "note"),
        source=text(first, "source"),
        body_id=first.for_body,
        set_at=first.recorded,
        met_on=text(met[-1], "on") if met else "",
        met_note=text(met[-1], "note") if met else "",
        meets=text(first, "meets"),
    )
