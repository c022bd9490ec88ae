"""The receipt as QR codes: read one after another and joined, they are the receipt file itself."""

from __future__ import annotations

from io import BytesIO

import segno

LARGEST = 25
"""The largest version of code that a telephone still reads from a print four centimetres wide."""
ROOM = 997
"""Bytes that a code of that version holds while a sixth of it may be soiled (level M)."""


def receipt_codes(receipt: str) -> tuple[str, ...]:
    """Drawings (SVG) of the codes, in reading order; none for no receipt."""
    return tuple(_drawing(part) for part in parts_of(receipt))


def parts_of(receipt: str) -> tuple[str, ...]:
    """The receipt in parts that each fit a code, cut after the end of a line."""
    parts: list[str] = []
    for line in receipt.splitlines(keepends=True):
        if parts and len((parts[-1] + line).encode()) <= ROOM:
            parts[-1] += line
        else:
            parts.append(line)
    return tuple(parts)


def _drawing(part: str) -> str:
    code = segno.make(part, error="m", micro=False, boost_error=False, encoding="utf-8")
    drawn = BytesIO()
    code.save(drawn, kind="svg", xmldecl=False, border=4, dark="#000", light="#fff")
    return drawn.getvalue().decode()
