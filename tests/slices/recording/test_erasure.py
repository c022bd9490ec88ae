"""Erasure destroys the person's key, salts and folds, and never the fact of what happened."""

import shutil

import pytest
from tests.slices import store as stores
from tests.slices.recording import small_slice
from tests.slices.recording.small_slice import CustodyRow, noted, opened

from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.note import sign_note
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.recording.backup import back_up, restore
from qorgau.recording.batches import integrate_now
from qorgau.recording.consents import Authorities, ConsentMissing, ErasureRequest, WrongAuthorities
from qorgau.recording.drafts import Notice
from qorgau.recording.erasure import NobodyToErase, Signed, erase
from qorgau.recording.history import history
from qorgau.recording.holds import Hold, HoldKind, RetentionUnknown, StillHeld, register_hold, withdraw_hold
from qorgau.recording.keystore.models import PersonKey
from qorgau.recording.keystore.secrets import PersonWasErased
from qorgau.recording.models import OutgoingNotice, StoredEntry
from qorgau.recording.rebuilding import rebuild
from qorgau.recording.record import record
from qorgau.recording.verification import Trouble, verify_record

NPM, COURT, POLICE = (
    SigningKey.create(f"{name}.example", KeyUse.NOTE) for name in ("npm", "court", "police")
)
AUTHORITIES = Authorities(npm="npm", keys={"npm": NPM.verifier, "court": COURT.verifier})
REQUEST = ErasureRequest(
    origin="qorgau.localhost", person_id="person-1", ground="retention over: art. 1", not_after=5_000
)


@pytest.fixture(autouse=True)
def _retention():
    register_hold(
        Hold(
            name="retention",
            kind=HoldKind.RETENTION,
            why=lambda person, as_of: "It is kept until 100." if as_of < 100 else None,
        )
    )
    yield
    for name in ("retention", "open case"):
        withdraw_hold(name)


@pytest.fixture
def filled(store):
    notice = Notice(about="opened-1", kind="relative_told", body={"name": "Canary 1"})
    record([opened(1), noted(1, custody=1)], received=10, notices=[notice])
    record([opened(2)], received=11)
    integrate_now(as_of=20)
    record([noted(2, custody=1, objects={"custody": ["custody-1"], "person": ["person-1"]},
                  personal={"person-1": {"said": "Canary 1 again"}})], received=30)  # fmt: skip
    assert names() == ["Canary 1", "Canary 2"]
    return store


def names():
    return [row.name for row in CustodyRow.objects.order_by("custody_id")]


def signed(*signers, request=REQUEST):
    notes = [str(sign_note(request.text, signer)) for signer in signers]
    return Signed(request=request, consents=notes, authorities=AUTHORITIES)


def carry_out(by=None, *, as_of=200):
    return erase(by or signed(NPM, COURT), by="clerk-1", for_body="court", entry_id="erased-1", as_of=as_of)


def test_the_persons_data_are_gone_and_the_deprivation_of_liberty_stays(filled):
    carry_out()

    assert names() == [None, "Canary 2"]
    custody = CustodyRow.objects.get(custody_id="custody-1")
    assert (custody.notes, custody.is_open, custody.person_id) == (2, True, "person-1")
    assert all(not each.personal for each in history("custody", "custody-1"))
    assert not OutgoingNotice.objects.exists()
    assert StoredEntry.objects.filter(kind="CustodyOpened").count() == 2


def test_afterwards_the_tree_verifies_and_what_remains_can_still_not_be_altered(filled):
    carry_out()
    integrate_now(as_of=300)
    assert verify_record(as_of=300).is_sound

    body = bytes(StoredEntry.objects.get(id="opened-1").body).replace(b"criminal", b"ordinary")
    with filled.tampering() as tamperer:
        tamperer.run("UPDATE recording_entry SET body = ? WHERE id = ?", body, "opened-1")

    (finding,) = verify_record(as_of=300).findings
    assert (finding.trouble, finding.entry_id) == (Trouble.LEAF, "opened-1")


def test_a_rebuild_brings_nothing_back_even_with_the_key_store_of_the_day_before(filled):
    kept = filled.folder / "keys.before"
    stores.disconnect("keys")
    shutil.copy(filled.folder / "keys.sqlite3", kept)
    carry_out()
    live = list(CustodyRow.objects.order_by("custody_id").values())
    stores.disconnect("keys")
    shutil.copy(kept, filled.folder / "keys.sqlite3")
    assert PersonKey.objects.get(person_id="person-1").secret is not None

    rebuild(as_of=400)

    assert list(CustodyRow.objects.order_by("custody_id").values()) == live
    assert PersonKey.objects.get(person_id="person-1").secret is None


