"""The append-only store, its one transaction, and the batches that carry it into the log."""
