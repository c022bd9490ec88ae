"""What a client sends is taken whole or not at all: a connection that breaks off leaves no half document in the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class BrokenOff(OSError):  # noqa: N818 - read aloud: "broken off"
    """Fewer bytes came than the client said that it would send."""


class WholeBody:
    """The body of a request, which refuses to end before as many bytes came as were announced."""

    def __init__(self, stream: Any, announced: int) -> None:
        """Read from the server's own stream."""
        self._stream, self._left = stream, announced

    def read(self, size: int | None = -1) -> bytes:
        """As many bytes as were asked for, or all that are left."""
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        pieces = bytearray()
        while len(pieces) < wanted:
            pieces += self._came(self._stream.read(wanted - len(pieces)))
        return bytes(pieces)

    def readline(self, size: int | None = -1) -> bytes:
        """The next line, or as many bytes of it as were asked for."""
        wanted = self._left if size is None or size < 0 else min(size, self._left)
        pieces = bytearray()
        while len(pieces) < wanted and not pieces.endswith(b"\n"):
            pieces += self._came(self._stream.readline(wanted - len(pieces)))
        return bytes(pieces)

    def _came(self, data: bytes) -> bytes:
        if not data:
            raise BrokenOff("The request broke off before it had come whole.")
        self._left -= len(data)
        return data


def whole_bodies(application: Application) -> Application:
    """The application, to which a request that broke off is unreadable (Django: UnreadablePostError)."""

    def answered(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        announced = environ.get("CONTENT_LENGTH") or ""
        if announced.isdigit() and announced.isascii():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(announced))
        return application(environ, start)

    return answered
