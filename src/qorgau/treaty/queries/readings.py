"""A document's reading with everything laid over it that people corrected."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from qorgau.reading.document import Document
from qorgau.treaty.facts.corrections import Corrected, corrected
from qorgau.treaty.facts.mend import Mend
from qorgau.treaty.models import CorrectionRow, DocumentRow
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.storing_readings import stored_reading


def corrections_of(document_id: str) -> list[CorrectionRow]:
    """Every correction of the document, in the order in which they were made; withdrawn ones too."""
    return list(CorrectionRow.objects.filter(document_id=document_id).order_by("number"))


def as_read(row: DocumentRow) -> Document:
    """The document as the program read it last; refused where the reading is lost."""
    document = stored_reading(row.reading)
    if document is None:
        raise TreatyRefusal("reading_lost")
    return document


def as_corrected(row: DocumentRow, corrections: Sequence[CorrectionRow]) -> Corrected:
    """The same with what was corrected and not withdrawn."""
    told = tuple((each.entry_id, each.facts) for each in corrections if not each.withdrawn_why)
    return _corrected(row.reading, told)


@lru_cache(maxsize=16)
def _corrected(reading: str, told: tuple[tuple[str, str], ...]) -> Corrected:
    document = stored_reading(reading)
    if document is None:
        raise TreatyRefusal("reading_lost")
    return corrected(document, [Mend.of(entry, json.loads(facts)) for entry, facts in told])
