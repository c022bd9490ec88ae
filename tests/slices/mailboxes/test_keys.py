"""Keys of bodies: made at the body, good only by its last key and two vouchers, changed yearly, recovered by two."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tests.slices.access.people import actor
from tests.slices.mailboxes.bodies import NOW, YEAR, Bodies, BodyKeys, complain
from tests.slices.store import Store

from qorgau.access.actions.recording_acts import CONSOLE
from qorgau.access.permission import NotPermitted
from qorgau.access.roles import Role
from qorgau.mailboxes.actions import lodge, publish_manifest, revoke_manifest, use_recovery
from qorgau.mailboxes.actions.keys import manifest_of
from qorgau.mailboxes.body_keys import DAY, reminder
from qorgau.mailboxes.grounds import Recovered, Revoked
from qorgau.mailboxes.key_files import KeyFile, KeyFileRefused
from qorgau.mailboxes.keys_commands import keys
from qorgau.mailboxes.models import CiphertextBlob, EnvelopeRow, ManifestRow
from qorgau.mailboxes.queries import manifests
from qorgau.mailboxes.refusal import MailboxRefusal
from qorgau.recording.models import StoredEntry
from qorgau.sealing.age_files import NotForUs, identity_from, recipient_of, seal_to, unseal
from qorgau.sealing.envelope import open_narrative

PASSPHRASE = "five words nobody guesses together"


def bodies_now(at: int) -> list[tuple[str, int]]:
    return [(row.body, row.epoch) for row in manifests(on=at)]


def test_keys_follow_each_other_and_the_newest_is_sealed_to(bodies: Bodies) -> None:
    old = bodies.prosecutors
    new = BodyKeys(old.body, epoch=2, not_after=NOW + 2 * YEAR)
    publish_manifest(CONSOLE, new.signed(previous=old.signing), now=NOW)
    assert bodies_now(NOW) == [("npm", 1), ("special_prosecutors", 2)]
    assert bodies_now(NOW - 30) == [("npm", 1), ("special_prosecutors", 1)]


def test_a_server_cannot_publish_a_key_of_its_own(embedded: Bodies) -> None:
    own = BodyKeys("special_prosecutors", epoch=2)
    swapped = BodyKeys("special_prosecutors")
    for forged in (own.signed(), own.signed(previous=embedded.npm.signing), swapped.signed()):
        with pytest.raises(MailboxRefusal) as refused:
            publish_manifest(CONSOLE, forged, now=NOW)
        assert refused.value.problem == "keys_refused"
    assert ManifestRow.objects.count() == 2


def test_one_voucher_is_not_enough_and_a_stranger_is_none(embedded: Bodies) -> None:
    new = BodyKeys("special_prosecutors", epoch=2)
    one = new.signed(previous=embedded.prosecutors.signing, by=1)
    stranger = Ed25519PrivateKey.generate().sign(new.manifest.signed_bytes).hex()
    for signed in (one, replace(one, vouchers={**one.vouchers, "stranger": stranger, "npm": stranger})):
        with pytest.raises(MailboxRefusal):
            publish_manifest(CONSOLE, signed, now=NOW)


def test_keys_published_again_change_nothing(embedded: Bodies) -> None:
    publish_manifest(CONSOLE, embedded.npm.signed(), now=NOW)
    assert StoredEntry.objects.filter(kind="ManifestPublished").count() == 2


def test_revoked_and_expired_keys_are_offered_to_nobody(embedded: Bodies) -> None:
    revoke_manifest(CONSOLE, "npm", 1, ground=Revoked.STOLEN, now=NOW)
    assert bodies_now(NOW + 1) == [("special_prosecutors", 1)]
    assert bodies_now(NOW + YEAR + 1) == []


def test_who_may_not_publish_keys_does_not(embedded: Bodies) -> None:
    for role in (Role.CUSTODY_OFFICER, Role.COMPLAINTS_OFFICER, Role.ANALYST):
        with pytest.raises(NotPermitted):
            publish_manifest(actor(role), BodyKeys("kpi").signed(), now=NOW)


def test_the_use_of_a_recovery_key_is_an_entry_and_needs_two_holders(embedded: Bodies) -> None:
    with pytest.raises(MailboxRefusal):
        use_recovery(CONSOLE, "npm", 1, holders=["bar", "bar"], ground=Recovered.KEY_LOST, now=NOW)
    use_recovery(CONSOLE, "npm", 1, holders=["bar", "court"], ground=Recovered.KEY_LOST, now=NOW)
    assert ManifestRow.objects.get(body="npm").recovery_used_at == NOW


def test_a_change_is_asked_for_before_the_year_is_over(embedded: Bodies) -> None:
    manifest = manifest_of(ManifestRow.objects.get(body="npm"))
    assert reminder(manifest, now=NOW) == ""
    assert reminder(manifest, now=manifest.not_after - 100 * DAY) == "rotate"
    assert reminder(manifest, now=manifest.not_after + 1) == "expired"


def test_a_key_file_opens_with_its_passphrase_only_and_is_never_written_over(tmp_path: Path) -> None:
    made = KeyFile(use="body", owner="npm")
    made.write(tmp_path / "npm.keys", passphrase=PASSPHRASE)
    assert made.identity.encode() not in (tmp_path / "npm.keys").read_bytes()
    held = KeyFile.read(tmp_path / "npm.keys", passphrase=PASSPHRASE)
    assert (held.identity, held.ed25519, held.epoch) == (made.identity, made.ed25519, 1)
    with pytest.raises(KeyFileRefused):
        KeyFile.read(tmp_path / "npm.keys", passphrase=PASSPHRASE + "!")
    with pytest.raises(KeyFileRefused):
        made.write(tmp_path / "npm.keys", passphrase=PASSPHRASE)
    with pytest.raises(KeyFileRefused):
        made.write(tmp_path / "short.keys", passphrase="short")


class Desk:
    """The commands, as typed on the machines of a body, its vouchers and its holders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        secret = folder / "passphrase"
        secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
        secret.chmod(0o600)
        self.environment = {"QORGAU_PASSPHRASE_FILE": str(secret)}

    def run(self, *words: str | Path, exit_code: int = 0) -> str:
        result = CliRunner().invoke(keys, [str(word) for word in words], env=self.environment)
        assert result.exit_code == exit_code, result.output
        return result.output

    def person(self, use: str, name: str) -> str:
        return self.run("person", use, name, self.folder / f"{name}.{use}").strip().partition(": ")[2]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    return Desk(folder)


