"""Walks through a submission line by line, knowing the article it is under and whether it is inside a list of demands."""

from __future__ import annotations

import re
from dataclasses import replace

from qorgau.reading.reasons import reason
from qorgau.reading.submissions.articles import articles_within
from qorgau.reading.submissions.columns import (
    is_from_review,
    is_head_of_column,
    is_head_of_others,
)
from qorgau.reading.submissions.demanding import demands, is_question
from qorgau.reading.submissions.found import Section, Walked
from qorgau.reading.submissions.headings import Heading, HeadingKind, heading_of
from qorgau.reading.submissions.items import demands_first, starts_anew
from qorgau.reading.submissions.leads import LAW_SAYS, Lead, lead_of
from qorgau.reading.submissions.mode import SHAPED, Mode, of_others, short
from qorgau.reading.submissions.pieces import Mark, Piece
from qorgau.reading.submissions.shapes import is_list_of_demands, last_words, run_after
from qorgau.reading.submissions.taking import Taking
from qorgau.reading.submissions.urging import is_reported, urges

SAME_LINE = re.compile(
    r"^(?P<name>(?:(?:our|suggested|proposed|key|further|additional|priority|other|main|general|specific|urgent|final|overall|policy|first|second|third|draft|ngo|(?:the\s+)?authors?[’']s?|coalition[’']s)\s+){0,2}"
    r"(?:recommendations?|questions?|proposals?|suggestions?|requests?|wish(?:es)?|demands?|asks?|solution|way\s+out|appeal)(?:\s+(?:to|for)\s+(?:[\w’-]+\s*){1,6})?|"
    r"(?:наш[аие]\w*\s+|предлагаем\w+\s+|главн\w+\s+|ключев\w+\s+|друг\w+\s+|приоритетн\w+\s+)?(?:рекомендаци[яи]|вопросы?|предложени[ея]|просьба|требовани[ея]|пожелани[ея]|решение))\s*[:–—]\s*(?=\S+\s+\S+\s+\S+)",
    re.IGNORECASE,
)
# "What remains: Repeal the order": only what tells somebody to do something is wanted there.
LEFT_TO_DO = re.compile(
    r"^(?P<name>(?:what\s+(?:still\s+)?remains(?:\s+to\s+be\s+done)?|what\s+is\s+(?:still\s+)?(?:needed|missing|to\s+be\s+done)|(?:our\s+)?next\s+steps?|still\s+(?:needed|to\s+do|to\s+be\s+done|missing)|"
    r"remaining\s+steps?|что\s+(?:ещ[её]\s+)?(?:осталось|оста[её]тся|нужно)(?:\s+сделать)?|следующие\s+шаги))\s*[:–—]\s*(?=\S+\s+\S+\s+\S+)",
    re.IGNORECASE,
)
# "Committee's recommendation: The State party should ..." before the authors' own answer to it.
OTHERS_LINE = re.compile(
    r"^(?:the\s+)?(?:UN\s+)?(?:(?:committee|CAT|CCPR|CERD|CEDAW|CRC|CRPD|SPT|UPR|subcommittee|council|rapporteur)(?:’s|'s)?\s+(?:\w+\s+)?recommendation|"
    r"recommendation\s+(?:of|by|from)\s+the\s+(?:UN\s+)?(?:committee|subcommittee|council)|рекомендаци[яи]\s+комитета)\b[^:]{0,60}:\s*\S+\s+\S+\s+\S",
    re.IGNORECASE,
)
ANNEX = re.compile(
    r"^(?:annex|appendix|annexe|anexo|приложени|қосымша|methodology|sources|references|bibliography|about\b|contacts?\b)",
    re.IGNORECASE,
)
QUESTION = re.compile(r".*(?:question|issue|вопрос|сұрақ)|Q\s?\d", re.IGNORECASE)


