"""The mirror's folder: everything it ever saw, written before it says so."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from qorgau.ledger.keys import VerifierKey
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.witness import Witness


class NoMirror(LedgerRefusal):
    """The folder holds no mirror."""


class MirrorExists(LedgerRefusal):
    """The folder holds a mirror already."""


@dataclass(frozen=True, kw_only=True)
class Folder:
    """A mirror: which instance it watches, by which key it knows its log, and all it has seen."""

    path: Path
    address: str
    log: VerifierKey

    @classmethod
    def make(cls, path: Path, *, address: str, log: VerifierKey, name: str) -> Self:
        """Begin a mirror in a new folder; its witness gets a key of this name."""
        if (path / "mirror.json").exists():
            raise MirrorExists(f"{path} holds a mirror already. Use another folder: it must forget nothing.")
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        Witness.create(path / "witness", name=name, logs=[log])
        made = cls(path=path, address=address.rstrip("/"), log=log)
        made.keep("mirror.json", {"address": made.address, "log": str(log)})
        return made

    @classmethod
    def open(cls, path: Path) -> Self:
        """Take up the mirror in this folder."""
        if not (path / "mirror.json").exists():
            raise NoMirror(
                f"{path} holds no mirror. Begin one with: qorgau mirror begin {path} --address ..."
            )
        said = json.loads((path / "mirror.json").read_text(encoding="utf-8"))
        return cls(
            path=path,
            address=said["address"],
            log=VerifierKey.read(said["log"]),
        )

    def witness(self) -> Witness:
        """The witness that keeps the last checkpoint seen."""
        return Witness.open(self.path / "witness")

    def kept(self, name: str) -> dict[str, Any]:
        """What was kept under this name; nothing at first."""
        try:
            found: dict[str, Any] = json.loads((self.path / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return found

    def keep(self, name: str, content: Mapping[str, Any]) -> None:
        """Keep this, whole or not at all, on disk when it returns."""
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        _persist(self.path / name, text.encode())

    def ciphertext(self, sha256: str) -> bytes | None:
        """The mirror's own copy, if it is there and still what it was."""
        try:
            content = self._place(sha256).read_bytes()
        except FileNotFoundError:
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    def keep_ciphertext(self, sha256: str, content: bytes) -> None:
        """Keep a copy."""
        _persist(self._place(sha256), content)

    def let_go(self, sha256: str) -> None:
        """Delete a copy: the holder of the mailbox asked for it."""
        self._place(sha256).unlink(missing_ok=True)

    def _place(self, sha256: str) -> Path:
        return self.path / "ciphertexts" / sha256[:2] / sha256


def _persist(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f"{path.name}.new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
