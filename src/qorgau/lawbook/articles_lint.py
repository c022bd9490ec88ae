"""What must hold between articles, the standards they are held against, and the objections to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qorgau.lawbook.articles import Article, Holds, Standard, Version
from qorgau.lawbook.words import Confirmed


def article_findings(
    articles: Mapping[str, Article], standards: Mapping[str, Standard], cited: frozenset[str]
) -> Iterator[str]:
    """Everything wrong with the articles and standards."""
    for article in articles.values():
        for gap in (*_bearing(article, standards), *_cited(article, cited), *_objected(article)):
            yield f"{article.path}: {gap}"
    yield from _unanswered(articles, standards)
    for standard in standards.values():
        for element in standard.elements.values():
            if not element.source.startswith(tuple(cited)):
                yield f"{standard.path}: {element.id}: the source `{element.source}` is not in sources.yaml."


def _bearing(article: Article, standards: Mapping[str, Standard]) -> Iterator[str]:
    for name, elements in article.bears_on.items():
        standard = standards.get(name)
        if standard is None:
            yield f"there is no standard `{name}`."
            continue
        for element in elements:
            if element not in standard.elements:
                yield f"{name} has no element `{element}`."


def _cited(article: Article, cited: frozenset[str]) -> Iterator[str]:
    if article.code and article.code not in cited:
        yield f"the code `{article.code}` is not in sources.yaml."
    for version in article.versions:
        for source in _sources(version):
            if not source.startswith(tuple(cited)):
                yield f"{version.since}: the source `{source}` begins with no symbol of sources.yaml."
    last = article.versions[-1]
    if last.seen_on is None and last.confirmed is not Confirmed.MEMORY:
        yield f"{last.since}: the last version says `seen_on`, the last day on which a source shows it."
    for objection in article.objections:
        if objection.symbol not in cited:
            yield f"the objection's document `{objection.symbol}` is not in sources.yaml."


def _sources(version: Version) -> Iterator[str]:
    yield version.source
    yield from (state.source for state in version.elements.values() if state.source != version.source)


def _objected(article: Article) -> Iterator[str]:
    """Nothing counts as had on the day a committee objected to it; such an element is at best disputed."""
    for objection in article.objections:
        version = article.version_on(objection.made_on)
        if version is None:
            yield f"an objection of {objection.made_on} comes before the first version."
        elif version.elements[objection.element].holds is Holds.HAS:
            yield (
                f"`{objection.element}` stands as has, though {objection.symbol} para. {objection.paragraph} objects. "
                "Write disputed, or lacks."
            )


def _unanswered(articles: Mapping[str, Article], standards: Mapping[str, Standard]) -> Iterator[str]:
    """In a book with articles, each element of a standard has one that answers for it."""
    answered = {
        (name, element)
        for article in articles.values()
        for name, elements in article.bears_on.items()
        for element in elements
    }
    for standard in standards.values() if articles else ():
        for element in standard.elements:
            if (standard.id, element) not in answered:
                yield f"{standard.path}: no article answers for `{element}`."
