"""Writes blocks as a page of a site: navigation around it, footnotes as links to a list at the end."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tests.core.reading.papers.paper import CALL, Block, FootnoteWords, Part

_TAGS = {Part.TITLE: "h1", Part.HEADING: "h2", Part.SUBHEADING: "h3"}


def html_page(
    blocks: Iterable[Block], notes: Iterable[FootnoteWords], *, masthead: Iterable[str] = ()
) -> str:
    """The blocks as a page; bullets as an unordered list, everything else typed."""
    body = "".join(f"<p>{escape(each)}</p>\n" for each in masthead) + "".join(map(_block, blocks))
    ends = "".join(
        f'<p id="note-{_name(each.mark)}"><a href="#call-{_name(each.mark)}">{each.mark}</a> {escape(each.text)}</p>\n'
        for each in notes
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Synthetic page</title>'
        "<style>p{margin:0}</style><script>var shown = '<p>not text</p>';</script></head>\n"
        '<body><nav><ul><li><a href="/">Home</a></li></ul></nav>\n'
        f"<main>{body}<section>{ends}</section></main>\n<footer>Contact</footer></body></html>\n"
    )


def _block(block: Block) -> str:
    text = CALL.sub(lambda call: _link(call[1]), escape(block.text))
    if block.part is Part.BULLET:
        return f"<ul><li>{text}</li></ul>\n"
    tag = _TAGS.get(block.part, "p")
    text = f"{block.label} {text}".strip()
    return f"<{tag}><b>{text}</b></{tag}>\n" if block.bold and tag == "p" else f"<{tag}>{text}</{tag}>\n"


def _link(mark: str) -> str:
    return f'<sup><a id="call-{_name(mark)}" href="#note-{_name(mark)}">{mark}</a></sup>'


def _name(mark: str) -> str:
    return mark if mark.isdigit() else "star"
