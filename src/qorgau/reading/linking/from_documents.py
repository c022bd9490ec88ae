"""The recommendations of a document as items to be linked."""

from __future__ import annotations

from qorgau.reading.document import Document, Recommendation
from qorgau.reading.linking.links import Item, Reiterated

_HASH = 12  # letters of the file's hash that stand for a symbol where there is none


def items_of(document: Document) -> tuple[Item, ...]:
    """Each recommendation and question once; ids are "<symbol>#<leaf>", without a symbol the beginning of the file's hash."""
    whole = document.symbol or document.source.sha256[:_HASH]
    articles = {paragraph.number: paragraph.articles for paragraph in document.paragraphs}
    return tuple(
        _item(each, whole, articles.get(each.paragraph, ()), document) for each in document.recommendations
    )


def _item(recommendation: Recommendation, whole: str, articles: tuple[str, ...], document: Document) -> Item:
    treaty = f"{document.committee} " if document.committee else ""
    named = (*((recommendation.article,) if recommendation.article else ()), *articles)
    return Item(
        id=f"{whole}#{recommendation.id}",
        text=recommendation.text,
        language=document.language,
        symbol=document.symbol,
        paragraph=recommendation.id,
        reiterates=tuple(Reiterated(each.symbol, each.paragraphs) for each in recommendation.reiterates),
        heading=recommendation.heading,
        cycle=document.cycle,
        articles=tuple(each if each.startswith(treaty) else treaty + each for each in named),
    )
