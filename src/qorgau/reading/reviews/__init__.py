"""Reads reports of the universal periodic review: each recommendation with its number, its States and its position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qorgau.reading.document import Demand, Doubt, Leaf, Paragraph, ParagraphKind, Parts, Recommendation
from qorgau.reading.reasons import Reason, reason
from qorgau.reading.reviews.counting import Counter, Named, Numbered, groups
from qorgau.reading.reviews.positions import implemented_numbers, position_of
from qorgau.reading.source import Source
from qorgau.reading.structure.sections import Promise, promise_of

__all__ = ["read"]


def read(source: Source, header: object = None) -> Parts:
    """The paragraphs of a report and its recommendations: ids "95.12", States as written, position by the lead."""
    counted = Counter().take(source.body)
    implemented = frozenset(_implemented(counted))
    recommendations = tuple(_recommendations(counted, implemented))
    return Parts(
        tuple(_paragraph(each) for each in counted), recommendations, tuple(_doubts(counted, recommendations))
    )


def _implemented(counted: Sequence[Numbered]) -> Iterator[str]:
    """Ids of recommendations that a later paragraph calls implemented; its numbers are those of the list before it."""
    before: Numbered | None = None
    for each in counted:
        for number in implemented_numbers(each.text):
            yield number if "." in number else f"{before.number if before else ''}.{number}"
        before = each if each.items else before


def _recommendations(counted: Sequence[Numbered], implemented: frozenset[str]) -> Iterator[Recommendation]:
    for paragraph in counted:
        position = position_of(paragraph.text)
        for item in paragraph.items:
            yield _recommendation(item, paragraph, position, implemented=item.number in implemented)


def _recommendation(
    item: Numbered, paragraph: Numbered, position: str | None, *, implemented: bool
) -> Recommendation:
    named = list(groups(item.text))
    states = tuple(dict.fromkeys(name for each in named for name in each.states))
    text = item.text[: _end(item.text, after=named[-1].end)] if named else item.text
    return Recommendation(
        id=item.number,
        paragraph=paragraph.number,
        text=text.rstrip(" ;"),
        kind="recommendation",
        place=replace(item.place, end=item.place.end - len(item.text) + len(text)),
        demands=tuple(_voices(item, text, named)),
        heading=item.heading,
        addressed_by=states,
        position=position,
        confidence=0.98 if states and position else 0.7,
        why=_why(paragraph, position, implemented=implemented),
    )


def _why(paragraph: Numbered, position: str | None, *, implemented: bool) -> Reason:
    thought = reason(f"position_{position}") if position else reason("position_untold")
    if implemented:
        return reason("review_implemented", paragraph=paragraph.number, position=thought)
    return reason("review_numbered", paragraph=paragraph.number, position=thought)


def _end(text: str, *, after: int) -> int:
    """Where it ends: with its last States, unless its sentence goes on behind them; else a footnote or a page's foot follows."""
    rest = text[after:]
    if not re.match(r"\s+[^\W\d_]", rest) or not rest.lstrip()[0].islower():
        return after
    stop = re.search(r"[;.](?=\s|$)", rest)
    return after + (stop.start() if stop else len(rest))


def _voices(item: Numbered, text: str, named: Sequence[Named]) -> Iterator[Demand]:
    """The wishes of one number that asks several: "consider ratifying (Slovenia)/ratify (Republic of Korea) the Convention"."""
    if len(named) < 2:
        return
    starts = [0, *(each.end for each in named[:-1])]
    said = [text[start : each.start].strip(" /;,") for start, each in zip(starts, named, strict=True)]
    if not all(said):
        return
    shared = text[named[-1].end :].strip()
    for at, (words, each) in enumerate(zip(said, named, strict=True), start=1):
        whole = f"{words} {shared}".strip()
        yield Demand(f"{item.number}/{at}", f"{whole} ({', '.join(each.states)})", item.place)


def _paragraph(counted: Numbered) -> Paragraph:
    leaves = tuple(Leaf(each.number, each.text, each.place) for each in counted.items)
    kind = ParagraphKind.RECOMMENDATION if leaves else ParagraphKind.OTHER
    kind = ParagraphKind.INTRODUCTION if _introduces(counted) else kind
    return Paragraph(
        number=counted.number,
        heading=counted.heading,
        headings=(counted.heading,) if counted.heading else (),
        kind=kind,
        text=" ".join([counted.text, *(f"{each.number} {each.text}" for each in counted.items)]),
        lead=counted.text,
        leaves=leaves,
        tail=None,
        place=counted.place,
        why=reason("kind_numbered"),
    )


def _introduces(counted: Numbered) -> bool:
    """Whether a paragraph stands in the introduction; where no heading says so, among the first four."""
    if counted.items or counted.number not in ("1", "2", "3", "4"):
        return False
    return counted.heading is None or promise_of(counted.heading) is Promise.INTRODUCTION


def _doubts(counted: Sequence[Numbered], found: Sequence[Recommendation]) -> Iterator[Doubt]:
    for paragraph in counted:
        numbers = [int(each.number.split(".")[1]) for each in paragraph.items]
        missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
        twice = len(numbers) - len(set(numbers))
        if missing or twice:
            named, number = ", ".join(map(str, missing)), paragraph.number
            what = (
                reason("review_gap", paragraph=number, missing=named)
                if missing
                else reason("review_twice", paragraph=number)
            )
            yield Doubt(what, paragraph.place, reason("review_gap_why"))
    for each in found:
        if not each.addressed_by:
            yield Doubt(
                reason("review_no_state", id=each.id),
                each.place,
                reason("review_no_state_why"),
            )
