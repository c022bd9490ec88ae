"""Acts on evidence, hearings and decisions."""

from __future__ import annotations

from qorgau.complaints import actions
from qorgau.complaints.facts.case import Case
from qorgau.complaints.offered import NewEvidence
from qorgau.complaints.web.act import Act
from qorgau.complaints.web.case_form import choice, moment
from qorgau.complaints.web.choosing import body_choices, fact_choices
from qorgau.complaints.web.parts import decision_title
from qorgau.custody.times import read_when
from qorgau.custody.web.fields import long_text, said, short_text
from qorgau.wording import say, say_instant


class TakeEvidence(Act):
    """Take a piece of evidence into keeping."""

    needs = ("complaints.evidence",)
    kind = choice("complaints.evidence_sort")
    description = long_text(label=said("complaints.personal_description"))
    sha256 = short_text(
        label=said("complaints.evidence_hash"),
        help_text=said("complaints.evidence_hash_hint"),
        required=False,
    )
    sealed_copy = short_text(label=said("complaints.sealed_copy"), required=False)
    happened = moment("complaints.happened", hint="complaints.happened_hint")

    def prepare(self) -> None:
        """Kinds of evidence."""
        self.offer("kind", fact_choices("evidence_kind", self.language))

    def perform(self) -> object:
        """Record it."""
        new = NewEvidence(
            kind=self.given("kind"),
            description=self.given("description"),
            sha256=self.given("sha256"),
            sealed_copy=self.given("sealed_copy"),
            happened=self.when("happened", self.case.zone, said_by=self.actor.said_by),
        )
        return actions.take_evidence(self.actor, self.case.complaint, new, **self.common)


class MoveEvidence(Act):
    """Hand a piece of evidence on, comparing its fingerprint."""

    needs = ("complaints.evidence",)
    evidence = choice("complaints.evidence_which")
    to_body = choice("complaints.evidence_to")
    sha256 = short_text(
        label=said("complaints.evidence_hash"), help_text=said("complaints.compared_hint"), required=False
    )
    reasons = long_text(label=said("complaints.move_reasons"), required=False)

    def prepare(self) -> None:
        """The evidence of the case, and bodies."""
        kinds = dict(fact_choices("evidence_kind", self.language))
        pieces = [
            (each.id, f"{kinds.get(each.kind, each.kind)} · {say_instant(each.chain[0].since, self.case.zone, self.language)}")
            for each in self.case.evidence
        ]  # fmt: skip
        self.offer("evidence", pieces)
        self.offer("to_body", body_choices(self.language))

    def perform(self) -> object:
        """Record the hand-over."""
        return actions.move_evidence(
            self.actor, self.case.complaint, self.given("evidence"), self.given("to_body"),
            sha256=self.given("sha256"), reasons=self.given("reasons"), **self.common,
        )  # fmt: skip

    @classmethod
    def makes_sense(cls, case: Case) -> bool:
        """There must be something to hand on."""
        return bool(case.evidence)


class SetHearing(Act):
    """Set a hearing, or put one off."""

    needs = ("complaints.hearing",)
    set_for = moment("complaints.set_for", required=True)
    hearing = choice("complaints.hearing_instead", required=False)

    def prepare(self) -> None:
        """Hearings that were set and not held yet."""
        waiting = [each for each in self.case.hearings if each.heard_at is None]
        words = [(each.id, say_instant(each.set_for, self.case.zone, self.language)) for each in waiting]
        self.offer("hearing", words, or_none=True)

    def perform(self) -> object:
        """Record it."""
        at = read_when(self.given("set_for"), self.case.zone).earliest
        return actions.set_hearing(
            self.actor, self.case.complaint, at, hearing=self.given("hearing"), **self.common
        )


class HoldHearing(Act):
    """Record that a hearing took place."""

    needs = ("complaints.hearing",)
    hearing = choice("complaints.hearing_which")
    victim_present = choice("complaints.victim_present")
    happened = moment("complaints.happened", hint="complaints.happened_hint")

    def prepare(self) -> None:
        """Hearings that wait."""
        waiting = [each for each in self.case.hearings if each.heard_at is None]
        self.offer(
            "hearing",
            [(each.id, say_instant(each.set_for, self.case.zone, self.language)) for each in waiting],
        )
        self.offer("victim_present", [(word, say(word, self.language)) for word in ("yes", "no")])

    def perform(self) -> object:
        """Record it."""
        return actions.hold_hearing(
            self.actor, self.case.complaint, self.given("hearing"), victim_present=self.given("victim_present") == "yes",
            happened=self.when("happened", self.case.zone, said_by=self.actor.said_by), **self.common,
        )  # fmt: skip

    @classmethod
    def makes_sense(cls, case: Case) -> bool:
        """One must be set."""
        return any(each.heard_at is None for each in case.hearings)


class ServeDecision(Act):
    """Record that a decision was served, or only shown."""

    decision = choice("complaints.act_decision")
    copy_given = choice("complaints.copy_given")
    happened = moment("complaints.happened", hint="complaints.happened_hint")

    def prepare(self) -> None:
        """Decisions not served yet."""
        found = [each for each in self.case.decisions if each.served_at is None]
        self.offer("decision", [(each.id, decision_title(each, self.case, self.language)) for each in found])
        self.offer("copy_given", [(word, say(word, self.language)) for word in ("yes", "no")])

    def perform(self) -> object:
        """Record it."""
        return actions.serve_decision(
            self.actor, self.case.complaint, self.given("decision"), copy_given=self.given("copy_given") == "yes",
            happened=self.when("happened", self.case.zone, said_by=self.actor.said_by), **self.common,
        )  # fmt: skip

    @classmethod
    def makes_sense(cls, case: Case) -> bool:
        """One must be unserved."""
        return any(each.served_at is None for each in case.decisions)
