"""Instants, days and marks as programs read them."""

from __future__ import annotations

from collections.abc import Iterable

from qorgau.complaints.api.answers import MarkShown
from qorgau.custody.api.telling import utc, utc_or_none
from qorgau.lawbook import Language
from qorgau.lawbook.procedure import Mark
from qorgau.wording import in_language

instant, instant_or_none = utc, utc_or_none


def marks(found: Iterable[Mark], language: Language) -> list[MarkShown]:
    """Marks in the asker's language, each once."""
    told = ((each.name, each.basis.value, in_language(each.text, language), each.source) for each in found)
    return [
        MarkShown(name=name, basis=basis, text=text, source=source)
        for name, basis, text, source in dict.fromkeys(told)
    ]
