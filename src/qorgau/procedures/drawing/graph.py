"""A procedure as a graph in layers: stages, the ways between them, and the numbers of the moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qorgau.lawbook.procedure import Move, Procedure


@dataclass(frozen=True, slots=True)
class Way:
    """All moves from one stage to another, drawn as one line; `upward` against the order of the stages."""

    from_: str
    to: str
    moves: tuple[str, ...]
    upward: bool

    @property
    def above(self) -> str:
        """The end that is drawn higher."""
        return self.to if self.upward else self.from_

    @property
    def below(self) -> str:
        """The end that is drawn lower."""
        return self.from_ if self.upward else self.to


@dataclass(frozen=True, slots=True)
class Graph:
    """Stages by layer, the ways, and each moving move's number."""

    layer_of: Mapping[str, int]
    ways: tuple[Way, ...]
    numbers: Mapping[str, int]

    @property
    def depth(self) -> int:
        """How many layers there are."""
        return 1 + max(self.layer_of.values())


def graph_of(procedure: Procedure) -> Graph:
    """The stages in the order of the file decide what is above; each stage lies below all that lead to it."""
    order = {stage: at for at, stage in enumerate(procedure.stages)}
    moving = [move for move in procedure.moves.values() if _moves_on(move)]
    ways = _ways(moving, order)
    layer_of: dict[str, int] = {}
    for stage in procedure.stages:
        above = [layer_of[way.above] + 1 for way in ways if way.below == stage]
        layer_of[stage] = max(above, default=0)
    return Graph(layer_of, ways, {move.id: number for number, move in enumerate(moving, 1)})


def staying(procedure: Procedure) -> list[Move]:
    """The moves that leave the case where it is."""
    return [move for move in procedure.moves.values() if not _moves_on(move)]


def _moves_on(move: Move) -> bool:
    return any(not move.stays(stage) for stage in move.from_)


def _ways(moving: list[Move], order: Mapping[str, int]) -> tuple[Way, ...]:
    together: dict[tuple[str, str], list[str]] = {}
    for move in moving:
        for stage in move.from_:
            if not move.stays(stage):
                together.setdefault((stage, move.target(stage)), []).append(move.id)
    return tuple(Way(a, b, tuple(moves), order[b] < order[a]) for (a, b), moves in together.items())
