"""Attachments: each file under a key of its own, in pieces of 256 KiB, each found by its hash.

Every piece is filled up to its full size, so only the number of pieces shows. Nothing holds more
than one piece in memory, whatever the size of the file.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Self

from qorgau.sealing.age_files import NotForUs, new_identity, recipient_of, seal_to, unseal
from qorgau.sealing.canonical_json import NotReadable, typed_text
from qorgau.sealing.refusal import SealingRefusal

CHUNK_BYTES = 262_144
LARGEST_FILE = 40 * 1024 * 1024
"""In bytes: twice the 20 MB that pages accept, so that the limit of a page is not the format's."""


class FileChanged(SealingRefusal):
    """A piece is missing, is another than the sender's, or the whole does not give the file's hash."""


class FileTooLarge(SealingRefusal):
    """A file is larger than what this protocol carries."""


@dataclass(frozen=True, kw_only=True)
class FileInside:
    """What the narrative says of an attachment, sealed with it.

    key: the file's own secret key of age; sha256: of the content; chunks: the hash over the hashes
    of its pieces, in order; size in bytes; media: what the sender's device called the type.
    """

    name: str
    media: str
    size: int
    sha256: str
    chunks: str
    key: str = field(repr=False)

    def as_group(self) -> dict[str, Any]:
        """As it stands in N."""
        return {
            "name": typed_text(self.name),
            "media": typed_text(self.media),
            "bytes": self.size,
            "sha256": self.sha256,
            "chunks": self.chunks,
            "key": self.key,
        }

    @classmethod
    def from_group(cls, group: dict[str, Any]) -> Self:
        """Read what `as_group` gives."""
        texts = {name: group[name] for name in ("name", "media", "sha256", "chunks", "key")}
        if not all(isinstance(value, str) for value in texts.values()) or type(group["bytes"]) is not int:
            raise NotReadable("An attachment is described in another form. Ask for the original envelope.")
        if not 0 <= group["bytes"] <= LARGEST_FILE:
            raise NotReadable(f"An attachment says it has {group['bytes']} bytes, which cannot be.")
        return cls(**texts, size=group["bytes"])


@dataclass(frozen=True, kw_only=True)
class SealedFile:
    """A sealed attachment: what goes into the narrative, and the hashes of its pieces in order."""

    inside: FileInside
    chunks: tuple[str, ...]


def seal_file(source: BinaryIO, *, name: str, media: str, store: Callable[[str, bytes], None]) -> SealedFile:
    """Seal a file piece by piece; `store` gets each piece's hash (hex) and its ciphertext."""
    key = new_identity()
    recipient, whole, size = recipient_of(key), hashlib.sha256(), 0
    hashes: list[str] = []
    while (piece := source.read(CHUNK_BYTES)) or not hashes:
        size += len(piece)
        if size > LARGEST_FILE:
            raise FileTooLarge(f"{name} has more than {LARGEST_FILE} bytes. Send it in parts.")
        whole.update(piece)
        ciphertext = seal_to(piece.ljust(CHUNK_BYTES, b"\0"), [recipient])
        hashes.append(hashlib.sha256(ciphertext).hexdigest())
        store(hashes[-1], ciphertext)
    inside = FileInside(
        name=name, media=media, size=size, sha256=whole.hexdigest(), chunks=hash_of_chunks(hashes), key=key
    )
    return SealedFile(inside=inside, chunks=tuple(hashes))


def open_file(inside: FileInside, chunks: Iterable[bytes], into: BinaryIO) -> None:
    """Write the content of an attachment, or raise FileChanged; only then may it be believed.

    chunks: the pieces in order, as stored. Whatever was written before a refusal must be thrown away.
    """
    left, whole = inside.size, hashlib.sha256()
    hashes: list[str] = []
    for ciphertext in chunks:
        hashes.append(hashlib.sha256(ciphertext).hexdigest())
        piece = _opened(inside, ciphertext)[: max(left, 0)]
        whole.update(piece)
        into.write(piece)
        left -= CHUNK_BYTES
    if hash_of_chunks(hashes) != inside.chunks or whole.hexdigest() != inside.sha256 or left > 0:
        raise _changed(inside)


def hash_of_chunks(hashes: Iterable[str]) -> str:
    """One hash over the hashes of all pieces in their order (hexadecimal)."""
    return hashlib.sha256(b"".join(bytes.fromhex(each) for each in hashes)).hexdigest()


def _opened(inside: FileInside, ciphertext: bytes) -> bytes:
    try:
        piece = unseal(ciphertext, inside.key)
    except NotForUs as refusal:
        raise _changed(inside) from refusal
    if len(piece) != CHUNK_BYTES:
        raise _changed(inside)
    return piece


def _changed(inside: FileInside) -> FileChanged:
    return FileChanged(
        f"The attachment «{inside.name}» is not what the sender attached: a piece is missing, out of "
        "order or changed. Fetch its pieces again; if it stays so, tell the NPM, which mirrors them."
    )
