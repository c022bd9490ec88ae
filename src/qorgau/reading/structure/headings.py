"""Headings: which unnumbered lines are headings, how deep they stand, and the path of headings above a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qorgau.reading.source import Line, LineStyle
from qorgau.reading.structure.labels import mark_at

# "A. Introduction", "III.Principal areas", Cyrillic А and В for Latin ones; a single capital is a letter before a roman
_SECTION = re.compile(
    r"\s*(?:([IVXІХ]{2,5}|[IVXІХ](?=\.))|([A-ZА-Я]))\s*\.\s*(?:\d{1,2}\s?\.\s*)?(?=[^\s.]|$)(?![A-ZА-Я]\.)"
)
_STYLED = re.compile(
    r"(?:^|[ _])h(?:eading)?[ _]?\d|^h\d$|^_?\s*H_?\d|heading|^title$|заголовок", re.IGNORECASE
)
_UNFINISHED = re.compile(r"(?:[.;:,!]|[;,] (?:and|or|и|или))$")
_COUNTED = re.compile(r"\d{1,2}\s?\.\s*(?=\D)")
_PAGE = re.compile(r"(?:page|стр\.?|страница)\s*\d+|\W*\d+\W*", re.IGNORECASE)
_LONGEST = 240
_BOLD = 0.8


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without its letter; `depth` 1 the outermost."""

    at: int
    text: str
    depth: int


def section_at(text: str) -> tuple[str, int] | None:
    """Whether a line begins like a section ("A." is a letter, "II." a roman) and where its words begin."""
    match = _SECTION.match(text)
    if match is None:
        return None
    return ("roman" if match[1] else "letter"), match.end()


def looks_like_heading(line: Line, following: Line | None, before: Line | None = None) -> bool:
    """Whether an unnumbered line is a heading: short, no sentence, and followed by something to head."""
    text = line.text.strip()
    if not text or len(text) > _LONGEST or line.style == LineStyle.FOOTNOTE or _PAGE.fullmatch(text):
        return False
    if line.style and _STYLED.search(line.style):
        return True
    if section_at(text) and not text.endswith((";", ":")) and len(text) < 160:
        return True
    if mark_at(text) or text[0].islower() or _UNFINISHED.search(text.rstrip("* ")):
        return False
    if before is not None and _is_broken_off(before.text):
        return False
    return following is not None and bool(following.text.strip())


def _is_broken_off(text: str) -> bool:
    words = text.rstrip()
    return len(words) > 60 and words[-1].isalpha() and words[-1].islower() and len(words) > _LONGEST


def headings_of(lines: Sequence[Line], at: Sequence[int]) -> tuple[Heading, ...]:
    """The headings among the lines, each with its depth: sections by their letter, others by how they are set."""
    has_roman = _has_romans([lines[index].text for index in at])
    sections = _sections([lines[index].text for index in at])
    out: list[Heading] = []
    looks: dict[tuple[object, ...], int] = {}
    base = (1 if has_roman else 0) + (1 if any(_is_letter(each, has_roman) for each in sections) else 0)
    for index, section in zip(at, sections, strict=True):
        words = lines[index].text[section[1] if section else 0 :].strip().rstrip("*").strip()
        words = _COUNTED.sub("", words, count=1) if _COUNTED.match(words) else words
        if section:
            depth = 1 if has_roman and section[0] == "roman" else (2 if has_roman else 1)
        else:
            depth = base + 1 + _depth_by_look(lines[index], looks, out, index)
        if out and not out[-1].text and words:
            depth = out[-1].depth
        out.append(Heading(index, words, depth))
    return tuple(each for each in out if each.text)


def _sections(texts: Sequence[str]) -> list[tuple[str, int] | None]:
    """Each line's section mark; "I." after "H." is a letter, though it looks like a roman one."""
    out: list[tuple[str, int] | None] = []
    last = ""
    for text in texts:
        section = section_at(text)
        first = text.strip()[0]
        if section and section[0] == "roman" and last and ord(first) == ord(last) + 1:
            section = ("letter", section[1])
        if section and section[0] == "letter":
            last = first
        out.append(section)
    return out


def _has_romans(texts: Sequence[str]) -> bool:
    return any(re.match(r"\s*[IІ]{2,3}\s*\.", text) for text in texts)


def _is_letter(section: tuple[str, int] | None, has_roman: bool) -> bool:
    return section is not None and (section[0] == "letter" or not has_roman)


def _depth_by_look(line: Line, looks: dict[tuple[object, ...], int], out: list[Heading], at: int) -> int:
    """0 for the usual look; a second look below it; in plain text, a heading right under a heading stands below it."""
    look = (
        line.style,
        line.size,
        line.bold is not None and line.bold >= _BOLD,
        bool(line.italic and line.italic > 0.5),
    )
    if line.bold is None and line.style is None:
        return 1 if out and out[-1].at == at - 1 and out[-1].depth >= 2 and not looks else 0
    if look not in looks:
        looks[look] = len(looks)
    return min(looks[look], 2)


def path_at(headings: Sequence[Heading], at: int) -> tuple[str, ...]:
    """The headings that stand above a line, the outermost first."""
    path: list[Heading] = []
    for heading in headings:
        if heading.at >= at:
            break
        while path and path[-1].depth >= heading.depth:
            path.pop()
        path.append(heading)
    return tuple(each.text for each in path)
