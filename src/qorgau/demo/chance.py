"""Chance that repeats itself: the same seed and the same label give the same draws, whatever else is drawn."""

import hashlib
import math
import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
MINUTE, HOUR, DAY = 60, 3600, 86_400


def id_of(*labels: object) -> str:
    """An id that looks like any other and is the same each time for the same labels."""
    return _digest(labels).hex()[:32]


class Chance:
    """Draws for one thing, named by labels; other things' draws do not shift them."""

    def __init__(self, *labels: object) -> None:
        """Begin the row of draws that belongs to these labels."""
        # A demo must give the same country again; nothing here is a secret.
        self._drawn = random.Random(int.from_bytes(_digest(labels)))  # noqa: S311

    def likely(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self._drawn.random() < share

    def one_of(self, things: Sequence[T]) -> T:
        """One of them, each as likely."""
        return things[int(self._drawn.random() * len(things))]

    def weighed(self, weights: Mapping[T, float]) -> T:
        """One of them, each as likely as its weight."""
        left = self._drawn.random() * sum(weights.values())
        for thing, weight in weights.items():
            left -= weight
            if left < 0:
                return thing
        return thing

    def between(self, least: int, most: int) -> int:
        """A whole number from least to most, both included."""
        return least + int(self._drawn.random() * (most - least + 1))

    def around(self, minutes: float, *, spread: float = 0.6) -> int:
        """Seconds of a skewed span: half of them shorter than so many minutes, a few much longer."""
        return max(MINUTE, round(math.exp(self._normal() * spread) * minutes) * MINUTE)

    def _normal(self) -> float:
        # Twelve draws make it normal enough, and the same on every Python.
        return sum(self._drawn.random() for _ in range(12)) - 6


def _digest(labels: tuple[object, ...]) -> bytes:
    return hashlib.sha256("\0".join(map(str, labels)).encode()).digest()
