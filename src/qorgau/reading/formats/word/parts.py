"""The parts of a Word file, read with bounds: no entity, no network, no part larger than any document."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from lxml import etree

from qorgau.reading.formats.bounds import MOST_PART_BYTES, MOST_SIGNS
from qorgau.reading.reasons import Reason, reason
from qorgau.reading.source import SourceError

# lxml has no types here; elements are handled as Any and read through the functions of this room.
Element = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Word's strict form of the format has the same words under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_RELATIONS = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_USUAL_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN = "/officeDocument"
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


class Parts:
    """The parts by name; a part that is not there is None."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MOST_PART_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = {each.filename: each for each in self._zip.infolist()}
        except _BROKEN as why:
            raise self._broken(reason("word_not_opened")) from why
        self.main = self._main()

    def xml(self, part: str) -> Element | None:
        """A part's root element."""
        if part not in self._names:
            return None
        return self._parsed(part, self._bytes(part))

    def related(self, kind: str) -> Element | None:
        """The part of a kind ("styles", "footnotes") that the main part names, else the usual one."""
        targets = (
            target for _, ending, target in self.relations(self.main) if ending.rpartition("/")[2] == kind
        )
        part = next(targets, posixpath.join(posixpath.dirname(self.main), f"{kind}.xml"))
        return self.xml(part)

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """Id, kind and target of each relation of a part within the file."""
        folder, own = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{own}.rels"))
        if root is None:
            return []
        return [
            (each.get("Id", ""), each.get("Type", ""), _target(folder, each.get("Target", "")))
            for each in root.iter("{*}Relationship")
            if each.get("TargetMode") != "External"
        ]

    def _main(self) -> str:
        named = (target for _, kind, target in self.relations("") if kind.endswith(_MAIN))
        main = next((each for each in named if each in self._names), "word/document.xml")
        if main not in self._names:
            raise self._broken(reason("word_without_main"))
        return main

    def _bytes(self, part: str) -> bytes:
        """A part unpacked, never more than the bound: a small file may unpack to gigabytes."""
        try:
            with self._zip.open(self._names[part]) as stream:
                unpacked = stream.read(self._left + 1)
        except _BROKEN as why:
            raise self._broken(reason("word_not_unpacked", part=part)) from why
        self._left -= len(unpacked)
        if self._left < 0:
            raise SourceError("file_unpacks", name=self._name, most=MOST_PART_BYTES // 2**20)
        return unpacked

    def _parsed(self, part: str, unpacked: bytes) -> Element:
        if unpacked.count(b"<") + unpacked.count(b"=") > MOST_SIGNS:
            raise SourceError("file_unpacks", name=self._name, most=MOST_PART_BYTES // 2**20)
        unpacked = unpacked.replace(_STRICT, _USUAL).replace(_STRICT_RELATIONS, _USUAL_RELATIONS)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(unpacked, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as why:
            raise self._broken(reason("word_no_xml", part=part)) from why
        if root.getroottree().docinfo.doctype:
            raise SourceError("file_entities", name=self._name, part=part)
        return root

    def _broken(self, why: Reason) -> SourceError:
        return SourceError("file_broken_word", name=self._name, why=why)


def _target(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own, or None where the element is not there."""
    return None if element is None else element.get(W + name)


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute that is a whole number, or None where it is none."""
    text = value(element, name)
    try:
        return int(text) if text is not None and len(text) < 12 else None
    except ValueError:
        return None


def switch(element: Element | None) -> bool | None:
    """A property that is on or off, or None where it is not said."""
    if element is None:
        return None
    return (value(element) or "true").lower() not in ("0", "false", "off", "none")
