"""The log's two keys: one signs checkpoints, the other promises. Made at first need, kept in files."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.recording.secret_files import kept_text
from qorgau.recording.secret_folder import secret_folder


@dataclass(frozen=True, kw_only=True)
class LogKeys:
    """The keys by which outsiders know this instance's log and its promises."""

    log: SigningKey
    promise: SigningKey

    @property
    def origin(self) -> str:
        """The log's name in checkpoints and promises."""
        return self.log.name


def log_keys() -> LogKeys:
    """The keys of this instance."""
    return _read(secret_folder(), settings.QORGAU_INSTANCE)


@lru_cache(maxsize=8)
def _read(folder: Path, instance: str) -> LogKeys:
    return LogKeys(
        log=_key(folder / "log.key", instance),
        promise=_key(folder / "promise.key", f"{instance}/promise"),
    )


def _key(path: Path, name: str) -> SigningKey:
    return SigningKey.read(kept_text(path, lambda: SigningKey.create(name, KeyUse.NOTE).written()))
