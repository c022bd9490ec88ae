"""On a fresh demo the pages have somebody to write to."""

import io
from pathlib import Path

from tests.slices.mailboxes.bodies import NOW
from tests.slices.store import Store

from qorgau.mailboxes.actions import lodge, store_chunk
from qorgau.mailboxes.actions.keys import manifest_of
from qorgau.mailboxes.demo_keys import DEMO_BODIES, DEMO_PASSPHRASE, demo_bodies
from qorgau.mailboxes.exporting import export
from qorgau.mailboxes.key_files import KeyFile
from qorgau.mailboxes.queries import manifests
from qorgau.mailboxes.quick_lock import lock_quickly
from qorgau.sealing.codes import new_code
from qorgau.sealing.envelope import seal
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.narrative import Narrative
from qorgau.sealing.opening.case_file import read_case
from qorgau.sealing.opening.keys import OpenedKeys
from qorgau.sealing.opening.reading import content_of, open_case
from qorgau.sealing.sealed_files import seal_file


def test_a_demo_has_bodies_to_write_to_and_making_it_again_changes_no_key(sqlite_store: Store) -> None:
    first = demo_bodies(NOW)
    assert set(first.made) == set(DEMO_BODIES)
    offered = [(row.body, row.signed) for row in manifests(on=NOW)]
    assert {body for body, _ in offered} == set(DEMO_BODIES)
    assert demo_bodies(NOW + 3600).made == ()
    assert [(row.body, row.signed) for row in manifests(on=NOW)] == offered
    held = KeyFile.read(first.folder / "npm.keys", passphrase=DEMO_PASSPHRASE)
    assert f'"x25519":"{held.recipient}"' in dict(offered)["npm"]


def test_what_was_exported_opens_with_the_bodys_keys_in_the_opener(
    sqlite_store: Store, tmp_path: Path
) -> None:
    folder = demo_bodies(NOW).folder
    held = {
        name: KeyFile.read(folder / f"{name}.keys", passphrase=DEMO_PASSPHRASE) for name in ("kpi", "npm")
    }
    published = {row.body: manifest_of(row) for row in manifests(on=NOW)}
    mailbox = Mailbox.of(new_code(), origin="here")
    file = seal_file(
        io.BytesIO(b"a page of notes"),
        name="notes.txt",
        media="text/plain",
        store=lambda sha256, piece: store_chunk(sha256, piece, now=NOW),
    )
    said = Narrative(text="In the yard.", box_ed=mailbox.box_ed, box_x=mailbox.box_x, files=(file.inside,))
    envelope = seal(said, None, to=published["kpi"], npm=published["npm"], mailbox=mailbox, files=(file,))
    complaint = lodge(envelope, now=NOW).complaint_id
    assert export(complaint, tmp_path / "case.zip") == 1
    case = read_case(tmp_path / "case.zip")
    for keys in held.values():
        opened = open_case(
            case, OpenedKeys.read(lock_quickly(keys.text().encode(), "word"), passphrase="word")
        )
        assert opened.narrative.text == "In the yard."
        assert content_of(case, file.inside) == b"a page of notes"
