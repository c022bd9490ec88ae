"""Whether an investigation was complete: what a whole one has, and what was said of what this one lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from qorgau.complaints.entries import EVIDENCE_TAKEN, HEARD, MOVED
from qorgau.complaints.facts.case import Gap, Officer
from qorgau.complaints.facts.keeping import WHY_NOT, text_of
from qorgau.complaints.facts.known import Known
from qorgau.complaints.facts.law import law
from qorgau.complaints.facts.things import decisions_of
from qorgau.custody.facts import law as custody
from qorgau.lawbook.procedure import ConditionName, ConditionWords
from qorgau.lawbook.safeguard import Text
from qorgau.procedures import MARKED, Finding

WHOLE = (
    ConditionName.VICTIM_HEARD,
    ConditionName.SCENE_VISITED,
    ConditionName.RECORDINGS_HELD,
    ConditionName.FORENSIC_EXAMINATION_DONE,
    ConditionName.OFFICERS_NAMED_ARE_SUSPECTS,
    ConditionName.SUSPECTS_SUSPENDED,
    ConditionName.VICTIM_SERVED,
)
"""What a complete investigation has; for each that is missing somebody gives a reason, or nobody does."""


def words() -> Mapping[str, ConditionWords]:
    """Each condition in the words of the vocabulary."""
    return _words(custody.packs())


@lru_cache(maxsize=4)
def _words(names: tuple[str, ...]) -> Mapping[str, ConditionWords]:
    return {
        condition.name.value: condition.words
        for each in law().procedures.values()
        for move in each.moves.values()
        for condition in move.only_if
    }


def gaps_of(known: Known, officers: Sequence[Officer]) -> tuple[Gap, ...]:
    """Each part of a complete investigation: done, or why not."""
    return tuple(_gaps(known, officers))


def _gaps(known: Known, officers: Sequence[Officer]) -> Iterator[Gap]:
    for name in WHOLE:
        said = words().get(name.value)
        if said is None:
            continue
        found = finding(name, known, officers)
        if found is not None and found.holds is not None:
            yield Gap(
                name=name.value,
                title=said.title,
                done=found.holds,
                why_not="" if found.holds else _why_not(known, name.value),
                count=found.count,
            )


def _why_not(known: Known, name: str) -> str:
    """The reasons of the last move that was made although this was missing."""
    for each in reversed(known.all(MOVED)):
        if name in str(each.entry.facts.get(MARKED, "")).split():
            return text_of(each, WHY_NOT + name)
    return ""


def finding(name: ConditionName, known: Known, officers: Sequence[Officer]) -> Finding | None:
    """What the whole case shows of a condition; None for what it cannot show."""
    if name is ConditionName.OFFICERS_NAMED_ARE_SUSPECTS:
        left = [each for each in officers if each.named_by == "victim" and not each.is_suspect]
        return _counted(name, len(left))
    if name is ConditionName.SUSPECTS_SUSPENDED:
        on_duty = [each for each in officers if each.is_suspect and not _suspended(each)]
        return _counted(name, len(on_duty))
    if name is ConditionName.VICTIM_SERVED:
        unserved = [each for each in decisions_of(known) if each.served_at is None]
        return _counted(name, len(unserved))
    kinds = _kinds_that_show(name)
    if not kinds:
        return None
    holds = known.moments.any(*kinds) or _by_evidence(name, known)
    return Finding(holds, {} if holds else _fails(name))


def _suspended(officer: Officer) -> bool:
    return officer.suspended_at is not None and (
        officer.returned_at is None or officer.returned_at < officer.suspended_at
    )


def _counted(name: ConditionName, count: int) -> Finding:
    return Finding(count == 0, {} if count == 0 else _fails(name), count=count)


def _fails(name: ConditionName) -> Text:
    said = words().get(name.value)
    return said.fails if said else {}


def _kinds_that_show(name: ConditionName) -> tuple[str, ...]:
    said = words().get(name.value)
    more = (HEARD,) if name is ConditionName.HEARING_HELD else ()
    return (*(said.shown_by if said else ()), *more)


def _by_evidence(name: ConditionName, known: Known) -> bool:
    """A recording among the evidence was secured, whatever the move was called."""
    if name is not ConditionName.RECORDINGS_HELD:
        return False
    return any(each.entry.facts.get("evidence_kind") == "recording" for each in known.all(EVIDENCE_TAKEN))
