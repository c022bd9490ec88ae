"""Which stated figures stand beside a recommendation: by its subjects, and by the figures that measure it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from qorgau.treaty.evidence.measures import ties_of
from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.words import Tie
from qorgau.treaty.models import RecommendationRow

_CASES = ("torture_cases_2018_2022", "share_reaching_court", "ngo_complaints_2022")
_JANUARY = (
    "january_2022_cases",
    "january_2022_officials",
    "january_2022_detained",
    "january_2022_deaths",
    "taldykorgan",
)
_OF_SUBJECT: Mapping[str, tuple[str, ...]] = {
    "impunity": (*_JANUARY, *_CASES),
    "emergency": _JANUARY,
    "investigation": _CASES,
    "complaints": _CASES,
    "coerced_evidence": ("forced_statements",),
    "redress": ("compensation",),
    "npm": ("npm_scope",),
    "expression_and_assembly": ("kettling",),
    "use_of_force": ("kettling",),
    "closed_institutions": ("residential_institutions",),
    "deaths_in_custody": ("deaths_in_custody_january",),
    "conditions_of_detention": ("prisons",),
    "health_care": ("prisons",),
}
_OF_FIGURE: Mapping[str, tuple[str, ...]] = {
    "complaints_torture": _CASES,
    "complaints_in_court": _CASES,
    "deaths_in_custody": ("deaths_in_custody_january",),
    "crowding": ("prisons",),
}


def topics_of(row: RecommendationRow, *, known: Collection[str]) -> tuple[str, ...]:
    """The topics, each once; only those on which somebody stated a figure."""
    figures = [each.name for each in ties_of(row) if each.tie is Tie.FIGURE]
    found = [topic for subject in from_lines(row.subjects) for topic in _OF_SUBJECT.get(subject, ())]
    found += [topic for figure in figures for topic in _OF_FIGURE.get(figure, ())]
    return tuple(topic for topic in dict.fromkeys(found) if topic in known)
