"""One document or recommendation by what somebody names it: by its id, its address or its symbol."""

from __future__ import annotations

from django.db.models import Q

from qorgau.access.actor import Actor
from qorgau.treaty.facts.naming import SIGN, slug_of
from qorgau.treaty.models import DocumentRow, RecommendationRow
from qorgau.treaty.queries.reach import documents_seen, recommendations_seen
from qorgau.treaty.refusal import NoSuchDocument, NoSuchRecommendation

_WHOLE, _SHORTEST = 64, 12
_HEX = frozenset("0123456789abcdef")


def recommendation_row(actor: Actor | None, name: str) -> RecommendationRow:
    """The recommendation named so; refused as unknown where the actor may not see it."""
    wanted = _by_id(name) if SIGN in name else _by_address(name)
    row = recommendations_seen(RecommendationRow.objects.filter(wanted), actor).order_by("key").first()
    if row is None:
        raise NoSuchRecommendation
    return row


def _by_id(name: str) -> Q:
    return Q(recommendation_id=name)


def _by_address(name: str) -> Q:
    slug, _, leaf = name.rpartition("/") if name.count("/") == 1 else name.partition("/")
    return Q(slug=slug, leaf=leaf)


def document_row(actor: Actor | None, name: str) -> DocumentRow:
    """The document named so: by its id, the beginning of it, its symbol or its address; the first of several files."""
    seen = documents_seen(DocumentRow.objects.all(), actor)
    row = seen.filter(_document(name)).order_by("-accepted_at", "taken_at", "document_id").first()
    if row is None:
        raise NoSuchDocument
    return row


def _document(name: str) -> Q:
    hexadecimal = bool(name) and set(name) <= _HEX
    if hexadecimal and len(name) == _WHOLE:
        return Q(document_id=name)
    by_name = Q(stem=name) | Q(slug=slug_of(name))
    return by_name | Q(document_id__startswith=name) if hexadecimal and len(name) >= _SHORTEST else by_name
