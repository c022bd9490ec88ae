"""Styles of a Word file: what a paragraph or a run inherits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from qorgau.reading.formats.word.parts import Element, W, number, switch, value

_LONGEST_CHAIN = 40  # of styles that are based on each other: writers of styles stop far below


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are set; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    half_points: int | None = None
    hidden: bool | None = None
    struck: bool | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.italic if self.italic is None else self.italic,
            below.half_points if self.half_points is None else self.half_points,
            below.hidden if self.hidden is None else self.hidden,
            below.struck if self.struck is None else self.struck,
        )

    @property
    def stands(self) -> bool:
        """Whether letters so set are seen and not struck out."""
        return not (self.hidden or self.struck)


def look_of(properties: Element | None) -> Look:
    """What a run's properties say themselves."""
    if properties is None:
        return Look()
    return Look(
        switch(properties.find(W + "b")),
        switch(properties.find(W + "i")),
        number(properties.find(W + "sz")),
        switch(properties.find(W + "vanish")),
        _struck(properties),
    )


def _struck(properties: Element) -> bool | None:
    once, twice = switch(properties.find(W + "strike")), switch(properties.find(W + "dstrike"))
    return None if once is None and twice is None else bool(once or twice)


class Styles:
    """The styles by id, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        every = [] if root is None else root.findall(W + "style")
        self._by_id = {value(each, "styleId"): each for each in every}
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default = look_of(defaults)
        self.normal = next(
            (
                value(each, "styleId")
                for each in every
                if value(each, "type") == "paragraph" and value(each, "default") in ("1", "true")
            ),
            None,
        )
        self.look = cache(self._look)
        self.numbered = cache(self._numbered)

    def name(self, style: str | None) -> str | None:
        """A style's name as Word shows it."""
        element = self._by_id.get(style)
        return style if element is None else value(element.find(W + "name")) or style

    def run(self, properties: Element | None, paragraph: str | None) -> Look:
        """How a run is set, by its own properties, its style, the paragraph's style and the defaults.

        Bold and italic in the style of a run turn over those of the paragraph's style (ISO 29500, 17.7.3).
        """
        below = self.look(paragraph).over(self._default)
        if properties is None:
            return below
        own = look_of(properties)
        style = value(properties.find(W + "rStyle"))
        if style is None:
            return own.over(below)
        of_run = self.look(style)
        turned = Look(
            _turned(of_run.bold, below.bold),
            _turned(of_run.italic, below.italic),
            of_run.half_points,
            of_run.hidden,
            of_run.struck,
        )
        return own.over(turned.over(below))

    def _look(self, style: str | None) -> Look:
        look = Look()
        for element in self._chain(style):
            look = look.over(look_of(element.find(W + "rPr")))
        return look

    def _numbered(self, style: str | None) -> tuple[int | None, int | None]:
        """The list (numId) and level that a style puts its paragraphs in."""
        level = None
        for element in self._chain(style):
            own = element.find(f"{W}pPr/{W}numPr")
            if own is not None:
                level = number(own.find(W + "ilvl")) if level is None else level
                numbered = number(own.find(W + "numId"))
                if numbered is not None:
                    return numbered, level
        return None, level

    def _chain(self, style: str | None) -> list[Element]:
        """A style and those it is based on; a circle ends where it closes."""
        chain: list[Element] = []
        seen = set()
        while style in self._by_id and style not in seen and len(chain) < _LONGEST_CHAIN:
            seen.add(style)
            chain.append(self._by_id[style])
            style = value(chain[-1].find(W + "basedOn"))
        return chain


def _turned(of_run: bool | None, below: bool | None) -> bool | None:
    return bool(of_run) != bool(below) if of_run else None
