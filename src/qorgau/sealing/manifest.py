"""The manifest of a body: the keys to seal for, vouched for by its last key and by others.

A server that hands out a key of its own is refused here: it has neither the body's previous key
nor the vouchers' (2 of 3), whose keys are pinned in what the reader installed beforehand.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qorgau.ledger.plain_values import IDENTIFIER, checked_instant, checked_word
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.sealing.bech32 import bytes_from_bech32
from qorgau.sealing.canonical_json import canonical_json
from qorgau.sealing.mailbox import WrongSignature, require_signed
from qorgau.sealing.pins import Pins
from qorgau.sealing.refusal import SealingRefusal

_TAG = b"qorgau/manifest/v1\0"
_HEX_KEY = re.compile(r"[0-9a-f]{64}")
_NAMES = ("body", "epoch", "x25519", "ed25519", "recovery", "not_after")


class MalformedManifest(SealingRefusal):
    """A manifest lacks a field, or a key in it is not in its form."""


class ManifestRefused(SealingRefusal):
    """A manifest must not be sealed to."""


class WrongSuccession(ManifestRefused):
    """A manifest does not follow the one before: another body, or an epoch left out or repeated."""


class PreviousKeyDidNotSign(ManifestRefused):
    """The body's own previous key has not signed the new manifest."""


class TooFewVouchers(ManifestRefused):
    """Fewer pinned vouchers than needed have signed the manifest."""


class ManifestExpired(ManifestRefused):
    """The manifest's time has passed, so its keys may no longer be the body's."""


class ManifestTooOld(ManifestRefused):
    """The reader's pins already know a later epoch of this body."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The keys of a body in one epoch.

    x25519 and recovery: public keys of age; ed25519: the key that signs the body's messages (hex);
    not_after: the last second (UTC) at which it may be sealed to.
    """

    body: str
    epoch: int
    x25519: str
    ed25519: str
    recovery: str
    not_after: int

    def __post_init__(self) -> None:
        """Refuse keys that nothing could be sealed to and names that no entry could carry."""
        try:
            checked_word(self.body, IDENTIFIER, at="body")
            checked_instant(self.not_after, at="not_after")
        except LedgerRefusal as refusal:
            raise MalformedManifest(str(refusal)) from refusal
        for key in (self.x25519, self.recovery):
            if len(bytes_from_bech32(key, prefix="age")) != 32 or key != key.lower():
                raise MalformedManifest(f"{key!r} is not a public key of age. Publish the manifest again.")
        if type(self.epoch) is not int or self.epoch < 1 or not _HEX_KEY.fullmatch(self.ed25519):
            raise MalformedManifest("A manifest has an epoch from 1 and a signing key of 64 hex digits.")
        if self.x25519 == self.recovery:
            raise MalformedManifest("Recovery needs a key of its own, kept offline; here both are the same.")

    def as_group(self) -> dict[str, Any]:
        """The six fields by their names."""
        return {name: getattr(self, name) for name in _NAMES}

    @property
    def signed_bytes(self) -> bytes:
        """What the previous key and the vouchers sign."""
        return _TAG + canonical_json(self.as_group())


@dataclass(frozen=True, kw_only=True)
class SignedManifest:
    """A manifest with the signatures under it: not yet checked.

    previous: by the body's previous signing key (in the first epoch by its own, which shows that
    the body holds it); vouchers: name -> signature.
    """

    manifest: Manifest
    previous: str
    vouchers: Mapping[str, str] = field(default_factory=dict)

    def as_group(self) -> dict[str, Any]:
        """As it is served, stored and entered."""
        return {
            "manifest": self.manifest.as_group(),
            "previous": self.previous,
            "vouchers": dict(self.vouchers),
        }

    @classmethod
    def from_group(cls, group: Mapping[str, Any]) -> Self:
        """Read what `as_group` gives; nothing in it is believed before `check_manifest`."""
        try:
            fields = {name: group["manifest"][name] for name in _NAMES}
            if set(group["manifest"]) != set(_NAMES) or set(group) != {"manifest", "previous", "vouchers"}:
                raise MalformedManifest(f"A manifest has exactly the fields {', '.join(_NAMES)}.")
            vouchers = {str(name): str(signature) for name, signature in group["vouchers"].items()}
            return cls(manifest=Manifest(**fields), previous=str(group["previous"]), vouchers=vouchers)
        except (KeyError, TypeError, AttributeError) as error:
            raise MalformedManifest(f"A signed manifest lacks {error}. Fetch it again.") from error


