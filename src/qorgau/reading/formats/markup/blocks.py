"""Blocks of a page to lines, with bold, list numbers and calls of footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from qorgau.reading.formats.bounds import MOST_DEPTH
from qorgau.reading.formats.letters import written
from qorgau.reading.formats.markup.calls import Calls
from qorgau.reading.formats.markup.tables import Cells
from qorgau.reading.formats.settling import NoteDraft
from qorgau.reading.repairing import Call, Draft, Edit, edited

_BLOCKS = frozenset(
    "address article blockquote body center dd details dialog div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6"
    " header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul caption".split()
)
_BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6 th".split())
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.I)
_PLAIN_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.I)
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MARK_BEFORE = re.compile(r"^\s*[\[(]?(?:\d{1,3}|\*{1,4}|[ivx]{1,6})[\])]?[.:]?\s+|^\s*[↑^↩]\s*")


@dataclass(slots=True)
class _Open:
    """A line being written."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    bold: list[tuple[int, int]] = field(default_factory=list)
    italic: int = 0
    calls: list[Call] = field(default_factory=list)


class Blocks:
    """Walks a page once; `notes` are the footnotes met on the way."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._drafts: list[Draft] = []
        self._open = _Open()
        self._style: str | None = None
        self._label: str | None = None
        self._level: int | None = None
        self._labels: dict[Any, dict[Any, str]] = {}
        self._cells = Cells()
        self._late: list[Call] = []
        self.notes: list[NoteDraft] = []

    def of(self, root: Any) -> list[Draft]:
        """The lines below an element."""
        self._walk(root, bold=False, italic=False, depth=0, lists=0)
        self._close()
        self._place_late()
        return self._drafts

    def _walk(self, element: Any, *, bold: bool, italic: bool, depth: int, lists: int) -> None:
        tag = element.tag
        block = tag in _BLOCKS
        bold, italic = _set(element, bold, italic)
        if block:
            self._close()
            self._begin(element, lists)
            self._cells.enter(element)
        self._say(element.text, bold, italic)
        for child in element:
            if isinstance(child.tag, str) and depth < MOST_DEPTH:
                inner = lists + (child.tag in ("ol", "ul"))
                self._child(child, bold=bold, italic=italic, depth=depth + 1, lists=inner)
            self._say(child.tail, bold, italic)
        if block:
            self._close()
            self._cells.leave(element)

    def _child(self, child: Any, *, bold: bool, italic: bool, depth: int, lists: int) -> None:
        if child in self._calls.notes:
            self._note(child)
        elif child in self._calls.of_link:
            self._open.calls.append(Call(self._calls.of_link[child][0], self._open.length))
        elif child in self._calls.back:
            return
        elif child.tag == "br":
            self._close()
        elif child.tag == "sup" and (link := _only_link(child)) in self._calls.of_link:
            self._open.calls.append(Call(self._calls.of_link[link][0], self._open.length))
        else:
            self._walk(child, bold=bold, italic=italic, depth=depth, lists=lists)

    def _begin(self, element: Any, lists: int) -> None:
        if element.tag == "li":
            self._label, self._level = self._number(element), max(lists - 1, 0)
            self._style = "list"
        elif element.tag != "p" or self._style != "list":
            self._style = f"heading {element.tag[1]}" if re.fullmatch("h[1-6]", element.tag) else None

    def _number(self, item: Any) -> str:
        """A list item's label; each list is numbered once."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "•"
        if parent not in self._labels:
            self._labels[parent] = _labels(parent)
        return self._labels[parent][item]

    def _say(self, text: str | None, bold: bool, italic: bool) -> None:
        if not text:
            return
        start = self._open.length
        self._open.pieces.append(text)
        self._open.length += len(text)
        if bold and text.strip():
            self._open.bold.append((start, self._open.length))
        self._open.italic += len(text) if italic else 0

    def _close(self) -> None:
        line, self._open = self._open, _Open()
        text = "".join(line.pieces)
        if not text.strip():
            if self._drafts:  # a call alone in its block belongs to the line before
                self._late += line.calls
            return
        self._place_late()
        draft = Draft(
            text,
            bold=tuple(line.bold),
            italic=round(line.italic / len(text), 4),
            level=self._level,
            style=self._style,
            calls=tuple(line.calls),
            cell=self._cells.cell,
        )
        if self._label:
            draft = replace(edited(draft, [Edit(0, 0, f"{self._label} ")]), label=self._label)
        self._drafts.append(draft)
        self._label = self._level = None

    def _place_late(self) -> None:
        """Calls that stood alone, at the end of the line before them."""
        if self._late:
            last = self._drafts[-1]
            moved = tuple(Call(each.key, len(last.text)) for each in self._late)
            self._drafts[-1], self._late = replace(last, calls=last.calls + moved), []

    def _note(self, element: Any) -> None:
        """A footnote's words: what the block says without its own mark and the link back."""
        self._close()
        key, mark = self._calls.notes[element]
        words = " ".join(_words(element, self._calls).split())
        self.notes.append(NoteDraft(key, mark, _MARK_BEFORE.sub("", words, count=1).strip(" ↑↩^")))


def _set(element: Any, bold: bool, italic: bool) -> tuple[bool, bool]:
    style = element.get("style") or ""
    bold = (bold or element.tag in _BOLD or bool(_BOLD_STYLE.search(style))) and not _PLAIN_STYLE.search(
        style
    )
    return bold, italic or element.tag in ("i", "em")


def _only_link(sup: Any) -> Any:
    return next(iter(sup.iter("a")), None)


def _words(element: Any, calls: Calls) -> str:
    if element in calls.back:
        return element.tail or ""
    inner = "".join(_words(child, calls) for child in element if isinstance(child.tag, str))
    own = (element.text or "") + inner
    return own if element in calls.notes else own + (element.tail or "")


def _labels(parent: Any) -> dict[Any, str]:
    """The numbers of an ordered list's items as a browser shows them."""
    items = [child for child in parent if child.tag == "li"]
    step = -1 if parent.get("reversed") is not None else 1
    count = _number(parent.get("start"), len(items) if step < 0 else 1)
    labels = {}
    for item in items:
        count = _number(item.get("value"), count)
        labels[item] = (
            f"{written(count, _FORMS.get(item.get('type') or parent.get('type') or '1', 'decimal'))}."
        )
        count += step
    return labels


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else otherwise
