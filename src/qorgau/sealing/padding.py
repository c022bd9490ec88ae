"""Paddings: what is sealed is filled up first, so that its size tells only how many steps it takes."""

from qorgau.sealing.refusal import SealingRefusal

NARRATIVE_STEP = 4096
"""A narrative and a message fill one step of this many bytes; a long text fills several."""
MOST_STEPS = 16
IDENTITY_BYTES = 1024
READERS = 5
"""Every envelope and every message is sealed for this many keys, real and random together."""


class TooLong(SealingRefusal):
    """More was written than fits into what is sealed."""


def padded_to_step(content: bytes, *, step: int = NARRATIVE_STEP, most: int = MOST_STEPS) -> bytes:
    """Fill up with zero bytes to a whole number of steps; canonical JSON itself holds no zero byte."""
    steps = max(1, -(-len(content) // step))
    if steps > most:
        raise TooLong(
            f"This takes {len(content)} bytes; at most {step * most} fit. Put the longest part into a "
            "file and attach it, or send it as a further message."
        )
    return content.ljust(steps * step, b"\0")


def without_padding(padded: bytes, *, step: int = NARRATIVE_STEP) -> bytes:
    """The content without its filling; a length that no sealing gives is refused."""
    if not padded or len(padded) % step:
        raise TooLong(f"{len(padded)} bytes are not a whole number of steps of {step}. Fetch it again.")
    return padded.rstrip(b"\0")
