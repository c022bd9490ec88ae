"""Lists that stand behind all articles and belong to none of them: the whole paper's recommendations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qorgau.reading.submissions.headings import Heading, HeadingKind
from qorgau.reading.submissions.pieces import Piece

RECURS = 3
CHAPTERS = 2


class LastLists:
    """Which headings of lists name a list of the whole paper, though an article's chapter was never closed."""

    def __init__(self, headings: Sequence[tuple[Piece, Heading]]) -> None:
        lists = [(piece, each) for piece, each in headings if each.kind is HeadingKind.DEMANDS]
        articles = [piece.line.number for piece, each in headings if each.articles]
        self.named = Counter(_name(each) for _, each in lists)
        self.questions = sum(each.asks == "question" for _, each in lists)
        self.first_list = min((piece.line.number for piece, _ in lists), default=0)
        self.last_article = max(articles, default=0)
        self.chapters = sum(number < self.first_list for number in articles)

    def is_for_all(self, heading: Heading, piece: Piece, *, listed: bool) -> bool:
        """Whether a list is the paper's own: the first and last, or recommendations behind chapters of questions.

        `listed` says that the chapter has had its list already.
        """
        number = piece.line.number
        if heading.articles or number < self.last_article:
            return False
        if number == self.first_list:
            return self.chapters >= CHAPTERS
        if heading.asks != "recommendation" or not listed:
            return False
        return self.questions >= RECURS and self.named[_name(heading)] == 1


def _name(heading: Heading) -> str:
    return heading.text.strip(" :.").casefold()
