"""Rules of a page's own style that hide or strike out: told by tag, class and id, as a browser weighs them.

Not followed: rules below "@media" and the like, selectors that name several elements, attributes or states, style
sheets in other files, and text that is hidden by its colour, by its place or by a script. A rule that hides by a
selector which is not followed is named, so that whoever reviews the page looks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+)*)", re.I)
_NAMES = re.compile(r"([.#])([\w-]+)")
_TOLD = ("display", "visibility", "font-size", "opacity", "text-decoration", "text-decoration-line")
_SHOWN_ON = re.compile(r"\s*(?:all|screen)?\s*", re.I)
_MOST_RULES = 4000
_STRUCK = re.compile(r"\bline-through\b")
_NOTHING = re.compile(r"[+-]?0*\.?0*(?:px|pt|em|rem|%|ex|ch|vw|vh|cm|mm|in|pc|q)?")
_OF_PARENT = re.compile(r"[\d.]+(?:em|%|ex|ch)|inherit|smaller|larger|unset")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What one simple selector says; `weight` orders rules as a browser does."""

    tag: str
    ids: frozenset[str]
    classes: frozenset[str]
    says: dict[str, tuple[bool, str]]  # by property: whether it is important, and the value
    weight: tuple[int, int, int, int]

    def fits(self, tag: str, own_id: str | None, classes: frozenset[str]) -> bool:
        """Whether an element is meant."""
        return self.tag in ("", "*", tag) and self.classes <= classes and self.ids <= {own_id}


class Rules:
    """The rules of a page's own style elements that may hide; `unfollowed` are the selectors that were not."""

    def __init__(self, root: Any) -> None:
        self._by_name: dict[str, list[_Rule]] = {}
        self.unfollowed: list[str] = []
        rules = (rule for style in root.iter("style") for rule in _rules_of(style))
        for order, (selector, says) in enumerate(rules):
            if order >= _MOST_RULES:
                return
            self._take(selector, says, order)

    def _take(self, selector: str, says: dict[str, tuple[bool, str]], order: int) -> None:
        found = _SIMPLE.fullmatch(selector)
        if found is None or not selector:
            if _hides(says):
                self.unfollowed.append(selector)
            return
        names = _NAMES.findall(found[2])
        ids = frozenset(name for sign, name in names if sign == "#")
        classes = frozenset(name for sign, name in names if sign == ".")
        tag = (found[1] or "").lower()
        weight = len(ids), len(classes), int(tag not in ("", "*")), order
        anchor = next(iter([*ids, *classes]), tag or "*")
        self._by_name.setdefault(anchor, []).append(_Rule(tag, ids, classes, says, weight))

    def of(self, element: Any) -> dict[str, str]:
        """What is said of an element's visibility, by the rules and by its own style."""
        own = element.get("style")
        classes = frozenset((element.get("class") or "").split()) if self._by_name else frozenset()
        told: dict[str, str] = {}
        important: dict[str, str] = {}
        for says in [*self._fitting(element, classes), *([_said(own)] if own else [])]:
            for name, (pressed, value) in says.items():
                (important if pressed else told)[name] = value
        return told | important

    def _fitting(self, element: Any, classes: frozenset[str]) -> list[dict[str, tuple[bool, str]]]:
        if not self._by_name:
            return []
        own_id = element.get("id")
        names = dict.fromkeys([*sorted(classes), own_id or "", element.tag, "*"])
        rules = [
            rule
            for name in names
            for rule in self._by_name.get(name, ())
            if rule.fits(element.tag, own_id, classes)
        ]
        return [rule.says for rule in sorted(rules, key=lambda rule: rule.weight)]


def is_gone(says: dict[str, str]) -> bool:
    """Whether an element with all that it holds is not shown, or is struck out."""
    struck = says.get("text-decoration", "") + " " + says.get("text-decoration-line", "")
    return (
        says.get("display") == "none"
        or (says.get("opacity", "") != "" and bool(_NOTHING.fullmatch(says["opacity"])))
        or bool(_STRUCK.search(struck))
    )


def is_unseen(says: dict[str, str], above: bool) -> bool:
    """Whether words are not seen because of what is said here, or above and not taken back here."""
    value = says.get("visibility")
    return above if value in (None, "inherit", "unset") else value in ("hidden", "collapse")


def is_without_size(says: dict[str, str], above: bool) -> bool:
    """Whether letters have no size; a part of nothing is nothing."""
    value = says.get("font-size")
    if not value:
        return above
    return bool(_NOTHING.fullmatch(value)) or (above and bool(_OF_PARENT.fullmatch(value)))


def _hides(says: dict[str, tuple[bool, str]]) -> bool:
    plain = {name: value for name, (_, value) in says.items()}
    return is_gone(plain) or is_unseen(plain, above=False) or is_without_size(plain, above=False)


def _rules_of(style: Any) -> Iterator[tuple[str, dict[str, tuple[bool, str]]]]:
    """Selector and declarations of each rule that concerns visibility; of several selectors each."""
    if not _SHOWN_ON.fullmatch(style.get("media") or ""):
        return
    for found in _RULE.finditer(_without_conditions(_COMMENT.sub(" ", style.text or ""))):
        says = _said(found[2])
        if says:
            yield from ((" ".join(each.split()), says) for each in found[1].rpartition(";")[2].split(","))


def _without_conditions(text: str) -> str:
    """The text without "@media", "@keyframes" and the like."""
    kept, at = [], 0
    for found in re.finditer(r"@[\w-]+[^{};]*\{", text):
        if found.start() < at:
            continue
        kept.append(text[at : found.start()])
        at = _closing(text, found.end())
    return "".join([*kept, text[at:]])


def _closing(text: str, at: int) -> int:
    depth = 1
    for found in re.compile(r"[{}]").finditer(text, at):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end()
    return len(text)


def _said(declarations: str) -> dict[str, tuple[bool, str]]:
    """What declarations say of visibility."""
    says = {}
    for each in declarations.lower().split(";"):
        name, _, value = (part.strip() for part in each.partition(":"))
        if name in _TOLD and value:
            plain = re.sub(r"\s*!\s*important$", "", value)
            says[name] = plain != value, plain
    return says
