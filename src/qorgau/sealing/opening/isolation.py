"""A process that cannot reach anyone: no network of its own, no new privileges, bounded memory and time.

Linux only. Where the kernel refuses, `isolate` says so and attachments stay closed: a reader who
cannot be protected is shown the text, and nothing is decoded.
"""

import ctypes
import os
import sys

if sys.platform != "win32":
    import resource

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES, _DUMPABLE = 38, 4
MEMORY = 3 * 1024**3
SECONDS = 60
LARGEST_OUTPUT = 256 * 1024**2


def isolate() -> bool:
    """Leave the network behind for good, in this process and all it starts; tell whether it succeeded."""
    _bound()
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    # Nobody else of this machine's users may look into the memory that holds key and narrative.
    libc.prctl(_DUMPABLE, 0, 0, 0, 0)
    return bool(libc.unshare(_NEW_USER | _NEW_NETWORK) == 0)


def _bound() -> None:
    os.umask(0o077)
    if sys.platform == "win32":
        return
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: LARGEST_OUTPUT,
        resource.RLIMIT_NOFILE: 128,
    }
    for limit, value in limits.items():
        resource.setrlimit(limit, (value, value))
