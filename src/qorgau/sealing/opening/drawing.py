"""Draws one attachment anew: content on standard input, PNG pictures on standard output, each after its length.

Started by `attachments` inside the process without network, once for each attachment, so that one
that takes too much memory or time ends alone.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typst

from qorgau.sealing.opening.attachments import MOST_PAGES, Kind
from qorgau.sealing.opening.isolation import isolate

_MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - memory, so that nothing decrypted reaches a disk
_PICTURE = """
#set page(width: auto, height: auto, margin: 0pt)
#context {
  let picture = image("attachment")
  if measure(picture).width > 2400pt { image("attachment", width: 2400pt) } else { picture }
}
"""
_PAGE = """
#set page(width: auto, height: auto, margin: 0pt)
#context {
  let picture = image("attachment", format: "pdf", page: %d)
  if measure(picture).width > 1200pt { image("attachment", format: "pdf", page: %d, width: 1200pt) } else { picture }
}
"""
_DOTS = {Kind.PICTURE: 72.0, Kind.PAGES: 144.0}


def main() -> None:
    """Draw what comes in, or end with an error; the caller then leaves the attachment closed."""
    kind = Kind(sys.argv[1])
    isolate()
    content = sys.stdin.buffer.read()
    with tempfile.TemporaryDirectory(dir=_MEMORY_DISK if _MEMORY_DISK.is_dir() else None) as folder:
        (Path(folder) / "attachment").write_bytes(content)
        for picture in pictures_of(Path(folder), kind):
            sys.stdout.buffer.write(len(picture).to_bytes(8, "big") + picture)


def pictures_of(folder: Path, kind: Kind) -> Iterator[bytes]:
    """The file `attachment` of a folder as PNG pictures, one for each page."""
    if kind is Kind.PICTURE:
        yield _drawn(folder, _PICTURE, kind)
        return
    for page in range(1, MOST_PAGES + 1):
        try:
            yield _drawn(folder, _PAGE % (page, page), kind)
        except typst.TypstError:
            # Past the last page, or a page that cannot be drawn: what came before still counts.
            if page == 1:
                raise
            return


def _drawn(folder: Path, source: str, kind: Kind) -> bytes:
    (folder / "main.typ").write_text(source)
    made = typst.compile(
        str(folder / "main.typ"),
        root=str(folder),
        format="png",
        ppi=_DOTS[kind],
        ignore_system_fonts=True,
        package_path=str(folder / "none"),
        package_cache_path=str(folder / "none"),
    )
    if not isinstance(made, bytes):
        raise typst.TypstError("more than one page came out", "")
    return made


if __name__ == "__main__":
    main()
