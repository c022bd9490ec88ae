"""Whatever a server takes back is noticed: each deed names the detector that notices it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.slices.access.people import account_of, actor, appoint
from tests.slices.mailboxes.asking import InProcess
from tests.slices.mailboxes.bodies import NOW, Bodies, BodyKeys, complain
from tests.slices.store import Store

from qorgau.access.actions.recording_acts import CONSOLE
from qorgau.access.actions.tokens import make_token
from qorgau.access.roles import Role
from qorgau.clock import now
from qorgau.ledger.checkpoint import Checkpoint, sign_checkpoint
from qorgau.ledger.keys import KeyUse, SigningKey
from qorgau.ledger.note import read_note
from qorgau.ledger.promise import PromiseState, judge_promise, read_promise
from qorgau.ledger.receipt import ReceiptState, verify_receipt
from qorgau.ledger.trust import PinnedWitness, Trust
from qorgau.ledger.witness import ForkRefused, RollbackRefused
from qorgau.mailboxes.actions import SealedMessage, lodge, send_message
from qorgau.mailboxes.actions.recorded import Lodged
from qorgau.mailboxes.commands import mailbox
from qorgau.mailboxes.mirror import watching
from qorgau.mailboxes.mirror.findings import Finding, Found
from qorgau.mailboxes.mirror.folder import Folder
from qorgau.mailboxes.models import EnvelopeRow, MessageRow
from qorgau.recording.batches import integrate_now
from qorgau.recording.log_keys import log_keys
from qorgau.recording.receipts import receipt_of
from qorgau.recording.verification import Trouble, verify_record

AFTER = NOW + 7200


class Watched:
    """An instance with one complaint in its log, and the mirror that has seen it."""

    def __init__(self, bodies: Bodies, folder: Path) -> None:
        self.bodies = bodies
        self.lodged: Lodged = lodge(complain(bodies).envelope, now=NOW)
        integrate_now(as_of=NOW + 3600)
        self.source = InProcess(token_for(Role.NPM_MEMBER))
        log = log_keys().log.verifier
        self.folder = Folder.make(folder, address="https://example.org", log=log, name="npm-mirror")
        self.source.bent |= dict.fromkeys(watching.PAGES, b"<html></html>")
        watching.pull(self.folder, self.source, at=NOW + 3600)
        assert self.check() == []

    def check(self) -> list[Finding]:
        return list(watching.check(self.folder, self.source, at=AFTER))

    def found(self) -> set[Found]:
        return {each.found for each in self.check()}

    @property
    def row(self) -> EnvelopeRow:
        return EnvelopeRow.objects.get(complaint_id=self.lodged.complaint_id)


def token_for(role: Role) -> str:
    who = actor(role, body="npm")
    appointment = appoint(account_of(who), who)
    return make_token(CONSOLE, appointment.id, title="mirror", days=30, now=now()).text


@pytest.fixture
def watched(bodies: Bodies, tmp_path: Path) -> Watched:
    return Watched(bodies, tmp_path / "mirror")


@pytest.fixture
def seen(embedded: Bodies, tmp_path: Path) -> Watched:
    return Watched(embedded, tmp_path / "mirror")


def test_a_deleted_ciphertext_is_noticed_by_the_mirror_which_holds_it_still(
    watched: Watched, store: Store
) -> None:
    sha256 = watched.row.narrative
    with store.tampering() as admin:
        admin.run("DELETE FROM mailboxes_ciphertext WHERE sha256 = ?", sha256)
    (finding,) = watched.check()
    assert (finding.found, finding.about) == (Found.CIPHERTEXT_DELETED, f"narrative {sha256}")
    assert watched.folder.ciphertext(sha256) is not None
    result = CliRunner().invoke(mailbox, ["verify"])
    assert result.exit_code == 1
    assert f"missing: narrative {sha256}" in result.output


def test_an_altered_ciphertext_is_given_out_to_nobody_and_noticed(watched: Watched, store: Store) -> None:
    with store.tampering() as admin:
        admin.run(
            "UPDATE mailboxes_ciphertext SET bytes = ? WHERE sha256 = ?", b"other", watched.row.identity
        )
    result = CliRunner().invoke(mailbox, ["verify"])
    assert f"altered: identity {watched.row.identity}" in result.output
    watched.source.bent[f"/sealed/mirror/ciphertexts/{watched.row.identity}"] = b"other"
    assert watched.found() == {Found.CIPHERTEXT_ALTERED}


def test_a_row_deleted_with_its_ciphertext_is_noticed_by_the_mirror(watched: Watched, store: Store) -> None:
    with store.tampering() as admin:
        admin.run("DELETE FROM mailboxes_envelope")
        admin.run("DELETE FROM mailboxes_ciphertext")
    assert watched.found() == {Found.CIPHERTEXT_UNLISTED, Found.CIPHERTEXT_DELETED}


def test_a_deleted_entry_is_noticed_by_ledger_verify_and_its_receipt_still_proves_it(
    watched: Watched, store: Store
) -> None:
    entry_id = json.loads(watched.lodged.entry)["id"]
    receipt = receipt_of(entry_id)
    with store.tampering() as admin:
        admin.run("DELETE FROM recording_entry WHERE id = ?", entry_id)
    result = verify_record(as_of=AFTER, known=None)
    assert not result.is_sound
    assert result.first_bad_index is not None
    assert any(str(each.index) == str(result.first_bad_index) for each in result.findings)
    trust, cosigned = trusted(watched)
    assert receipt.proof is not None
    kept = str(receipt).replace(str(receipt.proof.checkpoint), cosigned)
    verdict = verify_receipt(
        kept, trust=trust, as_of=AFTER, entry=watched.lodged.entry, salt=watched.lodged.salt
    )
    assert verdict.state is ReceiptState.PROVEN


def test_a_deleted_leaf_is_noticed_by_ledger_verify(watched: Watched, store: Store) -> None:
    with store.tampering() as admin:
        admin.run("DELETE FROM recording_leaf WHERE commitment = ?", watched.lodged.commitment)
    result = verify_record(as_of=AFTER, known=None)
    assert not result.is_sound
    assert any(each.trouble is not Trouble.PROMISE for each in result.findings)


def test_a_log_without_the_leaf_is_refused_by_the_witness(seen: Watched) -> None:
    fork = Checkpoint(origin=log_keys().origin, size=256, root=b"\x07" * 32)
    seen.source.bent["/sealed/log/checkpoint"] = str(sign_checkpoint(fork, log_keys().log)).encode()
    assert seen.found() == {Found.LOG_FORKED}
    assert list((seen.folder.path / "witness" / "evidence").iterdir()), "the signed contradiction is kept"


def test_a_fork_that_grew_is_refused_by_the_witness(seen: Watched) -> None:
    integrate_now(as_of=AFTER)
    fork = Checkpoint(origin=log_keys().origin, size=512, root=b"\x07" * 32)
    seen.source.bent["/sealed/log/checkpoint"] = str(sign_checkpoint(fork, log_keys().log)).encode()
    assert seen.found() == {Found.LOG_FORKED}
    with pytest.raises(ForkRefused):
        watching.pull(seen.folder, seen.source, at=AFTER)


def test_a_log_rolled_back_is_refused_by_the_witness(seen: Watched) -> None:
    before = seen.source.read("/sealed/log/checkpoint")
    integrate_now(as_of=AFTER)
    watching.pull(seen.folder, seen.source, at=AFTER)
    seen.source.bent["/sealed/log/checkpoint"] = before
    assert seen.found() == {Found.LOG_ROLLED_BACK}
    with pytest.raises(RollbackRefused):
        watching.pull(seen.folder, seen.source, at=AFTER)
    seen.source.bent["/sealed/log/checkpoint"] = None
    assert seen.found() == {Found.LOG_ROLLED_BACK}, "showing none at all is no way out"


def test_a_checkpoint_of_another_key_is_refused(seen: Watched) -> None:
    other = SigningKey.create(log_keys().origin, KeyUse.NOTE)
    forged = Checkpoint(origin=log_keys().origin, size=256, root=b"\x07" * 32)
    seen.source.bent["/sealed/log/checkpoint"] = str(sign_checkpoint(forged, other)).encode()
    assert seen.found() == {Found.CHECKPOINT_FORGED}


def test_a_broken_promise_is_its_own_evidence(embedded: Bodies) -> None:
    lodged = lodge(complain(embedded).envelope, now=NOW)
    promise = read_promise(read_note(lodged.promise).text)
    assert judge_promise(promise, leaf_hashes=(), as_of=promise.merge_by) is PromiseState.RUNNING
    assert judge_promise(promise, leaf_hashes=(), as_of=promise.merge_by + 1) is PromiseState.BROKEN
    integrate_now(as_of=promise.merge_by + 3600)
    result = verify_record(as_of=promise.merge_by + 3600, known=None)
    assert Trouble.PROMISE in {each.trouble for each in result.findings}


def test_a_changed_script_is_noticed_and_a_new_release_can_be_accepted(seen: Watched) -> None:
    seen.source.bent["/sealed/bundle.json"] = json.dumps({"assets": {"/static/x.js": ""}}).encode()
    seen.source.bent["/static/x.js"] = b"first"
    seen.folder.keep(watching.BUNDLE, watching.served_bundle(seen.source))
    assert seen.check() == []
    seen.source.bent["/static/x.js"] = b"with a line more"
    (finding,) = seen.check()
    assert (finding.found, finding.about) == (Found.BUNDLE_CHANGED, "/static/x.js")


@pytest.mark.parametrize(
    "page",
    [
        b'<script src="/static/evil.js"></script>',
        b"<script>fetch('/')</script>",
        b'<link href="/e.css" rel=x>',
    ],
)
def test_a_page_that_loads_what_the_list_does_not_name_is_noticed(seen: Watched, page: bytes) -> None:
    seen.source.bent["/complain/"] = page
    assert seen.found() == {Found.PAGE_LOADS_OTHER}


def test_swapped_and_withdrawn_keys_are_noticed(seen: Watched) -> None:
    group = json.loads(seen.source.read("/sealed/manifests.json"))
    swapped = BodyKeys("npm").signed().as_group()
    bent = {**group["manifests"], "npm": [swapped]}
    seen.source.bent["/sealed/manifests.json"] = json.dumps({"manifests": bent}).encode()
    assert Found.KEY_SWAPPED in seen.found()
    gone = {"special_prosecutors": group["manifests"]["special_prosecutors"]}
    seen.source.bent["/sealed/manifests.json"] = json.dumps({"manifests": gone}).encode()
    assert seen.found() == {Found.KEY_WITHDRAWN}


def test_a_new_key_that_nobody_vouched_for_is_noticed(seen: Watched) -> None:
    group = json.loads(seen.source.read("/sealed/manifests.json"))
    new = BodyKeys("npm", epoch=2).signed(previous=seen.bodies.npm.signing, by=1)
    group["manifests"]["npm"].append(new.as_group())
    seen.source.bent["/sealed/manifests.json"] = json.dumps(group).encode()
    assert seen.found() == {Found.KEY_SWAPPED}


def test_a_message_deleted_at_its_readers_wish_is_let_go_and_a_narrative_never(seen: Watched) -> None:
    box = seen.row.box_ed
    sealed = SealedMessage(ciphertext=b"age-encryption.org/v1\nmessage")
    officer = actor(Role.COMPLAINTS_OFFICER, body="special_prosecutors")
    send_message(officer, seen.lodged.complaint_id, sealed, now=NOW)
    watching.pull(seen.folder, seen.source, at=AFTER)
    message = MessageRow.objects.get()
    assert seen.folder.ciphertext(message.sha256) is not None
    from qorgau.mailboxes.actions import delete_messages

    assert delete_messages(box, up_to=1, now=NOW) == 1
    narrative = seen.row.narrative
    seen.source.bent["/sealed/mirror/let-go.json"] = json.dumps(
        {"messages": [message.sha256, narrative]}
    ).encode()
    assert watching.pull(seen.folder, seen.source, at=AFTER).let_go == 1
    assert seen.folder.ciphertext(message.sha256) is None
    assert seen.folder.ciphertext(narrative) is not None
    assert seen.check() == []


def test_a_mirror_that_lost_its_own_copy_says_so_and_gets_it_again(seen: Watched) -> None:
    sha256 = seen.row.narrative
    seen.folder.let_go(sha256)
    assert seen.found() == {Found.OWN_COPY_LOST}
    watching.pull(seen.folder, seen.source, at=AFTER)
    assert seen.check() == []


@pytest.mark.parametrize("role", [Role.CUSTODY_OFFICER, Role.ADMINISTRATOR, Role.COMPLAINTS_OFFICER])
def test_nobody_else_reads_what_is_mirrored(embedded: Bodies, role: Role) -> None:
    from django.test import Client

    for token in (token_for(role), "qorgau_none", ""):
        response = Client().get(
            "/sealed/mirror/ciphertexts.json", headers={"Authorization": f"Bearer {token}"}
        )
        assert response.status_code == 401


def trusted(watched: Watched) -> tuple[Trust, str]:
    """A trust file with the mirror and another witness outside the State, and the checkpoint they cosigned."""
    from qorgau.ledger.cosignature import cosign

    note = read_note((watched.folder.path / "cosigned.note").read_text(encoding="utf-8"))
    others = [SigningKey.create(name, KeyUse.COSIGNATURE) for name in ("bar", "coalition")]
    note = note.joined([cosign(note, key=key, at=NOW + 3600) for key in others])
    mirror = watched.folder.witness().key.verifier
    pinned = [PinnedWitness(key=mirror, body="npm", outside_the_state=False)]
    pinned += [PinnedWitness(key=key.verifier, body=key.name, outside_the_state=True) for key in others]
    keys = log_keys()
    return Trust(log=keys.log.verifier, promise=keys.promise.verifier, witnesses=tuple(pinned)), str(note)