class QuickPassphrases:
    """age files behind a passphrase that is stretched by one hash instead of a second of scrypt.

    The real stretching is what the test of key files and the test of the opener go through.
    """

    @staticmethod
    def encrypt(content: bytes, passphrase: str) -> bytes:
        return seal_to(content, [recipient_of(QuickPassphrases._identity(passphrase))])

    @staticmethod
    def decrypt(content: bytes, passphrase: str) -> bytes:
        try:
            return unseal(content, QuickPassphrases._identity(passphrase))
        except NotForUs as refused:
            raise pyrage.DecryptError(str(refused)) from refused

    @staticmethod
    def _identity(passphrase: str) -> str:
        return identity_from(hashlib.sha256(passphrase.encode()).digest())


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty files are locked and opened in one story: a second each for the same lock says nothing more."""
    monkeypatch.setattr(pyrage, "passphrase", QuickPassphrases)


@pytest.mark.usefixtures("quick_passphrases")
def test_from_making_keys_to_recovering_them_everything_is_done_by_commands(
    sqlite_store: Store, desk: Desk
) -> None:
    from qorgau.recording.log_keys import log_keys

    there = desk.folder
    vouchers = [f"--voucher={name}:{name}:{desk.person('voucher', name)}" for name in ("bar", "npm", "ngo")]
    desk.run("pins", there / "pins.json", f"--origin={log_keys().origin}", *vouchers)
    desk.run("pin", there / "pins.json")
    holders = [f"--holder={name}:{name}:{desk.person('holder', name)}" for name in ("court", "law", "omb")]
    desk.run("make", "kpi", there / "kpi", *holders)
    manifest = there / "kpi" / "kpi-1.manifest.json"
    desk.run("publish", manifest, exit_code=2)
    for name in ("bar", "ngo"):
        desk.run("vouch", manifest, there / f"{name}.voucher")
    assert "Published: kpi, epoch 1" in desk.run("publish", manifest)
    sealed = complain(Bodies(prosecutors=_public(manifest), npm=BodyKeys("npm"))).envelope
    lodge(sealed, now=NOW)
    kept = bytes(CiphertextBlob.objects.get(sha256=EnvelopeRow.objects.get().narrative).bytes)
    assert open_narrative(kept, KeyFile.read(there / "kpi" / "kpi-1.keys", passphrase=PASSPHRASE).identity)
    for outer, inner in (("court", "law"), ("court", "omb"), ("law", "omb")):
        pair = there / "kpi" / f"kpi-1.{outer}-{inner}.recovery"
        peeled, out = there / f"{outer}{inner}.peeled", there / f"{outer}{inner}.keys"
        desk.run("recovery", "finish", pair, there / f"{inner}.holder", manifest, out, exit_code=2)
        desk.run("recovery", "peel", pair, there / f"{outer}.holder", peeled)
        desk.run("recovery", "finish", peeled, there / f"{inner}.holder", manifest, out)
        recovered = KeyFile.read(out, passphrase=PASSPHRASE)
        assert open_narrative(kept, recovered.identity)[0].text == "They beat me."
    desk.run("recovery", "used", "kpi", "1", "--by=court", "--by=law", "--ground=key_lost")
    desk.run("rotate", there / "kpi" / "kpi-1.keys", there / "kpi", *holders)
    second = there / "kpi" / "kpi-2.manifest.json"
    for name in ("npm", "ngo"):
        desk.run("vouch", second, there / f"{name}.voucher")
    desk.run("publish", second)
    desk.run("revoke", "kpi", "1", "--ground=member_left")
    listed = desk.run("list")
    assert "revoked (member_left)" in listed
    assert "kpi/2" in listed


def _public(manifest: Path) -> BodyKeys:
    """A body of which only the published keys are known."""
    import json

    from qorgau.sealing.manifest import SignedManifest

    known = SignedManifest.from_group(json.loads(manifest.read_text(encoding="utf-8"))).manifest

    class Known(BodyKeys):
        manifest = known

    return Known(known.body)
