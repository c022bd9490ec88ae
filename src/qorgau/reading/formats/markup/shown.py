"""Takes out of a page what whoever opens it does not see, and what is struck out: it does not stand."""

from __future__ import annotations

from typing import Any

from qorgau.reading.formats.markup.rules import Rules, is_gone, is_unseen, is_without_size
from qorgau.reading.repairing import Fix
from qorgau.reading.source import Mended

_STRUCK = ("del", "s", "strike")
_WHOLE = ("html", "body", "head")  # often hidden until a script runs; hidden, the page would be empty
_MOST_NAMED = 5
_LONGEST_NAMED = 80


def without_unseen(root: Any) -> tuple[Fix, ...]:
    """Strips the page; the selectors that hide something and were not followed."""
    rules = Rules(root)
    gone: list[Any] = []
    unseen: dict[Any, bool] = {}  # whether the words that stand directly in an element are not seen
    state: dict[Any, tuple[bool, bool]] = {}
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        hidden, empty = state.get(element.getparent(), (False, False))
        if element.tag not in _WHOLE:
            says = rules.of(element)
            if element.tag in _STRUCK or is_gone(says):
                gone.append(element)
            hidden, empty = is_unseen(says, hidden), is_without_size(says, empty)
        state[element] = hidden, empty
        unseen[element] = hidden or empty
    _blank([element for element, is_so in unseen.items() if is_so])
    for element in gone:
        if element.getparent() is not None:
            element.drop_tree()
    named = dict.fromkeys(selector[:_LONGEST_NAMED] for selector in rules.unfollowed)
    return tuple(Fix(Mended.HIDING_RULE, each, None) for each in list(named)[:_MOST_NAMED])


def _blank(elements: list[Any]) -> None:
    for element in elements:
        element.text = None
        for child in element:
            child.tail = None
