"""The rows of an act, made before any lock, and their written form for whoever stores them along."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from qorgau import __version__
from qorgau.recording.drafts import Notice
from qorgau.recording.folds import is_folded, registered_folds
from qorgau.recording.preparing import Prepared
from qorgau.recording.salts import persons_behind

EntryRow = tuple[str, str, int, int, int, bytes, bytes]
ObjectRow = tuple[str, str, str]
NoticeRow = tuple[str, str, str, str, int]


@dataclass(frozen=True, kw_only=True)
class Rows:
    """What an act stores, or several acts together.

    entries: id, kind, received, place, merge-by, commitment, body. objects: role, id, entry's id.
    notices: id, entry's id, kind, body, queued at. persons: none of whom may have been erased.
    """

    entries: Sequence[EntryRow]
    objects: Sequence[ObjectRow]
    notices: Sequence[NoticeRow]
    persons: Sequence[str]

    @property
    def touched(self) -> list[tuple[str, str]]:
        """The objects, by role, whose rows must be folded anew."""
        return [(role, each) for role, each, _ in self.moved]

    @property
    def moved(self) -> list[tuple[str, str, frozenset[str]]]:
        """The same, each with the kinds of the entries that name it."""
        kinds = {entry_id: kind for entry_id, kind, *_ in self.entries}
        found: dict[tuple[str, str], set[str]] = {}
        for role, each, entry_id in self.objects:
            if is_folded(role, kinds[entry_id]):
                found.setdefault((role, each), set()).add(kinds[entry_id])
        return [(role, each, frozenset(found[role, each])) for role, each in sorted(found)]


def rows_of(prepared: Sequence[Prepared], notices: Sequence[Notice]) -> Rows:
    """The rows of these entries, and of those notices that are about them."""
    return Rows(
        entries=[_entry_row(place, each) for place, each in enumerate(prepared)],
        objects=[row for each in prepared for row in _object_rows(each)],
        notices=_notice_rows(prepared, notices) if notices else [],
        persons=sorted({person for each in prepared for person in persons_behind(each.entry)}),
    )


def joined(acts: Sequence[Rows]) -> Rows:
    """The rows of several acts as those of one."""
    before = [0, *accumulate(len(act.entries) for act in acts)]
    entries = (
        (*row[:3], row[3] + places, *row[4:])
        for act, places in zip(acts, before, strict=False)
        for row in act.entries
    )
    return Rows(
        # In one order everywhere: two groups that hold the same entries must not wait for each other.
        entries=sorted(entries),
        objects=[row for act in acts for row in act.objects],
        notices=[row for act in acts for row in act.notices],
        persons=sorted({person for act in acts for person in act.persons}),
    )


def written(rows: Rows) -> bytes:
    """The rows as bytes that another process of the same program can read."""
    entries = [(*plain, commitment.hex(), body.decode()) for *plain, commitment, body in rows.entries]
    return json.dumps([_program(), entries, rows.objects, rows.notices, rows.persons]).encode()


def read_rows(content: bytes) -> Rows | None:
    """The rows; None if they cannot be read or another program wrote them, which may fold otherwise."""
    try:
        program, entries, objects, notices, persons = json.loads(content)
        rows = Rows(
            entries=[_read_entry_row(*row) for row in entries],
            objects=[tuple(row) for row in objects],
            notices=[tuple(row) for row in notices],
            persons=persons,
        )
    except (ValueError, TypeError, AttributeError):
        return None
    return rows if program == _program() else None


def _program() -> str:
    return _named_program(tuple(fold.name for fold in registered_folds()))


@cache
def _named_program(folds: tuple[str, ...]) -> str:
    return f"qorgau {__version__}: {', '.join(sorted(folds))}"


def _read_entry_row(
    entry_id: str, kind: str, received: int, place: int, merge_by: int, commitment: str, body: str
) -> EntryRow:
    return (entry_id, kind, received, place, merge_by, bytes.fromhex(commitment), body.encode())


def _entry_row(place: int, each: Prepared) -> EntryRow:
    entry = each.entry
    return (entry.id, entry.kind, each.received, place, each.merge_by, each.commitment, each.body)


def _object_rows(each: Prepared) -> list[ObjectRow]:
    return [(role, object_id, each.entry.id) for role, ids in each.entry.objects.items() for object_id in ids]


def _notice_rows(new: Sequence[Prepared], notices: Sequence[Notice]) -> list[NoticeRow]:
    received = {each.entry.id: each.received for each in new}
    return [
        (f"{notice.about}/{place}", notice.about, notice.kind, json.dumps(notice.body, sort_keys=True),
         received[notice.about])
        for place, notice in enumerate(notices)
        if notice.about in received
    ]  # fmt: skip
