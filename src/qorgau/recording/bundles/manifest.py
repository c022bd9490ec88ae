"""The manifest: what a bundle holds, by whom, for whom, signed by its origin."""

import json
from dataclasses import dataclass
from typing import Any

from qorgau.ledger.keys import SigningKey, VerifierKey
from qorgau.ledger.note import read_note, require_signature, sign_note
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.strict_json import read_json, require_names
from qorgau.recording.bundles.refusals import BundleAltered

VERSION = 1
_HEAD = "qorgau/bundle/v1\n"
_write = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
_TEXTS = ("origin", "log", "content", "checkpoint")
_COUNTS = ("part", "written_at", "first_recorded", "last_recorded", "persons", "left_out")
_LISTS = ("to", "entries", "erased")


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What the origin signs.

    entries: the SHA-256 of each entry's bytes, in order; content: of all lines after the manifest;
    persons: how many keys go with them; left_out: entries that cannot be carried because a person was
    erased; erased: whom the origin has erased; checkpoint: the newest signed note of its log, or "".
    written_at and the first and last recorded are seconds since 1970 (UTC), by the origin's clock.
    """

    origin: str
    to: tuple[str, ...]
    log: str
    part: int
    written_at: int
    first_recorded: int
    last_recorded: int
    persons: int
    left_out: int
    entries: tuple[str, ...]
    erased: tuple[str, ...]
    content: str
    checkpoint: str

    @property
    def text(self) -> str:
        """The lines that are signed: one that says what this is, one with the values."""
        values: dict[str, Any] = {name: getattr(self, name) for name in (*_TEXTS, *_COUNTS)}
        values |= {name: list(getattr(self, name)) for name in _LISTS}
        return f"{_HEAD}{_write(values | {'qorgau_bundle': VERSION})}\n"


def sign_manifest(manifest: Manifest, key: SigningKey) -> str:
    """The manifest as a signed note."""
    return str(sign_note(manifest.text, key))


def open_manifest(written: str, *, key: VerifierKey) -> Manifest:
    """Read a manifest that this key has signed; anything else is refused."""
    try:
        note = read_note(written)
        require_signature(note, key)
        return _read(note.text)
    except LedgerRefusal as refusal:
        raise BundleAltered(
            f"The bundle's manifest is not the one its origin signed: {refusal} Ask for the bundle again."
        ) from refusal


def _read(text: str) -> Manifest:
    names = (*_TEXTS, *_COUNTS, *_LISTS, "qorgau_bundle")
    group = read_json(text.removeprefix(_HEAD).encode(), what="The manifest")
    group = require_names(group, names, at="the manifest", refusal=LedgerRefusal)
    texts = all(type(group[name]) is str for name in _TEXTS)
    counts = all(type(group[name]) is int for name in (*_COUNTS, "qorgau_bundle"))
    lists = all(_is_list_of_text(group[name]) for name in _LISTS)
    if not text.startswith(_HEAD) or not (texts and counts and lists) or group["qorgau_bundle"] != VERSION:
        raise LedgerRefusal(f"It is not of version {VERSION}, or a value is of the wrong kind.")
    values: dict[str, Any] = {name: group[name] for name in (*_TEXTS, *_COUNTS)}
    values |= {name: tuple(group[name]) for name in _LISTS}
    return Manifest(**values)


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(type(each) is str for each in value)
