"""Takes items into an open list of demands, cells out of a table, and knows when a list or a table is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qorgau.reading.reasons import reason
from qorgau.reading.source import Source
from qorgau.reading.submissions.chapters import Chapters, recurring
from qorgau.reading.submissions.collecting import Collected
from qorgau.reading.submissions.columns import (
    cells_after,
    ends_table,
    is_cell_of_demand,
    is_head_of_grades,
)
from qorgau.reading.submissions.demanding import demands, is_imperative
from qorgau.reading.submissions.describing import describes
from qorgau.reading.submissions.found import Section
from qorgau.reading.submissions.headings import Heading, heading_of
from qorgau.reading.submissions.items import LONG, demands_first, fragments_after, is_other_text, is_part
from qorgau.reading.submissions.mode import SHAPED, Mode
from qorgau.reading.submissions.numbering import numbered_through
from qorgau.reading.submissions.own_marks import own_marks
from qorgau.reading.submissions.pages import without_furniture
from qorgau.reading.submissions.pieces import Piece, pieces
from qorgau.reading.submissions.saying import is_told
from qorgau.reading.submissions.shapes import tells
from qorgau.reading.submissions.signing import is_contact
from qorgau.reading.submissions.tables import Column, Item, tables_of, without_tables
from qorgau.reading.submissions.whole import LastLists

# What the authors would have the Committee write: "The Committee recommends that ..."
IN_ITS_WORDS = re.compile(
    r"^(?:that\s+)?the\s+committee\s+(?:also\s+|further\s+)?(?:recommends?|urges?|calls?\s+(?:up)?on|requests?|encourages?|asks?)\b|^комитет\s+(?:также\s+)?(?:рекомендует|призывает|просит|настоятельно)\b",
    re.IGNORECASE,
)
# "The Supreme Court is asked to issue guidance", after the lists of other bodies
IS_ASKED = re.compile(
    r"^(?:the\s+)?[^.;:]{3,80}?\s+(?:is|are)\s+(?:also\s+)?(?:asked|urged|called\s+(?:up)?on|invited|requested|recommended|encouraged|advised)\s+to\b",
    re.IGNORECASE,
)
NARRATIVE = 300
GERUND = re.compile(r"^[A-Z][a-z]+ing\b")
WORD = re.compile(r"[^\W\d_]{3}")


class Taking:
    """A walk's lines, what it has found, and the list that is open."""

    def __init__(self, source: Source) -> None:
        read = [piece for piece in pieces(source) if not is_contact(piece.line.text)]
        self.pieces: Sequence[Piece] = without_furniture(read)
        self.collected = Collected(numbered_through(self.pieces))
        self.section = Section(1)
        self.tables = tables_of(self.pieces)
        running = without_tables(self.pieces, self.tables)
        headings = [(piece, heading) for piece in running if (heading := heading_of(piece))]
        self.chapters = Chapters(recurring(headings))
        self.last_lists = LastLists(headings)
        self.own_marks = own_marks(self.pieces)
        self.listed = False
        self.fragments = 0
        self.mode: Mode | None = None
        self.column: tuple[Column, int] | None = None
        self.at = 0

    @property
    def following(self) -> Piece | None:
        """The line after this one."""
        return self.pieces[self.at + 1] if self.at + 1 < len(self.pieces) else None

    # --- tables, by their cells and, in plain text, by their lines ---------------------------------------------------------------------------------------------------

    def _of_table(self, piece: Piece, item: Item) -> None:
        """One line of a table whose cells the file tells: a demand of the authors, or text."""
        self.mode = None
        self.fragments = 0
        column = item.column
        if column is None or column.heading is None:
            self.collected.keep(piece, self.section)
        elif item.joins:
            self.collected.join(piece)
        else:
            mode = self._of_column(column, column.heading, item.addressed_to)
            section = replace(self.section, articles=item.articles) if item.articles else self.section
            self.collected.want(piece, mode, section)

    def _of_column(self, column: Column, heading: Heading, to_whom: tuple[str, ...]) -> Mode:
        """The list that a column is; it stays one list however many rows it has."""
        if self.column is None or self.column[0] is not column:
            self.column = column, self.collected.new_group()
        how = reason("wanted_under", heading=column.head)
        return Mode(how, heading.asks, self.column[1], 0.95, to_whom or heading.addressed_to, by_heading=True)

    def _in_table(self, mode: Mode, piece: Piece) -> bool:
        if mode.reported and mode.head_at is not None:
            return self._in_table_of_others(mode, piece)
        return mode.columns and self._in_column(piece)

    def _in_table_of_others(self, mode: Mode, piece: Piece) -> bool:
        """One more head of a column beside "Recommendation of the Committee", or a cell below them."""
        if self.at == (mode.head_at or 0) + 1 and is_head_of_grades(piece):
            mode.head_at = self.at
            mode.columns = True
        elif not mode.columns or ends_table(piece, heading_of(piece)):
            mode.head_at = None
            return False
        self.collected.keep(piece, self.section)
        return True

    def _in_column(self, piece: Piece) -> bool:
        """One cell of a table: a demand, or text of another column; False where the table is over."""
        mode = self.mode
        if mode is None or piece.is_heading_style or not self._is_cell(piece):
            return False
        if is_cell_of_demand(piece):
            self.collected.want(piece, mode, self.section)
        else:
            self.collected.keep(piece, self.section)
        return True

    def _is_cell(self, piece: Piece) -> bool:
        """A line of a table: another demand still comes before anything that is surely no cell."""
        return is_cell_of_demand(piece) or any(
            is_cell_of_demand(each) for each in cells_after(self.pieces, self.at)
        )

    # --- items ---

    def _take(self, piece: Piece) -> bool:
        mode = self.mode
        if mode is None:
            return False
        if mode.reported:
            return self._stay_reported(piece)
        if self._continues(piece):
            self.collected.join(piece)
            return True
        if not self._accepts(piece, mode):
            return False
        if self._is_part(piece):
            self.collected.join(piece)
            return True
        self.collected.want(piece, mode, self.section)
        return True

    def _is_part(self, piece: Piece) -> bool:
        """Whether it is a deeper bullet that only goes on with the item right before it."""
        wanted, before = self.collected.wanted, self.pieces[self.at - 1]
        return bool(wanted) and wanted[-1].place.end == before.place.end and is_part(piece, before)

    def _is_introduction(self, piece: Piece) -> bool:
        """A paragraph right under "Recommendations" that ends in a colon says what follows."""
        mode = self.mode
        if mode is None or mode.reported or not mode.by_heading or mode.marked is not None or piece.is_marked:
            return False
        after = self.following
        if after is None or not piece.body.endswith(":") or len(piece.body) <= LONG:
            return False
        return not after.is_marked or heading_of(after) is not None

    def _fragments(self, piece: Piece) -> int:
        """How many lines below are parts of this item."""
        mode = self.mode
        return 0 if mode is None or mode.reported or mode.columns else fragments_after(self.pieces, self.at)

    def _stay_reported(self, piece: Piece) -> bool:
        """What others recommended is kept as running text; a list after a lead ends with its last item."""
        if self.mode and not self.mode.by_heading and not piece.is_marked:
            self.mode = None
            return False
        self.collected.keep(piece, self.section)
        return True

    def _accepts(self, piece: Piece, mode: Mode) -> bool:
        if not WORD.search(piece.body):
            return False
        if mode.same_line and piece.is_marked and not tells(piece.body):
            self.mode = None
            return False
        if mode.sure == SHAPED and piece.is_marked and _is_narrative(piece):
            return False
        if piece.is_marked:
            if is_other_text(piece, mode.form):
                self.mode = None
                return False
            if piece.line.number in self.collected.chain and not demands_first(piece.body):
                self.mode = mode if mode.by_heading and not mode.marked else None
                return False
            if mode.suspended and not demands(piece.body):
                return False
            mode.marked = True if mode.marked is None else mode.marked
            mode.form = mode.form or piece.form
            return True
        if mode.marked:
            return self._after_list(piece, mode)
        long = mode.same_line or len(piece.body) > LONG
        asks = (demands_first(piece.body) if long else demands(piece.body)) and not is_told(piece.body)
        if mode.by_heading and IN_ITS_WORDS.match(piece.body):
            mode.marked = False
            return True
        if asks and len(piece.body.split()) > 2:
            mode.marked = False
            mode.sure = min(mode.sure, 0.8)
            return True
        if not mode.by_heading:
            self.mode = None
            return False
        if describes(piece.body) and len(piece.body) <= LONG:
            mode.marked = False
            return True
        return False

    def _after_list(self, piece: Piece, mode: Mode) -> bool:
        """An unmarked line after marked items: one more demand if it plainly is one, otherwise the list is over."""
        if not mode.by_heading:
            self.mode = None
            return False
        if (is_imperative(piece.body) and len(piece.body.split()) > 2) or IS_ASKED.match(piece.body):
            return True
        if self.following is not None and self.following.is_marked and len(piece.body) < 120:
            self._regroup()
        else:
            mode.suspended = True
        return False

    def _continues(self, piece: Piece) -> bool:
        """Whether an unmarked line goes on with the item before it."""
        wanted = self.collected.wanted
        if piece.is_marked or not wanted or self.mode is None or self.at == 0:
            return False
        last, before = wanted[-1], self.pieces[self.at - 1]
        if last.place.end != before.place.end or last.text.rstrip()[-1:] in ".;?!:":
            return False
        return piece.body[:1].islower() or (
            len(before.body) > 60 and not demands(piece.body) and piece.body[-1:] in ".;"
        )

    def _regroup(self) -> None:
        if self.mode:
            self.mode.group = self.collected.new_group()


def _is_narrative(piece: Piece) -> bool:
    """Whether a numbered paragraph tells at length how things are, so that it is no item among short demands."""
    return len(piece.body) > NARRATIVE and (
        GERUND.match(piece.body) is not None or not (tells(piece.body) or demands_first(piece.body))
    )
