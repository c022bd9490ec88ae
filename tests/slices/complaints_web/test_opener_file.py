"""One file from the case page holds what the opener needs, and nothing that this server could read."""

import io
import zipfile
from pathlib import Path

from click.testing import CliRunner
from tests.slices.access.people import person, signed_in_as
from tests.slices.store import Store

from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.mailboxes.actions import lodge
from qorgau.mailboxes.actions.keys import manifest_of
from qorgau.mailboxes.demo_keys import DEMO_PASSPHRASE, demo_bodies, demo_folder
from qorgau.mailboxes.queries import manifests
from qorgau.recording.log_keys import log_keys
from qorgau.sealing.codes import new_code
from qorgau.sealing.envelope import seal
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.narrative import Narrative
from qorgau.sealing.opener import open_sealed

SAID = "Canary 9913 of the opener"


def test_the_file_of_the_case_page_is_what_the_opener_opens(store: Store, tmp_path: Path) -> None:
    demo_bodies(now())
    box = Mailbox.of(new_code(), origin=log_keys().origin)
    published = {row.body: manifest_of(row) for row in manifests(on=now())}
    said = Narrative(text=SAID, box_ed=box.box_ed, box_x=box.box_x)
    envelope = seal(said, None, to=published["kpi"], npm=published["npm"], mailbox=box)
    complaint = lodge(envelope, now=now()).complaint_id
    desk = signed_in_as(person(Role.COMPLAINTS_OFFICER, body="kpi"))
    page = desk.get(f"/complaints/{complaint}/open/").content.decode()
    assert "qorgau open --keys kpi-1.keys complaint-" in page
    assert f"/complaints/{complaint}/opener.zip" in page
    content = b"".join(desk.get(f"/complaints/{complaint}/opener.zip").streaming_content)  # type: ignore[attr-defined]
    assert SAID.encode() not in content
    assert {"envelope.json", "case.json"} <= set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    case, word = tmp_path / "case.zip", tmp_path / "word"
    case.write_bytes(content)
    word.write_text(DEMO_PASSPHRASE, encoding="utf-8")
    asked = [str(case), "--keys", str(demo_folder() / "kpi.keys"), "--passphrase-file", str(word)]
    done = CliRunner().invoke(open_sealed, asked)
    assert done.exit_code == 0, done.output
    assert SAID in done.output
    assert "agrees with its entry" in done.output
    stranger = signed_in_as(person(Role.COMPLAINTS_OFFICER, body="police"))
    assert stranger.get(f"/complaints/{complaint}/opener.zip").status_code == 404
