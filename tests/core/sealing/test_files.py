"""Attachments: sealed piece by piece, opened only whole and unchanged."""

import io
import tracemalloc

import pytest
from tests.core.sealing.people import INSPECTORATE, MAILBOX, NPM

from qorgau.sealing.envelope import open_narrative, seal
from qorgau.sealing.narrative import Narrative
from qorgau.sealing.sealed_files import CHUNK_BYTES, FileChanged, SealedFile, open_file, seal_file

CONTENT = bytes(range(256)) * 2500  # Three pieces, the last one not full.


def kept(content: bytes = CONTENT) -> tuple[SealedFile, dict[str, bytes]]:
    """A sealed file and the store of its pieces."""
    store: dict[str, bytes] = {}
    sealed = seal_file(io.BytesIO(content), name="photo.jpg", media="image/jpeg", store=store.__setitem__)
    return sealed, store


def opened(sealed: SealedFile, pieces: list[bytes]) -> bytes:
    """The content that comes out."""
    into = io.BytesIO()
    open_file(sealed.inside, pieces, into)
    return into.getvalue()


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1])
def test_a_file_comes_out_as_it_went_in(size: int) -> None:
    sealed, store = kept(b"\0" * size)
    assert opened(sealed, [store[each] for each in sealed.chunks]) == b"\0" * size


def test_only_the_number_of_pieces_shows() -> None:
    _, small = kept(b"x")
    _, larger = kept(b"x" * (CHUNK_BYTES - 5))
    assert {len(piece) for piece in small.values()} == {len(piece) for piece in larger.values()}


@pytest.mark.parametrize("order", [[0, 1], [0, 2, 1], [0, 0, 2], [0, 1, 2, 2], [2, 1, 0], []])
def test_a_missing_moved_or_repeated_piece_is_refused(order: list[int]) -> None:
    sealed, store = kept()
    with pytest.raises(FileChanged):
        opened(sealed, [store[sealed.chunks[at]] for at in order])


def test_a_piece_of_another_file_is_refused() -> None:
    sealed, store = kept()
    other, others = kept()
    pieces = [store[sealed.chunks[0]], others[other.chunks[1]], store[sealed.chunks[2]]]
    with pytest.raises(FileChanged):
        opened(sealed, pieces)


def test_each_file_has_a_key_of_its_own_inside_the_narrative() -> None:
    first, second = kept()[0], kept()[0]
    assert first.inside.key != second.inside.key
    assert first.inside.key not in repr(first)
    told = Narrative(
        text="see photo", box_ed=MAILBOX.box_ed, box_x=MAILBOX.box_x, files=[first.inside, second.inside]
    )
    envelope = seal(
        told, None, to=INSPECTORATE.manifest, npm=NPM.manifest, mailbox=MAILBOX, files=[first, second]
    )
    assert envelope.files == (first.chunks, second.chunks)
    assert open_narrative(envelope.narrative, NPM.identity)[0].files == (first.inside, second.inside)


def test_twenty_megabytes_take_the_memory_of_a_few_pieces() -> None:
    class Zeros(io.RawIOBase):
        left = 20 * 1024 * 1024

        def read(self, size: int = -1) -> bytes:
            size = min(size, self.left)
            self.left -= size
            return bytes(size)

    tracemalloc.start()
    sealed = seal_file(Zeros(), name="video", media="video/mp4", store=lambda _hash, _piece: None)  # type: ignore[arg-type]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(sealed.chunks) == 80
    assert peak < 8 * CHUNK_BYTES
