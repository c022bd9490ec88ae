"""Assess a whole record: all subjects, all safeguards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from qorgau.lawbook import Lawbook
from qorgau.lawbook.safeguard import Safeguard
from qorgau.safeguards import codes
from qorgau.safeguards.assess import assess, not_checked
from qorgau.safeguards.compiling import Group, groups_of
from qorgau.safeguards.history import Entry, History
from qorgau.safeguards.record import UNKNOWN_SECOND, GroupVerdicts, Record, RecordVerdicts
from qorgau.safeguards.record_roles import seen_from
from qorgau.safeguards.verdict import SEVERITY, Reason, State, Verdict

Progress = Callable[[int, int], None]  # steps done, steps in all

# Entries times groups from which compiled code pays: below, compiling takes longer than the work.
COMPILE_FROM: Final = 3_000_000
COMPILED_FROM: Final = 200_000  # where the code has been compiled before


def assess_record(
    record: Record,
    safeguards: Iterable[Safeguard],
    *,
    lawbook: Lawbook,
    as_of: int | None,
    word_of: str | None = None,
    threads: int = 1,
    progress: Progress | None = None,
    compiled: bool | None = None,
) -> RecordVerdicts:
    """The verdicts on every subject; `as_of` None: the log has ended and nothing stays open.

    Large records run compiled; subjects with uncertain times, several accounts or unknown facts are
    assessed one by one all the same. `compiled` forces one way or the other.
    """
    rules = tuple(safeguards)
    groups_of(rules)  # a rule that cannot be evaluated is named before any work is done
    found: dict[str, list[GroupVerdicts]] = {}
    one_by_one = 0
    steps = _Steps(progress, len(rules))
    for role in dict.fromkeys(rule.per for rule in rules):
        own = [rule for rule in rules if rule.per == role]
        view = seen_from(record, role, lawbook)
        work = _Work(view or record, own, lawbook, as_of, word_of, threads, steps, compiled)
        if view is None:
            groups = [_unchecked(group, record, (role,)) for group in groups_of(own)]
            steps.take(len(own))
        else:
            groups, counted = work.all_groups()
            one_by_one += counted
        for verdicts in groups:
            found.setdefault(verdicts.safeguard, []).append(verdicts)
    return RecordVerdicts(
        tuple(group for rule in rules for group in found[rule.id]),
        len(record),
        len(record.subjects.values),
        one_by_one,
    )


class _Steps:
    """Tells whoever waits how far the work is."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.progress, self.total, self.done = progress, total, 0.0

    def take(self, steps: float) -> None:
        """Some steps more are done."""
        before, self.done = int(self.done * 100), self.done + steps
        if self.progress is not None and int(self.done * 100) > before:
            self.progress(min(int(self.done * 100), self.total * 100), self.total * 100)


