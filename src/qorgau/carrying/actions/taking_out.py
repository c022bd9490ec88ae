"""Take entries out: the files for another instance, and the entry that says who took them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from qorgau.access.actor import Actor
from qorgau.access.permission import require
from qorgau.carrying.entries import ARRIVED, INSTANCE, WRITTEN
from qorgau.carrying.models import TakenOutRow
from qorgau.carrying.private_folder import private_folder
from qorgau.carrying.queries import MOST_AT_ONCE, to_carry
from qorgau.carrying.refusals import NothingWasWritten, TooManyToCarry
from qorgau.recording.bundles.writing import WrittenBundle, write_bundles
from qorgau.recording.drafts import Draft, new_entry_id
from qorgau.recording.record import record


@dataclass(frozen=True, kw_only=True)
class TakenOut:
    """What the browser is given: a bundle, or a ZIP of several. The file is nowhere any more but in `opened`."""

    name: str
    opened: BinaryIO
    entries: int
    files: int


def take_out(actor: Actor, *, to: str, since: int | None, now: int) -> TakenOut:
    """Write what was recorded here since then for that instance; raises a BundleRefused."""
    require(actor, "bundle.carry")
    if to_carry(actor, since=since).is_more:
        raise TooManyToCarry(
            f"More than {MOST_AT_ONCE} entries: write them with `qorgau bundle write FOLDER --to {to}`."
        )
    with TemporaryDirectory(dir=private_folder()) as folder:
        written = write_bundles(Path(folder), to=[to], written_at=now, since=since)
        path = written[0].path if len(written) == 1 else _zipped(written)
        # Read from the open file: its name is gone before the first byte is sent.
        opened = path.open("rb")
    taken = TakenOut(
        name=path.name, opened=opened, entries=sum(each.entries for each in written), files=len(written)
    )
    try:
        facts = {
            "entries": taken.entries,
            "files": taken.files,
            **({} if since is None else {"since": since}),
        }
        _record(actor, WRITTEN, instance=to, facts=facts, now=now, act_id=new_entry_id())
    except Exception:
        # What the record does not hold must not leave.
        opened.close()
        raise
    return taken


def say_arrived(actor: Actor, *, instance: str, of: str, now: int) -> None:
    """Say that the last files written for an instance were taken in there; the next begin where they ended."""
    require(actor, "bundle.carry")
    row = TakenOutRow.objects.filter(pk=instance, last_entry=of).first()
    if row is None:
        raise NothingWasWritten(f"These are not the last files that were written for {instance}.")
    facts: dict[str, str | int] = {"until": row.last_at, "files_of": of}
    _record(actor, ARRIVED, instance=instance, facts=facts, now=now, act_id=f"arrived-{of}")


def _zipped(written: Sequence[WrittenBundle]) -> Path:
    path = written[0].path.with_suffix(".zip")
    with zipfile.ZipFile(path, "x", zipfile.ZIP_STORED) as packed:
        for each in written:
            packed.write(each.path, each.path.name)
    return path


def _record(
    actor: Actor, kind: str, *, instance: str, facts: Mapping[str, str | int], now: int, act_id: str
) -> None:
    draft = Draft(
        id=act_id,
        kind=kind,
        recorded=now,
        by=actor.account,
        for_body=actor.body,
        objects={INSTANCE: [instance]},
        facts=facts,
    )
    record([draft], received=now)
