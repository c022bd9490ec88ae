"""A puzzle offered under load: whoever solves it is taken at once; nobody has to, they only wait longer."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qorgau.mailboxes.instance_keys import is_mark, mark_of

BITS, PARTS = 12, 16
"""Many small parts in the place of one large one: the time is nearly the same for everybody, about
65,000 hashes, and a slow phone that makes 30,000 a second never needs five seconds."""
_STEP = 600
_GOOD_FOR = 6


@dataclass(frozen=True, kw_only=True)
class Solution:
    """What was sent along with an envelope."""

    challenge: str
    numbers: tuple[int, ...]


def new_puzzle(*, now: int) -> dict[str, Any]:
    """A puzzle as it is answered; it is kept nowhere and good for about an hour."""
    drawn = f"{secrets.token_hex(12)}{now // _STEP:08x}"
    return {"challenge": drawn + mark_of("puzzle", drawn), "bits": BITS, "parts": PARTS}


def read_solution(header: str) -> Solution | None:
    """The solution in the header that was sent along, if there is one in its form."""
    challenge, _, written = header.partition(":")
    numbers = [
        int(each) for each in written.split(",") if each.isascii() and each.isdigit() and len(each) < 16
    ]
    if len(numbers) != PARTS:
        return None
    return Solution(challenge=challenge, numbers=tuple(numbers))


def is_solved(solution: Solution | None, *, about: str, now: int) -> bool:
    """Whether the puzzle is ours, still good, and solved for this very content (`about`: its hash)."""
    if solution is None or not _is_ours(solution.challenge, now=now):
        return False
    return all(
        zero_bits(_digest(solution.challenge, about, part, number)) >= BITS
        for part, number in enumerate(solution.numbers)
    )


def solve(challenge: str, *, about: str, bits: int = BITS, parts: int = PARTS) -> Sequence[int]:
    """The numbers that solve a puzzle, by trying; programs and tests use it, pages have their own."""
    return [_number(challenge, about, part, bits) for part in range(parts)]


def zero_bits(digest: bytes) -> int:
    """With how many zero bits a digest begins."""
    return len(digest) * 8 - int.from_bytes(digest).bit_length()


def _number(challenge: str, about: str, part: int, bits: int) -> int:
    number = 0
    while zero_bits(_digest(challenge, about, part, number)) < bits:
        number += 1
    return number


def _digest(challenge: str, about: str, part: int, number: int) -> bytes:
    return hashlib.sha256(f"{challenge}\n{about}\n{part}\n{number}".encode()).digest()


def _is_ours(challenge: str, *, now: int) -> bool:
    drawn, mark = challenge[:32], challenge[32:]
    if not is_mark(mark, "puzzle", drawn):
        return False
    return 0 <= now // _STEP - int(drawn[24:], 16) < _GOOD_FOR
