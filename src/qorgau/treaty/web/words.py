"""What codes, bodies, days and states of the treaty cycle are called on its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qorgau.lawbook import Language
from qorgau.treaty.facts.told import GradeWord, Line
from qorgau.treaty.facts.words import ActionState, DueWhat, ReplyStage, StandsAt
from qorgau.treaty.queries.bodies_by_name import body_name as body_word
from qorgau.treaty.seats import book
from qorgau.treaty.vocabulary import titles
from qorgau.wording import in_language, knows, say, say_day, say_plural, sort_key

__all__ = ["body_word", "code_words", "committee_word", "days_left", "grade_said", "phrase", "tags_of"]

STANDS_COLOURS: Mapping[str, str] = {
    StandsAt.OPEN: "grey",
    StandsAt.ASSIGNED: "blue",
    StandsAt.PLANNED: "blue",
    StandsAt.UNDER_WAY: "blue",
    StandsAt.SAID_DONE: "violet",
    StandsAt.REPLIED: "amber",
    StandsAt.OVERDUE: "red",
    StandsAt.ASSESSED: "teal",
}
ACTION_COLOURS: Mapping[str, str] = {
    ActionState.PLANNED: "grey",
    ActionState.UNDER_WAY: "blue",
    ActionState.DONE: "green",
    ActionState.STOPPED: "violet",
}
STAGE_COLOURS: Mapping[str, str] = {
    ReplyStage.PREPARED: "amber",
    ReplyStage.RETURNED: "amber",
    ReplyStage.CLEARED: "blue",
    ReplyStage.SENT: "green",
    ReplyStage.TAKEN: "teal",
}
LANGUAGES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
_SOON_DAYS = 30


def phrase(group: str, code: str, language: Language) -> str:
    """The word of a closed set, such as `sender_ngo`; the code itself where nobody wrote one."""
    key = f"treaty.{group}_{code}"
    return say(key, language) if knows(key) else code.replace("_", " ")


def committee_word(code: str, language: Language) -> str:
    """The short name of who made a recommendation."""
    known = book().committees.get(code)
    return in_language(known.short, language) if known is not None else body_word(code, language)


def language_word(code: str, language: Language) -> str:
    """A language by its name in the language of the page."""
    key = f"treaty.language_{code}"
    return say(key, language) if knows(key) else code


def code_words(kind: str, codes: Iterable[str], language: Language) -> list[tuple[str, str]]:
    """Codes of the vocabulary with their titles. kind: subjects, people, sdg, measures, strengths."""
    known = titles(kind)
    return [(code, in_language(known[code], language) if code in known else code) for code in codes]


def code_choices(kind: str, language: Language) -> list[tuple[str, str]]:
    """Every word of a vocabulary, by title."""
    found = [(code, in_language(title, language)) for code, title in titles(kind).items()]
    return found if kind == "sdg" else sorted(found, key=lambda pair: sort_key(pair[1], language))


def days_left(days: int | None, language: Language) -> str:
    """How many days are left, in words; nothing where no day is known."""
    if days is None:
        return ""
    if days == 0:
        return say("treaty.due_today", language)
    return say_plural("treaty.days_left" if days > 0 else "treaty.days_over", abs(days), language)


def days_colour(days: int | None) -> str:
    """The colour of days left; their words stand beside it."""
    if days is None:
        return "grey"
    return "red" if days < 0 else "amber" if days <= _SOON_DAYS else "grey"


def grade_said(grade: GradeWord | None, language: Language) -> str:
    """A committee's grade in its words, with the mark of an unverified scale."""
    if grade is None:
        return ""
    title = in_language(grade.title, language)
    return title if grade.verified else f"{title} ({say('treaty.grade_unverified', language)})"


def tags_of(line: Line, language: Language) -> list[tuple[str, str]]:
    """What a reader of a list must not overlook, each with its colour."""
    found = [
        (say("treaty.tag_follow_up", language), "violet", line.follow_up),
        (say("treaty.tag_held_back", language), "amber", line.held_back),
        (grade_said(line.grade, language), "teal", line.grade is not None),
    ]
    return [(word, colour) for word, colour, holds in found if holds]


def due_title(what: DueWhat, language: Language) -> str:
    """What is due."""
    return say(f"treaty.due_{what.value}", language)


def day_said(line: Line, language: Language) -> str:
    """The day a recommendation is due; nothing for none."""
    return say_day(line.due, language) if line.due else ""
