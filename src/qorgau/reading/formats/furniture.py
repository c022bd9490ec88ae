"""What stands on page after page and belongs to none: running headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

_COUNTED = re.compile(r"(?P<first>\d{1,4})\s+(?P<after>\D.*)|(?P<before>.*\D)\s+(?P<last>\d{1,4})")
_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:page|страница|стр\.?|с\.|бет)\s*)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?(?:\s*-?\s*бет)?[-–—\s]*",
    re.I,
)
_EDGE = 3  # how many lines from the top or bottom may be furniture


_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9][\w.–-]*){2,7}")
# "GE.18-03953 3", "2/9 18-03953", "18-03953 (E) 050418", and the number below a bar code
_JOB = re.compile(
    r"(?:\d{1,3}(?:/\d{1,3})?\s+)?(?:GE\.\s?)?\d\d-\d{4,6}(?:\s*\([A-Z]\))?(?:\s+\d{1,3}(?:/\d{1,3})?|(?:\s+\d{6}){1,3})?|\*\d{6,8}\*"
)

_UNEDITED = re.compile(r"advance (?:unedited|edited) version|неотредактированный вариант", re.IGNORECASE)


def with_page_breaks(text: str) -> str:
    """A text that lost its form feeds, with one before each running header: the document's symbol, line after line."""
    lines = text.split("\n")
    headers = [at for at, line in enumerate(lines) if is_symbol(line)]
    counted = Counter(lines[at].strip() for at in headers)
    own, often = counted.most_common(1)[0] if counted else ("", 0)
    tops = [at for at in headers if lines[at].strip() == own and _is_page_foot(_above(lines, at))]
    if "\f" in text or often < 2 or not tops:
        return text
    for at in tops:
        lines[at] = "\f" + lines[at]
    return "\n".join(lines).replace("\n\f", "\f")


def _above(lines: Sequence[str], at: int) -> str:
    """The line above, or the one above that where a single empty line parts two pages."""
    before = lines[max(0, at - 2) : at]
    return next((line for line in reversed(before) if line.strip()), "")


def is_symbol(line: str) -> bool:
    """Whether a line is the symbol of a document and nothing else."""
    return bool(_SYMBOL.fullmatch(line.strip()))


def _is_page_foot(line: str) -> bool:
    return bool(_NUMBER.fullmatch(line) or _JOB.fullmatch(line.strip()))


def furniture(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Page and line (from 0) of each line that repeats at the edge of pages; a page number within may count up."""
    edges = [_edges(len(page)) for page in pages]
    repeated = _counts(pages, edges, lambda line, _: _plain(line))
    counted = _counts(pages, edges, counting)
    least = max(2, min(len(pages) // 3, 5))
    found = set()
    for number, (page, places) in enumerate(zip(pages, edges, strict=True)):
        for at in places:
            line = page[at]
            bare = bool(_NUMBER.fullmatch(line)) and (len(pages) > 1 or line.strip() == "1")
            bare = bare or bool(_JOB.fullmatch(line.strip()))
            bare = bare or (
                number > 0 and at < _EDGE and (is_symbol(line) or bool(_UNEDITED.fullmatch(line.strip())))
            )
            often = repeated[_plain(line)] >= least or counted[counting(line, number)] > least
            if bare or (often and len(line) < 120):
                found.add((number, at))
    return _outermost(found, edges)


def _edges(length: int) -> list[int]:
    return sorted({*range(min(_EDGE, length)), *range(max(0, length - _EDGE), length)})


def _counts(
    pages: Sequence[Sequence[str]], edges: Sequence[Sequence[int]], shape: Callable[[str, int], Hashable]
) -> Counter[Hashable]:
    """On how many pages each shape of a line stands at an edge."""
    return Counter(
        each
        for number, (page, places) in enumerate(zip(pages, edges, strict=True))
        for each in {shape(page[at], number) for at in places if page[at].strip()}
        if each is not None
    )


def _plain(line: str) -> str:
    return " ".join(line.split())


def counting(line: str, page: int) -> tuple[str, int] | None:
    """A line with a page number at its end: the rest, and by how much the number is ahead of the page."""
    found = _COUNTED.fullmatch(_plain(line))
    if found is None:
        return None
    return (found["after"] or found["before"]), int(found["first"] or found["last"]) - page


def _outermost(found: set[tuple[int, int]], edges: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Only lines with nothing but furniture between them and the edge: "10" within a page is text."""
    kept = set()
    for number, places in enumerate(edges):
        length = places[-1] + 1 if places else 0
        for walk in (range(length), range(length - 1, -1, -1)):
            for line in walk:
                if (number, line) not in found:
                    break
                kept.add((number, line))
    return kept
