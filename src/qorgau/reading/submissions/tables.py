"""Tables of a submission whose cells the file tells: which columns hold the authors' demands, and what each row is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from qorgau.reading.submissions.articles import ARTICLE_WORD, NATIONAL, SEVERAL, numbers_of
from qorgau.reading.submissions.columns import GRADES, is_cell_of_demand
from qorgau.reading.submissions.headings import Heading, HeadingKind, heading_of
from qorgau.reading.submissions.pieces import Piece

_LONGEST_HEAD = 12
_HEAD_ROWS = 3  # a title may stand above the heads of the columns
_REFERS = re.compile(r"^(?:see|as\s+(?:above|below)|idem|ibid|same\s+as|см\.?|voir|véase)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
_OWN = re.compile(
    r"\b(?:we|now|still|remain(?:s|ing)|our|new|proposed|suggested|further|additional|authors?[’']?s?|coalition[’']s|ngos?[’']?s?|updated|"
    r"наш\w*|нов\w+|предлага\w+|предложен\w+|дополнительн\w+|авторов|коалици\w+|нпо)\b",
    re.IGNORECASE,
)
# Heads that would open no list of their own in running text.
_PROPOSAL = re.compile(
    r"^(?:(?:our|the|suggested|proposed|possible|key|main)\s+){0,2}"
    r"(?:proposals?|solutions?|asks?|demands?|suggestions?|way\s+forward|measures?\s+(?:needed|required|proposed)|"
    r"(?:proposed|suggested|recommended|required|needed|necessary)\s+(?:measures?|actions?|changes?|steps?|amendments?|solutions?))$|"
    r"^(?:(?:наш\w*|предлагаем\w+|возможн\w+)\s+){0,2}(?:предложени[ея]|решени[ея]|требовани[ея]|просьб[аы])$|"
    r"^what\s+(?:(?:still\s+)?remains(?:\s+to\s+be\s+done)?|is\s+(?:still\s+)?(?:to\s+be\s+done|missing|needed))$|^(?:still\s+to\s+(?:do|be\s+done)|remaining\s+steps|что\s+(?:ещ[её]\s+)?оста[её]тся\s+сделать)$|"
    r"^what\s+(?:we|the\s+authors|the\s+\w+)\s+(?:now\s+)?(?:recommends?|asks?|proposes?|wants?|suggests?|demands?)\b(?!ed)|"
    r"^what\s+(?:should|must|needs?\s+to|ought\s+to|would|could|can|to)\b|^что\s+(?:нужно|следует|надо|необходимо|должно|делать)\b|"
    r"^(?:предлагаемые|необходимые|рекомендуемые|требуемые)\s+(?:меры|шаги|действия|изменения)$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^what\s+(?:the\s+)?(?:UN\s+)?(?:committee|subcommittee|CAT|CCPR|CEDAW|CRC|CRPD|CERD|CED|SPT|council|others?)\s+(?:has\s+)?(?:recommended|asked|said|wanted|requested)\b|"
    r"\b(?:UPR|UN|committee(?:’s|'s)?|CAT|CCPR|CEDAW|CRC|CRPD|CERD|SPT|CPT|previous|earlier|past|accepted|supported|received)\s+(?:\w+\s+)?recommendations?\b|"
    r"\brecommendations?\s+(?:of|by|from|made\s+by)\s+(?:the\s+)?(?:UN|UPR|committee|subcommittee|council|states?|CAT|SPT)\b|"
    r"\bрекомендаци\w+\s+(?:комитет\w*|УПО|ООН|государств\w*|совет\w*)\b|\b(?:предыдущ|прошл|ранее\s+вынесенн)\w+\s+рекомендаци",
    re.IGNORECASE,
)
_ARTICLE_HEAD = re.compile(
    r"^(?:relevant\s+|treaty\s+)?(?:articles?|arts?\.?|provisions?|стать[яи]|ст\.?)(?:\s+\D{0,40})?$",
    re.IGNORECASE,
)
_ARTICLES = re.compile(rf"(?:{ARTICLE_WORD}\s*)?{SEVERAL}\W*", re.IGNORECASE)
_TO_WHOM = re.compile(
    r"^(?:addressees?|addressed\s+to|to\s+whom|(?:responsible|lead)\s+(?:body|bodies|authority|authorities|agency|institution|ministry)|"
    r"(?:ответственн\w+|исполнител\w+)(?:\s+(?:орган\w*|исполнител\w+|ведомств\w+|лиц\w+))?|адресат\w*|кому)$",
    re.IGNORECASE,
)


class Holds(StrEnum):
    """What the cells of a column hold."""

    DEMANDS = "demands"  # what the authors recommend or ask
    OF_OTHERS = "of_others"  # what a committee or another State recommended
    GRADES = "grades"  # what became of it
    ARTICLES = "articles"  # the articles that a row is about
    TO_WHOM = "to_whom"  # whom a row's demand addresses
    TEXT = "text"  # anything else


@dataclass(frozen=True, slots=True)
class Column:
    """One column by its head."""

    holds: Holds
    head: str
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a table: what demands something, with the heading, articles and addressee that its row gives it."""

    column: Column | None = None
    articles: tuple[str, ...] = ()
    addressed_to: tuple[str, ...] = ()
    joins: bool = False  # goes on with the item before it


