"""Requests of a mailbox to the server: signed over the server's fresh nonce, so none can be repeated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from qorgau.sealing.canonical_json import canonical_json
from qorgau.sealing.mailbox import Mailbox, require_signed
from qorgau.sealing.refusal import SealingRefusal

_TAG = b"qorgau/fetch/v1\0"
_HEX = re.compile(r"[0-9a-f]{64}")
_NAMES = ("act", "box_ed", "nonce", "after", "signature")


class MalformedRequest(SealingRefusal):
    """A request is not in the form of one."""


class Act(StrEnum):
    """What is asked of the server."""

    FETCH = "fetch"
    """The status and the messages after a number."""
    DELETE = "delete"
    """Delete the ciphertexts of the replies up to a number."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request. nonce: 64 hex digits from the server; after: a message's number, 0 for all."""

    act: Act
    box_ed: str
    nonce: str
    after: int
    signature: str

    def as_group(self) -> dict[str, Any]:
        """The body of the POST."""
        return {
            "act": self.act.value,
            "box_ed": self.box_ed,
            "nonce": self.nonce,
            "after": self.after,
            "signature": self.signature,
        }

    @classmethod
    def from_group(cls, group: Mapping[str, Any]) -> Self:
        """Read the body of a POST; `require_request` says whether the mailbox's holder made it."""
        if set(group) != set(_NAMES) or group["act"] not in tuple(Act) or type(group["after"]) is not int:
            raise MalformedRequest(f"A request has exactly the names {', '.join(_NAMES)}.")
        keys = (group["box_ed"], group["nonce"])
        if not all(isinstance(key, str) and _HEX.fullmatch(key) for key in keys) or group["after"] < 0:
            raise MalformedRequest("box_ed and nonce have 64 hexadecimal digits; after counts from 0.")
        return cls(
            act=Act(group["act"]),
            box_ed=group["box_ed"],
            nonce=group["nonce"],
            after=group["after"],
            signature=str(group["signature"]),
        )


def sign_request(
    mailbox: Mailbox, *, nonce: str, origin: str, act: Act = Act.FETCH, after: int = 0
) -> Request:
    """Sign the server's nonce for this act at this instance."""
    message = _signed_bytes(act=act, box_ed=mailbox.box_ed, nonce=nonce, after=after, origin=origin)
    return Request(act=act, box_ed=mailbox.box_ed, nonce=nonce, after=after, signature=mailbox.sign(message))


def require_request(request: Request, *, origin: str) -> None:
    """Raise WrongSignature unless the holder of the mailbox signed exactly this request.

    Whether the nonce is the server's own, fresh and unused, is for the server to say.
    """
    message = _signed_bytes(
        act=request.act,
        box_ed=request.box_ed,
        nonce=request.nonce,
        after=request.after,
        origin=origin,
    )
    require_signed(message, signature=request.signature, by=request.box_ed)


def _signed_bytes(*, act: Act, box_ed: str, nonce: str, after: int, origin: str) -> bytes:
    return _TAG + canonical_json(
        {"act": act.value, "box": box_ed, "nonce": nonce, "after": after, "origin": origin}
    )
