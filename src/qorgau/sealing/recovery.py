"""Recovery keys: any 2 of 3 holders in different institutions open them, none alone.

For each pair of holders the key is sealed to one and the result to the other: two plain age files,
one inside the other, that any program for age opens. No secret sharing of our own. Each use of a
recovery key is an entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from qorgau.sealing.age_files import recipient_of, seal_to, unseal
from qorgau.sealing.refusal import SealingRefusal

HOLDERS = 3


class HoldersNotIndependent(SealingRefusal):
    """Two holders are of one institution or hold one key, so that one could act as two."""


class WrongPair(SealingRefusal):
    """A file of a pair was opened with the keys of others."""


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Who holds a part of a recovery key: a name, the institution, and a public key of age."""

    name: str
    institution: str
    recipient: str


@dataclass(frozen=True, kw_only=True)
class PairFile:
    """The recovery key for one pair: the outer holder opens first, then the inner one."""

    outer: str
    inner: str
    ciphertext: bytes = field(repr=False)


def split_recovery(identity: str, holders: Sequence[Holder]) -> tuple[PairFile, ...]:
    """The three files, one for each pair, that together with the holders' keys hold the recovery key."""
    _require_independent(holders)
    return tuple(_pair_file(identity, outer, inner) for outer, inner in combinations(holders, 2))


def peel(pair: PairFile, *, outer_identity: str) -> bytes:
    """The first half of opening: the outer holder's layer off; the result opens to the inner holder only."""
    return unseal(pair.ciphertext, outer_identity)


def finish(peeled: bytes, *, inner_identity: str, recovery: str) -> str:
    """The second half: the recovery key itself, if it is the one of the manifest (`recovery`)."""
    identity = unseal(peeled, inner_identity).decode()
    if recipient_of(identity) != recovery:
        raise WrongPair("The key in these files is not the manifest's recovery key. Look for newer files.")
    return identity


def _pair_file(identity: str, outer: Holder, inner: Holder) -> PairFile:
    nested = seal_to(seal_to(identity.encode(), [inner.recipient]), [outer.recipient])
    return PairFile(outer=outer.name, inner=inner.name, ciphertext=nested)


def _require_independent(holders: Sequence[Holder]) -> None:
    for value in ("name", "institution", "recipient"):
        if len({getattr(holder, value) for holder in holders}) != HOLDERS or len(holders) != HOLDERS:
            raise HoldersNotIndependent(
                f"A recovery key needs {HOLDERS} holders, each with a {value} of their own, so that no "
                "institution can open it alone. Name three."
            )
