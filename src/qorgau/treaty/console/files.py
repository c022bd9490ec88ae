"""Documents opened from the disk, with a sentence for everything that can be wrong with a file."""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from errno import EISDIR
from pathlib import Path
from typing import Any

from qorgau.lawbook import Language
from qorgau.reading import read_document
from qorgau.reading.document import Document, DocumentKind
from qorgau.reading.formats.bounds import MOST_BYTES
from qorgau.reading.source import SourceError
from qorgau.treaty.console.printing import clean
from qorgau.wording import register_phrases, say

STANDARD_OUTPUT = Path("-")


class FileRefusal(Exception):  # noqa: N818 - a refusal is the word of this house
    """A file that cannot be read or written, with the sentence that says how to mend it."""


def know_words() -> None:
    """Register the words of the command, where no web framework did."""
    folder = Path(__file__).parent
    register_phrases(folder.parent / "phrases.yaml")
    register_phrases(folder / "phrases.yaml")


def opened(path: Path, language: Language, *, kind: DocumentKind | None = None) -> Document:
    """The document in a file; raises FileRefusal."""
    try:
        return read_document(contents(path, language), path.name, kind=kind)
    except SourceError as error:
        raise FileRefusal(say("treaty.cli_not_read", language, why=clean(error.said(language)))) from error


def contents(path: Path, language: Language) -> bytes:
    """The bytes of a file, at most one more than a document may have; raises FileRefusal."""
    shown = clean(str(path))
    if path.is_dir():
        raise FileRefusal(say("treaty.cli_is_folder", language, path=shown))
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise FileRefusal(say("treaty.cli_no_file", language, path=shown)) from error
    except (OSError, ValueError) as error:
        raise FileRefusal(say("treaty.cli_not_opened", language, path=shown, why=_why(error))) from error


def write_json(found: Any, path: Path, language: Language) -> None:
    """Write values as JSON; nothing is half written."""
    write(path, (json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode("utf-8"), language)


def write(path: Path, data: bytes, language: Language) -> None:
    """Write a file beside its place and move it there; raises FileRefusal.

    What is no file of the disk (`/dev/null`, a pipe) is written to and never replaced; a link goes on pointing.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _put_in_place(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        told = say("treaty.cli_not_written", language, path=clean(str(path)), why=_why(error))
        raise FileRefusal(told) from error


def _put_in_place(path: Path, data: bytes) -> None:
    """Whole or not at all; who may read the file that stood there may read the new one, and nobody else."""
    beside = path.with_name(f".{os.getpid()}.part")
    try:
        beside.touch(mode=0o600, exist_ok=False)
        beside.write_bytes(data)
        beside.chmod(_mode_for(path))
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _mode_for(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    unwanted = os.umask(0)
    os.umask(unwanted)
    return 0o666 & ~unwanted


def _why(error: Exception) -> str:
    return clean(getattr(error, "strerror", None) or str(error))
