"""A row as it was given: flat, its cells by our own names of columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BOOKING = "Booking"
"""The word in the column `kind` of a row that registers a person; other rows name a kind of entry."""

MOST_ROWS = 10_000
MOST_BYTES = 20_000_000
MOST_CELL = 10_000
"""Bounds of one import: it is one transaction, and other writers wait while it is stored."""

Cell = str | int | bool


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: its number in the file, and what it says; empty cells are left out."""

    number: int
    cells: Mapping[str, Cell]

    def text(self, column: str) -> str:
        """A cell as text, "" where there is none."""
        return str(self.cells.get(column, "")).strip()

    @property
    def key(self) -> str:
        """What other rows call it: its cell `key`, else its number."""
        return self.text("key") or f"row {self.number}"

    @property
    def is_booking(self) -> bool:
        """Whether it registers a person."""
        return self.text("kind") == BOOKING
