"""Proposing a map for a log nobody has described: every guess and doubt is said in its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from qorgau.eventlog import column_words as words
from qorgau.eventlog.column_profile import ColumnProfile, profiles_of
from qorgau.eventlog.log import UnreadableLogError
from qorgau.eventlog.log_context import context_of
from qorgau.eventlog.logmap import LogMap, Naming, TimeColumn
from qorgau.eventlog.moments import Clock
from qorgau.eventlog.proposed_readings import proposed_reading
from qorgau.eventlog.proposed_subjects import proposed_subject
from qorgau.eventlog.proposed_times import activity_column, activity_times, register_times
from qorgau.eventlog.source import read_source
from qorgau.eventlog.table import Progress, Table, no_progress
from qorgau.eventlog.time_columns import moments_in
from qorgau.eventlog.written_times import Fault

_MOST_FACTS = 80
_PLACEMENTS = frozenset({"Admitted", "Placed", "SolitaryStarted"})


def propose_map(path: Path, *, progress: Progress | None = None) -> LogMap:
    """A map that runs, with notes on what was guessed; raises UnreadableLogError for no table."""
    table = read_source(path, only=None, log_map=None, progress=progress or no_progress)
    return propose(table, name=path.name.split(".")[0])


def propose(table: Table, *, name: str) -> LogMap:
    """A map for a table; `name` is what the log is called."""
    profiles = {key: profile for key, profile in profiles_of(table).items() if profile.filled}
    if not profiles:
        raise UnreadableLogError(place=name, why="no column has any value.", mend="Export the log again.")
    notes = ["Proposed from the file's column names and values: check each line before relying on it."]
    context = context_of((name, *table.titles), profiles)
    activity = activity_column(profiles)
    if activity is not None and any(profile.is_time for profile in profiles.values()):
        kind, times = activity_times(profiles, activity, notes)
    else:
        activity, kind = None, None
        times = register_times(profiles, context, notes)
    used = {column for time in times for column in time.columns()} | {activity}
    role, subject = proposed_subject(profiles, used, activity, context, table, notes)
    reading = proposed_reading(profiles, times, notes)
    taken = used | set(subject.columns)
    objects = _objects(profiles, taken, notes)
    columns = {column for naming in objects.values() for column in naming.columns}
    facts = _facts(profiles, taken | columns, notes)
    if activity is None and any(_is_placement(time) for time in times):
        notes.append("Each row is taken to be one placement; stays of one subject add up.")
        objects["placement"] = Naming(each_row=True)
    proposed = LogMap(
        log=name,
        role=role,
        subject=subject,
        times=_with_missing(times, profiles, notes),
        zone=reading.zone,
        kind=kind,
        objects=objects,
        facts=facts,
        clock=reading.clock,
        dates=reading.dates,
        midnight=reading.midnight,
        encoding=_encoding(table),
    )
    notes.append(
        "What the log can record is taken to be what it names or shows; if it records more, list "
        "all of it under `observes:`."
    )
    return replace(proposed, notes=(*notes, *_on_order(table, proposed), *table.notes))


def _on_order(table: Table, proposed: LogMap) -> Iterator[str]:
    """How many ends are written before their starts: some may be mistakes, some a lost AM or PM."""
    plain = replace(proposed, clock=Clock.FULL)
    starts = {time.name: time for time in proposed.times}
    for time in proposed.times:
        if time.ends is None:
            continue
        start, end = (moments_in(table, each, plain) for each in (starts[time.ends], time))
        told = (start.fault == Fault.NONE) & (end.fault == Fault.NONE)
        early = int((told & (end.latest < start.earliest)).sum())
        if early:
            lost = proposed.clock is Clock.HALF_LOST
            fate = "kept where AM and PM can still put them in order" if lost else "refused"
            yield f"In {early} rows `{time.name}` is written before `{time.ends}`; they are {fate}."


def _with_missing(
    times: tuple[TimeColumn, ...], profiles: Mapping[str, ColumnProfile], notes: list[str]
) -> tuple[TimeColumn, ...]:
    found: list[TimeColumn] = []
    for time in times:
        absent: frozenset[str] = frozenset()
        for column in time.columns():
            absent |= profiles[column].missing_words()
        if absent:
            shown = ", ".join(f"`{word}`" for word in sorted(absent))
            notes.append(f"In `{time.name}`, {shown} is taken for no time; say so in `missing:`.")
        found.append(replace(time, missing=absent))
    return tuple(found)


def _is_placement(time: TimeColumn) -> bool:
    return time.kind is not None and time.kind.always in _PLACEMENTS


def _objects(
    profiles: Mapping[str, ColumnProfile], taken: set[str | None], notes: list[str]
) -> dict[str, Naming]:
    objects: dict[str, Naming] = {}
    for name, profile in profiles.items():
        if name in taken or profile.is_time:
            continue
        if "officer" not in objects and words.fits_any(words.OFFICER, profile.words):
            objects["officer"] = Naming(columns=(name,))
        named = words.fits_any(words.PERSON, profile.words) and profile.distinct > profile.rows / 20
        if "person" not in objects and named:
            objects["person"] = Naming(columns=(name,))
    for role, naming in objects.items():
        notes.append(f"`{naming.columns[0]}` is taken for the id of the {role}.")
    return objects


def _facts(profiles: Mapping[str, ColumnProfile], taken: set[str | None], notes: list[str]) -> dict[str, str]:
    """All other columns by their own names, and again by those the law's conditions ask for."""
    facts: dict[str, str] = {}
    free = [profile for name, profile in profiles.items() if name not in taken]
    for attribute, stems in words.ATTRIBUTES:
        fitting = next((p for p in free if words.fits_any(stems, p.words)), None)
        if fitting is not None and attribute not in facts:
            facts[attribute] = fitting.name
    for profile in free:
        counts_rows = profile.distinct == profile.rows > 1 and _counts_up(profile)
        if profile.name not in facts and not counts_rows:
            facts[profile.name] = profile.name
    if len(facts) > _MOST_FACTS:
        left_out = list(facts)[_MOST_FACTS:]
        notes.append(f"{len(left_out)} columns were left out of `facts:`: {', '.join(left_out)}.")
    return dict(list(facts.items())[:_MOST_FACTS])


def _counts_up(profile: ColumnProfile) -> bool:
    """Whether the column only numbers the rows."""
    values = profile.texts.values
    return all(value.isdecimal() for value in values) and bool(
        (np.diff([int(value) for value in values]) == 1).all()
    )


def _encoding(table: Table) -> str | None:
    """An encoding that had to be guessed is written down, so that it can be corrected."""
    assumed = (note for note in table.notes if "was assumed" in note)
    return next((note.split("; ")[1].split(" ")[0] for note in assumed), None)
