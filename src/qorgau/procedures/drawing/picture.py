"""The whole picture: stages and ways from top to bottom, then the legend that names every move."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from qorgau.lawbook.procedure import Procedure
from qorgau.lawbook.safeguard import Text
from qorgau.lawbook.words import Language
from qorgau.procedures.case import Standing
from qorgau.procedures.drawing import pen
from qorgau.procedures.drawing.graph import Graph, Way, graph_of
from qorgau.procedures.drawing.layout import WIDTH, Item, Layout, laid_out
from qorgau.procedures.drawing.legend import Cite, Drawn, as_written, legend, marked_moves
from qorgau.procedures.drawing.lettering import wrapped
from qorgau.procedures.saying import say

_TITLE, _STAGE, _LEADING = 15.0, 12.0, 15.0
_GAP, _PAD = 66.0, 9.0
_NARROWEST, _WIDEST = 112.0, 178.0
_PORT, _BARE = 23.0, 12.0  # the room of a numbered and of an unnumbered end of a line


def diagram(
    procedure: Procedure, now: Standing | None, language: Language, *, cite: Cite = as_written
) -> str:
    """The procedure as SVG text, 700 wide, for the page and for paper; with `now`, the case's way on it.

    `cite` says a source as the lawyers of a language do; without it, sources stand as the law files write them.
    """
    graph = graph_of(procedure)
    drawn = Drawn.of(procedure, now, graph, language, cite)
    widths = _widths(graph)
    layout = laid_out(graph, widths)
    frame = _Frame.of(procedure, layout, drawn)
    body = [*_lines(graph, layout, frame, drawn), *_boxes(layout, frame, drawn)]
    below, height = legend(drawn, frame.bottom + 26)
    heading = pen.words(
        wrapped(_in(procedure.title, language), WIDTH - 28, _TITLE, bold=True),
        x=14,
        y=24,
        size=_TITLE,
        leading=19,
        weight="bold",
    )
    return pen.element(
        "svg",
        _spoken(drawn)
        + pen.element("rect", x=0, y=0, width=WIDTH, height=height, fill=pen.PAPER)
        + heading
        + "".join(body)
        + below,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        width=WIDTH,
        height=height,
        font_family="Noto Sans, DejaVu Sans, Arial, sans-serif",
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """From where to where each layer reaches, and each stage's lines of text."""

    tops: tuple[float, ...]
    heights: tuple[float, ...]
    labels: dict[str, list[str]]
    layer_of: dict[str, int]

    @classmethod
    def of(cls, procedure: Procedure, layout: Layout, drawn: Drawn) -> _Frame:
        labels = {
            item.key: wrapped(
                _in(procedure.stages[item.key].title, drawn.language), item.width - 16, _STAGE, bold=True
            )
            for item in layout.stages.values()
        }
        heights = tuple(
            max(len(labels[item.key]) + (item.key == drawn.here) for item in layer if item.is_stage)
            * _LEADING
            + 2 * _PAD
            for layer in layout.layers
        )
        heading = wrapped(_in(procedure.title, drawn.language), WIDTH - 28, _TITLE, bold=True)
        at, tops = 26.0 + 19 * len(heading), list[float]()
        for height in heights:
            tops.append(at)
            at += height + _GAP
        layer_of = {item.key: place for place, layer in enumerate(layout.layers) for item in layer}
        return cls(tuple(tops), heights, labels, layer_of)

    @property
    def bottom(self) -> float:
        """The lower edge of the last layer."""
        return self.tops[-1] + self.heights[-1]

    def top(self, item: Item) -> float:
        """The upper edge of an item's layer."""
        return self.tops[self.layer_of[item.key]]

    def foot(self, item: Item) -> float:
        """The lower edge of an item's layer."""
        layer = self.layer_of[item.key]
        return self.tops[layer] + self.heights[layer]


def _widths(graph: Graph) -> dict[str, float]:
    """Wide enough for the label and for every line that ends there, narrow enough for the layer."""
    together = {layer: list(graph.layer_of.values()).count(layer) for layer in graph.layer_of.values()}
    widths = {}
    for stage, layer in graph.layer_of.items():
        ends = (
            sum(_room(way, stage) for way in graph.ways if way.above == stage),
            sum(_room(way, stage) for way in graph.ways if way.below == stage),
        )
        room = (WIDTH - 60) / together[layer] - 20
        widths[stage] = max(_NARROWEST, min(_WIDEST, room), *(end + 8 for end in ends))
    return widths


def _room(way: Way, stage: str) -> float:
    """The width a line needs where it meets a stage: its numbers stand where it leaves."""
    return _PORT * len(way.moves) if way.from_ == stage else _BARE


def _ports(graph: Graph, layout: Layout, stage: str, *, foot: bool) -> dict[Way, float]:
    """Where each line meets the edge of a stage, in the order of where it goes."""
    own = [way for way in graph.ways if (way.above if foot else way.below) == stage]

    def beyond(way: Way) -> float:
        bends = layout.passing[way]
        other = way.below if foot else way.above
        return (bends[0 if foot else -1] if bends else layout.stages[other]).x

    own.sort(key=lambda way: (beyond(way), way.upward))
    at = layout.stages[stage].x - sum(_room(way, stage) for way in own) / 2
    found = {}
    for way in own:
        room = _room(way, stage)
        found[way] = at + room / 2
        at += room
    return found


