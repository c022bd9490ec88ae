"""What costs a test run seconds to make is made once: the first worker that asks makes it, each takes a copy."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def copy_of(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of the asker's own, with everything that `make` put into one like it in this run."""
    base = factory.getbasetemp()
    # A worker's folder lies beside the others' in the folder of the run.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    original = shared / f"made-once-{name}"
    with (shared / f"made-once-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not original.exists():
            begun = factory.mktemp(f"begun-{name}")
            make(begun)
            begun.rename(original)
    copied = factory.mktemp(name)
    # Trays hold the pipes of a record's writers, and those have ended.
    shutil.copytree(original, copied, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*-trays"))
    return copied
