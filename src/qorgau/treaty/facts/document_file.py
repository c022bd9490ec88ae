"""The file of a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DocumentFile:
    """The file itself, as it was taken in."""

    name: str
    media_type: str
    data: bytes
