"""From the complainant's words to the body's answer: sealed, lodged, downloaded, opened, stated, answered, read."""

from pathlib import Path
from uuid import uuid4

from click.testing import CliRunner, Result
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.slices.access.people import person, signed_in_as
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.complaints.models import ComplaintRow
from qorgau.mailboxes import ciphertexts
from qorgau.mailboxes.actions import lodge
from qorgau.mailboxes.actions.keys import manifest_of, pins_file
from qorgau.mailboxes.demo_keys import DEMO_PASSPHRASE, demo_bodies, demo_folder
from qorgau.mailboxes.exporting import export
from qorgau.mailboxes.queries import box_messages, manifests
from qorgau.recording.log_keys import log_keys
from qorgau.recording.models import StoredEntry
from qorgau.sealing.codes import new_code, read_code
from qorgau.sealing.envelope import seal
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.messages import message_hash, open_message, require_chain
from qorgau.sealing.narrative import Narrative
from qorgau.sealing.opener import open_sealed

SAID = "Мені түнде ұрды. Canary 5512"
ANSWER = "We shall hear you on Monday. Canary 7741"


def opened(case: Path, *more: str) -> Result:
    word = case.parent / "passphrase"
    word.write_text(DEMO_PASSPHRASE, encoding="utf-8")
    keys = demo_folder() / "kpi.keys"
    return CliRunner().invoke(
        open_sealed, [str(case), "--keys", str(keys), "--passphrase-file", str(word), *more]
    )


def downloaded(desk: Client, complaint: str, folder: Path) -> Path:
    answer = desk.get(reverse("complaints:envelope", args=[complaint]))
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert SAID.encode() not in content
    case = folder / "downloaded"
    case.write_bytes(content)
    return case


def sealed_answer(complaint: str, folder: Path) -> bytes:
    case, text, sealed = folder / "case.zip", folder / "answer.txt", folder / "answer.age"
    export(complaint, case)
    text.write_text(ANSWER, encoding="utf-8")
    done = opened(case, "--pins", str(pins_file()), "--answer", str(text), "--answer-out", str(sealed))
    assert done.exit_code == 0, done.output
    assert "agrees with its entry" in done.output
    return sealed.read_bytes()


def test_a_sealed_complaint_goes_to_the_desk_and_its_answer_comes_back_to_the_code(
    sqlite_store: Store, tmp_path: Path
) -> None:
    demo_bodies(now())
    code = new_code()
    box = Mailbox.of(code, origin=log_keys().origin)
    published = {row.body: manifest_of(row) for row in manifests(on=now())}
    said = Narrative(text=SAID, box_ed=box.box_ed, box_x=box.box_x)
    envelope = seal(said, None, to=published["kpi"], npm=published["npm"], mailbox=box)
    complaint = lodge(envelope, now=now()).complaint_id

    desk = signed_in_as(person(Role.COMPLAINTS_OFFICER, body="kpi"))
    assert complaint[:8] in desk.get("/complaints/").content.decode()
    shown = opened(downloaded(desk, complaint, tmp_path))
    assert shown.exit_code == 0, shown.output
    assert SAID in shown.output

    stated = desk.post(
        reverse("complaints:read_sealed", args=[complaint]),
        {"about": "torture", "allegation": "beating", "plain_agrees": "yes", "act_id": uuid4().hex},
    )
    assert stated.status_code == 302
    assert ComplaintRow.objects.get(pk=complaint).about == "torture"

    answer = SimpleUploadedFile("answer.age", sealed_answer(complaint, tmp_path))
    sent = desk.post(reverse("complaints:message", args=[complaint]), {"sealed": answer}, follow=True)
    assert sent.status_code == 200
    again = Mailbox.of(read_code(" ".join(code.words("kk"))), origin=log_keys().origin)
    (row,) = box_messages(again.box_ed)
    kept = ciphertexts.ciphertext(row.sha256)
    assert kept is not None
    message = open_message(kept, again.identity, keys={"kpi": [published["kpi"].ed25519]})
    require_chain(
        [(kept, message)], sender="kpi", box=again.box_ed, narrative=message_hash(envelope.narrative)
    )
    assert message.text == ANSWER
    assert not [
        each
        for each in StoredEntry.objects.values_list("body", flat=True)
        if b"Canary" in bytes(each) or SAID.encode() in bytes(each)
    ]
