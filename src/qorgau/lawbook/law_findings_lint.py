"""What must hold of findings about the law: every language, and articles whose versions tell the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qorgau.lawbook.articles import Article, Holds, Version
from qorgau.lawbook.law_findings import LawFinding, Status
from qorgau.lawbook.words import Language

if TYPE_CHECKING:
    from qorgau.lawbook.book import Lawbook


def finding_gaps(book: Lawbook) -> Iterator[str]:
    """Every finding that lacks a language, whose articles are unknown, or whose versions tell another story."""
    for finding in book.findings.values():
        yield from (f"findings.yaml: {finding.id}: {gap}" for gap in _unsaid(finding))
        for name, elements in finding.held_against.items():
            article = book.articles.get(name)
            gaps = (
                [f"there is no article `{name}`."] if article is None else _gaps(finding, article, elements)
            )
            yield from (f"findings.yaml: {finding.id}: {gap}" for gap in gaps)


def _unsaid(finding: LawFinding) -> Iterator[str]:
    """A reader of any of the three languages reads the whole finding."""
    texts = {"title": (finding.title,), "law": (finding.law,), "standard": (finding.standard,)}
    for name, said in {**texts, "disputed_by": finding.disputed_by}.items():
        for text in said:
            if missing := [language.value for language in Language if not text.get(language)]:
                yield f"`{name}` is missing in {', '.join(missing)}."


def _gaps(finding: LawFinding, article: Article, elements: tuple[str, ...]) -> Iterator[str]:
    known = {element for listed in article.bears_on.values() for element in listed}
    for element in elements:
        if element not in known:
            yield f"{article.id} has no element `{element}`."
            return
    if not elements:
        yield f"name the elements of {article.id} that it is about."
    last = article.versions[-1]
    if finding.status is Status.OPEN and elements and _has_all(last, elements):
        yield f"it is open, though the version of {last.since} of {article.id} has every element. Mend one of the two."
    if (
        finding.until is not None
        and (then := article.version_on(finding.until))
        and not _has_all(then, elements)
    ):
        yield f"it is mended since {finding.until}, though {article.id} lacks an element then. Mend one of the two."


def _has_all(version: Version, elements: tuple[str, ...]) -> bool:
    return all(version.elements[element].holds is Holds.HAS for element in elements)
