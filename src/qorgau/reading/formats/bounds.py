"""How much of a file is read at most, so that a hostile one cannot take the machine."""

from qorgau.reading.source import SourceError

MOST_BYTES = 64 * 2**20
MOST_PAGES = 3000
MOST_CHARACTERS = 5_000_000  # 1,500 pages of print
MOST_PART_BYTES = 96 * 2**20
MOST_SIGNS = 6_000_000  # of elements and attributes: in memory each is many times its letters
MOST_DEPTH = 200


def check_size(data: bytes, name: str) -> None:
    """Refuses an empty file and one that is larger than any document."""
    if not data:
        raise SourceError("file_empty", name=name)
    if len(data) > MOST_BYTES:
        size, most = len(data) // 2**20, MOST_BYTES // 2**20
        raise SourceError("file_too_large", name=name, size=size, most=most)


def takes_too_long(name: str) -> SourceError:
    """The refusal of whoever reads a file within bounds of time and memory, and came to them."""
    return SourceError("file_takes_too_long", name=name)
