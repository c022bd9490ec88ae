"""The closed words by which recommendations are sorted and compared, each with the cues that give it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Confirmed, Language


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for a code, or against it where the weight is below zero.

    A word stands for all its forms; `investigat*` for every word that begins so; `=NPM` for exactly this form;
    `...` for up to four words in between.
    """

    words: str
    language: Language
    weight: int


@dataclass(frozen=True, slots=True)
class Code:
    """One word of a closed vocabulary with its name in three languages and its cues."""

    id: str
    title: Text
    cues: tuple[Cue, ...] = ()
    confirmed: Confirmed = Confirmed.MEMORY


@dataclass(frozen=True, slots=True)
class Subject(Code):
    """What a recommendation is about; `broader` is the subject it is a part of.

    `themes` are ids of themes of the UN's index, `indicators` of OHCHR's indicators, `sdg` of targets, `people` of those concerned.
    """

    broader: str = ""
    themes: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()  # of treaties, as "CAT 3"


@dataclass(frozen=True, slots=True)
class Theme(Code):
    """A theme of the Universal Human Rights Index; `name` is written as the Index writes it."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class People(Theme):
    """Those concerned; `name` as the Index writes it among affected persons, empty where it has none that we know."""


@dataclass(frozen=True, slots=True)
class Indicator(Code):
    """An illustrative indicator of OHCHR on the right not to be subjected to torture.

    `attributes`: physical_integrity, conditions, use_of_force, community_violence. `level`: structural, process, outcome.
    """

    attributes: tuple[str, ...] = ()
    level: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Target(Code):
    """A target of the Sustainable Development Goals, in our words."""

    goal: int = 0


@dataclass(frozen=True, slots=True)
class Strength(Code):
    """One of the five categories of action by which UPR Info sorts recommendations; `rank` 1 asks least, 5 most."""

    rank: int = 0
    explain: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BodyCues(Code):
    """A body of the country by the words that name it; `subjects` that it answers for where nobody is named."""

    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One notion of the field: what people read, and the forms by which texts of each language are compared."""

    id: str
    title: Text
    forms: Mapping[Language, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class TreatyVocabulary:
    """All closed words for recommendations, by id; one vocabulary equals only itself, so that it can be a key."""

    subjects: Mapping[str, Subject] = field(default_factory=dict)
    people: Mapping[str, People] = field(default_factory=dict)
    sdg_targets: Mapping[str, Target] = field(default_factory=dict)
    measures: Mapping[str, Code] = field(default_factory=dict)
    strengths: Mapping[str, Strength] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    bodies: Mapping[str, BodyCues] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    formulas: tuple[Cue, ...] = ()  # what opens every recommendation and says nothing of its own
    plain_words: Mapping[Language, frozenset[str]] = field(default_factory=dict)  # too frequent to compare by
    negations: Mapping[Language, frozenset[str]] = field(
        default_factory=dict
    )  # turn what follows into its opposite

    def widening(self, subject: str) -> tuple[str, ...]:
        """The subjects it is a part of, nearest first."""
        found: list[str] = []
        known = self.subjects.get(subject)
        while known is not None and known.broader and known.broader not in found:
            found.append(known.broader)
            known = self.subjects.get(known.broader)
        return tuple(found)

    def titled(self) -> Iterator[tuple[str, Code]]:
        """Every code with the name of its list."""
        lists: Mapping[str, Mapping[str, Code]] = {
            "subjects": self.subjects,
            "people": self.people,
            "sdg_targets": self.sdg_targets,
            "measures": self.measures,
            "action_strength": self.strengths,
            "indicators": self.indicators,
        }
        for name, codes in lists.items():
            yield from ((name, code) for code in codes.values())
