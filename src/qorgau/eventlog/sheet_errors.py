"""Cells of a spreadsheet that hold an error, which the reader of sheets shows as empty."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

_CELL = re.compile(rb"<c\b([^>]*\bt=\"e\"[^>]*)>(.*?)</c>", re.DOTALL)
_PLACE = re.compile(rb"\br=\"([A-Z]+)(\d+)\"")
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGEST = 2_000_000_000


def error_cells(path: Path, sheet: str) -> dict[tuple[int, int], str]:
    """The (row, column) of each error cell of a sheet, from 0, with the error's text."""
    if not zipfile.is_zipfile(path):
        return {}
    with zipfile.ZipFile(path) as book:
        part = _part_of(book, sheet)
        if part is None or book.getinfo(part).file_size > _LARGEST:
            return {}
        return dict(_errors(book.read(part)))


def _part_of(book: zipfile.ZipFile, sheet: str) -> str | None:
    """The file inside the workbook that holds a sheet."""
    try:
        names = fromstring(book.read("xl/workbook.xml"))
        links = fromstring(book.read("xl/_rels/workbook.xml.rels"))
    except KeyError:
        return None
    wanted = {link.get("Id"): link.get("Target") for link in links}
    for node in _sheets(names):
        if node.get("name") == sheet:
            target = (wanted.get(node.get(_RELATION)) or "").removeprefix("/")
            part = target if target.startswith("xl/") else f"xl/{target}"
            return part if part in book.namelist() else None
    return None


def _sheets(names: Element) -> Iterator[Element]:
    return (node for node in names.iter() if node.tag.endswith("}sheet"))


def _errors(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _CELL.finditer(content):
        place, value = _PLACE.search(match[1]), _VALUE.search(match[2])
        if place and value:
            yield (int(place[2]) - 1, _column_number(place[1])), value[1].decode()


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
