"""When the State first replied on each document's recommendations, looked up once for a list of what is due."""

from __future__ import annotations

from datetime import date

from qorgau.treaty.facts.entry_facts import from_lines
from qorgau.treaty.facts.naming import split
from qorgau.treaty.facts.words import Procedure
from qorgau.treaty.models import ReplyRow
from qorgau.treaty.queries.lines import day_of


class FirstReplies:
    """The day of the first reply in each procedure, and whether it is only the latest that it can have been."""

    def __init__(self) -> None:
        """Read all replies that were sent."""
        self._first: dict[tuple[str, str], tuple[date | None, bool]] = {}
        for row in ReplyRow.objects.exclude(sent_on="").order_by("sent_on"):
            for stem in {split(each)[0] for each in from_lines(row.recommendations)}:
                self._first.setdefault((stem, row.procedure), (day_of(row.sent_on), bool(row.day_is)))

    def on(self, stem: str, procedure: Procedure) -> tuple[date | None, bool]:
        """Of one document; None where nobody replied."""
        return self._first.get((stem, procedure.value), (None, False))
