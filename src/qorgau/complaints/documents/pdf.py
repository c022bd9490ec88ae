"""A paper as a PDF for archives and screen readers."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from qorgau.complaints.documents.sheet import Sheet
from qorgau.custody.document.typesetting import typeset
from qorgau.wording import say

_LAYOUTS = Path(__file__).with_name("typst")


def print_sheet(sheet: Sheet) -> bytes:
    """The PDF; the same sheet gives the same bytes."""
    words = {
        **asdict(sheet),
        "language": sheet.language.value,
        "to_word": say("complaints.paper_to", sheet.language),
    }
    return typeset("paper", words, dated=sheet.dated, folder=_LAYOUTS)
