"""The trust file: the keys a reader relies on, pinned beforehand and by another way than receipts."""

import json
from dataclasses import dataclass
from typing import Self

from qorgau.ledger.keys import KeyUse, VerifierKey
from qorgau.ledger.plain_values import checked_text
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.strict_json import read_json, require_names

VERSION = 1
FEWEST_WITNESSES = 3
FEWEST_COSIGNATURES = 2


class UntrustworthyTrust(LedgerRefusal):
    """A trust file from which no receipt could be proof."""


@dataclass(frozen=True, kw_only=True)
class PinnedWitness:
    """A witness's key, which body holds it, and whether that body stands outside the State."""

    key: VerifierKey
    body: str
    outside_the_state: bool


@dataclass(frozen=True, kw_only=True)
class Trust:
    """The log's key (its name is the origin), the key of its promises, and its witnesses."""

    log: VerifierKey
    promise: VerifierKey
    witnesses: tuple[PinnedWitness, ...]
    needed: int = FEWEST_COSIGNATURES

    def __post_init__(self) -> None:
        """Refuse pins that would let fewer bodies than it seems vouch for a receipt."""
        for key in (self.log, self.promise):
            _require_use(key, KeyUse.NOTE)
        for witness in self.witnesses:
            _require_use(witness.key, KeyUse.COSIGNATURE)
        _require_distinct([self.log, self.promise, *(each.key for each in self.witnesses)])
        _require_enough(self.witnesses, self.needed)

    def __str__(self) -> str:
        """The trust file."""
        group = {
            "qorgau_trust": VERSION,
            "origin": self.log.name,
            "log": str(self.log),
            "promise": str(self.promise),
            "needed": self.needed,
            "witnesses": [
                {
                    "key": str(each.key),
                    "body": each.body,
                    "outside_the_state": each.outside_the_state,
                }
                for each in self.witnesses
            ],
        }
        return json.dumps(group, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read a trust file strictly: a name too many or a key named twice is refused."""
        group = read_json(data, what="The trust file")
        names = ("qorgau_trust", "origin", "log", "promise", "needed", "witnesses")
        group = require_names(group, names, at="the trust file", refusal=UntrustworthyTrust)
        if group["qorgau_trust"] != VERSION or not isinstance(group["witnesses"], list):
            raise UntrustworthyTrust(f"The trust file must be of version {VERSION} and list its witnesses.")
        log = _key(group["log"])
        if log.name != group["origin"]:
            raise UntrustworthyTrust(
                f"The origin is {group['origin']!r}, but the log's key is named {log.name!r}. "
                "Copy both again from the log's operator."
            )
        return cls(
            log=log,
            promise=_key(group["promise"]),
            witnesses=tuple(_witness(each) for each in group["witnesses"]),
            needed=_count(group["needed"]),
        )


def _witness(group: object) -> PinnedWitness:
    names = ("key", "body", "outside_the_state")
    group = require_names(group, names, at="a witness", refusal=UntrustworthyTrust)
    body, outside = checked_text(group["body"], at="a witness's body"), group["outside_the_state"]
    if not body or not isinstance(outside, bool):
        raise UntrustworthyTrust("A witness needs a body (text) and outside_the_state (true or false).")
    return PinnedWitness(key=_key(group["key"]), body=body, outside_the_state=outside)


def _key(written: object) -> VerifierKey:
    if not isinstance(written, str):
        raise UntrustworthyTrust("A key in the trust file is not text of the form name+id+base64.")
    return VerifierKey.read(written)


def _count(number: object) -> int:
    if type(number) is not int:
        raise UntrustworthyTrust("`needed` is not a whole number of cosignatures.")
    return number


def _require_use(key: VerifierKey, use: KeyUse) -> None:
    if key.use is not use:
        raise UntrustworthyTrust(f"{key.name} is pinned as {use.name}, but its key is for {key.use.name}.")


def _require_distinct(keys: list[VerifierKey]) -> None:
    # A cosignature does not name its witness, so one key under two names would count twice.
    if len({key.public for key in keys}) < len(keys):
        raise UntrustworthyTrust(
            "One key is pinned in two places. Log, promises and each witness need keys of their own."
        )
    if len({key.name for key in keys}) < len(keys):
        raise UntrustworthyTrust(
            "Two keys have one name. Name log, promises and each witness differently, so that no "
            "signature can be taken for another's."
        )


def _require_enough(witnesses: tuple[PinnedWitness, ...], needed: int) -> None:
    if len(witnesses) < FEWEST_WITNESSES or not any(each.outside_the_state for each in witnesses):
        raise UntrustworthyTrust(
            f"{len(witnesses)} witnesses are pinned. Pin at least {FEWEST_WITNESSES}, one of them "
            "outside the State."
        )
    if not FEWEST_COSIGNATURES <= needed <= len(witnesses):
        raise UntrustworthyTrust(
            f"{needed} cosignatures are asked for; choose {FEWEST_COSIGNATURES} to {len(witnesses)}."
        )
