"""How a person's name is shown where it is not known, refused or not to be seen."""

from __future__ import annotations

from qorgau.custody.facts.record import CustodyRecord
from qorgau.lawbook import Language
from qorgau.wording import say


def full_name(name: str, status: str, language: Language) -> str:
    """The name; where there is none, why."""
    if name.strip():
        return name.strip()
    key = {"unknown": "custody.name_unknown", "refused": "custody.name_refused"}.get(status)
    return say(key or "custody.name_hidden", language)


def name_of(record: CustodyRecord, language: Language) -> str:
    """Whose record it is."""
    return full_name(record.identity.name, record.identity.name_status, language)
