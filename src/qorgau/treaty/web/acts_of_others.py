"""Acts that tell what others say: alternative reports of organisations, and what a committee found."""

from __future__ import annotations

from typing import Any

from qorgau.access.actor import Actor
from qorgau.treaty.actions import (
    Done,
    NewAlternative,
    NewAssessment,
    publish_alternative,
    replace_alternative,
    take_alternative,
    take_assessment,
)
from qorgau.treaty.facts.told import Alternative, RecommendationPage
from qorgau.treaty.facts.words import About, SourceLevel
from qorgau.treaty.grading import grades
from qorgau.treaty.queries.reach import may_for
from qorgau.treaty.refusal import NoSuchThing
from qorgau.treaty.web.act import Act
from qorgau.treaty.web.form import because, few_of, many_lines, on_day, one_line, one_of
from qorgau.treaty.web.words import phrase
from qorgau.wording import in_language, say


class TakeAlternative(Act):
    """Enter one's own body's alternative report."""

    needs = ("treaty.alternative",)
    title = one_line("treaty.field_title")
    text = many_lines(
        "treaty.field_alternative_text", required=False, hint="treaty.field_alternative_hint", rows=10
    )
    document = one_of("treaty.field_document", required=False)
    language = one_of("treaty.field_language")
    published_on = on_day("treaty.field_published_on", required=False, hint="treaty.field_published_hint")

    @classmethod
    def is_open(cls, page: RecommendationPage, actor: Actor | None) -> bool:
        """Each for their own body."""
        return actor is not None and may_for(actor, "treaty.alternative", [actor.body])

    def prepare(self) -> None:
        """Offer what can be chosen."""
        self.offer_languages()
        self.offer_documents()

    def perform(self) -> Done:
        """Enter it."""
        new = NewAlternative(
            recommendations=[self.id],
            title=self.given("title"),
            text=self.given("text"),
            language=self.given("language"),
            document=self.given("document"),
            published_on=self.day("published_on"),
        )
        return take_alternative(self.actor, new, **self.common)


class OfAlternative(Act):
    """An act on one's own body's alternative report, opened from its own line."""

    needs = ("treaty.alternative",)

    @classmethod
    def is_open(cls, page: RecommendationPage, actor: Actor | None) -> bool:
        """It stands beside its report."""
        return False

    @property
    def report(self) -> Alternative:
        """The report, if the actor may see it."""
        for each in self.page.alternatives:
            if each.id == self.of:
                return each
        raise NoSuchThing(self.of)

    def about(self) -> list[tuple[str, str]]:
        """The report as it stands."""
        return [(self.report.title, "")]


class ReplaceAlternative(OfAlternative):
    """Put a new version in its place; the earlier ones are kept."""

    text = many_lines("treaty.field_alternative_text", rows=10)
    reason = because()

    def prepare(self) -> None:
        """Begin from what stands."""
        self.fields["text"].initial = self.report.text or ""

    def perform(self) -> Done:
        """Enter it."""
        return replace_alternative(
            self.actor, self.of, self.given("text"), reason=self.given("reason"), **self.common
        )


class PublishAlternative(OfAlternative):
    """Let everybody read it; it cannot be taken back."""

    on = on_day("treaty.field_published_on", hint="treaty.publish_final")

    def prepare(self) -> None:
        """Propose today."""
        assert self.report is not None
        self.fields["on"].initial = self.today

    def perform(self) -> Done:
        """Enter it."""
        return publish_alternative(self.actor, self.of, on=self.needed_day("on"), now=self.now)


class TakeAssessment(Act):
    """Enter how who made the recommendation judged it."""

    needs = ("treaty.assess",)
    grade = few_of("treaty.field_grade")
    words = many_lines("treaty.field_grade_words", required=False, hint="treaty.field_grade_hint", most=8000)
    on = on_day("treaty.field_assessed_on")
    document = one_of("treaty.field_document", required=False)
    source = one_line("treaty.field_source", hint="treaty.field_source_hint")
    level = few_of("treaty.field_level")

    @classmethod
    def is_open(cls, page: RecommendationPage, actor: Actor | None) -> bool:
        """Where its maker has a scale at all."""
        return bool(_scale(page)) and super().is_open(page, actor)

    def prepare(self) -> None:
        """Offer the committee's own scale; grades that were never seen in its texts are marked."""
        unverified = say("treaty.grade_unverified", self.tongue)
        self.offer(
            "grade",
            [
                (
                    f"{about.value}:{grade.code}",
                    f"{in_language(grade.title, self.tongue)} · {phrase('about', about.value, self.tongue)}"
                    + ("" if grade.verified else f" ({unverified})"),
                )
                for about, grade in _scale(self.page)
            ],
        )
        self.offer_documents()
        self.offer_levels()

    def perform(self) -> Done:
        """Enter it."""
        about, _, code = self.given("grade").partition(":")
        new = NewAssessment(
            recommendations=[self.id],
            grade=code,
            words=self.given("words"),
            on=self.needed_day("on"),
            source=self.given("source"),
            level=SourceLevel(self.given("level")),
            document=self.given("document"),
            about=About(about),
        )
        return take_assessment(self.actor, new, **self.common)


def _scale(page: RecommendationPage) -> list[tuple[About, Any]]:
    return [(about, grade) for about in About for grade in grades(page.line.committee, about)]
