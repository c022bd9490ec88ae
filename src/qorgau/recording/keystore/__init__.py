"""The key store: what erasure destroys, kept apart from the record with short backups of its own."""
