"""Where tests keep their files: in memory where there is room, because thousands of small records wait for a disk."""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
# Far more than two workers hold at once; a container's usual 64 MB are too few.
_ROOM = 3 * 1024**3


def keep_files_in_memory() -> None:
    """Make memory the temporary folder of this process and of those it starts, unless somebody chose another."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK | os.X_OK):
        return
    if shutil.disk_usage(MEMORY).free >= _ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def is_in_memory(folder: Path) -> bool:
    """Whether what is written there reaches no disk."""
    return MEMORY in folder.parents
