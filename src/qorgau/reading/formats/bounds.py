"""How much of a file is read at most, so that a hostile one cannot take the machine."""

from qorgau.reading.source import SourceError

MOST_BYTES = 64 * 2**20
MOST_PAGES = 3000
MOST_CHARACTERS = 5_000_000  # 1,500 pages of print
MOST_PART_BYTES = 96 * 2**20
MOST_DEPTH = 200


def check_size(data: bytes, name: str) -> None:
    """Refuses an empty file and one that is larger than any document."""
    if not data:
        raise SourceError(f"{name} is empty. Choose the file again; the copy may have been interrupted.")
    if len(data) > MOST_BYTES:
        raise SourceError(
            f"{name} has {len(data) // 2**20} MiB; at most {MOST_BYTES // 2**20} MiB are read."
            " Save it without pictures, or take out the pages that matter."
        )
