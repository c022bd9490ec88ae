"""An envelope with all that belongs to it, as one file for the opener on a body's own machine."""

from __future__ import annotations

import base64
import json
import zipfile
from pathlib import Path
from typing import IO, Any

from qorgau.mailboxes import ciphertexts, queries
from qorgau.mailboxes.actions.keys import read_manifest
from qorgau.mailboxes.folding import files_of
from qorgau.mailboxes.models import ChunkRow, EnvelopeRow, MessageRow
from qorgau.mailboxes.queries import FROM_MAILBOX
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.recording.keystore.secrets import instance_secret
from qorgau.recording.models import StoredEntry
from qorgau.recording.receipts import receipt_of
from qorgau.recording.salts import salt_of

VERSION = 1


def export(complaint_id: str, target: Path | IO[bytes]) -> int:
    """Write the envelope, its entry and proof, messages and pieces of files; gives the number of pieces.

    A zip file: `envelope.json` as it was posted, `case.json` with entry, salt, receipt, messages and
    the keys of bodies, and `chunks/<sha256>`. Everything in it is ciphertext, hashes or public keys.
    """
    row = queries.envelope(complaint_id)
    lodged = queries.lodged_entry(complaint_id)
    if row is None or lodged is None:
        raise MailboxRefusal("no_mailbox")
    messages = list(queries.box_messages(row.box_ed))
    named = [*files_of(lodged.entry), *(files for each in messages for files in _files(each.message_id))]
    pieces = [sha256 for chunks in named for sha256 in chunks]
    with zipfile.ZipFile(target, "x", zipfile.ZIP_STORED) as file:
        file.writestr(_dateless("envelope.json"), _envelope(row, files_of(lodged.entry)))
        file.writestr(_dateless("case.json"), json.dumps(_case(row), ensure_ascii=False, indent=1))
        for sha256 in dict.fromkeys(pieces):
            if (content := ciphertexts.ciphertext(sha256)) is not None:
                file.writestr(_dateless(f"chunks/{sha256}"), content)
    return len(pieces)


def _envelope(row: EnvelopeRow, files: list[list[str]]) -> str:
    held = ciphertexts.ciphertexts([row.narrative, row.identity])
    return json.dumps({
        "to": row.to_body,
        "box_ed": row.box_ed,
        "narrative": _base64(held.get(row.narrative)),
        "identity": _base64(held.get(row.identity)),
        "P": row.plain,
        "files": files,
    })  # fmt: skip


def _case(row: EnvelopeRow) -> dict[str, Any]:
    stored = StoredEntry.objects.get(id=row.entry_id)
    return {
        "qorgau_case": VERSION,
        "complaint": row.complaint_id,
        "entry": bytes(stored.body).decode(),
        "salt": salt_of(row.entry_id, instance=instance_secret(), persons=()).hex(),
        "receipt": str(receipt_of(row.entry_id)),
        "messages": [_message(each) for each in queries.box_messages(row.box_ed)],
        "manifests": [read_manifest(each).as_group() for each in queries.manifest_history()],
    }


def _message(row: MessageRow) -> dict[str, Any]:
    return {
        "id": row.message_id,
        "from": "box" if row.direction == FROM_MAILBOX else row.body,
        "number": row.seq,
        "message": _base64(ciphertexts.ciphertext(row.sha256)),
        "files": _files(row.message_id),
    }


def _files(message_id: str) -> list[list[str]]:
    files: dict[int, list[str]] = {}
    for row in ChunkRow.objects.filter(chunk_id__startswith=f"{message_id}/").order_by("file", "place"):
        files.setdefault(row.file, []).append(row.sha256)
    return [files[number] for number in sorted(files)]


def _base64(content: bytes | None) -> str:
    return "" if content is None else base64.b64encode(content).decode()


def _dateless(name: str) -> zipfile.ZipInfo:
    # The archive's own date would say when somebody looked.
    return zipfile.ZipInfo(name)
