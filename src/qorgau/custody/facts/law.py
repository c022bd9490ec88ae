"""The law that this instance checks custody by, read once per process."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from django.conf import settings

from qorgau.clock import Zone
from qorgau.custody.kind_forms import kind_forms
from qorgau.lawbook import Basis, Lawbook, Safeguard, load
from qorgau.lawbook.book import Speaker, law_folder
from qorgau.lawbook.days_off import zone_for

ROLES = (
    "custody", "placement", "questioning", "examination", "recording",
    "transport", "restraint", "hearing", "transfer",
)  # fmt: skip
"""The objects whose safeguards are counted here: the custody itself and what is part of it."""

THROUGH = "@"
"""`person@police_entry`: the person's word as a police officer typed it."""


@dataclass(frozen=True, kw_only=True)
class Law:
    """The law book with the safeguards of custody by the object they are counted for.

    observed: the kinds that this slice records; hashes: safeguard -> the first 16 digits of its file's SHA-256.
    """

    book: Lawbook
    rules: Mapping[str, tuple[Safeguard, ...]]
    observed: frozenset[str]
    hashes: Mapping[str, str]
    whole_hash: str

    def safeguard(self, name: str) -> Safeguard:
        """The safeguard of that id."""
        return self.book.safeguards[name]


_COMPARATORS = ("cpt_", "pace_")
"""How names of rules begin that bind nobody here and stand for comparison (decision 0045)."""

WEIGHTY = frozenset({Basis.NATIONAL_LAW, Basis.TREATY, Basis.STANDARD})
"""Bases that lists go by; recommendations and proposals are shown on the record."""


def weighs(rule: Safeguard, basis: Basis) -> bool:
    """Whether lists and counts go by this rule: law and standards, but no foreign comparator."""
    return basis in WEIGHTY and not rule.id.partition("/")[2].startswith(_COMPARATORS)


def packs() -> tuple[str, ...]:
    """The packs of law of this instance: QORGAU_LAW, else Kazakhstan."""
    return tuple(getattr(settings, "QORGAU_LAW", None) or ("kz",))


def law() -> Law:
    """The law of this instance."""
    return _law(packs())


@lru_cache(maxsize=4)
def _law(names: tuple[str, ...]) -> Law:
    book = load(names)
    rules = {
        role: tuple(rule for rule in book.safeguards.values() if rule.per == role and rule.bases)
        for role in ROLES
    }
    hashes = {rule.id: _hash_of(rule) for own in rules.values() for rule in own}
    whole = hashlib.sha256("\n".join(f"{name} {hashes[name]}" for name in sorted(hashes)).encode())
    return Law(
        book=_with_typists(book),
        rules=rules,
        observed=frozenset(kind_forms()),
        hashes=hashes,
        whole_hash=whole.hexdigest()[:16],
    )


def zone(name: str) -> Zone:
    """A place's zone with the country's working days where some limit counts them."""
    return _zone(packs(), name)


@lru_cache(maxsize=64)
def _zone(names: tuple[str, ...], name: str) -> Zone:
    book = _law(names).book
    every = [rule for own in _law(names).rules.values() for rule in own]
    return zone_for(name or book.zone, country=book.holidays, safeguards=every)


def _hash_of(rule: Safeguard) -> str:
    return hashlib.sha256((law_folder().parent / rule.path).read_bytes()).hexdigest()[:16]


def _with_typists(book: Lawbook) -> Lawbook:
    """A word that another source typed proves no more than the one who typed it."""
    through = {
        f"{said}{THROUGH}{typed}": Speaker(
            f"{said}{THROUGH}{typed}", book.speakers[said].title, own.speaks_for
        )
        for said in book.speakers
        for typed, own in book.speakers.items()
        if said != typed
    }
    return replace(book, speakers={**book.speakers, **through})
