"""An administrator with the database, its journals, the disk, the backups and the logs learns the hour and the body."""

import logging
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from pyrage import x25519
from tests.slices.mailboxes.asking import fetch_raw, post
from tests.slices.mailboxes.bodies import Bodies, Complainant, complain
from tests.slices.store import Store

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.mailboxes import waiting
from qorgau.mailboxes.actions import receiving
from qorgau.mailboxes.pace import Pace
from qorgau.recording.backup import back_up
from qorgau.recording.batches import integrate_now
from qorgau.recording.bundles.bundle_keys import bundle_name
from qorgau.recording.bundles.cards import Card
from qorgau.recording.bundles.packing import unpack
from qorgau.recording.bundles.trusted import trust
from qorgau.recording.bundles.writing import write_bundles

ADDRESS, AGENT = "203.0.113.77", "CanaryBrowser/7.31"
CANARIES = ("Canary Name", "canary@example.org", "They beat me", "Sergeant", "SIZO", ADDRESS, AGENT)
AT = 1_767_225_600 + 3600 * 24 * 40 + 34 * 60 + 17
"""A minute and second that nothing else in these tests happens at."""


@pytest.fixture
def at_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qorgau.access.request.now", lambda: AT)
    monkeypatch.setattr("qorgau.portal.site.middleware.now", lambda: AT)
    monkeypatch.setattr("qorgau.access.middleware.now", lambda: AT)


def send(who: Complainant, **more: str) -> int:
    response = Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=AGENT, HTTP_X_FORWARDED_FOR=ADDRESS).post(
        "/sealed/envelopes", who.envelope.as_json(), content_type="application/json", headers=more
    )
    return response.status_code


def stored(store: Store, *, more: Path) -> dict[str, bytes]:
    """Every byte that is stored anywhere: files of databases and journals, keys, queue, backup, bundles."""
    connections["default"].close()
    found = {
        str(path): path.read_bytes()
        for folder in (store.folder, more)
        for path in folder.rglob("*")
        if path.is_file()
    }
    if store.server is not None:
        dump = subprocess.run(
            ["pg_dump", "--inserts", "--dbname", store.environment["QORGAU_OWNER_URL"]],
            capture_output=True,
            check=False,
        )
        found["dump"] = dump.stdout or rows_of_every_table(store)
    return found


def rows_of_every_table(store: Store) -> bytes:
    with store.unguarded_by() as tamperer:
        tables = tamperer.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        rows = [tamperer.run(f'SELECT t::text FROM "{name}" t') for (name,) in tables]
    # bytea shows as hexadecimal: shown as text as well, so that a canary in it is found.
    text = "\n".join(str(row[0]) for table in rows for row in table)
    raw = b"".join(bytes.fromhex(each) for each in re.findall(r"\\\\?x((?:[0-9a-f]{2})+)", text))
    return text.encode() + raw


def carry_to_another(folder: Path, *, at: int) -> None:
    """Write a bundle for another instance and, beside it, what that instance reads in it."""
    opens = x25519.Identity.generate()
    other = Card(
        instance="other.example",
        log=SigningKey.create("other.example", KeyUse.NOTE).verifier,
        bundle=SigningKey.create(bundle_name("other.example"), KeyUse.NOTE).verifier,
        opens=str(opens.to_public()),
    )
    trust(other)
    for number, each in enumerate(write_bundles(folder, to=["other.example"], written_at=at)):
        read = unpack(each.path.read_bytes(), identity=opens)
        # Whatever else goes there, complaints stay in the record they were lodged in.
        assert read
        assert not any("ComplaintLodged" in line for line in read)
        (folder / f"read-{number}").write_text("\n".join(read), encoding="utf-8")


def minute_in_any_form() -> list[bytes]:
    """The instant as seconds, as milliseconds, as big- and little-endian numbers, and as written times."""
    moment = datetime.fromtimestamp(AT, UTC)
    forms = [
        str(AT),
        moment.strftime("%Y-%m-%dT%H:%M"),
        moment.strftime("%Y-%m-%d %H:%M"),
        moment.strftime("%H:%M:%S"),
    ]
    # SQLite stores numbers big-endian in as few bytes as fit; four of them hold the seconds.
    return [*(form.encode() for form in forms), AT.to_bytes(4, "big"), AT.to_bytes(4, "little")]


def test_no_stored_byte_holds_words_address_agent_or_minute(
    bodies: Bodies, store: Store, tmp_path: Path, at_a_minute: None, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    who, waits = complain(bodies), complain(bodies)
    more = tmp_path / "more"
    more.mkdir()
    with caplog.at_level(logging.DEBUG):
        assert send(who) == 201
        fetch_raw(who.mailbox)
        post("/sealed/envelopes", b"{")
        with pytest.MonkeyPatch.context() as flood:
            flood.setattr(receiving, "PACE", Pace(a_second=0.0, at_once=0.0))
            assert send(waits) == 202
    integrate_now(as_of=AT - AT % 3600 + 3600)
    back_up(more / "backup.sqlite3")
    carry_to_another(more, at=AT - AT % 3600 + 3600)
    found = stored(store, more=more)
    assert any(b"ComplaintLodged" in content for content in found.values()), "what was stored is looked at"
    for sought in [*(canary.encode() for canary in CANARIES), *minute_in_any_form()]:
        assert [name for name, content in found.items() if sought in content] == [], sought
    logged = caplog.text + "".join(capfd.readouterr())
    assert [canary for canary in CANARIES if canary in logged] == []
    assert who.envelope.box_ed not in logged


def test_the_queues_files_tell_the_hour_only(
    embedded: Bodies, at_a_minute: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "PACE", Pace(a_second=0.0, at_once=0.0))
    assert send(complain(embedded)) == 202
    folder = waiting.waiting_folder()
    (file,) = folder.iterdir()
    assert (file.stat().st_mtime, folder.stat().st_mtime) == (AT - AT % 3600, AT - AT % 3600)
    assert file.stat().st_mode & 0o077 == 0


def test_a_fault_leaves_its_kind_in_the_log_and_neither_time_nor_address(
    embedded: Bodies, at_a_minute: None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(f"no space left, said by {ADDRESS}")

    monkeypatch.setattr(receiving.waiting, "put", broken)
    monkeypatch.setattr(receiving, "PACE", Pace(a_second=0.0, at_once=0.0))
    assert send(complain(embedded)) == 429
    logged = "".join(capfd.readouterr())
    assert ADDRESS not in logged
    assert not re.search(r"\d\d:\d\d", logged)
