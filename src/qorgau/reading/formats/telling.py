"""Tells what a file is by its first bytes."""

from __future__ import annotations

import io
import re
import zipfile

from qorgau.reading.reasons import reason
from qorgau.reading.source import Format, SourceError

_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|section|main|div|p|h[1-6]|table|ul|ol)\b", re.I
)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Kinds that begin as text does and are none: read as text, their marks would stand among the words.
_XML = rb"<\?xml[^>]*>(?:\s|<!--.*?-->|<\?[^>]*\?>)*"
_REFUSED = {
    re.compile(rb"\{\\rtf"): "rtf",
    re.compile(rb"(?:" + _XML + rb")?<office:document\b", re.S): "flat_document",
    re.compile(rb"(?:" + _XML + rb")?<(?:w:wordDocument|pkg:package)\b", re.S): "word_xml",
    re.compile(
        rb"(?=[A-Za-z][\w-]{1,40}:[^\r\n]{0,300}\r?\n).{0,2000}?(?<![^\n])"
        rb"(?:MIME-Version:[ \t]*1\.0|Content-Type:[ \t]*multipart/)",
        re.I | re.S,
    ): "web_archive",
}
_OTHER_ZIPS = {
    "xl/": reason("zip_excel"),
    "ppt/": reason("zip_powerpoint"),
    "content.xml": reason("zip_opendocument"),
    "META-INF/container.xml": reason("zip_epub"),
}


def format_of(data: bytes, name: str) -> Format:
    """The file's format by content; SourceError for the kinds of files that are taken for documents but are not read."""
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip(data, name)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(_OLD_WORD):
        raise SourceError("file_old_word", name=name)
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t\v\f ")
    for shape, kind in _REFUSED.items():
        if shape.match(start):
            raise SourceError(f"file_kind_{kind}", name=name)
    if start.startswith(b"<") and _MARKUP.search(start):
        return Format.HTML
    if start.startswith(b"<?xml"):
        raise SourceError("file_other_xml", name=name)
    return Format.TEXT


def _zip(data: bytes, name: str) -> Format:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as why:
        raise SourceError("file_broken_zip", name=name) from why
    if any(each.startswith("word/") for each in names):
        return Format.DOCX
    found = (what for part, what in _OTHER_ZIPS.items() if any(n.startswith(part) for n in names))
    raise SourceError("file_another_zip", name=name, what=next(found, reason("zip_plain")))
