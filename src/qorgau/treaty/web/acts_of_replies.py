"""Acts on replies of the State: prepared, cleared, returned, revised, sent; or entered from their documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django import forms

from qorgau.access.actor import Actor
from qorgau.treaty.actions import (
    Done,
    NewReply,
    TakenReply,
    clear_reply,
    prepare_reply,
    return_reply,
    revise_reply,
    send_reply,
    take_reply,
)
from qorgau.treaty.facts.told import RecommendationPage, Reply
from qorgau.treaty.facts.words import Procedure, SourceLevel
from qorgau.treaty.refusal import NoSuchThing
from qorgau.treaty.seats import seat_of, today
from qorgau.treaty.web.act import Act
from qorgau.treaty.web.acts_of_plan import leading
from qorgau.treaty.web.form import because, few_of, many_lines, on_day, one_line, one_of
from qorgau.treaty.web.words import LANGUAGES, phrase


class OfReply(Act):
    """An act on one reply, opened from its own line."""

    @classmethod
    def is_open(cls, page: RecommendationPage, actor: Actor | None) -> bool:
        """It stands beside its reply."""
        return False

    @property
    def reply(self) -> Reply:
        """The reply, as far as the actor may see it."""
        for each in self.page.replies:
            if each.id == self.of:
                return each
        raise NoSuchThing(self.of)

    def prepare(self) -> None:
        """It must be one of those shown."""
        assert self.reply is not None

    def about(self) -> list[tuple[str, str]]:
        """The words that the act is about."""
        return [(phrase("procedure", self.reply.procedure.value, self.tongue), self.reply.text or "")]


class PrepareReply(Act):
    """Write a reply; another person clears it."""

    needs = ("treaty.reply",)
    called: ClassVar[Mapping[str, str]] = {"recommendations": ""}
    procedure = few_of("treaty.field_procedure")
    language = one_of("treaty.field_language")
    text = many_lines("treaty.field_reply_text", hint="treaty.field_reply_hint", rows=10)

    @classmethod
    def bodies(cls, page: RecommendationPage) -> tuple[str, ...]:
        """For the bodies that lead or contribute."""
        return leading(page)

    def prepare(self) -> None:
        """Offer procedures and languages."""
        words = [(each.value, phrase("procedure", each.value, self.tongue)) for each in Procedure]
        self.offer("procedure", words)
        self.fields["procedure"].initial = (
            Procedure.FOLLOW_UP.value if self.page.line.follow_up else Procedure.REPORT.value
        )
        self.offer("language", list(LANGUAGES.items()))
        self.fields["language"].initial = self.tongue.value

    def perform(self) -> Done:
        """Enter it."""
        new = NewReply(
            recommendations=[self.id],
            text=self.given("text"),
            language=self.given("language"),
            procedure=Procedure(self.given("procedure")),
        )
        return prepare_reply(self.actor, new, **self.common)


class ReviseReply(OfReply):
    """Write the words of a reply anew."""

    needs = ("treaty.reply",)
    text = many_lines("treaty.field_reply_text", hint="treaty.field_reply_hint", rows=10)

    def prepare(self) -> None:
        """Begin from what stands."""
        self.fields["text"].initial = self.reply.text or ""

    def about(self) -> list[tuple[str, str]]:
        """Why it was returned, the last time."""
        notes = [step.note for step in self.reply.steps if step.step == "returned" and step.note]
        return [(phrase("step", "returned", self.tongue), notes[-1])] if notes else []

    def perform(self) -> Done:
        """Enter it."""
        return revise_reply(self.actor, self.of, self.given("text"), **self.common)


class ClearReply(OfReply):
    """Clear the words as they stand."""

    needs = ("treaty.clear",)
    seen = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    note = many_lines("treaty.field_note", required=False, rows=2, most=2000)

    def prepare(self) -> None:
        """Know which words are shown: no others are cleared."""
        self.fields["seen"].initial = self.reply.text_sha256

    def perform(self) -> Done:
        """Enter it."""
        note, seen = self.given("note"), self.given("seen")
        return clear_reply(self.actor, self.of, note=note, seen=seen, **self.common)


class ReturnReply(OfReply):
    """Give a reply back to be revised."""

    needs = ("treaty.clear", "treaty.send")
    reason = because()

    def perform(self) -> Done:
        """Enter it."""
        return return_reply(self.actor, self.of, reason=self.given("reason"), **self.common)


class SendReply(OfReply):
    """Say that a cleared reply was sent."""

    needs = ("treaty.send",)
    sent = on_day("treaty.field_sent_on", hint="treaty.field_sent_hint")
    symbol = one_line("treaty.field_symbol", required=False, most=100)

    def prepare(self) -> None:
        """Propose today, as it is there."""
        super().prepare()
        self.fields["sent"].initial = today(seat_of(self.page.line.sender), self.now)

    def perform(self) -> Done:
        """Enter it."""
        return send_reply(
            self.actor, self.of, sent=self.needed_day("sent"), symbol=self.given("symbol"), **self.common
        )


class TakeReply(Act):
    """Enter a reply that was sent elsewhere."""

    needs = ("treaty.take",)
    procedure = few_of("treaty.field_procedure")
    sent_on = on_day("treaty.field_sent_on", hint="treaty.field_sent_hint")
    symbol = one_line("treaty.field_symbol", required=False, most=100)
    document = one_of("treaty.field_document", required=False)
    language = one_of("treaty.field_language")
    summary = many_lines("treaty.field_summary", required=False, hint="treaty.field_summary_hint", most=8000)
    source = one_line("treaty.field_source", hint="treaty.field_source_hint")
    level = few_of("treaty.field_level")

    def prepare(self) -> None:
        """Offer what can be chosen."""
        words = [(each.value, phrase("procedure", each.value, self.tongue)) for each in Procedure]
        self.offer("procedure", words)
        self.fields["procedure"].initial = Procedure.FOLLOW_UP.value
        self.offer("language", list(LANGUAGES.items()))
        self.offer_documents()
        self.offer_levels()

    def perform(self) -> Done:
        """Enter it."""
        taken = TakenReply(
            recommendations=[self.id],
            sent_on=self.needed_day("sent_on"),
            source=self.given("source"),
            level=SourceLevel(self.given("level")),
            symbol=self.given("symbol"),
            document=self.given("document"),
            summary=self.given("summary"),
            language=self.given("language"),
            procedure=Procedure(self.given("procedure")),
        )
        return take_reply(self.actor, taken, **self.common)
