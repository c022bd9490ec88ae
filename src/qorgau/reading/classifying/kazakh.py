"""A light stemmer for Kazakh: takes off the endings of number, possession, case and person, and evens the last sound."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTEST = 4  # what is left keeps at least so many letters

# Each step takes off at most one ending; the steps stand in the order in which Kazakh puts endings, from the last inwards.
_COPULA = "мын мін бын бін пын пін сың сің мыз міз быз біз пыз піз".split()
_CASE = (
    "ның нің дың дің тың тің ға ге қа ке на не ына іне ны ні ды ді ты ті да де та те нда нде дан ден тан тен нан нен"
    " мен бен пен дағы дегі тағы тегі ндағы ндегі"
).split()
_POSSESSION = "ымыз іміз мыз міз ыңыз іңіз ңыз ңіз ым ім ың ің сы сі ы і н".split()
_NUMBER = "лар лер дар дер тар тер".split()
_VERBAL = "ған ген қан кен атын етін йтын йтін сын сін уға уге уды уді удың удің удан уден уы уі у".split()
_STEPS = tuple(
    re.compile("(?:" + "|".join(sorted(endings, key=len, reverse=True)) + ")$")
    for endings in (_COPULA, _CASE, _POSSESSION, _NUMBER, _VERBAL)
)
# before a vowel the last sound of the stem is voiced: құқық, құқығы; кітап, кітабы
_VOICED = {"ғ": "қ", "г": "к", "б": "п"}


@lru_cache(maxsize=100_000)
def kazakh_stem(word: str) -> str:
    """The word in small letters without its endings."""
    stem = word
    for step in _STEPS:
        found = step.search(stem)
        if found and found.start() >= _SHORTEST:
            stem = stem[: found.start()]
    last = stem[-1:]
    return stem[:-1] + _VOICED[last] if len(stem) > _SHORTEST and last in _VOICED else stem
