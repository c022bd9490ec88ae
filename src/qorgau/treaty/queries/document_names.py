"""What a document is called in a line: its symbol; without one its title, or the name of its file."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten

from qorgau.access.actor import Actor
from qorgau.treaty.models import DocumentRow
from qorgau.treaty.queries.reach import documents_seen

_MOST_SIGNS = 90


def called(row: DocumentRow) -> str:
    """By what people know it; its id only where it has no name at all."""
    title = shorten(row.title, _MOST_SIGNS, placeholder=" …")
    return row.symbol or title or row.name or row.stem


def called_by_stem(actor: Actor | None) -> Mapping[str, str]:
    """The names of those documents without a symbol that the actor may see, by the stem of their recommendations."""
    rows = documents_seen(DocumentRow.objects.filter(symbol=""), actor)
    return {row.stem: called(row) for row in rows}
