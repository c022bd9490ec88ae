"""What is kept of a token: never its text."""

import hashlib


def token_digest(text: str) -> str:
    """The digest by which a token is found; it holds 256 random bits, so that a plain one is enough."""
    return hashlib.sha256(text.encode()).hexdigest()
