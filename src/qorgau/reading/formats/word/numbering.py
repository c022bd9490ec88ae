"""Automatic numbers of a Word file: computed as Word does, since they stand nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qorgau.reading.formats.letters import written
from qorgau.reading.formats.word.parts import Element, W, number, switch, value

_DEEPEST = 9
_LONGEST = 100  # of the pattern of a label: a longer one is no label, and would stand before every paragraph
_HOLE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how it is written."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts_after: int | None = None  # lvlRestart: 0 never, else the level (from 1) whose step restarts it
    as_figures: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list: its levels, and which it counts with (lists of one abstract definition share their counters)."""

    counter: str
    levels: dict[int, Level]
    restarts: dict[int, int]


class Numbering:
    """Counts paragraphs in the order in which they are asked for."""

    def __init__(self, root: Element | None, style_lists: dict[str, int] | None = None) -> None:
        every = [] if root is None else root.findall(W + "abstractNum")
        self._abstract = {value(each, "abstractNumId"): each for each in every}
        self._style_lists = style_lists or {}
        self._nums = {} if root is None else {number(each, "numId"): each for each in root.findall(W + "num")}
        self._lists: dict[int, List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[int, int]] = set()

    def label(self, list_id: int, level: int) -> tuple[str, Level] | None:
        """The next number of the list at the level, "(b)", with the level; None where the paragraph has none."""
        own = self._list(list_id)
        if own is None or level not in own.levels:
            return None
        counts = self._counts.setdefault(own.counter, {})
        self._restart(list_id, own, counts, level)
        counts[level] = counts[level] + 1 if level in counts else own.levels[level].start
        _restart_deeper(own, counts, level)
        return _label(own, counts, level), own.levels[level]

    def level_of_style(self, list_id: int, style: str | None) -> int | None:
        """The level of a list that is tied to a paragraph style."""
        own = self._list(list_id)
        tied = own.levels.items() if own and style else ()
        return next((at for at, level in tied if level.style == style), None)

    def _restart(self, list_id: int, own: List, counts: dict[int, int], level: int) -> None:
        """A list that says where it starts does so once, at its first paragraph on that level."""
        if level in own.restarts and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counts[level] = own.restarts[level] - 1

    def _list(self, list_id: int) -> List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._built(list_id)
        return self._lists[list_id]

    def _built(self, list_id: int, depth: int = 0) -> List | None:
        num = self._nums.get(list_id)
        if num is None:
            return None
        abstract_id = value(num.find(W + "abstractNumId"))
        abstract = self._abstract.get(abstract_id)
        if abstract is None:
            return None
        linked = value(abstract.find(W + "numStyleLink"))
        if linked in self._style_lists and self._style_lists[linked] != list_id and depth < _DEEPEST:
            return self._built(self._style_lists[linked], depth + 1)
        levels = dict(_level(each) for each in abstract.findall(W + "lvl"))
        return _overridden(List(str(abstract_id), levels, {}), num)


def _overridden(own: List, num: Element) -> List:
    levels, restarts = dict(own.levels), {}
    for override in num.findall(W + "lvlOverride"):
        at = number(override, "ilvl")
        if at is None:
            continue
        level = override.find(W + "lvl")
        if level is not None:
            levels[at] = _level(level)[1]
        start = number(override.find(W + "startOverride"))
        if start is not None:
            levels[at] = replace(levels.get(at, Level()), start=start)
            restarts[at] = start
    return List(own.counter, levels, restarts)


def _level(element: Element) -> tuple[int, Level]:
    start = number(element.find(W + "start"))
    form = element.find(W + "numFmt")
    return number(element, "ilvl") or 0, Level(
        start=1 if start is None else start,
        form=value(form) or "decimal",
        text=(value(element.find(W + "lvlText")) or "")[:_LONGEST],
        restarts_after=number(element.find(W + "lvlRestart")),
        as_figures=switch(element.find(W + "isLgl")) or False,
        style=value(element.find(W + "pStyle")),
    )


def _restart_deeper(own: List, counts: dict[int, int], level: int) -> None:
    for deeper in [each for each in counts if each > level]:
        after = own.levels[deeper].restarts_after if deeper in own.levels else None
        if after is None or (after > 0 and level < after):
            del counts[deeper]


def _label(own: List, counts: dict[int, int], level: int) -> str:
    wanted = own.levels[level]
    if wanted.form == "bullet":
        return "•"

    def filled(hole: re.Match[str]) -> str:
        at = int(hole[1]) - 1
        of = own.levels.get(at, Level())
        # A level that was never counted is written as its start, as Word does.
        return written(counts.get(at, of.start), "decimal" if wanted.as_figures else of.form)

    return _HOLE.sub(filled, wanted.text).strip()
