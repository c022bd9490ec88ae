"""A witness: cosigns a checkpoint only if it extends all that it cosigned before.

It keeps a folder: its secret key, the logs it knows, the last checkpoint of each, and any checkpoint
that proves a log's misconduct. Nothing here needs a network: files travel by hand in a shutdown.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from qorgau.ledger.checkpoint import Checkpoint, SignedCheckpoint, open_checkpoint, read_checkpoint
from qorgau.ledger.cosignature import cosign
from qorgau.ledger.keys import KeyUse, SigningKey, VerifierKey
from qorgau.ledger.note import Note, read_note
from qorgau.ledger.proof_files import ConsistencyFile
from qorgau.ledger.proofs import NotConsistent, verify_consistency
from qorgau.ledger.refusal import LedgerRefusal
from qorgau.ledger.tree import EMPTY_ROOT


class UnknownLog(LedgerRefusal):
    """The checkpoint is of a log this witness was not asked to watch."""


class ForkRefused(LedgerRefusal):
    """The log signed a history that contradicts what it showed before."""


class RollbackRefused(LedgerRefusal):
    """The log shows a smaller tree than before: leaves would vanish."""


class ProofFromOtherSize(LedgerRefusal):
    """The proof does not start from the size this witness last cosigned."""


class WitnessExists(LedgerRefusal):
    """A witness already lives in this folder."""


@dataclass(frozen=True, kw_only=True)
class Witness:
    """The witness in one folder, with its key and the logs it watches."""

    folder: Path
    key: SigningKey
    logs: tuple[VerifierKey, ...]

    @classmethod
    def create(cls, folder: Path, *, name: str, logs: Iterable[VerifierKey]) -> Self:
        """Make a witness with a new key in a folder that has none."""
        witness = cls(folder=folder, key=SigningKey.create(name, KeyUse.COSIGNATURE), logs=tuple(logs))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (folder / "key").exists():
            raise WitnessExists(
                f"A witness already lives in {folder}. A second key would lose what it has seen; "
                "use another folder."
            )
        _persist(folder / "logs", "".join(f"{log}\n" for log in witness.logs))
        _persist(folder / "key", witness.key.written() + "\n")
        return witness

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Take up the witness that lives in this folder."""
        written = (folder / "logs").read_text().splitlines()
        return cls(
            folder=folder,
            key=SigningKey.read((folder / "key").read_text().strip()),
            logs=tuple(VerifierKey.read(line) for line in written),
        )

    def last_seen(self, log: VerifierKey) -> Checkpoint | None:
        """The checkpoint of this log that the witness vouched for last."""
        path = self._seen(log)
        return read_checkpoint(read_note(path.read_text()).text) if path.exists() else None

    def cosign(self, written: str, *, proof: ConsistencyFile | None, at: int) -> Note:
        """Check that the checkpoint extends the last one, keep it, and only then cosign it.

        proof: not needed for the first checkpoint of a log nor for the last one again.
        Raises UnknownLog, NotSigned, SignatureFails, RollbackRefused, ProofFromOtherSize or
        ForkRefused; whatever is refused is not cosigned, and a signed contradiction is kept.
        """
        log = self._log_of(written)
        signed = open_checkpoint(written, log=log)
        with self._alone():
            self._require_growth(signed, self.last_seen(log), proof)
            # Persisted first: a witness that forgets after signing could sign a fork.
            _persist(self._seen(log), str(signed.note))
        return signed.note.joined([cosign(signed.note, key=self.key, at=at)])

    def _log_of(self, written: str) -> VerifierKey:
        origin = read_checkpoint(read_note(written).text).origin
        for log in self.logs:
            if log.name == origin:
                return log
        raise UnknownLog(
            f"This witness does not watch the log {origin}. It watches: "
            f"{', '.join(log.name for log in self.logs) or 'none'}."
        )

    def _require_growth(
        self, signed: SignedCheckpoint, last: Checkpoint | None, proof: ConsistencyFile | None
    ) -> None:
        new = signed.checkpoint
        if new.size == 0 and new.root != EMPTY_ROOT:
            raise ForkRefused("A tree of 0 leaves has one root only, and this is not it.")
        if last is None or last.size == 0:
            return
        if new.size < last.size:
            raise RollbackRefused(
                f"{new.origin} shows {new.size} leaves, but showed {last.size} before: leaves "
                "would vanish. Ask the log for its newest checkpoint; if this is it, publish both."
            )
        path = self._path_from(last, new, proof)
        try:
            verify_consistency(
                old_size=last.size,
                size=new.size,
                old_root=last.root,
                root=new.root,
                proof=path,
            )
        except NotConsistent as refusal:
            kept = self._keep_evidence(signed.note)
            raise ForkRefused(
                f"{new.origin} does not show that {new.size} leaves extend the {last.size} seen "
                f"before. {refusal} The signed checkpoint is kept as {kept.name}. If the proof "
                "was damaged on its way, ask for it again; if not, publish both checkpoints."
            ) from refusal

    def _path_from(
        self, last: Checkpoint, new: Checkpoint, proof: ConsistencyFile | None
    ) -> tuple[bytes, ...]:
        if proof is None and new.size == last.size:
            return ()
        if proof is None or proof.old_size != last.size:
            raise ProofFromOtherSize(
                f"The last checkpoint cosigned here has {last.size} leaves. Ask the log for the "
                f"consistency proof from {last.size} to {new.size}."
            )
        return proof.path

    def _keep_evidence(self, note: Note) -> Path:
        name = hashlib.sha256(note.text.encode()).hexdigest()[:16]
        path = self.folder / "evidence" / f"{name}.checkpoint"
        _persist(path, str(note))
        return path

    def _seen(self, log: VerifierKey) -> Path:
        name = hashlib.sha256(log.name.encode()).hexdigest()[:16]
        return self.folder / "seen" / f"{name}.checkpoint"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _persist(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    # Without this the new name itself could be lost with the power.
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
