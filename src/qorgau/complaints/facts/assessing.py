"""Verdicts and clocks of a complaint, of its runs, investigations and decisions, and of the officers in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qorgau.complaints.entries import COMPLAINT
from qorgau.complaints.facts.alone import NOBODY, named, nameless, only_entry
from qorgau.complaints.facts.law import LETTER_READ, OF_A_LETTER, ROLES, law
from qorgau.custody.facts.assessing import Judged
from qorgau.custody.facts.clocks import DUTIES, Clock, clocks_of
from qorgau.custody.facts.law import weighs
from qorgau.custody.facts.story import Story
from qorgau.lawbook import Safeguard
from qorgau.safeguards import History, State, Verdict, assess, histories

_REMEMBERED = 128
_ANSWERED: dict[object, tuple[Judged, ...]] = {}
"""Answers of a moment ago: an act asks before it takes its turn at the record, and the fold finds it ready."""
_BAD = (State.BREACHED, State.LATE)
_NAMED_ALONE = frozenset({COMPLAINT, "box", "person"})
"""What a complaint's one entry may name without any rule counting more than the complaint."""
OF_A_PROCEDURE = ":"
"""What stands between a procedure's id and its move in the id of a deadline."""


def judged(story: Story, complaint_id: str, *, as_of: int) -> tuple[Judged, ...]:
    """The verdicts of every object that the entries name, on every rule that some entry touches."""
    entry = only_entry(story)
    if entry and all(set(each.objects) <= _NAMED_ALONE for each in story.entries):
        found = _remembered(nameless(story), NOBODY, as_of=as_of)
        return named(found, complaint=complaint_id, entry=entry)
    return _remembered(story, complaint_id, as_of=as_of)


def _remembered(story: Story, complaint_id: str, *, as_of: int) -> tuple[Judged, ...]:
    asked = (story.fingerprint, story.zone.name, complaint_id, as_of, law().whole_hash)
    known = _ANSWERED.get(asked)
    if known is None:
        known = tuple(_of_each(story, complaint_id, as_of))
        if len(_ANSWERED) >= _REMEMBERED:
            _ANSWERED.clear()
        _ANSWERED[asked] = known
    return known


def _of_each(story: Story, complaint_id: str, as_of: int) -> Iterator[Judged]:
    kinds = frozenset(entry.kind for entry in story.entries)
    named = {role for entry in story.entries for role in entry.objects}
    for role in ROLES:
        rules = [rule for rule in law().rules[role] if role in named and kinds & _begin(rule)]
        if rules:
            for history in histories(story.entries, role=role, lawbook=law().book, zone=story.zone):
                yield from _found(history, rules, as_of)
    if LETTER_READ in kinds:
        letter = History.of(story.entries, role=OF_A_LETTER, subject=complaint_id, zone=story.zone)
        yield from _found(letter, law().letters, as_of)


def _begin(rule: Safeguard) -> frozenset[str]:
    return frozenset(rule.starts or rule.acts)


def _found(history: History, rules: Iterable[Safeguard], as_of: int) -> Iterator[Judged]:
    verdicts: tuple[Verdict, ...] = assess(
        history, rules, lawbook=law().book, as_of=as_of, observed=law().observed
    )
    for verdict in verdicts:
        if verdict.state is not State.NOT_APPLICABLE:
            yield Judged(safeguard=law().safeguards[verdict.safeguard], role=history.role, verdict=verdict)


def clocks(found: Iterable[Judged], story: Story) -> tuple[Clock, ...]:
    """Every clock that started."""
    return clocks_of(found, story, law().as_custody)


def counts_in_lists(each: Clock) -> bool:
    """Whether lists go by this clock: law, treaty and standard, and every deadline of a procedure."""
    return OF_A_PROCEDURE in each.safeguard.id or weighs(each.safeguard, each.basis)


def bad_ones(every: Iterable[Clock]) -> int:
    """How many clocks that lists go by are late or breached."""
    return sum(each.clock.state in _BAD and counts_in_lists(each) for each in every)


def next_due(every: Iterable[Clock]) -> Clock | None:
    """The running clock that runs out, or ran out, first; words without any figure never do."""
    pressing = (
        each
        for each in every
        if each.is_running
        and counts_in_lists(each)
        and each.safeguard.shape in DUTIES
        and each.due_from is not None
        and each.after_due is State.BREACHED
    )
    return min(pressing, key=lambda each: (each.due_from or 0, each.safeguard.id), default=None)
