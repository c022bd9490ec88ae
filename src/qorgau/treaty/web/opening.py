"""Opening things from a page: what may not be seen is not told from what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404

from qorgau.access.actor import Actor
from qorgau.treaty.facts.told import DocumentPage, RecommendationPage
from qorgau.treaty.queries import document, recommendation
from qorgau.treaty.refusal import NoSuchDocument, NoSuchRecommendation, NoSuchThing
from qorgau.wording.templatetags.wording import active_language


@contextmanager
def found_or_404() -> Iterator[None]:
    """Answer 404 where there is no such thing for this actor."""
    try:
        yield
    except (NoSuchDocument, NoSuchRecommendation, NoSuchThing) as refusal:
        raise Http404(refusal.said(active_language())) from refusal


def seen_recommendation(actor: Actor | None, stem: str, leaf: str, *, now: int) -> RecommendationPage:
    """The recommendation of an address."""
    with found_or_404():
        return recommendation(actor, f"{stem}/{leaf}", as_of=now)


def seen_document(actor: Actor | None, document_id: str, *, now: int) -> DocumentPage:
    """The document of an address."""
    with found_or_404():
        return document(actor, document_id, as_of=now)
