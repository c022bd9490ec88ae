"""Acts of the council and of the bodies that answer: who is responsible, what is planned, how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from qorgau.access.actor import Actor
from qorgau.clock import zone_named
from qorgau.complaints.facts.register import institution
from qorgau.treaty.actions import (
    Done,
    NewAction,
    NewDeadline,
    make_responsible,
    plan_action,
    set_deadline,
    state_action,
)
from qorgau.treaty.actions import meet_deadline as met
from qorgau.treaty.facts.told import DueLine, PlannedAction, RecommendationPage
from qorgau.treaty.facts.words import ActionState, DueWhat
from qorgau.treaty.refusal import NoSuchThing
from qorgau.treaty.seats import today
from qorgau.treaty.web.act import Act
from qorgau.treaty.web.due_words import due_said
from qorgau.treaty.web.following import actions_said
from qorgau.treaty.web.form import any_of, because, few_of, many_lines, on_day, one_line, one_of
from qorgau.treaty.web.words import phrase

_MOST_WORDS = 4000


def leading(page: RecommendationPage) -> tuple[str, ...]:
    """Who leads it, and who contributes."""
    return tuple(each for each in (page.line.lead, *page.line.contributing) if each)


class Assign(Act):
    """Say which body answers."""

    needs = ("treaty.assign",)
    called: ClassVar[Mapping[str, str]] = {"body": "lead"}
    lead = one_of("treaty.field_lead")
    contributing = any_of("treaty.field_contributing")
    since = on_day("treaty.field_since", hint="treaty.field_since_hint")
    reason = because(required=False)

    def prepare(self) -> None:
        """Offer the institutions; propose what stands."""
        self.offer_bodies("lead", or_none=True)
        self.offer_bodies("contributing")
        self.fields["lead"].initial = self.page.line.lead
        self.fields["contributing"].initial = list(self.page.line.contributing)
        self.fields["since"].initial = self.today

    def perform(self) -> Done:
        """Enter it."""
        return make_responsible(
            self.actor,
            [self.id],
            lead=self.given("lead"),
            contributing=self.several("contributing"),
            since=self.needed_day("since"),
            reason=self.given("reason"),
            **self.common,
        )


class Plan(Act):
    """Enter an action in the plan."""

    needs = ("treaty.plan",)
    called: ClassVar[Mapping[str, str]] = {"body": "lead", "currency": "currency"}
    what = many_lines("treaty.field_what", hint="treaty.field_what_hint", rows=3, most=_MOST_WORDS)
    lead = one_of("treaty.field_lead")
    contributing = any_of("treaty.field_contributing")
    due = on_day("treaty.field_due")
    budget = one_line("treaty.field_budget", required=False, hint="treaty.field_budget_hint", most=20)
    currency = one_line("treaty.field_currency", required=False, hint="treaty.field_currency_hint", most=3)

    @classmethod
    def bodies(cls, page: RecommendationPage) -> tuple[str, ...]:
        """A focal point plans what their own body does."""
        return leading(page)

    def prepare(self) -> None:
        """Offer the institutions; the one that leads first."""
        self.offer_bodies("lead", or_none=True)
        self.offer_bodies("contributing")
        self.fields["lead"].initial = _own_or_lead(self.page, self.actor)
        self.fields["currency"].initial = "KZT"

    def clean_budget(self) -> int | None:
        """A whole number, with or without spaces between thousands; below nought it is refused by the action."""
        typed = "".join(self.given("budget").split())
        if not typed:
            return None
        return int(typed) if typed.lstrip("-").isdecimal() else -1

    def perform(self) -> Done:
        """Enter it."""
        budget = self.cleaned_data.get("budget")
        new = NewAction(
            recommendations=[self.id],
            what=self.given("what"),
            lead=self.given("lead"),
            due=self.needed_day("due"),
            budget=budget,
            currency=self.given("currency") if budget is not None else "",
            contributing=self.several("contributing"),
        )
        return plan_action(self.actor, new, **self.common)


def _own_or_lead(page: RecommendationPage, actor: Actor) -> str:
    own = institution(actor.body)
    return own if own in leading(page) else page.line.lead


class StateAction(Act):
    """Say how far an action has come."""

    needs = ("treaty.plan",)
    state = few_of("treaty.field_state")
    on = on_day("treaty.field_on", hint="treaty.field_on_hint")
    due = on_day("treaty.field_new_due", required=False, hint="treaty.field_new_due_hint")
    reason = because(required=False)

    @classmethod
    def is_open(cls, page: RecommendationPage, actor: Actor | None) -> bool:
        """It is opened from an action's own line."""
        return False

    def prepare(self) -> None:
        """Offer the states; propose the one that stands."""
        self.offer("state", [(each.value, phrase("action", each.value, self.tongue)) for each in ActionState])
        self.fields["state"].initial = self.action.state.value
        self.fields["on"].initial = self.today

    @property
    def action(self) -> PlannedAction:
        """The action."""
        for each in self.page.actions:
            if each.id == self.of:
                return each
        raise NoSuchThing(self.of)

    def about(self) -> list[tuple[str, str]]:
        """The action as it stands."""
        said = next(
            each for each in actions_said(self.page, self.actor, self.tongue) if each["id"] == self.of
        )
        return [(said["what"], f"{said['lead']} · {said['due']}")]

    def perform(self) -> Done:
        """Enter it."""
        return state_action(
            self.actor,
            self.of,
            ActionState(self.given("state")),
            on=self.needed_day("on"),
            reason=self.given("reason"),
            due=self.day("due"),
            **self.common,
        )


class SetDeadline(Act):
    """Enter a day by which something is due that no document here says."""

    needs = ("treaty.take",)
    what = one_of("treaty.field_due_what")
    due = on_day("treaty.field_due")
    note = many_lines("treaty.field_note", required=False, rows=2, most=2000)
    source = one_line("treaty.field_source", hint="treaty.field_source_hint")

    def prepare(self) -> None:
        """Offer what can be due by somebody's word."""
        computed = (DueWhat.PLANNED_ACTION, DueWhat.CLEARANCE)
        words = [
            (each.value, phrase("due", each.value, self.tongue)) for each in DueWhat if each not in computed
        ]
        self.offer("what", words)

    def perform(self) -> Done:
        """Enter it."""
        new = NewDeadline(
            what=DueWhat(self.given("what")),
            due=self.needed_day("due"),
            recommendations=[self.id],
            committee=self.page.line.committee,
            note=self.given("note"),
            source=self.given("source"),
        )
        return set_deadline(self.actor, new, **self.common)


class MeetDeadline(Act):
    """Say on which day what was due was done."""

    needs = ("treaty.take",)
    on = on_day("treaty.field_done_on")
    note = many_lines("treaty.field_note", required=False, rows=2, most=2000)

    @classmethod
    def is_open(cls, page: RecommendationPage, actor: Actor | None) -> bool:
        """It is opened from a deadline's own line."""
        return False

    def prepare(self) -> None:
        """It must be one of those shown; propose today, as it is where it is counted."""
        self.fields["on"].initial = today(zone_named(self.deadline.zone), self.now)

    @property
    def deadline(self) -> DueLine:
        """The deadline."""
        for each in self.page.due:
            if each.id == self.of:
                return each
        raise NoSuchThing(self.of)

    def about(self) -> list[tuple[str, str]]:
        """The deadline as it stands."""
        said = due_said(self.deadline, self.tongue)
        return [(said["title"], f"{said['day_said']} · {said['left']}")]

    def perform(self) -> Done:
        """Enter it."""
        return met(self.actor, self.of, on=self.needed_day("on"), note=self.given("note"), **self.common)