def _lines(graph: Graph, layout: Layout, frame: _Frame, drawn: Drawn) -> list[str]:
    feet = {stage: _ports(graph, layout, stage, foot=True) for stage in layout.stages}
    heads = {stage: _ports(graph, layout, stage, foot=False) for stage in layout.stages}
    # ways that were taken are drawn last, so that nothing hides them
    ways = sorted(graph.ways, key=lambda way: (way.from_, way.to) in drawn.taken_ways)
    found = []
    for way in ways:
        above, below = layout.stages[way.above], layout.stages[way.below]
        start = (feet[way.above][way], frame.foot(above))
        end = (heads[way.below][way], frame.top(below))
        found.append(_line(way, start, end, layout.passing[way], frame, drawn))
    for way in ways:
        foot = not way.upward
        stage = layout.stages[way.from_]
        x = (feet if foot else heads)[way.from_][way]
        y = frame.foot(stage) + 14 if foot else frame.top(stage) - 14
        found.append(_badges(way, x, y, drawn))
    return found


def _line(
    way: Way,
    start: tuple[float, float],
    end: tuple[float, float],
    bends: tuple[Item, ...],
    frame: _Frame,
    drawn: Drawn,
) -> str:
    taken = (way.from_, way.to) in drawn.taken_ways
    colour = pen.PATH if taken else pen.LINE
    x, y = start
    tip = 6.0
    parts = [f"M{x:.1f},{y + (tip if way.upward else 0):.1f}"]
    for bend in bends:
        top, foot = frame.top(bend), frame.foot(bend)
        parts.append(_curve(x, y, bend.x, top) + f"L{bend.x:.1f},{foot:.1f}")
        x, y = bend.x, foot
    parts.append(_curve(x, y, end[0], end[1] - (0 if way.upward else tip)))
    width = 3 if taken else 1.3
    head = (
        pen.arrowhead(*start, up=True, colour=colour)
        if way.upward
        else pen.arrowhead(*end, up=False, colour=colour)
    )
    return pen.element("path", d="".join(parts), fill="none", stroke=colour, stroke_width=width) + head


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    """From point to point, leaving and arriving upright; straight past the numbers at both ends."""
    reach = 28.0
    a, b = y + reach, to_y - reach
    if abs(x - to_x) < 0.5 or b <= a:
        middle = (y + to_y) / 2
        return f"C{x:.1f},{middle:.1f} {to_x:.1f},{middle:.1f} {to_x:.1f},{to_y:.1f}"
    middle = (a + b) / 2
    return (
        f"L{x:.1f},{a - 6:.1f}C{x:.1f},{middle + 4:.1f} {to_x:.1f},{middle - 4:.1f} {to_x:.1f},{b + 6:.1f}"
        f"L{to_x:.1f},{to_y:.1f}"
    )


def _badges(way: Way, x: float, y: float, drawn: Drawn) -> str:
    first = x - _PORT * (len(way.moves) - 1) / 2
    return "".join(
        pen.badge(
            str(drawn.graph.numbers[move]),
            x=first + at * _PORT,
            y=y,
            taken=(way.from_, move) in drawn.taken_moves,
            marked=move in marked_moves(drawn),
        )
        for at, move in enumerate(way.moves)
    )


def _boxes(layout: Layout, frame: _Frame, drawn: Drawn) -> list[str]:
    return [_box(item, frame, drawn) for item in layout.stages.values()]


def _box(item: Item, frame: _Frame, drawn: Drawn) -> str:
    stage = drawn.procedure.stages[item.key]
    here, been = item.key == drawn.here, item.key in drawn.been
    x, y = item.x - item.width / 2, frame.top(item)
    height = frame.heights[frame.layer_of[item.key]]
    fill = pen.HERE if here else pen.BEEN if been else pen.PAPER
    edge = pen.PATH if here or been else pen.INK
    parts = [
        pen.element(
            "rect", x=x, y=y, width=item.width, height=height, rx=7, fill=fill, stroke=edge,
            stroke_width=3 if here else 1.4,
        )
    ]  # fmt: skip
    if stage.is_end:
        parts.append(
            pen.element(
                "rect", x=x + 3.5, y=y + 3.5, width=item.width - 7, height=height - 7, rx=4.5, fill="none",
                stroke=edge, stroke_width=0.8,
            )
        )  # fmt: skip
    lines = frame.labels[item.key]
    first = y + (height - (len(lines) + here) * _LEADING) / 2 + 11.5
    if here:
        parts.append(_here(item.x, first, drawn))
        first += _LEADING
    parts.append(
        pen.words(lines, x=item.x, y=first, size=_STAGE, leading=_LEADING, weight="bold", anchor="middle")
    )
    if item.key in drawn.gaps:
        letter = drawn.gaps[item.key]
        parts.append(pen.badge(letter, x=x + item.width - 2, y=y + 2, taken=True, marked=True))
    return "".join(parts)


def _here(x: float, y: float, drawn: Drawn) -> str:
    """The line in the box where the case stands."""
    said = say("here")[drawn.language]
    return pen.words([f"▼ {said}"], x=x, y=y, size=10.5, leading=0, fill=pen.PATH, anchor="middle")


def _spoken(drawn: Drawn) -> str:
    """The picture in words, for whoever cannot see it."""
    procedure, language = drawn.procedure, drawn.language
    stages = "; ".join(_in(stage.title, language) for stage in procedure.stages.values())
    said = [say("desc_plain", stages=stages)[language]]
    if drawn.now is not None:
        way = "; ".join(_in(step.move.title, language) for step in drawn.now.path) or "–"
        said.append(say("desc_case", stage=procedure.stages[drawn.now.stage].title, way=way)[language])
    return pen.element("title", escape(_in(procedure.title, language))) + pen.element(
        "desc", escape(" ".join(said))
    )


def _in(text: Text, language: Language) -> str:
    return text.get(language) or text[Language.EN]
