"""Where everything stands: layers from top to bottom, few crossings, straight long lines (after Sugiyama)."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qorgau.procedures.drawing.graph import Graph, Way

WIDTH, MARGIN = 700.0, 14.0
_BEND = 14.0  # the room a line needs that passes a layer
_APART, _BESIDE = 20.0, 8.0  # between stages; between a line and what stands beside it
_SWEEPS, _PASSES = 12, 80


@dataclass(slots=True)
class Item:
    """A stage in its layer, or the place where a long line passes it."""

    key: str
    width: float
    is_stage: bool
    above: list[Item] = field(default_factory=list)
    below: list[Item] = field(default_factory=list)
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The centre of each stage, and for each way the places it passes from above to below."""

    layers: tuple[tuple[Item, ...], ...]
    stages: Mapping[str, Item]
    passing: Mapping[Way, tuple[Item, ...]]


def laid_out(graph: Graph, widths: Mapping[str, float]) -> Layout:
    """Place every stage and every bend; the same graph always gives the same picture."""
    layers: list[list[Item]] = [[] for _ in range(graph.depth)]
    stages: dict[str, Item] = {}
    for stage, layer in graph.layer_of.items():
        stages[stage] = Item(stage, widths[stage], is_stage=True)
        layers[layer].append(stages[stage])
    passing = {way: _bends(way, graph, stages, layers) for way in graph.ways}
    layers = _fewest_crossings(layers)
    _place(layers)
    return Layout(tuple(map(tuple, layers)), stages, passing)


def _bends(way: Way, graph: Graph, stages: Mapping[str, Item], layers: list[list[Item]]) -> tuple[Item, ...]:
    items = []
    before = stages[way.above]
    for layer in range(graph.layer_of[way.above] + 1, graph.layer_of[way.below]):
        bend = Item(f"{way.from_}>{way.to}@{layer}", _BEND, is_stage=False)
        layers[layer].append(bend)
        _join(before, bend)
        items.append(bend)
        before = bend
    _join(before, stages[way.below])
    return tuple(items)


def _join(above: Item, below: Item) -> None:
    above.below.append(below)
    below.above.append(above)


def _fewest_crossings(layers: list[list[Item]]) -> list[list[Item]]:
    """The best order found by sorting each layer by the middle of its neighbours, down and up in turn."""
    best, fewest = [list(layer) for layer in layers], _crossings(layers)
    now = [list(layer) for layer in layers]
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for at in range(1, len(now)) if down else range(len(now) - 2, -1, -1):
            beside = {id(item): place for place, item in enumerate(now[at - 1 if down else at + 1])}
            now[at] = _by_middle(now[at], beside, down=down)
        if (crossings := _crossings(now)) < fewest:
            best, fewest = [list(layer) for layer in now], crossings
    return best


def _by_middle(layer: list[Item], beside: Mapping[int, int], *, down: bool) -> list[Item]:
    middles: dict[int, float] = {}
    for place, item in enumerate(layer):
        near = [beside[id(other)] for other in (item.above if down else item.below)]
        middles[id(item)] = sum(near) / len(near) if near else float(place)
    return sorted(layer, key=lambda item: middles[id(item)])


def _crossings(layers: Sequence[Sequence[Item]]) -> int:
    found = 0
    for upper, lower in itertools.pairwise(layers):
        places = {id(item): place for place, item in enumerate(lower)}
        lines = [(a, places[id(b)]) for a, item in enumerate(upper) for b in item.below]
        found += sum(
            (one[0] - two[0]) * (one[1] - two[1]) < 0 for at, one in enumerate(lines) for two in lines[:at]
        )
    return found


def _place(layers: list[list[Item]]) -> None:
    for layer in layers:
        _settle(layer, [WIDTH / 2] * len(layer))
    for sweep in range(_PASSES):
        for layer in layers if sweep % 2 == 0 else list(reversed(layers)):
            _settle(layer, [_wish(item) for item in layer])
    _centre(layers)


def _centre(layers: list[list[Item]]) -> None:
    """The picture as a whole in the middle of the page."""
    left = min(layer[0].x - layer[0].width / 2 for layer in layers)
    right = max(layer[-1].x + layer[-1].width / 2 for layer in layers)
    for layer in layers:
        for item in layer:
            item.x += (WIDTH - left - right) / 2


def _wish(item: Item) -> float:
    """The middle of what it is joined to; lines that pass pull harder, so that they come out straight."""
    near = [
        (other.x, 1.0 if other.is_stage or item.is_stage else 4.0) for other in (*item.above, *item.below)
    ]
    weight = sum(pull for _, pull in near)
    return sum(x * pull for x, pull in near) / weight if weight else item.x or WIDTH / 2


def _settle(layer: Sequence[Item], wishes: Sequence[float]) -> None:
    """As near to the wishes as the widths allow (least squares with room between: pool adjacent violators)."""
    offsets = [0.0]
    for left, right in itertools.pairwise(layer):
        gap = _APART if left.is_stage and right.is_stage else _BESIDE
        offsets.append(offsets[-1] + (left.width + right.width) / 2 + gap)
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wishes, offsets, strict=True):
        pools.append((wish - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    placed = [value for value, count in pools for _ in range(count)]
    least = MARGIN + layer[0].width / 2
    most = WIDTH - MARGIN - layer[-1].width / 2 - offsets[-1]
    for item, value, offset in zip(layer, placed, offsets, strict=True):
        item.x = max(least, min(value, most)) + offset
