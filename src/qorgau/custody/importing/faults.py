"""Why an import is refused: as a whole, or row by row with the column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qorgau.custody.refusal import CustodyRefusal
from qorgau.lawbook import Language
from qorgau.wording import say

SHOWN = 1000
"""So many faults are told; how many there are in all is told as well."""


@dataclass(frozen=True, kw_only=True)
class RowFault:
    """What is wrong with one row: the column, and the desk's refusal or a phrase of the import."""

    row: int
    column: str
    refusal: CustodyRefusal | None = None
    phrase: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)

    def said(self, language: Language) -> str:
        """The sentence in that language."""
        if self.refusal is not None:
            return self.refusal.said(language)
        return say(f"custody.{self.phrase}", language, **self.values)


class ImportRefusal(ValueError):  # noqa: N818 - a refusal is the word of this house
    """An import cannot be read or recorded; nothing of it was stored."""

    def __init__(self, key: str, *, row: int | None = None, field: str = "", **values: str | int) -> None:
        """Keep the phrase and where it stands."""
        self.key, self.row, self.field, self.values = f"custody.{key}", row, field, values
        super().__init__(self.said(Language.EN))

    def said(self, language: Language) -> str:
        """The sentence in that language."""
        return say(self.key, language, **self.values)


class UnreadableImport(ImportRefusal):
    """The file as a whole cannot be read."""


class ImportTooLarge(ImportRefusal):
    """The file has more bytes or rows than one import may have."""


class UnknownImportForm(ImportRefusal):
    """Nobody said which form the file has, or it is one that is not read."""


class RowsRefused(ImportRefusal):
    """Some rows cannot be recorded, so none was."""

    def __init__(self, faults: Sequence[RowFault], *, rows: int) -> None:
        """Keep every fault, in the order of the file."""
        self.faults, self.rows = tuple(faults), rows
        self.rows_refused = len({each.row for each in faults})
        super().__init__("import_rows_refused", rows=rows, refused=self.rows_refused, faults=len(self.faults))

    @property
    def shown(self) -> tuple[RowFault, ...]:
        """The first of them: enough to mend by, few enough to send."""
        return self.faults[:SHOWN]