class _Work:
    """One role's view of the record, with the safeguards counted for it."""

    def __init__(
        self,
        record: Record,
        rules: Sequence[Safeguard],
        lawbook: Lawbook,
        as_of: int | None,
        word_of: str | None,
        threads: int,
        steps: _Steps,
        compiled: bool | None,
    ) -> None:
        self.record, self.rules, self.lawbook = record, rules, lawbook
        self.as_of, self.word_of, self.threads = as_of, word_of, threads
        self.steps, self.compiled = steps, compiled
        self.groups = groups_of(rules)
        self.plans: dict[tuple[int, ...], tuple[list[Safeguard], list[tuple[int, int]]]] = {}

    @cached_property
    def rows_of(self) -> Callable[[int], NDArray[np.int64]]:
        """Each subject's rows; sorted only where some subject is assessed one by one."""
        return _rows_by_subject(self.record)

    def all_groups(self) -> tuple[list[GroupVerdicts], int]:
        """The verdicts of each group, and how many subjects were assessed one by one."""
        checked, answers = [], {}
        recorded = frozenset(self.record.facts)
        for place, group in enumerate(self.groups):
            unseen = not_checked(group, "", self.record.role, self.record.observed, recorded)
            if unseen:
                answers[place] = _unchecked(group, self.record, unseen.missing)
            else:
                checked.append(place)
        if self._compiles(len(checked)):
            one_by_one = self._run_compiled(checked, answers)
        else:
            one_by_one = self._run_plainly(checked, answers)
        self.steps.take(len(self.rules) * (0 if checked else 1))
        return [answers[place] for place in range(len(self.groups))], one_by_one

    def _compiles(self, groups: int) -> bool:
        if self.compiled is not None:
            return self.compiled
        work = len(self.record) * groups
        if work < COMPILED_FROM:
            return False
        if work >= COMPILE_FROM:
            return True
        from qorgau.safeguards.compiled import is_warm

        return is_warm()

    def _run_plainly(self, checked: Sequence[int], answers: dict[int, GroupVerdicts]) -> int:
        size = len(self.record.subjects.values)
        tables = {place: _Filled(self.groups[place], self.record) for place in checked}
        for subject in range(size):
            self._one_subject(subject, checked, tables)
            self.steps.take(len(self.rules) / max(1, size))
        answers.update({place: table.verdicts() for place, table in tables.items()})
        return size if checked else 0

    def _one_subject(self, subject: int, places: Sequence[int], tables: dict[int, _Filled]) -> None:
        """Assess one subject's history for some of the groups."""
        rules, order = self._plan(tuple(places))
        verdicts = assess(
            self._history(subject),
            rules,
            lawbook=self.lawbook,
            as_of=self.as_of,
            observed=self.record.observed,
            word_of=self.word_of,
        )
        for place, at in order:
            tables[place].put(subject, verdicts[at])

    def _plan(self, places: tuple[int, ...]) -> tuple[list[Safeguard], list[tuple[int, int]]]:
        """The safeguards to assess for some groups, and which verdict belongs to which group."""
        if places not in self.plans:
            wanted = {self.groups[place].safeguard.id for place in places}
            rules = [rule for rule in self.rules if rule.id in wanted]
            at = {id(group): n for n, group in enumerate(groups_of(rules))}
            self.plans[places] = rules, [(place, at[id(self.groups[place])]) for place in places]
        return self.plans[places]

    def _history(self, subject: int) -> History:
        entries: list[Entry] = [self.record.entry(int(row)) for row in self.rows_of(subject)]
        return History.of(
            entries,
            zone=self.record.zone,
            role=self.record.role,
            subject=self.record.subjects.values[subject],
        )

    def _run_compiled(self, checked: Sequence[int], answers: dict[int, GroupVerdicts]) -> int:
        from qorgau.safeguards.folding import fold
        from qorgau.safeguards.kernel import REDO, cluster, run_group

        skip = self._hard_subjects()
        groups = [self.groups[place] for place in checked]
        folded = fold(self.record, groups)
        clustered = cluster(self.record, folded)

        def run(column: int) -> _Filled:
            outcome = run_group(
                groups[column],
                clustered,
                folded,
                column,
                skip=skip,
                zone=self.record.zone,
                as_of=codes.CLOSED if self.as_of is None else self.as_of,
            )
            self.steps.take(len(self.rules) / len(groups))
            told = [outcome.late_delays], [outcome.answered_after]
            return _Filled(groups[column], self.record, outcome.columns, *told)

        with ThreadPoolExecutor(max(1, self.threads)) as pool:
            tables = dict(zip(checked, pool.map(run, range(len(groups))), strict=True))
        redo: dict[int, list[int]] = {}
        for place, table in tables.items():
            for hard in np.flatnonzero(table.state == REDO).tolist():
                redo.setdefault(hard, []).append(place)
        for subject, places in redo.items():
            self._one_subject(subject, places, tables)
        answers.update({place: table.verdicts() for place, table in tables.items()})
        return len(redo)

    def _hard_subjects(self) -> NDArray[np.bool_]:
        """The subjects with an uncertain time, or with several accounts of one event."""
        record = self.record
        hard = np.zeros(len(record.subjects.values), dtype=np.bool_)
        hard[record.subjects.codes[record.earliest != record.latest]] = True
        if record.sources is None:
            return hard
        for code, name in enumerate(record.kinds.values):
            kind = self.lawbook.kinds.get(name)
            if kind is None or not kind.identified_by:
                continue
            own = kind.identified_by == record.role
            objects = record.subjects if own else record.objects.get(kind.identified_by)
            if objects is None:
                continue
            rows = np.flatnonzero((record.kinds.codes == code) & (objects.codes >= 0))
            told = np.stack([objects.codes[rows], record.sources.codes[rows]], axis=1)
            known, counts = np.unique(np.unique(told, axis=0)[:, 0], return_counts=True)
            several = np.isin(objects.codes[rows], known[counts > 1])
            hard[record.subjects.codes[rows[several]]] = True
        return hard


