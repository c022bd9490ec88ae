"""Writes blocks as text in the layouts in which documents of the United Nations are passed around."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from tests.core.reading.papers.paper import CALL, Block, FootnoteWords, Part

TABS = {Part.TITLE: "\t\t", Part.HEADING: "\t", Part.SUBHEADING: "\t\t", Part.LETTER: "\t"}


def bracketed(
    blocks: Iterable[Block], notes: Iterable[FootnoteWords], *, masthead: Iterable[str] = ()
) -> str:
    """Tabs for levels, calls as "[footnoteRef:1]" and bodies as "[1: ...]" after the paragraph that calls them."""
    words = {each.mark: each.text for each in notes}
    out = [f" {each}" for each in masthead]
    pending = "".join(f"\t*\t{words[mark]}\n\t\t" for mark in words if not mark.isdigit())
    for block in blocks:
        bodies = ""
        for mark in CALL.findall(block.text):
            if mark.isdigit():
                bodies += f" [{mark}: \t{pending or chr(9)}{words[mark]}] "
                pending = ""
        text = CALL.sub(lambda call: _call(call[1]), block.text)
        label = f"{block.label}\t" if block.label else ""
        label = "· " if block.part is Part.BULLET else label
        out.append(f"{TABS.get(block.part, '')}{label}{text}{bodies}" + ("\n" if bodies else ""))
    return "\n".join(out) + "\n "


def _call(mark: str) -> str:
    return f"[footnoteRef:{mark}]" if mark.isdigit() else mark


def wrapped(
    blocks: Iterable[Block],
    notes: Iterable[FootnoteWords],
    *,
    masthead: Iterable[str] = (),
    columns: int = 78,
    lines_per_page: int = 40,
) -> str:
    """Hard-wrapped text with calls as "[1]", page numbers, form feeds and the notes at the end of their page."""
    words = {each.mark: each.text for each in notes}
    pages: list[str] = []
    page = list(masthead)
    called: list[str] = []
    for block in blocks:
        text = CALL.sub(lambda call: f"[{call[1]}]" if call[1].isdigit() else call[1], block.text)
        lines = ["", *textwrap.wrap(f"{block.label} {text}".strip(), columns, break_on_hyphens=False)]
        if len(page) + len(lines) > lines_per_page:
            pages.append(_page(page, called, words, len(pages) + 1))
            page, called = [], []
        page += lines
        called += CALL.findall(block.text)
    pages.append(_page(page, called, words, len(pages) + 1))
    return "\f".join(pages)


def _page(lines: list[str], called: list[str], words: dict[str, str], number: int) -> str:
    notes = [f"{mark if not mark.isdigit() else f'[{mark}]'} {words[mark]}" for mark in called]
    return "\n".join([*lines, "", *(["__________", *notes, ""] if notes else []), str(number), ""])


def mangled(text: str) -> str:
    """The same text as bad copying leaves it: NUL, soft hyphens, split and glued words, letters of another script."""
    for good, bad in (
        ("The Committee requests", "The\x00 Committee requests"),
        ("1.\tThe Committee", "1.The Committee"),
        ("safeguards", "safe\u00adguards"),
        ("independent doctor", "indepen- dent doctor"),
        ("CAT/C/XSY/RQ/3,", "C AT/C/XSY/RQ/3,"),
        ("invented fund", "invent\u0435d fund"),
        ("findings", "\ufb01ndings"),
        ("Definition of", "Definition\u00a0of"),
        ("each month", "each\u200b month"),
    ):
        text = text.replace(good, bad)
    return text
