"""Bech32 (BIP 173), in which age writes its keys: a checksum notices a mistyped letter."""

from collections.abc import Iterable

from qorgau.sealing.refusal import SealingRefusal

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


class MalformedAgeKey(SealingRefusal):
    """A text is not a key of age."""


def bech32_from(prefix: str, data: bytes) -> str:
    """Bytes as lower-case bech32 after their prefix."""
    values = _regrouped(data, 8, 5, pad=True)
    return f"{prefix}1{''.join(_LETTERS[value] for value in (*values, *_checksum(prefix, values)))}"


def bytes_from_bech32(text: str, *, prefix: str) -> bytes:
    """The bytes of a bech32 text with this prefix; mixed case or a wrong letter is refused."""
    lower = text.lower()
    if text not in (lower, text.upper()) or not lower.startswith(f"{prefix}1"):
        raise MalformedAgeKey(f"This is not a key that begins with {prefix}1. Copy it again whole.")
    try:
        values = [_LETTERS.index(letter) for letter in lower[len(prefix) + 1 :]]
    except ValueError as error:
        raise MalformedAgeKey("The key holds a letter that no key has. Copy it again.") from error
    if len(values) < 6 or _polymod([*_expanded(prefix), *values]) != 1:
        raise MalformedAgeKey("The key's check letters do not fit: a letter was changed. Copy it again.")
    return bytes(_regrouped(values[:-6], 5, 8, pad=False))


def _checksum(prefix: str, values: list[int]) -> list[int]:
    rest = _polymod([*_expanded(prefix), *values, 0, 0, 0, 0, 0, 0]) ^ 1
    return [(rest >> 5 * (5 - place)) & 31 for place in range(6)]


def _expanded(prefix: str) -> list[int]:
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def _polymod(values: Iterable[int]) -> int:
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for place, term in enumerate(_GENERATOR):
            rest ^= term if (top >> place) & 1 else 0
    return rest


def _regrouped(values: Iterable[int], width: int, new_width: int, *, pad: bool) -> list[int]:
    held, bits, out = 0, 0, []
    for value in values:
        held, bits = (held << width) | value, bits + width
        while bits >= new_width:
            bits -= new_width
            out.append((held >> bits) & ((1 << new_width) - 1))
    left = held & ((1 << bits) - 1)
    if pad and bits:
        out.append((left << (new_width - bits)) & ((1 << new_width) - 1))
    elif not pad and (bits >= width or left):
        raise MalformedAgeKey("The key has letters left over. Copy it again.")
    return out
