"""Where a mirror reads from: the instance's addresses, and nothing else of it."""

from __future__ import annotations

import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Protocol

from qorgau.ledger.refusal import LedgerRefusal

_PATIENCE = 60
_LARGEST = 64 * 2**20


class NotThere(LedgerRefusal):
    """The instance says that it holds nothing under this address."""


class Unreachable(LedgerRefusal):
    """The instance did not answer, or not as it should."""


class Source(Protocol):
    """Whatever answers addresses with bytes."""

    def read(self, path: str) -> bytes:
        """The bytes under this address; raises NotThere or Unreachable."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """An instance over HTTP. token: of an appointment that may mirror; sent to this address alone."""

    address: str
    token: str = field(default="", repr=False)

    def read(self, path: str) -> bytes:
        """The bytes under this address."""
        request = urllib.request.Request(self.address + path)  # noqa: S310 - the operator named the address
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        opener = urllib.request.build_opener(_NoRedirect)
        try:
            with opener.open(request, timeout=_PATIENCE) as answer:
                content: bytes = answer.read(_LARGEST)
        except urllib.error.HTTPError as error:
            raise _refusal(path, error.code) from error
        except OSError as error:
            raise Unreachable(f"{self.address}{path} did not answer: {error}. Try again later.") from error
        return content


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token must not follow to another address."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


def _refusal(path: str, code: int) -> LedgerRefusal:
    if code == 404:
        return NotThere(f"The instance holds nothing under {path}.")
    if code in (401, 403):
        return Unreachable(
            f"The instance did not let the mirror read {path}. Give a token of an appointment that may mirror "
            "(QORGAU_MIRROR_TOKEN; an administrator makes it with `qorgau access token make`)."
        )
    return Unreachable(f"The instance answered {path} with {code}. Try again later.")
