"""A procedure's deadlines as safeguards, so that one engine and one kind of clock serve them all."""

from __future__ import annotations

from dataclasses import replace

from qorgau.lawbook.conditions import EVERYONE, All, Any, Compare, Condition, Op, Scope
from qorgau.lawbook.procedure import Move, Procedure, Within
from qorgau.lawbook.safeguard import LimitLine, Safeguard
from qorgau.lawbook.words import Confirmed, Shape

RUN_OPENED, MOVE_MADE = "RunOpened", "MoveMade"  # the kinds that carry the facts `procedure` and `move`

_RANK = (Confirmed.OPENED, Confirmed.SEED, Confirmed.MEMORY)


def safeguards_of(procedure: Procedure) -> tuple[Safeguard, ...]:
    """One safeguard for each deadline; its id is the procedure's with the move's, as `kz/appeal:serve`.

    A clock starts when the case comes into the stage it counts from, and ends when the move is made, or
    an extension is given, or the case moves on to where the move is no longer waited for. A deadline that
    was extended is the extension's own, and is followed by `standing`.
    """
    return tuple(
        _safeguard(procedure, move, move.within)
        for move in procedure.moves.values()
        if move.within is not None
    )


def _safeguard(procedure: Procedure, move: Move, within: Within) -> Safeguard:
    from_start = procedure.start in within.counted_from
    return Safeguard(
        id=f"{procedure.id}:{move.id}",
        shape=Shape.WITHIN,
        title=within.title,
        owed_by=within.owed_by,
        per=procedure.per,
        limits=(LimitLine(EVERYONE, tuple(limit for limit in within.limits)),),
        confirmed=max((limit.confirmed for limit in within.limits), key=_RANK.index),
        starts=(RUN_OPENED, MOVE_MADE) if from_start else (MOVE_MADE,),
        answers=(MOVE_MADE,),
        only_if=_made(procedure, _into(procedure, within.counted_from), opens=from_start),
        answer_only_if=_made(procedure, _ends(procedure, move), opens=False),
        counts=within.counts,
        explain=move.explain or within.title,
        facts=procedure.facts,
        signed_off=procedure.signed_off,
        path=procedure.path,
    )


def _into(procedure: Procedure, stages: tuple[str, ...]) -> list[str]:
    """The moves by which a case comes into one of the stages from another one."""
    return [
        move.id
        for move in procedure.moves.values()
        if move.to in stages and any(stage != move.to for stage in move.from_)
    ]


def _ends(procedure: Procedure, move: Move) -> list[str]:
    """What ends the wait for a move: itself, an extension, or any move to where it cannot be made.

    A duty that names what else fulfils it does not end by moving on.
    """
    if move.within is not None and move.within.met_by:
        return [move.id, *move.within.met_by]
    return [
        other.id
        for other in procedure.moves.values()
        if other.id == move.id or other.extends == move.id or (other.to and other.to not in move.from_)
    ]


def _made(procedure: Procedure, moves: list[str], *, opens: bool) -> Condition:
    """The entry is of this procedure and one of these moves, or, if it `opens`, the opening of the run."""
    here = Compare(Scope.FACT, "procedure", Op.IS, (procedure.id,))
    known = Compare(Scope.FACT, "move", Op.KNOWN, ("yes",))
    made = All((known, Compare(Scope.FACT, "move", Op.IN, tuple(moves))))
    if not opens:
        return All((here, made))
    opened = replace(known, values=("no",))
    return All((here, Any((opened, made)) if moves else opened))
