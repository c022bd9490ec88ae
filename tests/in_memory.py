"""Where tests keep their files: in memory where there is room, because thousands of small records wait for a disk."""

import atexit
import fcntl
import os
import shutil
import tempfile
import time
from pathlib import Path

MEMORY = Path("/dev/shm")
_NAME = "qorgau-run-"
# Far more than a worker holds at once; a container's usual 64 MB are too few.
_ROOM, _ROOM_OF_A_WORKER = 3 * 1024**3, 1024**3
# A run that was ended by force leaves its files: memory must not fill with them, but somebody may still look.
_KEPT_SECONDS = 1800

_kept: list[Path] = []


def keep_files_in_memory() -> None:
    """Make a folder in memory the temporary one of this process and its children, unless somebody chose another."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK | os.X_OK):
        return
    remove_ended(MEMORY)
    if shutil.disk_usage(MEMORY).free < max(_ROOM, _ROOM_OF_A_WORKER * (os.cpu_count() or 1)):
        return
    folder = _folder_of_this_run(MEMORY)
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    atexit.register(_remove_unless_kept, folder)


def keep_what_failed() -> None:
    """Leave the files of this run in memory for a while: a test failed, and somebody will want to see them."""
    _kept.append(MEMORY)


def remove_ended(memory: Path) -> None:
    """Remove what earlier runs left; a run that still goes on holds its folder by a lock that ends with it."""
    for folder in memory.glob(f"{_NAME}*"):
        if _is_old(folder) and (held := _hold(folder)) is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(held)


def is_in_memory(folder: Path) -> bool:
    """Whether what is written there reaches no disk."""
    return MEMORY in folder.parents


def _folder_of_this_run(memory: Path) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=_NAME, dir=memory))
    # PostgreSQL under another user's name passes through to a folder of its own.
    folder.chmod(0o711)
    _hold(folder)
    return folder


def _hold(folder: Path) -> int | None:
    """An open file that holds the folder until this process ends, or nothing if another process holds it."""
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(opened)
        return None
    return opened


def _is_old(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > _KEPT_SECONDS
    except OSError:
        return False


def _remove_unless_kept(folder: Path) -> None:
    if not _kept:
        shutil.rmtree(folder, ignore_errors=True)
