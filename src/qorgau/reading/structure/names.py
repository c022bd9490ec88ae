"""Ids of leaves and recommendations, as the United Nations cites them without spaces: "12(a)(iv)", "10", "10/3"."""

from __future__ import annotations

from collections.abc import Sequence


class Names:
    """Gives every element of a document its id once; a second one of the same name is told apart."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        """The wanted id, or with "[2]" behind where it is taken."""
        count = self._given.get(wanted, 0) + 1
        self._given[wanted] = count
        return wanted if count == 1 else f"{wanted}[{count}]"


def leaf_id(base: str, path: Sequence[str]) -> str:
    """ "12(a)(iv)" from the paragraph's name and the marks."""
    return base + "".join(f"({mark})" for mark in path)
