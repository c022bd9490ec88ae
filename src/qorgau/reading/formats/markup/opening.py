"""Opens a page of a site: parses it without network, and leaves out what is no text of the document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import etree, html

from qorgau.reading.formats.bounds import MOST_CHARACTERS
from qorgau.reading.formats.markup.blocks import Blocks
from qorgau.reading.formats.markup.calls import Calls
from qorgau.reading.formats.markup.shown import without_unseen
from qorgau.reading.formats.plain.decoding import decoded
from qorgau.reading.formats.settling import Found
from qorgau.reading.formats.starred import call_stars
from qorgau.reading.source import SourceError

_NO_TEXT = (
    "script style noscript template svg math head iframe object form button select textarea nav aside footer"
    " audio video canvas map"
).split()
_NO_TEXT_ROLES = ("navigation", "banner", "search", "contentinfo", "complementary")


def read(data: bytes, name: str) -> Found:
    """The page's blocks as lines, and its footnotes."""
    root = _parsed(data, name)
    title = " ".join((root.findtext(".//title") or "").split()) or None
    calls = Calls(root)
    fixes = without_unseen(root)
    _strip(root)
    blocks = Blocks(calls)
    drafts = blocks.of(_main(root))
    drafts, notes = call_stars(drafts, blocks.notes)
    if fixes and drafts:
        drafts[0] = replace(drafts[0], fixes=(*fixes, *drafts[0].fixes))
    return Found(drafts, notes, title=title)


def _parsed(data: bytes, name: str) -> Any:
    declared = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    text, _ = decoded(data)
    if len(text) > MOST_CHARACTERS:
        raise SourceError("file_too_long", name=name, count=len(text), most=MOST_CHARACTERS)
    try:
        # A page that is UTF-8 or marked is read as such; only others are told by what they declare.
        source = text.encode() if _is_unicode(data) else data
        parser = _utf8() if source is not data else declared
        root = html.document_fromstring(source, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, LookupError, AssertionError) as why:
        raise SourceError("file_broken_page", name=name) from why
    return root


def _utf8() -> html.HTMLParser:
    return html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _is_unicode(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:200]:
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return b"charset" not in data[:4096].lower()
    return True


def _strip(root: Any) -> None:
    """Takes out scripts, navigation and what is hidden; text behind such an element stays."""
    gone = [each for each in root.iter() if isinstance(each.tag, str) and _is_no_text(each)]
    for element in gone:
        if element.getparent() is not None and element is not root:
            element.drop_tree()


def _is_no_text(element: Any) -> bool:
    return (
        element.tag in _NO_TEXT
        or element.get("role") in _NO_TEXT_ROLES
        or element.get("hidden") is not None
        or (element.tag == "header" and element.find(".//ul") is not None)
    )


def _main(root: Any) -> Any:
    """The part of the page that holds most of its text, if the page names one."""
    body = root.find("body")
    whole = root if body is None else body
    size = len(whole.text_content())
    for tag in ("main", "article"):
        named = whole.findall(f".//{tag}")
        if len(named) == 1 and len(named[0].text_content()) * 2 > size:
            return named[0]
    return whole
