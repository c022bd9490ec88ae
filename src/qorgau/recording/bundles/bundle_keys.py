"""The instance's two keys for bundles: one signs what it writes, the other opens what is written for it."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from pyrage import x25519

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.recording.secret_files import kept_text
from qorgau.recording.secret_folder import secret_folder


def bundle_name(instance: str) -> str:
    """The name under which an instance signs bundles: not its log's, so neither can pass for the other."""
    return f"{instance}/bundle"


def signing_key() -> SigningKey:
    """The key that signs manifests; made at first need."""
    return SigningKey.read(_kept(secret_folder(), settings.QORGAU_INSTANCE))


def opening_key() -> x25519.Identity:
    """The age key that opens bundles written for this instance; made at first need."""
    path = secret_folder() / "bundle-opening.key"
    return x25519.Identity.from_str(kept_text(path, lambda: str(x25519.Identity.generate())))


@lru_cache(maxsize=8)
def _kept(folder: Path, instance: str) -> str:
    make = SigningKey.create(bundle_name(instance), KeyUse.NOTE)
    return kept_text(folder / "bundle.key", make.written)
