"""Which entries of a case can be corrected, what in them, and which stand and fall together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from qorgau.complaints.entries import (
    ALLEGED,
    ASSIGNMENT_REFUSED,
    CORRECTION_CONFIRMED,
    DECISION,
    EVIDENCE,
    FILE_OPENED,
    HEARING,
    LODGED,
    MOVED,
    NAMED,
    OFFICER,
    RUN,
    RUN_OPENED,
    SERVED_AT,
    WRITTEN_BELOW,
)
from qorgau.complaints.facts.known import Known
from qorgau.complaints.facts.law import procedure
from qorgau.complaints.facts.runs import MOVE, PROCEDURE
from qorgau.custody.facts.moments import named
from qorgau.custody.facts.standing import Key, key_of
from qorgau.lawbook.procedure import Move
from qorgau.recording.history import RecordedEntry

RECORDED_AS = {"HearingHeld": "CaseHeard", "RecordingStored": "EvidenceTaken"}
"""Kinds of a custody that a case records by its own name."""

_STAYS = frozenset({FILE_OPENED, ASSIGNMENT_REFUSED, CORRECTION_CONFIRMED, *WRITTEN_BELOW}) - {LODGED}
"""Who looked, what was refused, who confirmed, and what came through the mailbox stay as they are."""

CODES = frozenset({
    "about", "allegation", "accused_body", "act_on", "named_by", "served_body", "served_since", "served_until",
    "finding", "disciplinary_penalty", "final", "protection", "established", "recused_because", "evidence_kind",
    "sha256", "consent", "told_beforehand", "victim_present", "part", "letter_opened", "set_for",
})  # fmt: skip
"""Facts that a correction may give another value; whatever else was wrong is withdrawn and entered anew."""

OF_INDEPENDENCE = frozenset({"accused_body", "act_on", "served_body", "served_since", "served_until"})
"""What ties a body to the accused: another value may free a body, so a second person looks at it."""

BY_ITS_AUTHOR = frozenset({LODGED, MOVED})
"""Replaced only by who made it: nobody decides on their own act, so whose act it was must not change."""

_MAKERS = (RUN, DECISION, HEARING, EVIDENCE, OFFICER)


def stays_as_it_is(each: RecordedEntry) -> bool:
    """Whether the entry is none that anybody may correct."""
    return each.entry.kind in _STAYS or (each.entry.kind == LODGED and bool(each.entry.sealed))


def can_be_withdrawn(kind: str) -> bool:
    """A complaint stays in the register: what lodged it can be corrected, never withdrawn."""
    return kind not in _STAYS and kind != LODGED


def move_of(each: RecordedEntry) -> Move | None:
    """The move that an entry is, by the law known here."""
    if each.entry.kind != MOVED:
        return None
    of = procedure(str(each.entry.facts.get(PROCEDURE, "")))
    return of.moves.get(str(each.entry.facts.get(MOVE, ""))) if of else None


def together(known: Known, wrong: RecordedEntry) -> tuple[RecordedEntry, ...]:
    """The entry, and those of the same act that mean nothing without it, the entry itself first."""
    others = (each for each in known.standing.counted if each is not wrong and _same_act(each, wrong))
    return (wrong, *(each for each in others if _goes_with(each, wrong)))


def led(known: Known) -> dict[Key, RecordedEntry]:
    """Entry -> the move that recorded it, with which alone it can be corrected."""
    return {
        key_of(each): move
        for move in known.all(MOVED)
        for each in together(known, move)
        if each.entry.kind != MOVED
    }


def _same_act(each: RecordedEntry, other: RecordedEntry) -> bool:
    mine, its = each.entry, other.entry
    return (
        (mine.recorded, mine.by, mine.for_body) == (its.recorded, its.by, its.for_body)
        and each.received == other.received
        and mine.happened == its.happened
    )


def _goes_with(each: RecordedEntry, wrong: RecordedEntry) -> bool:
    if wrong.entry.kind == NAMED:
        return each.entry.kind == SERVED_AT and named(each, OFFICER) == named(wrong, OFFICER)
    move = move_of(wrong)
    if move is None:
        return False
    if (other := move_of(each)) is not None:
        return bool(move.records) and other.records == move.records
    return each.entry.kind in _recorded_by(move, wrong)


def _recorded_by(move: Move, wrong: RecordedEntry) -> Iterator[str]:
    if move.records:
        yield RECORDED_AS.get(move.records, move.records)
    if move.opens:
        yield RUN_OPENED
    ground = move.grounds.get(str(wrong.entry.facts.get("move_ground", "")))
    if ground is not None and "offence" in ground.facts:
        yield ALLEGED


def rests_on(known: Known, fallen: Sequence[RecordedEntry]) -> RecordedEntry | None:
    """An entry that would lose what it is about: the hearing, evidence, decision, officer or run made by these."""
    gone = {key_of(each) for each in fallen}
    made = {(role, name) for role in _MAKERS for name in _made(known, role, gone)}
    return next(
        (
            each
            for each in known.standing.counted
            if key_of(each) not in gone
            and any(name in each.entry.objects.get(role, ()) for role, name in made)
        ),
        None,
    )


def _made(known: Known, role: str, gone: Collection[Key]) -> Iterator[str]:
    seen: set[str] = set()
    for each in known.standing.counted:
        for name in each.entry.objects.get(role, ()):
            if name not in seen and key_of(each) in gone:
                yield name
            seen.add(name)
