"""How a process that loads shares begins. It imports nothing of the slices: they can be read only once Django runs."""

import gc

from qorgau.recording.starting import start_django


def begin() -> None:
    """Start, and never look again through what stays for good for something to throw away."""
    start_django()
    from qorgau.custody.facts.law import law

    law()
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
