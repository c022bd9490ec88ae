"""Lists within a paragraph: items on lines of their own, nested, and items within running text, "(a) ...; (b) ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from qorgau.reading.reasons import Reason, reason
from qorgau.reading.structure.labels import Mark, as_cited, readings_of
from qorgau.reading.structure.sentences import Span, sentences, trimmed

_INLINE = re.compile(r"(?<![\w)(])\(\s?([a-zа-яё]{1,4}|\d{1,2})\s?\)\s?(?=\S)")
_RUSSIAN_INLINE = re.compile(r"(?:(?<=[:;,]\s)|(?<=\sи\s))([a-zа-яё]{1,4})\)\s?(?=[^\W\d])")
# "article 2 (a)", "paras. 14 (a)", "subparagraph (b)", "see (a)" cite; they begin no item
_CITES = re.compile(
    r"(?:\d|\)|\b(?:arts?|articles?|paras?|paragraphs?|sub-?paragraphs?|sections?|rules?|points?|items?|see|under|annex|and|or|"
    r"ст|стать[яиюе]\w*|п|пунк\w+|подпункт\w*|см|и|или)\.?)[\s,]*$",
    re.IGNORECASE,
)
_RIGHT_AFTER_A_MARK = re.compile(
    r"\([a-zа-яё]{1,4}\)\s*(?:,\s*)?(?:and|or|to|и|или|[,–—-])\s*$", re.IGNORECASE
)
_JOINS = re.compile(
    r"[;,:—–-]\s*(?:and|or|и|или|а также|et|y|as well as)?\s*$|\b(?:and|or|by|to|и)\s*$", re.IGNORECASE
)


@dataclass
class Item:
    """A list item: its marks from the outermost ("a", "iv"), its words, and whether it has items of its own."""

    path: tuple[str, ...]
    span: Span
    inline: bool = False
    parent: bool = False
    skipped: str | None = None


@dataclass
class _Level:
    """One level of an open list: the last rank in each series that it may still be."""

    ranks: dict[str, int]
    mark: str = ""


@dataclass
class Nesting:
    """Places marks one under another as they come; `restarts` tells that a list began anew."""

    levels: list[_Level] = field(default_factory=list)

    def place(self, mark: Mark, following: Mark | None) -> tuple[tuple[str, ...], Reason | None, bool]:
        """The path of a mark, what was skipped or repeated before it, and whether a new list begins."""
        readings = dict(mark.readings)
        if "bullet" in readings:
            return (*self._bullet(), None, False)
        opened = self._opens(readings, following)
        for depth in range(len(self.levels) - 1, -1, -1):
            going_on = self._next(depth, readings)
            if going_on and not opened:
                del self.levels[depth + 1 :]
                self.levels[depth] = _Level(going_on, _cited(mark, going_on))
                return self._path(), None, False
        first = {series: rank for series, rank in readings.items() if rank == 1}
        if first:
            return self._begin(mark, first)
        return self._skip(mark, readings)

    def _opens(self, readings: dict[str, int], following: Mark | None) -> bool:
        """Whether "(i)" begins a roman list although it could be the ninth letter: told by what follows."""
        if readings.get("roman") != 1 or not self.levels or following is None:
            return False
        return dict(following.readings).get("roman") == 2

    def _next(self, depth: int, readings: dict[str, int]) -> dict[str, int]:
        return {s: r for s, r in readings.items() if self.levels[depth].ranks.get(s) == r - 1}

    def _begin(self, mark: Mark, first: dict[str, int]) -> tuple[tuple[str, ...], Reason | None, bool]:
        known = [at for at, level in enumerate(self.levels) if set(level.ranks) & set(first)]
        restart = bool(known)
        if restart:
            del self.levels[known[0] :]
        self.levels.append(_Level(first, _cited(mark, first)))
        return self._path(), None, restart and len(self.levels) == 1

    def _skip(self, mark: Mark, readings: dict[str, int]) -> tuple[tuple[str, ...], Reason | None, bool]:
        for depth in range(len(self.levels) - 1, -1, -1):
            later = {s: r for s, r in readings.items() if s in self.levels[depth].ranks}
            if later:
                said = reason("list_skips", before=self.levels[depth].mark, after=mark.written)
                del self.levels[depth + 1 :]
                self.levels[depth] = _Level(later, _cited(mark, later))
                return self._path(), said, False
        self.levels.append(_Level(dict(readings), _cited(mark, readings)))
        return self._path(), reason("list_begins_with", mark=mark.written), False

    def _bullet(self) -> tuple[tuple[str, ...]]:
        if not self.levels or "bullet" not in self.levels[-1].ranks:
            self.levels.append(_Level({"bullet": 0}))
        count = self.levels[-1].ranks["bullet"] + 1
        self.levels[-1] = _Level({"bullet": count}, f"•{count}")
        return (self._path(),)

    def _path(self) -> tuple[str, ...]:
        return tuple(level.mark for level in self.levels)


def _cited(mark: Mark, series: dict[str, int]) -> str:
    return as_cited(mark.written, next(iter(series)))


def inline_items(text: str, span: Span) -> tuple[Item, ...]:
    """The items of a list in running text, with their marks; empty where marks only cite articles."""
    for pattern in (_INLINE, _RUSSIAN_INLINE):
        found = _run(text, span, pattern)
        if len(found) > 1:
            return _items(text, span, found)
    return ()


def _run(text: str, span: Span, pattern: re.Pattern[str]) -> list[tuple[str, int, int]]:
    """Marks in sequence from the first of their series: (mark, where it begins, where its words begin)."""
    best: list[tuple[str, int, int]] = []
    marks = [
        (match[1], span[0] + match.start(), span[0] + match.end())
        for match in pattern.finditer(text[span[0] : span[1]])
        if not _is_cited(text[span[0] : span[0] + match.start()])
    ]
    for series in ("latin", "roman", "russian", "digit"):
        run: list[tuple[str, int, int]] = []
        for mark, start, body in marks:
            if dict(readings_of(mark)).get(series) == len(run) + 1:
                run.append((mark, start, body))
        if len(run) > len(best) and len(run) > 1:
            best = run
    return best


def _is_cited(before: str) -> bool:
    tail = before[-40:]
    # "article 2 (a) and (b)": an item has words, so a mark right after a mark only cites
    if _RIGHT_AFTER_A_MARK.search(tail):
        return True
    if re.search(r"[;,:]\s*(?:and|or|и|или|а также|et|y)\s*$", tail, re.IGNORECASE):
        return False
    return bool(_CITES.search(tail)) and not _JOINS.search(before[-5:])


def _items(text: str, span: Span, run: Sequence[tuple[str, int, int]]) -> tuple[Item, ...]:
    series = _series(run)
    out = []
    for at, (mark, _, body) in enumerate(run):
        end = run[at + 1][1] if at + 1 < len(run) else _last_end(text, body, span[1])
        out.append(Item((as_cited(mark, series),), trimmed(text, (body, end)), inline=True))
    return tuple(out)


def _series(run: Sequence[tuple[str, int, int]]) -> str:
    second = dict(readings_of(run[1][0]))
    return next(series for series, rank in second.items() if rank == 2)


def _last_end(text: str, body: int, end: int) -> int:
    """The last item ends with its sentence; what follows is the paragraph's tail."""
    first = sentences(text[body:end])
    return body + first[0][1] if first else end
