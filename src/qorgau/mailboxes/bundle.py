"""The page's bundle: every script and style that this site serves, by its hash, so that a change is noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

from qorgau.mailboxes.actions.keys import pins_file
from qorgau.mailboxes.entries import PAGE, PAGE_PUBLISHED
from qorgau.recording.drafts import Draft
from qorgau.recording.history import history
from qorgau.recording.record import record

PINS = "/sealed/pins.json"
_SUFFIXES = frozenset({".js", ".mjs", ".css", ".wasm"})


def assets() -> Mapping[str, str]:
    """Address -> SHA-256 of the bytes served under it; the pins are among them."""
    found = dict(_static(str(settings.STATIC_ROOT)))
    pins = pins_file()
    if pins.exists():
        found[PINS] = hashlib.sha256(pins.read_bytes()).hexdigest()
    return dict(sorted(found.items()))


def bundle_hash(listed: Mapping[str, str]) -> str:
    """One hash over the list, as a release announces it: `sha256 SP address LF` for each, by address."""
    lines = "".join(f"{sha256} {name}\n" for name, sha256 in sorted(listed.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def enter_bundle(*, now: int) -> str:
    """Enter the hash of what is served into the record, once for each bundle; gives it if it is new."""
    listed = assets()
    whole = bundle_hash(listed)
    if history(PAGE, whole):
        return ""
    draft = Draft(
        id=f"page-{whole[:40]}",
        kind=PAGE_PUBLISHED,
        recorded=now,
        for_body=settings.QORGAU_INSTANCE,
        objects={PAGE: [whole]},
        facts={"bundle": whole, "assets": len(listed)},
    )
    record([draft], received=now)
    return whole


@lru_cache(maxsize=4)
def _static(_root: str) -> Mapping[str, str]:
    # The assets of a running server never change: an update starts it anew.
    return dict(_hashed())


def _hashed() -> Iterator[tuple[str, str]]:
    for finder in finders.get_finders():
        for name, storage in finder.list([]):
            if Path(name).suffix in _SUFFIXES:
                address = staticfiles_storage.url(name)
                content = _served(address) or Path(storage.path(name)).read_bytes()
                yield address, hashlib.sha256(content).hexdigest()


def _served(address: str) -> bytes | None:
    """What was collected under the hashed name: styles name their pictures by hashed names, too."""
    path = Path(str(settings.STATIC_ROOT)) / address.removeprefix(f"/{settings.STATIC_URL.strip('/')}/")
    return path.read_bytes() if path.is_file() else None
