"""Whether every ciphertext that the record names is there, and is what the record says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qorgau.mailboxes.ciphertexts import hash_of
from qorgau.mailboxes.mirror_doors import named_ciphertexts
from qorgau.mailboxes.models import CiphertextBlob

_AT_ONCE = 200


class Fault(StrEnum):
    """What is wrong with a ciphertext."""

    MISSING = "missing"
    """The record names it, and it is not there."""
    ALTERED = "altered"
    """Other bytes stand under its hash."""
    WAITING = "waiting"
    """A piece of a file that has not come in yet: its sender may still be offline."""


@dataclass(frozen=True, kw_only=True)
class CiphertextFinding:
    """One ciphertext that is not as it should be."""

    sha256: str
    kind: str
    fault: Fault

    def __str__(self) -> str:
        """The finding as a line."""
        return f"{self.fault.value}: {self.kind} {self.sha256}"


def check_ciphertexts() -> Iterator[CiphertextFinding]:
    """Read every ciphertext that the record names and hash it anew."""
    named = sorted(named_ciphertexts())
    for start in range(0, len(named), _AT_ONCE):
        some = dict(named[start : start + _AT_ONCE])
        rows = CiphertextBlob.objects.filter(sha256__in=some).values_list("sha256", "bytes")
        held = {sha256: hash_of(bytes(content)) == sha256 for sha256, content in rows}
        for sha256, kind in some.items():
            if not held.get(sha256, False):
                yield CiphertextFinding(sha256=sha256, kind=kind, fault=_fault(sha256, kind, held))


def _fault(sha256: str, kind: str, held: dict[str, bool]) -> Fault:
    if sha256 in held:
        return Fault.ALTERED
    return Fault.WAITING if kind == "chunk" else Fault.MISSING
