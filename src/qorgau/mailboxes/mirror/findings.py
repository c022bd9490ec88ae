"""What a mirror can find: each kind names what was done, and by what it was noticed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Found(StrEnum):
    """What an instance did that it must not do."""

    CIPHERTEXT_DELETED = "ciphertext_deleted"
    """A ciphertext that the mirror saw is no longer given out."""
    CIPHERTEXT_ALTERED = "ciphertext_altered"
    """Other bytes are given out under its hash."""
    CIPHERTEXT_UNLISTED = "ciphertext_unlisted"
    """A ciphertext that the record named is no longer among those it names."""
    BUNDLE_CHANGED = "bundle_changed"
    """The page's scripts or styles are not those that were accepted."""
    PAGE_LOADS_OTHER = "page_loads_other"
    """A page asks for a script or style that the list of its bundle does not name."""
    KEY_SWAPPED = "key_swapped"
    """A body's keys of one epoch changed, or newer ones are not signed by those before and by vouchers."""
    KEY_WITHDRAWN = "key_withdrawn"
    """Keys that were published are no longer shown."""
    LOG_FORKED = "log_forked"
    """The log signed a history that contradicts the one it showed."""
    LOG_ROLLED_BACK = "log_rolled_back"
    """The log shows fewer leaves than before."""
    CHECKPOINT_FORGED = "checkpoint_forged"
    """A checkpoint is not signed by the log's key."""
    OWN_COPY_LOST = "own_copy_lost"
    """The mirror's own copy is missing or damaged: no fault of the instance."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One finding: what, about what, and what it means in a sentence."""

    found: Found
    about: str
    sentence: str

    def __str__(self) -> str:
        """The finding as a line."""
        return f"{self.found.value}: {self.about}: {self.sentence}"
