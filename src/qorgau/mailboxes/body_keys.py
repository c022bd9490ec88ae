"""The keys of a body from the making to the next: made at the body, signed by the last key, vouched for by others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qorgau.mailboxes.key_files import KeyFile, KeyFileRefused, write_new
from qorgau.sealing.age_files import new_identity, recipient_of
from qorgau.sealing.manifest import Manifest, SignedManifest, add_voucher, sign_manifest
from qorgau.sealing.recovery import Holder, PairFile, split_recovery

DAY = 24 * 3600
YEAR = 365 * DAY
GRACE = 60 * DAY
"""Keys outlast their year a little, so that a late change leaves nobody without a body to write to."""
REMIND_BEFORE = 45 * DAY


@dataclass(frozen=True, kw_only=True)
class MadeKeys:
    """New keys of a body: the secret file, what is to be published, and the recovery key in three pairs."""

    keys: KeyFile
    signed: SignedManifest
    pairs: tuple[PairFile, ...]


def make_keys(body: str, holders: Sequence[Holder], *, now: int) -> MadeKeys:
    """The first keys of a body. The recovery key exists in the pairs' files only."""
    return _made(KeyFile(use="body", owner=body), holders, previous=None, now=now)


def rotate_keys(last: KeyFile, holders: Sequence[Holder], *, now: int) -> MadeKeys:
    """The next keys of a body, signed by the last ones."""
    if last.use != "body":
        raise KeyFileRefused(f"The keys of {last.owner} are those of a {last.use}, not of a body.")
    keys = KeyFile(use="body", owner=last.owner, epoch=last.epoch + 1)
    return _made(keys, holders, previous=last, now=now)


def write_keys(made: MadeKeys, folder: Path, *, passphrase: str) -> list[Path]:
    """Write secret keys, manifest and the three pairs' files into a folder; gives their paths."""
    name = f"{made.keys.owner.replace('/', '-')}-{made.keys.epoch}"
    secret, manifest = folder / f"{name}.keys", folder / f"{name}.manifest.json"
    made.keys.write(secret, passphrase=passphrase)
    write_new(manifest, written(made.signed))
    pairs = [folder / f"{name}.{pair.outer}-{pair.inner}.recovery" for pair in made.pairs]
    for path, pair in zip(pairs, made.pairs, strict=True):
        write_new(path, pair.ciphertext)
    return [secret, manifest, *pairs]


def vouch(signed: SignedManifest, voucher: KeyFile) -> SignedManifest:
    """The manifest with the signature of one more voucher, who compared the keys with the body in person."""
    if voucher.use != "voucher":
        raise KeyFileRefused(f"The keys of {voucher.owner} are those of a {voucher.use}, not of a voucher.")
    signature = voucher.signing.sign(signed.manifest.signed_bytes).hex()
    return add_voucher(signed, name=voucher.owner, signature=signature)


def written(signed: SignedManifest) -> bytes:
    """A signed manifest as a file."""
    return (json.dumps(signed.as_group(), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def reminder(manifest: Manifest, *, now: int) -> str:
    """What whoever answers for the keys should be told now: `expired`, `rotate`, or nothing."""
    if now > manifest.not_after:
        return "expired"
    return "rotate" if now > manifest.not_after - GRACE - REMIND_BEFORE else ""


def _made(keys: KeyFile, holders: Sequence[Holder], *, previous: KeyFile | None, now: int) -> MadeKeys:
    recovery = new_identity()
    manifest = Manifest(
        body=keys.owner,
        epoch=keys.epoch,
        x25519=keys.recipient,
        ed25519=keys.ed25519,
        recovery=recipient_of(recovery),
        not_after=now - now % DAY + YEAR + GRACE,
    )
    signed = sign_manifest(manifest, previous=(previous or keys).signing, vouchers={})
    return MadeKeys(keys=keys, signed=signed, pairs=split_recovery(recovery, holders))
