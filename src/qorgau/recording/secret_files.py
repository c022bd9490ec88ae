"""Secrets in files that only their owner may read; made at first need, never overwritten."""

import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

OWNER_ONLY = 0o600


class ReadableByOthers(ValueError):  # noqa: N818 - names the finding
    """Others on this machine may read a file that holds a secret."""


def kept_text(path: Path, make: Callable[[], str]) -> str:
    """The text of a secret file; where there is none yet, `make` gives it and it is stored at once."""
    try:
        return _read(path)
    except FileNotFoundError:
        _store(path, make())
        return _read(path)


def random_text(path: Path) -> str:
    """64 random characters that stay the same from the first call on."""
    return kept_text(path, lambda: secrets.token_hex(32))


def _read(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
            raise ReadableByOthers(
                f"{path} holds a secret, and others on this machine may read it. "
                f"Run: chmod 600 {path}. If others had access, replace the key as well."
            )
        return file.read()


def _store(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        # A link fails where another process was first: then its key counts, not ours.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
