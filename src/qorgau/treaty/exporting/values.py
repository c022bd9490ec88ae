"""Any value of the slice as plain JSON values: days as ISO, words of a closed set as their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from qorgau.reading import as_json
from qorgau.reading.document import Document
from qorgau.treaty.evidence import Count, CountedFigure


def as_value(found: Any) -> Any:
    """The value with everything in it turned into JSON's own kinds."""
    match found:
        case Enum():
            return found.value
        case Document():
            return as_json(found)
        case Count():
            return {"value": found.value, "below": found.below, "said": str(found)}
        case CountedFigure():
            return {**_plain(found), "share_percent": found.share_percent}
        case date():
            return found.isoformat()
        case Decimal():
            return str(found)
        case Mapping():
            return {str(as_value(name)): as_value(each) for name, each in found.items()}
        case None | str() | int() | float() | bool():
            return found
    if is_dataclass(found):
        return _plain(found)
    if isinstance(found, Iterable):
        return [as_value(each) for each in (sorted(found) if isinstance(found, frozenset) else found)]
    raise TypeError(f"There is no JSON form of {type(found).__name__}.")


def _plain(found: Any) -> dict[str, Any]:
    return {each.name: as_value(getattr(found, each.name)) for each in fields(found)}
