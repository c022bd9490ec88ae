"""Where compiled code is kept: one folder per state of the sources it was compiled from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, TypeAlias, TypeVar

import numba
from numba.extending import register_jitable

from qorgau.clock import civil
from qorgau.safeguards import clock_rows, codes, keeping, spells, transition

Flat: TypeAlias = Any  # an integer array to compiled code, a list to the same code run plainly
Function = TypeVar("Function", bound=Callable[..., object])
_config: Any = numba.config
SOURCES = (civil, codes, clock_rows, spells, keeping, transition)


def sources_digest() -> str:
    """Names the state of every source the kernels are compiled from."""
    here = Path(__file__).parent
    files = [Path(str(module.__file__)) for module in SOURCES]
    files += [
        here / name
        for name in ("clustering.py", "kernel.py", "lanes.py", "lean.py")
        if (here / name).exists()
    ]
    digest = hashlib.sha256(numba.__version__.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def cache_folder() -> Path:
    """Where this state of the sources keeps its compiled code."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "qorgau" / "kernels" / sources_digest()


def is_warm() -> bool:
    """Whether compiled code is there already, so that nobody waits for the compiler."""
    try:
        return any(cache_folder().glob("*/*.nbi"))
    except OSError:
        return False


def compiled(function: Function) -> Function:
    """The function compiled by numba when first called; kept on disk where a folder can be written."""
    with _kept_in(cache_folder()) as kept:
        made: Any = numba.njit(cache=kept, nogil=True, error_model="numpy")(function)
    plain: Function = made
    return plain


@contextmanager
def _kept_in(folder: Path) -> Iterator[bool]:
    before = _config.CACHE_DIR
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = os.access(folder, os.W_OK)
    except OSError:
        kept = False
    _config.CACHE_DIR = str(folder) if kept else before
    try:
        yield kept
    finally:
        _config.CACHE_DIR = before


def let_compile(module: ModuleType) -> None:
    """Let compiled code call the plain functions of a module."""
    for value in vars(module).values():
        if isinstance(value, FunctionType) and value.__module__ == module.__name__:
            register_jitable(value)


for _module in SOURCES:
    let_compile(_module)
