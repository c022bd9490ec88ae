"""What the command `custody` does: the desk's own acts and queries, by whoever holds the machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from qorgau.access.actions import note_list
from qorgau.access.actions.accounts import account_named
from qorgau.access.actor import Actor
from qorgau.access.queries import actor_under, current_appointments
from qorgau.custody import actions, queries
from qorgau.custody.api import answers, telling
from qorgau.custody.api.reading import booking_of, entry_of, instant_of, zone_of_custody
from qorgau.custody.entries import usual_ground
from qorgau.custody.exporting.register import Asked
from qorgau.custody.exporting.writing import write_register
from qorgau.custody.importing.faults import RowFault, RowsRefused
from qorgau.custody.importing.files import form_of_name, read_rows
from qorgau.custody.importing.judging import booking_in, entry_in
from qorgau.custody.importing.rows import BOOKING, Row
from qorgau.custody.importing.running import import_rows, key_of_content
from qorgau.custody.kind_forms import group_titles, kind_forms
from qorgau.custody.refusal import CustodyRefusal
from qorgau.eventlog.writing import Form, form_of
from qorgau.lawbook import Language
from qorgau.lawbook.strict_yaml import read_yaml
from qorgau.wording import in_language, say

_OTHER_ENDINGS = {".jsonocel": Form.OCEL_JSON, ".sqlite": Form.OCEL_SQLITE}


def actor_named(account: str, *, language: Language, now: int) -> Actor:
    """Who an account is now, by its oldest current appointment; refused where it has none."""
    found = account_named(account)
    held = current_appointments(found, now=now)
    if found.closed_at is not None or not held:
        raise CustodyRefusal("console_no_appointment", field="--as", account=account)
    return actor_under(held[0], language=language)


def book(actor: Actor, cells: Mapping[str, str], *, key: str, confirmed: bool, now: int) -> str:
    """Register a person; gives the custody, the person, and the promise of the apprehension."""
    given, faults = booking_in(Row(number=1, cells={**_filled(cells), "kind": BOOKING}))
    if given is None:
        raise RowsRefusedAlone(faults, actor.language)
    done = actions.book(
        actor,
        booking_of(given),
        now=now,
        act_id=_act(actor, key),
        confirmed=confirmed or given.confirmed,
    )
    first = done.acknowledgements[0]
    return f"custody {done.custody}\nperson {done.person}\n{len(done.entries)} entries\n{first.promise}"


def add(actor: Actor, cells: Mapping[str, str], *, key: str, confirmed: bool, now: int) -> str:
    """Add an entry; gives its id and promise."""
    row = Row(number=1, cells=_filled(cells))
    given, faults = entry_in(row)
    if given is None:
        raise RowsRefusedAlone(faults, actor.language)
    custody = row.text("custody")
    new = entry_of(given, zone_of_custody(actor, custody))
    done = actions.add_entry(
        actor, custody, new, now=now, act_id=_act(actor, key), confirmed=confirmed or given.confirmed
    )
    return f"entry {done.entry}\n{done.acknowledgement.promise}"


def opened(actor: Actor, custody_id: str, *, as_of: str, known_at: str, now: int) -> answers.RecordAnswer:
    """The record, once the look is entered."""
    zone = zone_of_custody(actor, custody_id)
    until = instant_of(as_of, zone, field="--as-of") if as_of else now
    known = instant_of(known_at, zone, field="--known-at") if known_at else until
    actions.open_record(actor, custody_id, because=usual_ground(actor.role), now=now)
    return telling.record_answer(
        queries.record(actor, custody_id, as_of=until, known_at=known), actor.language
    )


def record_lines(found: answers.RecordAnswer) -> Iterator[str]:
    """The record in lines: who, where, what happened, what runs."""
    where = found.whereabouts
    yield f"{found.custody}  {found.identity.name or found.identity.name_status}  {where.status}  {where.place}"
    for entry in found.entries:
        at = entry.happened[0].earliest if entry.happened else entry.recorded
        yield f"{at}  {entry.title}{'' if entry.counts else '  (set aside)'}  [{entry.id}]"
    for clock in found.clocks:
        due = clock.due.latest if clock.due else ""
        yield f"{clock.state:<9} {due:<20}  {clock.title} ({clock.basis}; {clock.source})"


def board(actor: Actor, *, place: str, region: str, page: int, now: int) -> answers.BoardAnswer:
    """A page of everyone held; that it was read is noted."""
    found = queries.held(actor, as_of=now, place=place or None, region=region or None, page=page)
    filters = {"place": place, "region": region, "page": page}
    note_list(actor, "board.see", filters=filters, rows=len(found.rows), now=now)
    return telling.board(found, actor.language)


def board_lines(found: answers.BoardAnswer) -> Iterator[str]:
    """Everyone held in lines, and how many there are."""
    for each in found.held:
        missing = ",".join(each.missing)
        yield f"{each.next_due or '':<20}  {each.custody}  {each.name or each.name_status}  {each.status}  {missing}"
    yield f"{found.total} held, page {found.page} of {found.pages}"


def import_file(
    actor: Actor,
    file: Path,
    *,
    map_file: Path | None,
    key: str,
    dry_run: bool,
    confirmed: bool,
    now: int,
) -> str:
    """Record every row of the file or none; says how many there were."""
    content = file.read_bytes()
    read = read_rows(content, form_of_name(file.name), columns=_columns(map_file))
    done = import_rows(
        actor,
        read,
        key=_act(actor, key) or key_of_content(actor, content),
        now=now,
        dry_run=dry_run,
        confirmed=confirmed,
    )
    phrase = "custody.import_would" if dry_run else "custody.import_did"
    return say(phrase, actor.language, rows=len(done.rows), bookings=done.bookings, stored=done.stored)


def fault_lines(refused: RowsRefused, language: Language) -> Iterator[str]:
    """What is wrong, a line each, and how many rows cannot be recorded."""
    for each in refused.shown:
        yield f"{each.row}: {each.column + ': ' if each.column else ''}{each.said(language)}"
    yield refused.said(language)


def export_file(actor: Actor, asked: Asked, file: Path, *, now: int) -> Iterator[str]:
    """Write the register; gives what was written."""
    form = next((form for end, form in _OTHER_ENDINGS.items() if file.name.lower().endswith(end)), None)
    done = write_register(actor, asked, file, form=form or form_of(file), now=now)
    yield f"{done.path}: {done.events} events, {done.rows} rows"
    if done.map_path is not None:
        yield f"{done.map_path}: qorgau check {done.path} --map {done.map_path}"


def kind_lines(language: Language) -> Iterator[str]:
    """Every kind under its group, with who adds it."""
    for group, title in group_titles().items():
        yield in_language(title, language)
        for form in kind_forms().values():
            if form.group == group:
                asked = " ".join([*(fact.name for fact in form.asks), *(own.name for own in form.personal)])
                yield f"  {form.kind:<30} {in_language(form.title, language)}  {asked}"


class RowsRefusedAlone(CustodyRefusal):
    """What was typed for one booking or entry cannot be taken; says every fault."""

    def __init__(self, faults: list[RowFault], language: Language) -> None:
        """Keep the sentences of all faults, each with its column."""
        said = " ".join(f"{each.column}: {each.said(language)}" for each in faults)
        super().__init__("import_said", said=said)


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in cells.items() if value.strip()}


def _act(actor: Actor, key: str) -> str | None:
    if not key:
        return None
    text = f"qorgau/console/key/v1\0{actor.account}\0{actor.role}\0{key}"
    return hashlib.sha256(text.encode()).hexdigest()


def _columns(map_file: Path | None) -> Mapping[str, str] | None:
    """Their names of columns and ours, from `columns:` of a YAML file."""
    if map_file is None:
        return None
    root = read_yaml(map_file).mapping(frozenset({"columns"}))
    return {theirs: ours.text() for theirs, ours in root["columns"].mapping().items()}
