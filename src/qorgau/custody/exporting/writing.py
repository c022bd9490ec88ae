"""Write the register as a file; that somebody took it along is noted like any other list they read."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.custody.exporting.register import Asked, register_export, wanted
from qorgau.custody.refusal import CustodyRefusal
from qorgau.eventlog.writing import Exported, Form, write_export

MOST_BY_REQUEST = 20_000
"""So many custodies one request may export; the command exports any number."""


def write_register(
    actor: Actor, asked: Asked, path: Path, *, form: Form, now: int, most: int | None = None
) -> Exported:
    """Write the file and, where the form has one, its map beside it.

    Raises NotPermitted, ExportError, or CustodyRefusal where more than `most` custodies are asked for.
    """
    count = wanted(actor, asked).count()
    if most is not None and count > most:
        raise CustodyRefusal("export_too_many", field="place", count=count, most=most)
    done = write_export(register_export(actor, asked, as_of=now), path, form=form)
    filters = {**asdict(asked), "form": form.value}
    note_list(actor, "custody.export", filters=filters, rows=count, now=now)
    return done
