"""The columns of the National Recommendations Tracking Database: one row for each planned action of a recommendation.

Which things it holds is known: recommendation, mechanism, theme, lead institution, activities, indicators, status. How
its import file spells them is not; docs/reference/treaty-exports.md says which names are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qorgau.complaints.facts.register import institution
from qorgau.lawbook import Language
from qorgau.treaty.exporting.following import Followed, ties
from qorgau.treaty.exporting.plain import lines_of
from qorgau.treaty.exporting.tables import Cell, Table
from qorgau.treaty.exporting.uhri import themes_of
from qorgau.treaty.facts.told import PlannedAction
from qorgau.treaty.facts.typed_words import typed_in
from qorgau.treaty.facts.words import StandsAt
from qorgau.treaty.vocabulary import vocabulary
from qorgau.wording import in_language, say

COLUMNS = (
    "Recommendation", "Mechanism", "Document Symbol", "Paragraph", "Theme", "SDG", "Population Group",
    "Lead Institution", "Contributing Institutions", "Activity", "Activity Lead", "Activity Start", "Activity Deadline",
    "Activity Status", "Budget", "Currency", "Indicators", "Status", "Deadline",
)  # fmt: skip
STATUSES = {
    StandsAt.OPEN: "Not started",
    StandsAt.ASSIGNED: "Not started",
    StandsAt.PLANNED: "Not started",
    StandsAt.UNDER_WAY: "In progress",
    StandsAt.SAID_DONE: "Completed (as stated by the State)",
    StandsAt.REPLIED: "In progress",
    StandsAt.OVERDUE: "In progress (reply overdue)",
    StandsAt.ASSESSED: "Assessed",
}


def nrtd_table(found: Iterable[Followed], language: Language) -> Table:
    """The table; a recommendation without an action has one row with the action's cells empty."""
    return Table(
        name="Recommendations",
        columns=COLUMNS,
        rows=[row for page in found for row in _rows(page, language)],
        about=(
            (
                "Status",
                "Ours, in five words of the tracking database's kind; the rule stands in our own export.",
            ),
            (
                "Indicators",
                "Illustrative indicators of OHCHR that the subjects are mapped to, and what this record counts.",
            ),
            (
                "Names of columns",
                "The things are the database's, the spelling of the names is not confirmed.",
            ),
        ),
    )


def _rows(page: Followed, language: Language) -> Iterator[tuple[Cell, ...]]:
    line = page.line
    head: tuple[Cell, ...] = (
        line.text,
        line.committee or line.sender.value,
        line.symbol or line.stem,
        line.leaf,
        lines_of(themes_of([line])),
        lines_of(line.sdg),
        lines_of(line.people),
        institution(line.lead) if line.lead else "",
        lines_of(line.contributing),
    )
    tail: tuple[Cell, ...] = (_indicators(page, language), STATUSES[line.stands.at], line.due)
    for action in page.actions or (None,):
        yield (*head, *_action(action, language), *tail)


def _action(action: PlannedAction | None, language: Language) -> tuple[Cell, ...]:
    if action is None:
        return ("", "", None, None, "", None, "")
    words = typed_in(action.what, language)
    began = next((each.on for each in action.history if each.state == "under_way"), None)
    status = say(
        "treaty.action_late" if action.is_late else f"treaty.action_{action.state.value}", Language.EN
    )
    return (words, action.lead, began, action.due, status, action.budget, action.currency)


def _indicators(page: Followed, language: Language) -> str:
    book = vocabulary()
    codes = (
        code
        for name in page.line.subjects
        if name in book.subjects
        for code in book.subjects[name].indicators
    )
    mapped = [
        in_language(book.indicators[code].title, language)
        for code in dict.fromkeys(codes)
        if code in book.indicators
    ]
    return lines_of((*mapped, *(f"{each.tie.value}: {each.name}" for each in ties(page.line))))
