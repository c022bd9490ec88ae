"""Where a recommendation stands, by which rule, and since when: computed from days and counts, never typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.treaty.facts.words import StandsAt
from qorgau.wording import say, say_day


class Days(Protocol):
    """The columns of a recommendation's row that tell its state. Days are ISO, "" for none."""

    due: str
    lead: str
    responsible_since: str
    actions: int
    actions_begun: int
    actions_done: int
    actions_stopped: int
    planned_on: str
    last_stated_on: str
    replied_on: str
    assessed_on: str


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The state, since when, and the day that the rule turns on."""

    at: StandsAt
    since: date | None = None
    turns_on: date | None = None
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def why(self) -> Text:
        """The rule and its facts in every language."""
        return {language: self.said(language) for language in Language}

    def said(self, language: Language) -> str:
        """The rule and its facts in one language."""
        day = say_day(self.turns_on, language) if self.turns_on else ""
        return say(f"treaty.stands_{self.at.value}_why", language, day=day, **self.counts)


def standing_of(row: Days, *, today: date) -> Standing:
    """The first rule that fits, in this order.

    A missing reply comes before whatever is planned: a plan is no answer. An assessment stands until the State replies
    again; what the State says is done is said so until somebody else has judged it.
    """
    due, replied, assessed = _day(row.due), _day(row.replied_on), _day(row.assessed_on)
    if (
        assessed
        and (replied is None or assessed >= replied)
        and not _missing(due, after=assessed, today=today)
    ):
        return Standing(at=StandsAt.ASSESSED, since=assessed, turns_on=assessed)
    if due is not None and today > due:
        return Standing(at=StandsAt.OVERDUE, since=due, turns_on=due)
    if replied and (assessed is None or replied > assessed):
        return Standing(at=StandsAt.REPLIED, since=replied, turns_on=replied)
    return _of_the_plan(row)


def _missing(due: date | None, *, after: date, today: date) -> bool:
    """Whether a reply asked for by a day after the assessment is missing now."""
    return due is not None and after < due < today


def _of_the_plan(row: Days) -> Standing:
    open_ones = row.actions - row.actions_done - row.actions_stopped
    counts = {"all": row.actions, "begun": row.actions_begun, "done": row.actions_done}
    told = _day(row.last_stated_on)
    if row.actions and row.actions_done and not open_ones:
        return Standing(at=StandsAt.SAID_DONE, since=told, turns_on=told, counts=counts)
    if row.actions_begun or row.actions_done:
        return Standing(at=StandsAt.UNDER_WAY, since=told, turns_on=told, counts=counts)
    if open_ones:
        planned = _day(row.planned_on)
        return Standing(at=StandsAt.PLANNED, since=planned, turns_on=planned, counts=counts)
    if row.lead:
        since = _day(row.responsible_since)
        return Standing(at=StandsAt.ASSIGNED, since=since, turns_on=since)
    return Standing(at=StandsAt.OPEN)


def _day(column: str) -> date | None:
    return date.fromisoformat(column) if column else None
