"""The file: a label in clear, then everything else packed and locked (age) for those it is written for."""

import gzip
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import pyrage
from pyrage import x25519

from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.strict_json import read_json, require_names
from qorgau.recording.bundles.refusals import BundleAltered, NotABundle, NotForUs

VERSION = 1
LARGEST_FILE = 24 * 1024 * 1024
"""No bundle that this software writes comes near it; a larger file is refused before it is read."""
LARGEST_CONTENT = 32 * 1024 * 1024
_LONGEST_LABEL = 4096
_NAMES = ("qorgau_bundle", "origin", "to")


@dataclass(frozen=True, kw_only=True)
class Label:
    """What stands outside for the courier: from whom and for whom. Nothing is believed because of it."""

    origin: str
    to: tuple[str, ...]


def pack(lines: Sequence[str], *, label: Label, recipients: Sequence[x25519.Recipient]) -> bytes:
    """The bytes of a bundle's file."""
    content = gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0)
    outside = {"qorgau_bundle": VERSION, "origin": label.origin, "to": list(label.to)}
    locked: bytes = pyrage.encrypt(content, recipients)
    return json.dumps(outside).encode() + b"\n" + locked


def read_label(data: bytes) -> Label:
    """The label, as it stands outside."""
    if len(data) > LARGEST_FILE:
        raise NotABundle(f"The file has {len(data):,} bytes; a bundle has at most {LARGEST_FILE:,}.")
    line, ending, _ = data[:_LONGEST_LABEL].partition(b"\n")
    try:
        group = require_names(
            read_json(line, what="The label"), _NAMES, at="the label", refusal=LedgerRefusal
        )
    except LedgerRefusal as refusal:
        raise NotABundle(f"This file is no bundle: {refusal}") from refusal
    to = group["to"]
    if (
        not ending
        or not isinstance(to, list)
        or not all(isinstance(each, str) for each in [*to, group["origin"]])
    ):
        raise NotABundle("This file is no bundle, or is cut short within its first line.")
    if group["qorgau_bundle"] != VERSION:
        raise NotABundle(f"The bundle is of a version this software does not know; it knows {VERSION}.")
    return Label(origin=group["origin"], to=tuple(to))


def unpack(data: bytes, *, identity: x25519.Identity) -> list[str]:
    """The lines inside; refused if one byte differs from what was locked."""
    _, _, locked = data.partition(b"\n")
    try:
        packed = pyrage.decrypt(locked, [identity])
    except pyrage.DecryptError as error:
        raise NotForUs(
            f"The bundle cannot be opened with this instance's key ({error}): it was written for an older "
            "card of this instance or for another, or the file is damaged or cut short. Give the origin "
            "the present card (`qorgau bundle card`) and ask for the bundle again."
        ) from error
    try:
        lines = _unzipped(packed).decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise BundleAltered("The bundle holds bytes that are no text. Ask for it again.") from error
    if lines.pop() != "":
        raise BundleAltered("The bundle's last line is cut short. Ask for it again.")
    return lines


def _unzipped(packed: bytes) -> bytes:
    # Whoever has the card can lock a bundle for us: a small one that unpacks to gigabytes as well.
    unpacking = zlib.decompressobj(wbits=31)
    try:
        content = unpacking.decompress(packed, LARGEST_CONTENT)
    except zlib.error as error:
        raise BundleAltered(f"The bundle cannot be unpacked ({error}). Ask for it again.") from error
    if unpacking.unconsumed_tail:
        raise NotABundle(
            f"The bundle unpacks to more than {LARGEST_CONTENT:,} bytes, which none of ours does."
        )
    if not unpacking.eof or unpacking.unused_data:
        raise BundleAltered("The bundle is cut short, or something was put behind it. Ask for it again.")
    return content
