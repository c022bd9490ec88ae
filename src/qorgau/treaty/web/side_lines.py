"""The two columns of a comparison: which demands pair with which, by number, and the words that both have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from qorgau.lawbook import Language
from qorgau.reading.linking import text_reuse
from qorgau.reading.linking.links import Taken
from qorgau.treaty.facts.leaf_words import leaf_label
from qorgau.treaty.facts.naming import joined, split
from qorgau.treaty.facts.told import DocumentPage, LinkLine, SideBySide
from qorgau.treaty.facts.words import Judgement
from qorgau.treaty.web.links import link_said
from qorgau.treaty.web.taken import TakenSide, tag_said

_LIKELY = 0.35
SHOWN = ("", "linked", "taken_up", "partly", "alone")
"""What a comparison can be narrowed to; the answers of a committee only where an organisation asked."""


def drawn(
    links: Iterable[LinkLine], also: Iterable[LinkLine], language: Language
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The links that are drawn, numbered, and those that are only listed: less likely ones, and refused ones.

    Drawn are those that people confirmed, each demand's likeliest proposal, and `also` what an answer rests on.
    """
    every = {(each.left, each.right): each for each in (*links, *also)}
    told = {(each.left, each.right) for each in also}
    kept = [
        each
        for each in every.values()
        if _confirmed(each) or (each.left, each.right) in told or _likely(each)
    ]
    rest = [each for each in every.values() if each not in kept]
    numbered = [{**link_said(each, language), "number": place} for place, each in enumerate(kept, start=1)]
    return numbered, [link_said(each, language) for each in rest]


def _confirmed(each: LinkLine) -> bool:
    return each.judgement is Judgement.CONFIRMED


def _likely(each: LinkLine) -> bool:
    return each.judgement is None and each.rank == 1 and (each.score or 0) >= _LIKELY


def columns(
    found: SideBySide,
    links: Sequence[dict[str, Any]],
    taken: TakenSide | None,
    language: Language,
) -> list[dict[str, Any]]:
    """Both columns, each demand with its links, the words that it shares with the linked ones, and its answer."""
    return [
        _column(found.left, found.right, links, taken, language, near="left", far="right"),
        _column(found.right, found.left, links, taken, language, near="right", far="left"),
    ]


def narrowed_to(show: str, pair: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Both columns with the demands that a filter leaves, and with no link that leads to none of them."""
    narrowed = [{**each, "items": list(_narrowed(each["items"], pair, show))} for each in pair]
    shown = {each["anchor"] for column in narrowed for each in column["items"]}
    return [{**each, "items": [_within(item, shown) for item in each["items"]]} for each in narrowed]


def _within(item: dict[str, Any], shown: set[str]) -> dict[str, Any]:
    """A demand with the links whose other end is on the page too: none leads nowhere."""
    return {**item, "links": [link for link in item["links"] if link["to"] in shown]}


def _narrowed(
    items: Sequence[dict[str, Any]], pair: Sequence[dict[str, Any]], show: str
) -> Iterable[dict[str, Any]]:
    """The demands of one column that a filter leaves, with what they are linked to."""
    if show == "linked":
        return (each for each in items if each["links"])
    if show == "alone":
        return (each for each in items if each["answer"] == Taken.NOT_FOUND or not each["links"])
    if show not in ("taken_up", "partly"):
        return items
    kept = {each["anchor"] for column in pair for each in column["items"] if each["answer"] == show}
    return (
        each for each in items if each["anchor"] in kept or any(link["to"] in kept for link in each["links"])
    )


def _column(
    page: DocumentPage,
    other: DocumentPage,
    links: Sequence[dict[str, Any]],
    taken: TakenSide | None,
    language: Language,
    *,
    near: str,
    far: str,
) -> dict[str, Any]:
    texts = {joined(other.line.stem, each.id): each.text for each in other.document.recommendations}
    answers = taken.answers if taken and taken.near == near else {}
    items = []
    for each in page.document.recommendations:
        name = joined(page.line.stem, each.id)
        mine = [_end(link, texts, language, near=near, far=far) for link in links if link[near] == name]
        against = [link["other_text"] for link in mine if link["other_text"]]
        answer = answers.get(name)
        items.append(
            {
                "label": leaf_label(each.id, language),
                "anchor": f"{near}-{each.id}",
                "text": shared(each.text, against, page.document.language, other.document.language),
                "links": mine,
                "answer": answer,
                "answer_said": tag_said(answer, language) if answer else None,
            }
        )
    return {
        "side": near,
        "line": page.line,
        "language": page.document.language,
        "other_language": other.document.language,
        "items": items,
    }


def _end(
    link: dict[str, Any], texts: Mapping[str, str], language: Language, *, near: str, far: str
) -> dict[str, Any]:
    """A link as it stands at one of its ends: where it leads, and the words there."""
    leaf = split(link[far])[1]
    return {
        **link,
        "from": f"{near}-{split(link[near])[1]}",
        "to": f"{far}-{leaf}",
        "label": leaf_label(leaf, language),
        "other_text": texts.get(link[far], ""),
        "shape": link["judgement"] or "proposed",
    }


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
