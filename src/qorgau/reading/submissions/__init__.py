"""Reads submissions of organisations: recommendations and questions, each with the article it belongs to."""

from __future__ import annotations

from qorgau.reading.document import Doubt, Parts
from qorgau.reading.reasons import reason
from qorgau.reading.source import Source
from qorgau.reading.submissions import assembling, prose, sameness, voices
from qorgau.reading.submissions.found import Wanted
from qorgau.reading.submissions.signing import organisations_of
from qorgau.reading.submissions.telling import looks_like
from qorgau.reading.submissions.walking import Walk

__all__ = ["looks_like", "read"]


def read(source: Source, header: object = None) -> Parts:
    """The paragraphs, demands and questions of a submission, and the organisations that sign it."""
    walked = Walk(source).run()
    wanted = sameness.merged(_counted(walked.wanted))
    found = assembling.recommendations(wanted)
    ids = {each.place: each.id for each in found}
    for each in found:
        ids.update(dict.fromkeys(each.also_at, each.id))
    paragraphs = assembling.paragraphs(source, walked.stretches, ids)
    return Parts(paragraphs, found, _doubts(wanted), organisations=organisations_of(source))


def _counted(wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """A bare "the State party should" counts where its chapter has no list of demands.

    Where all lists stand in one chapter, the chapters before only prepare it.
    """
    told_alone = (prose.BESIDE, voices.BARE, voices.OWN_VOICE, prose.ALONE, voices.PASSIVELY, voices.NEED)
    listed = {each.section.order for each in wanted if each.how not in told_alone}
    prepared = min(listed) if len(listed) == 1 else 0
    return tuple(
        each
        for each in wanted
        if not (listed and each.how == voices.PASSIVELY)
        and not (voices.is_bare(each) and (each.section.order in listed or each.section.order < prepared))
    )


def _doubts(wanted: tuple[Wanted, ...]) -> tuple[Doubt, ...]:
    if not wanted:
        return (
            Doubt(
                reason("submission_without"),
                None,
                reason("submission_without_why"),
            ),
        )
    unsure = [each for each in wanted if each.confidence < 0.6]
    return tuple(
        Doubt(
            reason("demand_unsure", text=each.text[:120]),
            each.place,
            reason("demand_unsure_why", how=each.how),
        )
        for each in unsure
    )
