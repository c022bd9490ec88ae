"""Bring entries in: look at each file first, then take it in, and say plainly what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.carrying.refusals import Refused, refused_as
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.bundles.manifest import Manifest
from qorgau.recording.bundles.opening import open_bundle
from qorgau.recording.bundles.taking import Taken, take_in
from qorgau.recording.refusal import RecordingRefusal

MOST_NAMED = 50


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What one file brought or would bring; or why it is refused, and then the numbers are nothing.

    left_out: entries of persons erased here; erased_there: persons whom its origin erased and this record
    has not; clock_off: by how many seconds it was written after this instance's present time.
    """

    name: str
    refused: str = ""
    detail: str = ""
    origin: str = ""
    entries: int = 0
    first: int = 0
    last: int = 0
    written_at: int = 0
    new: int = 0
    held: int = 0
    not_carried: int = 0
    left_out: tuple[str, ...] = ()
    erased_there: tuple[str, ...] = ()
    clock_off: int = 0

    def written(self) -> dict[str, Any]:
        """As it rests between two pages."""
        return asdict(self)

    @classmethod
    def read(cls, group: dict[str, Any]) -> Self:
        """As it was put to rest."""
        lists = {name: tuple(group[name]) for name in ("left_out", "erased_there")}
        return cls(**{**group, **lists})


def look_at(actor: Actor, name: str, data: bytes, *, now: int) -> Outcome:
    """Check a file wholly and say what it would bring; nothing is stored."""
    require(actor, "bundle.carry")
    return _taken(actor, name, data, now=now, dry_run=True)


def bring_in(actor: Actor, name: str, data: bytes, *, now: int) -> Outcome:
    """Take a file in, wholly or not at all; again changes nothing."""
    require(actor, "bundle.carry")
    return _taken(actor, name, data, now=now, dry_run=False)


def refusal(name: str, refused: Refused, detail: str) -> Outcome:
    """A file that is not even opened."""
    return Outcome(name=name, refused=refused.value, detail=detail)


def _taken(actor: Actor, name: str, data: bytes, *, now: int, dry_run: bool) -> Outcome:
    try:
        bundle = open_bundle(data)
        taken = take_in(bundle, now=now, by=actor.account, for_body=actor.body, dry_run=dry_run)
    except (RecordingRefusal, LedgerRefusal) as error:
        return refusal(name, refused_as(error), str(error))
    return _outcome(name, bundle.manifest, taken)


def _outcome(name: str, manifest: Manifest, taken: Taken) -> Outcome:
    return Outcome(
        name=name,
        origin=taken.origin,
        entries=len(manifest.entries),
        first=manifest.first_recorded,
        last=manifest.last_recorded,
        written_at=manifest.written_at,
        new=taken.new,
        held=taken.held,
        not_carried=manifest.left_out,
        left_out=_few(taken.left_out),
        erased_there=_few(taken.erased_there),
        clock_off=taken.clock.at_least if taken.clock.needs_warning else 0,
    )


def _few(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(names[:MOST_NAMED])
