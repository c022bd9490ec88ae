"""Downloaded cases as `qorgau mailbox export` writes them, with attachments of every kind."""

import base64
import hashlib
import hmac
import io
import json
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from tests.core.sealing.people import INSPECTORATE, MAILBOX, NPM, Body, narrative

from qorgau.ledger.entry import Entry, canonical
from qorgau.sealing.envelope import Envelope, entry_facts, seal
from qorgau.sealing.manifest import SignedManifest
from qorgau.sealing.narrative import Identity
from qorgau.sealing.sealed_files import seal_file

PASSPHRASE = "five plain words of mine"
HOUR = 3600 * 480_000


def key_file(folder: Path, body: Body) -> Path:
    """A body's key file behind its passphrase."""
    path = folder / f"{body.name.replace('/', '-')}.keys"
    signing = body.signing.private_bytes_raw().hex()
    text = f"# use: body\n# owner: {body.name}\n# signing: {signing}\n{body.identity}\n"
    path.write_bytes(behind_passphrase(text.encode()))
    return path


def behind_passphrase(content: bytes) -> bytes:
    """A file of age behind PASSPHRASE with a stretching of 2^8: a real one takes a second each time."""
    file_key, salt = os.urandom(16), os.urandom(16)
    label = b"age-encryption.org/v1/scrypt"
    wrapping = hashlib.scrypt(PASSPHRASE.encode(), salt=label + salt, n=2**8, r=8, p=1, dklen=32)
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    stanza = b"-> scrypt " + _letters(salt) + b" 8\n" + _letters(wrapped) + b"\n"
    header = b"age-encryption.org/v1\n" + stanza + b"---"
    mac = hmac.digest(_derived(file_key, b"", b"header"), header, "sha256")
    nonce = os.urandom(16)
    cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
    return header + b" " + _letters(mac) + b"\n" + nonce + cipher.encrypt(bytes(11) + b"\1", content, None)


def _derived(secret: bytes, salt: bytes, label: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=label).derive(secret)


def _letters(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def passphrase_file(folder: Path) -> Path:
    """The passphrase in a file, as for a machine without a keyboard."""
    path = folder / "passphrase"
    path.write_text(PASSPHRASE + "\n")
    return path


def case_file(
    folder: Path,
    attachments: dict[str, bytes] | None = None,
    *,
    text: str = "They beat him.",
    identity: Identity | None = None,
    messages: Sequence[tuple[str, bytes]] = (),
    manifests: Sequence[SignedManifest] = (),
    entered: Envelope | None = None,
) -> Path:
    """A case with these attachments. entered: another envelope that the entry names instead."""
    pieces: dict[str, bytes] = {}
    sealed = [
        seal_file(io.BytesIO(content), name=name, media="image/jpeg", store=pieces.__setitem__)
        for name, content in (attachments or {}).items()
    ]
    envelope = seal(
        narrative(text, files=[each.inside for each in sealed]),
        identity,
        to=INSPECTORATE.manifest,
        npm=NPM.manifest,
        mailbox=MAILBOX,
        files=sealed,
    )
    path = folder / f"case-{hashlib.sha256(envelope.P).hexdigest()[:8]}.zip"
    with zipfile.ZipFile(path, "x") as archive:
        archive.writestr("envelope.json", envelope.as_json())
        archive.writestr("case.json", json.dumps(case_group(entered or envelope, messages, manifests)))
        for name, piece in pieces.items():
            archive.writestr(f"chunks/{name}", piece)
    return path


def case_group(
    envelope: Envelope, messages: Sequence[tuple[str, bytes]], manifests: Sequence[SignedManifest]
) -> dict[str, object]:
    """What stands in case.json."""
    entry = Entry(
        instance="desk.example",
        id="e-1",
        kind="ComplaintLodged",
        recorded=HOUR,
        by="mailbox",
        for_body=envelope.to,
        objects={"complaint": ["c-1"], "box": [envelope.box_ed]},
        facts={"way": "mailbox"},
        sealed=entry_facts(envelope),
    )
    return {
        "qorgau_case": 1,
        "complaint": "c-1",
        "entry": canonical(entry).decode(),
        "salt": "00" * 32,
        "receipt": "",
        "messages": [
            {"from": sender, "message": base64.b64encode(each).decode(), "files": []}
            for sender, each in messages
        ],
        "manifests": [each.as_group() for each in manifests],
    }
