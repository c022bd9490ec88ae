"""How two rows of one paragraph meet: with a space, or without where a symbol or an address was broken."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_PART_OF_ADDRESS = re.compile(r"\S*[/=&%_?#]\S*|\S*\d\S*[a-z]\S*|\S+\.(?:html?|pdf|aspx|docx?)\S*")


def between(above: str, below: str) -> str:
    """What stands between two rows: "CAT/C/KAZ/4/" and "Corr.1" meet without a space, words with one."""
    last = above[-300:].rstrip().rpartition(" ")[2]
    first = below[:300].lstrip().partition(" ")[0]
    if (last.endswith("/") and "/" in last[:-1]) or (first.startswith("/") and "/" in last):
        return ""
    return "" if _ADDRESS.search(last) and _PART_OF_ADDRESS.fullmatch(first) else " "


def joined_text(rows: list[str]) -> str:
    """Rows as one text."""
    text = ""
    for row in rows:
        text += (between(text, row) if text else "") + row.strip()
    return text
