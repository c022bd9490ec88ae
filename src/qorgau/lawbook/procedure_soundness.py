"""The proof that a procedure is sound: a case can come everywhere it should and never gets stuck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from qorgau.lawbook.procedure import Move, Procedure
from qorgau.lawbook.strict_yaml import Node


def check_soundness(found: Procedure, node: Node) -> None:
    """Raise LawFileError at the stage or move that makes the procedure unsound."""
    stages, moves = node.mapping()["stages"].mapping(), node.mapping()["moves"].mapping()
    for name, why in stage_faults(found):
        raise stages[name].fail(why) if name in stages else node.fail(why)
    for name, why in move_faults(found):
        raise moves[name].fail(why)
    for name, why in way_faults(found):
        raise stages[name].fail(why)


def stage_faults(found: Procedure) -> Iterator[tuple[str, str]]:
    """One start, at least one end, and no move out of an end that begins the case anew."""
    starts = [stage.id for stage in found.stages.values() if stage.is_start]
    if len(starts) != 1:
        yield "", f"a procedure has one start, this one has {len(starts)}. Write `start: yes` at one stage."
    if not any(stage.is_end for stage in found.stages.values()):
        yield "", "no stage is an end. Write `end: yes` at each stage where the case may rest."


def move_faults(found: Procedure) -> Iterator[tuple[str, str]]:
    """Every move names stages, actors and other moves that exist."""
    for move in found.moves.values():
        for stage in (*move.from_, *([move.to] if move.to else [])):
            if stage not in found.stages:
                yield move.id, f"`{move.id}` names the stage `{stage}`, which is not among `stages`."
        if not move.from_:
            yield move.id, f"`{move.id}` starts nowhere. Name its stages under `from`."
        if not move.done_by:
            yield move.id, f"nobody may make `{move.id}`. Name a competence or a party under `done_by`."
        yield from _named_faults(found, move)


def _named_faults(found: Procedure, move: Move) -> Iterator[tuple[str, str]]:
    for stage in move.within.counted_from if move.within else ():
        if stage not in found.stages:
            yield move.id, f"`{move.id}` counts from `{stage}`, which is not among `stages`."
        elif stage not in move.from_:
            yield move.id, f"`{move.id}` counts from `{stage}`, where it cannot be made. Add it to `from`."
    for limit in move.within.limits if move.within else ():
        if limit.since < move.term.since or (move.term.until and (limit.until or date.max) > move.term.until):
            yield move.id, f"`{move.id}`: the limit of {limit.since} stands on days when the move does not."
    met_by = move.within.met_by if move.within else ()
    for other in (*([move.extends] if move.extends else []), *_reviewed(move), *met_by):
        if other not in found.moves:
            yield move.id, f"`{move.id}` names the move `{other}`, which is not among `moves`."
    if move.extends and not move.reasons_required:
        yield move.id, f"`{move.id}` extends a deadline, so it needs `reasons: yes`."
    if move.extends in found.moves and found.moves[move.extends].within is None:
        yield move.id, f"`{move.id}` extends `{move.extends}`, which has no `within`."


def _reviewed(move: Move) -> Iterable[str]:
    return (name for condition in move.only_if for name in condition.asked_of)


def way_faults(found: Procedure) -> Iterator[tuple[str, str]]:
    """Every stage can be reached from the start, and from every stage an end can be reached."""
    reached = _closure({found.start}, _ways(found.moves.values()))
    for stage in found.stages:
        if stage not in reached:
            yield stage, f"no way leads from the start to `{stage}`. Add a move or leave the stage out."
    ends = {stage.id for stage in found.stages.values() if stage.is_end}
    ending = _closure(ends, {(to, from_) for from_, to in _ways(found.moves.values())})
    for stage in found.stages:
        if stage not in ending:
            yield stage, f"from `{stage}` no end can be reached: a case would be stuck there."


def _ways(moves: Iterable[Move]) -> set[tuple[str, str]]:
    """The moves that last: a way that the law closed leaves the cases of that time where they are."""
    return {(from_, move.target(from_)) for move in moves for from_ in move.from_}


def _closure(seeds: set[str], ways: set[tuple[str, str]]) -> set[str]:
    found = set(seeds)
    waiting = list(seeds)
    while waiting:
        at = waiting.pop()
        for from_, to in ways:
            if from_ == at and to not in found:
                found.add(to)
                waiting.append(to)
    return found
