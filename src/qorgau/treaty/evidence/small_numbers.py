"""Numbers below five are not shown where everybody may look; nor is the one that would give them away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qorgau.treaty.evidence.shapes import SMALL, Count


def shown(value: int, *, suppress: bool) -> Count:
    """A number as it may be shown; none at all is told, for nobody stands behind it."""
    return Count(value=None, below=SMALL) if suppress and 0 < value < SMALL else Count(value=value)


def shown_parts(parts: Mapping[str, int], *, suppress: bool) -> tuple[dict[str, Count], Count]:
    """The parts of a whole, and the whole.

    Where one part alone is hidden, the whole less the others would give it away: then the smallest of the others is
    hidden with it, and where there is no other, the whole.
    """
    told = {name: shown(value, suppress=suppress) for name, value in parts.items()}
    whole = shown(sum(parts.values()), suppress=suppress)
    hidden = [name for name, count in told.items() if count.value is None]
    if len(hidden) != 1:
        return told, _untelling(parts, hidden, whole)
    others = sorted((value, name) for name, value in parts.items() if value and name not in hidden)
    if not others:
        return told, Count(value=None, below=SMALL)
    least, name = others[0]
    # "Below" a round number above it: the true size is not told, and no reader mistakes it for one below five.
    told[name] = Count(value=None, below=_above(least))
    return told, whole


def _untelling(parts: Mapping[str, int], hidden: Sequence[str], whole: Count) -> Count:
    """The whole, unless it leaves the hidden parts one value only: all of them one, or all of them four."""
    rest = sum(parts[name] for name in hidden)
    if not hidden or rest not in (len(hidden), len(hidden) * (SMALL - 1)) or whole.value is None:
        return whole
    return Count(value=None, below=_above(whole.value))


def shown_share(part: int, of: int, *, suppress: bool) -> tuple[Count, Count]:
    """A part and its whole: where what is left over is small, it is not told either, so the part is hidden too."""
    rest = of - part
    if suppress and (0 < part < SMALL or 0 < rest < SMALL):
        return Count(value=None, below=SMALL if part < SMALL else _above(part)), shown(of, suppress=True)
    return shown(part, suppress=suppress), shown(of, suppress=suppress)


def shown_among(name: str, apart: Mapping[str, int], of: int, *, suppress: bool) -> tuple[Count, Count]:
    """One of several parts that share no one, and their whole.

    Each part may stand on another page with the same whole: what is left over after all of them is as good as told, so
    it is a part like the others, and whoever takes them away from the whole learns no number below five.
    """
    if not suppress:
        return shown(apart[name], suppress=False), shown(of, suppress=False)
    rest = of - sum(apart.values())
    told, _ = shown_parts({**apart, "": rest} if rest > 0 else apart, suppress=True)
    part, whole = shown_share(apart[name], of, suppress=True)
    return (told[name] if part.value is not None else part), whole


def _above(value: int) -> int:
    step = 10
    while value >= step * 10:
        step *= 10
    return (value // step + 1) * step
