"""Footnotes of a page: links that lead to a place further on, and lead back from there."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_MARK = re.compile(r"\[?\(?(\d{1,3}|\*{1,4}|[ivx]{1,6}|[†‡§])\)?\]?")
_BLOCKS = ("li", "p", "div", "td", "section", "dd", "blockquote", "tr")


class Calls:
    """Which links call a footnote, and which elements hold the footnotes' words."""

    def __init__(self, root: Any) -> None:
        targets = _targets(root)
        order = {element: at for at, element in enumerate(root.iter())}
        self.of_link: dict[Any, tuple[str, str]] = {}  # key and mark of the note that a link calls
        self.notes: dict[Any, tuple[str, str]] = {}  # key and mark of the note whose words an element holds
        self.back: set[Any] = set()
        for link in root.iter("a"):
            self._take(link, targets, order)
        if not self.of_link:
            self._raised(root)

    def _take(self, link: Any, targets: dict[str, Any], order: dict[Any, int]) -> None:
        found = _MARK.fullmatch("".join(link.itertext()).strip())
        target = targets.get((link.get("href") or "").removeprefix("#"))
        if not (link.get("href") or "").startswith("#") or target is None:
            return
        holder = _holder(link)
        if holder in self.notes or _within(link, self.notes):
            self.back.add(link)
            return
        block = _holder(target)
        if found is None or block is None or block is holder or order[target] <= order[link]:
            return
        key = f"#{link.get('href')[1:]}"
        self.of_link[link] = (key, found[1])
        self.notes.setdefault(block, (key, found[1]))

    def _raised(self, root: Any) -> None:
        """Without links: <sup>1</sup> in the text, and a later block that begins with <sup>1</sup>."""
        waiting: dict[str, Any] = {}
        begins = cache(_begins)
        for sup in root.iter("sup"):
            found = _MARK.fullmatch("".join(sup.itertext()).strip())
            holder = _holder(sup)
            if found is None or holder is None:
                continue
            if found[1] in waiting and _is_within(sup, begins(holder)):
                key = f"sup {found[1]}"
                self.of_link[waiting.pop(found[1])] = (key, found[1])
                self.notes[holder] = (key, found[1])
                self.back.add(sup)
            else:
                waiting.setdefault(found[1], sup)


def _targets(root: Any) -> dict[str, Any]:
    targets: dict[str, Any] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name:
                    targets.setdefault(name, element)
    return targets


def _holder(element: Any) -> Any:
    """The block that an element stands in, or the element where it is one."""
    while element is not None and element.tag not in _BLOCKS:
        element = element.getparent()
    return element


def _within(element: Any, holders: dict[Any, tuple[str, str]]) -> bool:
    return any(above in holders for above in element.iterancestors())


def _begins(holder: Any) -> Any:
    """The element that a block begins with, or None where it begins with words."""
    if (holder.text or "").strip():
        return None
    return next((child for child in holder if isinstance(child.tag, str)), None)


def _is_within(element: Any, outer: Any) -> bool:
    return element is outer or any(above is outer for above in element.iterancestors())
