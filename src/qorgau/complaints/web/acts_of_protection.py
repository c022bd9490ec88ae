"""Acts on reprisals, protection, transfer and wishes to withdraw."""

from __future__ import annotations

from typing import ClassVar

from qorgau.access.actor import Actor
from qorgau.access.roles import Role
from qorgau.complaints import actions
from qorgau.complaints.facts.case import Case
from qorgau.complaints.web.act import Act
from qorgau.complaints.web.case_form import choice, moment
from qorgau.complaints.web.choosing import body_choices, fact_choices
from qorgau.custody.web.fields import long_text, said
from qorgau.mailboxes.grounds import Released
from qorgau.wording import say


class _Telling(Act):
    """Something told in words only."""

    needs: tuple[str, ...] = ("complaints.move", "complaints.evidence")
    reasons = long_text(label=said("complaints.told"), help_text=said("complaints.told_hint"))


class ReportReprisal(_Telling):
    """Report a reprisal; a procedure begins with it."""

    happened = moment("complaints.happened", hint="complaints.happened_hint")

    def perform(self) -> object:
        """Record it."""
        return actions.report_reprisal(
            self.actor, self.case.complaint, reasons=self.given("reasons"),
            happened=self.when("happened", self.case.zone, said_by=self.actor.said_by), **self.common,
        )  # fmt: skip


class AskTransfer(_Telling):
    """Ask for a transfer to a place outside the accused body."""

    def perform(self) -> object:
        """Record it."""
        return actions.ask_transfer(
            self.actor, self.case.complaint, reasons=self.given("reasons"), **self.common
        )


class WithdrawalAsked(_Telling):
    """Record a wish to withdraw: nothing stops."""

    def perform(self) -> object:
        """Record it."""
        return actions.withdrawal_asked(
            self.actor, self.case.complaint, reasons=self.given("reasons"), **self.common
        )


class NpmContact(_Telling):
    """Record a private meeting with somebody who asked to withdraw."""

    needs: tuple[str, ...] = ("complaints.watch",)

    def perform(self) -> object:
        """Record it."""
        return actions.npm_contact(
            self.actor, self.case.complaint, reasons=self.given("reasons"), **self.common
        )

    @classmethod
    def makes_sense(cls, case: Case) -> bool:
        """Somebody must have asked to withdraw."""
        return case.withdrawal_asked_at is not None


class AskProtection(Act):
    """Ask for a protection measure."""

    needs: tuple[str, ...] = ("complaints.move", "complaints.evidence")
    measure = choice("complaints.protection_measure")
    reasons = long_text(label=said("complaints.move_reasons"), required=False)
    asks: ClassVar[bool] = True

    def prepare(self) -> None:
        """The measures there are."""
        self.offer("measure", fact_choices("protection", self.language))

    def perform(self) -> object:
        """Record it."""
        record = actions.ask_protection if self.asks else actions.give_protection
        return record(
            self.actor,
            self.case.complaint,
            self.given("measure"),
            reasons=self.given("reasons"),
            **self.common,
        )


class GiveProtection(AskProtection):
    """Record a protection measure that was taken."""

    needs: tuple[str, ...] = ("complaints.move",)
    asks = False


class ReleaseIdentity(Act):
    """Let another body know who complained; to a tied one it waits for a second member of the mechanism."""

    needs: tuple[str, ...] = ("complaints.identity",)
    to_body = choice("complaints.release_to")
    ground = choice("complaints.release_ground")
    reasons = long_text(label=said("complaints.move_reasons"), required=False)

    def prepare(self) -> None:
        """The bodies and grounds there are."""
        self.offer("to_body", body_choices(self.language), or_none=True)
        self.offer(
            "ground",
            [
                (each.value, say(f"complaints.release_ground_{each.value}", self.language))
                for each in Released
            ],
        )
        self.as_radios("ground")

    def perform(self) -> actions.Done:
        """Record it."""
        return actions.release_identity(
            self.actor, self.case.complaint, self.given("to_body"), ground=self.given("ground"),
            reasons=self.given("reasons"), **self.common,
        )  # fmt: skip

    @classmethod
    def is_for(cls, case: Case, actor: Actor) -> bool:
        """For the preventive mechanism, and the body that received a complaint made openly."""
        return actor.role is Role.NPM_MEMBER or (not case.is_sealed and actor.body == case.to_body)
