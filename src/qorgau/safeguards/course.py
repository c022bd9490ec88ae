"""One exact course of events, and what the rule of a group makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qorgau.clock import Zone, civil
from qorgau.lawbook.conditions import Condition, reads
from qorgau.safeguards import codes
from qorgau.safeguards.accounts import Event
from qorgau.safeguards.clock_rows import marked
from qorgau.safeguards.compiling import Group, UncheckableRuleError
from qorgau.safeguards.transition import finish, step

EMPTY_ROW = [0] * codes.ROW
EMPTY_MARK = [codes.NOTHING, codes.NOTHING]


@dataclass(frozen=True, slots=True)
class Choices:
    """What is assumed about conditions that the entries leave open, and which were asked."""

    assumed: Mapping[object, bool]
    asked: list[object]

    def answer(self, condition: Condition, event: int) -> bool:
        """The assumed answer; a condition that looks at the subject alone has one for all events."""
        facts, _, dated = reads(condition)
        key: object = (condition, event) if facts or dated else condition
        if key not in self.assumed:
            self.asked.append(key)
            return False
        return self.assumed[key]


@dataclass(slots=True)
class Seen:
    """An event placed at an exact second, as conditions look at it."""

    event: Event
    index: int  # of the event in the history
    t: int
    attributes: Mapping[str, str]
    zone: Zone
    read: tuple[int, int] | None = None  # what it is to the rule, where no placement changes that

    @property
    def civil_date(self) -> int:
        """The civil day at the place."""
        return self.zone.civil_day(self.t)

    def fact(self, name: str) -> str | None:
        """A fact of this very entry."""
        return self.event.facts.get(name)

    def attribute(self, name: str) -> str | None:
        """What is known of the subject."""
        return self.attributes.get(name)


@dataclass(slots=True)
class Course:
    """The state of one group's rule while events pass, in order."""

    group: Group
    zone: Zone
    state: list[int] = field(default_factory=lambda: [0] * codes.STATE)
    clocks: list[int] = field(default_factory=lambda: list(EMPTY_ROW))
    marks: list[int] = field(default_factory=lambda: list(EMPTY_MARK))
    values: dict[str, int] = field(default_factory=dict)
    dues: dict[tuple[int, int], int] = field(default_factory=dict)  # computed before, by limit and start

    def observe(self, seen: Seen, choices: Choices) -> None:
        """Let one event act; events must come in order."""
        group = self.group
        bits = group.roles.get(seen.event.kind, 0)
        if not bits and not group.every_entry:
            return
        actions, limit = seen.read or reading(group, bits, seen, choices)
        if not actions and not group.every_entry:
            return
        value = self._value(seen)
        due, span = self._due(actions, limit, seen.t, value)
        shift = self._shift(seen.t)
        step(
            group.rule,
            self.state,
            self.clocks,
            self.marks,
            actions,
            seen.t,
            seen.index,
            due,
            limit,
            group.limits[limit].word if limit >= 0 else codes.FIGURE,
            value,
            span,
            shift,
        )
        if len(self.clocks) <= self.state[codes.CLOCKS] * codes.ROW:
            self.clocks.extend(EMPTY_ROW)

    def finished(self, as_of: int) -> list[int]:
        """The rows of all clocks with their verdicts at the moment asked about; changes nothing here."""
        rows = self.clocks[: self.state[codes.CLOCKS] * codes.ROW]
        finish(self.group.rule, self.state, rows, as_of, self._shift(as_of))
        return rows

    def _value(self, seen: Seen) -> int:
        name = self.group.safeguard.same
        if not name:
            return 0
        said = seen.fact(name)
        if said is None:
            return -1
        code = self.values.setdefault(said, len(self.values))
        while len(self.marks) <= code * 2:
            self.marks.extend(EMPTY_MARK)
        return code

    def _due(self, actions: int, limit: int, t: int, value: int) -> tuple[int, int]:
        """The due second of a clock that starts now, and the span the transition asks for beside it."""
        if limit < 0:
            return codes.NEVER_DUE, 0
        span = self.group.limits[limit].span
        try:
            if self.group.rule[codes.SHAPE] == codes.BEFORE:
                return self._due_from_mark(limit, value), 0
            if self.group.rule[codes.FLAGS] & codes.EITHER_SIDE:
                return self._counted_from(t, limit), self._due_from_mark(limit, value)
            return self._counted_from(t, limit), span
        except IndexError:
            raise UncheckableRuleError(
                self.group.safeguard.id,
                "it counts working days, but no calendar of working days reaches that date. "
                "Give the pack its `holidays`.",
            ) from None

    def _due_from_mark(self, limit: int, value: int) -> int:
        at = marked(self.group.rule, value)
        if at < 0 or self.marks[at] == codes.NOTHING:
            return codes.NOTHING
        return self._counted_from(self.marks[at], limit)

    def _counted_from(self, start: int, limit: int) -> int:
        due = self.dues.get((limit, start))
        if due is None:
            due = self.dues[limit, start] = self.group.limits[limit].due(start, self.zone)
        return due

    def _shift(self, t: int) -> int:
        if not self.group.civil_window:
            return 0
        return civil.offset_at(t, self.zone.changes, self.zone.offsets)


def reading(group: Group, bits: int, seen: Seen, choices: Choices) -> tuple[int, int]:
    """What an event is to a rule, and which limit is in force if it starts a clock (else -1)."""
    actions = _actions(group, bits, seen, choices)
    if not actions & (codes.START | codes.RESTART):
        return actions, -1
    limit = _limit_in_force(group, seen, choices)
    return (actions, limit) if limit >= 0 else (actions & ~(codes.START | codes.RESTART), -1)


def _actions(group: Group, bits: int, seen: Seen, choices: Choices) -> int:
    """What the event is to the rule, once its conditions are asked."""
    rule = group.safeguard
    if bits & codes.START and not holds(rule.only_if, seen, choices):
        bits &= ~codes.START
    if bits & codes.ANSWER and not holds(rule.answer_only_if, seen, choices):
        bits &= ~(codes.ANSWER | codes.RESTART)
    if bits & codes.ACT and not holds(rule.act_only_if, seen, choices):
        bits &= ~codes.ACT
    return bits


def holds(condition: Condition, seen: Seen, choices: Choices) -> bool:
    """The answer to a condition; where the entries do not say, what is assumed."""
    answer = condition.ask(seen)
    return choices.answer(condition, seen.index) if answer is None else answer


def _limit_in_force(group: Group, seen: Seen, choices: Choices) -> int:
    """The first fitting line with a limit in force on that civil day; -1 when there is none."""
    day = seen.civil_date
    for line in group.lines:
        for period in line.periods:
            if period.first <= day < period.until:
                if holds(line.applies_to, seen, choices):
                    return period.limit
                break
    return -1


def run(
    group: Group,
    course: Sequence[Seen],
    *,
    zone: Zone,
    as_of: int,
    choices: Choices,
    dues: dict[tuple[int, int], int] | None = None,
) -> list[int]:
    """The rows of all clocks of a group over an exact course of events."""
    desk = Course(group, zone, dues={} if dues is None else dues)
    for seen in course:
        desk.observe(seen, choices)
    return desk.finished(as_of)
