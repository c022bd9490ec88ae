"""Any value of the slice as plain JSON values: days as ISO, words of a closed set as their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from qorgau.lawbook import Language
from qorgau.lawbook.safeguard import Text
from qorgau.reading import as_json
from qorgau.reading.document import Document
from qorgau.reading.reasons import Reason
from qorgau.treaty.evidence import Count, CountedFigure, Evidence, OfficialGroup
from qorgau.treaty.facts.standing import Standing
from qorgau.treaty.writing.counting import WordCount

_COMPUTED: Mapping[type, Mapping[str, Any]] = {
    Standing: {"why": Text},
    CountedFigure: {"share_percent": str | None},
    Evidence: {"untied": bool},
    OfficialGroup: {"agree": bool},
    WordCount: {"counted": int},
}
"""What is worked out of a value and told with it."""


def computed(told: type) -> Mapping[str, Any]:
    """The names and types of what is told beside a value's own fields."""
    return {"said": str} if told is Count else _COMPUTED.get(told, {})


def as_value(found: Any, language: Language = Language.EN) -> Any:
    """The value with everything in it turned into JSON's own kinds; what the reader of documents says in that language."""
    match found:
        case Enum():
            return found.value
        case Document():
            return as_json(found, language)
        case Reason():
            return found.said(language)
        case date():
            return found.isoformat()
        case Decimal():
            return str(found)
        case Mapping():
            return {str(as_value(name)): as_value(each, language) for name, each in found.items()}
        case None | str() | int() | float() | bool():
            return found
    if is_dataclass(found):
        return _fields(found, language)
    if isinstance(found, Iterable):
        return [
            as_value(each, language) for each in (sorted(found) if isinstance(found, frozenset) else found)
        ]
    raise TypeError(f"There is no JSON form of {type(found).__name__}.")


def _fields(found: Any, language: Language) -> dict[str, Any]:
    told = {each.name: as_value(getattr(found, each.name), language) for each in fields(found)}
    if isinstance(found, Count):
        return {**told, "said": str(found)}
    return {**told, **{name: as_value(getattr(found, name), language) for name in computed(type(found))}}
