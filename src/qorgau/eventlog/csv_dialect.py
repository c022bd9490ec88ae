"""How a text table is written down: its encoding, line ends, delimiter and header."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from qorgau.eventlog.log import UnreadableLogError

DELIMITERS = (",", ";", "\t", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE_BYTES = 65_536


@dataclass(frozen=True)
class PlainText:
    """A file's content as UTF-8 bytes with newline characters at the ends of lines."""

    data: bytes
    encoding: str
    notes: tuple[str, ...] = ()


def read_bytes(path: Path) -> bytes:
    """The file's content, unpacked if it is gzipped."""
    try:
        data = path.read_bytes()
        return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    except FileNotFoundError:
        raise UnreadableLogError(
            place=path.name, why="there is no such file.", mend="Check the name and the folder."
        ) from None
    except IsADirectoryError:
        raise UnreadableLogError(
            place=path.name, why="this is a folder.", mend="Name a file in it."
        ) from None
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise UnreadableLogError(
            place=path.name,
            why=f"the packed file is damaged or cut short ({error}).",
            mend="Fetch or export it again.",
        ) from None


def read_plain_text(path: Path, *, encoding: str | None = None) -> PlainText:
    """Read a text table; an encoding that had to be guessed is named in the notes."""
    data = read_bytes(path)
    if len(data) < _SAMPLE_BYTES and not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableLogError(
            place=path.name,
            why="the file is empty.",
            mend="Export the log again; a header line and at least one row are needed.",
        )
    plain = _decoded(data, place=path.name, encoding=encoding)
    if b"\x00" in plain.data:
        raise UnreadableLogError(
            place=path.name,
            why="the file holds zero bytes, so it is not a table of text.",
            mend="If it is a spreadsheet or Parquet file, give it its own ending (.xlsx, .parquet).",
        )
    return plain


def _decoded(data: bytes, *, place: str, encoding: str | None) -> PlainText:
    for mark, name in _BOMS:
        if data.startswith(mark) and encoding is None:
            return _in_encoding(data[len(mark) :], name, place)
    if encoding is not None:
        return _in_encoding(data, encoding, place)
    if (unmarked := _utf_16_without_mark(data[:_SAMPLE_BYTES])) is not None:
        return _in_encoding(data, unmarked, place)
    if _is_utf_8(data):
        return PlainText(_newlines(data), "utf-8")
    return _guessed(data)


def _in_encoding(data: bytes, encoding: str, place: str) -> PlainText:
    try:
        text = data if encoding == "utf-8" else data.decode(encoding).encode()
        if encoding == "utf-8":
            data.decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableLogError(
            place=f"{place}, line {line}",
            why=f"byte {error.start} is not {encoding}.",
            mend="Say the right `encoding:` in the map, or save the file as UTF-8.",
        ) from None
    except LookupError:
        raise UnreadableLogError(
            place=place,
            why=f"`{encoding}` is not the name of an encoding.",
            mend="Use a name such as utf-8, utf-16, windows-1251 or cp866.",
        ) from None
    return PlainText(_newlines(text.removeprefix(b"\xef\xbb\xbf")), encoding)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _utf_16_without_mark(sample: bytes) -> str | None:
    """Latin letters, digits and commas in UTF-16 have a zero in every other byte."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 0.3:
        return "utf-16-le"
    if half and sample[0::2].count(0) > half * 0.3:
        return "utf-16-be"
    return None


# Letters that make up half of any Russian text; in a wrong encoding they become rare ones.
_COMMON_LETTERS = frozenset("оеаинтсрвл")


def _guessed(data: bytes) -> PlainText:
    """Guess among the encodings of Cyrillic text by its commonest letters; else windows-1252."""
    sample = data[:_SAMPLE_BYTES].decode("latin-1")
    high = bytes(ord(sign) for sign in sample if ord(sign) > 127)
    scores = {
        name: sum(letter in _COMMON_LETTERS for letter in high.decode(name, "replace"))
        for name in ("windows-1251", "cp866", "koi8-r")
    }
    encoding = max(scores, key=lambda name: scores[name])
    if not high or scores[encoding] < len(high) * 0.3:
        encoding = "windows-1252"
    note = (
        f"The file is not UTF-8; {encoding} was assumed. "
        "If letters look wrong, say the right `encoding:` in the map."
    )
    return PlainText(_newlines(data.decode(encoding, "replace").encode()), encoding, (note,))


def _newlines(data: bytes) -> bytes:
    """One newline character at the end of each line, whichever of three ways the file has."""
    if b"\r" not in data:
        return data
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def sniff_delimiter(data: bytes) -> str:
    """The delimiter that splits the first lines most evenly; a comma if none does."""
    sample = data[:_SAMPLE_BYTES].decode("utf-8", "ignore")
    lines = [line for line in sample.split("\n")[:50] if line.strip()]

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter))
        width, times = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1], pair[0]), default=(0, 0))
        return (times, width) if width > 1 else (0, 0)

    return max(DELIMITERS, key=evenness)


def first_records(data: bytes, *, delimiter: str, count: int) -> list[list[str]]:
    """The first records of a table, to find its header in."""
    sample = data[: _SAMPLE_BYTES * 4].decode("utf-8", "ignore")
    records: list[list[str]] = []
    for cells in csv.reader(io.StringIO(sample, newline="\n"), delimiter=delimiter):
        records.append([cell.strip() for cell in cells])
        if len(records) == count:
            break
    return records
