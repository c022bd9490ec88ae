"""One document or recommendation by what somebody names it: by its id, its address or its symbol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from qorgau.access.actor import Actor
from qorgau.treaty.facts.naming import SIGN, joined, key_of, own_key_of, slug_of
from qorgau.treaty.models import DocumentRow, RecommendationRow
from qorgau.treaty.queries.reach import documents_seen, recommendations_seen
from qorgau.treaty.refusal import NoSuchDocument, NoSuchRecommendation

_WHOLE, _SHORTEST = 64, 12
_HEX = frozenset("0123456789abcdef")


def recommendation_row(actor: Actor | None, name: str) -> RecommendationRow:
    """The recommendation named so; refused as unknown where the actor may not see it."""
    wanted = _by_id(name) if SIGN in name else _by_address(name)
    seen = recommendations_seen(RecommendationRow.objects.filter(wanted), actor)
    row = seen.order_by("held_back", "key").first()
    if row is None:
        raise NoSuchRecommendation
    return row


def recommendation_rows(actor: Actor | None, ids: Sequence[str]) -> list[RecommendationRow]:
    """Those with these ids, in this order; refused as unknown where the actor may not see one."""
    seen = recommendations_seen(RecommendationRow.objects.filter(recommendation_id__in=ids), actor)
    first: dict[str, RecommendationRow] = {}
    for row in seen.order_by("held_back", "key"):
        first.setdefault(row.recommendation_id, row)
    if not first.keys() >= set(ids):
        raise NoSuchRecommendation
    return [first[each] for each in ids]


def tracking_key(row: DocumentRow, leaf: str) -> str:
    """The object under which a leaf of this document is tracked: its body's own while the document is held back."""
    name = joined(row.stem, leaf)
    return own_key_of(name, row.body_id) if row.held_back and not row.published_on else key_of(name)


def keys_seen(actor: Actor | None, ids: Iterable[str]) -> dict[str, str]:
    """Id -> the object that the actor's page of it shows; the public one where nothing is tracked."""
    wanted = list(ids)
    rows = recommendations_seen(RecommendationRow.objects.filter(recommendation_id__in=wanted), actor)
    known = dict(rows.values_list("recommendation_id", "key"))
    return {each: known.get(each) or key_of(each) for each in wanted}


def _by_id(name: str) -> Q:
    return Q(recommendation_id=name)


def _by_address(name: str) -> Q:
    slug, _, leaf = name.rpartition("/") if name.count("/") == 1 else name.partition("/")
    return Q(slug=slug, leaf=leaf)


def document_row(actor: Actor | None, name: str) -> DocumentRow:
    """The document named so: by its id, the beginning of it, its symbol or its address; of several files the most trusted."""
    seen = documents_seen(DocumentRow.objects.all(), actor)
    row = most_trusted(seen.filter(_document(name))).first()
    if row is None:
        raise NoSuchDocument
    return row


def most_trusted(rows: QuerySet[DocumentRow]) -> QuerySet[DocumentRow]:
    """Of files of one symbol that which both sides hold, then the mandated body's, then the first that was accepted."""
    return rows.alias(unconfirmed=Q(confirmed_by=""), unaccepted=Q(accepted_at=None)).order_by(
        "unconfirmed", "-mandated", "unaccepted", "accepted_at", "taken_at", "document_id"
    )


def _document(name: str) -> Q:
    hexadecimal = bool(name) and set(name) <= _HEX
    if hexadecimal and len(name) == _WHOLE:
        return Q(document_id=name)
    by_name = Q(stem=name) | Q(slug=slug_of(name))
    return by_name | Q(document_id__startswith=name) if hexadecimal and len(name) >= _SHORTEST else by_name
