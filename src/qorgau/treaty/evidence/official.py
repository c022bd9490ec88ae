"""Figures that others stated, beside the recommendations that the law files name for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qorgau.treaty.evidence.shapes import OfficialGroup
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.models import RecommendationRow
from qorgau.treaty.seats import book


def official_beside(row: RecommendationRow, figures: Sequence[str]) -> Iterator[OfficialGroup]:
    """Each topic with all its figures (law/kz/figures/official.yaml says where it stands)."""
    stated = book().official_figures
    for name in stated.beside(row.recommendation_id, subjects=from_lines(row.subjects), figures=figures):
        yield OfficialGroup(
            topic=name,
            title=stated.topics[name].title,
            figures=stated.about(name),
            disagreements=tuple(each for each in stated.disagreements if each.topic == name),
        )
