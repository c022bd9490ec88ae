"""The text of one paragraph of a Word file, run by run; insertions are in; what is deleted, struck out or hidden is out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from qorgau.reading.formats.bounds import MOST_DEPTH
from qorgau.reading.formats.word.parts import Element, W, value
from qorgau.reading.formats.word.styles import Look, Styles

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
# What was deleted or moved away, and properties: none of it is text of the document.
_LEFT_OUT = {
    W + each for each in ("del", "moveFrom", "pPr", "rPr", "sectPr", "instrText", "delText", "tblPr")
}
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
BOX = W + "txbxContent"


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters set alike."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Reference:
    """A call of a footnote or endnote; `mark` where the writer chose it ("*"), else Word numbers it."""

    kind: str
    id: str
    mark: str | None


@dataclass(slots=True)
class Content:
    """What a paragraph holds in order, and the text boxes anchored in it."""

    pieces: list[Piece | Reference] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def content_of(paragraph: Element, styles: Styles, style: str | None) -> Content:
    """A paragraph's pieces, references and boxes."""
    content = Content()
    for run in _runs(paragraph):
        _take_run(run, styles.run(run.find(W + "rPr"), style), content)
    return content


def children(element: Element) -> Iterator[Element]:
    """The children that count; of alternatives the first, since the other says the same for old programs."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
            continue
        if child.tag == W + "sdt" and child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            continue  # "Click here to enter text": the form's words, not the writer's
        if child.tag == _ALTERNATE:
            choice = child.find(_CHOICE)
            yield from children(choice if choice is not None else child)
        else:
            yield child


def _runs(element: Element, depth: int = 0) -> Iterator[Element]:
    """Runs, also within links, insertions, fields and controls."""
    for child in children(element):
        if child.tag == W + "r":
            yield child
        elif depth < MOST_DEPTH:
            yield from _runs(child, depth + 1)


def _take_run(run: Element, look: Look, content: Content) -> None:
    own_mark: Reference | None = None
    if not look.stands:
        return
    for child in children(run):
        if child.tag in (W + "footnoteReference", W + "endnoteReference"):
            own_mark = _reference(child, content)
        elif child.tag in (W + "drawing", W + "pict", W + "object"):
            content.boxes.extend(_outer_boxes(child))
        else:
            text = _text(child)
            if own_mark is not None and text.strip():
                content.pieces[-1] = Reference(own_mark.kind, own_mark.id, text.strip())
                own_mark = None
            elif text:
                content.pieces.append(Piece(text, look))


def _reference(element: Element, content: Content) -> Reference | None:
    kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
    reference = Reference(kind, value(element, "id") or "", None)
    content.pieces.append(reference)
    chosen = (value(element, "customMarkFollows") or "0") not in ("0", "false")
    return reference if chosen else None


def _text(element: Element) -> str:
    if element.tag == W + "t":
        return element.text or ""
    if element.tag == W + "sym":
        return "•" if (value(element, "char") or "").upper() in ("F0B7", "F0A7", "F02D", "F0FC") else ""
    return _SIGNS.get(element.tag, "")


def _outer_boxes(element: Element, depth: int = 0) -> Iterator[Element]:
    """Text boxes that stand in no other box."""
    for child in children(element):
        if child.tag == BOX:
            yield child
        elif depth < MOST_DEPTH:
            yield from _outer_boxes(child, depth + 1)