def sign_manifest(
    manifest: Manifest, *, previous: Ed25519PrivateKey, vouchers: Mapping[str, Ed25519PrivateKey]
) -> SignedManifest:
    """Sign a manifest with the body's previous key and with those vouchers who are at hand."""
    message = manifest.signed_bytes
    signed = {name: key.sign(message).hex() for name, key in vouchers.items()}
    return SignedManifest(manifest=manifest, previous=previous.sign(message).hex(), vouchers=signed)


def add_voucher(signed: SignedManifest, *, name: str, signature: str) -> SignedManifest:
    """The same manifest with one more voucher's signature, made elsewhere over `signed_bytes`."""
    return SignedManifest(
        manifest=signed.manifest,
        previous=signed.previous,
        vouchers={**signed.vouchers, name: signature},
    )


def check_manifest(signed: SignedManifest, *, previous: Manifest | None, pins: Pins) -> Manifest:
    """The manifest, if it follows the one before and previous key and vouchers stand for it.

    previous: the epoch before, None for the first. Time is not looked at: see `current_manifest`.
    """
    manifest = signed.manifest
    _require_succession(manifest, previous)
    try:
        by = manifest.ed25519 if previous is None else previous.ed25519
        require_signed(manifest.signed_bytes, signature=signed.previous, by=by)
    except WrongSignature as refusal:
        raise PreviousKeyDidNotSign(
            f"Epoch {manifest.epoch} of {manifest.body} is not signed by the body's previous key: "
            "somebody may have swapped the key. Nothing is sealed to it; tell the body and the NPM."
        ) from refusal
    _require_vouchers(signed, pins)
    return manifest


def current_manifest(chain: Sequence[SignedManifest], *, pins: Pins, as_of: int) -> Manifest:
    """The manifest to seal to now: the whole chain from epoch 1 is checked, the last one must be in time."""
    last: Manifest | None = None
    for signed in chain:
        last = check_manifest(signed, previous=last, pins=pins)
    if last is None:
        raise MalformedManifest("No manifest is given for this body. Fetch the list again.")
    floor = pins.floors.get(last.body, 1)
    if last.epoch < floor:
        raise ManifestTooOld(
            f"{last.body} is shown with epoch {last.epoch}, but epoch {floor} is already known here: the "
            "list is old, or newer keys are being held back. Fetch it again; tell the NPM if it stays so."
        )
    if as_of > last.not_after:
        raise ManifestExpired(
            f"The keys of {last.body} (epoch {last.epoch}) are no longer valid. Fetch the list again; if "
            "there is no newer one, choose another body, such as the NPM."
        )
    return last


def _require_succession(manifest: Manifest, previous: Manifest | None) -> None:
    expected = 1 if previous is None else previous.epoch + 1
    if manifest.epoch != expected or (previous is not None and previous.body != manifest.body):
        raise WrongSuccession(
            f"Epoch {manifest.epoch} of {manifest.body} stands where epoch {expected} must stand. Fetch "
            "the whole list again."
        )


def _require_vouchers(signed: SignedManifest, pins: Pins) -> None:
    message = signed.manifest.signed_bytes
    vouching = 0
    for voucher in pins.vouchers:
        if (signature := signed.vouchers.get(voucher.name)) is None:
            continue
        try:
            require_signed(message, signature=signature, by=voucher.key)
        except WrongSignature as refusal:
            raise TooFewVouchers(
                f"The signature of the voucher {voucher.name} under {signed.manifest.body} is forged or "
                "damaged. Nothing is sealed to this key; tell the voucher."
            ) from refusal
        vouching += 1
    if vouching < pins.needed:
        raise TooFewVouchers(
            f"{vouching} of {len(pins.vouchers)} pinned vouchers stand for epoch {signed.manifest.epoch} of "
            f"{signed.manifest.body}; {pins.needed} are needed. Nothing is sealed to this key."
        )
