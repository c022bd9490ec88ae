"""The form of a move: what its kind of entry needs, what the law asks for, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from qorgau.complaints.entries import (
    EVIDENCE_TAKEN,
    FORWARDED,
    HEARING_SET,
    IMPOSED,
    PROTECTION_ASKED,
    PROTECTION_GIVEN,
    RECOMMENDED,
)
from qorgau.complaints.facts.case import Case, Run
from qorgau.complaints.facts.law import bodies
from qorgau.complaints.offered import MoveAsked
from qorgau.complaints.web.case_form import CaseForm, choice, moment
from qorgau.complaints.web.choosing import body_choices, fact_choices
from qorgau.complaints.web.needed import ABOUT_AN_OFFICER, SERVES, kind_recorded
from qorgau.complaints.web.parts import decision_title, officer_name
from qorgau.custody.citing import cited
from qorgau.custody.times import read_when
from qorgau.custody.web.fields import long_text, said, short_text
from qorgau.lawbook import Basis, Language
from qorgau.lawbook.procedure import Effect, Ground, Move, NamedCondition
from qorgau.procedures import UNTIL, Finding
from qorgau.wording import in_language, say
from qorgau.wording.templatetags.wording import active_language

_PROTECTS = frozenset({PROTECTION_ASKED, PROTECTION_GIVEN})
_PENALTIES = frozenset({RECOMMENDED, IMPOSED})
_FACTS = ("disciplinary_penalty", "protection", "evidence_kind", "sha256", "body", UNTIL)
_LAST = ("happened", "act_id")


class MoveForm(CaseForm):
    """Asks only for what this move needs."""

    happened = moment("complaints.happened", hint="complaints.happened_hint")

    def __init__(self, *args: Any, case: Case, run: Run, move: Move, **kwargs: Any) -> None:
        """Make the fields from the move."""
        super().__init__(*args, **kwargs)
        self.case, self.run, self.move = case, run, move
        self.language = active_language()
        self.today = date.fromordinal(case.zone.civil_day(case.as_of))
        self._ask_ground()
        self._ask_who()
        self._ask_what()
        self._ask_reasons()
        self.order_fields([*(name for name in self.fields if name not in _LAST), *_LAST])

    @property
    def open_grounds(self) -> list[Ground]:
        """The grounds that the law of today leaves open."""
        return [each for each in self.move.grounds.values() if not each.refused_on(self.today)]

    def _ask_ground(self) -> None:
        grounds = self.open_grounds
        if self.move.grounds:
            self.fields["ground"] = forms.ChoiceField(
                label=said("complaints.move_ground"),
                choices=[(each.id, in_language(each.title, self.language)) for each in grounds],
                widget=forms.RadioSelect,
            )

    def _ask_who(self) -> None:
        kind = kind_recorded(self.move)
        parties = [each for each in self.move.done_by if each in self.run.procedure.parties]
        if parties:
            own = self.move.id in {each.id for each in self.run.moves}
            self.fields["by_party"] = choice(
                "complaints.move_by" if own else "complaints.move_by_party", required=not own
            )
            titles = self.run.procedure.parties
            self.offer(
                "by_party",
                [(each, in_language(titles[each], self.language)) for each in parties],
                or_none=own,
            )
        if kind in ABOUT_AN_OFFICER:
            self.fields["officer"] = choice("complaints.officer")
            self.offer(
                "officer", [(each.id, officer_name(each, self.language)) for each in self.case.officers]
            )
            self.as_radios("officer")
        if kind in SERVES:
            self.fields["decision"] = choice("complaints.act_decision")
            self.offer(
                "decision",
                [(each.id, decision_title(each, self.case, self.language)) for each in self.case.decisions],
            )

    def _ask_what(self) -> None:
        kind, language = kind_recorded(self.move), self.language
        if kind in _PENALTIES:
            self.fields["disciplinary_penalty"] = choice("complaints.penalty")
            self.offer("disciplinary_penalty", fact_choices("disciplinary_penalty", language))
        if kind in _PROTECTS:
            self.fields["protection"] = choice("complaints.protection_measure")
            self.offer("protection", fact_choices("protection", language))
        if kind == EVIDENCE_TAKEN:
            self._ask_evidence()
        if kind in ("InvestigatorAssigned", FORWARDED):
            self.fields["body"] = choice("complaints.to_which_body")
            self.offer("body", body_choices(language, on=self.today))
            self.fields["body"].initial = self._usual_body()
        if kind == HEARING_SET:
            self.fields["set_for"] = moment("complaints.set_for", required=True)
        if self.move.extends:
            self.fields[UNTIL] = forms.DateField(label=said("complaints.extend_until"))

    def _usual_body(self) -> str:
        """The body that may do what comes next: by competence on this day."""
        target = self.move.target(self.run.standing.stage)
        after = [
            each
            for each in self.run.procedure.moves.values()
            if target in each.from_ and each.id != self.move.id
        ]
        if self.move.stays(self.run.standing.stage):
            after = [self.move]
        found = (
            body.id
            for move in after
            for word in move.done_by
            for basis in (Basis.NATIONAL_LAW, Basis.PROPOSAL)
            for body, _ in bodies().competent(word, self.today, basis=basis)
        )
        return next(found, "")

    def _ask_evidence(self) -> None:
        if "evidence_kind" not in self.move.facts:
            self.fields["evidence_kind"] = choice("complaints.evidence_sort")
            self.offer("evidence_kind", fact_choices("evidence_kind", self.language))
        self.fields["sha256"] = short_text(label=said("complaints.evidence_hash"), required=False)

    def _ask_reasons(self) -> None:
        for name, title in self._missing():
            self.fields[f"why_not_{name}"] = long_text(
                label=f"{say('complaints.why_not', self.language)}: {title}", required=False
            )
        if self.move.reasons_required:
            self.fields["reasons"] = long_text(
                label=said("complaints.move_reasons"),
                help_text=said("complaints.move_reasons_hint"),
            )

    def _missing(self) -> list[tuple[str, str]]:
        """What the move asks for and the case does not show: each wants its own reason."""
        known = {gap.name: gap for gap in self.case.gaps}
        return [
            (each.name.value, in_language(each.words.title, self.language))
            for each in self.move.only_if
            if each.effect is Effect.ASKS_REASONS
            and each.term.holds(self.today)
            and not (each.name.value in known and known[each.name.value].done)
        ]

    def asked(self) -> MoveAsked:
        """What was typed, as the act takes it."""
        facts: dict[str, str | int] = {
            name: self.day_or_word(name) for name in _FACTS if self.day_or_word(name)
        }
        if typed := self.given("set_for"):
            facts["set_for"] = read_when(typed, self.case.zone).earliest
        return MoveAsked(
            move=self.move.id,
            ground=self.given("ground"),
            reasons=self.given("reasons"),
            why_not={name: typed for name, _ in self._missing() if (typed := self.given(f"why_not_{name}"))},
            facts=facts,
            body=self.given("by_party"),
            officers=tuple(each for each in [self.given("officer")] if each),
            decision=self.given("decision"),
            happened=self.when("happened", self.case.zone, said_by=""),
        )

    def day_or_word(self, name: str) -> str:
        """A day as the record holds it, or the word that was chosen."""
        found = self.cleaned_data.get(name)
        return found.isoformat() if isinstance(found, date) else str(found or "").strip()


def refused_grounds(move: Move, day: date, language: Language) -> list[tuple[str, str]]:
    """The grounds that the law excludes on a day, each with its source."""
    found = []
    for each in move.grounds.values():
        rule = each.on(day)
        if rule is not None and rule.refused:
            found.append((in_language(each.title, language), cited(rule.source, language)))
    return found


def marked_grounds(grounds: Sequence[Ground], day: date, language: Language) -> list[tuple[str, str, str]]:
    """The grounds that would be marked: title, what is wrong with it, by which source."""
    return [
        (in_language(each.title, language), in_language(mark.text, language), cited(mark.source, language))
        for each in grounds
        for mark in each.marks
        if mark.term.holds(day)
    ]


def conditions_of(
    move: Move, found: Mapping[str, Finding], day: date, language: Language
) -> list[dict[str, str]]:
    """What the move asks for on a day, and whether the case shows it; what only the act can tell says so."""
    return [
        _condition(each, found.get(each.name.value), language)
        for each in move.only_if
        if each.term.holds(day)
    ]


def _condition(asked: NamedCondition, found: Finding | None, language: Language) -> dict[str, str]:
    holds = found.holds if found else None
    word, colour = {True: ("holds", "green"), False: ("fails", "red"), None: ("checked", "grey")}[holds]
    why = (found.why if found else {}) or asked.fails
    return {
        "title": in_language(asked.words.title, language),
        "note": in_language(why, language) if holds is False else "",
        "word": say(f"complaints.condition_{word}", language),
        "colour": colour,
    }
