"""Whatever comes in is registered at once or, under load or trouble, kept on disk until it can be."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import Any

from qorgau.mailboxes import puzzle, waiting
from qorgau.mailboxes.actions.lodging import entry_id_of, lodge, require_known_body
from qorgau.mailboxes.actions.messaging import SealedMessage, take_message
from qorgau.mailboxes.actions.recorded import Lodged, lodged_before
from qorgau.mailboxes.ciphertexts import hash_of
from qorgau.mailboxes.entries import complaint_id_of
from qorgau.mailboxes.pace import PACE, SOLVED_PACE
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.sealing.canonical_json import read_group
from qorgau.sealing.envelope import Envelope, ciphertext_from, read_envelope
from qorgau.sealing.refusal import SealingRefusal

_log = logging.getLogger("qorgau.mailboxes.quiet")

LARGEST = 512 * 1024
"""Bytes of one envelope or message: sixteen steps of text and the hashes of many pieces fit."""
MESSAGE_WAITS = 30 * 24 * 3600
"""So long a message waits for the envelope of its mailbox, which may still be on a terminal without network."""
AGAIN_IN = 30
"""After so many seconds what waited is looked for again."""


@dataclass(frozen=True, kw_only=True)
class Deferred:
    """It is kept, here on disk or by whoever sent it, and is not registered yet."""

    is_kept_here: bool
    puzzle: dict[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """As the address answers it."""
        state = "waiting" if self.is_kept_here else "keep"
        offered = {} if self.puzzle is None else {"puzzle": self.puzzle}
        return {"state": state, "again_in": AGAIN_IN, **offered}


def receive_envelope(content: bytes, *, solution: str = "", now: int) -> Lodged | Deferred:
    """Register an envelope, or keep it: never refused for being one of many, from whatever address.

    content: as `Envelope.as_json()` writes it; solution: of a puzzle offered before, if one was solved.
    Raises MailboxRefusal for what is no envelope at all.
    """
    envelope = _read(content)
    try:
        require_known_body(envelope.to)
        if not _may_be_taken_now(envelope, solution, now=now):
            return _kept(content, now=now, offer=puzzle.new_puzzle(now=now))
        return lodge(envelope, now=now)
    except MailboxRefusal:
        raise
    except Exception as error:
        # The record cannot be reached just now. Nothing of the envelope goes into a log.
        _log.error("an envelope could not be registered and waits: %s", type(error).__name__)
        return _kept(content, now=now, offer=None)


def receive_message(content: bytes, *, now: int) -> Lodged | Deferred:
    """Enter a message; one for a mailbox under which nothing was lodged yet waits for its envelope."""
    box_ed, message = _read_message(content)
    try:
        entered = take_message(box_ed, message, now=now) if PACE.has_room() else None
    except Exception as error:
        _log.error("a message could not be entered and waits: %s", type(error).__name__)
        entered = None
    return entered or _kept(content, now=now, offer=None)


def register_waiting(*, now: int, most: int) -> int:
    """Register what waits, in random order; gives how many were registered. What still cannot be stays."""
    done = 0
    for each in waiting.waiting(most=most, now=now):
        try:
            entered = _enter(each.content, now=now)
        except (MailboxRefusal, SealingRefusal):
            # It can never be registered: it was for a body that is not known here, or is no envelope.
            each.done()
            continue
        if entered is not None:
            done += 1
        if entered is not None or each.hour < now - MESSAGE_WAITS:
            each.done()
    return done


def _may_be_taken_now(envelope: Envelope, solution: str, *, now: int) -> bool:
    complaint_id = complaint_id_of(envelope.box_ed, envelope.P.hex())
    if PACE.has_room() or lodged_before(entry_id_of(complaint_id), complaint_id=complaint_id):
        return True
    about = hash_of(envelope.narrative)
    solved = puzzle.is_solved(puzzle.read_solution(solution), about=about, now=now)
    return solved and SOLVED_PACE.has_room()


def _enter(content: bytes, *, now: int) -> Lodged | None:
    if b'"narrative"' in content:
        return lodge(_read(content), now=now)
    return take_message(*_read_message(content), now=now)


def _read(content: bytes) -> Envelope:
    _require_size(content)
    try:
        return read_envelope(content)
    except SealingRefusal as refusal:
        raise MailboxRefusal(_problem(content)) from refusal


def _read_message(content: bytes) -> tuple[str, SealedMessage]:
    _require_size(content)
    try:
        group = read_group(content, what="The message")
        box_ed, files = group["box_ed"], group.get("files", [])
        if set(group) - {"box_ed", "message", "files"} or not _is_hex(box_ed):
            raise MailboxRefusal("malformed")
        if not all(_is_hex(each) for chunks in files for each in chunks):
            raise MailboxRefusal("malformed")
        return box_ed, SealedMessage(ciphertext=ciphertext_from(group["message"]), files=files)
    except (SealingRefusal, KeyError, TypeError, AttributeError) as refusal:
        raise MailboxRefusal(_problem(content)) from refusal


def _is_hex(word: object) -> bool:
    return isinstance(word, str) and len(word) == 64 and not set(word) - set("0123456789abcdef")


def _problem(content: bytes) -> str:
    try:
        json.loads(content)
    except ValueError:
        return "not_json"
    return "malformed"


def _require_size(content: bytes) -> None:
    if len(content) > LARGEST:
        raise MailboxRefusal("too_large", most=LARGEST)


def _kept(content: bytes, *, now: int, offer: dict[str, Any] | None) -> Deferred:
    return Deferred(is_kept_here=waiting.put(content, now=now), puzzle=offer)
