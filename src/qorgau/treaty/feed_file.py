"""What changed, as an Atom feed (RFC 4287): whoever follows the recommendations need not come back to look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

# XML has no way to write these signs at all, not even as a number: one of them would break the feed for everybody.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, kw_only=True)
class FeedLine:
    """One thing that changed. id: the same for ever; at: when it became known; href: where it can be read."""

    id: str
    at: int
    title: str
    summary: str
    href: str


def atom(
    lines: Sequence[FeedLine], *, title: str, href: str, page: str, instance: str, language: str
) -> bytes:
    """The feed. href: its own address; page: of the page that it stands for."""
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _with_text(feed, "title", title)
    _with_text(feed, "id", f"urn:qorgau:{instance}:recommendations")
    # A feed that says nothing yet is as old as time: readers want a day all the same.
    _with_text(feed, "updated", _instant(max((each.at for each in lines), default=0)))
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": href})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _with_text(SubElement(feed, "author"), "name", instance)
    for line in lines:
        _entry(feed, line, instance)
    told: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return told


def _entry(feed: Element, line: FeedLine, instance: str) -> None:
    entry = SubElement(feed, "entry")
    _with_text(entry, "title", line.title)
    _with_text(entry, "id", f"urn:qorgau:{instance}:{line.id}")
    _with_text(entry, "updated", _instant(line.at))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": line.href})
    _with_text(entry, "summary", line.summary)


def _with_text(inside: Element, name: str, text: str) -> None:
    SubElement(inside, name).text = _NOT_IN_XML.sub("", text)


def _instant(at: int) -> str:
    return f"{datetime.fromtimestamp(at, tz=UTC):%Y-%m-%dT%H:%M:%SZ}"
