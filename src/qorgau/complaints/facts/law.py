"""The law that complaints are checked by here: safeguards by what they are counted for, and procedures."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from qorgau.clock import Zone
from qorgau.complaints.entries import MOVED_KINDS, OWN_KINDS, WRITTEN_BELOW
from qorgau.custody.facts import law as custody
from qorgau.lawbook import Lawbook, Safeguard
from qorgau.lawbook.bodies import Bodies
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.days_off import zone_for
from qorgau.lawbook.procedure import Procedure
from qorgau.places.country import bodies as country_bodies
from qorgau.procedures import safeguards_of

ROLES = ("complaint", "investigation", "officer", "decision", "appeal", "communication", "run")
"""The objects whose safeguards are counted here."""

LETTER_READ = "LetterRead"
"""Said by the complaint itself (`letter_opened`), so that the desk that opened the letter learns nothing."""
OF_A_LETTER = "custody"
"""The rules on letters are counted for a custody; a complaint's letter is judged by itself."""


@dataclass(frozen=True, kw_only=True)
class ComplaintLaw:
    """What applies to complaints.

    rules: role -> safeguards of the law and of procedures; letters: those on opening a letter;
    safeguards: by id, those of procedures included; as_custody: what the shared clock functions ask for.
    """

    book: Lawbook
    rules: Mapping[str, tuple[Safeguard, ...]]
    letters: tuple[Safeguard, ...]
    safeguards: Mapping[str, Safeguard]
    observed: frozenset[str]
    as_custody: custody.Law

    @property
    def procedures(self) -> Mapping[str, Procedure]:
        """The procedures by id."""
        return self.book.procedures

    @property
    def hashes(self) -> Mapping[str, str]:
        """Safeguard -> the first 16 digits of its file's SHA-256."""
        return self.as_custody.hashes

    @property
    def whole_hash(self) -> str:
        """One hash over all of them."""
        return self.as_custody.whole_hash


def law() -> ComplaintLaw:
    """The law of this instance."""
    return _law(custody.packs())


def bodies() -> Bodies:
    """The institutions of the country, on their dated tree."""
    return country_bodies()


def procedure(name: str) -> Procedure | None:
    """The procedure of that id."""
    return law().procedures.get(name)


def zone(name: str) -> Zone:
    """A zone with the country's working days where some limit counts them."""
    return _zone(custody.packs(), name)


@lru_cache(maxsize=4)
def _law(names: tuple[str, ...]) -> ComplaintLaw:
    # The same book as custody's, words through which somebody else typed included.
    book = custody.law().book
    added = [rule for each in book.procedures.values() for rule in safeguards_of(each)]
    every = (*book.safeguards.values(), *added)
    rules = {role: tuple(rule for rule in every if rule.per == role and rule.bases) for role in ROLES}
    letters = tuple(rule for rule in every if rule.per == OF_A_LETTER and LETTER_READ in rule.acts)
    own = {rule.id: rule for group in (*rules.values(), letters) for rule in group}
    hashes = {name: _hash_of(rule) for name, rule in own.items()}
    whole = hashlib.sha256("\n".join(f"{name} {hashes[name]}" for name in sorted(hashes)).encode())
    observed = frozenset({*OWN_KINDS, *MOVED_KINDS, *WRITTEN_BELOW, LETTER_READ})
    return ComplaintLaw(
        book=book,
        rules=rules,
        letters=letters,
        safeguards=own,
        observed=observed,
        as_custody=custody.Law(
            book=book, rules=rules, observed=observed, hashes=hashes, whole_hash=whole.hexdigest()[:16]
        ),
    )


def _hash_of(rule: Safeguard) -> str:
    return hashlib.sha256((law_folder().parent / rule.path).read_bytes()).hexdigest()[:16]


@lru_cache(maxsize=64)
def _zone(names: tuple[str, ...], name: str) -> Zone:
    known = _law(names)
    return zone_for(
        name or known.book.zone, country=known.book.holidays, safeguards=list(known.safeguards.values())
    )
