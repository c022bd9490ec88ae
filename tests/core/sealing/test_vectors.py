"""Python and the browser's code open what the other sealed, and refuse the same things for the same reason."""

import base64
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.core.sealing.people import PINS
from tests.core.sealing.vectors import made_by_python

from qorgau.sealing.codes import Code, read_code
from qorgau.sealing.envelope import check_P, entry_facts, open_identity, open_narrative, read_envelope
from qorgau.sealing.mailbox import Mailbox, require_signed
from qorgau.sealing.manifest import SignedManifest, TooFewVouchers, check_manifest
from qorgau.sealing.messages import About, open_message
from qorgau.sealing.requests import Request, require_request
from qorgau.sealing.sealed_files import FileInside, open_file

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "tests/vectors/sealing"
CHECKS = "code,mailbox and request,manifests,envelope,file,messages,lodging,receipts".split(",")


def node(*words: str) -> str:
    """Run the browser's code under node; its own message is the failure's."""
    found = shutil.which("node")
    if found is None or not (ROOT / "node_modules/age-encryption").is_dir():
        pytest.skip("node or its packages are missing (make assets), so the browser's code was not run")
    done = subprocess.run([found, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_the_browsers_code_opens_what_python_sealed_now(tmp_path: Path) -> None:
    fresh = tmp_path / "python.json"
    fresh.write_text(json.dumps(made_by_python()), encoding="utf-8")
    assert node(str(FOLDER / "read.mjs"), str(fresh)).splitlines() == CHECKS


def test_the_browsers_code_still_opens_what_python_sealed_once() -> None:
    assert node(str(FOLDER / "read.mjs"), str(FOLDER / "python.json")).splitlines() == CHECKS


def test_python_opens_what_the_browsers_code_sealed_now() -> None:
    opens(json.loads(node(str(FOLDER / "write.mjs"))))


def test_python_still_opens_what_the_browsers_code_sealed_once() -> None:
    opens(json.loads((FOLDER / "javascript.json").read_text(encoding="utf-8")))


def opens(given: dict[str, Any]) -> None:
    """Everything in the vectors of the browser's code, opened and compared."""
    mailbox = reads_the_code(given)
    reads_the_envelope(given, mailbox)
    reads_the_file(given)
    reads_the_message(given, mailbox)
    for body in given["bodies"].values():
        signed = SignedManifest.from_group(body["signed"])
        with pytest.raises(TooFewVouchers):
            check_manifest(signed, previous=None, pins=PINS)


def reads_the_code(given: dict[str, Any]) -> Mailbox:
    """The same words, the same mailbox, the same signatures."""
    code = Code(raw=bytes.fromhex(given["code"]["raw"]))
    for language, words in given["code"]["words"].items():
        assert list(code.words(language)) == words
        assert read_code(" ".join(words)) == code
    mailbox = Mailbox.of(code, origin=given["origin"])
    assert {"identity": mailbox.identity, "box_x": mailbox.box_x, "box_ed": mailbox.box_ed} == given[
        "mailbox"
    ]
    signed = given["signature"]
    require_signed(signed["message"].encode(), signature=signed["hex"], by=mailbox.box_ed)
    require_request(Request.from_group(given["request"]), origin=given["origin"])
    return mailbox


def reads_the_envelope(given: dict[str, Any], mailbox: Mailbox) -> None:
    """Each reader opens the same narrative; unseen characters and line ends were mended as here."""
    envelope, bodies, said = read_envelope(json.dumps(given["envelope"])), given["bodies"], given["narrative"]
    assert entry_facts(envelope) == given["entry_facts"]
    for key in (
        bodies["to"]["identity"],
        bodies["to"]["recovery"],
        bodies["npm"]["identity"],
        bodies["lawyer"]["identity"],
    ):
        narrative, nonce = open_narrative(envelope.narrative, key)
        check_P(narrative, nonce, envelope.P)
        assert narrative.text == said["text"].replace("\r\n", "\n").replace("\0", "").replace("и\u0306", "й")
        assert (narrative.place, list(narrative.accused), list(narrative.dates)) == (
            said["place"],
            said["accused"],
            said["dates"],
        )
        assert narrative.files == (FileInside.from_group(given["file"]["inside"]),)
    for key in (bodies["npm"]["identity"], bodies["npm"]["recovery"]):
        assert vars(open_identity(envelope.identity, key, box_ed=mailbox.box_ed)) == given["identity"]


def reads_the_file(given: dict[str, Any]) -> None:
    """The attachment comes out piece by piece; vectors kept in the repository leave its pieces out."""
    if not given["file"]["pieces"]:
        return
    into = io.BytesIO()
    inside = FileInside.from_group(given["file"]["inside"])
    open_file(
        inside, (base64.b64decode(given["file"]["pieces"][each]) for each in given["file"]["chunks"]), into
    )
    assert into.getvalue() == bytes(place % 251 for place in range(300_000))


def reads_the_message(given: dict[str, Any], mailbox: Mailbox) -> None:
    """The body opens the message and knows that the mailbox's holder wrote it."""
    ciphertext = base64.b64decode(given["message"]["ciphertext"])
    message = open_message(ciphertext, given["bodies"]["to"]["identity"], keys={})
    assert (message.text, message.about, message.box) == (
        given["message"]["text"],
        About.REPRISAL,
        mailbox.box_ed,
    )
    assert message.prev == given["entry_facts"]["narrative"]
