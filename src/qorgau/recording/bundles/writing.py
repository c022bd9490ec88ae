"""Write what this instance has recorded into bundles for others: as many files as it takes."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

from django.conf import settings

from qorgau.ledger.entry_reading import read_entry
from qorgau.recording.batches import latest_checkpoint
from qorgau.recording.bundles.bundle_keys import signing_key
from qorgau.recording.bundles.bundled import BundledEntry, key_line
from qorgau.recording.bundles.cards import Card
from qorgau.recording.bundles.manifest import Manifest, sign_manifest
from qorgau.recording.bundles.packing import Label, pack
from qorgau.recording.bundles.received_kind import RECEIVED
from qorgau.recording.bundles.refusals import NothingToCarry
from qorgau.recording.bundles.trusted import trusted_card
from qorgau.recording.keystore.secrets import held_secrets, instance_secret
from qorgau.recording.kinds import kinds_that_stay
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import ErasedPerson, StoredEntry
from qorgau.recording.salts import ERASURE, persons_behind, salt_for

MOST_ENTRIES = 500
"""In one bundle: it is taken in by one transaction, while which other writers wait."""
MOST_ERASED = 5_000
"""So many of the persons last erased are named, so that the reader can ask for the same."""
_MOST_CONTENT = 12 * 1024 * 1024
_ROWS = 500
ENDING = ".qorgau-bundle"


@dataclass(frozen=True, kw_only=True)
class WrittenBundle:
    """One file: its path, how many entries it holds, and how many could not be carried."""

    path: Path
    entries: int
    left_out: int


@dataclass
class _Part:
    """What goes into one file."""

    entries: list[BundledEntry] = field(default_factory=list)
    keys: dict[str, bytes] = field(default_factory=dict)
    size: int = 0
    left_out: int = 0

    def add(self, entry: BundledEntry, secrets: dict[str, bytes]) -> None:
        self.entries.append(entry)
        self.keys |= secrets
        self.size += len(entry.body)


def write_bundles(
    folder: Path,
    *,
    to: Sequence[str],
    written_at: int,
    since: int | None = None,
    at_most: int = MOST_ENTRIES,
) -> tuple[WrittenBundle, ...]:
    """Write the entries that were first recorded here into files in `folder`, locked for the instances `to`.

    written_at: now; since: only entries received from then on (seconds, UTC); at_most: entries in one file.
    To carry too much is safe: what the reader holds already changes nothing there. Raises a BundleRefused.
    """
    cards = [trusted_card(instance) for instance in dict.fromkeys(to)]
    folder.mkdir(parents=True, exist_ok=True)
    written = tuple(
        _write(part, folder, cards, number=number, written_at=written_at)
        for number, part in enumerate(_parts(since, at_most), start=1)
    )
    if not written:
        raise NothingToCarry("Nothing was recorded here in that time, so there is nothing to carry.")
    return written


def _parts(since: int | None, at_most: int) -> Iterator[_Part]:
    part = _Part()
    for page in _pages(since):
        for each, keys in _carriable(page):
            if each is None:
                part.left_out += 1
                continue
            part.add(each, keys)
            if len(part.entries) >= at_most or part.size >= _MOST_CONTENT:
                yield part
                part = _Part()
    if part.entries or part.left_out:
        yield part


def _pages(since: int | None) -> Iterator[list[StoredEntry]]:
    stored = StoredEntry.objects.exclude(kind__in=never_carried()).order_by("received", "place", "id")
    if since is not None:
        stored = stored.filter(received__gte=since)
    rows = stored.iterator(chunk_size=_ROWS)
    while page := list(islice(rows, _ROWS)):
        yield page


def never_carried() -> frozenset[str]:
    """The kinds that no bundle holds."""
    return kinds_that_stay() | {ERASURE, RECEIVED}


def _carriable(page: Sequence[StoredEntry]) -> Iterator[tuple[BundledEntry | None, dict[str, bytes]]]:
    """Those of a page that were first recorded here, with their persons' keys; None for one left out."""
    read = [(stored, read_entry(bytes(stored.body))) for stored in page]
    own = [(stored, entry) for stored, entry in read if entry.instance == settings.QORGAU_INSTANCE]
    secrets = held_secrets(sorted({person for _, entry in own for person in persons_behind(entry)}))
    for stored, entry in own:
        salt = salt_for(entry, instance=instance_secret(), secrets=secrets)
        if salt is None:
            # A person it names was erased: without the key nobody could check it again elsewhere.
            yield None, {}
            continue
        bundled = BundledEntry(
            entry=entry,
            body=bytes(stored.body),
            salt=salt,
            commitment=bytes(stored.commitment),
            received=stored.received,
        )
        yield bundled, {person: secrets[person] for person in persons_behind(entry)}


def _write(
    part: _Part, folder: Path, cards: Sequence[Card], *, number: int, written_at: int
) -> WrittenBundle:
    lines = [
        *(key_line(person, part.keys[person]) for person in sorted(part.keys)),
        *(each.line for each in part.entries),
    ]
    to = tuple(card.instance for card in cards)
    manifest = _manifest(part, lines, to, number=number, written_at=written_at)
    signed = sign_manifest(manifest, signing_key())
    # The note has several lines, so a line before it says how many.
    head = [str(signed.count("\n")), *signed.split("\n")[:-1]]
    data = pack(
        [*head, *lines],
        label=Label(origin=manifest.origin, to=to),
        recipients=[card.recipient for card in cards],
    )
    path = folder / _name(manifest.origin, number=number, written_at=written_at)
    _store(data, path)
    return WrittenBundle(path=path, entries=len(part.entries), left_out=part.left_out)


def _manifest(
    part: _Part, lines: Sequence[str], to: tuple[str, ...], *, number: int, written_at: int
) -> Manifest:
    checkpoint = latest_checkpoint()
    recorded = [each.entry.recorded for each in part.entries]
    return Manifest(
        origin=settings.QORGAU_INSTANCE,
        to=to,
        log=str(log_keys().log.verifier),
        part=number,
        written_at=written_at,
        first_recorded=min(recorded, default=0),
        last_recorded=max(recorded, default=0),
        persons=len(part.keys),
        left_out=part.left_out,
        entries=tuple(each.digest for each in part.entries),
        erased=tuple(
            ErasedPerson.objects.order_by("-erased_at", "person_id").values_list("person_id", flat=True)[
                :MOST_ERASED
            ]
        ),
        content=content_digest(lines),
        checkpoint=checkpoint.note if checkpoint else "",
    )


def content_digest(lines: Sequence[str]) -> str:
    """The SHA-256 of all lines after the manifest."""
    digest = sha256()
    for line in lines:
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def _name(origin: str, *, number: int, written_at: int) -> str:
    safe = re.sub(r"[^A-Za-z0-9.-]", "-", origin)
    return f"{safe}-{datetime.fromtimestamp(written_at, UTC):%Y%m%dT%H%M%SZ}-{number:03}{ENDING}"


def _store(data: bytes, path: Path) -> None:
    draft = path.with_name(f".{path.name}.unfinished")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
