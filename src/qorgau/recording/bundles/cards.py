"""An instance's card: the keys by which others check its bundles and lock theirs for it."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from django.conf import settings
from pyrage import RecipientError, x25519

from qorgau.ledger.keys import KeyUse, VerifierKey
from qorgau.ledger.plain_values import IDENTIFIER, checked_word
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.strict_json import read_json, require_names
from qorgau.recording.bundles.bundle_keys import bundle_name, opening_key, signing_key
from qorgau.recording.bundles.refusals import CardRefused
from qorgau.recording.log_keys import log_keys

VERSION = 1
_NAMES = ("qorgau_card", "instance", "log", "bundle", "opens")


@dataclass(frozen=True, kw_only=True)
class Card:
    """instance: its name; log, bundle: the keys it signs with; opens: the age key it reads with."""

    instance: str
    log: VerifierKey
    bundle: VerifierKey
    opens: str

    def __post_init__(self) -> None:
        """Refuse keys that are not by their names this instance's, or not for this use."""
        checked_word(self.instance, IDENTIFIER, at="the instance on the card")
        if self.log.name != self.instance or self.bundle.name != bundle_name(self.instance):
            raise CardRefused(
                f"The card of {self.instance} carries keys of {self.log.name} and {self.bundle.name}. "
                "Ask for the card again: `qorgau bundle card` prints it there."
            )
        if {self.log.use, self.bundle.use} != {KeyUse.NOTE}:
            raise CardRefused(f"The card of {self.instance} carries a witness's key. Ask for the card again.")
        _recipient(self.opens)

    @property
    def recipient(self) -> x25519.Recipient:
        """For whom a bundle is locked."""
        return _recipient(self.opens)

    @property
    def fingerprint(self) -> str:
        """32 signs in groups of four, to be compared by telephone before the card is trusted."""
        digest = sha256(str(self).encode()).hexdigest()[:32]
        return " ".join(digest[start : start + 4] for start in range(0, 32, 4))

    def __str__(self) -> str:
        """The card as a file."""
        values = (VERSION, self.instance, str(self.log), str(self.bundle), self.opens)
        return json.dumps(dict(zip(_NAMES, values, strict=True)), indent=2) + "\n"

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read a card strictly."""
        group = require_names(read_json(data, what="The card"), _NAMES, at="the card", refusal=LedgerRefusal)
        if group["qorgau_card"] != VERSION or not all(isinstance(group[name], str) for name in _NAMES[1:]):
            raise CardRefused(f"This is no card of version {VERSION}. Ask for the card again.")
        return cls(
            instance=group["instance"],
            log=VerifierKey.read(group["log"]),
            bundle=VerifierKey.read(group["bundle"]),
            opens=group["opens"],
        )


def own_card() -> Card:
    """The card of this instance, to be given to those it exchanges bundles with."""
    return Card(
        instance=settings.QORGAU_INSTANCE,
        log=log_keys().log.verifier,
        bundle=signing_key().verifier,
        opens=str(opening_key().to_public()),
    )


def _recipient(written: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(written)
    except RecipientError as error:
        raise CardRefused(f"The card's age key cannot be read ({error}). Ask for the card again.") from error
