"""The two columns of a comparison: which demands pair with which, by number, and the words that both have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from qorgau.lawbook import Language
from qorgau.reading.linking import text_reuse
from qorgau.treaty.facts.naming import joined, split
from qorgau.treaty.facts.told import DocumentPage, LinkLine, SideBySide
from qorgau.treaty.web.links import link_said

_LIKELY = 0.35


def drawn(links: Iterable[LinkLine], language: Language, *, first: bool = True) -> list[dict[str, Any]]:
    """The links that are drawn, numbered: all that people judged, and each demand's likeliest proposal.

    first: without it, every proposal.
    """
    kept = [
        each
        for each in links
        if each.judgement is not None or not first or (each.rank == 1 and (each.score or 0) >= _LIKELY)
    ]
    return [{**link_said(each, language), "number": place} for place, each in enumerate(kept, start=1)]


def columns(found: SideBySide, links: Sequence[dict[str, Any]], language: Language) -> list[dict[str, Any]]:
    """Both columns, each demand with the numbers of its links and the words that it shares with the first of them."""
    return [
        _column(found.left, found.right, links, near="left", far="right"),
        _column(found.right, found.left, links, near="right", far="left"),
    ]


def _column(
    page: DocumentPage, other: DocumentPage, links: Sequence[dict[str, Any]], *, near: str, far: str
) -> dict[str, Any]:
    texts = {joined(other.line.stem, each.id): each.text for each in other.document.recommendations}
    items = []
    for each in page.document.recommendations:
        name = joined(page.line.stem, each.id)
        mine = [link for link in links if link[near] == name]
        pairs = [
            {
                "number": link["number"],
                "from": f"{near}-{each.id}",
                "to": f"{far}-{split(link[far])[1]}",
                "leaf": split(link[far])[1],
                "judgement": link["judgement"] or "proposed",
            }
            for link in mine
        ]
        against = [texts[link[far]] for link in mine if link[far] in texts]
        items.append(
            {
                "id": each.id,
                "anchor": f"{near}-{each.id}",
                "text": shared(each.text, against, page.document.language, other.document.language),
                "pairs": pairs,
                "links": mine,
                "heading": each.heading or "",
            }
        )
    return {"side": near, "line": page.line, "language": page.document.language, "items": items}


def shared(text: str, others: Sequence[str], language: str, other_language: str) -> SafeString:
    """A text with the words marked that the linked ones have too; across languages nothing is marked."""
    if language != other_language:
        return format_html("{}", text)
    parts, at = [], 0
    for start, end in _runs(text, others, language):
        if end <= at:
            continue
        begin = max(start, at)
        parts.append(format_html("{}", text[at:begin]))
        parts.append(format_html('<mark class="q-mark-same">{}</mark>', text[begin:end]))
        at = end
    return mark_safe("".join([*parts, format_html("{}", text[at:])]))  # noqa: S308 - every part is escaped


def _runs(text: str, others: Sequence[str], language: str) -> list[tuple[int, int]]:
    spans = (span for other in others for span in text_reuse(text, other, language=language).spans)
    return sorted((span.left_start, span.left_end) for span in spans)