class _Filled:
    """The columns of one group's verdicts while they are filled in."""

    def __init__(
        self,
        group: Group,
        record: Record,
        columns: tuple[NDArray[np.uint8], NDArray[np.int32], NDArray[np.int64]] | None = None,
        late: list[NDArray[np.int64]] | None = None,
        answered: list[NDArray[np.int64]] | None = None,
    ) -> None:
        size = len(record.subjects.values)
        self.group, self.record = group, record
        self.state, self.clocks, self.times = columns or (
            np.zeros(size, dtype=np.uint8),
            np.zeros(size, dtype=np.int32),
            np.full((3, size), UNKNOWN_SECOND, dtype=np.int64),  # due, met, delay
        )
        self.late, self.answered = late or [], answered or []
        self.late_here: list[int] = []
        self.answered_here: list[int] = []

    def put(self, subject: int, verdict: Verdict) -> None:
        """Fill in one subject's verdict."""
        self.state[subject] = SEVERITY.index(verdict.state)
        self.clocks[subject] = len(verdict.clocks)
        ends = (
            verdict.due.earliest if verdict.due else UNKNOWN_SECOND,
            verdict.met.earliest if verdict.met else UNKNOWN_SECOND,
            verdict.delay[0] if verdict.delay else UNKNOWN_SECOND,
        )
        self.times[:, subject] = ends
        self.late_here.extend(
            clock.delay[0] for clock in verdict.clocks if clock.state is State.LATE and clock.delay
        )
        self.answered_here.extend(
            clock.elapsed[0]
            for clock in verdict.clocks
            if clock.reason is Reason.NO_FIGURE
            and clock.state is State.CANNOT_TELL
            and clock.met is not None
            and clock.elapsed
        )

    def verdicts(self) -> GroupVerdicts:
        """The columns as they stand."""
        return GroupVerdicts(
            safeguard=self.group.safeguard.id,
            basis=self.group.basis,
            subjects=self.record.subjects.values,
            state=self.state,
            due=self.times[0],
            met=self.times[1],
            delay=self.times[2],
            clocks=self.clocks,
            late_delays=_joined(self.late, self.late_here),
            answered_after=_joined(self.answered, self.answered_here),
        )


def _joined(parts: list[NDArray[np.int64]], more: list[int]) -> NDArray[np.int64]:
    return np.concatenate([*parts, np.array(more, dtype=np.int64)])


def _unchecked(group: Group, record: Record, missing: tuple[str, ...]) -> GroupVerdicts:
    """The answer for a rule that the log cannot answer."""
    size = len(record.subjects.values)
    nothing = np.full(size, UNKNOWN_SECOND, dtype=np.int64)
    return GroupVerdicts(
        safeguard=group.safeguard.id,
        basis=group.basis,
        subjects=record.subjects.values,
        state=np.full(size, SEVERITY.index(State.NOT_CHECKED), dtype=np.uint8),
        due=nothing,
        met=nothing,
        delay=nothing,
        clocks=np.zeros(size, dtype=np.int32),
        late_delays=_joined([], []),
        answered_after=_joined([], []),
        missing=missing,
    )


def _rows_by_subject(record: Record) -> Callable[[int], NDArray[np.int64]]:
    """A look-up of each subject's rows, in order of arrival."""
    order = np.argsort(record.subjects.codes, kind="stable")
    bounds = np.searchsorted(record.subjects.codes[order], np.arange(len(record.subjects.values) + 1))
    return lambda subject: order[bounds[subject] : bounds[subject + 1]]
