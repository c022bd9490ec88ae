"""Live assessment of one subject: each entry as it comes, verdicts and next deadlines at any moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qorgau.clock import Zone
from qorgau.lawbook import Lawbook
from qorgau.lawbook.conditions import Condition, reads
from qorgau.lawbook.safeguard import Safeguard
from qorgau.lawbook.words import Basis
from qorgau.safeguards import codes
from qorgau.safeguards.accounts import Event, events_of
from qorgau.safeguards.assess import not_checked, verdict_of
from qorgau.safeguards.compiling import Group, groups_of
from qorgau.safeguards.course import Choices, Course, Seen
from qorgau.safeguards.history import Entry, History
from qorgau.safeguards.possible import Possible, possible
from qorgau.safeguards.verdict import Verdict

_DUTIES = frozenset({codes.WITHIN, codes.AT_MOST, codes.EVERY})


@dataclass(frozen=True, slots=True, order=True)
class NextDue:
    """The deadline that runs out first."""

    due: int
    safeguard: str
    basis: Basis


class Live:
    """One subject's clocks, moved on by each entry.

    An entry that comes in order, at an exact second, by one account, costs one step per safeguard
    it touches. Safeguards touched by anything else are assessed from the whole history when asked.
    """

    def __init__(
        self,
        safeguards: Iterable[Safeguard],
        *,
        lawbook: Lawbook,
        zone: Zone,
        role: str = "custody",
        subject: str = "1",
        attributes: Mapping[str, str] | None = None,
        observed: frozenset[str] | None = None,
        entries: Iterable[Entry] = (),
    ) -> None:
        self.lawbook, self.zone, self.role, self.subject = lawbook, zone, role, subject
        self.groups = groups_of(safeguards)
        self.unchecked = [not_checked(group, subject, role, observed) for group in self.groups]
        self.given = dict(attributes or {})
        self.attributes = dict(self.given)
        self.entries: list[Entry] = []
        self.events: list[Event] = []
        self._order: list[Seen] = []
        self._desks = [Course(group, zone) for group in self.groups]
        self._touched_by = _by_kind(self.groups)
        self._every = [n for n, group in enumerate(self.groups) if group.every_entry]
        self._by_attribute = _by_attribute(self.groups)
        self._last_touched: set[int] = set()
        self._dues: dict[int, list[int]] = {}  # of slow groups, until an entry touches them
        self._slow: set[int] = set()  # groups to assess from the whole history
        self._told: dict[tuple[str, tuple[str, ...]], set[str | None]] = {}
        for entry in entries:
            self.observe(entry)

    def observe(self, entry: Entry) -> None:
        """Take one more entry in; its sequence must be above all before it."""
        if self.entries and entry.seq <= self.entries[-1].seq:
            raise ValueError(
                f"entry {entry.id} has sequence {entry.seq}, not above {self.entries[-1].seq}. "
                "Give entries in the order of the record."
            )
        self.entries.append(entry)
        event = Event(entry.seq, entry.kind, entry.happened, entry.facts, frozenset({entry.by}), (entry.id,))
        seen = Seen(event, len(self.events), entry.happened.earliest, self.attributes, self.zone)
        self.events.append(event)
        changed = self._learn(entry)
        touched = [*self._touched_by.get(entry.kind, ()), *self._every]
        self._last_touched = changed | set(touched)
        for n in self._last_touched:
            self._dues.pop(n, None)
        if not entry.happened.is_exact or self._told_before(entry):
            self._slow.update(touched)
        if self._order and seen.t < self._order[-1].t:
            self._order.append(seen)
            self._order.sort(key=lambda known: (known.t, known.event.seq))
            changed |= set(touched)
            touched = []
        else:
            self._order.append(seen)
        for n in dict.fromkeys(touched):
            if n not in changed and n not in self._slow:
                self._step(n, seen)
        for n in changed - self._slow:
            self._replay(n)

    def verdicts(self, as_of: int | None) -> tuple[Verdict, ...]:
        """One verdict per safeguard and basis at the moment asked about; None: the case is closed."""
        return self._verdicts(range(len(self.groups)), as_of)

    def touched(self, as_of: int | None) -> tuple[Verdict, ...]:
        """The verdicts that the last entry may have changed."""
        return self._verdicts(sorted(self._last_touched), as_of)

    def _verdicts(self, groups: Iterable[int], as_of: int | None) -> tuple[Verdict, ...]:
        moment = codes.CLOSED if as_of is None else as_of
        history = History(self.role, self.subject, tuple(self.entries), self.attributes, self.zone)
        past = bool(self._order) and self._order[-1].t > moment
        merged = events_of(self.entries, lawbook=self.lawbook) if self._slow or past else ()
        return tuple(self.unchecked[n] or self._verdict(n, moment, history, merged, past) for n in groups)

    def next_due(self) -> NextDue | None:
        """The deadline that runs out first of all duties still open."""
        found = [
            NextDue(due, group.safeguard.id, group.basis)
            for n, group in enumerate(self.groups)
            if group.rule[codes.SHAPE] in _DUTIES and not self.unchecked[n]
            for due in self._pending_dues(n)
        ]
        return min(found, default=None)

    def _verdict(
        self, n: int, moment: int, history: History, merged: tuple[Event, ...], past: bool
    ) -> Verdict:
        group = self.groups[n]
        if past or n in self._slow:
            found = possible(group, merged, history, as_of=moment)
            return verdict_of(found, merged, history, self.lawbook, None)
        found = Possible(group, moment)
        found.take(self._desks[n].finished(moment))
        return verdict_of(found, self.events, history, self.lawbook, None)

    def _pending_dues(self, n: int) -> list[int]:
        if n in self._slow:
            if n not in self._dues:
                self._dues[n] = self._uncertain_dues(n)
            return self._dues[n]
        desk = self._desks[n]
        rows = range(desk.state[codes.HEAD] * codes.ROW, desk.state[codes.CLOCKS] * codes.ROW, codes.ROW)
        return [
            desk.clocks[row + codes.DUE]
            for row in rows
            if desk.clocks[row + codes.VERDICT] == codes.PENDING
            and desk.clocks[row + codes.WORD] != codes.NO_FIGURE
            and desk.clocks[row + codes.DUE] != codes.NEVER_DUE
        ]

    def _uncertain_dues(self, n: int) -> list[int]:
        """The earliest that a deadline not surely met may run out."""
        history = History(self.role, self.subject, tuple(self.entries), self.attributes, self.zone)
        merged = events_of(self.entries, lawbook=self.lawbook)
        last = max(event.happened.latest for event in merged)
        found = possible(self.groups[n], merged, history, as_of=last)
        spans = [clock.due(self.groups[n]) for clock in found.clocks.values() if clock.may_be_open]
        return [span[0] for span in spans if span]

    def _step(self, n: int, seen: Seen) -> None:
        choices = Choices({}, [])
        self._desks[n].observe(seen, choices)
        if choices.asked:
            self._slow.add(n)

    def _replay(self, n: int) -> None:
        self._desks[n] = Course(self.groups[n], self.zone)
        for seen in self._order:
            if n not in self._slow:
                self._step(n, seen)

    def _learn(self, entry: Entry) -> set[int]:
        """Take in what the entry says of the subject; the groups that must look again."""
        changed: set[int] = set()
        for name, value in entry.facts.items():
            if self.attributes.get(name) != value:
                self.attributes[name] = value
                changed.update(self._by_attribute.get(name, ()))
        return changed

    def _told_before(self, entry: Entry) -> bool:
        """Whether another source has told of this event."""
        kind = self.lawbook.kinds.get(entry.kind)
        role = kind.identified_by if kind else ""
        objects = tuple(sorted(entry.objects.get(role, ()))) if role else ()
        if not objects:
            return False
        sources = self._told.setdefault((entry.kind, objects), set())
        sources.add(entry.by)
        return len(sources) > 1


def _by_kind(groups: Iterable[Group]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for n, group in enumerate(groups):
        for kind in group.roles:
            found.setdefault(kind, []).append(n)
    return found


def _by_attribute(groups: Iterable[Group]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for n, group in enumerate(groups):
        rule = group.safeguard
        asked: tuple[Condition, ...] = (rule.only_if, rule.answer_only_if, rule.act_only_if)
        conditions = (*asked, *(line.applies_to for line in group.lines))
        for name in {name for condition in conditions for name in reads(condition)[1]}:
            found.setdefault(name, []).append(n)
    return found
