"""An article of national law against a standard, in words: the answer on a day, the elements, the objections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qorgau.custody.citing import cited
from qorgau.lawbook import Language
from qorgau.lawbook.articles import (
    Article,
    ElementState,
    Holds,
    InLine,
    InLineAnswer,
    StandingObjection,
    Version,
)
from qorgau.lawbook.law_findings import Status
from qorgau.treaty.evidence import FindingShown, LawAnswer, VersionAnswer
from qorgau.treaty.seats import book
from qorgau.wording import in_language, say, say_day

ANSWER_COLOURS = {
    InLineAnswer.IN_LINE: "green",
    InLineAnswer.PARTLY: "amber",
    InLineAnswer.NOT_IN_LINE: "red",
    InLineAnswer.CANNOT_TELL: "violet",
}
FINDING_COLOURS = {
    Status.OPEN: "red",
    Status.PARTLY_MENDED: "amber",
    Status.MENDED: "green",
    Status.DISPUTED: "violet",
    Status.TO_CHECK: "grey",
}
HOLDS_COLOURS = {Holds.HAS: "green", Holds.LACKS: "red", Holds.DISPUTED: "amber", Holds.UNKNOWN: "grey"}


def answer_said(each: LawAnswer, language: Language) -> dict[str, Any]:
    """One article held against one standard on a day."""
    return {
        "address": each.article.split("/", 1),
        "title": in_language(each.title, language),
        "number": each.number,
        "standard": in_language(each.standard_title, language),
        "yet": in_language(each.yet, language),
        "versions": [_version(one, language) for one in each.versions],
        **in_line_said(each.answer, language),
    }


def _version(each: VersionAnswer, language: Language) -> dict[str, Any]:
    return {
        "since": say_day(each.since, language),
        "key": each.since.isoformat(),
        "in_force": each.in_force,
        "answer": say(f"treaty.in_line_{each.answer.value}", language),
        "colour": ANSWER_COLOURS[each.answer],
        "changed": in_language(each.changed, language),
        "law": each.law,
        "source": cited(each.source, language),
        "level": say(f"treaty.confirmed_{each.confirmed.value}", language),
    }


def finding_said(each: FindingShown, language: Language) -> dict[str, Any]:
    """Where the law itself falls short: what it says, what the standard says, since when, and where that stands."""
    articles = book().articles
    return {
        "title": in_language(each.title, language),
        "law": in_language(each.law, language),
        "standard": in_language(each.standard, language),
        "status": say(f"treaty.finding_{each.status.value}", language),
        "colour": FINDING_COLOURS[each.status],
        "since": say_day(each.since, language),
        "until": say_day(each.until, language) if each.until else "",
        "sources": [cited(source, language) for source in each.sources],
        "cited": each.cited,
        "disputed_by": [in_language(said, language) for said in each.disputed_by],
        "level": say(f"treaty.confirmed_{each.confirmed.value}", language),
        "watched": [in_language(title, language) for title in each.safeguard_titles],
        "articles": [
            {
                "address": name.split("/", 1),
                "title": in_language(articles[name].title, language),
                "number": articles[name].number,
            }
            for name in each.articles
        ],
    }


def in_line_said(found: InLine, language: Language) -> dict[str, Any]:
    """The answer and what it rests on."""
    return {
        "answer": say(f"treaty.in_line_{found.answer.value}", language),
        "colour": ANSWER_COLOURS[found.answer],
        "day": say_day(found.on, language),
        "day_key": found.on.isoformat(),
        "version": say_day(found.version.since, language) if found.version else "",
        "version_changed": in_language(found.version.changed, language) if found.version else "",
        "source": cited(found.source, language),
        "level": say(f"treaty.confirmed_{found.confirmed.value}", language) if found.confirmed else "",
        "elements": [
            *_elements(found.standard, found.missing, language),
            *_elements(found.standard, found.disputed, language),
            *_elements(found.standard, found.met, language),
            *_unknown(found, language),
        ],
        "objections": [_objection(each, found.standard, language) for each in found.objections],
    }


def _elements(standard: str, states: Iterable[ElementState], language: Language) -> list[dict[str, str]]:
    return [
        {
            "title": element_title(standard, each.element, language),
            "word": say(f"treaty.element_{each.holds.value}", language),
            "colour": HOLDS_COLOURS[each.holds],
            "note": in_language(each.note, language) if each.note else "",
            "source": cited(each.source, language),
            "level": say(f"treaty.confirmed_{each.confirmed.value}", language),
        }
        for each in states
    ]


def _unknown(found: InLine, language: Language) -> list[dict[str, str]]:
    return [
        {
            "title": element_title(found.standard, each, language),
            "word": say("treaty.element_unknown", language),
            "colour": "grey",
            "note": "",
            "source": "",
            "level": "",
        }
        for each in found.unknown
    ]


def element_title(standard: str, element: str, language: Language) -> str:
    """What a standard requires."""
    known = book().standards.get(standard)
    held = known.elements.get(element) if known else None
    return in_language(held.title, language) if held else element


def _objection(each: StandingObjection, standard: str, language: Language) -> dict[str, Any]:
    made = each.objection
    return {
        "symbol": made.symbol,
        "paragraph": made.paragraph,
        "on": say_day(made.made_on, language),
        "says": in_language(made.says, language),
        "element": element_title(standard, made.element, language),
        "changed": [say_day(version.since, language) for version in each.changed_since],
    }


def version_said(version: Version, article: Article, language: Language) -> dict[str, Any]:
    """One version of an article with its elements, standard by standard."""
    return {
        "since": say_day(version.since, language),
        "key": version.since.isoformat(),
        "changed": in_language(version.changed, language),
        "law": version.law,
        "source": cited(version.source, language),
        "level": say(f"treaty.confirmed_{version.confirmed.value}", language),
        "seen_on": say_day(version.seen_on, language) if version.seen_on else "",
        "note": in_language(version.note, language) if version.note else "",
        "elements": [
            each
            for standard, wanted in article.bears_on.items()
            for each in _elements(standard, (version.elements[name] for name in wanted), language)
        ],
    }
