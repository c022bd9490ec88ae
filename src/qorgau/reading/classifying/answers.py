"""What a recommendation was sorted as: codes, each with the words that gave it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Where the words stand that speak for a code."""

    TEXT = "text"  # in the recommendation itself
    LEAD = "lead"  # in what the paragraph says before its lettered parts
    HEADING = "heading"  # in the heading above it
    ARTICLE = "article"  # an article of the treaty that the document names
    SUBJECT = "subject"  # it follows from the subject; no word says so


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: the words as they stand, where (offsets in the text or heading), the cue they met and its weight.

    `negated` tells that they stand behind a "not", "no" or "never".
    """

    words: str
    start: int
    end: int
    where: Where
    cue: str
    weight: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Sorted:
    """A code with its weight, the sum of its reasons; weights compare codes of one list and are no probability."""

    code: str
    weight: int
    why: tuple[Why, ...]

    @property
    def negated(self) -> bool:
        """Whether all words for it, also in the heading, stand behind a "not"; the text is about it none the less."""
        said = [reason for reason in self.why if reason.words]
        return bool(said) and all(reason.negated for reason in said)

    @property
    def said(self) -> bool:
        """Whether words of the document give it, and not only its subject."""
        return any(reason.where is not Where.SUBJECT for reason in self.why)


@dataclass(frozen=True, slots=True)
class Classified:
    """Everything a text was sorted as, the heaviest first; `strength` is None where no verb of action is found."""

    subjects: tuple[Sorted, ...] = ()
    people: tuple[Sorted, ...] = ()
    sdg: tuple[Sorted, ...] = ()
    measures: tuple[Sorted, ...] = ()
    bodies: tuple[Sorted, ...] = ()
    strength: Sorted | None = None

    @property
    def subject_codes(self) -> tuple[str, ...]:
        """The subjects alone, the heaviest first."""
        return tuple(each.code for each in self.subjects)
