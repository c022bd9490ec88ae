"""What gave a recommendation one of its codes."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ClassTold:
    """A code and the words of the document that gave it; where a person sorted, no code and that person's reason."""

    code: str
    words: tuple[str, ...]


def classes_told(held: str, *, by_person: bool) -> tuple[ClassTold, ...]:
    """What the row of a recommendation holds: a person's reason, or the codes with their words as JSON."""
    if by_person:
        return (ClassTold(code="", words=(held,)),) if held else ()
    return tuple(ClassTold(code=one["code"], words=tuple(one["words"])) for one in json.loads(held or "[]"))
