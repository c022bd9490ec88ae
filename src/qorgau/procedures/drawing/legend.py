"""Under the picture: every move by its number, the acts of a stage, what is missing, and what the signs mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from qorgau.lawbook.procedure import Mark, Move, Procedure
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Language
from qorgau.procedures.case import Standing
from qorgau.procedures.drawing import pen
from qorgau.procedures.drawing.graph import Graph, staying
from qorgau.procedures.drawing.layout import WIDTH
from qorgau.procedures.drawing.lettering import width_of, wrapped
from qorgau.procedures.saying import say

_SIZE, _LEADING, _SMALL = 11.5, 14.5, 10.0
_LEFT, _INDENT, _COLUMN = 14.0, 26.0, 336.0


Cite = Callable[[str, Language], str]


def as_written(source: str, _language: Language) -> str:
    """A source as the law files write it."""
    return source


@dataclass(frozen=True)
class Drawn:
    """What is drawn, and what the case has made of it."""

    procedure: Procedure
    now: Standing | None
    graph: Graph
    language: Language
    here: str
    been: frozenset[str]
    taken_ways: frozenset[tuple[str, str]]
    taken_moves: frozenset[tuple[str, str]]
    gaps: Mapping[str, str]  # the letter of what is missing at a stage
    cite: Cite = as_written

    @classmethod
    def of(
        cls, procedure: Procedure, now: Standing | None, graph: Graph, language: Language, cite: Cite
    ) -> Drawn:
        """Read off the standing of a case, if there is one."""
        path = now.path if now else ()
        been = {procedure.start, *(step.to for step in path)} if now else set()
        return cls(
            procedure,
            now,
            graph,
            language,
            now.stage if now else "",
            frozenset(been),
            frozenset((step.from_, step.to) for step in path if step.from_ != step.to),
            frozenset((step.from_, step.move.id) for step in path),
            _letters(procedure),
            cite,
        )

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=8)
def marked_moves(drawn: Drawn) -> frozenset[str]:
    """The moves to be drawn as marked: those that always are, and those that were in this case."""
    always = {move.id for move in drawn.procedure.moves.values() if move.marks}
    return frozenset(always | {step.move.id for step in (drawn.now.path if drawn.now else ()) if step.marks})


def legend(drawn: Drawn, top: float) -> tuple[str, float]:
    """The legend as SVG, and the height at which it ends."""
    parts = [pen.element("path", d=f"M14,{top - 12:.1f}H686", fill="none", stroke=pen.LINE, stroke_width=0.8)]
    moving = [drawn.procedure.moves[name] for name in drawn.graph.numbers]
    at = _section(parts, drawn, "legend_moves", moving, top + 6)
    acts = staying(drawn.procedure)
    if acts:
        at = _section(parts, drawn, "legend_acts", acts, at + 12)
    at = _missing(parts, drawn, at)
    return "".join([*parts, _key(drawn, at + 12)]), at + 54


def _letters(procedure: Procedure) -> dict[str, str]:
    """One letter for each thing that is missing, the same wherever it is missing."""
    letters: dict[str, str] = {}
    found: dict[str, str] = {}
    for stage in procedure.stages.values():
        for mark in stage.marks:
            letter = letters.setdefault(mark.text[Language.EN], chr(ord("A") + len(letters)))
            found.setdefault(stage.id, letter)
    return found


def _section(parts: list[str], drawn: Drawn, word: str, moves: list[Move], top: float) -> float:
    parts.append(pen.words([say(word)[drawn.language]], x=_LEFT, y=top, size=12, leading=0, weight="bold"))
    rows = [_row(drawn, move) for move in moves]
    half = _first_half(rows)
    ends = []
    for column, own in enumerate((rows[:half], rows[half:])):
        x, y = _LEFT + column * _COLUMN, top + 18
        for row in own:
            parts.append(row.drawn_at(x, y))
            y += row.height
        ends.append(y)
    return max(ends) - 4


@dataclass(frozen=True)
class _Row:
    """One move of the legend: its sign, its title, and what is said against it."""

    sign: str
    taken: bool
    marked: bool
    lines: tuple[str, ...]
    said: tuple[str, ...]
    times: int

    @property
    def height(self) -> float:
        return max(22.0, len(self.lines) * _LEADING + len(self.said) * 12.5 + 6)

    def drawn_at(self, x: float, y: float) -> str:
        sign = (
            pen.badge(self.sign, x=x + 11, y=y, taken=self.taken, marked=self.marked)
            if self.sign
            else _tick(x + 11, y, taken=self.taken, marked=self.marked)
        )
        weight = "bold" if self.taken else "normal"
        text = pen.words(self.lines, x=x + _INDENT, y=y + 4, size=_SIZE, leading=_LEADING, weight=weight)
        below = y + 4 + len(self.lines) * _LEADING - 2
        return (
            sign
            + text
            + pen.words(self.said, x=x + _INDENT, y=below, size=_SMALL, leading=12.5, fill=pen.WARN)
        )


def _row(drawn: Drawn, move: Move) -> _Row:
    steps = [step for step in (drawn.now.path if drawn.now else ()) if step.move.id == move.id]
    title = _in(move.title, drawn.language)
    times = f" ×{len(steps)}" if len(steps) > 1 else ""
    number = drawn.graph.numbers.get(move.id)
    marks = [mark for step in steps for mark in step.marks]
    room = _COLUMN - _INDENT - 12
    return _Row(
        sign="" if number is None else str(number),
        taken=bool(steps),
        marked=move.id in marked_moves(drawn),
        lines=tuple(wrapped(title + times, room, _SIZE, bold=bool(steps))),
        said=tuple(_against(marks, move, room, drawn)),
        times=len(steps),
    )


def _against(marks: list[Mark], move: Move, room: float, drawn: Drawn) -> list[str]:
    """What was said against it in this case; otherwise by which sources it can be marked."""
    if marks:
        return [
            line
            for text in dict.fromkeys(_in(mark.text, drawn.language) for mark in marks)
            for line in wrapped(text, room, _SMALL)
        ]
    possible = dict.fromkeys(
        drawn.cite(mark.source, drawn.language)
        for mark in (*move.marks, *(m for g in move.grounds.values() for m in g.marks))
    )
    return wrapped("; ".join(possible), room, _SMALL) if possible else []


def _tick(x: float, y: float, *, taken: bool, marked: bool) -> str:
    colour = pen.WARN if marked else pen.PATH if taken else pen.LINE
    box = pen.element(
        "rect", x=x - 6, y=y - 6, width=12, height=12, rx=2, fill=colour if taken else pen.PAPER,
        stroke=colour, stroke_width=1.3,
    )  # fmt: skip
    if not taken:
        return box
    return box + pen.element(
        "path", d=f"M{x - 3.5:.1f},{y:.1f}l2.5,3l5,-6", fill="none", stroke=pen.PAPER, stroke_width=1.8
    )


def _first_half(rows: list[_Row]) -> int:
    """How many rows stand on the left, so that both columns end at about the same height."""
    whole, so_far = sum(row.height for row in rows), 0.0
    for at, row in enumerate(rows):
        so_far += row.height
        if so_far >= whole / 2:
            return at + 1
    return len(rows)


def _missing(parts: list[str], drawn: Drawn, at: float) -> float:
    """The gaps by their letters, then what must be known of the procedure as a whole."""
    gaps: dict[str, Mark] = {}
    for stage, letter in drawn.gaps.items():
        gaps.setdefault(letter, drawn.procedure.stages[stage].marks[0])
    said = [*gaps.items(), *(("", flag) for flag in drawn.procedure.flags)]
    if not said:
        return at
    at += 18
    parts.append(
        pen.words([say("legend_gaps")[drawn.language]], x=_LEFT, y=at, size=12, leading=0, weight="bold")
    )
    at += 18
    for letter, mark in said:
        lines = wrapped(
            f"{_in(mark.text, drawn.language)} ({drawn.cite(mark.source, drawn.language)})", WIDTH - 60, _SIZE
        )
        if letter:
            parts.append(pen.badge(letter, x=_LEFT + 11, y=at, taken=True, marked=True))
        else:
            parts.append(pen.element("circle", cx=_LEFT + 11, cy=at, r=2.5, fill=pen.WARN))
        parts.append(pen.words(lines, x=_LEFT + _INDENT, y=at + 4, size=_SIZE, leading=_LEADING))
        at += max(22.0, len(lines) * _LEADING + 5)
    return at - 6


def _key(drawn: Drawn, y: float) -> str:
    """What the signs mean."""
    word = "key_open" if drawn.now is None else "key_taken"
    x = _LEFT + 11
    made = pen.badge("1", x=x, y=y, taken=drawn.now is not None, marked=False) + _said(word, x, y, drawn)
    beside = x + 15 + width_of(say(word)[drawn.language], _SMALL) + 34
    end = "".join(
        pen.element(
            "rect", x=beside - 9 + inset, y=y - 7 + inset, width=20 - 2 * inset, height=14 - 2 * inset, rx=3,
            fill=pen.PAPER, stroke=pen.INK, stroke_width=1,
        )
        for inset in (0.0, 2.5)
    )  # fmt: skip
    against = pen.badge("1", x=x, y=y + 23, taken=False, marked=True) + _said("key_marked", x, y + 23, drawn)
    return made + end + _said("key_end", beside, y, drawn) + against


def _said(word: str, x: float, y: float, drawn: Drawn) -> str:
    text = say(word)[drawn.language]
    return pen.words([text], x=x + 15, y=y + 3.5, size=_SMALL, leading=0, fill=pen.LINE)


def _in(text: Text, language: Language) -> str:
    return text.get(language) or text[Language.EN]
