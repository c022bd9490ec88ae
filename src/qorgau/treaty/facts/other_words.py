"""What another file of the same symbol says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class OtherWords:
    """What another file of the same symbol says in the same language, who took it in and when."""

    text: str
    language: str
    document: str
    body: str
    at: int
