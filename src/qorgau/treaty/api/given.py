"""What programs send about recommendations: shapes that refuse what nobody asked for."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from qorgau.custody.api.given import Line, Word, Words
from qorgau.lawbook import Language
from qorgau.treaty.facts.words import (
    About,
    ActionState,
    DueWhat,
    Fix,
    Judgement,
    Procedure,
    SourceLevel,
    Tie,
)

_SAYABLE = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
Long = Annotated[str, Field(max_length=200_000, pattern=_SAYABLE)]
Name = Annotated[
    str,
    Field(min_length=1, max_length=260, pattern=_SAYABLE, examples=["CAT/C/KAZ/CO/4#14(a)"]),
]
MaybeName = Annotated[str, Field(max_length=260, pattern=_SAYABLE)]
Names = Annotated[list[Name], Field(min_length=1, max_length=200)]
Codes = Annotated[list[Word], Field(max_length=50)]
Tongue = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", examples=["en"])]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _written_day(given: object) -> object:
    """Only a day as everybody writes it: a number of seconds, or an instant, would become one in silence."""
    if isinstance(given, str) and not _DAY.fullmatch(given):
        raise ValueError("YYYY-MM-DD")
    if isinstance(given, int | float):
        raise ValueError("YYYY-MM-DD")
    return given


Day = Annotated[date, BeforeValidator(_written_day)]
Base = Annotated[int, Field(strict=True, ge=0, le=10**9, description="The version that was looked at.")]


def _shape(**example: Any) -> ConfigDict:
    """Refuses fields nobody asked for; with an example for the description."""
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [example]} if example else None)


class Given(BaseModel):
    """Nothing but what is named here."""

    model_config = _shape()


class CorrectionGiven(Given):
    """What is to stand where in a reading, and why."""

    model_config = _shape(
        what="paragraph_kind", target="p12", value="recommendation", reason="It says “should”."
    )

    what: Fix
    target: Name = Field(description="`p12` of a paragraph, a leaf such as `14(a)`, or a field of the head.")
    value: Annotated[str, Field(max_length=60_000, pattern=_SAYABLE)] = ""
    place: Line = ""
    reason: Words


class ReasonGiven(Given):
    """Why."""

    reason: Words


class AcceptanceGiven(Given):
    """Which leaves are followed from now on; none named: all."""

    leaves: Annotated[list[Name], Field(max_length=1000)] = []


class OnGiven(Given):
    """On which civil day."""

    on: Day


class CatalogueGiven(Given):
    """A document that the law files know; follow_up: also what they know came after it."""

    model_config = _shape(symbol="CAT/C/KAZ/CO/4", follow_up=True)

    symbol: Name
    follow_up: bool = False


class ClassesGiven(ReasonGiven):
    """What a recommendation is about, by codes of the vocabulary."""

    subjects: Codes = []
    people: Codes = []
    sdg: Codes = []
    measures: Codes = []
    strength: Word = ""


class TieGiven(ReasonGiven):
    """A safeguard, figure or article that measures it, or does not (`holds`: false)."""

    model_config = _shape(
        tie="safeguard", name="kz/three_hours", holds=True, reason="It is what paragraph 12 asks."
    )

    tie: Tie
    name: Name
    holds: bool = True


class JudgementGiven(ReasonGiven):
    """Whether two demands are the same."""

    model_config = _shape(
        left="CAT/C/KAZ/CO/4#10",
        right="CAT/C/KAZ/CO/3#7(a)",
        judgement="confirmed",
        reason="Both ask for article 1.",
    )

    left: Name
    right: Name
    judgement: Judgement
    how: Word = ""


class AssignmentGiven(Given):
    """Who answers for recommendations, from a day on."""

    model_config = _shape(
        recommendations=["CAT/C/KAZ/CO/4#14(a)"],
        lead="prosecutors_office",
        contributing=["mia"],
        since="2023-09-01",
    )

    recommendations: Names
    lead: Name
    contributing: Annotated[list[Name], Field(max_length=50)] = []
    since: Day
    reason: Words = ""


class ActionGiven(Given):
    """An action for the plan; `what` in one language or several."""

    model_config = _shape(
        recommendations=["CAT/C/KAZ/CO/4#10"],
        what={"en": "A bill on article 146."},
        lead="ministry_of_justice",
        due="2024-03-01",
        budget=1000000,
        currency="KZT",
    )

    recommendations: Names
    what: Words | Annotated[dict[Language, Words], Field(min_length=1)]
    lead: Name
    due: Day
    budget: Annotated[int, Field(strict=True, ge=0, le=10**15)] | None = None
    currency: Annotated[str, Field(pattern=r"^([A-Z]{3})?$")] = ""
    contributing: Annotated[list[Name], Field(max_length=50)] = []


class ActionStateGiven(Given):
    """Where an action stands from a day on; a new `due` keeps the old one in sight."""

    state: ActionState
    on: Day
    reason: Words = ""
    due: Day | None = None


class ReplyGiven(Given):
    """A reply in work."""

    recommendations: Names
    text: Long
    language: Tongue = "en"
    procedure: Procedure = Procedure.FOLLOW_UP
    document: MaybeName = ""


class TextGiven(Given):
    """New words."""

    text: Long


class NoteGiven(Given):
    """A note to the clearance, if any; seen: the text_sha256 of the words that were read, so that no others are cleared."""

    note: Words = ""
    seen: Line = ""


class SendingGiven(Given):
    """On which day it was sent, and under which symbol."""

    sent: Day
    symbol: Line = ""


class TakenReplyGiven(Given):
    """A reply that was sent elsewhere, as its document or another source tells."""

    recommendations: Names
    sent_on: Day
    source: Line
    level: SourceLevel
    symbol: Line = ""
    document: MaybeName = ""
    summary: Words = ""
    language: Tongue = "en"
    procedure: Procedure = Procedure.FOLLOW_UP


class AlternativeGiven(Given):
    """One's own body's alternative report; held back until a day of publication is given."""

    recommendations: Names
    title: Line
    text: Long = ""
    language: Tongue = "en"
    document: MaybeName = ""
    published_on: Day | None = None


class VersionGiven(TextGiven, ReasonGiven):
    """A new version, and why."""


class AssessmentGiven(Given):
    """What who made the recommendations said of them, by its own scale and in its own words."""

    model_config = _shape(
        recommendations=["CAT/C/KAZ/CO/3#8"],
        grade="partially_implemented",
        words="partially implemented",
        on="2023-05-12",
        source="CAT/C/KAZ/CO/4, para. 8",
        level="opened",
    )

    recommendations: Names
    grade: Word
    words: Words = ""
    on: Day
    source: Line
    level: SourceLevel
    document: MaybeName = ""
    about: About = About.IMPLEMENTATION


class DeadlineGiven(Given):
    """A day by which something is due, and who says so."""

    what: DueWhat
    due: Day
    document: MaybeName = ""
    recommendations: Annotated[list[Name], Field(max_length=200)] = []
    committee: Line = ""
    note: Words = ""
    source: Line = ""


class MetGiven(OnGiven):
    """Which deadline was met, and on which day."""

    deadline: Name
    note: Words = ""
