"""What is wrong with a row, as the importer of rows tells it."""

from __future__ import annotations

from qorgau.custody.importing.faults import RowFault
from qorgau.lawbook import Language
from qorgau.wording import say


def fault(row: int, column: str, phrase: str, language: Language, **values: str | int) -> RowFault:
    """A fault in words of this slice."""
    return said(row, column, say(f"complaints.{phrase}", language, **values))


def said(row: int, column: str, sentence: str) -> RowFault:
    """A fault whose sentence stands already."""
    return RowFault(row=row, column=column, phrase="import_said", values={"said": sentence})