class Walk(Taking):
    """One walk over the lines of a submission; `run` gives what was found."""

    def run(self) -> Walked:
        """Every line once, in order."""
        for at, piece in enumerate(self.pieces):
            self.at = at
            self._step(piece)
        return Walked(tuple(self.collected.wanted), tuple(self.collected.stretches))

    def _step(self, piece: Piece) -> None:
        if (item := self.tables.of(piece)) is not None:
            self._of_table(piece, item)
        elif self.fragments:
            self.fragments -= 1
            self.collected.join(piece)
        elif is_from_review(piece):
            self.collected.keep(piece, self.section)
        elif piece.mark is Mark.NAMED:
            self._named(piece)
        elif OTHERS_LINE.match(piece.body):
            self.mode = None
            self.collected.keep(piece, self.section)
        elif _names_demand(piece.body):
            self._same_line(piece)
        elif self.mode is not None and self._in_table(self.mode, piece):
            return
        elif (heading := self._heading(piece)) is not None:
            self._turn(heading, piece)
        elif SAME_LINE.match(piece.body):
            self._same_line(piece)
        elif self._is_introduction(piece):
            self.collected.keep(piece, self.section)
        elif (fragments := self._fragments(piece)) > 0 and self._take(piece):
            self.fragments = fragments
        elif (lead := self._lead(piece)) is not None:
            self._open_by_lead(piece, lead)
        elif not self._take(piece) and not self._expects(piece):
            self.collected.narrate(piece, self.section)
            counted = piece.line.number in self.collected.chain
            if self.mode is None and (counted or not piece.is_marked):
                self.mode = self._by_shape(piece.body)

    def _expects(self, piece: Piece) -> bool:
        """Whether running text stands in a chapter of recommendations, and some of its sentences demand."""
        mode = self.mode
        if mode is None or mode.reported or not mode.by_heading or mode.same_line or mode.suspended:
            return False
        if piece.is_marked and piece.line.number not in self.collected.chain:
            return False
        return self.collected.expect(piece, self.section)

    # --- headings ---------------------------------------------------------------------------------------------------

    def _heading(self, piece: Piece) -> Heading | None:
        heading = heading_of(piece)
        if heading is None or heading.kind is not HeadingKind.THEME:
            return heading if heading is None or not heading.weak or self._list_follows(heading) else None
        if self._continues(piece) or (self.mode and self.mode.marked and self._is_item_of_list(piece)):
            # "5. Ill-treatment in the army (article 16)" after a numbered list is the next chapter
            return heading if heading.articles and piece.is_marked and not demands(piece.body) else None
        return heading

    def _is_item_of_list(self, piece: Piece) -> bool:
        """A short numbered line in the middle of a numbered list is an item, not a heading."""
        before = self.pieces[self.at - 1]
        if starts_anew(before, piece):
            return False
        return piece.is_marked and before.form == piece.form and not (piece.is_bold and not before.is_bold)

    def _list_follows(self, heading: Heading) -> bool:
        """Whether at least half of the next lines demand or ask something, or a list follows "What we ask for"."""
        if heading.wishes and len(run_after(self.pieces, self.at)) > 1:
            return True
        ahead = [each for each in self.pieces[self.at + 1 : self.at + 5] if heading_of(each) is None]
        return bool(ahead) and sum(demands(each.body) for each in ahead[:3]) * 2 >= len(ahead[:3])

    def _turn(self, heading: Heading, piece: Piece) -> None:
        keeps = heading.kind in (HeadingKind.ARTICLE, HeadingKind.THEME) and self._demand_next(piece, heading)
        shaped = None
        if heading.kind is HeadingKind.THEME and not heading.articles and not keeps:
            shaped = self._by_shape(heading.text)
        # "Points to raise" above questions ends no chapter: it is a list of this one
        listing = shaped is not None and not piece.is_heading_style
        self.chapters.enter(replace(heading, kind=HeadingKind.DEMANDS) if listing else heading, piece)
        if heading.kind is HeadingKind.REPORTED or is_head_of_others(self.pieces, self.at):
            self.mode = of_others(by_heading=True, head_at=self.at)
        elif heading.kind is HeadingKind.DEMANDS or heading.asks:
            self._open(heading, piece)
        else:
            self._new_section(heading.text)
            self.listed = False
            if keeps:
                self._regroup()
            else:
                self.mode = shaped or (self._by_shape(heading.text) if heading.articles else None)

    def _by_shape(self, opening: str) -> Mode | None:
        """A list that only its shape tells: below a heading without a known word, or after a full stop."""
        run = run_after(self.pieces, self.at)
        run = [each for each in run if self._may_be_item(each)]
        opening = last_words(opening, run)
        alone = bool(run) and run[0].form in self.own_marks and not opening.endswith(":")
        if alone and not is_reported(opening):
            how = reason("wanted_by_shape", opening=short(opening))
            return Mode(how, None, self.collected.new_group(), SHAPED, marked=True)
        if not is_list_of_demands(opening, run) or LAW_SAYS.search(opening) or is_reported(opening):
            return None
        how = reason("wanted_by_shape", opening=short(opening))
        return Mode(how, None, self.collected.new_group(), SHAPED, marked=True)

    def _may_be_item(self, piece: Piece) -> bool:
        counts = piece.line.number in self.collected.chain
        return not counts and heading_of(piece) is None and not SAME_LINE.match(piece.body)

    def _new_section(self, heading: str | None) -> None:
        self.section = Section(self.section.order + 1, heading, self.chapters.articles)

    def _demand_next(self, piece: Piece, heading: Heading) -> bool:
        """Whether the list of demands goes on below a heading within it."""
        if self.mode is None or self.mode.reported or not self.mode.by_heading or self.following is None:
            return False
        if self.mode.same_line or ANNEX.match(heading.text):
            return False
        if self.mode.asks == "question" and heading.articles and not is_question(self.following.body):
            return False  # the facts of the next article, and no question on them
        if self.following.line.number in self.collected.chain and not demands_first(self.following.body):
            return False
        if self.mode.numbered_heading and self.following.is_marked and not piece.is_marked:
            return True
        return demands_first(self.following.body) and (self.following.is_marked or not self.mode.marked)

    def _open(self, heading: Heading, piece: Piece) -> None:
        if self.last_lists.is_for_all(heading, piece, listed=self.listed):
            self.chapters.open.clear()
        self.listed = True
        closed = self.section.heading is not None and self.section.heading not in self.chapters.headings
        if closed or self.chapters.articles != self.section.articles:
            self._new_section(self.section.heading if heading.articles else heading.text)
        group = self.collected.new_group()
        how = reason("wanted_under", heading=heading.text.strip(" :"))
        self.mode = Mode(how, heading.asks, group, 0.95, heading.addressed_to, by_heading=True)
        self.mode.numbered_heading = piece.is_marked
        self.mode.columns = is_head_of_column(self.pieces, self.at)

    # --- leads ------------------------------------------------------------------------------------------------------

    def _lead(self, piece: Piece) -> Lead | None:
        after = self.following
        if after is None or (heading_of(after) is not None and not demands(after.body)):
            return None
        within = (
            self.mode is not None and not self.mode.reported and after.is_marked and piece.body.endswith(":")
        )
        lead = lead_of(piece, after, within=within, run=run_after(self.pieces, self.at))
        if lead is None or not (after.is_marked or demands(after.body)):
            return None
        return lead

    def _open_by_lead(self, piece: Piece, lead: Lead) -> None:
        outer = self.mode
        if lead.reported or (outer and outer.reported and not urges(piece.body)):
            self.mode = of_others(by_heading=outer is not None and outer.by_heading)
            self.collected.narrate(piece, self.section)
            return
        outer = outer if outer and not outer.reported else Mode("", None, 0, 0.9)
        how = reason("wanted_after", opening=short(piece.body))
        self.mode = outer.inner(lead, self.collected.new_group(), how)
        self.collected.open(piece, self.section)

    # --- items ------------------------------------------------------------------------------------------------------

    def _named(self, piece: Piece) -> None:
        if self.mode is not None and self.mode.reported:
            self.collected.keep(piece, self.section)
            return
        name = piece.line.text.strip()[:12]
        if QUESTION.match(name) and not demands(piece.body) and len(piece.body.split()) <= 14:
            self._turn(Heading(HeadingKind.THEME, piece.body, articles_within(piece.body)), piece)
            return
        asks = "question" if QUESTION.match(name) else "recommendation"
        if self.mode is None:
            group = self.collected.new_group()
            self.mode = Mode(reason("wanted_named"), asks, group, 0.95, marked=True)
        self.collected.want(piece, self.mode, self.section, asks)

    def _same_line(self, piece: Piece) -> None:
        found = LEFT_TO_DO.match(piece.body) or SAME_LINE.match(piece.body)
        assert found is not None
        asks = "question" if QUESTION.match(found["name"]) else "recommendation"
        how = reason("wanted_after_name", name=found["name"])
        self.mode = Mode(how, asks, self.collected.new_group(), 0.9, by_heading=True, same_line=True)
        rest = Piece(piece.line, piece.mark, piece.sign, piece.body[found.end() :], piece.start + found.end())
        self.collected.want(rest, self.mode, self.section)


def _names_demand(text: str) -> bool:
    """Whether a line says what its rest is, "What remains: ..." or "Recommendation: ...", and that rest demands."""
    if left := LEFT_TO_DO.match(text):
        return demands_first(text[left.end() :])
    same = SAME_LINE.match(text)
    return same is not None and demands(text[same.end() :])
