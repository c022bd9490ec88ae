"""Opens a text file: decodes it, takes out footnotes and page furniture, joins what was broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qorgau.reading.formats.bounds import MOST_CHARACTERS
from qorgau.reading.formats.furniture import furniture, is_symbol, with_page_breaks
from qorgau.reading.formats.joining import joined_text
from qorgau.reading.formats.plain.bracketed import has_bracketed_notes, with_calls, without_bodies
from qorgau.reading.formats.plain.decoding import check_is_text, decoded
from qorgau.reading.formats.plain.pagefoot import foot_of, with_foot_calls
from qorgau.reading.formats.plain.wrapping import Row, joined, width_of
from qorgau.reading.formats.settling import Found, NoteDraft
from qorgau.reading.formats.starred import call_stars
from qorgau.reading.repairing import Draft, Fix
from qorgau.reading.source import LineStyle, Mended, SourceError

_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85]|\x0b")
_Pages = list[list[str]]


def read(data: bytes, name: str) -> Found:
    """The lines and notes of a text file; pages only where it has form feeds."""
    text, fixes = decoded(data)
    check_is_text(text, name)
    if len(text) > MOST_CHARACTERS:
        raise SourceError("file_too_long", name=name, count=len(text), most=MOST_CHARACTERS)
    text = _ENDS.sub("\n", text).rstrip("\x1a")
    drafts, notes, pages = _bracketed(text) if has_bracketed_notes(text) else _paged(text)
    if fixes and drafts:
        drafts[0] = replace(drafts[0], fixes=fixes + drafts[0].fixes)
    drafts, notes = call_stars(drafts, notes)
    return Found(drafts, notes, pages)


def _bracketed(text: str) -> tuple[list[Draft], list[NoteDraft], int | None]:
    running, notes = without_bodies(text)
    drafts, _, pages = _paged(running, notes_at_foot=False)
    return [with_calls(each) for each in drafts], notes, pages


def _paged(text: str, *, notes_at_foot: bool = True) -> tuple[list[Draft], list[NoteDraft], int | None]:
    """Pages at form feeds, without their furniture, and the notes at their foot."""
    pages = [_trimmed(page.split("\n")) for page in with_page_breaks(text).split("\f")]
    several = len(pages) > 1
    pages, fixes = _without_furniture(pages) if several else (pages, ())
    own = _running_symbol(fixes, pages)
    notes: list[NoteDraft] = []
    keys: dict[int, dict[str, str]] = {}
    if notes_at_foot:
        for number, page in enumerate(pages, start=1):
            foot = foot_of(page, number)
            if foot:
                pages[number - 1] = [*page[: foot.begins], *page[foot.ends :]]
                notes += foot.notes
                keys[number] = {note.mark: note.key for note in foot.notes}
    drafts = _drafts(pages, keys, several=several)
    if fixes and drafts:
        drafts[0] = replace(drafts[0], fixes=drafts[0].fixes + fixes)
    return [*own, *drafts], notes, len(pages) if several else None


def _running_symbol(fixes: Sequence[Fix], pages: _Pages) -> list[Draft]:
    """The document's symbol, where it stands only above its pages."""
    named = next((fix.before for fix in fixes if is_symbol(fix.before)), None)
    if named is None or any(named in line for page in pages for line in page):
        return []
    return [Draft(named, page=1, style=LineStyle.HEADER)]


def _trimmed(lines: list[str]) -> list[str]:
    """A page's lines without the empty ones at its ends."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    return lines[full[0] : full[-1] + 1] if full else []


def _without_furniture(pages: _Pages) -> tuple[_Pages, tuple[Fix, ...]]:
    # the title page's symbol names the document, though it is printed on each page
    gone = {(page, line) for page, line in furniture(pages) if page or not is_symbol(pages[page][line])}
    fixes = tuple(Fix(Mended.REPEATED_LINE, pages[page][line].strip(), "") for page, line in sorted(gone))
    kept = [
        [line for at, line in enumerate(page) if (number, at) not in gone]
        for number, page in enumerate(pages)
    ]
    return [_trimmed(page) for page in kept], fixes


def _drafts(pages: _Pages, keys: dict[int, dict[str, str]], *, several: bool) -> list[Draft]:
    rows = _rows(pages, several=several)
    width = width_of(rows)
    groups = [[row] for row in rows] if width is None else joined(rows, width)
    drafts = [_called(group, keys) for group in groups]
    first = next((at for at, group in enumerate(groups) if len(group) > 1), None)
    if first is not None:
        above, below = groups[first][0].text.split()[-1:], groups[first][1].text.split()[:1]
        fix = Fix(Mended.JOINED_LINE, "\n".join([*above, *below]), " ".join([*above, *below]))
        drafts[first] = replace(drafts[first], fixes=(fix, *drafts[first].fixes))
    return drafts


def _rows(pages: _Pages, *, several: bool) -> list[Row]:
    rows = []
    for number, page in enumerate(pages, start=1):
        blank, fresh = False, True
        for line in page:
            if not line.strip():
                blank = True
                continue
            rows.append(Row(line, number if several else None, blank, page_break=fresh and number > 1))
            blank = fresh = False
    return rows


def _called(group: Sequence[Row], keys: dict[int, dict[str, str]]) -> Draft:
    """A paragraph with its calls; the notes of the pages it stands on may be called in it."""
    of_pages = {mark: key for row in group for mark, key in keys.get(row.page or 1, {}).items()}
    tabs = len(group[0].text) - len(group[0].text.lstrip("\t"))
    text = joined_text([row.text for row in group])
    draft = Draft(text, page=group[0].page, level=tabs - 1 if tabs else None)
    return with_foot_calls(draft, of_pages) if of_pages else draft
