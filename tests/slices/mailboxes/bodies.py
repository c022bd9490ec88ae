"""Bodies with keys, vouchers who are pinned, and somebody who complains: nobody of it real."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qorgau.access.actions.recording_acts import CONSOLE
from qorgau.mailboxes.actions import publish_manifest
from qorgau.mailboxes.actions.keys import pin
from qorgau.recording.log_keys import log_keys
from qorgau.sealing.age_files import new_identity, recipient_of
from qorgau.sealing.codes import Code, new_code
from qorgau.sealing.envelope import Envelope, seal
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.manifest import Manifest, SignedManifest, sign_manifest
from qorgau.sealing.narrative import Identity, Narrative
from qorgau.sealing.pins import Pins, Voucher

NOW = 1_767_225_600 + 34 * 60 + 17
"""1 January 2026, 00:34:17 UTC: a minute and a second that must be found nowhere."""
YEAR = 366 * 24 * 3600
VOUCHERS = {name: Ed25519PrivateKey.generate() for name in ("bar", "npm", "coalition")}


def public_of(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def pins() -> Pins:
    known = tuple(Voucher(name=name, body=name, key=public_of(key)) for name, key in VOUCHERS.items())
    return Pins(origin=log_keys().origin, vouchers=known)


@dataclass
class BodyKeys:
    """A body with its keys of one epoch, secret halves and all."""

    body: str
    epoch: int = 1
    identity: str = field(default_factory=new_identity)
    recovery: str = field(default_factory=new_identity)
    signing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    not_after: int = NOW + YEAR

    @property
    def manifest(self) -> Manifest:
        return Manifest(
            body=self.body,
            epoch=self.epoch,
            x25519=recipient_of(self.identity),
            ed25519=public_of(self.signing),
            recovery=recipient_of(self.recovery),
            not_after=self.not_after,
        )

    def signed(self, *, previous: Ed25519PrivateKey | None = None, by: int = 2) -> SignedManifest:
        some = dict(list(VOUCHERS.items())[:by])
        return sign_manifest(self.manifest, previous=previous or self.signing, vouchers=some)


@dataclass
class Bodies:
    """Who can receive in these tests."""

    prosecutors: BodyKeys
    npm: BodyKeys


def open_bodies(now: int = NOW) -> Bodies:
    """Pin the vouchers and publish the keys of two bodies."""
    pin(pins())
    prosecutors, npm = (BodyKeys(body, not_after=now + YEAR) for body in ("special_prosecutors", "npm"))
    made = Bodies(prosecutors=prosecutors, npm=npm)
    for each in (made.prosecutors, made.npm):
        publish_manifest(CONSOLE, each.signed(), now=now - 60)
    return made


@dataclass
class Complainant:
    """Somebody with a code, and what they wrote."""

    code: Code
    mailbox: Mailbox
    envelope: Envelope


def complain(bodies: Bodies, text: str = "They beat me.", *, mailbox: Mailbox | None = None) -> Complainant:
    """Seal a complaint; a mailbox given spares the time that a code takes to stretch."""
    code = new_code()
    box = mailbox or Mailbox.of(code, origin=log_keys().origin)
    envelope = seal(
        Narrative(text=text, box_ed=box.box_ed, box_x=box.box_x, place="SIZO", accused=("Sergeant",)),
        Identity(name="Canary Name", contact="canary@example.org"),
        to=bodies.prosecutors.manifest,
        npm=bodies.npm.manifest,
        mailbox=box,
    )
    return Complainant(code, box, envelope)
