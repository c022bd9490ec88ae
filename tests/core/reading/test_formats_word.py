"""Word files: numbers computed as Word does, what is bold by inheritance, what was deleted left out."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.word import STYLES, W, package

from qorgau.reading.formats import open_source
from qorgau.reading.source import Source


def opened(body: str, **parts: str) -> Source:
    """A Word file of the body and parts ("styles", "numbering"), opened."""
    named = {f"word/{name}.xml": text for name, text in parts.items()}
    return open_source(package(f"<w:body>{body}</w:body>", named), name="synthetic.docx")


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def p(text: str, *, numbered: tuple[int, int] | None = None, style: str = "") -> str:
    number = ""
    if numbered:
        number = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
    tied = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{tied}{number}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{nums}</w:numbering>'


OUTLINE = level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "(%3)")


def labels(source: Source) -> list[str | None]:
    return [line.label for line in source.lines]


def test_letters_begin_anew_below_each_number() -> None:
    body = "".join(p("x", numbered=(1, at)) for at in (0, 1, 1, 2, 2, 1, 0, 1))
    found = labels(opened(body, numbering=numbering(OUTLINE)))
    assert found == ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)"]


def test_a_level_that_never_restarts_counts_on() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    body = "".join(p("x", numbered=(1, at)) for at in (0, 1, 1, 0, 1))
    assert labels(opened(body, numbering=numbering(levels))) == ["I.", "1.", "2.", "II.", "3."]


def test_two_lists_of_one_definition_count_together_unless_one_says_where_it_starts() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
        "</w:lvlOverride></w:num>"
    )
    body = "".join(p("x", numbered=(each, 0)) for each in (1, 2, 3, 3))
    assert labels(opened(body, numbering=numbering(OUTLINE, nums))) == ["1.", "2.", "7.", "8."]


def test_a_number_of_several_levels_is_written_whole() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")
    body = "".join(p("x", numbered=(1, at)) for at in (0, 1, 1))
    assert labels(opened(body, numbering=numbering(levels))) == ["1.", "1.1", "1.2"]


@pytest.mark.parametrize(
    ("form", "start", "label"),
    [
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 2, "B"),
        ("lowerRoman", 49, "xlix"),
        ("russianLower", 8, "з"),
    ],
)
def test_forms_of_numbers(form: str, start: int, label: str) -> None:
    source = opened(p("x", numbered=(1, 0)), numbering=numbering(level(0, form, "%1)", start=start)))
    assert labels(source) == [f"{label})"]


def test_a_style_numbers_its_paragraphs_and_zero_takes_one_out() -> None:
    styles = STYLES.replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="Num"><w:name w:val="Numbered"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>',
    )
    body = p("x", style="Num") + p("y", style="Num", numbered=(0, 0)) + p("z", style="Num")
    source = opened(body, styles=styles, numbering=numbering(OUTLINE))
    assert texts(source) == ["1. x", "y", "2. z"]


def test_an_empty_numbered_paragraph_counts_but_is_no_line() -> None:
    body = p("x", numbered=(1, 0)) + p("", numbered=(1, 0)) + p("z", numbered=(1, 0))
    assert texts(opened(body, numbering=numbering(OUTLINE))) == ["1. x", "3. z"]


def test_bold_comes_from_the_run_its_style_and_the_paragraphs_style() -> None:
    styles = STYLES.replace(
        "</w:styles>",
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
        "</w:styles>",
    )
    strong = '<w:rStyle w:val="Strong"/>'
    plain, styled, turned = (
        run("plain again", '<w:b w:val="0"/>'),
        run("by style", strong),
        run("turned", strong),
    )
    body = (
        p("heading", style="H23G")
        + f'<w:p><w:pPr><w:pStyle w:val="H23G"/></w:pPr>{plain}</w:p>'
        + f"<w:p>{styled}</w:p>"
        + f'<w:p><w:pPr><w:pStyle w:val="H23G"/></w:pPr>{turned}</w:p>'
        + f"<w:p>{run('some ')}{run('bold', '<w:b/>')}</w:p>"
    )
    source = opened(body, styles=styles)
    assert [line.bold for line in source.lines] == [1.0, 0.0, 1.0, 0.0, 0.5]
    assert source.lines[4].bold_spans == ((5, 9),)


def test_insertions_are_in_and_deletions_are_out() -> None:
    body = (
        f"<w:p>{run('The State party ')}<w:ins>{run('should')}</w:ins><w:del><w:r><w:delText>must</w:delText></w:r>"
        f"</w:del>{run(' act.')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('First half, ')}</w:p><w:p>{run('second half.')}</w:p>"
        f"<w:moveFrom>{p('moved')}</w:moveFrom><w:moveTo>{p('moved')}</w:moveTo>"
    )
    assert texts(opened(body)) == ["The State party should act.", "First half, second half.", "moved"]


def test_tables_boxes_links_and_fields_are_read_once_and_in_order() -> None:
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing><w:txbxContent>{p('boxed')}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{p('boxed')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = (
        f"<w:tbl><w:tr><w:tc>{p('left')}</w:tc><w:tc>{p('right')}</w:tc></w:tr></w:tbl>"
        f"<w:p><w:r>{box}</w:r><w:hyperlink>{run('a link')}</w:hyperlink></w:p>"
        f"<w:sdt><w:sdtContent>{p('controlled')}</w:sdtContent></w:sdt>"
        f"<w:p>{run('page ')}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('4', '<w:vanish/>')}{run('of it')}</w:p>"
    )
    assert texts(opened(body)) == ["left", "right", "a link", "boxed", "controlled", "page of it"]


def test_line_breaks_part_list_items_and_join_running_text() -> None:
    body = "<w:p><w:r><w:t>To:</w:t><w:br/><w:t>(a) see;</w:t><w:br/><w:t>(b) act upon</w:t><w:br/><w:t>it.</w:t></w:r></w:p>"
    assert texts(opened(body)) == ["To:", "(a) see;", "(b) act upon it."]


def test_headers_stand_first_and_once() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/header" Target="header1.xml"/><Relationship Id="b" Type="x/header"'
        ' Target="header2.xml"/></Relationships>'
    )
    reference = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    body = p("Text.") + (
        f'<w:sectPr><w:headerReference {reference} w:type="default" r:id="b"/>'
        f'<w:headerReference {reference} w:type="first" r:id="a"/></w:sectPr>'
    )
    header = f"<w:hdr {W}>{p('CAT/C/XSY/CO/3')}%s</w:hdr>"
    data = package(
        f"<w:body>{body}</w:body>",
        {
            "word/_rels/document.xml.rels": relations,
            "word/header1.xml": header % p("Distr.: General"),
            "word/header2.xml": header % p("7"),
        },
    )
    source = open_source(data, name="synthetic.docx")
    assert texts(source) == ["CAT/C/XSY/CO/3", "Distr.: General", "Text."]
    assert [line.style for line in source.lines][:2] == ["header", "header"]
    assert [line.text for line in source.body] == ["Text."]
