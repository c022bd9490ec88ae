"""Text broken at a column of the page, put together into paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

LABEL = re.compile(
    r"\s*(?:\d{1,3}(?:\.\d{1,3})?[.)]?\s+(?=[^\W\d_“\"(«])|\d{1,3}\.(?=[A-ZА-ЯЁ][a-zа-яё])|\((?:[a-zа-я]|[ivx]{1,5}|\d{1,2})\)(?:\s|(?=[A-ZА-ЯЁ]))|[A-Z]\.\s|[a-zа-я]\)\s|\d{1,2}\)\s|[•·▪●–—-]\s)"
)
# Lists of letters also run on within a paragraph, "(a) ...; (b) ...", so that a line may begin with one by chance.
LETTER = re.compile(r"\s*\(?(?:[a-zа-я]|[ivx]{1,5}|\d{1,2})\)(?:\s|(?=[A-ZА-ЯЁ]))")
_MARK = re.compile(r"\s*\(?([a-zа-я]|[ivx]{1,5})\)(?:\s|(?=[A-ZА-ЯЁ]))")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)](?:\s|(?=[A-ZА-ЯЁ]))")
_SERIES = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple("абвгдежзиклмнопрстуфхцч"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
)
_JOINED = "\ufffe"  # what PDFium writes for a hyphen at the end of a line, which it leaves out
_WIDE = 1.15  # of the width: a line so long was not broken, and ends where it was meant to end
_SECTION = re.compile(
    r"\s*(?:[A-Z]|[IVX]{1,4})\.\s+[A-ZА-ЯЁ].*\(\D{2,5}\.? ?\d.*\)\s*"
)  # "C. ... (arts. 8-35)"
_LIST_BACK = 30  # items looked back at for the letter before
_ENDED = re.compile(r"[.;:?!…][”\"’)\]»]?\s*$|\s(?:and|or|и|или|және|немесе)\s*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it stands on a page; `blank_before` where an empty line parts it from the one above."""

    text: str
    page: int | None
    blank_before: bool
    page_break: bool = False

    @property
    def indent(self) -> int:
        """How far the line is set in."""
        return len(self.text.expandtabs(4)) - len(self.text.expandtabs(4).lstrip())


def width_of(rows: Sequence[Row]) -> int | None:
    """The column at which the text is broken, or None where every line is a whole paragraph."""
    lengths = sorted(_reach(row) for row in rows)
    if len(lengths) < 6:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    if not 40 <= width <= 132 or lengths[-1] > 2 * width:
        return None
    pairs = [(a, b) for a, b in pairwise(rows) if not b.blank_before]
    running = sum(
        len(a.text.rstrip()) > 0.7 * width and not _ENDED.search(a.text) and not LABEL.match(b.text)
        for a, b in pairs
    )
    return width if running * 5 >= max(len(pairs), 1) and running >= 2 else None


def _reach(row: Row) -> int:
    """How far a line goes; what a reader of PDF joined at a hyphen counts from that hyphen."""
    return len(row.text.rstrip().rpartition(_JOINED)[2])


def joined(rows: Iterable[Row], width: int) -> list[list[Row]]:
    """The rows of each paragraph."""
    paragraphs: list[list[Row]] = []
    every = list(rows)
    for row, following in zip(every, [*every[1:], None], strict=True):
        if (
            paragraphs
            and not _begins(row, paragraphs[-1], width)
            and not _heads(row, paragraphs[-1][-1], following, width)
            and not goes_on_with_list(
                row.text, (each[0].text for each in reversed(paragraphs)), paragraphs[-1][-1].text
            )
        ):
            paragraphs[-1].append(row)
        else:
            paragraphs.append([row])
    return paragraphs


def goes_on_with_list(text: str, firsts: Iterable[str], last: str) -> bool:
    """Whether a row is the next item of a list on lines of its own: "(b)" after an item that begins with "(a)".

    `firsts` are the first rows of the paragraphs so far, the last one first; `last` is the row above.
    """
    mark = _MARK.match(text)
    if mark is None or not _ENDED.search(last):
        return False
    if last.rstrip().endswith(":") and any(mark[1] == series[0] for series in _SERIES):
        return True
    for first in islice(firsts, _LIST_BACK):
        before = _MARK.match(first)
        if before is None:
            return False
        if any((before[1], mark[1]) in pairwise(series) for series in _SERIES):
            return True
    return False


def _heads(row: Row, last: Row, following: Row | None, width: int) -> bool:
    """Whether a short row after a full stop is the heading of the numbered paragraph below it."""
    if following is None or not _NUMBERED.match(following.text) or _ENDED.search(row.text):
        return False
    over = bool(_ENDED.search(last.text)) or _SECTION.fullmatch(last.text) is not None
    return over and len(row.text) < 0.8 * width and row.text.strip()[:1].isupper()


def _begins(row: Row, above: Sequence[Row], width: int) -> bool:
    """Whether a row begins a paragraph: after a gap, with a label, or where its first word had room above."""
    last = above[-1]
    text = row.text.strip()
    ended = bool(_ENDED.search(last.text))
    if row.blank_before and not row.page_break:
        return True
    unbroken = _reach(last) > _WIDE * width
    if LABEL.match(row.text) and (_had_room(row, last, width) or row.indent != last.indent or unbroken):
        return True
    if LABEL.match(row.text) and ended and not LETTER.match(row.text):
        return True
    if text[:1].islower() and not LABEL.match(row.text):
        return False
    if ended and row.indent > last.indent + 1 and row.indent > above[0].indent - 1:
        return True
    return _had_room(row, last, width)


def _had_room(row: Row, last: Row, width: int) -> bool:
    first = row.text.split(maxsplit=1)[0]
    return _reach(last) + 1 + len(first) < 0.9 * width
