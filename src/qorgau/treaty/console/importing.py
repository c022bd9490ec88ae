"""Import a list of recommendations from a file, showing how far it is where somebody waits."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from qorgau.access.actor import Actor
from qorgau.custody.api.keys import act_of
from qorgau.custody.importing.faults import RowsRefused
from qorgau.lawbook import Language
from qorgau.treaty.importing.mapping import read_map
from qorgau.treaty.importing.running import Imported, import_recommendations
from qorgau.wording import say

_LONG = 200_000
"""A file of so many bytes takes seconds to judge: whoever waits is shown how far it is."""


def imported(
    actor: Actor, file: Path, *, map_file: Path | None, key: str, dry_run: bool, now: int
) -> Imported:
    """Record everything of the file, or nothing."""
    content = file.read_bytes()
    by = read_map(map_file) if map_file is not None else None
    own = (act_of(actor, key) or "") if key else ""
    if len(content) < _LONG or not sys.stderr.isatty():
        return import_recommendations(actor, content, file.name, now=now, key=own, by=by, dry_run=dry_run)
    label = say("treaty.import_judging", actor.language)
    with click.progressbar(length=content.count(b"\n") or 1, label=label, file=sys.stderr) as bar:
        return import_recommendations(
            actor, content, file.name, now=now, key=own, by=by, dry_run=dry_run, judged=lambda: bar.update(1)
        )


def imported_lines(done: Imported, language: Language) -> Iterator[str]:
    """What became of the file, and what of it was not taken over."""
    counts = {
        name: getattr(done, name)
        for name in ("rows", "recommendations", "new", "bodies", "actions", "replies", "assessments")
    }
    if done.dry_run:
        yield say("treaty.import_would", language, **counts)
    else:
        yield say("treaty.import_did", language, **counts, stored=done.stored)
    if done.left:
        what = ", ".join(say(f"treaty.import_left_{name}", language) for name in done.left)
        yield say("treaty.import_left", language, what=what)


def fault_lines(refused: RowsRefused, language: Language) -> Iterator[str]:
    """What is wrong, a line each, and how many rows cannot be recorded."""
    for each in refused.shown:
        yield f"{each.row}: {each.column + ': ' if each.column else ''}{each.said(language)}"
    yield refused.said(language)
