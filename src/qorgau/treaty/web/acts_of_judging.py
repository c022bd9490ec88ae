"""Acts that say what a recommendation is about, what measures it, and what it is linked with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from qorgau.lawbook import Language
from qorgau.treaty.actions import Done, classify, judge_link, tie_measure
from qorgau.treaty.facts.told import Classes
from qorgau.treaty.facts.words import Judgement, Tie
from qorgau.treaty.seats import book
from qorgau.treaty.web.act import Act
from qorgau.treaty.web.form import any_of, because, few_of, one_line, one_of
from qorgau.treaty.web.words import code_choices, phrase
from qorgau.wording import in_language, say, sort_key

_KINDS = ("subjects", "people", "measures", "sdg")


class Classify(Act):
    """Say what it is about."""

    needs = ("treaty.correct",)
    subjects = any_of("treaty.class_subjects")
    people = any_of("treaty.class_people")
    measures = any_of("treaty.class_measures")
    sdg = any_of("treaty.class_sdg")
    strength = one_of("treaty.class_strength", required=False)
    reason = because()

    def prepare(self) -> None:
        """Offer the whole vocabulary; what stands is ticked."""
        for kind in _KINDS:
            self.offer(kind, code_choices(kind, self.tongue))
            self.fields[kind].initial = list(getattr(self.page.classes, kind))
        self.offer("strength", code_choices("strengths", self.tongue), or_none=True)
        self.fields["strength"].initial = self.page.classes.strength

    def perform(self) -> Done:
        """Enter it."""
        lists = {kind: self.several(kind) for kind in _KINDS}
        classes = Classes(strength=self.given("strength"), **lists)
        return classify(self.actor, self.id, classes, reason=self.given("reason"), **self.common)


class TieMeasure(Act):
    """Say that a safeguard, figure or article measures it, or that it does not."""

    needs = ("treaty.link",)
    called: ClassVar[Mapping[str, str]] = {"name": "measure"}
    measure = one_of("treaty.field_measure", hint="treaty.field_measure_hint")
    holds = few_of("treaty.field_holds")
    reason = because()

    def prepare(self) -> None:
        """Offer everything that can measure, by kind and title."""
        self.offer("measure", measures(self.tongue), or_none=True)
        self.fields["measure"].initial = self.of
        self.offer(
            "holds",
            [
                ("yes", say("treaty.measures_it", self.tongue)),
                ("no", say("treaty.measures_not", self.tongue)),
            ],
        )
        self.fields["holds"].initial = "no" if self.of else "yes"

    def perform(self) -> Done:
        """Enter it."""
        tie, _, name = self.given("measure").partition(":")
        return tie_measure(
            self.actor,
            self.id,
            Tie(tie),
            name,
            holds=self.given("holds") == "yes",
            reason=self.given("reason"),
            **self.common,
        )  # fmt: skip


def measures(language: Language) -> list[tuple[str, str]]:
    """Every safeguard, figure and article of the law files, by kind and title."""
    law = book()
    shelves: tuple[tuple[Tie, Mapping[str, Any]], ...] = (
        (Tie.FIGURE, law.measures),
        (Tie.SAFEGUARD, law.safeguards),
        (Tie.ARTICLE, law.articles),
    )
    return [
        (f"{tie.value}:{name}", f"{phrase('tie', tie.value, language)}: {in_language(each.title, language)}")
        for tie, shelf in shelves
        for name, each in sorted(
            shelf.items(), key=lambda pair: sort_key(in_language(pair[1].title, language), language)
        )
    ]


class LinkTo(Act):
    """Link it with another demand, by the other's number."""

    needs = ("treaty.link",)
    right = one_line("treaty.field_right", hint="treaty.field_right_hint", most=200)
    judgement = few_of("treaty.field_judgement")
    how = one_of("treaty.field_how", required=False)
    reason = because()

    def prepare(self) -> None:
        """Offer both judgements."""
        self.offer("judgement", [(each.value, phrase("link", each.value, self.tongue)) for each in Judgement])
        self.fields["judgement"].initial = Judgement.CONFIRMED.value
        self.fields["right"].initial = self.of
        hows = ("stated", "exact_reuse", "paraphrase")
        self.offer("how", [(each, phrase("how", each, self.tongue)) for each in hows], or_none=True)

    def perform(self) -> Done:
        """Enter it."""
        return judge_link(
            self.actor,
            self.id,
            self.given("right"),
            Judgement(self.given("judgement")),
            how=self.given("how"),
            reason=self.given("reason"),
            **self.common,
        )
