"""One spelling for what is signed and hashed here: canonical JSON (RFC 8785) of integers and text."""

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from qorgau.ledger.plain_values import checked_group
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.strict_json import read_json
from qorgau.sealing.refusal import SealingRefusal

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

# Names are ASCII and values are integers and text, so the standard encoder gives RFC 8785's bytes.
_write = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


class NotReadable(SealingRefusal):
    """What was unsealed is not in the form this protocol writes."""


def canonical_json(group: Mapping[str, Any]) -> bytes:
    """Named values as canonical JSON in UTF-8; fractions, null and unseen characters are refused."""
    try:
        return _write(checked_group(group, at="what is sealed")).encode()
    except LedgerRefusal as refusal:
        raise NotReadable(str(refusal)) from refusal


def read_canonical(data: bytes, *, what: str) -> dict[str, Any]:
    """Named values from their canonical bytes; the same values in any other bytes are refused."""
    group = read_group(data, what=what)
    if canonical_json(group) != data:
        raise NotReadable(f"{what} is not in its one canonical spelling. Take it as it was made.")
    return group


def read_group(data: bytes, *, what: str) -> dict[str, Any]:
    """Named values from JSON, strictly: no name twice, no fractions."""
    try:
        group = read_json(data, what=what)
    except LedgerRefusal as refusal:
        raise NotReadable(str(refusal)) from refusal
    if not isinstance(group, dict):
        raise NotReadable(f"{what} does not hold named values. Take it as it was made.")
    return group


def typed_text(text: str) -> str:
    """What a person typed, in the composed form (NFC), with plain line ends and nothing unseen."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", joined))
