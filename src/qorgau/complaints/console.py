"""What the command `complaints` does: the slice's own acts and queries, by whoever holds the machine."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from qorgau.access.actions import note_list
from qorgau.access.actor import Actor
from qorgau.complaints import actions, queries
from qorgau.complaints.api import answers, listed, listing, telling, telling_runs
from qorgau.complaints.api.reading import complaint_of, move_of, particulars_of, zone_of_case
from qorgau.complaints.facts.law import zone
from qorgau.complaints.given_in_words import complaint_given, move_given, particulars_given, stated_given
from qorgau.complaints.importing.columns import KEY
from qorgau.complaints.importing.mapping import FileMap, read_map
from qorgau.complaints.importing.running import import_complaints
from qorgau.complaints.models import ComplaintRow, RunRow
from qorgau.complaints.opening import usual_ground
from qorgau.complaints.queries.reach import seen_whereabouts
from qorgau.complaints.refusal import ComplaintRefusal, NoSuchComplaint
from qorgau.custody.api.reading import instant_of
from qorgau.custody.importing.files import ReadRows, form_of_name, read_rows
from qorgau.custody.importing.running import key_of_content
from qorgau.custody.times import read_when
from qorgau.wording import say


def inbox(actor: Actor, *, body: str, status: str, order: str, page: int, now: int) -> listed.InboxAnswer:
    """A page of the inbox; that it was read is noted."""
    found = queries.inbox(actor, as_of=now, body=body, status=status, order=order, page=page)
    filters = {"body": body, "status": status, "order": order, "page": page}
    note_list(actor, "complaints.see", filters=filters, rows=len(found.lines), now=now)
    return listing.inbox(found)


def opened(actor: Actor, complaint_id: str, *, as_of: str, known_at: str, now: int) -> answers.CaseAnswer:
    """The case, once the look is entered."""
    seen_whereabouts(actor, complaint_id)
    at = zone_of_case(complaint_id)
    until = instant_of(as_of, at, field="--as-of") if as_of else now
    known = instant_of(known_at, at, field="--known-at") if known_at else until
    actions.open_file(actor, complaint_id, because=usual_ground(actor.role), now=now)
    return telling.case_answer(queries.case(actor, complaint_id, as_of=until, known_at=known), actor.language)


def register(actor: Actor, said: Mapping[str, str], *, key: str, now: int) -> answers.CaseActAnswer:
    """Register a complaint."""
    new = complaint_of(complaint_given(said))
    return telling.done(
        actions.register_complaint(actor, new, now=now, act_id=_act(actor, key)), actor.language
    )


def state(
    actor: Actor, complaint_id: str, said: Mapping[str, str], *, key: str, now: int
) -> answers.CaseActAnswer:
    """State what a complaint says: of a sealed one, what was found on opening it."""
    seen_whereabouts(actor, complaint_id)
    act_id = _act(actor, key)
    if ComplaintRow.objects.filter(pk=complaint_id, is_sealed=True).exists():
        of = particulars_of(stated_given(said))
        done = actions.read_sealed(actor, complaint_id, of, now=now, act_id=act_id)
    else:
        of = particulars_of(particulars_given(said))
        done = actions.state_particulars(actor, complaint_id, of, now=now, act_id=act_id)
    return telling.done(done, actor.language)


def assign(
    actor: Actor, complaint_id: str, body: str, *, reasons: str, key: str, now: int
) -> answers.CaseActAnswer:
    """Give the case to a body."""
    done = actions.assign(actor, complaint_id, body, reasons=reasons, now=now, act_id=_act(actor, key))
    return telling.done(done, actor.language)


def move(
    actor: Actor, run_id: str, move_id: str, said: Mapping[str, str], *, key: str, now: int
) -> answers.CaseActAnswer:
    """Make a move of a procedure."""
    complaint = RunRow.objects.filter(pk=run_id).values_list("complaint_id", flat=True).first()
    if complaint is None:
        raise NoSuchComplaint
    seen_whereabouts(actor, complaint)
    asked = move_of(move_given(move_id, said), complaint)
    done = actions.make_move(actor, run_id, asked, now=now, act_id=_act(actor, key))
    return telling.done(done, actor.language)


def begin(
    actor: Actor, complaint_id: str, procedure: str, *, reviews: str, body: str, key: str, now: int
) -> answers.CaseActAnswer:
    """Begin a procedure."""
    done = actions.open_run(
        actor, complaint_id, procedure, reviews=reviews, body=body, now=now, act_id=_act(actor, key)
    )
    return telling.done(done, actor.language)


def runs(actor: Actor, complaint_id: str, *, now: int) -> list[answers.RunAnswer]:
    """The procedures of a case; reading them is opening it."""
    seen_whereabouts(actor, complaint_id)
    actions.open_file(actor, complaint_id, because=usual_ground(actor.role), now=now)
    found = queries.case(actor, complaint_id, as_of=now)
    return [telling_runs.run(each, actor.language) for each in found.runs]


def officers(actor: Actor, officer: str, *, name: str) -> list[listed.OfficerAnswer]:
    """An officer across cases, by id; or all of a name."""
    ids = queries.officers_named(actor, name) if name else (officer,)
    if not ids or not ids[0]:
        raise ComplaintRefusal("no_such_officer", field="officer")
    return [listing.officer(queries.officer_history(actor, each)) for each in ids]


def oversight(actor: Actor, *, now: int) -> listed.OversightAnswer:
    """What each body has, and the sums."""
    return listing.oversight(queries.oversight(actor, as_of=now), actor.language)


def hearings(actor: Actor, *, from_: str, to: str, now: int) -> listed.CalendarAnswer:
    """Hearings between two days; from now on, where no day is given."""
    first = _first(from_) if from_ else now
    last = instant_of(to, zone(""), field="--to") + 1 if to else first + _YEAR
    return listing.calendar(queries.hearings(actor, from_=first, to=last))


_YEAR = 366 * 86_400


def _first(typed: str) -> int:
    return read_when(typed, zone(""), field="--from").earliest


def import_file(
    actor: Actor,
    file: Path,
    *,
    also: Path | None,
    on: str,
    map_file: Path | None,
    key: str,
    dry_run: bool,
    now: int,
) -> str:
    """Record every complaint of the file or none; says how many there were."""
    by = read_map(map_file) if map_file else FileMap()
    read, second = _rows(file), _rows(also) if also else None
    if second is not None:
        _refuse_unjoined(on, by, read, second)
    content = b"\0".join(each.read_bytes() for each in (file, also, map_file) if each)
    done = import_complaints(
        actor,
        read,
        key=_act(actor, key) or key_of_content(actor, content),
        now=now,
        by=by,
        also=second,
        dry_run=dry_run,
    )
    return say(
        f"complaints.import_{'would' if dry_run else 'did'}",
        actor.language,
        rows=done.rows,
        complaints=len(done.complaints),
        charges=done.charges,
        officers=done.officers,
        stored=done.stored,
        unreadable=done.unreadable,
    )


def _rows(file: Path) -> ReadRows:
    return read_rows(file.read_bytes(), form_of_name(file.name))


def _refuse_unjoined(on: str, by: FileMap, *files: ReadRows) -> None:
    """The files are joined by the column that the map calls key, and by no other."""
    in_all = all(any(on in row.cells for row in each.rows) for each in files)
    if by.column(on) != KEY or not in_all:
        raise ComplaintRefusal("import_on_missing", field="--on", name=on)


def _act(actor: Actor, key: str) -> str | None:
    if not key:
        return None
    text = f"qorgau/console/key/v1\0{actor.account}\0{actor.role}\0{key}"
    return hashlib.sha256(text.encode()).hexdigest()
