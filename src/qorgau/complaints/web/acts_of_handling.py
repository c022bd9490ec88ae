"""Acts on who handles a case, whom it names and where it goes."""

from __future__ import annotations

from typing import Any

from django import forms

from qorgau.complaints import actions
from qorgau.complaints.facts.case import Case
from qorgau.complaints.offered import NamedOfficer
from qorgau.complaints.web.act import Act
from qorgau.complaints.web.case_form import choice, moment
from qorgau.complaints.web.choosing import body_choices, colleagues, desk_choices, fact_choices
from qorgau.custody.web.fields import long_text, said, short_text
from qorgau.wording import say


class NameOfficer(Act):
    """Name an officer, or describe one whom nobody can name, and where they serve."""

    needs = ("complaints.evidence",)
    name = short_text(label=said("complaints.personal_name"), required=False)
    rank = short_text(label=said("complaints.personal_rank"), required=False)
    described_as = short_text(
        label=said("complaints.personal_described_as"),
        help_text=said("complaints.described_hint"),
        required=False,
    )
    body = choice("complaints.unit", required=False)
    since = forms.DateField(label=said("complaints.served_since"), required=False)
    until = forms.DateField(
        label=said("complaints.served_until"), help_text=said("complaints.served_until_hint"), required=False
    )
    named_by = choice("complaints.named")
    allegation = choice("complaints.allegation", required=False)

    def prepare(self) -> None:
        """Words and bodies."""
        self.offer("body", body_choices(self.language), or_none=True)
        self.offer("named_by", fact_choices("named_by", self.language))
        self.offer("allegation", fact_choices("allegation", self.language), or_none=True)

    def clean(self) -> dict[str, Any]:
        """A name or a description: one of them is needed to know whom it is about."""
        if not self.given("name") and not self.given("described_as"):
            self.add_error("name", say("complaints.name_or_description", self.language))
        return self.cleaned_data

    def perform(self) -> object:
        """Record the officer."""
        words = {
            name: self.given(name)
            for name in ("name", "rank", "described_as", "body", "named_by", "allegation")
        }
        officer = NamedOfficer(**words, since=self.day("since"), until=self.day("until"))
        return actions.name_officer(self.actor, self.case.complaint, officer, **self.common)


class StateService(Act):
    """State where an officer served: without it no tie can be found."""

    needs = ("complaints.officers",)
    officer = choice("complaints.officer")
    body = choice("complaints.unit")
    since = forms.DateField(label=said("complaints.served_since"))
    until = forms.DateField(
        label=said("complaints.served_until"), help_text=said("complaints.served_until_hint"), required=False
    )

    def prepare(self) -> None:
        """Officers of the case, and bodies."""
        self.offer("officer", self.officer_choices())
        self.offer("body", body_choices(self.language))

    def perform(self) -> object:
        """Record the service."""
        return actions.state_service(
            self.actor, self.given("officer"), self.given("body"), since=self.day("since"), until=self.day("until"),
            **self.common,
        )  # fmt: skip

    @classmethod
    def makes_sense(cls, case: Case) -> bool:
        """Somebody must be named."""
        return bool(case.officers)


class TakeCase(Act):
    """Take a case of one's body into one's own hands."""

    def perform(self) -> object:
        """Record it."""
        return actions.take_case(self.actor, self.case.complaint, **self.common)


class Recuse(Act):
    """Step aside, or remove somebody, for a reason that the law names."""

    needs = ("complaints.move", "complaints.assign")
    account = choice("complaints.recuse_who", required=False)
    because = choice("complaints.recuse_because")
    reasons = long_text(label=said("complaints.move_reasons"), required=False)

    def prepare(self) -> None:
        """Oneself, or a colleague."""
        self.offer(
            "account", [("", say("complaints.myself", self.language)), *colleagues(self.actor, now=self.now)]
        )
        self.offer("because", fact_choices("recused_because", self.language))

    def perform(self) -> object:
        """Record it."""
        return actions.recuse(
            self.actor, self.case.complaint, self.given("because"), account=self.given("account"),
            reasons=self.given("reasons"), **self.common,
        )  # fmt: skip


class HandOver(Act):
    """Hand the case to a colleague: one's own, or what somebody who left still holds."""

    needs = ("complaints.move", "complaints.assign")
    from_account = choice("complaints.hand_over_from", required=False)
    to_account = choice("complaints.hand_over_to")
    reasons = long_text(label=said("complaints.move_reasons"), required=False)

    def prepare(self) -> None:
        """Who holds it, and colleagues."""
        held = {each.account for each in self.case.assignments if each.account and each.until is None}
        names = colleagues(self.actor, now=self.now, also=held)
        self.offer("from_account", [pair for pair in names if pair[0] in held], or_none=True)
        self.offer("to_account", colleagues(self.actor, now=self.now))

    def perform(self) -> object:
        """Record it."""
        return actions.hand_over(
            self.actor, self.case.complaint, self.given("to_account"), from_account=self.given("from_account"),
            reasons=self.given("reasons"), **self.common,
        )  # fmt: skip

    @classmethod
    def makes_sense(cls, case: Case) -> bool:
        """Somebody must hold it."""
        return any(each.account and each.until is None and not each.refused for each in case.assignments)


class Link(Act):
    """Link another complaint about the same matter."""

    needs = ("complaints.move", "complaints.assign")
    other = short_text(label=said("complaints.link_other"), help_text=said("complaints.linked_note"))

    def perform(self) -> object:
        """Record the link."""
        return actions.link(self.actor, self.case.complaint, self.given("other"), **self.common)


class Forward(Act):
    """Send the complaint on to another body."""

    needs = ("complaints.assign",)
    body = choice("complaints.body")
    reasons = long_text(label=said("complaints.move_reasons"), required=False)

    def prepare(self) -> None:
        """Bodies."""
        self.offer("body", desk_choices(self.language))

    def perform(self) -> object:
        """Record it."""
        return actions.forward(
            self.actor, self.case.complaint, self.given("body"), reasons=self.given("reasons"), **self.common
        )


class AnswerComplainant(Act):
    """Record that the complainant was told how the case stands."""

    needs = ("complaints.move", "complaints.mailbox")
    happened = moment("complaints.happened", hint="complaints.happened_hint")

    def perform(self) -> object:
        """Record it."""
        happened = self.when("happened", self.case.zone, said_by=self.actor.said_by)
        return actions.answer_complainant(self.actor, self.case.complaint, happened=happened, **self.common)
