"""The product's own settings with quick passwords, for a process that fills a record for tests.

The site that is then served knows nothing of this: it checks such a password at its first use, and hashes it anew
with all its strength.
"""

from qorgau.config.settings import *  # noqa: F403 - everything but the one below

PASSWORD_HASHERS = ["tests.slices.access.hashing.QuickArgon2"]
