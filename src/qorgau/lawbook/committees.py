"""Who sends recommendations: treaty bodies, reviews and national institutions, with their scales and limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qorgau.lawbook.safeguard import Duration, Text


class SenderKind(StrEnum):
    """What a sender of recommendations is."""

    TREATY_BODY = "treaty_body"  # reviews the reports of States under one treaty
    SUBCOMMITTEE = "subcommittee"  # visits places and sends confidential reports
    REVIEW = "review"  # States recommend to a State; each recommendation has a position
    NATIONAL = "national"  # an institution of the State itself, or of its society


class Scale(StrEnum):
    """What a grade speaks of; the two are never mixed."""

    IMPLEMENTATION = "implementation"  # how far the recommendation was carried out
    REPLY = "reply"  # how good the State's answer was
    POSITION = "position"  # what the State under review said of a recommendation


@dataclass(frozen=True, slots=True)
class Grade:
    """One step of a committee's scale. `letter` is empty where the committee uses none that was confirmed."""

    code: str
    scale: Scale
    title: Text
    verified: bool  # the words were seen in a text of that committee
    source: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class WordLimit:
    """How long a document of one kind may be; `kind` is one of reading's document kinds."""

    kind: str
    words: int
    verified: bool
    source: str


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """What a committee asks to be answered early: how many recommendations at most, and how soon."""

    most: int | None
    within: Duration | None
    verified: bool
    source: str
    note: Text


@dataclass(frozen=True, slots=True)
class Committee:
    """One sender of recommendations."""

    code: str  # CAT, CCPR, ... as in symbols where there are any
    kind: SenderKind
    name: Text
    short: Text  # for narrow columns
    treaty: Text  # the treaty's full name; empty for national institutions
    treaty_short: Text
    letters: str  # the beginning of its symbols, such as CAT/C; empty without symbols
    reports_under: str  # article of the treaty under which States report; empty where they do not
    grades: tuple[Grade, ...]
    word_limits: tuple[WordLimit, ...]
    follow_up: FollowUpRule | None
    body: str = ""  # id of bodies.yaml, for a national institution
    source: str = ""

    def scale(self, scale: Scale) -> tuple[Grade, ...]:
        """The steps of one scale, in the order of the file."""
        return tuple(grade for grade in self.grades if grade.scale is scale)

    def grade(self, code: str) -> Grade | None:
        """The step with that code; None where the committee has none such."""
        return next((grade for grade in self.grades if grade.code == code), None)

    def word_limit(self, kind: str) -> WordLimit | None:
        """The limit for a kind of document; None where none is known."""
        return next((limit for limit in self.word_limits if limit.kind == kind), None)
