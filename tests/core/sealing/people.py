"""The people of these tests: a complainant, a body, the NPM, vouchers and a lawyer, each with keys of their own."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qorgau.sealing.age_files import new_identity, recipient_of
from qorgau.sealing.codes import Code
from qorgau.sealing.envelope import Envelope, seal
from qorgau.sealing.mailbox import Mailbox
from qorgau.sealing.manifest import Manifest, SignedManifest, sign_manifest
from qorgau.sealing.narrative import Identity, Narrative
from qorgau.sealing.pins import Pins, Voucher

ORIGIN = "log.example/kz"
NOT_AFTER = 1_900_000_000
CANARY = "КАНАРЕЙКА-7351"


def hex_of(key: Ed25519PrivateKey) -> str:
    """The public half of a signing key."""
    return key.public_key().public_bytes_raw().hex()


@dataclass(frozen=True)
class Body:
    """A body with its keys of one epoch and its recovery key."""

    name: str
    epoch: int = 1
    identity: str = field(default_factory=new_identity)
    recovery: str = field(default_factory=new_identity)
    signing: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def manifest(self) -> Manifest:
        """What is published of the keys."""
        return Manifest(
            body=self.name,
            epoch=self.epoch,
            x25519=recipient_of(self.identity),
            ed25519=hex_of(self.signing),
            recovery=recipient_of(self.recovery),
            not_after=NOT_AFTER,
        )


VOUCHER_KEYS = {name: Ed25519PrivateKey.generate() for name in ("ombudsperson", "bar", "coalition")}
PINS = Pins(
    origin=ORIGIN,
    vouchers=tuple(
        Voucher(name=name, body=f"body-of-{name}", key=hex_of(key)) for name, key in VOUCHER_KEYS.items()
    ),
)
INSPECTORATE, NPM, LAWYER, PRISON = Body("kz/kpi"), Body("kz/npm"), Body("bar/lawyer-7"), Body("kz/prison-4")
CODE = Code(raw=bytes(range(11)))
MAILBOX = Mailbox.of(CODE, origin=ORIGIN)


def vouched(
    body: Body, *, previous: Body | None = None, by: tuple[str, ...] = ("bar", "coalition")
) -> SignedManifest:
    """A body's manifest, signed as it should be."""
    return sign_manifest(
        body.manifest,
        previous=(previous or body).signing,
        vouchers={name: VOUCHER_KEYS[name] for name in by},
    )


def narrative(text: str = f"They beat him. {CANARY}", **more: object) -> Narrative:
    """A narrative of the complainant's mailbox."""
    return Narrative(text=text, box_ed=MAILBOX.box_ed, box_x=MAILBOX.box_x, **more)  # type: ignore[arg-type]


def sealed(
    text: str = f"They beat him. {CANARY}", identity: Identity | None = None, **more: object
) -> Envelope:
    """An envelope to the inspectorate."""
    choices = {"to": INSPECTORATE.manifest, "npm": NPM.manifest, "mailbox": MAILBOX, **more}
    return seal(narrative(text), identity, **choices)  # type: ignore[arg-type]