def test_an_erasure_cut_short_is_finished_by_the_next_batch(filled, monkeypatch):
    monkeypatch.setattr("qorgau.recording.erasure.destroy_secrets", lambda persons, at: 0)
    carry_out()
    assert PersonKey.objects.get(person_id="person-1").secret is not None
    assert names() == [None, "Canary 2"]

    integrate_now(as_of=300)

    assert PersonKey.objects.get(person_id="person-1").secret is None
    assert verify_record(as_of=300).is_sound


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_backup_made_before_or_after_brings_nothing_back(filled, tmp_path, when):
    backup = tmp_path / "backup.sqlite3"
    if when == "before":
        back_up(backup)
    carry_out()
    if when == "after":
        back_up(backup)
    assert b"Canary" not in backup.read_bytes()
    restored_into(filled, tmp_path)

    assert restore(backup, as_of=500).entries == (4 if when == "before" else 5)

    assert names() == [None, "Canary 2"]
    verdict = verify_record(as_of=500)
    assert verdict.is_sound is (when == "after")
    assert all(
        "older than an erasure" in each.sentence for each in verdict.findings if each.index is not None
    )


def restored_into(store, tmp_path):
    """A new, empty record beside the key store and the log's keys of the old one."""
    environment = dict(store.environment)
    if store.server is None:
        environment["QORGAU_DATABASE_URL"] = f"sqlite:///{tmp_path / 'restored.sqlite3'}"
        stores.connect(environment)
        list(stores.set_up())
    else:
        database = f"{store.database}r"
        store.server.create(database, template=stores.TEMPLATE)
        environment |= {
            key: value for key, value in stores.environment_of(store.folder, server=store.server, database=database).items()
            if key != "QORGAU_KEYS_URL"
        }  # fmt: skip
        stores.connect(environment)
    small_slice.prepare(store.engine)


def test_no_file_of_the_embedded_instance_holds_the_name_afterwards(sqlite_store):
    record([opened(1)], received=10)
    files = [file for file in sqlite_store.folder.rglob("*.sqlite3*/**/*") if file.is_file()]
    files += [file for file in sqlite_store.folder.glob("*.sqlite3*") if file.is_file()]
    secret = bytes(PersonKey.objects.get(person_id="person-1").secret)
    assert any(b"Canary 1" in file.read_bytes() for file in files)
    assert any(secret in file.read_bytes() for file in files)

    carry_out()

    for file in files:
        assert b"Canary 1" not in file.read_bytes(), file.name
        assert secret not in file.read_bytes(), file.name


def test_nobody_is_erased_while_retention_runs_or_a_case_is_open(filled):
    with pytest.raises(StillHeld, match="until 100"):
        carry_out(as_of=99)
    register_hold(
        Hold(name="open case", kind=HoldKind.HOLD, why=lambda person, as_of: f"A case of {person}.")
    )
    with pytest.raises(StillHeld, match="A case of person-1"):
        carry_out()
    withdraw_hold("retention")
    with pytest.raises(RetentionUnknown):
        carry_out()
    assert names() == ["Canary 1", "Canary 2"]


def test_one_body_alone_cannot_erase_nor_can_two_without_the_preventive_mechanism(filled):
    for signers in ([NPM], [COURT], [NPM, POLICE], []):
        with pytest.raises(ConsentMissing):
            carry_out(signed(*signers))
    with pytest.raises(WrongAuthorities, match="share one key"):
        Authorities(npm="npm", keys={"npm": NPM.verifier, "court": NPM.verifier})
    assert PersonKey.objects.get(person_id="person-1").secret is not None


def test_a_consent_to_erase_somebody_else_or_of_last_year_does_not_count(filled):
    other = ErasureRequest(origin="qorgau.localhost", person_id="person-2", ground="x", not_after=5_000)
    mixed = Signed(
        request=REQUEST,
        consents=[str(sign_note(REQUEST.text, NPM)), str(sign_note(other.text, COURT))],
        authorities=AUTHORITIES,
    )
    with pytest.raises(ConsentMissing, match="another request"):
        carry_out(mixed)
    with pytest.raises(ConsentMissing, match="until 5000"):
        carry_out(as_of=5_001)
    forged = str(sign_note(REQUEST.text, COURT)).replace("person-1", "person-2")
    with pytest.raises((ConsentMissing, LedgerRefusal)):
        carry_out(Signed(request=other, consents=[forged], authorities=AUTHORITIES))


def test_nothing_more_is_recorded_of_an_erased_person_nor_are_they_erased_twice(filled):
    carry_out()

    with pytest.raises(PersonWasErased, match="person-1"):
        record([opened(1, id="again")], received=300)
    with pytest.raises(NobodyToErase):
        carry_out()
