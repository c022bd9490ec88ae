"""The files of an upload, each wholly in memory and none larger than a bundle can be; a ZIP gives those in it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from qorgau.carrying.refusals import Refused
from qorgau.recording.bundles.packing import LARGEST_FILE

MOST_BYTES = 2 * LARGEST_FILE
"""Of one upload, as sent and as unpacked: about a hundred full bundles of the usual size."""
MOST_FILES = 200
_LONGEST_NAME = 120
_ZIP = b"PK"


@dataclass(frozen=True, kw_only=True)
class Offered:
    """One file: its name and bytes, or why it is refused unopened, with the detail in English."""

    name: str
    data: bytes = b""
    refused: Refused | None = None
    detail: str = ""


def offered(files: Iterable[Any]) -> list[Offered]:
    """Every file of an upload, as Django gives them; the same bytes twice are one."""
    found: dict[bytes, Offered] = {}
    for file in files:
        for each in _opened(_shown(file.name or ""), file.read(LARGEST_FILE * 2 + 1)):
            found.setdefault(each.data or each.name.encode(), each)
    return list(found.values())


def _opened(name: str, data: bytes) -> Iterator[Offered]:
    if not data:
        yield Offered(name=name, refused=Refused.EMPTY)
    elif data.startswith(_ZIP):
        yield from _unzipped(name, data)
    else:
        yield Offered(name=name, data=data)


def _unzipped(name: str, data: bytes) -> Iterator[Offered]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from _members(name, packed)
    # A crafted archive makes the library raise many kinds of error; each means the same to who uploads it.
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        yield _bad(name, f"The archive cannot be read: {error}")


def _members(name: str, packed: zipfile.ZipFile) -> Iterator[Offered]:
    members = [each for each in packed.infolist() if not each.is_dir()]
    if not members or len(members) > MOST_FILES:
        yield _bad(name, f"The archive holds {len(members)} files; it must hold 1 to {MOST_FILES}.")
        return
    left = MOST_BYTES
    for member in members:
        # What an archive says of its sizes is not believed: reading stops at the limit.
        with packed.open(member) as inside:
            data = inside.read(min(left, LARGEST_FILE) + 1)
        left -= len(data)
        if left < 0 or len(data) > LARGEST_FILE:
            yield _bad(name, f"{_shown(member.filename)} unpacks to more than a bundle can have.")
            return
        yield Offered(name=_shown(member.filename), data=data)


def _bad(name: str, detail: str) -> Offered:
    return Offered(name=name, refused=Refused.BAD_ZIP, detail=detail)


def _shown(name: str) -> str:
    """The name without its folders, as pages show it; nothing is ever stored under it."""
    plain = "".join(sign for sign in PurePath(name.replace("\\", "/")).name if sign.isprintable())
    return plain[:_LONGEST_NAME] or "?"
