"""A procedure as the law files give it: stages, moves, who may make them, on what ground and by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from qorgau.lawbook.safeguard import DatedLimit, Text
from qorgau.lawbook.words import Basis, Confirmed, Counts


class ConditionName(StrEnum):
    """What a move may ask for; the words are in vocabulary/conditions.yaml."""

    INVESTIGATOR_INDEPENDENT = "investigator_independent"  # nothing ties the body to an accused
    INVESTIGATOR_COMPETENT = "investigator_competent"  # the body has the case by law on that day
    COMPLAINT_REGISTERED = "complaint_registered"  # entered in the register before anything else
    NOT_OWN_ACT = "not_own_act"  # nobody decides on what they did themselves
    VICTIM_HEARD = "victim_heard"
    SCENE_VISITED = "scene_visited"
    RECORDINGS_HELD = "recordings_held"
    FORENSIC_EXAMINATION_DONE = "forensic_examination_done"
    SUSPECTS_SUSPENDED = "suspects_suspended"
    OFFICERS_NAMED_ARE_SUSPECTS = "officers_named_are_suspects"  # whom the victim named is a suspect
    VICTIM_SERVED = "victim_served"  # the victim has the decision in hand
    HEARING_HELD = "hearing_held"
    REMEDIES_EXHAUSTED = "remedies_exhausted"  # or of no use, or unreasonably long
    ESTABLISHED = "established"  # the reprisal, the torture behind a statement: found to have happened
    CRIMINAL_CASE_OVER = "criminal_case_over"  # none is pending


class Effect(StrEnum):
    """What follows when a condition does not hold."""

    REFUSES = "refuses"  # the move may not be made
    MARKS = "marks"  # the move may be made and is marked
    ASKS_REASONS = "asks_reasons"  # the move may be made with reasons why not, and is marked


@dataclass(frozen=True, slots=True)
class Term:
    """Civil days from one on, up to but not including another; None leaves the end open."""

    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies within."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reader must know of a lawful move: by which source it is wrong, disputed or missing."""

    text: Text
    source: str
    basis: Basis
    term: Term
    confirmed: Confirmed = Confirmed.MEMORY
    name: str = ""  # the condition, ground or gap it comes from, for counting


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """A condition in words, and the kinds of entries that show that it holds."""

    title: Text
    fails: Text  # one sentence for when it does not hold
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedCondition:
    """One condition of a move: what it asks for and what follows when that is missing."""

    name: ConditionName
    effect: Effect
    words: ConditionWords
    source: str
    basis: Basis
    term: Term
    confirmed: Confirmed = Confirmed.MEMORY
    asked_of: tuple[str, ...] = ()  # `not_own_act`: the moves that this one reviews; none: all before it
    says: Text = field(
        default_factory=dict
    )  # what the refusal or mark says, instead of the condition's own words

    @property
    def fails(self) -> Text:
        """One sentence for when it does not hold here."""
        return self.says or self.words.fails


@dataclass(frozen=True, slots=True)
class GroundRule:
    """What one source says of a ground from one civil date on."""

    since: date
    refused: bool
    source: str
    basis: Basis
    confirmed: Confirmed
    note: str = ""
    offences: tuple[str, ...] = ()  # refused for these only; an offence nobody named counts as one of them

    def refuses(self, offence: str = "") -> bool:
        """Whether it excludes the ground for an offence."""
        return self.refused and (not self.offences or not offence or offence in self.offences)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a move is made, in the closed words of the law; the law may refuse it, since a day."""

    id: str
    title: Text
    rules: tuple[GroundRule, ...]  # ascending by date
    marks: tuple[Mark, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)  # clear facts the recorded entry carries

    def on(self, day: date) -> GroundRule | None:
        """What stands of it on a day; None: the law did not know it yet."""
        known = [rule for rule in self.rules if rule.since <= day]
        return known[-1] if known else None

    def refused_on(self, day: date, offence: str = "") -> bool:
        """Whether the law refuses it on a day, for that offence."""
        rule = self.on(day)
        return rule is None or rule.refuses(offence)


@dataclass(frozen=True, slots=True)
class Within:
    """By when a move is due once the case stands in a stage; it becomes a safeguard."""

    counted_from: tuple[str, ...]  # the stages whose beginning starts the clock
    title: Text  # the duty as one sentence
    owed_by: str  # a role of vocabulary/roles-of-bodies, or a party
    limits: tuple[DatedLimit, ...]  # ascending by date; one clock for each basis
    counts: Counts = Counts.EVERY_HOUR
    met_by: tuple[str, ...] = ()  # other moves that fulfil it; with them, moving on does not end it


@dataclass(frozen=True, slots=True)
class Move:
    """One act by which a case goes from a stage to a stage, or stays where it is."""

    id: str
    title: Text
    from_: tuple[str, ...]
    to: str  # empty: the case stays in the stage it is in
    done_by: tuple[str, ...]  # competence words of bodies.yaml, or parties
    records: str  # the kind of entry stored together with the move; empty: the move alone
    source: str
    basis: Basis
    term: Term
    confirmed: Confirmed
    facts: Mapping[str, str] = field(default_factory=dict)  # clear facts the recorded entry carries
    only_if: tuple[NamedCondition, ...] = ()
    grounds: Mapping[str, Ground] = field(default_factory=dict)  # empty: no ground is asked for
    reasons_required: bool = False
    within: Within | None = None
    marks: tuple[Mark, ...] = ()  # on every such move, whatever the ground
    extends: str = ""  # the move whose clock it lengthens
    opens: str = ""  # the procedure that may follow from it, such as an appeal
    safeguards: tuple[str, ...] = ()  # rules of the pack that watch this very act
    explain: Text = field(default_factory=dict)

    def stays(self, stage: str) -> bool:
        """Whether the case is in the same stage afterwards."""
        return self.target(stage) == stage

    def target(self, stage: str) -> str:
        """The stage the case is in after the move."""
        return self.to or stage


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a case can stand."""

    id: str
    title: Text
    is_start: bool = False
    is_end: bool = False
    meaning: Text = field(default_factory=dict)  # for the person whose case it is
    marks: tuple[Mark, ...] = ()  # what is missing here, such as an appeal


@dataclass(frozen=True, slots=True)
class Procedure:
    """A way a case goes by one source of law, from its start to each of its ends."""

    id: str  # pack/name
    title: Text
    basis: Basis
    per: str  # the object role whose entries are counted
    source: str
    confirmed: Confirmed
    stages: Mapping[str, Stage]
    moves: Mapping[str, Move]
    explain: Text = field(default_factory=dict)
    flags: tuple[Mark, ...] = ()  # what a lawyer must know of the procedure as a whole
    parties: Mapping[str, Text] = field(default_factory=dict)  # who may act without a competence
    facts: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    signed_off: Mapping[str, str] = field(default_factory=dict)
    path: str = ""

    def bases(self, move: Move) -> tuple[Basis, ...]:
        """On what a competence may rest: a proposal builds on the bodies there are and on those it proposes."""
        proposed = Basis.PROPOSAL in (self.basis, move.basis)
        in_force = (Basis.NATIONAL_LAW, Basis.TREATY)
        return (*in_force, Basis.PROPOSAL) if proposed else in_force

    @property
    def start(self) -> str:
        """The stage every case begins in."""
        return next(stage.id for stage in self.stages.values() if stage.is_start)
