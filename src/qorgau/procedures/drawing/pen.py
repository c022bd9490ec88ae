"""The marks a diagram is made of, as SVG with presentation attributes only: no style, no script."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

INK, LINE, PATH, WARN = "#1b1f24", "#667085", "#0b4a8f", "#9a3412"
HERE, BEEN, PAPER = "#dbeafe", "#eef3f9", "#ffffff"


def element(name: str, text: str | None = None, /, **attributes: str | float) -> str:
    """One element; an underscore in an attribute's name stands for a hyphen."""
    said = "".join(
        f" {key.strip('_').replace('_', '-')}={quoteattr(_value(value))}" for key, value in attributes.items()
    )
    return f"<{name}{said}/>" if text is None else f"<{name}{said}>{text}</{name}>"


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def words(
    lines: Sequence[str],
    *,
    x: float,
    y: float,
    size: float,
    leading: float,
    fill: str = INK,
    weight: str = "normal",
    anchor: str = "start",
) -> str:
    """Lines of text under each other; `y` is the first baseline."""
    return "".join(
        element(
            "text",
            escape(line),
            x=x,
            y=y + at * leading,
            font_size=size,
            fill=fill,
            font_weight=weight,
            text_anchor=anchor,
        )
        for at, line in enumerate(lines)
    )


def badge(number: str, *, x: float, y: float, taken: bool, marked: bool) -> str:
    """A move's number: filled when it was made, a diamond when it is marked."""
    colour = WARN if marked else PATH if taken else LINE
    fill = colour if taken else PAPER
    if marked:
        points = f"{x:.1f},{y - 11:.1f} {x + 11:.1f},{y:.1f} {x:.1f},{y + 11:.1f} {x - 11:.1f},{y:.1f}"
        shape = element("polygon", points=points, fill=fill, stroke=colour, stroke_width=1.5)
    else:
        shape = element("circle", cx=x, cy=y, r=8.5, fill=fill, stroke=colour, stroke_width=1.5)
    ink = PAPER if taken else colour
    return shape + words(
        [number], x=x, y=y + 3.6, size=10, leading=0, fill=ink, weight="bold", anchor="middle"
    )


def arrowhead(x: float, y: float, *, up: bool, colour: str) -> str:
    """A small triangle whose tip is at the point."""
    back = y + 8 if up else y - 8
    return element(
        "polygon", points=f"{x:.1f},{y:.1f} {x - 4:.1f},{back:.1f} {x + 4:.1f},{back:.1f}", fill=colour
    )
