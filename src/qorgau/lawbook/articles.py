"""Articles of national law as dated versions, held against what a standard requires, element by element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Confirmed


class Holds(StrEnum):
    """Whether a version of an article has an element of a standard."""

    HAS = "has"
    LACKS = "lacks"
    DISPUTED = "disputed"  # the State reads its law differently from those who criticise it
    UNKNOWN = "unknown"  # the text is not in our sources


class InLineAnswer(StrEnum):
    """Whether an article is in line with a standard on a day."""

    IN_LINE = "in_line"  # the version in force has every element
    PARTLY = "partly"  # it has some and lacks at least one
    NOT_IN_LINE = "not_in_line"  # it lacks at least one and has none
    CANNOT_TELL = "cannot_tell"  # no version known, or what remains open is unknown or disputed


@dataclass(frozen=True, slots=True)
class Element:
    """One thing a standard requires of the law."""

    id: str
    title: Text
    source: str  # where the standard says so


@dataclass(frozen=True, slots=True)
class Standard:
    """A provision of international law, as the elements a national article is held against."""

    id: str  # pack/name
    title: Text
    source: str
    elements: Mapping[str, Element]
    confirmed: Confirmed
    path: str = ""


@dataclass(frozen=True, slots=True)
class ElementState:
    """What one version says about one element, and how far that was checked."""

    element: str
    holds: Holds
    confirmed: Confirmed
    source: str
    note: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """The article from one civil day on, until the next version."""

    since: date
    changed: Text  # what is new in it, in our words
    source: str
    confirmed: Confirmed
    elements: Mapping[str, ElementState]
    law: str = ""  # the amending law
    seen_on: date | None = None  # last day on which a source of ours still shows this text
    note: Text = field(default_factory=dict)
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """What a committee holds against the article."""

    element: str
    symbol: str
    paragraph: str
    made_on: date
    says: Text  # in our words
    confirmed: Confirmed


@dataclass(frozen=True, slots=True)
class Article:
    """An article of national law, or a rule that stands in several places, with its versions by date."""

    id: str  # pack/name
    code: str  # key of sources.yaml; empty for a rule that stands in several laws
    number: str  # "146", "130, 131"; empty for a rule without one place
    title: Text
    bears_on: Mapping[str, tuple[str, ...]]  # standard -> elements that this article answers for
    versions: tuple[Version, ...]  # ascending by date
    objections: tuple[Objection, ...]
    path: str = ""

    def version_on(self, day: date) -> Version | None:
        """The version in force on a civil day; None before the first one known."""
        begun = [version for version in self.versions if version.since <= day]
        return begun[-1] if begun else None

    def changed_between(self, after: date, until: date) -> tuple[Version, ...]:
        """The versions that began after one day and no later than another."""
        return tuple(version for version in self.versions if after < version.since <= until)


@dataclass(frozen=True, slots=True)
class StandingObjection:
    """An objection that the version in force has not answered, with the versions that came after it was made."""

    objection: Objection
    changed_since: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class InLine:
    """The answer for one article and one standard on one day, and what it rests on."""

    answer: InLineAnswer
    article: str
    standard: str
    on: date
    version: Version | None
    met: tuple[ElementState, ...]
    missing: tuple[ElementState, ...]
    disputed: tuple[ElementState, ...]
    unknown: tuple[str, ...]  # elements about which nothing is known
    objections: tuple[StandingObjection, ...]
    confirmed: Confirmed | None  # the weakest of what the answer rests on
    source: str


_WEAKEST = (Confirmed.MEMORY, Confirmed.SEED, Confirmed.OPENED)


class UnknownArticleError(LookupError):
    """No such article or standard, or the two have nothing to do with each other; the message says which."""


def in_line(article: Article, standard: Standard, *, on: date) -> InLine:
    """Whether the article was in line with the standard on a civil day; later versions never change that."""
    wanted = article.bears_on.get(standard.id)
    if wanted is None:
        known = ", ".join(article.bears_on)
        raise UnknownArticleError(
            f"{article.id} is not held against {standard.id}. It is held against: {known}."
        )
    version = article.version_on(on)
    states = [version.elements[name] for name in wanted] if version else []
    by = {word: tuple(state for state in states if state.holds is word) for word in Holds}
    unknown = tuple(state.element for state in by[Holds.UNKNOWN]) if version else wanted
    return InLine(
        answer=_answer(by, unknown),
        article=article.id,
        standard=standard.id,
        on=on,
        version=version,
        met=by[Holds.HAS],
        missing=by[Holds.LACKS],
        disputed=by[Holds.DISPUTED],
        unknown=unknown,
        objections=_standing(article, wanted, version, on),
        confirmed=_weakest(states),
        source=version.source if version else "",
    )


def _answer(by: Mapping[Holds, tuple[ElementState, ...]], unknown: tuple[str, ...]) -> InLineAnswer:
    if by[Holds.LACKS]:
        return InLineAnswer.PARTLY if by[Holds.HAS] else InLineAnswer.NOT_IN_LINE
    if unknown or by[Holds.DISPUTED] or not by[Holds.HAS]:
        return InLineAnswer.CANNOT_TELL
    return InLineAnswer.IN_LINE


def _standing(
    article: Article, wanted: tuple[str, ...], version: Version | None, on: date
) -> tuple[StandingObjection, ...]:
    """Objections made by that day about these elements, unless the version in force has the element."""
    return tuple(
        StandingObjection(objection, article.changed_between(objection.made_on, on))
        for objection in article.objections
        if objection.element in wanted
        and objection.made_on <= on
        and not (version and version.elements[objection.element].holds is Holds.HAS)
    )


def _weakest(states: list[ElementState]) -> Confirmed | None:
    known = {state.confirmed for state in states if state.holds is not Holds.UNKNOWN}
    return next((word for word in _WEAKEST if word in known), None)
