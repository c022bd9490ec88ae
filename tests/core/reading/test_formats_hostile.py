"""Files made to do harm, or broken, or of another kind: a clear sentence, never a hang and never another error."""

from __future__ import annotations

import io
import zipfile

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.reading.papers import builders
from tests.core.reading.papers.word import RELATIONS, TYPES, W, package

from qorgau.reading.formats import bounds, open_source
from qorgau.reading.source import Source, SourceError


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as why:
        open_source(data, name="given.bin")
    assert "given.bin" in str(why.value)
    return str(why.value)


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


FLAT = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- kept flat -->\n<office:document xmlns:office="x"><p>text</p></office:document>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".doc"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\xef\xbb\xbf \r\n\t{\\rtf1 text}", "RTF"),
        (FLAT.encode(), ".fodt"),
        (FLAT.encode("utf-16"), ".fodt"),
        (
            b'<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x"/>',
            "XML",
        ),
        (
            b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"><p>text</p></pkg:package>',
            "Word file kept as XML",
        ),
        (
            b"From: <Saved by a browser>\r\nSubject: a page\r\nMIME-Version: 1.0\r\n\r\n<html><p>text</p>",
            ".mht",
        ),
        (b'\nContent-Type: multipart/related; boundary="x"\n\n--x\n', ".mht"),
        (b'<?xml version="1.0"?><rows><row>text</row></rows>', "XML"),
        (b"PK\x03\x04 and nothing more", "broken"),
        (b"%PDF-1.7\nand nothing more", "broken"),
        (zipped(xl__workbook=b"x"), "Excel"),
        (zipped(readme=b"x"), "zip"),
        (zipped(word__styles=b"x"), "missing"),
        (bytes(range(256)) * 40, "neither"),
        (b"\x89PNG\r\n\x1a\n" + b"\0\1\2\3" * 300, "neither"),
        (b"   \n\n  ", "no text"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, says: str) -> None:
    assert says in refused(data)


def test_a_text_that_only_speaks_of_such_files_is_read() -> None:
    text = (
        "Note: MIME-Version: 1.0 is written above letters.\nThe Committee: it has read {\\rtf1 and <?xml.\n"
    )
    assert len(open_source(text.encode(), name="a.txt").lines) == 2
    page = b'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="x"><body><p>text</p></body></html>'
    assert [line.text for line in open_source(page, name="a.xhtml").lines] == ["text"]


def test_a_word_file_that_unpacks_to_gigabytes_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qorgau.reading.formats.word.parts.MOST_PART_BYTES", 2**20)
    body = "<w:body>" + "<w:p><w:r><w:t>aaaa</w:t></w:r></w:p>" * 60_000 + "</w:body>"
    assert "unpacks to more" in refused(package(body, {}))


def test_a_word_file_that_declares_entities_is_refused() -> None:
    document = (
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">'
        f'<!ENTITY file SYSTEM "file:///etc/hostname">]><w:document {W}><w:body><w:p><w:r><w:t>&b;&file;</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    assert "entities" in refused(out.getvalue())


def test_boxes_within_boxes_without_end_are_read_to_a_bound() -> None:
    deep = (
        "<w:sdt><w:sdtContent>" * 100
        + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
        + "</w:sdtContent></w:sdt>" * 100
    )
    data = package(f"<w:body><w:p><w:r><w:t>top</w:t></w:r></w:p>{deep}</w:body>", {})
    assert open_source(data, name="deep.docx").lines[0].text == "top"


def test_a_style_that_is_based_on_itself_ends() -> None:
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>'
    data = package("<w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body>", {"word/styles.xml": styles})
    assert [line.text for line in open_source(data, name="circle.docx").lines] == ["text"]


def test_macros_are_not_looked_at() -> None:
    data = package("<w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body>", {"word/vbaProject.bin": "harm"})
    assert [line.text for line in open_source(data, name="macro.docx").lines] == ["text"]


def test_a_scan_is_named_as_such() -> None:
    document = pdfium.PdfDocument.new()
    document.new_page(300, 400).close()
    out = io.BytesIO()
    document.save(out)
    document.close()
    assert "scan" in refused(out.getvalue())


def test_a_file_beyond_the_bound_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_BYTES", 100)
    assert "at most" in refused(b"a" * 101)


def test_scripts_and_hidden_parts_of_a_page_are_no_text() -> None:
    page = b"<html><body><script>x()</script><p style='display: none'>hidden</p><p>seen</p><nav>menu</nav></body></html>"
    assert [line.text for line in open_source(page, name="page").lines] == ["seen"]


STARTS = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"<!DOCTYPE html><p>",
    b"\xff\xfe",
    b"[footnoteRef:1] [1: ",
    b"1. The Committee\n(a) To",
)


def read_or_refused(data: bytes) -> None:
    try:
        source = open_source(data, name="fuzz")
    except SourceError:
        return
    assert isinstance(source, Source)
    text = source.text
    for line in source.lines:
        assert text[line.start : line.start + len(line.text)] == line.text
        assert "\n" not in line.text
    for note in source.notes:
        assert text[note.place.start : note.place.end] == note.text
        assert note.called_at is None or 0 <= note.called_at <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes_give_a_source_or_a_reason(start: bytes, rest: bytes) -> None:
    read_or_refused(start + rest)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.text(max_size=300))
def test_any_text_gives_a_source_or_a_reason(start: bytes, rest: str) -> None:
    read_or_refused(start + rest.encode("utf-8", "surrogatepass"))


TAGS = st.sampled_from(
    ["p", "b", "ol", "li", "sup", "a href='#x'", "a id='x'", "br", "table", "td", "div", "h1", "ul"]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(TAGS, st.text("ab1[]*. ", max_size=6)), max_size=25))
def test_any_page_gives_a_source_or_a_reason(pieces: list[tuple[str, str]]) -> None:
    read_or_refused(b"<html><body>" + "".join(f"<{tag}>{text}" for tag, text in pieces).encode())


@pytest.mark.parametrize("build", [builders.observations_docx, builders.observations_pdf])
def test_a_damaged_file_gives_a_source_or_a_reason(build: object) -> None:
    data = build().data  # type: ignore[operator]

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.integers(0, len(data) - 1), st.integers(0, 255)), min_size=1, max_size=12))
    def damaged(changes: list[tuple[int, int]]) -> None:
        spoiled = bytearray(data)
        for at, byte in changes:
            spoiled[at] = byte
        read_or_refused(bytes(spoiled))

    damaged()
