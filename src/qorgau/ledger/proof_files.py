"""Proofs as files: C2SP tlog-proof for one leaf, and the head of a witness's request for growth."""

from dataclasses import dataclass

from qorgau.ledger.lines import base64_from, bytes_from, count_from
from qorgau.ledger.note import Note, read_note
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.tree import HASH_BYTES

HEADER = "c2sp.org/tlog-proof@v1"
MOST_HASHES = 63


class MalformedProof(LedgerRefusal):
    """A file is not in the form of a proof."""


@dataclass(frozen=True, kw_only=True)
class InclusionFile:
    """A leaf's place, the hashes up to the root and the checkpoint; `extra` proves nothing."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: Note
    extra: bytes | None = None

    def __str__(self) -> str:
        """The proof as a C2SP tlog-proof."""
        extra = [] if self.extra is None else [f"extra {base64_from(self.extra)}"]
        head = [HEADER, *extra, f"index {self.index}", *map(base64_from, self.path)]
        return "\n".join(head) + f"\n\n{self.checkpoint}"


@dataclass(frozen=True, kw_only=True)
class ConsistencyFile:
    """The size a witness last saw and the hashes that show the newer tree extends it."""

    old_size: int
    path: tuple[bytes, ...]

    def __str__(self) -> str:
        """The proof as the first lines of a C2SP tlog-witness request."""
        return "\n".join([f"old {self.old_size}", *map(base64_from, self.path)]) + "\n"


def read_inclusion_file(written: str) -> InclusionFile:
    """Read a C2SP tlog-proof; nothing in it is checked yet."""
    head, gap, checkpoint = written.partition("\n\n")
    lines = head.split("\n")
    if not gap or lines.pop(0) != HEADER:
        raise MalformedProof(
            f"This is not a proof: its first line is not {HEADER}, or it holds no checkpoint."
        )
    extra = _extra(lines.pop(0)) if lines and lines[0].startswith("extra ") else None
    index = _counted("index", lines)
    return InclusionFile(index=index, path=_hashes(lines), checkpoint=read_note(checkpoint), extra=extra)


def read_consistency_file(written: str) -> ConsistencyFile:
    """Read a proof that a log has only grown; nothing in it is checked yet."""
    lines = written.split("\n")
    if lines.pop() != "":
        raise MalformedProof("A proof ends in a line end. Take the file as it was issued.")
    return ConsistencyFile(old_size=_counted("old", lines), path=_hashes(lines))


def _extra(line: str) -> bytes:
    return bytes_from(line.removeprefix("extra "), refusal=MalformedProof)


def _counted(word: str, lines: list[str]) -> int:
    if not lines or not lines[0].startswith(f"{word} "):
        raise MalformedProof(f"The proof lacks its line `{word} NUMBER`.")
    return count_from(lines.pop(0).removeprefix(f"{word} "), refusal=MalformedProof)


def _hashes(lines: list[str]) -> tuple[bytes, ...]:
    if len(lines) > MOST_HASHES:
        raise MalformedProof(f"The proof has {len(lines)} hashes; no log needs over {MOST_HASHES}.")
    hashes = tuple(bytes_from(line, refusal=MalformedProof) for line in lines)
    if any(len(each) != HASH_BYTES for each in hashes):
        raise MalformedProof(f"A hash in the proof does not have {HASH_BYTES} bytes.")
    return hashes
