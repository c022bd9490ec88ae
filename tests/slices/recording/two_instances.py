"""A desk with its own embedded instance, and a centre on either engine; bundles go between them by file."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.conf import settings
from tests.slices import store as stores
from tests.slices.recording import small_slice
from tests.slices.store import Store

from qorgau.recording.bundles.bundle_keys import signing_key
from qorgau.recording.bundles.bundled import BundledEntry
from qorgau.recording.bundles.cards import Card, own_card
from qorgau.recording.bundles.manifest import Manifest, open_manifest, sign_manifest
from qorgau.recording.bundles.opening import open_bundle
from qorgau.recording.bundles.packing import Label, pack, unpack
from qorgau.recording.bundles.taking import Taken, take_in
from qorgau.recording.bundles.trusted import trust
from qorgau.recording.bundles.writing import content_digest, write_bundles
from qorgau.recording.drafts import Draft
from qorgau.recording.models import StoredEntry
from qorgau.recording.record import record

DESK, CENTRE = "desk.example", "qorgau.localhost"
NIGHT = 1_767_561_000  # 02:10 at the desk
MORNING = NIGHT + 24_600  # 09:00


@dataclass(frozen=True)
class Pair:
    """The two instances and the folder that is carried between them."""

    centre: Store
    desk_environment: dict[str, str]
    stick: Path

    @contextmanager
    def at_desk(self) -> Iterator[None]:
        """Django is connected to the desk, and is the desk."""
        before = settings.QORGAU_INSTANCE
        stores.connect(self.desk_environment)
        settings.QORGAU_INSTANCE = DESK
        try:
            yield
        finally:
            settings.QORGAU_INSTANCE = before
            stores.connect(self.centre.environment)

    def typed_at_desk(self, *drafts: Draft, received: int = NIGHT) -> None:
        with self.at_desk():
            record(drafts, received=received)

    def carried(self, *, written_at: int = MORNING, **more: Any) -> list[bytes]:
        """What the desk writes for the centre."""
        with self.at_desk():
            files = write_bundles(self.stick, to=[CENTRE], written_at=written_at, **more)
            return [each.path.read_bytes() for each in files]

    def take(self, *bundles: bytes, now: int = MORNING, **more: Any) -> list[Taken]:
        """Take them in at the centre."""
        return [take_in(open_bundle(data), now=now, **more) for data in bundles]


def pair(centre: Store, sqlite_template: Path, folder: Path) -> Pair:
    """Both know each other's card, and both have the small slice."""
    desk = folder / "desk"
    environment = stores.copy_template(sqlite_template, desk, server=None, database="")
    # Each instance makes keys of its own name.
    shutil.rmtree(desk / "secret")
    both = Pair(centre, environment, folder / "stick")
    card = own_card()
    with both.at_desk():
        small_slice.prepare("sqlite")
        trust(card)
        desk_card = own_card()
    trust(desk_card)
    return both


def stored() -> list[tuple[str, int, bytes]]:
    rows = StoredEntry.objects.order_by("received", "place", "id")
    return [(each.id, each.received, bytes(each.body)) for each in rows]


@dataclass(frozen=True)
class Opened:
    """A bundle taken apart by somebody who holds every key, to be put together differently."""

    manifest: Manifest
    lines: tuple[str, ...]


def taken_apart(data: bytes, *, opening: Any, card: Card) -> Opened:
    count, *lines = unpack(data, identity=opening)
    note = "".join(f"{line}\n" for line in lines[: int(count)])
    return Opened(open_manifest(note, key=card.bundle), tuple(lines[int(count) :]))


def put_together(
    opened: Opened, *, sign: Callable[[Manifest], str], recipients: Sequence[Any], label: Label | None = None
) -> bytes:
    """The bundle again, its digests as its lines now are."""
    manifest = replace(opened.manifest, content=content_digest(opened.lines))
    note = sign(manifest)
    outside = label or Label(origin=manifest.origin, to=manifest.to)
    head = [str(note.count("\n")), *note.split("\n")[:-1]]
    return pack([*head, *opened.lines], label=outside, recipients=recipients)


def signed_by_the_desk(manifest: Manifest) -> str:
    return sign_manifest(manifest, signing_key())


def with_entries(opened: Opened, entries: Sequence[BundledEntry]) -> Opened:
    """The same keys, other entries."""
    keys = opened.lines[: opened.manifest.persons]
    digests = tuple(each.digest for each in entries)
    return Opened(replace(opened.manifest, entries=digests), (*keys, *(each.line for each in entries)))
