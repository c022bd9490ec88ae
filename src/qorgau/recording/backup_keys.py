"""Back up the keys, apart from the data: the files that sign, and the key store that makes names readable.

Two files with two lives: what signs is needed as long as the log is; persons' keys must be forgotten
soon after an erasure, so their backups are kept for weeks and no longer.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command

from qorgau.ledger.lines import base64_from, bytes_from
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.strict_json import read_json
from qorgau.recording.kept_rows import make_keys
from qorgau.recording.keystore.router import KEYS
from qorgau.recording.keystore.secrets import (
    adopt_secrets,
    all_secrets,
    instance_secret,
    restore_instance_secret,
)
from qorgau.recording.log_keys import log_keys
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.secret_files import kept_text
from qorgau.recording.secret_folder import secret_folder
from qorgau.recording.writer_turn import RECORD

SIGNING, PERSONS = "signing-keys.json", "person-keys.json"
LOCKED = ".age"
_SQLITE = b"SQLite format 3\0"


class WrongPlaceForKeys(RecordingRefusal):
    """Keys would lie where the data lie."""


class OtherKeysHere(RecordingRefusal):
    """This instance has other keys already."""


class UnreadableKeys(RecordingRefusal):
    """A backup of keys that cannot be read."""


@dataclass(frozen=True, kw_only=True)
class KeysKept:
    """How many key files and how many persons' keys were written or read."""

    files: int
    persons: int


def back_up_keys(folder: Path, *, recipients: Sequence[str] = ()) -> KeysKept:
    """Write all keys into a folder on another medium; locked for age recipients where any are given."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _refuse_place_of_data(folder)
    log_keys()
    # What leaves locked in the next backup of the data needs its key in this one.
    make_keys(RECORD)
    files = {path.name: path.read_text(encoding="utf-8") for path in _key_files()}
    persons = {person: base64_from(secret) for person, secret in sorted(all_secrets().items())}
    salts = base64_from(instance_secret())
    _write(folder / SIGNING, {"instance": settings.QORGAU_INSTANCE, "files": files}, recipients)
    store = {"instance": settings.QORGAU_INSTANCE, "salts": salts, "persons": persons}
    _write(folder / PERSONS, store, recipients)
    return KeysKept(files=len(files), persons=len(persons))


def restore_keys(folder: Path, *, identity: str | None = None) -> KeysKept:
    """Put the keys back where there are none yet; refuses to replace a key by another."""
    signing, persons = (_read(folder / name, identity) for name in (SIGNING, PERSONS))
    for name, text in sorted(signing["files"].items()):
        if Path(name).name != name or _kept(name, text) != text:
            raise OtherKeysHere(
                f"{secret_folder() / name} holds another key already, or that is no name of a key. Nothing was "
                "replaced. Restore into a new data folder, before anything is recorded there."
            )
    call_command("migrate", database=KEYS, verbosity=0, interactive=False)
    if not restore_instance_secret(_bytes(persons["salts"])):
        raise OtherKeysHere(
            "The key store has a secret of its own already, with which entries may have been recorded. "
            "Restore into an empty key store."
        )
    adopt_secrets({person: _bytes(secret) for person, secret in persons["persons"].items()})
    return KeysKept(files=len(signing["files"]), persons=len(persons["persons"]))


def _kept(name: str, text: str) -> str:
    """What the key file holds now: this text, unless there was one before."""
    return kept_text(secret_folder() / name, lambda: text)


def _key_files() -> list[Path]:
    return sorted(path for path in secret_folder().iterdir() if path.is_file() and path.suffix == ".key")


def _refuse_place_of_data(folder: Path) -> None:
    place, data = folder.resolve(), Path(settings.QORGAU_DATA).resolve()
    if place == data or data in place.parents:
        raise WrongPlaceForKeys(
            f"{folder} lies in the data folder, so that whoever takes the data takes the keys. Name a folder on "
            "another medium, which is kept elsewhere."
        )
    for path in sorted(place.iterdir()):
        if path.is_file() and _begins_like_sqlite(path):
            raise WrongPlaceForKeys(
                f"{folder} holds {path.name}, a database or a backup of the record. Keys and data must not lie "
                "side by side: name a folder on another medium."
            )


def _begins_like_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _write(path: Path, values: dict[str, Any], recipients: Sequence[str]) -> None:
    data = (json.dumps(values, indent=1) + "\n").encode()
    if recipients:
        data, path = _locked(data, recipients), path.with_name(path.name + LOCKED)
    draft = path.with_name(f".{path.name}.unfinished")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _locked(data: bytes, recipients: Sequence[str]) -> bytes:
    import pyrage

    try:
        locked: bytes = pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(each) for each in recipients])
    except pyrage.RecipientError as error:
        raise UnreadableKeys(
            f"No age recipient ({error}). It begins with age1; age-keygen prints it."
        ) from error
    return locked


def _read(path: Path, identity: str | None) -> dict[str, Any]:
    locked = path.with_name(path.name + LOCKED)
    try:
        data = path.read_bytes() if path.exists() else _unlocked(locked, identity)
        values: dict[str, Any] = read_json(data, what=path.name)
    except FileNotFoundError as error:
        raise UnreadableKeys(f"{path.parent} holds neither {path.name} nor {locked.name}.") from error
    except LedgerRefusal as refusal:
        raise UnreadableKeys(str(refusal)) from refusal
    if values.get("instance") != settings.QORGAU_INSTANCE:
        raise OtherKeysHere(
            f"The keys in {path} are of {values.get('instance')}, and this is {settings.QORGAU_INSTANCE}. Set "
            "QORGAU_INSTANCE to the name under which they were made."
        )
    return values


def _unlocked(path: Path, identity: str | None) -> bytes:
    import pyrage

    data = path.read_bytes()
    if identity is None:
        raise UnreadableKeys(f"{path} is locked. Give the age identity that opens it: --identity FILE.")
    try:
        opened: bytes = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity.strip())])
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise UnreadableKeys(f"{path} cannot be opened with this identity ({error}).") from error
    return opened


def _bytes(text: str) -> bytes:
    return bytes_from(text, refusal=LedgerRefusal)
