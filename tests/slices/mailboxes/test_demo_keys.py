"""On a fresh demo the pages have somebody to write to."""

from tests.slices.mailboxes.bodies import NOW
from tests.slices.store import Store

from qorgau.mailboxes.demo_keys import DEMO_BODIES, demo_bodies
from qorgau.mailboxes.key_files import KeyFile
from qorgau.mailboxes.queries import manifests


def test_a_demo_has_bodies_to_write_to_and_making_it_again_changes_no_key(sqlite_store: Store) -> None:
    first = demo_bodies(NOW)
    assert set(first.made) == set(DEMO_BODIES)
    offered = [(row.body, row.signed) for row in manifests(on=NOW)]
    assert {body for body, _ in offered} == set(DEMO_BODIES)
    assert demo_bodies(NOW + 3600).made == ()
    assert [(row.body, row.signed) for row in manifests(on=NOW)] == offered
    held = KeyFile.read(first.folder / "npm.keys")
    assert f'"x25519":"{held.recipient}"' in dict(offered)["npm"]
