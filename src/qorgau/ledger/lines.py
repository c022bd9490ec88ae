"""How bytes and counts are written in the lines of notes and proofs: one spelling each."""

import base64
import binascii

from qorgau.ledger.refusal import LedgerRefusal


def base64_from(data: bytes) -> str:
    """Bytes as standard base64."""
    return base64.b64encode(data).decode()


def bytes_from(text: str, *, refusal: type[LedgerRefusal]) -> bytes:
    """Bytes from standard base64; a second spelling of the same bytes is refused."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise refusal(f"{text[:60]!r} is not base64: {error}. Take the file as issued.") from error
    if base64_from(data) != text:
        raise refusal(f"{text[:60]!r} is not the one spelling of its bytes in base64.")
    return data


def count_from(text: str, *, refusal: type[LedgerRefusal]) -> int:
    """A count from ASCII digits without sign or leading zeros."""
    if len(text) > 19 or not (text.isascii() and text.isdigit()) or str(int(text)) != text:
        raise refusal(f"{text[:30]!r} is not a count: digits only, no sign, no leading zeros.")
    return int(text)
