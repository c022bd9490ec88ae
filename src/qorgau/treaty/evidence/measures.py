"""By what a recommendation is measured: what the catalogue says, and what people added or set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qorgau.lawbook.recommendations import MeasuredBy
from qorgau.treaty.facts.told import Tied
from qorgau.treaty.facts.words import Tie
from qorgau.treaty.models import RecommendationRow, TieRow
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.seats import book


def require_measure(tie: Tie, name: str) -> None:
    """Refuse a safeguard, figure or article that the law files do not know."""
    known = {Tie.SAFEGUARD: book().safeguards, Tie.FIGURE: book().measures, Tie.ARTICLE: book().articles}[tie]
    if name not in known:
        raise TreatyRefusal("no_such_measure", field="name", name=name)


def ties_of(row: RecommendationRow) -> tuple[Tied, ...]:
    """What measures a recommendation, and who says so: "" for the catalogue, a body otherwise.

    What a person set aside is left out here; the timeline shows who did.
    """
    return ties_of_each([row])[row.key]


def ties_of_each(rows: Iterable[RecommendationRow]) -> Mapping[str, tuple[Tied, ...]]:
    """The same of many, by the object of each."""
    ids = {row.key: row.recommendation_id for row in rows}
    said = {key: dict[tuple[str, str], TieRow]() for key in ids}
    for each in TieRow.objects.filter(key__in=ids).order_by("tie", "name"):
        said[each.key][each.tie, each.name] = each
    return {key: _ties(ids[key], said[key]) for key in ids}


def _ties(recommendation_id: str, said: Mapping[tuple[str, str], TieRow]) -> tuple[Tied, ...]:
    asked = book().asked(recommendation_id)
    own = _of(asked.measured_by) if asked is not None else []
    kept = [
        Tied(tie=tie, name=name, by_body="", reason="")
        for tie, name in own
        if (tie.value, name) not in said or said[tie.value, name].holds
    ]
    added = [
        Tied(tie=Tie(each.tie), name=each.name, by_body=each.body_id, reason=each.reason)
        for (tie, name), each in said.items()
        if each.holds and (Tie(tie), name) not in own
    ]
    return (*kept, *added)


def _of(measured: MeasuredBy) -> list[tuple[Tie, str]]:
    groups = (
        (Tie.SAFEGUARD, measured.safeguards),
        (Tie.FIGURE, measured.figures),
        (Tie.ARTICLE, measured.articles),
    )
    return [(tie, name) for tie, names in groups for name in names]
