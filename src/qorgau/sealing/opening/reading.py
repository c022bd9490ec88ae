"""Open one case: check that entry, commitment and files belong together, and say what is inside."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from qorgau.ledger.entry_reading import read_entry
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.sealing.age_files import NotForUs
from qorgau.sealing.envelope import PlainTextDiffers, check_P, entry_facts, open_identity, open_narrative
from qorgau.sealing.manifest import check_manifest
from qorgau.sealing.messages import BOX, Message, message_hash, open_message
from qorgau.sealing.narrative import Identity, Narrative
from qorgau.sealing.opening.case_file import CaseFile
from qorgau.sealing.opening.keys import OpenedKeys
from qorgau.sealing.pins import Pins
from qorgau.sealing.refusal import SealingRefusal
from qorgau.sealing.sealed_files import FileChanged, FileInside, hash_of_chunks, open_file


class EntryDiffers(SealingRefusal):
    """The entry of the record names other ciphertexts than those in the downloaded file."""


@dataclass(frozen=True, kw_only=True)
class OpenedMessage:
    """One message, or why it was not opened."""

    message: Message | None = None
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class OpenedCase:
    """What the sender wrote; identity only where it was asked for and this key opens it.

    gap: the first message of the mailbox (from 1) before which another was held back, moved or repeated.
    """

    narrative: Narrative
    entry_checked: bool
    identity: Identity | None = None
    messages: Sequence[OpenedMessage] = field(default_factory=tuple)
    gap: int | None = None

    @property
    def files(self) -> tuple[FileInside, ...]:
        """All attachments, of the narrative and of the messages."""
        later = (each.message.files for each in self.messages if each.message)
        return (*self.narrative.files, *(inside for files in later for inside in files))


def open_case(case: CaseFile, keys: OpenedKeys, *, who: bool = False, pins: Pins | None = None) -> OpenedCase:
    """Open a case with a body's keys. who: also the identity; pins: whose word on bodies' keys counts."""
    _require_entry(case)
    envelope = case.envelope
    narrative, nonce = open_narrative(envelope.narrative, keys.identity)
    check_P(narrative, nonce, envelope.P)
    if narrative.box_ed != envelope.box_ed:
        raise PlainTextDiffers(
            "The narrative names another mailbox than the envelope: it was moved from one complaint to "
            "another. Do not answer; tell the NPM."
        )
    return OpenedCase(
        narrative=narrative,
        entry_checked=case.entry is not None,
        identity=open_identity(envelope.identity, keys.identity, box_ed=envelope.box_ed) if who else None,
        messages=(messages := tuple(_messages(case, keys, pins))),
        gap=_first_gap(case, messages),
    )


def content_of(case: CaseFile, inside: FileInside) -> bytes:
    """The content of an attachment; raises FileChanged unless it is what the sender attached."""
    for chunks in _chunk_lists(case):
        if hash_of_chunks(chunks) == inside.chunks:
            content = io.BytesIO()
            open_file(inside, case.pieces(chunks), content)
            return content.getvalue()
    raise FileChanged(f"The attachment «{inside.name}» is not among the files of this case.")


def _chunk_lists(case: CaseFile) -> Iterator[Sequence[str]]:
    yield from case.envelope.files
    yield from case.message_files


def _require_entry(case: CaseFile) -> None:
    if case.entry is None:
        return
    try:
        entry = read_entry(case.entry)
    except LedgerRefusal as refusal:
        raise EntryDiffers(f"The entry of this case cannot be read: {refusal}") from refusal
    named = (dict(entry.sealed), entry.for_body, list(entry.objects.get("box", ())))
    if named != (entry_facts(case.envelope), case.envelope.to, [case.envelope.box_ed]):
        raise EntryDiffers(
            "The entry of the record names other ciphertexts than those in this file: something was "
            "replaced after it was lodged. Keep the file and tell the NPM, which mirrors the ciphertexts."
        )


def _messages(case: CaseFile, keys: OpenedKeys, pins: Pins | None) -> Iterator[OpenedMessage]:
    known = _signing_keys(case, pins)
    for ciphertext in case.messages:
        try:
            message = open_message(ciphertext, keys.identity, keys=known)
            if message.box != case.envelope.box_ed:
                raise NotForUs("The message belongs to another mailbox.")
            yield OpenedMessage(message=message)
        except SealingRefusal as refusal:
            yield OpenedMessage(refused=str(refusal))


def _first_gap(case: CaseFile, messages: Sequence[OpenedMessage]) -> int | None:
    """Where the mailbox's messages do not follow one on the other; those sealed to others are passed over."""
    expected, number = message_hash(case.envelope.narrative), 0
    for ciphertext, sender, opened in zip(case.messages, case.senders, messages, strict=True):
        if sender != BOX:
            continue
        number += 1
        said = opened.message
        if said and (said.sender, said.seq, said.prev) != (BOX, number, expected):
            return number
        expected = message_hash(ciphertext)
    return None


def _signing_keys(case: CaseFile, pins: Pins | None) -> dict[str, list[str]]:
    bodies = dict.fromkeys(signed.manifest.body for signed in case.manifests)
    return {} if pins is None else {body: _vouched_keys(case, body, pins) for body in bodies}


def _vouched_keys(case: CaseFile, body: str, pins: Pins) -> list[str]:
    """A body's signing keys, each only after the pinned vouchers' signatures were checked."""
    chain = [signed for signed in case.manifests if signed.manifest.body == body]
    last, keys = None, []
    for signed in sorted(chain, key=lambda each: each.manifest.epoch):
        try:
            last = check_manifest(signed, previous=last, pins=pins)
        except SealingRefusal:
            # A list that the server spoilt must not keep the narrative shut: this body's word counts for nothing.
            break
        keys.append(last.ed25519)
    return keys
