"""Open a bundle and check all of it that needs no look into the record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from django.conf import settings

from qorgau.ledger.checkpoint import Checkpoint, open_checkpoint
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.bundles.bundle_keys import opening_key
from qorgau.recording.bundles.bundled import BundledEntry, read_bundled, read_key
from qorgau.recording.bundles.cards import Card
from qorgau.recording.bundles.manifest import Manifest, open_manifest
from qorgau.recording.bundles.packing import read_label, unpack
from qorgau.recording.bundles.received_kind import RECEIVED
from qorgau.recording.bundles.refusals import BundleAltered, ForeignEntry, NotForUs
from qorgau.recording.bundles.trusted import trusted_card
from qorgau.recording.bundles.writing import content_digest
from qorgau.recording.personal import Personal, decrypt, encrypt
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.salts import ERASURE, persons_behind

_Line = TypeVar("_Line")


@dataclass(frozen=True, kw_only=True)
class Carried:
    """A checked entry with its personal part in clear."""

    bundled: BundledEntry
    personal: Mapping[str, Personal]


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """A bundle of a trusted origin, whole and unaltered.

    digest: the SHA-256 of the signed manifest; keys: person -> key; checkpoint: the origin's newest.
    """

    manifest: Manifest
    digest: str
    keys: Mapping[str, bytes]
    entries: tuple[Carried, ...]
    checkpoint: Checkpoint | None


def open_bundle(data: bytes) -> Bundle:
    """Check label, origin, signature, hashes, commitments and keys; raises a BundleRefused."""
    label = read_label(data)
    card = trusted_card(label.origin)
    if settings.QORGAU_INSTANCE not in label.to:
        raise NotForUs(
            f"The bundle is for {', '.join(label.to)}, and this is {settings.QORGAU_INSTANCE}. Pass it on, or "
            "ask its origin to write one for this instance."
        )
    note, lines = _head_and_lines(unpack(data, identity=opening_key()))
    manifest = open_manifest(note, key=card.bundle)
    _check_manifest(manifest, card, lines)
    keys = dict(_read(read_key, line) for line in lines[: manifest.persons])
    entries = [_read(read_bundled, line) for line in lines[manifest.persons :]]
    _check_entries(manifest, entries)
    _check_persons(entries, keys)
    return Bundle(
        manifest=manifest,
        digest=sha256(note.encode()).hexdigest(),
        keys=keys,
        entries=tuple(Carried(bundled=each, personal=_personal(each, keys)) for each in entries),
        checkpoint=_checkpoint(manifest, card),
    )


def _head_and_lines(lines: Sequence[str]) -> tuple[str, Sequence[str]]:
    count = lines[0] if lines else ""
    if not count.isascii() or not count.isdigit() or len(count) > 3 or int(count) >= len(lines):
        raise BundleAltered("The bundle does not begin with its manifest. Ask for it again.")
    end = int(count) + 1
    return "".join(f"{line}\n" for line in lines[1:end]), lines[end:]


def _check_manifest(manifest: Manifest, card: Card, lines: Sequence[str]) -> None:
    if manifest.origin != card.instance or manifest.log != str(card.log):
        raise BundleAltered(
            f"The label says {card.instance}, the manifest {manifest.origin} with another log's key. Ask for "
            "the bundle again; if this stays so, ask the origin for its card."
        )
    if settings.QORGAU_INSTANCE not in manifest.to:
        raise NotForUs(f"By its manifest the bundle is for {', '.join(manifest.to)} only.")
    if len(lines) != manifest.persons + len(manifest.entries) or manifest.persons < 0:
        raise BundleAltered(
            f"The manifest names {len(manifest.entries)} entries and {manifest.persons} keys, and the bundle "
            f"has {len(lines)} lines. Ask for it again."
        )
    if content_digest(lines) != manifest.content:
        raise BundleAltered("The content is not the one that the manifest was signed over. Ask for it again.")


def _read(read: Callable[[str], _Line], line: str) -> _Line:
    try:
        return read(line)
    except LedgerRefusal as refusal:
        raise BundleAltered(f"A line of the bundle cannot be read: {refusal}") from refusal


def _check_entries(manifest: Manifest, entries: Sequence[BundledEntry]) -> None:
    for place, (each, digest) in enumerate(zip(entries, manifest.entries, strict=True), start=1):
        if each.digest != digest:
            raise BundleAltered(
                f"Entry {place} ({each.entry.id}) is not the one that the manifest names. Ask for the bundle again."
            )
        if each.entry.instance != manifest.origin:
            raise ForeignEntry(
                f"The entry {each.entry.id} says that it was first recorded at {each.entry.instance}, and the "
                f"bundle is of {manifest.origin}. An instance vouches for its own entries only: ask "
                f"{each.entry.instance} for a bundle of its own."
            )
        if each.entry.kind in (ERASURE, RECEIVED):
            raise ForeignEntry(
                f"The entry {each.entry.id} is a {each.entry.kind}, which speaks of the origin's own record "
                "and is never carried. Tell the origin's operator."
            )
    if len({each.entry.id for each in entries}) < len(entries):
        raise BundleAltered("The bundle holds one entry twice. Ask for it again.")


def _check_persons(entries: Sequence[BundledEntry], keys: Mapping[str, bytes]) -> None:
    named = {person for each in entries for person in persons_behind(each.entry)}
    if named != keys.keys():
        raise BundleAltered(
            "The keys in the bundle are not those of the persons its entries name "
            f"({', '.join(sorted(named ^ keys.keys())[:3])}). Tell the origin's operator."
        )


def _personal(each: BundledEntry, keys: Mapping[str, bytes]) -> dict[str, Personal]:
    opened: dict[str, Personal] = {}
    for person, text in each.entry.personal.items():
        at = {"entry_id": each.entry.id, "person": person}
        if person not in keys:
            raise BundleAltered(f"The entry {each.entry.id} holds data of {person}, whom it does not name.")
        try:
            opened[person] = decrypt(text, secret=keys[person], **at)
            same = encrypt(opened[person], secret=keys[person], **at) == text
        except (RecordingRefusal, LedgerRefusal, ValueError) as error:
            raise BundleAltered(
                f"The data of {person} in the entry {each.entry.id} cannot be read with the key that the "
                f"bundle carries ({error})"
            ) from error
        if not same:
            # The record encrypts anew what it stores; the leaf must come out byte for byte.
            raise BundleAltered(
                f"The data of {person} in the entry {each.entry.id} are encrypted in a way this software does "
                "not write, so the entry could not be kept in its exact bytes. Update this instance."
            )
    return opened


def _checkpoint(manifest: Manifest, card: Card) -> Checkpoint | None:
    if not manifest.checkpoint:
        return None
    try:
        return open_checkpoint(manifest.checkpoint, log=card.log).checkpoint
    except LedgerRefusal as refusal:
        raise BundleAltered(f"The checkpoint in the bundle: {refusal}") from refusal
