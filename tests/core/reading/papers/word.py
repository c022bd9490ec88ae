"""Writes blocks as a Word file: bold by run or by style, numbers typed or automatic, real footnotes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from tests.core.reading.papers.paper import CALL, Block, FootnoteWords, Part

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = {Part.HEADING: (2, 0), Part.PARAGRAPH: (1, 0), Part.LETTER: (1, 1), Part.ROMAN: (1, 2)}
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
STYLES = f"""<?xml version="1.0" encoding="UTF-8"?><w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H1G"><w:name w:val="_ H_1_G"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H23G"><w:name w:val="_ H_2/3_G"/><w:basedOn w:val="H1G"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="SingleTxtG"><w:name w:val="_ Single Txt_G"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="Fn"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>"""


def _levels(formats: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(formats)
    )


NUMBERING = f"""<?xml version="1.0" encoding="UTF-8"?><w:numbering {W}>
<w:abstractNum w:abstractNumId="0">{_levels([("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")])}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{_levels([("upperLetter", "%1.")])}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{_levels([("bullet", "·")])}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""


def word_file(
    blocks: Iterable[Block],
    notes: Iterable[FootnoteWords] = (),
    *,
    masthead: Iterable[str] = (),
    automatic_numbers: bool = True,
    bold: bool = True,
) -> bytes:
    """The blocks as the bytes of a Word file; footnotes are numbered by Word, marks that are signs are kept."""
    notes = tuple(notes)
    body = "".join(f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in masthead)
    body += "".join(_paragraph(each, notes, automatic_numbers, bold) for each in blocks)
    return package(
        f"<w:body>{body}</w:body>",
        {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING, "word/footnotes.xml": _footnotes(notes)},
    )


def package(body: str, parts: dict[str, str]) -> bytes:
    """A Word file of the body and further parts, the same bytes every time."""
    out = io.BytesIO()
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}>{body}</w:document>'
    every = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document, **parts}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in every.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _paragraph(block: Block, notes: tuple[FootnoteWords, ...], automatic: bool, bold: bool) -> str:
    style = {Part.TITLE: "H1G", Part.HEADING: "H1G", Part.SUBHEADING: "H23G"}.get(block.part, "SingleTxtG")
    numbered = LEVELS.get(block.part) if automatic and block.label else None
    if block.part is Part.BULLET:
        numbered = (3, 0)
    number = ""
    if numbered:
        number = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
    typed = "" if numbered or not block.label else f"<w:r><w:t>{block.label}</w:t><w:tab/></w:r>"
    styled = block.part in (Part.TITLE, Part.HEADING, Part.SUBHEADING)
    runs = _runs(block.text, notes, "<w:rPr><w:b/></w:rPr>" if block.bold and bold and not styled else "")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>{typed}{runs}</w:p>'


def _runs(text: str, notes: tuple[FootnoteWords, ...], properties: str) -> str:
    marks = [each.mark for each in notes]
    pieces = CALL.split(text)
    out = ""
    for at, piece in enumerate(pieces):
        if at % 2 == 0:
            if piece:
                out += f'<w:r>{properties}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
            continue
        own = ' w:customMarkFollows="1"' if not piece.isdigit() else ""
        sign = f"<w:t>{piece}</w:t>" if own else ""
        style = '<w:rPr><w:rStyle w:val="Fn"/></w:rPr>'
        out += f'<w:r>{style}<w:footnoteReference{own} w:id="{marks.index(piece) + 1}"/>{sign}</w:r>'
    return out


def _footnotes(notes: tuple[FootnoteWords, ...]) -> str:
    separators = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    own = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t xml:space="preserve">'
        f"{escape(note.text)}</w:t></w:r></w:p></w:footnote>"
        if note.mark.isdigit()
        else f'<w:footnote w:id="{at}"><w:p><w:r><w:t>{note.mark}</w:t></w:r><w:r><w:tab/><w:t>{escape(note.text)}'
        "</w:t></w:r></w:p></w:footnote>"
        for at, note in enumerate(notes, start=1)
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}>{separators}{own}</w:footnotes>'