_Row = dict[int, list[Piece]]  # the lines of each cell, by column
_Rows = dict[int, _Row]


@dataclass(slots=True)
class Tables:
    """The tables whose heads were understood; `items` by the number of each of their lines."""

    items: dict[int, Item] = field(default_factory=dict)

    def of(self, piece: Piece) -> Item | None:
        """What a line is in a table that was understood; None for every other line."""
        return self.items.get(piece.line.number)


def tables_of(pieces: Sequence[Piece]) -> Tables:
    """Every table that has a column of demands, or of others' recommendations."""
    every: dict[int, _Rows] = {}
    for piece in pieces:
        if (cell := piece.line.cell) is not None:
            row = every.setdefault(cell.table, {}).setdefault(cell.row, {})
            row.setdefault(cell.column, []).append(piece)
    tables = Tables()
    for rows in every.values():
        tables.items.update(_by_columns(rows) or _by_rows(rows))
    return tables


# --- heads above columns ---


def _by_columns(rows: _Rows) -> dict[int, Item]:
    """The lines of a table with heads above its columns; none where no head is one of demands."""
    for number in sorted(rows)[:_HEAD_ROWS]:
        columns = _columns(rows[number])
        if columns:
            return _items(rows, columns, number)
    return {}


def _columns(row: _Row) -> dict[int, Column]:
    """The columns of a table below a row of heads; none where the row is no such row."""
    if len(row) < 2 or any(_is_text(pieces) for pieces in row.values()):
        return {}
    columns = {at: _column(pieces) for at, pieces in row.items()}
    held = {each.holds for each in columns.values()}
    if not held & {Holds.DEMANDS, Holds.OF_OTHERS}:
        return {}
    # what a committee recommended has a column of its own: the other one is the authors'
    if Holds.GRADES not in held or Holds.OF_OTHERS in held:
        return columns
    # beside a column of grades a recommendation was made earlier, except where the head says whose it is
    return {at: _earlier(each) for at, each in columns.items()}


def _is_text(pieces: Sequence[Piece]) -> bool:
    words = sum(len(piece.body.split()) for piece in pieces)
    return words > _LONGEST_HEAD or pieces[-1].body[-1] in ".;" or any(map(_is_demand, pieces))


def _is_demand(piece: Piece) -> bool:
    return heading_of(piece) is None and is_cell_of_demand(piece)


def _column(pieces: Sequence[Piece]) -> Column:
    head = " ".join(piece.line.text.strip() for piece in pieces).strip(" :")
    heading = heading_of(pieces[0]) if len(pieces) == 1 else None
    if _ARTICLE_HEAD.match(head) and not NATIONAL.search(head):
        return Column(Holds.ARTICLES, head)
    if _TO_WHOM.match(head):
        return Column(Holds.TO_WHOM, head)
    if _OTHERS.search(head) or (heading is not None and heading.kind is HeadingKind.REPORTED):
        return Column(Holds.OF_OTHERS, head)
    if heading is not None and heading.kind is HeadingKind.DEMANDS and not _is_issue(heading):
        return Column(Holds.DEMANDS, head, heading)
    if _PROPOSAL.match(head):
        return Column(Holds.DEMANDS, head, Heading(HeadingKind.DEMANDS, head, asks="recommendation"))
    return Column(Holds.GRADES if GRADES.search(head) else Holds.TEXT, head)


