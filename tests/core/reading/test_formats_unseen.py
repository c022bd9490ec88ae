"""What nobody sees in a document, and what was struck out, does not stand; what could not be read is said."""

from __future__ import annotations

import pytest
from tests.core.reading.papers.word import package

from qorgau.reading.formats import open_source
from qorgau.reading.source import Mended, Source, SourceError

SEEN = "<p>Keep a register.</p>"


def page(body: str, style: str = "") -> Source:
    text = f"<html><head><style>{style}</style></head><body>{SEEN}{body}</body></html>"
    return open_source(text.encode(), name="page.html")


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines][1:]


def told(source: Source, what: Mended) -> list[str]:
    return [repair.before for repair in source.repairs if repair.what is what]


@pytest.mark.parametrize(
    "body",
    [
        "<p><del>Close the house.</del></p>",
        "<p><s>Close the house.</s></p>",
        "<p><strike>Close the house.</strike></p>",
        '<p style="text-decoration: underline LINE-THROUGH">Close the house.</p>',
        '<p style="visibility: hidden">Close the <b>house</b>.</p>',
        '<p style="font-size:0">Close the <b style="font-size: 2em">house</b>.</p>',
        '<p style="font-size: 0px !important">Close the house.</p>',
        '<p style="opacity: 0">Close the house.</p>',
        '<p style="color: red; display :none">Close the house.</p>',
        "<p hidden>Close the house.</p>",
    ],
)
def test_what_an_element_hides_or_strikes_out_is_not_read(body: str) -> None:
    assert texts(page(body + "<p>Open it.</p>")) == ["Open it."]


def test_the_words_around_what_was_deleted_stay() -> None:
    source = page(
        '<p>Close <del>the <b>old</b></del> <ins>each</ins> house<s> soon</s>.<i style="font-size:0">x</i></p>'
    )
    assert texts(source) == ["Close each house."]


@pytest.mark.parametrize(
    "style",
    [
        ".off { display: none }",
        "/* .no {} */ p.off{DISPLAY:none}",
        "h1, .big, p.off.old { visibility: hidden; }",
        "#one { text-decoration-line: line-through }",
        "*{color:red} p { font-size: 12pt } .off { font-size: 0 }",
        ".off { display: none !important } #one { display: block }",
        "@media print { .x { color: red } } .off { display: none }",
        "@import url(x.css); .off { display: none }",
    ],
)
def test_a_simple_rule_of_the_pages_own_style_hides(style: str) -> None:
    source = page('<p id="one" class="old off">Close the house.</p><p>Open it.</p>', style)
    assert texts(source) == ["Open it."]
    assert not told(source, Mended.HIDING_RULE)


@pytest.mark.parametrize(
    "style",
    [
        ".off { display: none } #one { display: block }",
        ".off { display: none } .off { display: block }",
        "h1.off { display: none }",
        ".of { display: none }",
        "@media print { .off { display: none } }",
        "@keyframes k { from { visibility: hidden } } .off { color: red }",
        "body { visibility: hidden }",
    ],
)
def test_what_a_later_or_stronger_rule_shows_is_read(style: str) -> None:
    assert texts(page('<p id="one" class="off">Open it.</p>', style)) == ["Open it."]


def test_a_part_that_is_shown_within_what_is_hidden_is_read() -> None:
    body = '<div style="visibility:hidden">Close <p style="visibility: visible">Open it.</p> the house</div>'
    assert texts(page(body)) == ["Open it."]


def test_a_hiding_rule_that_is_not_followed_is_named() -> None:
    source = page('<div class="x"><p>Open it.</p></div>', ".x > p { display: none } .x:hover { color: red }")
    assert texts(source) == ["Open it."]
    assert told(source, Mended.HIDING_RULE) == [".x > p"]


def test_a_page_with_rules_without_end_is_read_in_time() -> None:
    source = page("<div>" * 100 + "<p class='a'>Open it.</p>" * 300, "@x{" * 5000 + ".a{display:none}" * 5000)
    assert source.lines


def word(body: str, parts: dict[str, str] | None = None) -> Source:
    return open_source(package(f"<w:body>{body}</w:body>", parts or {}), name="given.docx")


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("properties", ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>"])
def test_letters_that_word_strikes_out_or_hides_are_not_read(properties: str) -> None:
    assert [line.text for line in word(p("Close it.", properties) + p("Open it.")).lines] == ["Open it."]
    off = properties.replace("/>", ' w:val="0"/>')
    assert [line.text for line in word(p("Open it.", off)).lines] == ["Open it."]


def test_a_deleted_cell_says_nothing_and_the_others_keep_their_places() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{p(text)}</w:tc>"

    gone = '<w:cellDel w:id="1" w:author="a"/>'
    rows = f"<w:tr>{cell('One')}{cell('Two', gone)}{cell('Three')}</w:tr><w:tr>{cell('1')}{cell('2')}{cell('3')}</w:tr>"
    found = [(line.text, line.cell and line.cell.column) for line in word(f"<w:tbl>{rows}</w:tbl>").lines]
    assert found == [("One", 1), ("Three", 3), ("1", 1), ("2", 2), ("3", 3)]


def test_the_words_of_an_empty_form_are_not_the_writers() -> None:
    def control(properties: str, text: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>"

    body = control("<w:showingPlcHdr/>", p("Click here to enter text.")) + control("", p("Open it."))
    run = "<w:r><w:t>choose</w:t></w:r>"
    body += f"<w:p><w:r><w:t>State: </w:t></w:r>{control('<w:showingPlcHdr/>', run)}</w:p>"
    assert [line.text for line in word(body).lines] == ["Open it.", "State:"]


def _inserted(text: str) -> Source:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdA"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="other.mht"/></Relationships>'
    )
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    body = f'{text}<w:altChunk {space} r:id="rIdA"/>'
    return word(body, {"word/_rels/document.xml.rels": relation})


def test_a_part_of_another_file_is_said_not_to_be_read() -> None:
    source = _inserted(p("Open it."))
    assert [line.text for line in source.lines] == ["Open it."]
    assert told(source, Mended.UNREAD_PART) == ["word/other.mht"]


def test_a_file_that_is_only_such_a_part_is_refused_with_a_way_out() -> None:
    with pytest.raises(SourceError, match="inserted from other files"):
        _inserted("")
