"""What an export says about itself: what it holds, how times are meant, what each column means."""

from __future__ import annotations

from collections.abc import Iterator

from qorgau.eventlog.writing.events import Export, Meaning
from qorgau.eventlog.writing.layout import BODY, BY, EARLIEST, EVENT, KIND, LATEST, RECORDED, SAID_BY, Layout
from qorgau.eventlog.writing.survey import Survey

_FIXED_MEANINGS = {
    EVENT: Meaning(title="The entry's id; rows with one id are several accounts of one event, or several cases"),
    KIND: Meaning(title="What happened"),
    EARLIEST: Meaning(title="It happened not before this instant", unit="date and time"),
    LATEST: Meaning(title="It happened not after this instant; the same as earliest where known to the second",
                    unit="date and time"),
    SAID_BY: Meaning(title="Who says when it happened"),
    RECORDED: Meaning(title="When it was typed", unit="date and time"),
    BY: Meaning(title="The account that typed it"),
    BODY: Meaning(title="The body it was typed for"),
}  # fmt: skip

_TIMES = (
    "Times are those of the clock in {zone}, or carry their offset from UTC. Where it is not known to the "
    "second when something happened, earliest and latest bound it."
)


def lines_about(export: Export, survey: Survey) -> Iterator[tuple[str, str]]:
    """The export as a whole, a line each."""
    yield "name", export.name
    yield "case", export.role
    yield "zone", export.zone
    yield "events", str(survey.events)
    yield "rows", str(survey.rows)
    yield from export.about
    yield "times", _TIMES.format(zone=export.zone)


def meanings_of(export: Export, layout: Layout) -> Iterator[tuple[str, Meaning]]:
    """Each column with its meaning; the caller's word goes before ours."""
    for column in layout.columns:
        given = export.meanings.get(column.name) or export.meanings.get(column.says)
        yield column.name, given or _FIXED_MEANINGS.get(column.says, Meaning(title=""))
