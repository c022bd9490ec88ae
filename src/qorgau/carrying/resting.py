"""Uploaded bundles between looking at them and taking them in: for their uploader alone, for a day at most."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qorgau.carrying.actions.bringing_in import Outcome
from qorgau.carrying.private_folder import private_folder
from qorgau.recording.drafts import new_entry_id

LONGEST_REST = 24 * 3600
_TOKEN = re.compile(r"[0-9a-f]{32}")
_STATE = "upload.json"


@dataclass(frozen=True, kw_only=True)
class Upload:
    """One upload: who sent it and when, what each file would bring, and which are still to be taken in.

    waiting: the places in `looked` whose files rest; done: what came of those that were taken in.
    """

    token: str
    account: str
    at: int
    looked: tuple[Outcome, ...]
    waiting: tuple[int, ...]
    done: tuple[Outcome, ...] = ()

    def data(self, place: int) -> bytes:
        """The bytes of a resting file."""
        return (_folder(self.token) / str(place)).read_bytes()


def rest(account: str, looked: Sequence[Outcome], data: Sequence[bytes], *, now: int) -> Upload:
    """Put the files that may be taken in to rest; those refused are not kept."""
    _sweep(now)
    waiting = tuple(place for place, each in enumerate(looked) if not each.refused)
    upload = Upload(token=new_entry_id(), account=account, at=now, looked=tuple(looked), waiting=waiting)
    _folder(upload.token).mkdir(mode=0o700)
    for place in waiting:
        _store(_folder(upload.token) / str(place), data[place])
    _keep(upload)
    return upload


def resting(account: str, token: str) -> Upload | None:
    """The upload, if it is there and this account's own."""
    if not _TOKEN.fullmatch(token) or not (path := _folder(token) / _STATE).is_file():
        return None
    group = json.loads(path.read_text(encoding="utf-8"))
    upload = Upload(
        token=token,
        account=group["account"],
        at=group["at"],
        looked=tuple(Outcome.read(each) for each in group["looked"]),
        waiting=tuple(group["waiting"]),
        done=tuple(Outcome.read(each) for each in group["done"]),
    )
    return upload if upload.account == account else None


def taken(upload: Upload, place: int, outcome: Outcome) -> Upload:
    """The upload once a file was taken in: the file rests no longer."""
    waiting = tuple(each for each in upload.waiting if each != place)
    left = replace(upload, waiting=waiting, done=(*upload.done, outcome))
    _keep(left)
    (_folder(upload.token) / str(place)).unlink(missing_ok=True)
    return left


def _keep(upload: Upload) -> None:
    group = {
        "account": upload.account,
        "at": upload.at,
        "looked": [each.written() for each in upload.looked],
        "waiting": list(upload.waiting),
        "done": [each.written() for each in upload.done],
    }
    path = _folder(upload.token) / _STATE
    draft = path.with_suffix(".unfinished")
    _store(draft, json.dumps(group).encode())
    draft.replace(path)


def _sweep(now: int) -> None:
    for folder in private_folder().iterdir():
        if _TOKEN.fullmatch(folder.name) and abs(now - folder.stat().st_mtime) > LONGEST_REST:
            shutil.rmtree(folder, ignore_errors=True)


def _store(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)


def _folder(token: str) -> Path:
    return private_folder() / token
