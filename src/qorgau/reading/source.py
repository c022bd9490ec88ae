"""A file as it was read: its lines, where each stands, what was bold, its footnotes, and what had to be mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from qorgau.lawbook.words import Language
from qorgau.reading.reasons import Value, reason


class Format(StrEnum):
    """What kind of file a document came as."""

    DOCX = "docx"  # a Word file: bold, styles and footnotes are known
    PDF = "pdf"  # pages with fonts: bold by the font's name, footnotes by place and size
    TEXT = "txt"  # text taken out of another file: bold is lost, footnotes may stand in brackets
    HTML = "html"  # a page of a site


class LineStyle(StrEnum):
    """Lines that are no running text; other styles keep the name that the file gives them."""

    FOOTNOTE = "footnote"  # a note's words; all notes stand together after the last other line
    HEADER = "header"  # a page's header, once, before everything else: a symbol or a date may stand there
    FOOTER = "footer"  # a page's footer, once, after the headers
    TITLE = "title"  # what the file itself calls its title
    TABLE = "table"  # a cell of a table that is read apart from the running text


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the source: lines are counted from 1, offsets in characters of `Source.text`."""

    line: int
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """Where in the tables of a source a line stands, each counted from 1; a cell over several is named by its first."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source after repair: one whole paragraph, also where the file broke it over lines or pages.

    White space at the ends is gone, and within is one space each, so that a number and its text stand one space apart.

    `bold` is the share of its letters set bold (0 to 1), or None where the source cannot say. `size` is in points.
    `level` is the depth of a list item (0 the outermost), or None. `label` is a number that the file keeps apart from
    the text ("12.", "(a)"), as Word's automatic numbering does; it is also written at the beginning of `text`.
    `cell` is where in a table it stands, or None outside tables and where a table cannot be told surely; a cell of
    several paragraphs is several lines, and the cells of a row stand one after the other.
    """

    number: int
    text: str
    start: int
    page: int | None = None
    bold: float | None = None
    italic: float | None = None
    size: float | None = None
    level: int | None = None
    style: str | None = None
    label: str | None = None
    bold_spans: tuple[tuple[int, int], ...] = ()
    cell: Cell | None = None

    @property
    def place(self) -> Place:
        """The whole line as a place."""
        return Place(self.number, self.start, self.start + len(self.text), self.page)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as the source has it: its mark, its words, where they stand, and where it is called from.

    Its words are a line of `Source.lines` (style "footnote", label the mark, text "<mark> <words>"), so that places
    within them can be given; `place` is that of the words. In `Source.text` the call itself is taken out; `called_at`
    is the offset where it stood, or None if it was not found.
    """

    mark: str
    text: str
    place: Place
    called_at: int | None


class Mended(StrEnum):
    """What was wrong with a piece of text."""

    NUL = "nul"  # a zero byte, or another control character
    SPLIT_WORD = "split_word"  # "develop- ment", "C AT/C"
    GLUED_NUMBER = "glued_number"  # "1.The Committee", "CO/212 December 2008"
    MIXED_SCRIPT = "mixed_script"  # a Cyrillic letter in a Latin word, or the other way
    ENCODING = "encoding"  # bytes that were not valid in the encoding
    REPEATED_LINE = "repeated_line"  # a page's header, footer or number
    JOINED_LINE = "joined_line"  # a paragraph broken over lines, put together
    ALIGNED_TABLE = "aligned_table"  # a table that no lines draw: cells told by white alone, perhaps wrongly
    HIDING_RULE = "hiding_rule"  # a rule of a page's style that hides text and was not followed
    UNREAD_PART = "unread_part"  # a part of the file that came from another file and was not read
    PICTURE_PAGES = "picture_pages"  # pages that are pictures without text: nothing on them was read
    INVISIBLE = "invisible"  # a soft hyphen or a space of no width
    LIGATURE = "ligature"  # two letters drawn as one sign


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended, or only reported where it could not be (`after` is None)."""

    what: Mended
    line: int
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read. `text` is the lines joined by a newline; every place points into it."""

    name: str
    sha256: str
    format: Format
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    repairs: tuple[Repair, ...] = ()
    pages: int | None = None
    title: str | None = field(default=None)

    @property
    def text(self) -> str:
        """All lines, one under another."""
        return "\n".join(line.text for line in self.lines)

    @property
    def body(self) -> tuple[Line, ...]:
        """The running text: without footnotes, the headers and footers of pages, and tables that are read apart."""
        apart = (LineStyle.FOOTNOTE, LineStyle.HEADER, LineStyle.FOOTER, LineStyle.TABLE)
        return tuple(line for line in self.lines if line.style not in apart)


class SourceError(Exception):
    """A file that cannot be read as a document: says what, where, why and how to mend it, in the asked language."""

    def __init__(self, key: str, **values: Value) -> None:
        """Keep the reason; the text of the error itself is English."""
        self.reason = reason(key, **values)
        super().__init__(str(self.reason))

    def said(self, language: Language) -> str:
        """The sentences in that language."""
        return self.reason.said(language)
