"""Footnotes of a Word file, as Word itself keeps them: in a part of their own, called from the text."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from qorgau.treaty.writing.setting.word_styles import Style

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PART = PackURI("/word/footnotes.xml")
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


class WordNotes:
    """The notes of a document, set in the order in which they are called."""

    def __init__(self, document: WordDocument, notes: Sequence[str]) -> None:
        """Begin with none called."""
        self._document, self._notes = document, notes
        self._root = etree.Element(f"{{{_W}}}footnotes", nsmap={"w": _W})
        for number, kind in _SEPARATORS:
            self._separator(number, kind)

    def call(self, paragraph: Paragraph, number: int) -> None:
        """Call note `number` (from 1) at the end of what the paragraph holds so far."""
        run = paragraph.add_run(style=Style.CALL.value)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)
        self._note(number, self._notes[number - 1])

    def finish(self) -> None:
        """Put the notes into the file; a file without notes gets no part for them."""
        if len(self._root) == len(_SEPARATORS):
            return
        package = self._document.part.package
        blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(_PART, CONTENT_TYPE.WML_FOOTNOTES, blob, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._name_separators()

    def _name_separators(self) -> None:
        settings = self._document.settings.element
        named = OxmlElement("w:footnotePr")
        for number, _ in _SEPARATORS:
            each = OxmlElement("w:footnote")
            each.set(qn("w:id"), number)
            named.append(each)
        after = settings.find(qn("w:compat"))
        # The order of settings is fixed: notes come before what tells how old programs behaved.
        settings.append(named) if after is None else after.addprevious(named)

    def _separator(self, number: str, kind: str) -> None:
        note = _add(self._root, "footnote", type=kind, id=number)
        run = _add(_add(note, "p"), "r")
        _add(run, kind)

    def _note(self, number: int, words: str) -> None:
        paragraph = _add(_add(self._root, "footnote", id=str(number)), "p")
        _add(_add(paragraph, "pPr"), "pStyle", val=_style_id(self._document, Style.NOTE))
        mark = _add(paragraph, "r")
        _add(_add(mark, "rPr"), "rStyle", val=_style_id(self._document, Style.CALL))
        _add(mark, "footnoteRef")
        said = _add(paragraph, "r")
        _add(said, "tab")
        text = _add(said, "t")
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _style_id(document: WordDocument, style: Style) -> str:
    return str(document.styles[style.value].style_id)


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(
        parent, f"{{{_W}}}{name}", {f"{{{_W}}}{key}": value for key, value in attributes.items()}
    )
