"""Attachments drawn anew: what reaches a reader's programs are pixels, or text with nothing unseen in it.

Pictures and PDF pages are decoded by Typst (memory-safe, runs no script, follows no link) and
written again as PNG without metadata. The kind is read from the bytes, never from the name.
Whatever else it is stays closed.
"""

import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum

from qorgau.sealing.opening.visible import visible_text

MOST_PAGES = 60
_SECONDS = 90
_LONGEST_TEXT = 2 * 1024 * 1024


class Kind(StrEnum):
    """What an attachment is, by its first bytes."""

    PICTURE = "picture"
    """JPEG, PNG, GIF or WebP: drawn anew."""
    PAGES = "pages"
    """PDF: each page drawn anew as a picture."""
    TEXT = "text"
    """Text, among it HTML and SVG: its characters are shown, nothing in it is followed."""
    CLOSED = "closed"
    """Anything else: kept as it is, under a name that no program opens by itself."""


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """What may be shown of an attachment: pictures (PNG) or a text; neither when it stays closed."""

    kind: Kind
    pictures: tuple[bytes, ...] = ()
    text: str | None = None
    why_closed: str = ""


def kind_of(content: bytes) -> Kind:
    """The kind of an attachment."""
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")):
        return Kind.PICTURE
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.PICTURE
    if content.startswith(b"%PDF-"):
        return Kind.PAGES
    return Kind.TEXT if _as_text(content) is not None else Kind.CLOSED


def rerendered(content: bytes, *, isolated: bool) -> Rendered:
    """Draw an attachment anew in a process of its own; what fails or takes too much stays closed."""
    kind = kind_of(content)
    if kind is Kind.TEXT:
        return Rendered(kind=kind, text=visible_text(_as_text(content) or ""))
    if kind is Kind.CLOSED:
        return _closed("Its kind is not one that can be drawn anew.")
    if not isolated:
        return _closed("This machine cannot cut a process off from the network, so nothing is decoded here.")
    pictures = _drawn(content, kind)
    return Rendered(kind=kind, pictures=pictures) if pictures else _closed("It could not be drawn.")


def _drawn(content: bytes, kind: Kind) -> tuple[bytes, ...]:
    command = [sys.executable, "-I", "-m", "qorgau.sealing.opening.drawing", kind.value]
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter and a module of ours, nothing from the sender
            command, input=content, capture_output=True, timeout=_SECONDS, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        return ()
    return _unpacked(done.stdout) if done.returncode == 0 else ()


def _unpacked(stream: bytes) -> tuple[bytes, ...]:
    pictures = []
    while len(stream) >= 8:
        size = int.from_bytes(stream[:8], "big")
        pictures.append(stream[8 : 8 + size])
        stream = stream[8 + size :]
    return tuple(picture for picture in pictures if picture.startswith(b"\x89PNG"))


def _as_text(content: bytes) -> str | None:
    if len(content) > _LONGEST_TEXT or b"\0" in content:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _closed(why: str) -> Rendered:
    return Rendered(kind=Kind.CLOSED, why_closed=why)
