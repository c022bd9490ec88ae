"""A passkey device in software: it makes keys and signs challenges as a phone would."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.encode_cbor import encode_cbor

_PRESENT, _VERIFIED, _HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class Device:
    """One device with one key; `checks_owner`: it asked for a finger, a face or a PIN."""

    site: str = "localhost"
    origin: str = "http://localhost"
    checks_owner: bool = True
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    uses: int = 0

    def add(self, options: dict) -> str:
        """Answer a challenge to add a passkey."""
        client = self._client("webauthn.create", options["challenge"])
        part = bytes(16) + len(self.id).to_bytes(2) + self.id + self._public_key()
        data = self._about(_HAS_KEY) + part
        attestation = encode_cbor({"fmt": "none", "attStmt": {}, "authData": data})
        return self._written({"clientDataJSON": client, "attestationObject": attestation})

    def show(self, options: dict, *, site: str | None = None) -> str:
        """Answer a challenge to sign in."""
        self.uses += 1
        client, data = self._client("webauthn.get", options["challenge"]), self._about(0, site=site)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._written({"clientDataJSON": client, "authenticatorData": data, "signature": signature})

    def _client(self, act: str, challenge: str) -> bytes:
        return json.dumps({"type": act, "challenge": challenge, "origin": self.origin}).encode()

    def _about(self, more: int, *, site: str | None = None) -> bytes:
        flags = _PRESENT | more | (_VERIFIED if self.checks_owner else 0)
        return hashlib.sha256((site or self.site).encode()).digest() + bytes([flags]) + self.uses.to_bytes(4)

    def _public_key(self) -> bytes:
        numbers = self.key.public_key().public_numbers()
        x, y = numbers.x.to_bytes(32), numbers.y.to_bytes(32)
        return encode_cbor({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def _written(self, response: dict[str, bytes]) -> str:
        written = {name: bytes_to_base64url(value) for name, value in response.items()}
        name = bytes_to_base64url(self.id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": written})
