"""An open list of demands: by what it was opened, whom it addresses, and what its items have looked like so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qorgau.reading.reasons import Said
from qorgau.reading.submissions.demanding import ASK_WHETHER, THAT, is_question, owes, state_owes
from qorgau.reading.submissions.leads import Lead

COMMITTEE = re.compile(r"\bcommittee\b|\bкомитет", re.IGNORECASE)


# "– to recommend to the Government that ...", among questions that a committee is to ask
RECOMMENDS = re.compile(
    r"^\W*(?:to\s+)?(?:also\s+)?(?:recommend|urge|call\s+(?:up)?on)\b|^\W*(?:также\s+)?(?:рекомендовать|призвать)\b",
    re.IGNORECASE,
)


SHAPED = 0.7  # how sure a list is that only its shape tells


@dataclass(slots=True)
class Mode:
    """`how` becomes the sentence why; `reported` lists are what others recommended; `suspended` ones may go on."""

    how: Said
    asks: str | None
    group: int
    sure: float
    addressed_to: tuple[str, ...] = ()
    marked: bool | None = None
    by_heading: bool = False
    reported: bool = False
    suspended: bool = False
    numbered_heading: bool = False
    columns: bool = False
    same_line: bool = False
    form: str = ""
    head_at: int | None = None

    def inner(self, lead: Lead, group: int, how: Said) -> Mode:
        """A list within this one, as after "To the Parliament:"."""
        return replace(
            self,
            how=how,
            asks=lead.asks or (self.asks if self.by_heading else None),
            group=group,
            sure=0.9,
            addressed_to=lead.addressed_to or self.addressed_to,
            marked=None,
            suspended=False,
            form="",
        )

    def kind_of(self, text: str) -> str:
        """What an item of this list is: "question", "recommendation", or a "request" to the committee."""
        if RECOMMENDS.match(text) or (THAT.match(text) and not is_question(text)):
            return "recommendation"
        if self.asks == "question":
            return "recommendation" if state_owes(text[:90]) and not is_question(text) else "question"
        if self.asks is None:
            asks = is_question(text) and (not owes(text) or ASK_WHETHER.match(text) is not None)
            return "question" if asks else "recommendation"
        if text.rstrip().endswith("?"):
            return "question"
        return "request" if any(COMMITTEE.search(each) for each in self.addressed_to) else "recommendation"


def of_others(*, by_heading: bool, head_at: int | None = None) -> Mode:
    """A list of what a committee or another State recommended: kept as running text. `head_at`: the head of its table."""
    return Mode("", None, 0, 0.0, reported=True, by_heading=by_heading, head_at=head_at)


def short(text: str) -> str:
    """The last words of a sentence that opens a list."""
    words = text.strip(" :").split()
    return " ".join(words if len(words) <= 14 else ["…", *words[-14:]])
