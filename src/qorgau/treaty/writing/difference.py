"""What changed between two versions of a draft, word by word, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from qorgau.treaty.writing.blocks import Block, Cover, Writing
from qorgau.treaty.writing.figures import Figure

COVER = "cover"
"""What the difference of the first page is called, beside the ids of blocks."""
_PIECES = re.compile(r"\s+|[^\s]+")
_SENTENCES = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")
_MOST = 1_000_000
"""So many comparisons of two words take a second at most."""


class Op(StrEnum):
    """What became of some words."""

    SAME = "same"  # stand in both versions
    GONE = "gone"  # only in the older one
    NEW = "new"  # only in the newer one


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that stand together and had the same lot."""

    op: Op
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockDifference:
    """How one block differs. op: SAME where the block stands in both versions, and only its contents changed.

    gone and new: evidence and figures that were taken out or put in, in words; a figure that reads otherwise is in both.
    """

    block: str
    label: str
    op: Op
    text: tuple[Words, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def difference(older: Writing, newer: Writing) -> tuple[BlockDifference, ...]:
    """The blocks that differ, in the order of the newer version, those that are gone at the end."""
    before = {each.id: each for each in older.blocks}
    after = {each.id: each for each in newer.blocks}
    gone = [each for each in older.blocks if each.id not in after]
    pairs = [(before.get(each.id), each) for each in newer.blocks]
    return (*_covers(older.cover, newer.cover), *_found(pairs, gone))


def _covers(old: Cover, new: Cover) -> Iterator[BlockDifference]:
    before, after = astuple(old), astuple(new)
    if before != after:
        yield BlockDifference(
            block=COVER,
            label="",
            op=Op.SAME,
            gone=tuple(each for each in before if each and each not in after),
            new=tuple(each for each in after if each and each not in before),
        )


def _found(pairs: Iterable[tuple[Block | None, Block]], gone: Iterable[Block]) -> Iterator[BlockDifference]:
    for old, new in pairs:
        if old is None:
            yield _whole(new, Op.NEW)
        elif old != new:
            yield _changed(old, new)
    for each in gone:
        yield _whole(each, Op.GONE)


def _whole(block: Block, op: Op) -> BlockDifference:
    held = _inserted(block)
    return BlockDifference(
        block=block.id,
        label=_label(block),
        op=op,
        text=(Words(op=op, words=block.text),) if block.text else (),
        gone=held if op is Op.GONE else (),
        new=held if op is Op.NEW else (),
    )


def _changed(old: Block, new: Block) -> BlockDifference:
    before, after = _inserted(old), _inserted(new)
    return BlockDifference(
        block=new.id,
        label=_label(new),
        op=Op.SAME,
        text=tuple(_words(old.text, new.text)) if old.text != new.text else (),
        gone=tuple(each for each in before if each not in after),
        new=tuple(each for each in after if each not in before),
    )


def _words(old: str, new: str) -> Iterator[Words]:
    """Sentences are compared first, and the words of those alone that differ: a long text must not take a minute."""
    left, right = _SENTENCES.findall(old), _SENTENCES.findall(new)
    for same, before, after in _matched(left, right):
        if same:
            yield Words(op=Op.SAME, words=before)
        else:
            yield from _within(before, after)


def _within(old: str, new: str) -> Iterator[Words]:
    left, right = _PIECES.findall(old), _PIECES.findall(new)
    alike = _matched(left, right) if len(left) * len(right) <= _MOST else ((False, old, new),)
    for same, before, after in _without_lone_blanks(alike):
        if same:
            yield Words(op=Op.SAME, words=before)
            continue
        if before:
            yield Words(op=Op.GONE, words=before)
        if after:
            yield Words(op=Op.NEW, words=after)


def _without_lone_blanks(alike: Iterable[tuple[bool, str, str]]) -> Iterator[tuple[bool, str, str]]:
    """Two changes with nothing but a blank between them are one: else old and new words would alternate unreadably."""
    gone = new = blank = ""
    for same, before, after in alike:
        if not same:
            gone, new, blank = gone + blank + before, new + blank + after, ""
        elif (gone or new) and not blank and before.isspace() and "\n" not in before:
            blank = before
        else:
            yield from _one_change(gone, new, blank)
            gone = new = blank = ""
            yield True, before, after
    yield from _one_change(gone, new, blank)


def _one_change(gone: str, new: str, blank: str) -> Iterator[tuple[bool, str, str]]:
    if gone or new:
        yield False, gone, new
    if blank:
        yield True, blank, blank


def _matched(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Runs that are the same, or differ, in both sequences."""
    # Beyond some length, what is said over and over joins nothing.
    compared = SequenceMatcher(None, left, right, autojunk=len(left) * len(right) > _MOST)
    for op, a, b, c, d in compared.get_opcodes():
        yield op == "equal", "".join(left[a:b]), "".join(right[c:d])


def _inserted(block: Block) -> tuple[str, ...]:
    heading = (block.heading,) if block.heading else ()
    return (*heading, *(each.words for each in block.evidence), *_figures(block.figures), *block.untold)


def _figures(figures: Sequence[Figure]) -> Iterator[str]:
    for each in figures:
        whole = f" / {each.of}" if each.of is not None else ""
        yield f"{each.title}: {each.value or each.why_not}{whole}"


def _label(block: Block) -> str:
    return block.asked.label if block.asked else block.heading or block.id
