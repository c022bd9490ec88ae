"""Walks through a submission line by line, knowing the article it is under and whether it is inside a list of demands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qorgau.reading.source import Place, Source
from qorgau.reading.submissions import prose
from qorgau.reading.submissions.chapters import Chapters
from qorgau.reading.submissions.demanding import demands, is_imperative, is_question, owes
from qorgau.reading.submissions.found import Section, Stretch, Walked, Wanted
from qorgau.reading.submissions.headings import Heading, HeadingKind, articles_within, heading_of
from qorgau.reading.submissions.leads import Lead, lead_of
from qorgau.reading.submissions.numbering import numbered_through
from qorgau.reading.submissions.pieces import Mark, Piece, pieces
from qorgau.reading.submissions.signing import is_contact

SAME_LINE = re.compile(
    r"^(?P<name>(?:suggested\s+|proposed\s+|key\s+)?(?:recommendations?|questions?)|рекомендаци[яи]|вопросы?)\s*[:–—]\s*(?=\S+\s+\S+\s+\S+)",
    re.IGNORECASE,
)
COMMITTEE = re.compile(r"\bcommittee\b|\bкомитет", re.IGNORECASE)


@dataclass(slots=True)
class Mode:
    """An open list of demands: by what it was opened, and what its items have looked like so far."""

    how: str
    asks: str | None
    group: int
    sure: float
    addressed_to: tuple[str, ...] = ()
    marked: bool | None = None
    by_heading: bool = False
    reported: bool = False
    suspended: bool = False


class Walk:
    """One walk over the lines of a submission; `run` gives what was found."""

    def __init__(self, source: Source) -> None:
        self.pieces: Sequence[Piece] = [piece for piece in pieces(source) if not is_contact(piece.line.text)]
        self.chain = numbered_through(self.pieces)
        self.section = Section(1)
        self.chapters = Chapters()
        self.mode: Mode | None = None
        self.group = 0
        self.at = 0
        self.wanted: list[Wanted] = []
        self.stretches: list[Stretch] = []

    def run(self) -> Walked:
        """Every line once, in order."""
        for at, piece in enumerate(self.pieces):
            self.at = at
            self._step(piece)
        return Walked(tuple(self.wanted), tuple(self.stretches))

    @property
    def following(self) -> Piece | None:
        """The line after this one."""
        return self.pieces[self.at + 1] if self.at + 1 < len(self.pieces) else None

    def _step(self, piece: Piece) -> None:
        if piece.mark is Mark.NAMED:
            self._named(piece)
        elif (heading := self._heading(piece)) is not None:
            self._turn(heading, piece)
        elif SAME_LINE.match(piece.body):
            self._same_line(piece)
        elif (lead := self._lead(piece)) is not None:
            self._open_by_lead(piece, lead)
        elif not self._take(piece):
            self._narrate(piece)

    # --- headings ---------------------------------------------------------------------------------------------------

    def _heading(self, piece: Piece) -> Heading | None:
        heading = heading_of(piece)
        if heading is None or heading.kind is not HeadingKind.THEME:
            return heading if heading is None or not heading.weak or self._list_follows() else None
        if self._continues(piece) or (self.mode and self.mode.marked and self._is_item_of_list(piece)):
            return None
        return heading

    def _is_item_of_list(self, piece: Piece) -> bool:
        """A short numbered line in the middle of a numbered list is an item, not a heading."""
        before = self.pieces[self.at - 1]
        return piece.is_marked and before.mark is piece.mark and not (piece.is_bold and not before.is_bold)

    def _list_follows(self) -> bool:
        """Whether at least half of the next lines demand or ask something."""
        ahead = [each for each in self.pieces[self.at + 1 : self.at + 5] if heading_of(each) is None]
        return bool(ahead) and sum(demands(each.body) for each in ahead[:3]) * 2 >= len(ahead[:3])

    def _turn(self, heading: Heading, piece: Piece) -> None:
        keeps = heading.kind in (HeadingKind.ARTICLE, HeadingKind.THEME) and self._demand_next()
        self.chapters.enter(heading, piece)
        if heading.kind is HeadingKind.REPORTED:
            self.mode = Mode("", None, 0, 0.0, reported=True, by_heading=True)
        elif heading.kind is HeadingKind.DEMANDS or heading.asks:
            self._open(heading)
        else:
            self._new_section(heading.text)
            if keeps:
                self._regroup()
            else:
                self.mode = None

    def _new_section(self, heading: str | None) -> None:
        self.section = Section(self.section.order + 1, heading, self.chapters.articles)

    def _demand_next(self) -> bool:
        """Whether the list of demands goes on below a heading within it."""
        if self.mode is None or self.mode.reported or not self.mode.by_heading or self.following is None:
            return False
        return demands(self.following.body) and (self.following.is_marked or not self.mode.marked)

    def _open(self, heading: Heading) -> None:
        closed = self.section.heading is not None and self.section.heading not in self.chapters.headings
        if closed or self.chapters.articles != self.section.articles:
            self._new_section(self.section.heading if heading.articles else heading.text)
        self.group += 1
        how = f"it stands in the list under “{heading.text.strip(' :')}”"
        self.mode = Mode(how, heading.asks, self.group, 0.95, heading.addressed_to, by_heading=True)

    def _regroup(self) -> None:
        if self.mode:
            self.group += 1
            self.mode.group = self.group

    # --- leads ------------------------------------------------------------------------------------------------------

    def _lead(self, piece: Piece) -> Lead | None:
        after = self.following
        if after is None or (heading_of(after) is not None and not demands(after.body)):
            return None
        within = (
            self.mode is not None and not self.mode.reported and after.is_marked and piece.body.endswith(":")
        )
        lead = lead_of(piece, after, within=within)
        if lead is None or not (after.is_marked or demands(after.body)):
            return None
        return lead

    def _open_by_lead(self, piece: Piece, lead: Lead) -> None:
        if lead.reported or (self.mode and self.mode.reported):
            self.mode = Mode(
                "", None, 0, 0.0, reported=True, by_heading=bool(self.mode and self.mode.by_heading)
            )
            self._narrate(piece)
            return
        outer = self.mode
        self.group += 1
        asks = lead.asks or (outer.asks if outer else None)
        how = f"it stands in the list after “{_short(piece.body)}”"
        self.mode = Mode(
            how, asks, self.group, 0.9, lead.addressed_to or (outer.addressed_to if outer else ())
        )
        self.mode.by_heading = bool(outer and outer.by_heading)
        self._keep(piece)

    # --- items ------------------------------------------------------------------------------------------------------

    def _named(self, piece: Piece) -> None:
        asks = (
            "question"
            if re.match(r"question|issue|вопрос|сұрақ", piece.line.text.strip(), re.IGNORECASE)
            else "recommendation"
        )
        if self.mode is None or self.mode.reported:
            self.group += 1
            self.mode = Mode("it is named and numbered as one", asks, self.group, 0.95, marked=True)
        self._want(piece, replace_kind=asks)

    def _same_line(self, piece: Piece) -> None:
        found = SAME_LINE.match(piece.body)
        assert found is not None
        asks = (
            "question"
            if re.match(r".*(?:question|вопрос)", found["name"], re.IGNORECASE)
            else "recommendation"
        )
        self.group += 1
        self.mode = Mode(f"it stands after “{found['name']}”", asks, self.group, 0.9, by_heading=True)
        rest = Piece(piece.line, piece.mark, piece.sign, piece.body[found.end() :], piece.start + found.end())
        self._want(rest)

    def _take(self, piece: Piece) -> bool:
        mode = self.mode
        if mode is None:
            return False
        if mode.reported:
            return self._stay_reported(piece)
        if self._continues(piece):
            self._join(piece)
            return True
        accepted = self._accepts(piece, mode)
        if accepted:
            self._want(piece)
        return accepted

    def _stay_reported(self, piece: Piece) -> bool:
        """What others recommended is kept as running text; a list after a lead ends with its last item."""
        if self.mode and not self.mode.by_heading and not piece.is_marked:
            self.mode = None
            return False
        self._keep(piece)
        return True

    def _accepts(self, piece: Piece, mode: Mode) -> bool:
        if piece.is_marked:
            if piece.line.number in self.chain and not demands(piece.body):
                self.mode = mode if mode.by_heading and not mode.marked else None
                return False
            if mode.suspended and not demands(piece.body):
                return False
            mode.marked = True if mode.marked is None else mode.marked
            return True
        if mode.marked:
            return self._after_list(piece, mode)
        if demands(piece.body):
            mode.marked = False
            mode.sure = min(mode.sure, 0.8)
            return True
        if not mode.by_heading:
            self.mode = None
        return False

    def _after_list(self, piece: Piece, mode: Mode) -> bool:
        """An unmarked line after marked items: one more demand if it plainly is one, otherwise the list is over."""
        if mode.by_heading and is_imperative(piece.body):
            return True
        if (
            mode.by_heading
            and self.following is not None
            and self.following.is_marked
            and len(piece.body) < 120
        ):
            self._keep(piece)
            self._regroup()
            return False
        mode.suspended = mode.by_heading
        self.mode = mode if mode.by_heading else None
        return False

    def _continues(self, piece: Piece) -> bool:
        """Whether an unmarked line goes on with the item before it."""
        if piece.is_marked or not self.wanted or self.mode is None or self.at == 0:
            return False
        last, before = self.wanted[-1], self.pieces[self.at - 1]
        if last.place.end != before.place.end or last.text.rstrip()[-1:] in ".;?!:":
            return False
        return piece.body[:1].islower() or (
            len(before.body) > 60 and not demands(piece.body) and piece.body[-1:] in ".;"
        )

    def _join(self, piece: Piece) -> None:
        last = self.wanted[-1]
        place = Place(last.place.line, last.place.start, piece.place.end, last.place.page)
        self.wanted[-1] = replace(last, text=f"{last.text} {piece.body}", place=place)
        self.stretches[-1].wanted[-1] = self.wanted[-1]

    def _want(self, piece: Piece, replace_kind: str | None = None) -> None:
        mode = self.mode
        assert mode is not None
        kind = replace_kind or _kind(piece.body, mode)
        sure = mode.sure if demands(piece.body) else min(mode.sure, 0.75)
        number = piece.sign if piece.line.number in self.chain else None
        found = Wanted(
            piece.body, piece.place, kind, self.section, mode.how, sure, mode.group,
            articles_within(piece.body), mode.addressed_to, number,
        )  # fmt: skip
        self._into_list(found, piece)

    def _into_list(self, found: Wanted, piece: Piece) -> None:
        self.wanted.append(found)
        if not self.stretches or self.stretches[-1].group != found.group or found.number:
            self.stretches.append(Stretch(self.section, "", piece.line.place, found.number, found.group))
        self.stretches[-1].wanted.append(found)

    # --- running text -----------------------------------------------------------------------------------------------

    def _keep(self, piece: Piece) -> None:
        number = piece.sign if piece.line.number in self.chain else None
        text = piece.body if number else piece.line.text
        self.stretches.append(Stretch(self.section, text, piece.line.place, number))

    def _narrate(self, piece: Piece) -> None:
        self._keep(piece)
        for found in prose.wanted_in(piece, self.section):
            self.group += 1
            self.wanted.append(replace(found, group=self.group, number=self.stretches[-1].number))


def _kind(text: str, mode: Mode) -> str:
    if mode.asks == "question":
        return "question"
    if mode.asks == "recommendation":
        if text.rstrip().endswith("?"):
            return "question"
        return "request" if any(COMMITTEE.search(each) for each in mode.addressed_to) else "recommendation"
    return "question" if is_question(text) and not owes(text) else "recommendation"


def _short(text: str) -> str:
    words = text.strip(" :").split()
    return " ".join(words if len(words) <= 14 else ["…", *words[-14:]])
