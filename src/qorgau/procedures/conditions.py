"""What a case's own entries say about the conditions of a move; nobody has to state what the record shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from qorgau.lawbook.procedure import ConditionName, Mark, Move, NamedCondition, Procedure
from qorgau.lawbook.safeguard import Text
from qorgau.procedures.case import MARKED, OFFICER, Event, Finding, Standing, Step
from qorgau.procedures.saying import say

_Ask = Callable[[Sequence[Step]], Finding]


def findings_of(standing: Standing, *, account: str = "") -> dict[str, Finding]:
    """Every condition of the procedure that the case's entries answer by themselves."""
    asked = {
        condition.name: condition for move in standing.procedure.moves.values() for condition in move.only_if
    }
    return {
        name: finding
        for name, condition in asked.items()
        if (finding := shown(condition, standing.procedure, standing.path, account=account)).holds is not None
    }


def shown(
    condition: NamedCondition, procedure: Procedure, path: Sequence[Step], *, account: str = ""
) -> Finding:
    """Whether the entries show that the condition holds; None when entries of this procedure cannot."""
    if condition.name is ConditionName.NOT_OWN_ACT:
        return _not_own_act(condition, path, account)
    counted = _COUNTED.get(condition.name)
    if counted is not None:
        return counted(path)
    kinds = condition.words.shown_by
    if not any(move.records in kinds for move in procedure.moves.values()):
        return Finding(None)
    holds = any(step.move.records in kinds for step in path)
    return Finding(holds, {} if holds else condition.fails)


def marks_of_conditions(
    move: Move, event: Event, procedure: Procedure, path: Sequence[Step], day: date
) -> Iterator[Mark]:
    """The marks of a move made without what it asks for: as its entry says, or as the entries before it show."""
    said = event.facts.get(MARKED)
    for condition in move.only_if:
        if not condition.term.holds(day):
            continue
        if said is not None:
            failed = condition.name in said.split()
            finding = Finding(not failed)
        else:
            finding = shown(condition, procedure, path, account=event.by)
        if finding.holds is False:
            yield mark_of(condition, condition.says or finding.why or condition.fails)


def mark_of(condition: NamedCondition, text: Text) -> Mark:
    """The mark that a condition leaves on a move made without it."""
    return Mark(
        text, condition.source, condition.basis, condition.term, condition.confirmed, condition.name.value
    )


def _not_own_act(condition: NamedCondition, path: Iterable[Step], account: str) -> Finding:
    if not account:
        return Finding(None)
    reviewed = (step for step in path if not condition.asked_of or step.move.id in condition.asked_of)
    own = any(step.event.by == account for step in reviewed)
    return Finding(not own, condition.fails if own else {})


def _named_are_suspects(path: Sequence[Step]) -> Finding:
    left_out = officers(path, "OfficerNamed") - officers(path, "OfficerSuspected")
    return _none_left(len(left_out), "officers_left_out")


def _suspects_suspended(path: Sequence[Step]) -> Finding:
    return _none_left(len(officers(path, "OfficerSuspected") - _suspended(path)), "officers_on_duty")


def _none_left(count: int, word: str) -> Finding:
    return Finding(count == 0, say(word, count=str(count)) if count else {}, count=count)


def officers(path: Iterable[Step], kind: str) -> frozenset[str]:
    """The officers of whom the case has such an entry."""
    return frozenset(
        officer
        for step in path
        if step.move.records == kind
        for officer in step.event.facts.get(OFFICER, "").split()
    )


def _suspended(path: Iterable[Step]) -> frozenset[str]:
    """Who is suspended at the end of the way: a return undoes it."""
    found: set[str] = set()
    for step in path:
        who = step.event.facts.get(OFFICER, "").split()
        if step.move.records == "OfficerSuspended":
            found.update(who)
        elif step.move.records == "OfficerReturned":
            found.difference_update(who)
    return frozenset(found)


_COUNTED: dict[ConditionName, _Ask] = {
    ConditionName.OFFICERS_NAMED_ARE_SUSPECTS: _named_are_suspects,
    ConditionName.SUSPECTS_SUSPENDED: _suspects_suspended,
}
