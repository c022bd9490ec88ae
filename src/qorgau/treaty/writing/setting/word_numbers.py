"""Paragraphs that number themselves: a paragraph put in by the secretariat moves all numbers after it."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from qorgau.treaty.writing.setting.word_styles import Style

_INDENT, _TAB = "1134", "1701"  # twentieths of a point: 20 and 30 mm


def number_paragraphs(document: WordDocument) -> int:
    """Let the style of paragraphs count them from 1; gives the number of the list."""
    numbering = document.part.numbering_part.element
    known = [int(each.get(qn("w:abstractNumId"))) for each in numbering.findall(qn("w:abstractNum"))]
    abstract = max(known, default=-1) + 1
    first_list = numbering.find(qn("w:num"))
    made = _abstract(abstract)
    # Word wants all forms of lists before all lists.
    numbering.append(made) if first_list is None else first_list.addprevious(made)
    number = int(numbering.add_num(abstract).numId)
    _bind(document, number)
    return number


def _abstract(abstract: int) -> BaseOxmlElement:
    made = _element("w:abstractNum", abstractNumId=str(abstract))
    made.append(_element("w:multiLevelType", val="singleLevel"))
    level = _element("w:lvl", ilvl="0")
    for name, value in (("start", "1"), ("numFmt", "decimal")):
        level.append(_element(f"w:{name}", val=value))
    level.append(_element("w:pStyle", val=Style.NUMBERED.value.replace(" ", "")))
    for name, value in (("suff", "tab"), ("lvlText", "%1."), ("lvlJc", "left")):
        level.append(_element(f"w:{name}", val=value))
    form = _element("w:pPr")
    tabs = _element("w:tabs")
    tabs.append(_element("w:tab", val="num", pos=_TAB))
    form.append(tabs)
    form.append(_element("w:ind", left=_INDENT, firstLine="0"))
    level.append(form)
    made.append(level)
    return made


def _bind(document: WordDocument, number: int) -> None:
    style = document.styles[Style.NUMBERED.value].element.get_or_add_pPr()
    bound = style.get_or_add_numPr()
    bound.get_or_add_numId().val = number


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    made: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
