"""Opens a PDF: its words, rows, footnotes and furniture, then paragraphs."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium

from qorgau.reading.formats.bounds import MOST_CHARACTERS, MOST_PAGES
from qorgau.reading.formats.furniture import furniture
from qorgau.reading.formats.pdf.cells import counted, tables_of, told
from qorgau.reading.formats.pdf.feet import without_feet
from qorgau.reading.formats.pdf.grids import grids_of
from qorgau.reading.formats.pdf.heads import running_heads
from qorgau.reading.formats.pdf.paragraphs import drafted, measured, paragraphs_of
from qorgau.reading.formats.pdf.pictures import is_picture, told_pictures
from qorgau.reading.formats.pdf.rows import Row
from qorgau.reading.formats.pdf.rulings import Rulings, rulings_of, turning
from qorgau.reading.formats.pdf.sheets import Sheet, laid_out, sheet_of
from qorgau.reading.formats.pdf.strips import striped_grids
from qorgau.reading.formats.pdf.words import PageWords, Word
from qorgau.reading.formats.settling import Found
from qorgau.reading.formats.starred import call_stars
from qorgau.reading.repairing import Draft, Fix
from qorgau.reading.source import LineStyle, Mended, SourceError

# The library keeps state of its own that threads would share.
_ONE_AT_A_TIME = threading.Lock()
# The number of the print job, below everything on the first page.
_JOB = re.compile(r"(?:GE\.?\s?\d{2}-\d{4,}.*|\*\s?\d{6,}\s?\*|\d{2}-\d{5}\s.*)")


def read(data: bytes, name: str) -> Found:
    """The file's paragraphs with their pages, and its footnotes."""
    with _ONE_AT_A_TIME:
        pages, pictures, title = _pages(data, name)
    if not any(pages):
        raise SourceError("file_scan", name=name, count=len(pages))
    unread = told_pictures(pictures, len(pages), name)
    pages, headers, fixes = _without_furniture(pages)
    fixes = unread + fixes
    size = _usual_size(pages)
    running, notes = without_feet(pages, size)
    rows, repeated = counted([row for page in running for row in page])
    fixes += tuple(Fix(Mended.REPEATED_LINE, text, "") for text in repeated)
    groups = paragraphs_of(rows, measured(running, size))
    drafts = told([drafted(group, notes) for group in groups], rows)
    drafts, note_drafts = call_stars(drafts, notes.drafts)
    text = "\n".join(draft.text for draft in drafts)
    kept = [Draft(each, page=1, style=LineStyle.HEADER) for each in headers if each not in text]
    every = [*kept, *drafts]
    if every:
        at = len(kept) if drafts else 0
        every[at] = replace(every[at], fixes=fixes + every[at].fixes)
    return Found(every, note_drafts, len(pages), title)


def _pages(data: bytes, name: str) -> tuple[list[list[Row]], list[int], str | None]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as why:
        raise _unreadable(name, str(why)) from why
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise SourceError("file_too_many_pages", name=name, count=count, most=MOST_PAGES)
        sheets = list(_sheets(document, count, name))
        pictures = [sheet.number for sheet in sheets if sheet.picture]
        return list(laid_out(sheets)), pictures, document.get_metadata_value("Title") or None
    except pdfium.PdfiumError as why:
        raise _unreadable(name, str(why)) from why
    finally:
        document.close()


def _sheets(document: Any, count: int, name: str) -> Iterator[Sheet]:
    fonts: dict[int, tuple[bool, bool]] = {}
    characters = 0
    for number in range(count):
        page = document[number]
        text_page = page.get_textpage()
        try:
            words = list(PageWords(text_page, fonts).every())
            picture = is_picture(page, words)
            turned, *others = _directions(words, page) or [[]]
            rulings = rulings_of(page, turned[0].look.turn) if turned else Rulings()
            grids = [*grids_of(rulings), *striped_grids(rulings, turned)]
        finally:
            text_page.close()
            page.close()
        characters += sum(len(word.text) for word in words)
        if characters > MOST_CHARACTERS:
            raise SourceError("file_longer", name=name, most=MOST_CHARACTERS)
        yield sheet_of(number + 1, *tables_of(turned, grids, number + 1), others, picture=picture)


def _directions(words: list[Word], page: Any) -> list[list[Word]]:
    """Words by how they run, most first, each as whoever reads them turns the page: it may be shown turned, or wrongly."""
    if {word.look.turn for word in words} == {0}:
        return [words]
    found: dict[int, list[Word]] = {}
    for word in words:
        found.setdefault(word.look.turn, []).append(word)
    ordered = sorted(found, key=lambda turn: (-sum(len(word.text) for word in found[turn]), turn))
    for turn in ordered:
        _turn(found[turn], page, turn)
    return [found[turn] for turn in ordered]


def _turn(words: list[Word], page: Any, direction: int) -> None:
    if direction == 0:
        return
    turned = turning(page, direction)
    for word in words:
        long = word.x1 - word.x0
        word.x0, word.y = turned((word.x0, word.y))
        word.x1 = word.x0 + max(long, word.look.size * 0.5 * len(word.text))


def _without_furniture(pages: list[list[Row]]) -> tuple[list[list[Row]], list[str], tuple[Fix, ...]]:
    """The pages without running headers, footers and numbers; the headers once, and what to report."""
    pages_down = [sorted(rows, key=lambda row: -row.y) for rows in pages]
    texts = [[row.text for row in rows] for rows in pages_down]
    repeated = furniture(texts)
    gone = repeated | set(running_heads(pages_down))
    gone |= {(0, at) for at, text in enumerate(texts[0]) if _JOB.fullmatch(text) and at > len(texts[0]) // 2}
    gone = {(page, at) for page, at in gone if pages_down[page][at].standing is None}
    gone -= set(_headings(gone, pages_down))
    left_out = {id(pages_down[page][at]) for page, at in gone}
    kept = [[row for row in rows if id(row) not in left_out] for rows in pages]
    taken = [texts[page][at] for page, at in sorted(gone)]
    headers = dict.fromkeys(
        text
        for page, at in sorted(gone & repeated)
        if (text := texts[page][at]) and any(map(str.isalpha, text)) and not _JOB.fullmatch(text)
    )
    return kept, list(headers), tuple(Fix(Mended.REPEATED_LINE, text, "") for text in taken)


def _headings(gone: set[tuple[int, int]], pages: list[list[Row]]) -> Iterator[tuple[int, int]]:
    """Lines that say what a smaller running head says: the headings of chapters."""
    least: dict[str, float] = {}
    rows = [(place, pages[place[0]][place[1]]) for place in gone]
    for _, row in rows:
        least[row.text] = min(row.size, least.get(row.text, row.size))
    yield from (place for place, row in rows if row.size > least[row.text] + 0.5)


def _usual_size(pages: Sequence[Sequence[Row]]) -> float:
    sizes: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            sizes[row.size] += sum(len(word.text) for word in row.words)
    return max(sizes, key=lambda each: (sizes[each], each)) if sizes else 10.0


def _unreadable(name: str, why: str) -> SourceError:
    if "assword" in why:
        return SourceError("file_locked", name=name)
    return SourceError("file_broken_pdf", name=name)
