"""The words of recommendations in the language of a page, where the record has them in several."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from qorgau.treaty.facts.naming import key_of
from qorgau.treaty.models import RecommendationTextRow


def texts_in(language: str, seen_ids: Collection[str]) -> Mapping[str, str]:
    """Id -> words in that language, of recommendations that the asker was shown already; others are left out."""
    ids = {key_of(each): each for each in seen_ids}
    rows = RecommendationTextRow.objects.filter(key__in=ids, language=language).order_by("-paraphrased")
    return {ids[row.key]: row.text for row in rows}
