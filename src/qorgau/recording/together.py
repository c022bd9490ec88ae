"""Writers who wait at the same time are stored in one transaction, by whoever of them has the turn.

A writer who finds the turn taken lays its rows into its tray and sleeps. Whoever has the turn stores
what lies in all trays with its own, answers when it is on disk, and wakes them. Where anything is amiss
with one of them, nothing is stored and all are told to store alone: so each learns what is wrong with
its own, and of the others' trouble nothing but the delay.
"""

from collections.abc import Sequence

from qorgau.recording import storing
from qorgau.recording.folds import refold
from qorgau.recording.refusal import RecordingRefusal
from qorgau.recording.rows import Rows, joined, read_rows, written
from qorgau.recording.shared_sync import SharedSync
from qorgau.recording.trays import ROOM, Answer, Taken, Tray
from qorgau.recording.writer_turn import transaction_in_turn, writers_queues

PATIENCE_SECONDS = 0.05
"""After so long a sleep a writer queues for the turn itself: whoever was to wake it may have died."""


class NotTogether(RecordingRefusal):
    """Something in a group of acts must be looked at by itself."""


def stored_together(rows: Rows) -> bool:
    """Store the rows with those of all who wait; False where their owner must store them alone.

    When it returns True they are on disk. On False nothing of them is stored, unless a writer died
    while it stored them along: storing them again then finds them held.
    """
    sync = writers_queues()
    if sync is None or (tray := sync.tray) is None:
        return False
    if not sync.turn.take(wait=False):
        content = written(rows)
        if len(content) > ROOM:
            return False
        if (answer := _answer(sync, tray, content)) is not None:
            return answer is Answer.STORED
    return _store_all(sync, tray, rows)


def _answer(sync: SharedSync, tray: Tray, content: bytes) -> Answer | None:
    """What became of the content in the hands of others; None if its owner now has the turn for it."""
    ticket = tray.lay(content)
    try:
        was_rung = True
        while (answer := tray.answer(ticket)) is None:
            if sync.turn.take(wait=not was_rung):
                return _answer_in_turn(sync, tray, ticket)
            was_rung = tray.wait(seconds=PATIENCE_SECONDS)
        return answer
    finally:
        tray.take_back(content)


def _answer_in_turn(sync: SharedSync, tray: Tray, ticket: int) -> Answer | None:
    answer = tray.answer(ticket)
    if answer is None and tray.was_taken(ticket):
        answer = Answer.ALONE
    if answer is not None:
        sync.give_turn_away()
    return answer


def _store_all(sync: SharedSync, tray: Tray, own: Rows) -> bool:
    taken: Sequence[Taken] = ()
    try:
        taken = tray.take_along()
        answer = _answer_to_all(sync, tray, own, taken)
    finally:
        sync.give_turn_away()
        for each in taken:
            tray.ring(each.tray)
    return answer is Answer.STORED


def _answer_to_all(sync: SharedSync, tray: Tray, own: Rows, taken: Sequence[Taken]) -> Answer:
    read = [(each, read_rows(each.content)) for each in taken]
    answer = _stored(sync, joined([own, *(rows for _, rows in read if rows is not None)]))
    for each, rows in read:
        tray.reply(each, Answer.ALONE if rows is None else answer)
    return answer


def _stored(sync: SharedSync, rows: Rows) -> Answer:
    try:
        _store(sync, rows)
    except Exception:
        # Whatever it is, the act that caused it will meet it again, alone.
        return Answer.ALONE
    return Answer.STORED


def _store(sync: SharedSync, rows: Rows) -> None:
    is_plain = not rows.notices and not storing.lock_keys(rows)
    with transaction_in_turn(sync, is_plain=is_plain) as connection:
        storing.lock_rows(connection, rows)
        if erased := storing.erased_among(connection, rows.persons):
            raise NotTogether(f"Erased meanwhile: {', '.join(sorted(erased))}.")
        storing.insert_rows(connection, rows)
        for role, object_id, kinds in rows.moved:
            refold(role, object_id, after=kinds)
