"""How far two words are apart: letters changed, added, left out, or two neighbours swapped."""

from collections.abc import Iterable


def apart(left: str, right: str) -> int:
    """The fewest slips (change, addition, omission, swap of neighbours) from one word to the other."""
    before: list[int] = []
    last = list(range(len(right) + 1))
    for row, letter in enumerate(left, start=1):
        now = [row]
        for column, other in enumerate(right, start=1):
            best = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                best = min(best, before[column - 2] + 1)
            now.append(best)
        before, last = last, now
    return last[-1]


def nearest(word: str, listed: Iterable[str], *, within: int = 2, most: int = 6) -> tuple[str, ...]:
    """The listed words nearest to a mistyped one, nearest first, at most `within` slips away."""
    letters = frozenset(word)
    near = [(apart(word, each), each) for each in listed if _may_be_near(word, letters, each, within)]
    return tuple(each for slips, each in sorted(near) if slips <= within)[:most]


def _may_be_near(word: str, letters: frozenset[str], other: str, within: int) -> bool:
    """Whether counting is worth it: each letter that one of them lacks, and each of length, takes a slip."""
    return (
        abs(len(other) - len(word)) <= within
        and len(letters.difference(other)) <= within
        and len(set(other).difference(letters)) <= within
    )