def _is_issue(heading: Heading) -> bool:
    """ "Issues" heads what is wrong, beside a column of what to do."""
    return heading.weak and heading.asks == "question"


def _earlier(column: Column) -> Column:
    own = column.heading is not None and (column.heading.asks == "question" or _OWN.search(column.head))
    return column if column.holds is not Holds.DEMANDS or own else Column(Holds.OF_OTHERS, column.head)


def _items(rows: _Rows, columns: Mapping[int, Column], head: int) -> dict[int, Item]:
    items: dict[int, Item] = {}
    articles: tuple[str, ...] = ()
    for number in sorted(rows):
        below = number > head
        articles = (_articles(rows[number], columns) if below else ()) or articles
        for at, pieces in rows[number].items():
            column = columns.get(at)
            wanted = below and column is not None and column.holds is Holds.DEMANDS
            taken = _taken(pieces) if wanted and not _is_title(rows[number], pieces) else {}
            to_whom = _to_whom(rows[number], columns) if taken else ()
            for piece in pieces:
                joins = taken.get(piece.line.number)
                found = Item() if joins is None else Item(column, articles, to_whom, joins)
                items[piece.line.number] = found
    return items


def _is_title(row: _Row, pieces: Sequence[Piece]) -> bool:
    """Whether a row of one cell is a heading within the table."""
    return len(row) == 1 and heading_of(pieces[0]) is not None and not is_cell_of_demand(pieces[0])


def _articles(row: _Row, columns: Mapping[int, Column]) -> tuple[str, ...]:
    """The articles that a row names in their column, or as a heading across the table."""
    if len(row) == 1:
        heading = heading_of(next(iter(row.values()))[0])
        return heading.articles if heading else ()
    for at, pieces in row.items():
        if at in columns and columns[at].holds is Holds.ARTICLES:
            found = _ARTICLES.fullmatch(" ".join(piece.line.text for piece in pieces).strip())
            return numbers_of(found["numbers"]) if found else ()
    return ()


def _to_whom(row: _Row, columns: Mapping[int, Column]) -> tuple[str, ...]:
    return tuple(
        piece.body
        for at, pieces in row.items()
        if at in columns and columns[at].holds is Holds.TO_WHOM
        for piece in pieces
        if _WORD.search(piece.body)
    )


def _taken(pieces: Sequence[Piece]) -> dict[int, bool]:
    """The lines of a cell that demand something, and whether each goes on with the one before it."""
    told = [piece for piece in pieces if piece.is_marked or is_cell_of_demand(piece)]
    if len(pieces) == 1 and _REFERS.match(pieces[0].body):
        return {}
    if told:
        opening = told[0] is pieces[0] and len(told) > 1 and told[0].body.endswith(":")
        kept = [piece for piece in told[opening:] if _WORD.search(piece.body)]
        return {piece.line.number: False for piece in kept}
    if sum(len(piece.body.split()) for piece in pieces) < 3 or not _WORD.search(pieces[0].body):
        return {}
    return {piece.line.number: at > 0 for at, piece in enumerate(pieces)}


# --- heads in the first column ---


def _by_rows(rows: _Rows) -> dict[int, Item]:
    """The lines of a table of two columns whose first one says what the second holds: "Recommendation" | text."""
    firsts = [row[1] for row in rows.values() if 1 in row]
    if any(set(row) - {1, 2} for row in rows.values()) or any(map(_is_text, firsts)):
        return {}
    heads = {number: _column(row[1]) for number, row in rows.items() if 1 in row}
    if not {each.holds for each in heads.values()} & {Holds.DEMANDS, Holds.OF_OTHERS}:
        return {}
    graded = any(each.holds is Holds.GRADES for each in heads.values())
    items: dict[int, Item] = {}
    for number, row in rows.items():
        head = heads.get(number)
        head = _earlier(head) if head and graded else head
        wanted = head is not None and head.holds is Holds.DEMANDS
        taken = _taken(row[2]) if wanted and 2 in row else {}
        for piece in (piece for pieces in row.values() for piece in pieces):
            joins = taken.get(piece.line.number)
            items[piece.line.number] = Item() if joins is None else Item(head, joins=joins)
    return items


def without_tables(pieces: Sequence[Piece], tables: Tables) -> Iterator[Piece]:
    """The lines outside the tables that were understood."""
    return (piece for piece in pieces if tables.of(piece) is None)
