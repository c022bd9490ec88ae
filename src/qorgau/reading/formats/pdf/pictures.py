"""Pages that are pictures: scans whose only text is a stamp or a number, and which hold words that nobody read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from qorgau.reading.formats.pdf.words import Word
from qorgau.reading.repairing import Fix
from qorgau.reading.source import Mended, SourceError

_STAMP = 200  # letters: a page of print has ten times as many
_LEAST_SHARE = 0.5  # of the page that pictures cover
_NEARLY_ALL = 0.9  # of the pages
_MOST_PICTURES = 2000


def is_picture(page: Any, words: Sequence[Word]) -> bool:
    """Whether a page has hardly any text and pictures cover most of it; asked only where there is little text."""
    if len(words) >= _STAMP or sum(sum(map(str.isalpha, word.text)) for word in words) >= _STAMP:
        return False
    width, height = page.get_size()
    if page.get_rotation() in (90, 270):
        width, height = height, width
    return bool(sum(_areas(page)) >= _LEAST_SHARE * width * height)


def _areas(page: Any) -> Iterable[float]:
    """How much each picture covers; some scans are many strips."""
    left, bottom, right, top = page.get_mediabox()
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    for _, each in zip(range(_MOST_PICTURES), pictures, strict=False):
        try:
            x0, y0, x1, y1 = each.get_bounds()
        except pdfium.PdfiumError:
            continue
        yield max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom))


def told_pictures(pictures: Sequence[int], count: int, name: str) -> tuple[Fix, ...]:
    """Which pages are pictures without text, to be said; a file that is nearly all such is refused."""
    if not pictures:
        return ()
    pages = ", ".join(_ranges(pictures))
    if len(pictures) >= _NEARLY_ALL * count:
        raise SourceError("file_nearly_scan", name=name, count=count, pictures=len(pictures), pages=pages)
    return (Fix(Mended.PICTURE_PAGES, f"{pages} ({len(pictures)}/{count})", None),)


def _ranges(numbers: Sequence[int]) -> list[str]:
    """ "1, 3–5" of 1, 3, 4 and 5."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    return ["–".join(map(str, each)) for each in ranges]
