"""A safeguard as the law files give it: typed, dated, sourced, with nothing left to interpretation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from qorgau.lawbook.conditions import EVERYONE, Condition
from qorgau.lawbook.words import Basis, Confirmed, Counts, Language, NoFigure, Shape, Unit

Text = Mapping[Language, str]  # one sentence or paragraph per language; English is always there


@dataclass(frozen=True, slots=True)
class Duration:
    """A limit with a figure, such as 48 hours or 15 days."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        unit = self.unit.value if self.amount != 1 else self.unit.value.removesuffix("s")
        return f"{self.amount} {unit.replace('_', ' ')}"


Limit = Duration | NoFigure | None  # None: the rule needs no time, such as "never"


@dataclass(frozen=True, slots=True)
class DatedLimit:
    """What one source says from one civil date on, until a later line of the same list replaces it."""

    since: date
    limit: Limit
    source: str
    basis: Basis
    confirmed: Confirmed
    note: str = ""
    corrects: str = ""  # why this line mends an earlier, mistranscribed one
    until: date | None = None  # first civil day on which the line no longer applies


@dataclass(frozen=True, slots=True)
class LimitLine:
    """Dated limits for one group of persons; the first line that fits the person applies."""

    applies_to: Condition
    dated: tuple[DatedLimit, ...]  # ascending by date


@dataclass(frozen=True, slots=True)
class WhileOpen:
    """A case whose being open forbids destruction (`keep`): the kinds that open and close it."""

    opened_by: tuple[str, ...]
    closed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Safeguard:
    """One legal duty or prohibition that can be checked over entries.

    `starts` begin a clock, `answers` are the shape's second kinds: what meets it (within, every),
    what must have come first (before), what ends the state (at_most). `acts` are what is forbidden
    or restricted: the act of `before` and `never`, the destruction of `keep`.
    """

    id: str  # pack/name
    shape: Shape
    title: Text
    owed_by: str
    per: str  # the object role that is counted: custody, questioning, complaint ...
    limits: tuple[LimitLine, ...]
    confirmed: Confirmed
    starts: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    also_answers: tuple[str, ...] = ()  # count when seen; the log need not observe them
    acts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()  # the duty or state ends: release, death, a closed case
    only_if: Condition = EVERYONE  # on the entry that starts the clock (`before`: on the act)
    answer_only_if: Condition = EVERYONE  # on the answering entry
    act_only_if: Condition = EVERYONE  # on the forbidden or destroying entry
    counts: Counts = Counts.EVERY_HOUR
    first_only: bool = False  # only the first start (or act of `before`) of the subject counts
    is_next: bool = False  # outside logs: the very next entry must answer
    either_side: bool = False  # outside logs: an answer before the start counts as well
    same: str = ""  # outside logs: the answer must carry the same value of this fact
    count: int = 1  # `never`: the act may happen fewer than this many times
    in_window: Duration | None = None  # `at_most`: durations add up within this sliding window
    while_open: WhileOpen | None = None
    explain: Text = field(default_factory=dict)
    interpretation: Text = field(default_factory=dict)  # set where the rule is a reading, not a text
    disputed_by: tuple[Text, ...] = ()
    facts: tuple[str, ...] = ()  # ids of the facts the rule was written from
    articles: tuple[str, ...] = ()
    signed_off: Mapping[str, str] = field(default_factory=dict)
    path: str = ""  # file it was read from, relative to the pack's parent

    @property
    def kinds_needed(self) -> frozenset[str]:
        """The kinds a log must observe before silence about them means anything."""
        opened = self.while_open.opened_by if self.while_open else ()
        return frozenset((*self.starts, *self.answers, *self.acts, *opened))

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The bases this safeguard gives verdicts for, in the order of their weight."""
        found = {dated.basis for line in self.limits for dated in line.dated}
        return tuple(basis for basis in Basis if basis in found)
