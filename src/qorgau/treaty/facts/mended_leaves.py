"""Corrections of leaves: words, id, and whether one is a recommendation."""

from __future__ import annotations

from dataclasses import replace

from qorgau.reading.document import Document, Recommendation
from qorgau.treaty.facts.mend import CannotApply, Mend
from qorgau.treaty.facts.mend_places import is_leaf, is_tracked, leaf_at
from qorgau.treaty.facts.mended_document import with_ids, with_paragraphs, with_words


def mend_leaf(document: Document, mend: Mend) -> Document:
    """Other words of a leaf, of its paragraph and of its recommendation."""
    if not is_leaf(document, mend.target) and is_tracked(document, mend.target):
        return with_words(document, {mend.target}, mend.value)
    place, leaf = leaf_at(document, mend.target)
    old = document.paragraphs[place]
    leaves = tuple(replace(each, text=mend.value) if each.id == leaf.id else each for each in old.leaves)
    text = old.text.replace(leaf.text, mend.value, 1)
    new = replace(old, text=text, lead=old.lead if leaves else text, leaves=leaves)
    return with_words(with_paragraphs(document, place, new), {leaf.id}, mend.value)


def mend_tracking(document: Document, mend: Mend) -> Document:
    """A leaf that is a recommendation after all, or none."""
    rest = tuple(each for each in document.recommendations if each.id != mend.target)
    if mend.value == "no" and len(rest) < len(document.recommendations):
        return replace(document, recommendations=rest)
    place, leaf = leaf_at(document, mend.target)
    if mend.value == "no":
        return document
    if mend.value != "yes":
        raise CannotApply("misfit_yes_or_no")
    if len(rest) < len(document.recommendations):
        return document
    paragraph = document.paragraphs[place]
    new = Recommendation(
        id=leaf.id, paragraph=paragraph.number, text=leaf.text, kind="recommendation", place=leaf.place,
        heading=paragraph.heading,
    )  # fmt: skip
    return replace(document, recommendations=_in_order(document, (*rest, new)))


def _in_order(document: Document, found: tuple[Recommendation, ...]) -> tuple[Recommendation, ...]:
    ids = [
        name
        for each in document.paragraphs
        for name in ([leaf.id for leaf in each.leaves] or [each.number or ""])
    ]
    order = {name: place for place, name in enumerate(ids)}
    return tuple(sorted(found, key=lambda each: order.get(each.id, len(order))))


def mend_id(document: Document, mend: Mend) -> Document:
    """Another id of a leaf, or of a recommendation that is no leaf."""
    taken = {each.id for paragraph in document.paragraphs for each in paragraph.leaves}
    taken |= {each.number for each in document.paragraphs if each.number}
    taken |= {each.id for each in document.recommendations}
    if not mend.value or (mend.value in taken and mend.value != mend.target):
        raise CannotApply("misfit_id_taken")
    if not is_leaf(document, mend.target) and is_tracked(document, mend.target):
        return with_ids(document, {mend.target: mend.value})
    place, leaf = leaf_at(document, mend.target)
    old = document.paragraphs[place]
    leaves = tuple(replace(each, id=mend.value) if each.id == leaf.id else each for each in old.leaves)
    new = replace(old, leaves=leaves, number=old.number if leaves else mend.value)
    return with_ids(with_paragraphs(document, place, new), {leaf.id: mend.value})
